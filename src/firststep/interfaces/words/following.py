"""Following through in words: how an event stands, what came of an offer, what a favour wants."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from firststep.facts.said import say, say_of
from firststep.interfaces.words.counts import in_words, sentence
from firststep.interfaces.words.days import day_within, full_day, long_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from firststep.habits.lessons.rows import LessonTold
    from firststep.interfaces.answers.brief import BriefShown
    from firststep.interfaces.answers.events import EventCounted, OfferShown, PersonMet
    from firststep.interfaces.answers.favours import FavourListed
    from firststep.interfaces.answers.interviews import InterviewShown, SitsThere
    from firststep.interfaces.answers.practising import PracticeShown

CAME_OF_IT = {
    "": "Nothing yet.", "reply": "They answered.", "conversation": "You talked.",
    "interview": "It led to an interview.", "job_offer": "It led to a job offer.",
}  # fmt: skip
LEARNED = {
    "pay": "What is paid", "way_in": "The way in", "read_first": "What is read first",
    "stayed": "What stayed with you",
}  # fmt: skip
TALKED_HOW = {"phone": "by phone", "video": "on video", "in_person": "in person", "": ""}


def event_stands(one: "EventCounted") -> str:
    """`5 of 8 followed up, 2 days left. It has led to three conversations.`"""
    if one.clock == "to_come":
        return say("Still to come.")
    if not one.met:
        return say("Nobody written down yet.")
    words = _followed_up(one)
    if one.conversations:
        led = say_of(
            "It has led to {n} conversation", "It has led to {n} conversations",
            one.conversations, n=_small(one.conversations),
        )  # fmt: skip
        words = f"{words}. {led}"
    return sentence(words)


def _small(number: int) -> str:
    """Up to ten as words."""
    return in_words(number) if number <= 10 else str(number)


def _followed_up(one: "EventCounted") -> str:
    said: dict[str, Any] = {"done": one.followed_up, "met": one.met}
    if one.followed_up >= one.met or one.clock == "ended":
        return say("{done} of {met} followed up", **said)
    if one.clock == "over":
        return say("{done} of {met} followed up, the seven days are over", **said)
    if not one.days_left:
        return say("{done} of {met} followed up, today is the last day", **said)
    return say_of(
        "{done} of {met} followed up, {n} day left",
        "{done} of {met} followed up, {n} days left",
        one.days_left, **said,
    )  # fmt: skip


def follow_up_stands(one: "PersonMet") -> str:
    """`write by Tuesday, 8 December`, `late: write today`, `followed up 3 December`."""
    if one.followed_up_on is not None:
        day = full_day(one.followed_up_on)
        if one.followed_up_on <= one.follow_up_by:
            return say("followed up {day}", day=day)
        return say("followed up {day}, late", day=day)
    if one.ended:
        return say("not followed up")
    if one.missed:
        return say("the seven days are over")
    if one.late:
        if one.way_known:
            return say("late: write today")
        return say("late: find a way to them, write today")
    day = long_day(one.follow_up_by)
    if one.way_known:
        return say("write by {day}", day=day)
    return say("find a way to them, write by {day}", day=day)


def offer_stands(one: "OfferShown") -> str:
    """`Taken up in time. You talked.`"""
    if one.taken_up_on is None:
        return say("Not taken up yet.")
    taken_up = say("Taken up in time.") if one.in_time else say("Taken up.")
    return f"{taken_up} {say(CAME_OF_IT[one.came_of_it])}"


def left_to_do(one: "FavourListed") -> str:
    """`Thank them, tell them what came of it`: what is left to do for a favour."""
    if one.way == "given":
        return say("You gave it")
    left = {
        say("thank them"): one.thanked,
        say("tell them what came of it"): one.told,
        say("give something back"): one.returned,
    }
    words = ", ".join(what for what, done in left.items() if not done)
    return words[:1].upper() + words[1:] if one.open else say("Settled")


def learned_by_kind(told: "Iterable[LessonTold]") -> list[tuple[str, list["LessonTold"]]]:
    """What talks taught, under a heading each: pay and the way in before what only stayed."""
    found = list(told)
    rows = (
        (say(words), [one for one in found if one.about == about])
        for about, words in LEARNED.items()
    )
    return [(words, lessons) for words, lessons in rows if lessons]


def talk_is(one: "BriefShown") -> str:
    """`Thursday, 26 November, 10:00 by phone`; nothing while it has no day."""
    if one.on is None:
        return ""
    return _when_and_how(one.on, one.at, one.how)


def interview_is(one: "InterviewShown") -> str:
    """`Thursday, 26 November, 10:00 on video`; nothing while it has no day."""
    if one.held_on is not None:
        return say("you were there on {day}", day=day_within(one.held_on))
    if one.on is None:
        return ""
    return _when_and_how(one.on, one.at, one.how)


def _when_and_how(on: date, at: datetime | None, how: str) -> str:
    day = long_day(on)
    when = say("{day}, {hour}", day=day, hour=f"{at:%H:%M}") if at else day
    return say("{when} {how}", when=when, how=say(TALKED_HOW[how])) if how else when


def sits_there(one: "SitsThere") -> str:
    """`Dana Weiss, Head of Marketing`."""
    return ", ".join(filter(None, (one.name, one.title)))


def last_time(one: "PracticeShown") -> str:
    """`Last time, 3 November, you noted: slower. You have heard from them once since.`"""
    if one.practised_on is None:
        return ""
    day = long_day(one.practised_on)
    if one.noted:
        words = say("Last time, {day}, you noted: {noted}.", day=day, noted=one.noted.rstrip("."))
    else:
        words = say("Last time, {day}, you noted nothing.", day=day)
    if not one.since:
        return words
    since = say_of(
        "You have heard from them since.", "You have heard from them {n} times since.", one.since
    )
    return f"{words} {since}"

"""Following through in words: how an event stands, what came of an offer, what a favour wants."""

from typing import TYPE_CHECKING

from firststep.interfaces.words.counts import count, figures, sentence
from firststep.interfaces.words.days import full_day, long_day

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
    if one.days_left is None:
        return "Still to come."
    if not one.met:
        return "Nobody written down yet."
    words = f"{one.followed_up} of {one.met} followed up"
    if one.followed_up < one.met:
        left = f"{figures(one.days_left, 'day')} left"
        words += f", {left if one.days_left else 'the seven days are over'}"
    if one.conversations:
        words += f". It has led to {count(one.conversations, 'conversation').lower()}"
    return sentence(words)


def follow_up_stands(one: "PersonMet") -> str:
    """`write by Tuesday, 8 December`, `late: write today`, `followed up 3 December`."""
    if one.followed_up_on is not None:
        late = "" if one.followed_up_on <= one.follow_up_by else ", late"
        return f"followed up {full_day(one.followed_up_on)}{late}"
    if one.missed:
        return "the seven days are over"
    by = "today" if one.late else f"by {long_day(one.follow_up_by)}"
    first = "" if one.way_known else "find a way to them, "
    return f"{'late: ' if one.late else ''}{first}write {by}"


def offer_stands(one: "OfferShown") -> str:
    """`Taken up in time. You talked.`"""
    if one.taken_up_on is None:
        return "Not taken up yet."
    return f"Taken up{' in time' if one.in_time else ''}. {CAME_OF_IT[one.came_of_it]}"


def left_to_do(one: "FavourListed") -> str:
    """`Thank them, tell them what came of it`: what is left to do for a favour."""
    if one.way == "given":
        return "You gave it"
    left = {
        "thank them": one.thanked,
        "tell them what came of it": one.told,
        "give something back": one.returned,
    }
    words = ", ".join(what for what, done in left.items() if not done)
    return words[:1].upper() + words[1:] if one.open else "Settled"


def learned_by_kind(told: "Iterable[LessonTold]") -> list[tuple[str, list["LessonTold"]]]:
    """What talks taught, under a heading each: pay and the way in before what only stayed."""
    found = list(told)
    rows = (
        (words, [one for one in found if one.about == about]) for about, words in LEARNED.items()
    )
    return [(words, lessons) for words, lessons in rows if lessons]


def talk_is(one: "BriefShown") -> str:
    """`Thursday, 26 November, 10:00 by phone`; nothing while it has no day."""
    if one.on is None:
        return ""
    at = f", {one.at:%H:%M}" if one.at else ""
    return f"{long_day(one.on)}{at} {TALKED_HOW[one.how]}".strip()


def interview_is(one: "InterviewShown") -> str:
    """`Thursday, 26 November, 10:00 on video`; nothing while it has no day."""
    if one.held_on is not None:
        return f"you were there on {long_day(one.held_on)}"
    if one.on is None:
        return ""
    at = f", {one.at:%H:%M}" if one.at else ""
    return f"{long_day(one.on)}{at} {TALKED_HOW[one.how]}".strip()


def sits_there(one: "SitsThere") -> str:
    """`Dana Weiss, Head of Marketing`."""
    return ", ".join(filter(None, (one.name, one.title)))


def last_time(one: "PracticeShown") -> str:
    """`Last time, 3 November, you noted: slower. You have heard from them once since.`"""
    if one.practised_on is None:
        return ""
    noted = f"you noted: {one.noted.rstrip('.')}" if one.noted else "you noted nothing"
    since = {0: "", 1: " You have heard from them since."}.get(
        one.since, f" You have heard from them {one.since} times since."
    )
    return f"Last time, {long_day(one.practised_on)}, {noted}.{since}"

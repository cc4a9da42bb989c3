"""What was understood, said back in words to say yes to. Pure."""

from collections.abc import Callable, Iterable
from datetime import date

from firststep.facts.channels import SPOKEN, by_words
from firststep.facts.said import say, say_day, to_say
from firststep.steps.outreach.telling.happening import Do, LineHappening, NamedInLine
from firststep.steps.outreach.telling.seats import post_of

_ANSWERED = {
    "yes": to_say("{who} said yes {day}."),
    "no": to_say("{who} said no {day}."),
    "later": to_say("{who} said later {day}."),
    "refers": to_say("{who} gave you a name {day}."),
    "question": to_say("{who} asked something {day}."),
    "helped": to_say("{who} helped you {day}."),
    "out_of_office": to_say("{who} is out of the office, you heard {day}."),
    "bounced": to_say("{who} did not get your message: it came back {day}."),
}
_CALLED = {
    "voicemail": to_say("You called {who} {day}: left a voicemail."),
    "no_answer": to_say("You called {who} {day}: no answer."),
    "talked": to_say("You called {who} {day}: talked."),
    "yes": to_say("You called {who} {day}: they said yes."),
    "no": to_say("You called {who} {day}: they said no."),
    "later": to_say("You called {who} {day}: not now."),
}
_STAGES = {
    "interview": to_say("{company} invited you to an interview."),
    "rejected": to_say("{company} turned you down {day}."),
    "job_offer": to_say("{company} made you a job offer {day}."),
    "applied": to_say("You applied at {company} {day}."),
}
_PLAIN: dict[Do, str] = {
    "accepted": to_say("{who} accepted your invitation to connect {day}."),
    "talked": to_say("You talked with {who} {day}."),
    "thank": to_say("You thanked {who} {day}."),
    "met": to_say("You met {who} {day}."),
    "offer": to_say("{who} made you an offer {day}."),
    "do_not_contact": to_say("{who} is not to be contacted again."),
    "cancelled": to_say("The talk with {who} is cancelled."),
    "note": to_say("A note about {who}."),
}


def said_back(one: LineHappening, *, today: date) -> str:
    """One happening in a sentence or two, in the reader's language."""
    who = one.who.name if one.who else say("somebody", sense="in a line")
    day = _day(one.on, today)
    plain = _PLAIN.get(one.do)
    said = say(plain, who=who, day=day) if plain else _SAID[one.do](one, who, day)
    return " ".join(filter(None, (said, _besides(one))))


def _reply(one: LineHappening, who: str, day: str) -> str:
    if one.expected and one.answer == "refers":
        told = say(" and ").join(to.name for to in one.to)
        words = to_say("{who} told {told} about you: they expect you, {day}.")
        return say(words, who=who, told=told, day=day)
    return say(_ANSWERED.get(one.answer or "", to_say("{who} answered {day}.")), who=who, day=day)


def _sent(one: LineHappening, who: str, day: str) -> str:
    if one.channel is None or one.channel in SPOKEN:
        return say("You wrote to {who} {day}.", who=who, day=day)
    by = say(by_words(one.channel))
    return say("You wrote to {who} {by} {day}.", who=who, by=by, day=day)


def _call(one: LineHappening, who: str, day: str) -> str:
    words = _CALLED.get(one.outcome or "", to_say("You called {who} {day}."))
    return say(words, who=who, day=day)


def _stage(one: LineHappening, _who: str, day: str) -> str:
    if one.held:
        company = one.company or say("a company", sense="at")
        return say("You had an interview at {company} {day}.", company=company, day=day)
    words = _STAGES.get(one.outcome or "", to_say("{company} wrote to you {day}."))
    return say(words, company=one.company or say("A company"), day=day)


def _promise(one: LineHappening, who: str, day: str) -> str:
    if one.outcome == "mine":
        if one.words:
            return say("You promised {who}: {what}.", who=who, what=one.words)
        return say("You promised {who} something {day}.", who=who, day=day)
    if one.words:
        return say("{who} promised you: {what}.", who=who, what=one.words)
    return say("{who} promised you something {day}.", who=who, day=day)


def _favour(one: LineHappening, who: str, day: str) -> str:
    if one.outcome == "given":
        return say("You did {who} a favour {day}.", who=who, day=day)
    return say("{who} did you a favour {day}.", who=who, day=day)


def _seat(one: LineHappening, who: str, _day: str) -> str:
    title = post_of(one.to[0].title) if one.to else ""
    title, company = title or say("the head of the department"), one.company
    if company:
        return say("{who} is {title} at {company}.", who=who, title=title, company=company)
    return say("{who} is {title} at a company.", who=who, title=title)


def _moment(one: LineHappening) -> str:
    if one.at is not None:
        return say("on {day} at {hour}", day=_full(one.at.date()), hour=f"{one.at:%H:%M}")
    return say("on {day}", day=_full(one.on)) if one.on else say("on a day to come")


def _full(day: date) -> str:
    return say_day(day, "EEEE d MMMM")


def _day(on: date | None, today: date) -> str:
    if on is None or on == today:
        return say("today")
    if on.year == today.year:
        return say("on {day}", day=_full(on))
    return say("on {day} {year}", day=_full(on), year=on.year)


def _besides(one: LineHappening) -> str:
    """Who was named, until when, where somebody new works."""
    parts = [_of_interview(one) if one.do == "stage" else _of_people(one)]
    if one.until and not one.words:  # which have the day in them
        parts.append(say("Until {day}.", day=say_day(one.until, "d MMMM y")))
    if one.learned:
        learned = "; ".join(what for _, what in one.learned)
        parts.append(say("You learned: {learned}.", learned=learned))
    return " ".join(filter(None, parts))


def _of_people(one: LineHappening) -> str:
    if one.do in ("reply", "talked", "call") and one.to:
        return say("Named: {names}.", names=_all(one.to))
    if one.do != "met" or one.who is None or one.who.person_id is not None:
        return ""
    new = ", ".join(_parts(one.to[0])[1:]) if one.to else ""
    if new:
        return say("{who} is new ({new}) and will be added.", who=one.who.name, new=new)
    return say("{who} is new and will be added.", who=one.who.name)


def _of_interview(one: LineHappening) -> str:
    sit = _all(one.to)
    with_ = say("With: {names}.", names=sit) if sit else ""
    if not one.at and (one.on is None or one.held or one.outcome != "interview"):
        return with_
    return " ".join(filter(None, (say("It is {moment}.", moment=_moment(one)), with_)))


_SAID: dict[Do, Callable[[LineHappening, str, str], str]] = {
    "reply": _reply,
    "sent": _sent,
    "call": _call,
    "favour": _favour,
    "stage": _stage,
    "seat": _seat,
    "address": lambda one, who, _: f"{who}: {one.note}.",
    "promise": _promise,
    "meeting": lambda one, who, _: say(
        "You will talk with {who} {moment}.", who=who, moment=_moment(one)
    ),
    "moved": lambda one, who, _: say(
        "The talk with {who} is now {moment}.", who=who, moment=_moment(one)
    ),
}


def _all(people: Iterable[NamedInLine]) -> str:
    return "; ".join(", ".join(_parts(whom)) for whom in people)


def _parts(whom: NamedInLine) -> list[str]:
    """Name, post and company, as far as they were said."""
    return [part for part in (whom.name, whom.title, whom.company) if part]

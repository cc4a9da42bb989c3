"""What was understood, said back in words to say yes to. Pure."""

from collections.abc import Callable
from datetime import date

from firststep.facts.channels import SPOKEN, by_words
from firststep.steps.outreach.telling.happening import Do, LineHappening, NamedInLine
from firststep.steps.outreach.telling.seats import post_of

_ANSWERED = {
    "yes": "said yes",
    "no": "said no",
    "later": "said later",
    "refers": "gave you a name",
    "question": "asked something",
    "helped": "helped you",
    "out_of_office": "is out of the office, you heard",
    "bounced": "did not get your message: it came back",
}
_ENDED = {
    "voicemail": "left a voicemail",
    "no_answer": "no answer",
    "talked": "talked",
    "yes": "they said yes",
    "no": "they said no",
    "later": "not now",
}
_STAGES = {
    "interview": "invited you to an interview",
    "rejected": "turned you down",
    "job_offer": "made you a job offer",
}


def said_back(one: LineHappening, *, today: date) -> str:
    """One happening in a sentence or two."""
    who = one.who.name if one.who else "somebody"
    said = _SAID[one.do](one, who, _day(one.on, today))
    return " ".join(filter(None, (f"{said.rstrip()}.", _besides(one))))


def _answered(one: LineHappening) -> str:
    if one.expected and one.answer == "refers":
        return f"told {' and '.join(to.name for to in one.to)} about you: they expect you,"
    return _ANSWERED.get(one.answer or "", "answered")


def _sent(one: LineHappening, who: str, day: str) -> str:
    by = "" if one.channel is None or one.channel in SPOKEN else f" {by_words(one.channel)}"
    return f"You wrote to {who}{by} {day}"


def _stage(one: LineHappening, _who: str, day: str) -> str:
    when = "" if one.outcome == "interview" else day
    if one.held:
        return f"You had an interview at {one.company or 'a company'} {day}"
    return f"{one.company or 'A company'} {_STAGES.get(one.outcome or '', '')} {when}"


def _promise(one: LineHappening, who: str, day: str) -> str:
    what, ended = one.words or f"something {day}", ":" if one.words else ""
    if one.outcome == "mine":
        return f"You promised {who}{ended} {what}"
    return f"{who} promised you{ended} {what}"


def _favour(one: LineHappening, who: str, day: str) -> str:
    if one.outcome == "given":
        return f"You did {who} a favour {day}"
    return f"{who} did you a favour {day}"


def _seat(one: LineHappening, who: str, _day: str) -> str:
    title = post_of(one.to[0].title) if one.to else ""
    return f"{who} is {title or 'the head of the department'} at {one.company or 'a company'}"


def _moment(one: LineHappening) -> str:
    if one.at is None:
        return f"on {_full(one.on)}" if one.on else "on a day to come"
    return f"on {_full(one.at.date())} at {one.at:%H:%M}"


def _full(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def _day(on: date | None, today: date) -> str:
    if on is None or on == today:
        return "today"
    year = "" if on.year == today.year else f" {on.year}"
    return f"on {_full(on)}{year}"


def _besides(one: LineHappening) -> str:
    """Who was named, until when, where somebody new works."""
    parts = [_of_interview(one) if one.do == "stage" else _of_people(one)]
    if one.until and not one.words:  # which have the day in them
        parts.append(f"Until {one.until.day} {one.until:%B %Y}.")
    if one.learned:
        parts.append(f"You learned: {'; '.join(what for _, what in one.learned)}.")
    return " ".join(filter(None, parts))


def _of_people(one: LineHappening) -> str:
    if one.do in ("reply", "talked", "call") and one.to:
        return f"Named: {'; '.join(', '.join(_parts(whom)) for whom in one.to)}."
    if one.do != "met" or one.who is None or one.who.person_id is not None:
        return ""
    new = ", ".join(_parts(one.to[0])[1:]) if one.to else ""
    return f"{one.who.name} is new{f' ({new})' if new else ''} and will be added."


def _of_interview(one: LineHappening) -> str:
    sit = "; ".join(", ".join(_parts(whom)) for whom in one.to)
    with_ = f" With: {sit}." if sit else ""
    if one.at:
        return f"It is on {_full(one.at.date())} at {one.at:%H:%M}.{with_}"
    if one.on is None or one.held or one.outcome != "interview":
        return with_.strip()
    return f"It is on {_full(one.on)}.{with_}"


_SAID: dict[Do, Callable[[LineHappening, str, str], str]] = {
    "reply": lambda one, who, day: f"{who} {_answered(one)} {day}",
    "accepted": lambda _, who, day: f"{who} accepted your invitation to connect {day}",
    "sent": _sent,
    "call": lambda one, who, day: f"You called {who} {day}: {_ENDED.get(one.outcome or '', '?')}",
    "talked": lambda _, who, day: f"You talked with {who} {day}",
    "thank": lambda _, who, day: f"You thanked {who} {day}",
    "met": lambda _, who, day: f"You met {who} {day}",
    "offer": lambda _, who, day: f"{who} made you an offer {day}",
    "favour": _favour,
    "stage": _stage,
    "seat": _seat,
    "do_not_contact": lambda _, who, __: f"{who} is not to be contacted again",
    "address": lambda one, who, _: f"{who}: {one.note}",
    "promise": _promise,
    "meeting": lambda one, who, _: f"You will talk with {who} {_moment(one)}",
    "moved": lambda one, who, _: f"The talk with {who} is now {_moment(one)}",
    "cancelled": lambda _, who, __: f"The talk with {who} is cancelled",
    "note": lambda _, who, __: f"A note about {who}",
}


def _parts(whom: NamedInLine) -> list[str]:
    """Name, post and company, as far as they were said."""
    return [part for part in (whom.name, whom.title, whom.company) if part]

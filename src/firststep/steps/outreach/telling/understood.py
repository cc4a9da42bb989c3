"""A plain line understood, and what is said back of it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from firststep.facts.asks import Ask
from firststep.facts.channels import SPOKEN, ChannelName, by_words
from firststep.facts.line_kinds import CallOutcome, ReplyKind

Verb = Literal["met", "talked", "called", "wrote", "thanked", "replied", "meets"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """One line, understood. `words` says it back; what was not said is empty."""

    verb: Verb
    name: str
    company: str = ""
    on: date
    words: str = ""
    line: str
    channel: ChannelName | None = None
    how: str = ""  # coffee, lunch, video …
    where: str = ""
    occasion: str = ""  # of a meeting, in words: "for coffee at a fair"
    minutes: int | None = None
    outcome: CallOutcome | None = None  # of a call
    answer: ReplyKind | None = None  # of a reply
    until: date | None = None
    meets_at: datetime | None = None  # a conversation to come
    promise: Ask | None = None
    to: str = ""  # whom they named, or promised to introduce: "Sam Lee, Operations, Acme"
    note: str = ""  # what of the line nothing else was made of


_ANSWERED = {
    "yes": "said yes",
    "no": "said no",
    "later": "said later",
    "refers": "gave you a name",
    "question": "asked something",
    "helped": "helped you",
    "out_of_office": "is out of the office, you heard",
    "accepted": "accepted your invitation",
    "bounced": "did not get your message: it came back",
}


def _when(on: date, today: date) -> str:
    year = "" if on.year == today.year else f" {on.year}"
    return "today" if on == today else f"on {on:%A} {on.day} {on:%B}{year}"


def said_back(known: Understood, *, today: date) -> str:
    """What was understood, in words to say yes to."""
    who = f"{known.name} ({known.company})" if known.company else known.name
    when = _when(known.on, today)
    how = f" for {known.how}" if known.how in {"coffee", "lunch", "breakfast", "dinner"} else ""
    way = "" if known.channel in SPOKEN else f" {by_words(known.channel)}".rstrip()
    said = {
        "met": f"You met {who}{how} {when}.",
        "talked": f"You talked to {who} {when}.",
        "called": f"You called {who} {when}: {(known.outcome or '').replace('_', ' ')}.",
        "wrote": f"You wrote to {who}{way} {when}.",
        "thanked": f"You thanked {who} {when}.",
        "replied": f"{who} {_ANSWERED[known.answer or 'helped']} {when}.",
        "meets": "",
    }[known.verb]
    return " ".join(filter(None, (said, *_besides(known, who))))


def _besides(known: Understood, who: str) -> Iterator[str]:
    """What else the line tells: a talk to come, a promise or a name, until when."""
    if at := known.meets_at:
        they = who if known.verb == "meets" else "them"
        yield f"You will talk with {they} on {at:%A} {at.day} {at:%B} at {at:%H:%M}."
    named = known.to.replace(", , ", ", ")  # a post that was not told
    if known.promise:
        to = f" to {named}" if named else ""
        yield f"Promised: {known.promise}{to}".rstrip(".") + "."
    elif named:
        yield f"Named: {named}".rstrip(".") + "."
    if known.until:
        yield f"Until {known.until.day} {known.until:%B %Y}."

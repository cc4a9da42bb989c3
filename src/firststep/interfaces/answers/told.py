"""What a line was understood to say, and what of it was written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from firststep.errors import CannotDo
from firststep.interfaces.answers.day import Reference
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.telling.happening import (
    Do,
    LineHappening,
    LineReading,
    NamedInLine,
    Sure,
)
from firststep.verbs.thread.step import Created, NextStep, next_step
from firststep.verbs.told import log as told


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWho:
    """Whom a line means; without a number they are new, or not known."""

    person_id: int | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineUnderstood:
    """One thing a line says happened, `words` in a sentence. `sure`: whether it may be written as
    it is, or has to be asked; `expected`: whoever was named expects the seeker. What was not said
    is null."""

    do: Do
    who: LineWho | None
    approach_id: Reference | None
    answer: str | None
    on: date
    until: date | None
    at: datetime | None
    channel: str | None
    outcome: str | None
    to: NamedInLine | None
    expected: bool
    company: str | None
    note: str
    sure: Sure
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLogged:
    """`written`: whether it stands in the journal, in `entries`; `question`: the one thing to ask
    first, `readings` the ways to say it, the likeliest first."""

    understood: tuple[LineUnderstood, ...]
    written: bool
    entries: tuple[int, ...]
    question: str | None
    readings: tuple[LineReading, ...]
    created: tuple[Created, ...]
    words: tuple[str, ...]
    next: NextStep | None


def log(campaign: Campaign, *, stamp: Stamp, line: str, yes: bool = False) -> LineLogged:
    """`yes`: it is agreed to. Raises CannotDo where something has to be asked first, with what was
    understood so far in its detail."""
    shown = told.understood(campaign, stamp=stamp, line=line)
    answer = _shown(shown, stamp.on)
    if not yes:
        return answer
    try:
        what = told.log(campaign, stamp=stamp, line=line)
    except CannotDo as refused:
        refused.detail = {
            "understood": answer.understood,
            "written": False,
            "entries": (),
            "question": answer.question,
        }
        raise
    return LineLogged(
        understood=answer.understood,
        written=True,
        entries=what.entries,
        question=None,
        readings=(),
        created=tuple(one for made in what.records for one in made.created),
        words=answer.words,
        next=_follows(campaign, what, stamp.on),
    )


def _shown(shown: told.Understanding, today: date) -> LineLogged:
    said = zip(shown.read.happenings, shown.words, strict=True)
    return LineLogged(
        understood=tuple(row for one, words in said for row in _rows(one, words, today)),
        written=False,
        entries=(),
        question=shown.read.question or None,
        readings=shown.read.readings,
        created=(),
        words=(*shown.words, *shown.besides),
        next=None,
    )


def _rows(one: LineHappening, words: str, today: date) -> Iterator[LineUnderstood]:
    """A row for each person who was named, as one answer can name one only."""
    for to in one.to or (None,):
        who = record_of(LineWho, one.who) if one.who else None
        yield record_of(LineUnderstood, one, who=who, on=one.on or today, to=to, words=words)


def _follows(campaign: Campaign, what: told.Logged, on: date) -> NextStep | None:
    """What follows for whoever the line told of last."""
    refs: list[Any] = [made.approach_id or made.ref for made in what.records]
    return next_step(campaign, refs[-1], on) if refs else None

"""What fell due after what happened, and whether it was done in time (F40). Pure."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from firststep.facts.calendar import WorkCalendar
from firststep.facts.line_kinds import FOLLOWS_UP, OWES_THANKS
from firststep.facts.playbook import Playbook
from firststep.facts.snapshot import ApproachFacts, LogLine, Snapshot

_Owed = Callable[[LogLine], date | None]  # the last day in time for what a line leaves owing


class Owing(NamedTuple):
    """What is to be done after which lines, and what does it; `once`: only once for a day, as
    after meeting somebody and their offer there."""

    until: _Owed
    done_by: frozenset[str]
    once: bool = False


class FellDue(NamedTuple):
    """A line that left something owing whose time is over, or that was seen to."""

    person_id: int | None
    line: LogLine
    in_time: bool


def follow_ups(book: Playbook) -> Owing:
    """People met, also on an offer, within seven calendar days (M6.1, F40)."""

    def until(line: LogLine) -> date | None:
        lapses = timedelta(days=book.met_lapses_calendar_days)
        begins = max(line.on, line.opens or line.on)  # an offer begins where it says
        return begins + lapses if line.kind in ("met", "offered") else None

    return Owing(until, FOLLOWS_UP, once=True)


def owed_thanks(calendar: WorkCalendar) -> Owing:
    """Thanks within the next working day (C8)."""

    def until(line: LogLine) -> date | None:
        return calendar.after(line.on, 1) if line.kind in OWES_THANKS else None

    return Owing(until, frozenset({"thank", "answer"}))


def fell_due(snapshot: Snapshot, today: date, what: Owing) -> Iterator[FellDue]:
    """Each thing that was owed and was done, or is late by now."""
    for approach in snapshot.approaches.values():
        log = [line for line in approach.log if line.on <= today]
        stopped = _is_stopped(snapshot, approach)
        for line, last, done in _owed(log, what):
            if done is not None or (today > last and not stopped):
                in_time = done is not None and done <= last
                yield FellDue(approach.person_id, line, in_time)


def _is_stopped(snapshot: Snapshot, approach: ApproachFacts) -> bool:
    """Then nothing is owed any more (F19)."""
    person = snapshot.people.get(approach.person_id or 0)
    return person is not None and person.do_not_contact


def _owed(log: Sequence[LogLine], what: Owing) -> Iterator[tuple[LogLine, date, date | None]]:
    """What was owed, the last day in time for it, and the day it was done."""
    counted: set[date] = set()
    for at, line in enumerate(log):
        last = what.until(line)
        if last is None or _is_told(what, last in counted, log[:at], line.on):
            continue
        counted.add(last)
        yield line, last, next((x.on for x in log[at + 1 :] if x.kind in what.done_by), None)


def _is_told(what: Owing, counted: bool, before: Sequence[LogLine], on: date) -> bool:
    """Whether it was owed that day already, and not done before this came."""
    done = any(line.on == on and line.kind in what.done_by for line in before)
    return what.once and counted and not done

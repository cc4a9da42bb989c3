"""What the tests of the rules share: days counted from a Monday, and one thread."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import LogLine
from firststep.steps.followup.cadence import thread
from firststep.steps.followup.thread import Rhythm, Thread
from tests.builders import MONDAY, a_calendar, a_person, an_approach

BOOK, CALENDAR = DEFAULT, a_calendar()
KNOWN = Rhythm(manager=False, has_number=False, has_written_way=True)
MANAGER = Rhythm(manager=True, has_number=False, has_written_way=True)
REACHED = Rhythm(manager=True, has_number=True, has_written_way=True)


def working(n: int) -> date:
    """The n-th working day after (or before) Monday 2 November 2026."""
    day = MONDAY
    for _ in range(-n):
        day = CALENDAR.before(day)
    return CALENDAR.after(day, n) if n > 0 else day


def on(day: date, *log: Any, rhythm: Rhythm, **fields: Any) -> Thread:
    """One thread as of a day."""
    lines: Sequence[LogLine] = log
    approach = an_approach(1, a_person(), *lines, **fields)
    return thread(approach, rhythm=rhythm, calendar=CALENDAR, today=day, book=BOOK)


def shown(found: Thread) -> list[tuple[str, date | None]]:
    return [(step.kind, step.due_on) for step in found.steps]

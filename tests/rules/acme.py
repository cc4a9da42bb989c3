"""People at Acme, and how the tests of the rules read a thread and a plan of theirs."""

from datetime import date, timedelta
from typing import Any

from firststep.facts.kinds import TieKind
from firststep.facts.plan import Plan
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import (
    ApproachFacts,
    LogLine,
    PersonFacts,
    SeatFacts,
    Snapshot,
    SnoozeFacts,
)
from firststep.plan.planner import plan_day
from firststep.steps.followup.cadence import thread
from firststep.steps.followup.delays import Delay
from firststep.steps.followup.thread import Rhythm, Thread
from tests.builders import (
    CALENDAR,
    MONDAY,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
    of_people,
    working,
)
from tests.interfaces.cli.conftest import Program

ACME, GLOBEX = a_company(1, "Acme"), a_company(2, "Globex")
ANN = a_person(1, "Ann Lee", at=ACME)
BOB = a_person(2, "Bob Ray", at=ACME)
CEM = a_person(3, "Cem Arslan", at=ACME)
DANA = a_person(9, "Dana Whitlock", at=ACME, title="Head of Purchasing", tie=None)
SEAT = a_seat(1, ACME)
HELD = a_seat(1, ACME, holder_id=9)

KNOWN = Rhythm(manager=False, has_number=False, has_written_way=True)
MANAGER = Rhythm(manager=True, has_number=True, has_written_way=True)
WITHOUT_NUMBER = Rhythm(manager=True, has_number=False, has_written_way=True)


def calendar_days(n: int) -> date:
    return MONDAY + timedelta(days=n)


def happened(*lines: tuple[Any, ...]) -> tuple[LogLine, ...]:
    """A log from (kind, working day, fields) in the order of recording."""
    return tuple(
        a_line(kind, working(day), order, **(more[0] if more else {}))
        for order, (kind, day, *more) in enumerate(lines, 1)
    )


def with_whom(key: int, person: PersonFacts, *lines: tuple[Any, ...], **more: Any) -> ApproachFacts:
    return an_approach(key, person, *happened(*lines), **more)


def a_thread(
    day: int, *lines: tuple[Any, ...], rhythm: Rhythm = KNOWN, delays: tuple[Delay, ...] = (),
    **more: Any,
) -> Thread:  # fmt: skip
    """One thread as of the n-th working day."""
    approach = with_whom(1, ANN, *lines, **more)
    return thread(
        approach, rhythm=rhythm, calendar=CALENDAR, today=working(day), book=DEFAULT, snoozes=delays
    )


def on(day: date, *log: LogLine, rhythm: Rhythm, **fields: Any) -> Thread:
    """One thread, with these lines, as of a day."""
    approach = an_approach(1, a_person(), *log, **fields)
    return thread(approach, rhythm=rhythm, calendar=CALENDAR, today=day, book=DEFAULT)


def steps(found: Thread) -> list[tuple[str, date | None]]:
    return [(step.kind, step.due_on) for step in found.steps]


def at_acme(
    people: list[PersonFacts], *approaches: ApproachFacts, seat: SeatFacts = SEAT, **more: Any
) -> Snapshot:
    return a_snapshot(people=people, seats=[seat], approaches=approaches, **more)


ELSEWHERE = [a_company(n, f"C{n}") for n in range(2, 18)]


def crowded(count: int, tie: TieKind | None) -> Snapshot:
    """So many people at as many companies were written to on Monday; Dana at Acme is proposed."""
    title = "Clerk" if tie else "Head of Purchasing"
    people = [
        a_person(n + 20, f"P{n}", at=firm, tie=tie, title=title)
        for n, firm in enumerate(ELSEWHERE[:count])
    ]
    seats = [] if tie else [a_seat(n + 20, ELSEWHERE[n], holder_id=n + 20) for n in range(count)]
    return a_snapshot(
        companies=[ACME, *ELSEWHERE],
        people=[*people, DANA],
        seats=[HELD, *seats],
        approaches=[with_whom(n, who, ("write", 0)) for n, who in enumerate(people, 1)],
    )


def plan(day: int, picture: Snapshot, *snoozes: SnoozeFacts) -> Plan:
    return plan_day(picture, today=working(day), snoozes=snoozes)


def shown(found: Plan) -> list[tuple[str, str]]:
    """What may be done that day, whether it fits or not."""
    return [(card.kind, card.name) for card in of_people(found.showable)]


def names(found: Plan) -> list[str]:
    return [card.name for card in of_people(found.showable)]


def waits(found: Plan, name: str) -> tuple[str | None, date | None]:
    row = next(row for row in found.waiting if row.name == name)
    return row.kind, row.due_on


def told(found: Plan, name: str) -> str:
    return next(row.why for row in found.waiting if row.name == name)


def days(program: Program, day: str) -> Program:
    """The program on another day of 2026."""
    program.on = f"2026-{day}"
    return program

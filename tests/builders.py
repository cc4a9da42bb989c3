"""Pictures without a database: facts for the pure rooms, `a_snapshot(people=[a_person()])`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from firststep.facts.calendar import WorkCalendar
from firststep.facts.kinds import INTERVIEWED, TieKind
from firststep.facts.plan import Card
from firststep.facts.snapshot import (
    IN_TIME,
    ApproachFacts,
    CompanyFacts,
    GoalFacts,
    LogLine,
    PersonFacts,
    PositionFacts,
    SeatFacts,
    Snapshot,
    TieFacts,
)

MONDAY = date(2026, 11, 2)
TUESDAY = date(2026, 11, 3)
FRIDAY = date(2026, 11, 6)


def a_calendar(*, off: Sequence[date] = ()) -> WorkCalendar:
    """Monday to Friday, less the days named."""
    days = frozenset(off)
    return WorkCalendar(holidays_of=lambda _country, _year: days)


CALENDAR = a_calendar()


def working(n: int) -> date:
    """The n-th working day after, or before, Monday 2 November 2026."""
    day = MONDAY
    for _ in range(-n):
        day = CALENDAR.before(day)
    return CALENDAR.after(day, n) if n > 0 else day


def of_people(cards: Sequence[Card]) -> list[Card]:
    """The steps with somebody or about a name. A picture of one or two targets wants more companies
    every third day, too (F30)."""
    return [card for card in cards if card.kind != "add_companies"]


def a_goal(**fields: Any) -> GoalFacts:
    values = {
        "id": 1,
        "role": "Purchasing manager",
        "department": "Purchasing",
        "places": ("Berlin",),
        "began_on": MONDAY,
        **fields,
    }
    return GoalFacts(**values)


def a_company(id: int = 1, name: str = "Acme", **fields: Any) -> CompanyFacts:
    """A target company, unless `is_target=False` is said; interviewed where its stage says so."""
    interviewed = fields.get("stage") in INTERVIEWED
    values = {"is_target": True, "targeted_on": MONDAY, "interviewed": interviewed, **fields}
    return CompanyFacts(id=id, name=name, **values)


def a_position(company: CompanyFacts | None = None, **fields: Any) -> PositionFacts:
    company = company or a_company()
    return PositionFacts(company_id=company.id, company=company.name, **fields)


def a_person(
    id: int = 1,
    name: str = "Ann Lee",
    *,
    tie: TieKind | None = "known",
    at: CompanyFacts | None = None,
    title: str = "Analyst",
    **fields: Any,
) -> PersonFacts:
    """A person with an address; `at` is where they work now; `tie=None` makes a stranger."""
    given, _, family = name.partition(" ")
    values: dict[str, Any] = {
        "given": given,
        "family": family,
        "emails": (f"{name.replace(' ', '.').lower()}@people.example",),
        "positions": (a_position(at, title=title),) if at else (),
        "tie": TieFacts(id=id, kind=tie) if tie else None,
        **fields,
    }
    return PersonFacts(id=id, name=name, **values)


def a_seat(id: int = 1, company: CompanyFacts | None = None, **fields: Any) -> SeatFacts:
    values = {"title": "Head of Purchasing", "opened_on": MONDAY, **fields}
    return SeatFacts(id=id, company_id=(company or a_company()).id, **values)


def an_approach(
    id: int = 1, person: PersonFacts | None = None, *log: LogLine, **fields: Any
) -> ApproachFacts:
    """An open approach to a person with what has happened in it, in order."""
    values: dict[str, Any] = {"ask": "name", "channel": "email", "opened_on": MONDAY, **fields}
    in_time = tuple(sorted(log, key=IN_TIME))
    return ApproachFacts(id=id, person_id=(person or a_person()).id, log=in_time, **values)


def a_line(kind: str, on: date = MONDAY, order: int = 1, **fields: Any) -> LogLine:
    return LogLine(kind=kind, on=on, order=order, **fields)  # type: ignore[arg-type]


def a_snapshot(
    *,
    people: Sequence[PersonFacts] = (),
    companies: Sequence[CompanyFacts] | None = None,
    seats: Sequence[SeatFacts] = (),
    approaches: Sequence[ApproachFacts] = (),
    **fields: Any,
) -> Snapshot:
    """Ada's campaign; with no companies named, the one target Acme."""
    companies = [a_company()] if companies is None else companies
    values: dict[str, Any] = {
        "campaign_id": 1,
        "revision": 1,
        "seeker": "Ada Moreno",
        "minutes_a_day": 45,
        "calendar": a_calendar(),
        "goal": a_goal(),
        **fields,
    }
    return Snapshot(
        companies={c.id: c for c in companies},
        people={p.id: p for p in people},
        seats={s.id: s for s in seats},
        approaches={a.id: a for a in approaches},
        **values,
    )

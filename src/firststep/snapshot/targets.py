"""The targets with their open seats, and who holds those by title."""

from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple

from firststep.facts.snapshot import (
    CompanyFacts,
    GoalFacts,
    OpeningFacts,
    PersonFacts,
    SeatFacts,
)
from firststep.snapshot.logs import FetchedRow, fetched
from firststep.steps.people.titles.holders import held_by_title, may_hold_by_title

LISTED_IN = ("Company", "Seat", "JobOpening", "NotHolder")
# Written out: to put this question together takes longer than to answer it.
_LISTED = """
SELECT company.id, company.name, targeted_on, motivation, stage, staged_on, interviewed_on,
    company.phone, company.phone_on, answer_by, opening.role, opening.applied_on,
    seat.id, seat.title, seat.holder_id, seat.named_on, seat.opened_on, nobody.person_id
FROM firststep_company AS company
LEFT JOIN firststep_jobopening AS opening ON opening.id = (
    SELECT newest.id FROM firststep_jobopening AS newest WHERE newest.company_id = company.id
    ORDER BY newest.seen_on DESC, newest.id DESC LIMIT 1)
LEFT JOIN firststep_seat AS seat ON seat.company_id = company.id AND seat.closed_on IS NULL
LEFT JOIN firststep_notholder AS nobody ON nobody.seat_id = seat.id
WHERE company.campaign_id = %s AND targeted_on IS NOT NULL
ORDER BY company.id, seat.id
"""


class Targeted(NamedTuple):
    """The targets, and the seats that stand open there."""

    companies: dict[int, CompanyFacts]
    seats: dict[int, SeatFacts]


def read_list(campaign: int) -> Targeted:
    """The targets with their open seats."""
    listed = Targeted({}, {})
    for row in fetched(_LISTED, campaign):
        listed.companies[row[0]] = _target(row)
        seat, title, holder, named_on, opened_on, not_held_by = row[12:]
        if seat is not None:
            before = listed.seats.get(seat)
            listed.seats[seat] = SeatFacts(
                id=seat,
                company_id=row[0],
                title=title,
                holder_id=holder,
                not_held_by=(before.not_held_by if before else frozenset()) | {not_held_by or 0},
                named_on=named_on,
                opened_on=opened_on,
            )
    return listed


def _target(row: FetchedRow) -> CompanyFacts:
    key, name, targeted_on, motivation, stage, staged_on, interviewed_on, phone, phone_on = row[:9]
    answer_by, role, applied_on = row[9:12]
    return CompanyFacts(
        id=key,
        name=name,
        is_target=True,
        targeted_on=targeted_on,
        motivation=motivation,
        stage=stage,
        staged_on=staged_on,
        interviewed=interviewed_on is not None,
        answer_by=answer_by,
        opening=None if role is None else OpeningFacts(role, applied_on),
        phone=phone,
        phone_on=phone_on,
    )


def named_by_title(
    seats: dict[int, SeatFacts], people: dict[int, PersonFacts], goal: GoalFacts | None
) -> dict[int, SeatFacts]:
    """The seats, those filled whose holder only a title names (F31)."""
    at: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for person in people.values():
        stopped = person.do_not_contact
        for post in person.positions:
            if may_hold_by_title(
                current=post.current, sureness=post.sureness, do_not_contact=stopped
            ):
                at[post.company_id].append((person.id, post.title))
    department = goal.department if goal else ""
    return {key: _filled(seat, department, at[seat.company_id]) for key, seat in seats.items()}


def _filled(seat: SeatFacts, department: str, there: list[tuple[int, str]]) -> SeatFacts:
    if seat.holder_id is not None:
        return seat
    found = held_by_title(seat.title, department, there, not_held_by=seat.not_held_by)
    if found.holder is not None:
        return replace(seat, holder_id=found.holder, by_title=True)
    return replace(seat, perhaps=found.perhaps) if found.perhaps else seat

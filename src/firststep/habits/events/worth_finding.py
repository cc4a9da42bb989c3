"""Who is worth finding at an event: the people the campaign wants most and has not talked to.
Pure.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from firststep.facts.line_kinds import HEARD
from firststep.facts.snapshot import CompanyFacts, SeatFacts, Snapshot

MOST = 3


class WorthFinding(NamedTuple):
    """Somebody from a company, by name where one is known, else by the post they hold."""

    company_id: int
    company: str
    person_id: int | None
    name: str
    title: str
    why: str


def worth_finding(snapshot: Snapshot, *, met: Collection[int] = ()) -> tuple[WorthFinding, ...]:
    """Three at most, one a company, the most wanted companies first: who runs the department
    there, by name or by title. Left out are `met` and those already heard from."""
    heard = {
        one.person_id
        for one in snapshot.approaches.values()
        if any(line.kind in HEARD for line in one.log)
    } | set(met)
    targets = (one for one in snapshot.companies.values() if one.is_target)
    wanted = sorted(targets, key=lambda one: (-one.motivation, one.id))
    found = (next(_at(snapshot, one, heard), None) for one in wanted if _is_open(one))
    return tuple(one for one in found if one is not None)[:MOST]


def _is_open(company: CompanyFacts) -> bool:
    """At an interview, an offer or a rejection nobody new is looked for (F9)."""
    return not company.stage


def _at(
    snapshot: Snapshot, company: CompanyFacts, heard: Collection[int | None]
) -> Iterator[WorthFinding]:
    seats = (one for one in snapshot.seats.values() if one.company_id == company.id)
    for seat in sorted(seats, key=lambda one: one.id):
        if seat.holder_id is None:
            why = "You do not know yet who that is; anybody from there can tell you."
            yield _worth(company, seat, None, "", why)
        elif seat.holder_id not in heard and seat.holder_id in snapshot.people:
            person = snapshot.people[seat.holder_id]
            if not person.do_not_contact:
                why = "A minute of talk is worth more than the best letter."
                yield _worth(company, seat, person.id, person.name, why)


def _worth(
    company: CompanyFacts, seat: SeatFacts, person_id: int | None, name: str, why: str
) -> WorthFinding:
    return WorthFinding(company.id, company.name, person_id, name, seat.title, why)

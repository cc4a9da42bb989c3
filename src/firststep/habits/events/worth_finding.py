"""Who is worth finding at an event: the people the campaign wants most and has not talked to.
Pure.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from firststep.facts.line_kinds import HEARD
from firststep.facts.said import say, to_say
from firststep.facts.snapshot import BY_ID, CompanyFacts, PersonFacts, SeatFacts, Snapshot
from firststep.facts.text import fold
from firststep.steps.goal.companies.names import name_parts
from firststep.steps.people.titles.decision_makers import sits_in

MOST = 3
_UNKNOWN = to_say("You do not know yet who that is; anybody from there can tell you.")
_HOLDER = to_say("A minute of talk is worth more than the best letter.")
_THERE = to_say("You know them. Say hello, and ask who runs {department} there.")
_ELSEWHERE = to_say(
    "You know them, and they do the work you look for. Ask whom they would talk to."
)


class WorthFinding(NamedTuple):
    """Somebody from a company, by name where one is known, else by the post they hold."""

    company_id: int | None
    company: str
    person_id: int | None
    name: str
    title: str
    why: str


def worth_finding(
    snapshot: Snapshot, *, met: Collection[int] = (), about: str = ""
) -> tuple[WorthFinding, ...]:
    """Three at most, one a company: targets the event is named after (`about`), then the most
    wanted. Of each who runs the department, by name or by title, else somebody known there; after
    them people known elsewhere in the goal's field. Left out are `met` and those heard from."""
    gone = _heard_from(snapshot) | set(met)
    targets = [one for one in snapshot.companies.values() if one.is_target and not one.stage]
    wanted = sorted(targets, key=lambda one: (not _names(about, one.name), -one.motivation, one.id))
    found = [one for target in wanted if (one := next(_at(snapshot, target, gone), None))]
    elsewhere = _elsewhere(snapshot, gone)
    return (*found, *elsewhere)[:MOST]


def _heard_from(snapshot: Snapshot) -> set[int | None]:
    return {
        one.person_id
        for one in snapshot.approaches.values()
        if any(line.kind in HEARD for line in one.log)
    }


def _names(about: str, company: str) -> bool:
    """Whether an event is named after a company: "Halvorsen open house", of Halvorsen GmbH."""
    return f" {' '.join(name_parts(company).plain)} " in f" {fold(about)} "


def _at(
    snapshot: Snapshot, company: CompanyFacts, gone: Collection[int | None]
) -> Iterator[WorthFinding]:
    """Whom to look for from a target. At an interview, an offer or a rejection nobody new (F9)."""
    yield from _who_runs_it(snapshot, company, gone)
    department = snapshot.goal.department if snapshot.goal else ""
    for person in _known(snapshot, gone):
        post = next((one for one in person.current if one.company_id == company.id), None)
        if post and department:
            why = say(_THERE, department=department)
            yield WorthFinding(company.id, company.name, person.id, person.name, post.title, why)


def _who_runs_it(
    snapshot: Snapshot, company: CompanyFacts, gone: Collection[int | None]
) -> Iterator[WorthFinding]:
    """Who holds the seats there, by name or by title."""
    seats = (one for one in snapshot.seats.values() if one.company_id == company.id)
    for seat in sorted(seats, key=lambda one: one.id):
        holder = snapshot.people.get(seat.holder_id or 0)
        if seat.holder_id is None:
            yield _worth(company, seat)
        elif holder and holder.id not in gone and not holder.do_not_contact:
            yield _worth(company, seat)._replace(
                person_id=holder.id, name=holder.name, why=say(_HOLDER)
            )


def _elsewhere(snapshot: Snapshot, gone: Collection[int | None]) -> Iterator[WorthFinding]:
    """People known at no target, in the goal's field."""
    targets = {one.id for one in snapshot.companies.values() if one.is_target}
    department = snapshot.goal.department if snapshot.goal else ""
    for person in _known(snapshot, gone):
        post = next(iter(person.current), None)
        if post and post.company_id not in targets and sits_in(post.title, department):
            title, company = post.title, post.company
            yield WorthFinding(None, company, person.id, person.name, title, say(_ELSEWHERE))


def _known(snapshot: Snapshot, gone: Collection[int | None]) -> Iterator[PersonFacts]:
    """Whom the seeker knows well enough to walk up to, and has not heard from."""
    for person in sorted(snapshot.people.values(), key=BY_ID):
        tied = person.tie is not None and person.tie.kind in ("close", "known", "met")
        if tied and person.id not in gone and not person.do_not_contact:
            yield person


def _worth(company: CompanyFacts, seat: SeatFacts) -> WorthFinding:
    return WorthFinding(company.id, company.name, None, "", seat.title, say(_UNKNOWN))

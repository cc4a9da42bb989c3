"""The posts one should know, and who holds them."""

from typing import TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.facts.snapshot import SeatFacts
from firststep.facts.text import fold
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.plan.shown import plan_on
from firststep.steps.approach.rows import fill_seat
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.typed import line
from firststep.steps.people.finding.finding import find_company, find_person
from firststep.steps.people.models import NotHolder, Person, Seat
from firststep.steps.people.rows.doubled import refuse_doubled
from firststep.steps.people.rows.making import make_person, searchable, typed_name, work_at
from firststep.steps.people.rows.seats import open_seat, usual_title
from firststep.steps.people.rows.targets import same_employer
from firststep.steps.people.rows.ways import slug_of
from firststep.verbs.targets.target import a_target


class SeatSaid(TypedDict, total=False):
    """What may be said of a seat."""

    holder: str | None
    rename: str | None
    vacant: bool
    drop: bool
    newcomer: str
    linkedin: str


@in_turn
def name_seat(
    campaign: Campaign,
    *,
    stamp: Stamp,
    company: str,
    title: str | None = None,
    **said: Unpack[SeatSaid],
) -> Seat:
    """Opens a seat at a target, or says who holds it (`seat COMPANY [TITLE] --is PERSON`).

    Without a title it is the department's manager's. `rename` corrects the title, `vacant` takes
    the holder out, `drop` closes the seat. A holder not known to work there gets that post; a
    `newcomer`, with their profile if it was found, is added to the address book in the same entry.
    """
    target = a_target(find_company(campaign, company))
    holder = said.get("holder")
    person = find_person(campaign, holder) if holder else None
    wanted = title or usual_title(campaign, target)
    told = plan_on(campaign, stamp.on).snapshot.seats if said.get("vacant") else {}
    with recording(campaign, stamp, verb="seat", about=target) as change:
        seat = open_seat(change, target, wanted)
        if (rename := said.get("rename")) is not None:
            _rename(change, seat, rename)
        if said.get("vacant"):
            _vacate(change, seat, told.get(seat.pk))
        if newcomer := said.get("newcomer"):
            person = _newcomer(change, newcomer, target, seat, said.get("linkedin", ""))
        if person is not None:
            _seat_holder(change, seat, person, target)
            change.change(seat, named_on=stamp.on)
        if said.get("drop"):
            change.change(seat, closed_on=stamp.on)
        change.words = _words(seat, wanted, person, said)
    return seat


def _words(seat: Seat, wanted: str, person: Person | None, said: SeatSaid) -> str:
    """What was done last."""
    at = {"title": seat.title, "company": seat.company.name}
    if said.get("drop"):
        return say("You closed the seat {title} at {company}.", **at)
    if person is not None:
        return say("{name} is {title} at {company}.", name=person.name, **at)
    if said.get("vacant"):
        return say("Nobody holds {title} at {company}.", **at)
    at["title"] = wanted
    return say("You opened the seat {title} at {company}.", **at)


def _vacate(change: Recording, seat: Seat, told: SeatFacts | None) -> None:
    """Nobody holds it: neither who was said to, nor whom a title names (F31)."""
    by_title = {told.holder_id, *told.perhaps} if told else set()
    for key in filter(None, {seat.holder_id} | by_title):
        if not NotHolder.objects.filter(seat=seat, person_id=key).exists():
            change.make(NotHolder(seat=seat, person_id=key, on=change.on))
    change.change(seat, holder=None, named_on=None)


def _newcomer(change: Recording, name: str, target: Company, seat: Seat, linkedin: str) -> Person:
    """Somebody nobody here knew, holding that post there."""
    name, slug = typed_name(name), slug_of(linkedin)
    refuse_doubled(change.campaign, name=name, company=target.name, email="", slug=slug)
    return make_person(change, name=name, company=target.name, title=seat.title, linkedin=slug)


def _rename(change: Recording, seat: Seat, title: str) -> None:
    title = line(title, called="the title", most=300, needed=True)
    taken = Seat.objects.filter(company=seat.company_id, title_key=fold(title)).exclude(pk=seat.pk)
    if taken.exists():
        raise CannotDo("There is a seat {title} there already.", title=title)
    change.change(seat, title=title, title_key=fold(title))


def _seat_holder(change: Recording, seat: Seat, person: Person, target: Company) -> None:
    fill_seat(change, seat, person)
    change.drop(list(NotHolder.objects.filter(seat=seat, person=person)))
    houses = same_employer(change.campaign, target)
    if not person.positions.filter(current=True, company__in=houses).exists():
        work_at(change, person, target, title=seat.title)
        searchable(change, person)

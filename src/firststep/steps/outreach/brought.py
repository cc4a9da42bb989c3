"""Step 4, what one can do: bring in whom somebody named (F11)."""

from collections.abc import Collection
from dataclasses import replace

from firststep.errors import CannotDo
from firststep.facts.asks import USUAL_ASK
from firststep.facts.channels import USUAL_CHANNEL, usual_channel
from firststep.facts.kinds import Origin
from firststep.facts.text import fold
from firststep.journal.actions import Recording
from firststep.steps.approach.models import Approach
from firststep.steps.approach.rows import Opening, fill_seat, join_or_open, open_approach
from firststep.steps.goal.models import Company
from firststep.steps.outreach.rows import ways_kept
from firststep.steps.people.models import Person, Position, Seat
from firststep.steps.people.naming import Named
from firststep.steps.people.rows.making import (
    make_person,
    searchable,
    the_same,
    typed_name,
    work_at,
)
from firststep.steps.people.rows.targets import company_named, new_company, same_employer
from firststep.steps.people.rows.ties import keep_tie, tie_between
from firststep.steps.people.rows.ways import add_way
from firststep.steps.people.titles.decision_makers import runs_department
from firststep.steps.people.titles.holders import speaks_of_another


def bring_person(
    change: Recording,
    by: Approach,
    named: Named,
    *,
    origin: Origin,
    finished: Collection[int] = (),
    may_be_known: bool = True,
) -> tuple[Person, Approach | None]:
    """Makes or finds the person named, ties them to the one who named them, opens the approach.

    Named in answer to an ask for a seat's name, whoever works at the seat's company becomes its
    holder (F9, F26). Somebody marked do-not-contact is kept and not approached. Nobody is looked
    for who was looked for before and is surely new (`may_be_known`).
    """
    replier = by.person
    if replier is None:
        raise CannotDo("Nobody holds that seat yet, so nobody there can name anyone.")
    named = _with_title(by, named)
    house = _house(change, by, named, replier)
    person, is_new = _named_person(change, named, house, may_be_known=may_be_known)
    if person.pk == replier.pk:
        raise CannotDo("{name} is the one who answered. Say whom they named.", name=replier.name)
    _tie_them(change, person, replier, is_new=is_new)
    seat = _seat_named(change, by, person, house) if _is_the_name(by, named) else None
    if person.do_not_contact_on is not None:
        return person, None
    opening = replace(_opening(by, named, person, is_new=is_new), origin=origin)
    if seat:
        opening = replace(opening, seat_id=seat.pk)
    if not is_new:
        return person, join_or_open(change, opening, finished=finished)
    goal_id = None if by.goal.ended_on else by.goal_id
    return person, open_approach(change, opening, goal_id=goal_id)


def _opening(by: Approach, named: Named, person: Person, *, is_new: bool) -> Opening:
    """How they are approached; of somebody new nothing has to be looked up."""
    kinds = named.ways if is_new else ways_kept(person)
    return Opening(
        person=person,
        seat_id=None if is_new else _seat_held(person),
        ask=USUAL_ASK,
        channel=usual_channel(kinds) or USUAL_CHANNEL,
        via_id=by.person_id,
    )


def _tie_them(change: Recording, person: Person, replier: Person, *, is_new: bool) -> None:
    """That the two know each other; what is kept of how stays."""
    tied = None if is_new else tie_between(person, replier)
    kind = tied.kind if tied and tied.kind else "known"
    keep_tie(change, tied, person, replier, kind=kind)


def _is_the_name(by: Approach, named: Named) -> bool:
    """Whether who was named is the head that was asked for, not somebody in another role (F31)."""
    return by.ask == "name" and not speaks_of_another(named.title, by.goal.department)


def _seat_held(person: Person) -> int | None:
    held = Seat.objects.filter(holder=person, closed_on=None).order_by("id")
    return held.values_list("id", flat=True).first()


def _house(change: Recording, by: Approach, named: Named, replier: Person) -> Company | None:
    """The company named; where its name is the beginning of the replier's employer, that one."""
    if not named.company:
        return _asked_about(by, named)
    if found := company_named(change.campaign, named.company):
        return found
    posts = Position.objects.filter(person=replier, current=True).select_related("company")
    for post in posts.order_by("id"):
        if fold(post.company.name).startswith(f"{fold(named.company)} "):
            return post.company
    return new_company(change, named.company)


def _with_title(by: Approach, named: Named) -> Named:
    """ "Sam Lee, Head of Purchasing" in answer to who that is: a title, no company of that name."""
    asked = by.ask == "name" and by.for_seat_id is not None
    if asked and not named.title and _heads(by, named.company):
        return replace(named, title=named.company, company="")
    return named


def _heads(by: Approach, title: str) -> bool:
    return bool(title) and runs_department(title, by.goal.department) is not None


def _asked_about(by: Approach, named: Named) -> Company | None:
    """Where no company was said: that of the seat whose name was asked for, if they are named as
    its head, or their address is of that house."""
    if by.ask != "name" or by.for_seat_id is None:
        return None
    heads = _heads(by, named.title)
    at = named.email.rpartition("@")[2].strip().lower()
    if not (heads or at):
        return None
    house = Company.objects.filter(seats=by.for_seat_id).first()
    own = house.domain if house else ""
    return house if heads or (own and at == own) else None


def _named_person(
    change: Recording, named: Named, house: Company | None, *, may_be_known: bool
) -> tuple[Person, bool]:
    """Who was named, and whether they are new."""
    name, ways = typed_name(named.name), {"email": named.email, "phone": named.phone}
    same = None
    if may_be_known:
        same = the_same(change.campaign, name=name, company=house, **ways)
    if same is None:
        made = make_person(
            change,
            name=name,
            company=house.name if house else "",
            at=house,
            title=named.title[:300],
            **ways,
        )
        return made, True
    for kind, text in ways.items():
        if text.strip():
            add_way(change, same, kind, text)
    if house is not None:
        there = same_employer(change.campaign, house)
        if not same.positions.filter(current=True, company__in=there).exists():
            work_at(change, same, house, title=named.title[:300])
            searchable(change, same)
    return same, False


def _seat_named(
    change: Recording, by: Approach, person: Person, house: Company | None
) -> Seat | None:
    """The empty seat the ask was about, filled, if the person named works at its company."""
    houses = set(
        Position.objects.filter(person=person, current=True).values_list("company_id", flat=True)
    ) | ({house.pk} if house else set())
    empty = Seat.objects.filter(campaign=change.campaign, holder=None)
    if by.for_seat_id is not None:
        seats = list(empty.filter(pk=by.for_seat_id))
    else:
        seats = list(empty.filter(closed_on=None, company__in=houses)[:2])
    if len(seats) != 1:
        return None
    there = same_employer(change.campaign, seats[0].company)
    return fill_seat(change, seats[0], person) if houses & there else None

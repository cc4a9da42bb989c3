"""One person: all that is known of them, and what has been between them and the seeker."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from firststep.facts.kinds import TieKind
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.between import (
    ApproachShown,
    CallShown,
    FavourShown,
    TouchShown,
    approaches_of,
    favours_from,
    opened_with,
    touches_with,
    unanswered_calls,
)
from firststep.interfaces.answers.plain import record_of
from firststep.interfaces.links import profile
from firststep.journal.actions import Stamp
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Address, Person, Position, Tie
from firststep.steps.people.ties.in_touch import in_touch, no_tie
from firststep.steps.people.ties.tie_kind import InTouch, tie_told

_ADDRESSES = KeptQuery(lambda: Address.objects.filter(person=Blank("person")).order_by("id"))
_TIES = KeptQuery(
    lambda: (
        Tie.objects.filter(Q(person=Blank("person")) | Q(other=Blank("person")))
        .select_related("person", "other")
        .order_by("id")
    )
)
_POSTS = KeptQuery(
    lambda: (
        Position.objects.filter(person=Blank("person"))
        .select_related("company")
        .order_by("-current", "-began_on", "id")
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactShown:
    """Days on which one was in touch, as exports tell; `in_` and `out` are of writing."""

    days: int
    in_: int
    out: int
    meetings: int
    last_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieShown:
    """How two people know each other, and why so close; `person_id` null: the seeker's own tie."""

    tie_id: int
    with_: str
    person_id: int | None
    kind: TieKind
    why: str
    in_touch: ContactShown | None
    how: str
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionShown:
    """Where somebody works or worked."""

    position_id: int
    company_id: int
    company: str
    title: str
    from_: date | None
    to: date | None
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatHeld:
    seat_id: int
    title: str
    company: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TieSaid:
    tie_id: int
    kind: TieKind | None
    how: str
    dropped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonKnown:
    """What is known of somebody. `called`: du or sie in German letters, "" goes by the tie;
    `no_tie_why`: why they are a stranger still, where that can be told."""

    person_id: int
    name: str
    given: str
    family: str
    place: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    dead_addresses: tuple[str, ...]
    linkedin: str
    note: str
    called: str
    do_not_contact: bool
    do_not_contact_why: str
    known_since: date | None
    ties: tuple[TieShown, ...]
    no_tie_why: str
    positions: tuple[PositionShown, ...]

    @property
    def own_tie(self) -> TieShown | None:
        """The seeker's own tie with them."""
        return next((one for one in self.ties if one.person_id is None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown(PersonKnown):
    """One person whole: what is known of them, and what has been between you. `connected`: on
    LinkedIn."""

    connected: bool
    seats: tuple[SeatHeld, ...]
    approaches: tuple[ApproachShown, ...]
    touches: tuple[TouchShown, ...]
    calls: tuple[CallShown, ...]
    favours: tuple[FavourShown, ...]


def person_show(campaign: Campaign, *, stamp: Stamp, person: str) -> PersonShown:
    return person_on(find_person(campaign, person), stamp.on)


def person(row: Person, asked: Asked) -> PersonShown:
    return person_on(row, asked.on)


def person_on(row: Person, on: date) -> PersonShown:
    """All of a person as it stood that day."""
    touches = touches_with(row, on)
    return record_of(
        PersonShown,
        known_of(row, rows_of(row), on, seen=in_touch([row.pk], today=on).get(row.pk)),
        connected=are_connected(row, touches, on),
        seats=tuple(_seats(row)),
        approaches=approaches_of(opened_with(row)),
        touches=touches,
        calls=tuple(unanswered_calls(row, on)),
        favours=tuple(favours_from(row, on)),
    )


def are_connected(row: Person, touches: Iterable[TouchShown], on: date) -> bool:
    """Whether they and the seeker are connected on LinkedIn: an import or the seeker says so, or
    they accepted an invitation."""
    said = row.connected_on is not None and row.connected_on <= on
    return said or any(one.kind == "accepted" for one in touches)


class RowsOf(NamedTuple):
    """The rows that tell what is known of somebody: ways to reach them, whom they know (the seeker
    first of all), who knows them, and their posts."""

    addresses: list[Address]
    ties: list[Tie]
    ties_from: list[Tie]
    posts: list[Position]


def rows_of(row: Person) -> RowsOf:
    """Read by three questions, whatever is known of them."""
    ties = _TIES(person=row.pk)
    return RowsOf(
        _ADDRESSES(person=row.pk),
        [one for one in ties if one.person_id == row.pk],
        [one for one in ties if one.other_id == row.pk],
        _POSTS(person=row.pk),
    )


def known_of(row: Person, rows: RowsOf, on: date, *, seen: InTouch | None) -> PersonKnown:
    """What is known of them as it stood that day. `seen` is what exports tell of being in touch."""
    addresses = rows.addresses
    ties = tuple(_ties(rows, on, seen))
    tied = any(tie.person_id is None for tie in ties)
    return record_of(
        PersonKnown,
        row,
        person_id=row.pk,
        emails=_alive(addresses, "email"),
        phones=_alive(addresses, "phone"),
        dead_addresses=tuple(one.value for one in addresses if one.dead_on),
        linkedin=profile(row.linkedin or ""),
        do_not_contact=row.do_not_contact_on is not None,
        ties=ties,
        no_tie_why="" if tied else no_tie(row.pk, today=on, seen=seen),
        positions=tuple(map(position, rows.posts)),
    )


def _alive(addresses: Iterable[Address], kind: str) -> tuple[str, ...]:
    return tuple(one.value for one in addresses if one.kind == kind and not one.dead_on)


def position(row: Position, _asked: Asked | None = None) -> PositionShown:
    return record_of(
        PositionShown,
        row,
        position_id=row.pk,
        company=row.written or row.company.name,
        from_=row.began_on,
        to=row.ended_on,
    )


def tie(row: Tie, asked: Asked) -> TieSaid:
    dropped = bool(asked.said.get("drop"))
    return record_of(TieSaid, row, tie_id=row.pk, kind=row.kind or None, dropped=dropped)


def _ties(rows: RowsOf, on: date, seen: InTouch | None) -> Iterator[TieShown]:
    for one in rows.ties:
        yield _tie(one, one.other, on, None if one.other else seen)
    for one in rows.ties_from:
        yield _tie(one, one.person, on, None)


def _tie(row: Tie, other: Person | None, on: date, seen: InTouch | None) -> TieShown:
    told = tie_told(row.kind, row.since, today=on, in_touch=seen)
    contact = None
    if seen and seen.days:
        contact = record_of(ContactShown, seen, in_=seen.inbound, out=seen.outbound)
    return record_of(
        TieShown,
        row,
        tie_id=row.pk,
        with_=other.name if other else "you",
        person_id=other.pk if other else None,
        kind=told.kind,
        why=told.why,
        in_touch=contact,
    )


def _seats(row: Person) -> Iterator[SeatHeld]:
    for one in row.seats.filter(closed_on=None).select_related("company").order_by("id"):
        yield SeatHeld(seat_id=one.pk, title=one.title, company=one.company.name)

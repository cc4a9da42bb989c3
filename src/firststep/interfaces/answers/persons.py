"""One person: all that is known of them, and what has been between them and the seeker."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from firststep.facts.asks import Ask
from firststep.facts.channels import ChannelName
from firststep.facts.kinds import Origin, TieKind
from firststep.facts.line_kinds import CallOutcome, LogKind
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.plain import record_of
from firststep.interfaces.links import profile
from firststep.journal.actions import Stamp
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Call
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Outcome, Touch
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Address, Person, Position, Tie
from firststep.steps.people.ties.in_touch import in_touch, no_tie
from firststep.steps.people.ties.tie_kind import InTouch, tie_told

HELPED = {"helped": "helped you", "refers": "gave you a name"}


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
class ApproachShown:
    """What was asked of them, when, through whom, and why it ended."""

    approach_id: int
    ask: Ask
    channel: ChannelName
    origin: Origin
    via: str | None
    seat: str | None
    opened_on: date
    closed_on: date | None
    closed_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchShown:
    touch_id: int
    person_id: int
    approach_id: int | None
    on: date
    kind: LogKind
    direction: Literal["in", "out"]
    channel: ChannelName | None
    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchCorrected(TouchShown):
    deleted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CallShown:
    """A ring nobody answered: an attempt, no touch."""

    on: date
    outcome: CallOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class FavourShown:
    direction: Literal["received"]
    on: date
    what: str
    named: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieSaid:
    tie_id: int
    kind: TieKind | None
    how: str
    dropped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown:
    """One person whole. `no_tie_why`: why they are a stranger still, where that can be told."""

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
    do_not_contact: bool
    do_not_contact_why: str
    known_since: date | None
    ties: tuple[TieShown, ...]
    no_tie_why: str
    positions: tuple[PositionShown, ...]
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
    addresses = list(row.addresses.order_by("id"))
    ties = tuple(_ties(row, on))
    tied = any(tie.person_id is None for tie in ties)
    return record_of(
        PersonShown,
        row,
        person_id=row.pk,
        emails=_alive(addresses, "email"),
        phones=_alive(addresses, "phone"),
        dead_addresses=tuple(one.value for one in addresses if one.dead_on),
        linkedin=profile(row.linkedin or ""),
        do_not_contact=row.do_not_contact_on is not None,
        ties=ties,
        no_tie_why="" if tied else no_tie(row.pk, today=on),
        positions=tuple(map(_post, _positions(row))),
        seats=tuple(_seats(row)),
        approaches=tuple(_approaches(row)),
        touches=tuple(
            record_of(TouchShown, one, **_of_touch(one))
            for one in row.touches.filter(on__lte=on).order_by("on", "order")
        ),
        calls=tuple(_unanswered(row, on)),
        favours=tuple(_favours(row, on)),
    )


def _alive(addresses: list[Address], kind: str) -> tuple[str, ...]:
    return tuple(one.value for one in addresses if one.kind == kind and not one.dead_on)


def _positions(row: Person) -> Any:
    return row.positions.select_related("company").order_by("-current", "-began_on", "id")


def position(row: Position, _asked: Asked) -> PositionShown:
    return _post(row)


def _post(row: Position) -> PositionShown:
    return record_of(
        PositionShown,
        row,
        position_id=row.pk,
        company=row.written or row.company.name,
        from_=row.began_on,
        to=row.ended_on,
    )


def touch(row: Touch, asked: Asked) -> TouchCorrected:
    deleted = bool(asked.said.get("delete"))
    return record_of(TouchCorrected, row, **_of_touch(row), deleted=deleted)


def _of_touch(row: Touch) -> dict[str, Any]:
    return {
        "touch_id": row.pk,
        "direction": "in" if row.inbound else "out",
        "channel": row.channel or None,
    }


def tie(row: Tie, asked: Asked) -> TieSaid:
    dropped = bool(asked.said.get("drop"))
    return record_of(TieSaid, row, tie_id=row.pk, kind=row.kind or None, dropped=dropped)


def _ties(row: Person, on: date) -> Iterator[TieShown]:
    seen = in_touch([row.pk], today=on).get(row.pk)
    for one in row.ties.select_related("other").order_by("id"):
        yield _tie(one, one.other, on, None if one.other else seen)
    for one in row.ties_from.select_related("person").order_by("id"):
        yield _tie(one, one.person, on, None)


def _tie(row: Tie, other: Person | None, on: date, seen: InTouch | None) -> TieShown:
    told = tie_told(row.kind, row.since, today=on, in_touch=seen)
    contact = seen and record_of(ContactShown, seen, in_=seen.inbound, out=seen.outbound)
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


def _approaches(row: Person) -> Iterator[ApproachShown]:
    rows = Approach.objects.filter(person=row).select_related("via", "seat__company")
    for one in rows.order_by("id"):
        via = one.via.name if one.via else None
        seat = one.seat.title if one.seat else None
        yield record_of(ApproachShown, one, approach_id=one.pk, via=via, seat=seat)


def _unanswered(row: Person, on: date) -> Iterator[CallShown]:
    rows = Call.objects.filter(approach__person=row, touch=None, on__lte=on)
    return (record_of(CallShown, one) for one in rows.order_by("on", "order"))


def _favours(row: Person, on: date) -> Iterator[FavourShown]:
    rows = Outcome.objects.filter(approach__person=row, kind__in=tuple(HELPED), on__lte=on)
    for one in rows.select_related("named").order_by("on", "order"):
        named = one.named.name if one.named else None
        yield FavourShown(direction="received", on=one.on, what=HELPED[one.kind], named=named)

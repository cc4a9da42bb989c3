"""The ways in to a person or a seat, likeliest first."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from firststep.errors import CannotDo
from firststep.facts.channels import ChannelName
from firststep.facts.snapshot import PersonFacts, Snapshot
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.plan.playbook.situation import day
from firststep.plan.shown import Shown, plan_on, with_person
from firststep.plan.step_at import StepAt
from firststep.plan.ways_in import refused_by, settled_by_no, ways_in
from firststep.steps.approach.paths import Path
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.references import person_or_seat
from firststep.steps.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceOfYes:
    """How likely a yes is, the range it lies in eight times in ten, and `n` settled behind it."""

    mean: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WayShown:
    """One way in: through whom, how likely a yes is, and from which day."""

    via: tuple[str, ...]
    via_ids: tuple[int, ...]
    kind: Literal["direct", "introduction", "event"]
    channel: ChannelName | None
    chance: ChanceOfYes
    why: str
    blocked_until: date | None


def path(campaign: Campaign, *, stamp: Stamp, whom: str) -> list[WayShown]:
    """The ways in to a person or a seat, likeliest first."""
    meant = person_or_seat(campaign, whom)
    shown = plan_on(campaign, stamp.on)
    seat = None if isinstance(meant, Person) else shown.snapshot.seats.get(meant.pk)
    person_id = meant.pk if isinstance(meant, Person) else seat.holder_id if seat else None
    shown = with_person(shown, campaign, person_id)
    person = shown.snapshot.people.get(person_id or 0)
    _refuse_settled(shown, person)
    if company := refused_by(shown, person=person, seat=seat):
        raise CannotDo("{company} has said no. Nobody there is asked for more.", company=company)
    found = ways_in(shown, person=person, seat=seat, on=stamp.on)
    return [way_in(one, shown.snapshot) for one in found]


def ways_at(at: StepAt, *, most: int) -> list[WayShown]:
    """The ways in to whom a step is for, directly too; none for those the seeker knows already."""
    if at.person and (at.person.tie or at.person.do_not_contact):
        return []
    shown = Shown(at.snapshot, at.plan, at.board.book, at.board, at.aside)
    found = ways_in(shown, person=at.person, seat=at.seat, on=at.board.today)
    return [way_in(one, at.snapshot) for one in found[:most]]


def ways_to_seat(shown: Shown, seat_id: int, *, most: int) -> list[WayShown]:
    """The ways in to a post; none where its holder is known, and none once its company said no."""
    seat = shown.snapshot.seats.get(seat_id)
    person = shown.snapshot.people.get(seat.holder_id or 0) if seat else None
    if seat is None or (person and person.tie) or refused_by(shown, person=person, seat=seat):
        return []
    found = ways_in(shown, person=person, seat=seat, on=shown.plan.on)
    return [way_in(one, shown.snapshot) for one in found[:most]]


def way_in(one: Path, snapshot: Snapshot) -> WayShown:
    """A way as it is told, with the names of those it goes through."""
    at = one.chance
    chance = {"mean": round(at.mean, 3), "low": round(at.low, 3), "high": round(at.high, 3)}
    return record_of(
        WayShown,
        one,
        via=tuple(snapshot.people[key].name for key in one.via),
        via_ids=tuple(one.via),
        chance=ChanceOfYes(**chance, n=one.n),
    )


def _refuse_settled(shown: Shown, person: PersonFacts | None) -> None:
    if person is None:
        return
    if person.do_not_contact:
        raise CannotDo("{name} is not to be contacted. You said so yourself.", name=person.name)
    if (on := settled_by_no(shown, person.id)) is not None:
        raise CannotDo(
            "{name} said no on {on}. That is settled for this round.", name=person.name, on=day(on)
        )

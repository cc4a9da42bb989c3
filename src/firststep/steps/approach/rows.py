"""Step 3, what one can do: open an approach, join it, change its ask, close it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from firststep.facts.asks import Ask
from firststep.facts.channels import USUAL_CHANNEL, ChannelName
from firststep.facts.kinds import Origin, warmth
from firststep.journal.actions import Recording
from firststep.steps.approach.models import Approach
from firststep.steps.goal.rows import needed_goal
from firststep.steps.people.models import Person, Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How an approach begins: with whom, by which way in, asking what."""

    person: Person | None
    seat_id: int | None = None
    ask: Ask
    channel: ChannelName = USUAL_CHANNEL
    origin: Origin = "proposed"
    via_id: int | None = None
    for_seat_id: int | None = None


def open_approach(change: Recording, opening: Opening, *, goal_id: int | None = None) -> Approach:
    """Opens an approach in the present round, which is `goal_id` where that is known already.
    Raises CannotDo where no goal was chosen yet.

    What happened is recorded for somebody marked do-not-contact too, and asks nothing more of the
    seeker: that approach is closed from the start (F16, F19).
    """
    stopped = opening.person is not None and opening.person.do_not_contact_on is not None
    return change.make(
        Approach(
            goal_id=goal_id or needed_goal(change.campaign).pk,
            person=opening.person,
            seat_id=opening.seat_id,
            ask=opening.ask,
            channel=opening.channel,
            origin=opening.origin,
            via_id=opening.via_id,
            for_seat_id=opening.for_seat_id,
            opened_on=change.on,
            closed_on=change.on if stopped else None,
            closed_why="Do not contact." if stopped else "",
        )
    )


def join_or_open(
    change: Recording, opening: Opening, *, finished: Collection[int] = ()
) -> Approach:
    """The person's unfinished approach, joined, else a new one (F2).

    The warmest way in and the newest ask win. `finished` are approaches that silence closed: only
    the plan knows those.
    """
    goal = needed_goal(change.campaign)
    open_rows = Approach.objects.filter(goal=goal, person=opening.person, closed_on=None)
    found = open_rows.exclude(pk__in=finished).order_by("-id").first()
    if found is None:
        return open_approach(change, opening, goal_id=goal.pk)
    return change.change(found, **_joined(found, opening))


def _joined(found: Approach, opening: Opening) -> dict[str, Any]:
    fields: dict[str, Any] = {"ask": opening.ask}
    if opening.seat_id is not None:
        fields["seat_id"] = opening.seat_id
    if opening.for_seat_id is not None:
        fields["for_seat_id"] = opening.for_seat_id
    if warmth(opening.origin) > warmth(found.origin):
        fields |= {"origin": opening.origin, "via_id": opening.via_id}
    return fields


def close_approach(change: Recording, approach: Approach, *, why: str = "") -> Approach:
    """Ends an approach for this round."""
    return change.change(
        approach, closed_on=change.on, closed_order=change.revision, closed_why=why[:500]
    )


def fill_seat(change: Recording, seat: Seat, holder: Person) -> Seat:
    """Says who holds a seat; an approach to the seat without a name becomes the holder's (F2)."""
    change.change(seat, holder=holder, closed_on=None)
    nameless = Approach.objects.filter(seat=seat, person=None, closed_on=None)
    for approach in nameless.order_by("id"):
        theirs = Approach.objects.filter(goal=approach.goal_id, person=holder, closed_on=None)
        if theirs.exists():
            close_approach(change, approach, why=f"{holder.name} holds the seat.")
        else:
            change.change(approach, person=holder)
    return seat

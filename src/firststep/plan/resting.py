"""What no later day changes by itself, kept from one day's plan to the next: closed threads, and
seats whose name is still to be found.

Only for planning day after day over the same campaign (`outlook`); what is kept is what would be
worked out again. Pure.
"""

from dataclasses import dataclass, field
from datetime import date

from firststep.facts.snapshot import ApproachFacts, SeatFacts
from firststep.plan.lane import Lane
from firststep.steps.followup.thread import STOPPED, Rhythm, Thread


@dataclass(slots=True)
class Resting:
    """What rests, with the approach and the rhythm it was worked out from. For one playbook."""

    kept: dict[int, tuple[ApproachFacts, Rhythm, Thread]] = field(default_factory=dict)
    seats: dict[int, Lane] = field(default_factory=dict)
    orders: dict[int, tuple[float | int, ...]] = field(default_factory=dict)  # among the seats

    def known(self, approach: ApproachFacts, rhythm: Rhythm) -> Thread | None:
        """The thread at rest, where nothing it was worked out from has changed."""
        found = self.kept.get(approach.id)
        if found is None or found[1] != rhythm:
            return None
        return found[2] if found[0] is approach or found[0] == approach else None

    def keep(self, found: Thread, rhythm: Rhythm, today: date) -> None:
        """Keeps the thread if it rests: closed."""
        approach = found.approach
        if any(line.on > today or line.kind == "out_of_office" for line in approach.log):
            return
        closed = approach.id and found.closed_on is not None and found.closed_on <= today
        if closed and found.closed_why != STOPPED:
            self.kept[approach.id] = (approach, rhythm, found)

    def nameless(self, seat: SeatFacts) -> Lane | None:
        """The lane of a seat without a holder or an approach, where it stands as it stood."""
        found = self.seats.get(seat.id)
        return found if found and found.seat == seat else None

    def keep_nameless(self, lane: Lane) -> None:
        """Keeps the lane of a seat whose name is to be found, on whatever day."""
        if lane.seat is not None and lane.proposed and not lane.thread.steps[0].held_by:
            self.seats[lane.seat.id] = lane

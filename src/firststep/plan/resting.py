"""What no later day changes by itself, kept from one day's plan to the next: the lanes of closed
threads, and seats whose name is still to be found.

Only for planning day after day over the same campaign (`outlook`); what is kept is what would be
worked out again. Pure.
"""

from dataclasses import dataclass, field
from typing import Any

from firststep.facts.snapshot import ApproachFacts, SeatFacts
from firststep.plan.lane import Lane
from firststep.plan.roster import Roster
from firststep.steps.followup.thread import REFUSED, STOPPED, Thread

MadeOf = tuple[Any, ...]


@dataclass(slots=True)
class Resting:
    """What rests, with all it was worked out from. For one goal, one playbook, one calendar and
    one list of targets."""

    kept: dict[int, tuple[MadeOf, Lane]] = field(default_factory=dict)
    seats: dict[int, Lane] = field(default_factory=dict)
    orders: dict[int, tuple[float | int, ...]] = field(default_factory=dict)  # among the seats

    def known(self, approach: ApproachFacts, roster: Roster) -> Lane | None:
        """The lane at rest, where nothing it was worked out from has changed."""
        found = self.kept.get(approach.id)
        return found[1] if found and found[0] == _made_of(approach, roster) else None

    def lane_of(self, thread: Thread) -> Lane | None:
        """The lane kept with this very thread."""
        found = self.kept.get(thread.approach.id)
        return found[1] if found and found[1].thread is thread else None

    def keep(self, lane: Lane, roster: Roster) -> None:
        """Keeps the lane if it rests: the only thread of somebody, closed, and nothing in it that
        a day still changes."""
        thread, today = lane.thread, roster.today
        made_of = _made_of(thread.approach, roster)
        if made_of is None or thread.closed_on is None or thread.closed_on > today:
            return
        log = thread.approach.log
        moves = any(line.on > today or line.kind == "out_of_office" for line in log)
        if not moves and thread.closed_why not in (STOPPED, REFUSED):
            self.kept[thread.approach.id] = (made_of, lane)

    def nameless(self, seat: SeatFacts) -> Lane | None:
        """The lane of a seat without a holder or an approach, where it stands as it stood."""
        found = self.seats.get(seat.id)
        return found if found and found.seat == seat else None

    def keep_nameless(self, lane: Lane) -> None:
        """Keeps the lane of a seat whose name is to be found, on whatever day."""
        if lane.seat is not None and lane.proposed and not lane.thread.steps[0].held_by:
            self.seats[lane.seat.id] = lane


def _made_of(approach: ApproachFacts, roster: Roster) -> MadeOf | None:
    """All that the lane of somebody's only approach is worked out from, but for the day; None
    where there are others, or a snooze moves its days."""
    key = approach.person_id
    if key is None or len(roster.approaches_to[key]) > 1 or roster.snoozed["p", key]:
        return None
    seats = roster.snapshot.seats
    return (
        approach,
        roster.snapshot.people[key],
        roster.named_on.get(key),
        roster.held[key],
        seats.get(approach.for_seat_id or approach.seat_id or 0),
    )

"""Threads at rest: those that no later day changes by itself, kept from one day's plan to the next.

Only for planning day after day over the same campaign (`outlook`); what is kept is what would be
worked out again. Pure.
"""

from dataclasses import dataclass, field
from datetime import date

from firststep.facts.snapshot import ApproachFacts
from firststep.steps.followup.thread import STOPPED, Rhythm, Thread


@dataclass(slots=True)
class Resting:
    """What rests, with the approach and the rhythm it was worked out from. For one playbook."""

    kept: dict[tuple[int, int], tuple[ApproachFacts, Rhythm, Thread]] = field(default_factory=dict)

    def known(self, approach: ApproachFacts, rhythm: Rhythm) -> Thread | None:
        """The thread at rest, where nothing it was worked out from has changed."""
        found = self.kept.get((approach.id, approach.seat_id or 0))
        if found is None or found[1] != rhythm or found[0] != approach:
            return None
        return found[2]

    def keep(self, found: Thread, rhythm: Rhythm, today: date) -> None:
        """Keeps the thread if it rests: closed, or a seat whose name is still to be found."""
        approach = found.approach
        if any(line.on > today or line.kind == "out_of_office" for line in approach.log):
            return
        nameless = approach.person_id is None and not approach.log
        closed = approach.id and found.closed_on is not None and found.closed_on <= today
        if (closed or nameless) and found.closed_why != STOPPED:
            self.kept[approach.id, approach.seat_id or 0] = (approach, rhythm, found)

"""A board laid out anew after a change, from the one before: what rests on nothing that changed is
the very same thing. Pure.
"""

from dataclasses import dataclass, field
from typing import Self

from firststep.facts.snapshot import ApproachFacts, PersonFacts
from firststep.plan.board import Board
from firststep.plan.lane import Lane
from firststep.steps.followup.thread import Thread


@dataclass(slots=True)
class RenewedBoard(Board):
    """A board beside the one `before` it, of the same campaign on the same day.

    Two things are kept: the thread of an approach and its lane. A thread rests on its approach with
    its log, on earlier approaches to the same person, on who they are, on who named or introduced
    them, and on what all threads rest on (`_on_the_same_ground`); a lane on its thread besides. The
    parts of a snapshot that did not change are the same things, so that looking at which thing it
    is tells whether it changed.
    """

    before: Board | None = None
    _lanes: dict[int, Lane] = field(default_factory=dict, init=False)

    def indexed(self) -> Self:
        """Sorts the snapshot's rows; what was worked out of people who are the same is kept."""
        super(RenewedBoard, self).indexed()
        before = self.before = self.before if self._on_the_same_ground(self.before) else None
        if before is None:
            return self
        self._lanes = {lane.approach.id: lane for lane in before.begun}
        if before.snapshot.people is self.snapshot.people:
            self.managers, self.employers = before.managers, before.employers
            self.posts, self.peopled = before.posts, before.peopled
        return self

    def lay_out(self, *, proposing: bool = True) -> Self:
        """Works out the threads that changed and adds what the plan proposes."""
        super(RenewedBoard, self).lay_out(proposing=proposing)
        self.before, self._lanes = None, {}  # or every board would hold all before it
        return self

    def thread_of(self, approach: ApproachFacts) -> Thread:
        """The thread as it was, where nothing it rests on has changed."""
        known = self.before.threads.get(approach.id) if self.before else None
        if known is not None and known.approach is approach and self._is_as_it_was(approach):
            return known
        return super(RenewedBoard, self).thread_of(approach)

    def lane_of(self, person: PersonFacts, found: Thread, *, revisited: bool = False) -> Lane:
        """The lane as it was, where its thread is."""
        known = self._lanes.get(found.approach.id)
        if known is not None and known.thread is found and known.revisited == revisited:
            return known
        return super(RenewedBoard, self).lane_of(person, found, revisited=revisited)

    def _is_as_it_was(self, approach: ApproachFacts) -> bool:
        """Whether all that is told of whom an approach goes to is as it was."""
        before, key = self.before, approach.person_id
        if before is None or key is None:
            return before is not None
        return (
            before.snapshot.people.get(key) is self.snapshot.people.get(key)
            and before.named_on.get(key) == self.named_on.get(key)
            and before.introduced.get(key) == self.introduced.get(key)
            and before.approaches_to.get(key) == self.approaches_to.get(key)
        )

    def _on_the_same_ground(self, before: Board | None) -> bool:
        """Whether the day, the playbook, the calendar, the goal, the companies, the seats, the
        snoozes and the notes left of the month are as they were."""
        if before is None or before.today != self.today:
            return False
        was, now = before.snapshot, self.snapshot
        return (
            was.companies is now.companies
            and was.seats is now.seats
            and before.snoozes == self.snoozes
            and was.goal == now.goal
            and was.calendar == now.calendar
            and before.notes_left == self.notes_left
            and before.book == self.book
        )

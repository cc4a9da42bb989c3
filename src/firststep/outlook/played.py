"""A day of a season that is only played: the same cards as the planner's, sooner.

It keeps from day to day what no later day changes by itself, tells no reasons, and leaves out what
waits and what rolls over: only what the cards ask for is read. Pure.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from firststep.facts.plan import AfterYes, Card, Coming, Waiting, WaitsFor
from firststep.facts.snapshot import ApproachFacts, PersonFacts, SeatFacts
from firststep.facts.step_kinds import CardKind
from firststep.plan.board import Board
from firststep.plan.cards import Candidate, Order, card_of
from firststep.plan.held_back import HeldBack
from firststep.plan.lane import Lane
from firststep.plan.manners import Manners
from firststep.plan.planner import PlannedDay
from firststep.plan.playbook.situation import Situation
from firststep.plan.waits import Holds, Waits
from firststep.steps.followup.cadence import decide, take_in_all
from firststep.steps.followup.thread import REFUSED, STOPPED, Thread

Habit = Callable[[Candidate], Order]
MadeOf = tuple[Any, ...]


@dataclass(slots=True)
class Unchanged:
    """What stays as it is, with all it was worked out from: the lanes of closed threads, what
    happened in the others, and seats whose name is still to be found. For one goal, one playbook,
    one calendar and one list of targets."""

    lanes: dict[int, tuple[MadeOf, Lane]] = field(default_factory=dict)
    told: dict[int, tuple[MadeOf, Thread]] = field(default_factory=dict)  # as of no day yet
    seats: dict[int, Lane] = field(default_factory=dict)
    orders: dict[int, Order] = field(default_factory=dict)  # among the seats
    in_order: list[int] = field(default_factory=list)  # the seats by these


@dataclass(slots=True)
class PlayedBoard(Board):
    """A board that works out anew only what may have changed."""

    kept: Unchanged = field(default_factory=Unchanged)

    def ends_on(self, found: Thread) -> date | None:  # noqa: ARG002  # nobody is told
        """Not looked for: it says when something waits until, never whether."""
        return None

    def thread_of(self, approach: ApproachFacts) -> Thread:
        """The thread that was kept, where nothing it was made of has changed; of one that goes on
        what happened in it."""
        log = approach.log
        made_of = _made_of(approach, self) if approach.id else None
        if made_of is None or (log and log[-1].on > self.today):
            return super(PlayedBoard, self).thread_of(approach)
        found = self.kept.lanes.get(approach.id)
        if found and found[0] == made_of:
            return found[1].thread
        return self._as_of_today(approach, made_of)

    def _as_of_today(self, approach: ApproachFacts, made_of: MadeOf) -> Thread:
        snapshot, known = self.snapshot, self.kept.told.get(approach.id)
        person = snapshot.people[approach.person_id or 0]
        works_at = tuple(map(snapshot.companies.get, self.works_at(person)))
        made_of = (*made_of, self.notes_left == 0, *works_at)
        if known is None or known[0] != made_of:
            state = Thread(approach=approach, rhythm=self._rhythm(person, approach))
            take_in_all(state, approach.log, snapshot.calendar, self.book)
            known = self.kept.told[approach.id] = (made_of, state)
        state = known[1].copy()
        decide(state, calendar=snapshot.calendar, today=self.today, book=self.book)
        return state

    def lane_of(self, person: PersonFacts, found: Thread, *, revisited: bool = False) -> Lane:
        """The lane of a thread that was kept; kept from now on where the thread has ended."""
        known = self.kept.lanes.get(found.approach.id)
        if known and known[1].thread is found:
            return known[1]
        lane = super(PlayedBoard, self).lane_of(person, found, revisited=revisited)
        self._keep(lane)
        return lane

    def nameless(self, seat: SeatFacts) -> Lane:
        """The lane of a seat without a holder, kept while it stands as it stood."""
        if self.snoozes and self.snoozed.get(("s", seat.id)):
            return super(PlayedBoard, self).nameless(seat)
        found = self.kept.seats.get(seat.id)
        if found is None or (found.seat is not seat and found.seat != seat):
            found = self.kept.seats[seat.id] = super(PlayedBoard, self).nameless(seat)
        return found

    def _keep(self, lane: Lane) -> None:
        """Keeps the only thread of somebody, once it is closed and no day changes it any more."""
        thread = lane.thread
        if thread.closed_on is None or thread.closed_on > self.today:
            return
        log, made_of = thread.approach.log, _made_of(thread.approach, self)
        moves = any(line.on > self.today or line.kind == "out_of_office" for line in log)
        if made_of and not moves and thread.closed_why not in (STOPPED, REFUSED):
            self.kept.lanes[thread.approach.id] = (made_of, lane)


def _made_of(approach: ApproachFacts, board: Board) -> MadeOf | None:
    """All that the lane of somebody's only approach is worked out from, but for the day; None
    where there are others, or a snooze moves its days."""
    key = approach.person_id
    if key is None or len(board.approaches_to.get(key, ())) > 1 or board.snoozed.get(("p", key)):
        return None
    seats = board.snapshot.seats
    return (
        approach,
        board.snapshot.people[key],
        board.named_on.get(key),
        board.introduced.get(key),
        board.seats_held.get(key),
        seats.get(approach.for_seat_id or approach.seat_id or 0),
    )


class Untold(Waits):
    """What waits, told to nobody."""

    def closing(self, lane: Lane) -> None: ...
    def later(self, situation: Situation, kind: CardKind) -> None: ...
    def left_out(self, situation: Situation, kind: CardKind) -> None: ...
    def not_today(
        self, found: Candidate, until: date | None, why: str, waits_for: WaitsFor = "its_day"
    ) -> None: ...
    def held_back(self, situation: Situation, kind: CardKind, held: HeldBack) -> None: ...
    def told(self) -> tuple[Waiting, ...]:
        return ()

    def coming(self, holds: Holds) -> Coming | None:  # noqa: ARG002  # nothing comes of it
        return None


class UntoldManners(Manners):
    """What holds a step back, told to nobody: the first that does is enough."""

    def holds_first_note(self, lane: Lane) -> HeldBack | None:
        return next((held for hold in self.holds if (held := hold(lane))), None)


class PlayedDay(PlannedDay):
    """A day whose steps stand in a habit's order where it has one: else in the planner's own."""

    waits_as = Untold
    manners_as = UntoldManners

    def __init__(self, board: PlayedBoard, habit: Habit | None = None) -> None:
        super().__init__(board)
        self.habit = habit
        self.orders, self.in_order = board.kept.orders, board.kept.in_order

    def rank(self, found: Candidate) -> Order:
        return self.habit(found) if self.habit else found.order

    def told(self, found: Candidate) -> Card:
        return self.with_note(card_of(found.situation, found.due), found.lane)

    def left_after_yes(self) -> tuple[AfterYes, ...]:
        """Told to nobody."""
        return ()

    def roll_over(self, left: list[Candidate]) -> list[Card]:  # noqa: ARG002  # told to nobody
        return []

    def considered(self) -> Iterable[Lane]:
        """All lanes, but of the seats whose name is to be found only as many as a day takes
        (F30)."""
        yield from self.board.begun
        yield from self.board.proposed
        free = filter(self._may_find, self._in_order())
        yield from islice(free, max(0, self.takes["find_name"]))

    def _in_order(self) -> Iterable[Lane]:
        """The seats whose name is to be found, as they are looked for: alike on every day."""
        lanes = {lane.seat.id: lane for lane in self.board.to_find if lane.seat}
        if new := lanes.keys() - self.orders.keys():
            self.orders |= {key: self._name_order(lanes[key]) for key in new}
            self.in_order[:] = sorted(self.orders, key=self.orders.__getitem__)
        return (lanes[key] for key in self.in_order if key in lanes)

    def _may_find(self, lane: Lane) -> bool:
        return self.manners.holds_finding(lane) is None

    def _name_order(self, lane: Lane) -> Order:
        """Where finding that name stands among the others."""
        situation = Situation(self.board, lane, lane.thread.steps[0])
        return self._candidate(situation, "find_name").order

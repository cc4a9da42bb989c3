"""A day of a season that is only played: the same cards as the planner's, sooner.

It keeps from day to day what no later day changes by itself, tells no reasons, and leaves out what
waits and what rolls over: only what the cards ask for is read. Pure.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, zip_longest
from typing import Any, Self

from firststep.facts.calendar import WorkCalendar
from firststep.facts.plan import AfterYes, Card, Coming, Waiting, WaitsFor
from firststep.facts.snapshot import ApproachFacts, PersonFacts, PositionFacts, SeatFacts
from firststep.facts.step_kinds import CardKind
from firststep.plan.board import Board
from firststep.plan.cards import Candidate, Order, card_of
from firststep.plan.held_back import HeldBack
from firststep.plan.lane import Lane
from firststep.plan.manners import Manners
from firststep.plan.planner import PlannedDay
from firststep.plan.playbook.situation import Situation
from firststep.plan.waits import Holds, Waits
from firststep.steps.followup.thread import STOPPED, Thread

Habit = Callable[[Candidate], Order]
MadeOf = tuple[Any, ...]


@dataclass(slots=True)
class Unchanged:
    """What stays as it is from one day to the next, and the rows it was worked out from. For days
    in their order, one goal, one playbook, one calendar and one list of targets, without interviews
    that have a day, and where no row is taken away."""

    rows: tuple[Sequence[Any], ...] = ((), (), (), ())
    ever_at: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))  # by company
    notes_are_gone: bool = False
    threads: dict[int, tuple[Thread, date]] = field(default_factory=dict)  # and how long they stand
    lanes: dict[int, Lane] = field(default_factory=dict)  # of begun threads, by person
    proposed: dict[int, Lane] = field(default_factory=dict)  # by person
    managers: dict[int, bool] = field(default_factory=dict)
    posts: dict[int, list[PositionFacts]] = field(default_factory=dict)
    employers: dict[int, frozenset[int]] = field(default_factory=dict)
    seats: dict[int, Lane] = field(default_factory=dict)
    nameless: tuple[MadeOf, list[Lane]] = ((), [])
    orders: dict[int, Order] = field(default_factory=dict)  # among the seats
    in_order: tuple[list[Lane], list[Lane]] = ([], [])  # those seats, and as they are looked for

    @property
    def of_people(self) -> tuple[dict[int, Any], ...]:
        """All that is kept by person."""
        return self.lanes, self.proposed, self.managers, self.posts, self.employers


@dataclass(slots=True)
class PlayedBoard(Board):
    """A board that works out anew only what may have changed since the day before: what is told of
    everybody who is or was at a company where anything happened, and what its own days change."""

    kept: Unchanged = field(default_factory=Unchanged)

    def indexed(self) -> Self:
        """Sorts the snapshot's rows; what was worked out of people who are the same is kept."""
        super(PlayedBoard, self).indexed()
        kept = self.kept
        self.managers, self.posts, self.employers = kept.managers, kept.posts, kept.employers
        for key in self._changed():
            for known in kept.of_people:
                known.pop(key, None)
            for approach in self.approaches_to.get(key, ()):
                kept.threads.pop(approach.id, None)
        return self

    def _changed(self) -> set[int]:
        """Everybody of whom something may be told otherwise than on the day before."""
        people, seats, companies, approaches = self._other_rows()
        found = {person.id for person in people} | self._changed_by_days()
        for approach in approaches:
            found |= {approach.person_id or 0, *(line.named_id or 0 for line in approach.log)}
        at = {one.id for one in companies} | {seat.company_id for seat in seats}
        return found | self._around(found, at)

    def _changed_by_days(self) -> set[int]:
        """Whose threads a day alone may change: its days are over, it is put off, or the month has
        no note left or has some again."""
        threads, none = self.kept.threads, (None, date.min)
        found = {
            approach.person_id or 0
            for key, approach in self.snapshot.approaches.items()
            if threads.get(key, none)[1] < self.today
        }
        if self.kept.notes_are_gone != (self.notes_left == 0):
            self.kept.notes_are_gone = self.notes_left == 0
            found |= {one.id for one in self.snapshot.people.values() if one.linkedin}
        return found | {key for of, key in self.snoozed if of == "p"}

    def _other_rows(self) -> Iterator[list[Any]]:
        """The people, seats, companies and approaches that are not the very same as before."""
        snapshot, kept = self.snapshot, self.kept
        before = kept.rows
        rows = (snapshot.people, snapshot.seats, snapshot.companies, snapshot.approaches)
        kept.rows = tuple([*now.values()] for now in rows)
        for was, now in zip(before, kept.rows, strict=True):  # new rows stand last
            yield [row for old, row in zip_longest(was, now) if row is not old]

    def _around(self, people: set[int], at: set[int]) -> set[int]:
        """Everybody who is or was at one of these companies, or where one of these people is."""
        everybody, ever_at = self.snapshot.people, self.kept.ever_at
        for key in people - {0}:
            for post in everybody[key].positions:
                ever_at[post.company_id].add(key)
                at.add(post.company_id)
            at |= {seat.company_id for seat in self.seats_held.get(key, ())}
        held = {seat.holder_id or 0 for company in at for seat in self.seats_at.get(company, ())}
        return held.union(*(ever_at[company] for company in at))

    def ends_on(self, found: Thread) -> date | None:  # noqa: ARG002  # nobody is told
        """Not looked for: it says when something waits until, never whether."""
        return None

    def thread_of(self, approach: ApproachFacts) -> Thread:
        """The thread that was kept, unless its days are over."""
        known = self.kept.threads.get(approach.id)
        if known is not None:
            return known[0]
        found = super(PlayedBoard, self).thread_of(approach)
        if approach.id and (to := stands_to(found, self.today, self.snapshot.calendar)):
            self.kept.threads[approach.id] = found, to
        return found

    def lane_of(self, person: PersonFacts, found: Thread, *, revisited: bool = False) -> Lane:
        """The lane of a thread that was kept."""
        known = self.kept.lanes.get(person.id)
        if known is not None and known.thread is found:
            return known
        lane = super(PlayedBoard, self).lane_of(person, found, revisited=revisited)
        if found.approach.id:
            self.kept.lanes[person.id] = lane
        return lane

    def proposed_lane(self, person: PersonFacts, before: Thread | None) -> Lane | None:
        """The lane that was kept, of somebody who is proposed for the first time."""
        if before is None and (known := self.kept.proposed.get(person.id)):
            return known
        lane = super(PlayedBoard, self).proposed_lane(person, before)
        if lane and stands_to(lane.thread, self.today, self.snapshot.calendar) == date.max:
            self.kept.proposed[person.id] = lane
        return lane

    def find_names(self, seats_begun: Collection[int]) -> list[Lane]:
        """The lanes of the seats without a name, kept while these and the targets stay."""
        made_of = (*self.snapshot.seats.values(), self.targets, seats_begun, *self.snoozes)
        if self.kept.nameless[0] != made_of:
            self.kept.nameless = made_of, super(PlayedBoard, self).find_names(seats_begun)
        return self.kept.nameless[1]

    def nameless(self, seat: SeatFacts) -> Lane:
        """The lane of a seat without a holder, kept while it stands as it stood."""
        if self.snoozes and self.snoozed.get(("s", seat.id)):
            return super(PlayedBoard, self).nameless(seat)
        found = self.kept.seats.get(seat.id)
        if found is None or (found.seat is not seat and found.seat != seat):
            found = self.kept.seats[seat.id] = super(PlayedBoard, self).nameless(seat)
        return found


def stands_to(thread: Thread, today: date, calendar: WorkCalendar) -> date | None:
    """The last day on which a thread stands as it does today if nothing comes in; None where each
    day may tell it otherwise: a delay, a "later", a call without a day, quiet days."""
    log = thread.approach.log
    delayed = any(calendar.on_or_after(delay.until) > today for delay in thread.delays)
    if delayed or thread.closed_why == STOPPED or (log and log[-1].on > today):
        return None
    if thread.closed_on is not None:
        return date.max if thread.closed_on <= today else None
    return _open_to(thread, calendar)


def _open_to(thread: Thread, calendar: WorkCalendar) -> date | None:
    if thread.answer is not None and thread.answer.kind == "later":
        return None
    if not thread.steps:
        return calendar.before(thread.closes_on) if thread.closes_on else None
    step = thread.steps[0]
    if step.last_on is None:
        return date.max if step.kind in ("write", "find_address") and not step.delay else None
    return step.last_on if calendar.quiet_days(step.last_on) is None else None


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
        for hold in self.holds:
            if held := hold(lane):
                return held
        return None


class PlayedDay(PlannedDay):
    """A day whose steps stand in a habit's order where it has one: else in the planner's own."""

    waits_as = Untold
    manners_as = UntoldManners

    def __init__(self, board: PlayedBoard, habit: Habit | None = None) -> None:
        super().__init__(board)
        self.habit = habit
        self.kept = board.kept

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
        found = self.board.to_find
        if self.kept.in_order[0] is not found:
            self.kept.in_order = found, sorted(found, key=self._name_order)
        return self.kept.in_order[1]

    def _may_find(self, lane: Lane) -> bool:
        return self.manners.holds_finding(lane) is None

    def _name_order(self, lane: Lane) -> Order:
        """Where finding that name stands among the others."""
        key, orders = lane.seat.id if lane.seat else 0, self.kept.orders
        if key not in orders:
            situation = Situation(self.board, lane, lane.thread.steps[0])
            orders[key] = self._candidate(situation, "find_name").order
        return orders[key]

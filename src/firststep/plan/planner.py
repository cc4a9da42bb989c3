"""The day: what is shown, what waits, what did not fit. Pure: snapshot and day in, plan out."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from operator import attrgetter

from firststep.facts.plan import Card, Plan
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import Snapshot, SnoozeFacts
from firststep.facts.step_kinds import FIRST_NOTES, ONCE_MORE, OUTSIDE_MINUTES, STEP_KIND, CardKind
from firststep.plan.board import Board
from firststep.plan.candidate import Candidate, Reorder
from firststep.plan.cards import Order, due_of, order_of
from firststep.plan.done_today import done_today
from firststep.plan.held import Held
from firststep.plan.lane import Lane
from firststep.plan.loose import Loose, loose_cards
from firststep.plan.manners import Manners
from firststep.plan.playbook.held import LEFT_OUT, MEANWHILE, why_held, why_later
from firststep.plan.playbook.situation import Situation
from firststep.plan.resting import Resting
from firststep.plan.waits import Waits
from firststep.steps.followup.thread import Step, Thread


def plan_day(
    snapshot: Snapshot,
    *,
    snoozes: Sequence[SnoozeFacts] = (),
    today: date,
    book: Playbook = DEFAULT,
    minutes: int | None = None,
    order: Reorder | None = None,
    resting: Resting | None = None,
    told: bool = True,
) -> Plan:
    """The plan of one day. `minutes` overrides the seeker's minutes a day; `order` puts steps in
    another order than the planner's own, which they bring: habits to compare with. `resting`
    keeps threads at rest from one day to the next; not `told` leaves out the reasons, what waits
    and what rolls over: a simulation reads alone what the cards ask for."""
    board = Board(snapshot, today, book, snoozes, resting=resting, told=told).lay_out()
    return plan_of(board, minutes=minutes, order=order)


def plan_of(board: Board, *, minutes: int | None = None, order: Reorder | None = None) -> Plan:
    """The plan of a campaign that is laid out as of a day."""
    minutes = minutes if minutes is not None else board.snapshot.minutes_a_day
    return _Day(board, minutes, order).plan()


class _Day:
    def __init__(self, board: Board, minutes: int, order: Reorder | None = None) -> None:
        self.order, self.told = order, board.told
        self.board = board
        self.today = board.today
        self.calendar = board.snapshot.calendar
        self.manners = Manners(board)
        self.minutes = minutes
        self.waits = Waits(board)
        self.candidates: list[Candidate] = []
        named = any(s.named_on == board.today for s in board.snapshot.seats.values())
        # Steps at most one a day, chosen or done that day (F7).
        self.done_once: set[CardKind] = {"find_name"} if named else set()
        self.done_before = frozenset(self.done_once)

    def plan(self) -> Plan:
        working = self.calendar.is_working(self.today)
        for lane in self.board.lanes if self.told else self._all_but_names():
            self._consider(lane)
        for loose in loose_cards(self.board, self.manners):
            self._consider_loose(loose)
        self.candidates.sort(key=attrgetter("order"))
        cards: list[Card] = []
        rolled: list[Card] = []
        if working:
            cards, rolled = self._fill()
        elif self.told:
            for found in self.candidates:
                self._wait(found, self._day_of(found), found.card.why)
        return Plan(
            on=self.today,
            cards=tuple(cards),
            waiting=self.waits.told(),
            rolled=tuple(rolled),
            closed=tuple(
                (key, t.closed_on, t.closed_why)
                for key, t in sorted(self.board.threads.items())
                if t.closed_on is not None
            ),
            coming=self.waits.coming(self._held) if self.told else None,
            minutes=self.minutes,
            day_off=not working,
        )

    def _consider_loose(self, loose: Loose) -> None:
        found = self._candidate(loose.situation, loose.kind)._replace(loose=loose)
        if found.due.due_on <= self.today:
            self.candidates.append(found)
        elif self.told:
            self._wait(found, found.due.due_on, found.card.why)

    def _day_of(self, found: Candidate) -> date:
        """On a day off: the next working day, but a conversation has its own."""
        own = found.kind == "meet" and found.due.due_on >= self.today
        return found.due.due_on if own else self.calendar.on_or_after(self.today)

    def _all_but_names(self) -> Iterator[Lane]:
        """The lanes without the seats whose name is to be found, but for the first of these: at
        most one a day is (F7), and where what waits is not told the others come to nothing."""
        seats: list[Lane] = []
        for lane in self.board.lanes:
            if lane.person is None and lane.proposed:
                seats.append(lane)
            else:
                yield lane
        if "find_name" not in self.done_once:
            seats.sort(key=self._name_order)
            free = (lane for lane in seats if self.manners.holds_finding(lane) is None)
            yield from islice(free, 1)

    def _name_order(self, lane: Lane) -> Order:
        """Where finding that name stands among the others: alike on every day."""
        orders = self.board.resting.orders if self.board.resting else {}
        seat_id = lane.seat.id if lane.seat else 0
        if (known := orders.get(seat_id)) is None:
            situation = Situation(self.board, lane, lane.thread.steps[0])
            known = orders[seat_id] = self._candidate(situation, "find_name").order
        return known

    # -- one lane ----------------------------------------------------------------------------

    def _consider(self, lane: Lane) -> None:
        thread = lane.thread
        if thread.is_closed:
            return
        if self.told and not thread.steps and thread.closes_on:
            situation = Situation(self.board, lane, Step(kind="nudge"))
            self.waits.add(situation, None, thread.closes_on, why_later(situation, None))
        for step in thread.steps:
            self._consider_step(lane, step)

    def _consider_step(self, lane: Lane, step: Step) -> None:
        kind = self._kind(lane, step)
        situation = Situation(self.board, lane, step)
        if kind == "find_name" and not self.board.book.runs(kind):
            if self.told and not lane.proposed:
                tomorrow = self.manners.tomorrow
                self.waits.add(situation, kind, tomorrow, LEFT_OUT, open_ended=True)
            return
        shows = step.shows_on or step.due_on or self.today
        refused = not self.board.rejecting.isdisjoint(lane.works_at)
        held = self._held(situation, kind) if refused or shows <= self.today else None
        ahead = shows > self.today and not (held and held.reason == "rejected")
        if ahead:
            if self.told:
                due = step.due_on or shows
                rested = step.held_by is not None and step.held_by.why == "rested"
                told = why_later(situation, step.held_by)
                self.waits.add(situation, kind, due, told, shows=shows, rested=rested)
        elif held is not None:
            if self.told:
                self._wait_held(situation, kind, held)
        else:
            self.candidates.append(self._candidate(situation, kind))

    def _kind(self, lane: Lane, step: Step) -> CardKind:
        """What a first note is called (F26): an introduction asked, a second person, or plain."""
        if step.kind != "write" or _is_later(lane.thread):
            return step.kind
        if lane.approach.ask == "introduction" and lane.approach.origin == "proposed":
            return "ask_introduction"
        if lane.approach.origin == "proposed" and self.manners.other_live(lane):
            return "second_person"
        return "write"

    def _held(self, situation: Situation, kind: CardKind) -> Held | None:
        lane, step = situation.lane, situation.step
        if kind == "find_name":
            return self.manners.holds_finding(lane)
        if step.kind == "write" and _is_later(lane.thread):
            return self.manners.holds_followup(lane)
        if self._is_first_note(lane, kind):
            return self.manners.holds_first_note(lane)
        if kind in ONCE_MORE:
            return self.manners.holds_followup(lane)
        return None

    def _is_first_note(self, lane: Lane, kind: CardKind) -> bool:
        if _is_later(lane.thread):
            return False
        return kind in FIRST_NOTES or (kind == "call" and lane.thread.mode == "new")

    def _candidate(self, situation: Situation, kind: CardKind) -> Candidate:
        due = due_of(situation, kind)
        first = self._is_first_note(situation.lane, kind)
        found = Candidate(situation, due, order_of(situation, due), first)
        return found._replace(order=self.order(found)) if self.order else found

    def _wait_held(self, situation: Situation, kind: CardKind, held: Held) -> None:
        """A step held back. What waits is what the thread shows when the hold is over, for lapsing
        and closing run on meanwhile (F22); after a rejection nothing comes but the closing."""
        lane, told = situation.lane, why_held(situation, held)
        last = situation.step.last_on
        if held.reason == "rejected":
            ends = max(held.until, self.board.ends_on(lane.thread))
            return self.waits.add(situation, None, ends, told)
        if last is None or last >= held.until:
            until, open_ended = held.until, held.open_ended
            return self.waits.add(situation, kind, until, told, open_ended=open_ended)
        then = self.board.on_day(lane.thread, held.until)
        if not then.steps or then.is_closed:
            ends = then.ended_on or then.closes_on or held.until
            return self.waits.add(situation, None, ends, f"{told} {MEANWHILE}")
        step = then.steps[0]
        due = max(held.until, step.due_on or held.until)
        return self.waits.add(situation, step.kind, due, told, shows=step.shows_on)

    def _wait(self, found: Candidate, due: date, told: str, *, open_ended: bool = False) -> None:
        """A step that could be shown but for today."""
        self.waits.add(
            found.situation,
            found.kind,
            due,
            told,
            names=found.loose.name if found.loose else "",
            of_company=found.loose.company if found.loose else "",
            open_ended=open_ended,
        )

    # -- the day -----------------------------------------------------------------------------

    def _fill(self) -> tuple[list[Card], list[Card]]:
        """Fills the minutes, at most eight cards a day counting what was logged (F8)."""
        done, used = done_today(self.board)
        room, minutes = max(0, self.board.book.cards - done), self.minutes - used
        cards: list[Card] = []
        left: list[Candidate] = []
        for found in self.candidates:
            free = found.kind in OUTSIDE_MINUTES
            fits = len(cards) < room and (free or found.due.minutes <= minutes)
            if not fits or found.kind in self.done_once or self._clashes(found):
                left.append(found)
                continue
            self._choose(found, cards)
            minutes -= 0 if free else found.due.minutes
        if not cards and not done:
            may = [c for c in left if c.kind not in self.done_once and not self._clashes(c)]
            for found in may[:1]:
                left.remove(found)
                self._choose(found, cards)
        return cards, self._rolled(left) if self.told else []

    def _choose(self, found: Candidate, cards: list[Card]) -> None:
        cards.append(found.card)
        if STEP_KIND[found.kind].once_a_day:
            self.done_once.add(found.kind)
        if found.first_note:
            self.manners.note_chosen(found.lane)

    def _clashes(self, found: Candidate) -> bool:
        return found.first_note and self.manners.one_a_day(found.lane) is not None

    def _rolled(self, left: list[Candidate]) -> list[Card]:
        """What did not fit rolls over; what today's choice holds back waits (F15), until what was
        chosen is done, as does all but the first of what is at most one a day."""
        rolled = []
        for found in left:
            held = self.manners.one_a_day(found.lane) if found.first_note else None
            if held is None and found.kind in self.done_once:
                chosen = found.kind not in self.done_before
                held = Held(reason="one_a_day", until=self.manners.tomorrow, open_ended=chosen)
            if held is not None:
                told = why_held(found.situation, held)
                self._wait(found, held.until, told, open_ended=held.open_ended)
                continue
            rolled.append(found.card)
            if STEP_KIND[found.kind].once_a_day:
                self.done_once.add(found.kind)
        return rolled


def _is_later(thread: Thread) -> bool:
    return thread.mode == "later"

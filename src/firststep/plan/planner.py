"""The day: what is shown, what waits, what did not fit. Pure: snapshot and day in, plan out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from firststep.facts.kinds import FIRST_NOTES, CardKind
from firststep.facts.plan import Card, Plan, Waiting
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import Snapshot, SnoozeFacts
from firststep.plan.board import Board, Lane
from firststep.plan.cards import Order, card_of, company_name, minutes_of, order_of
from firststep.plan.loose import loose_cards
from firststep.plan.manners import Held, Manners
from firststep.plan.playbook.held import why_held, why_later
from firststep.plan.playbook.situation import Situation
from firststep.plan.resting import Resting
from firststep.steps.followup.thread import Step, Thread

OUTSIDE_MINUTES = frozenset({"answer", "thank", "prepare", "meet"})
Reorder = Callable[[Card, Order], Order]
ONCE_A_DAY = frozenset({"find_name", "confirm_match", "keep_in_touch"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A step that may be shown today, and where it stands in the order of the day."""

    lane: Lane
    step: Step
    card: Card
    order: Order
    first_note: bool


def plan_day(
    snapshot: Snapshot,
    *,
    snoozes: Sequence[SnoozeFacts] = (),
    today: date,
    book: Playbook = DEFAULT,
    minutes: int | None = None,
    order: Reorder | None = None,
    resting: Resting | None = None,
) -> Plan:
    """The plan of one day. `minutes` overrides the seeker's minutes a day; `order` puts the cards
    in another order than the planner's own, which it is told: habits to compare with. `resting`
    keeps threads at rest from one day to the next."""
    board = Board(snapshot, today, book, snoozes, resting=resting).lay_out()
    return _Day(board, minutes if minutes is not None else snapshot.minutes_a_day, order).plan()


class _Day:
    def __init__(self, board: Board, minutes: int, order: Reorder | None = None) -> None:
        self.order = order
        self.board = board
        self.today = board.today
        self.calendar = board.snapshot.calendar
        self.manners = Manners(board)
        self.minutes = minutes
        self.waiting: list[Waiting] = []
        self.candidates: list[Candidate] = []
        named = any(s.named_on == board.today for s in board.snapshot.seats.values())
        self.done_once: set[CardKind] = {"find_name"} if named else set()

    def plan(self) -> Plan:
        working = self.calendar.is_working(self.today)
        for lane in self.board.lanes:
            self._consider(lane)
        for loose in loose_cards(self.board, self.manners):
            found = self._candidate(loose.situation, loose.kind)
            self.candidates.append(replace(found, card=loose.named(found.card)))
        self.candidates.sort(key=lambda candidate: candidate.order)
        cards: list[Card] = []
        rolled: list[Card] = []
        if working:
            cards, rolled = self._fill()
        else:
            next_day = self.calendar.on_or_after(self.today)
            for found in self.candidates:
                self._wait(found.lane, found.card.kind, next_day, found.card.why)
        return Plan(
            on=self.today,
            cards=tuple(cards),
            waiting=tuple(sorted(self.waiting, key=lambda w: (w.due_on, w.name, w.ref))),
            rolled=tuple(rolled),
            closed=tuple(
                (key, t.closed_on, t.closed_why)
                for key, t in sorted(self.board.threads.items())
                if t.closed_on is not None
            ),
            minutes=self.minutes,
            day_off=not working,
        )

    # -- one lane ----------------------------------------------------------------------------

    def _consider(self, lane: Lane) -> None:
        thread = lane.thread
        if thread.is_closed:
            return
        if not thread.steps and thread.closes_on:
            told = why_later(Situation(self.board, lane, Step(kind="nudge")), None)
            self._wait(lane, None, thread.closes_on, told)
        for step in thread.steps:
            self._consider_step(lane, step)

    def _consider_step(self, lane: Lane, step: Step) -> None:
        kind = self._kind(lane, step)
        if not self.board.book.runs(kind) and kind == "find_name":
            return
        situation = Situation(self.board, lane, step)
        shows = step.shows_on or step.due_on or self.today
        if shows > self.today:
            due = step.due_on or shows
            self._wait(lane, kind, due, why_later(situation, step.held_by))
            return
        held = self._held(lane, step, kind)
        if held is not None:
            self._wait(lane, kind, held.until, why_held(situation, held))
            return
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

    def _held(self, lane: Lane, step: Step, kind: CardKind) -> Held | None:
        if kind == "find_name":
            return self.manners.holds_finding(lane)
        if step.kind == "write" and _is_later(lane.thread):
            return self.manners.holds_followup(lane)
        if self._is_first_note(lane, kind):
            return self.manners.holds_first_note(lane)
        if kind in ("nudge", "call"):
            return self.manners.holds_followup(lane)
        return None

    def _is_first_note(self, lane: Lane, kind: CardKind) -> bool:
        if _is_later(lane.thread):
            return False
        return kind in FIRST_NOTES or (kind == "call" and lane.thread.mode == "new")

    def _candidate(self, situation: Situation, kind: CardKind) -> Candidate:
        card = card_of(situation, kind)
        lane = situation.lane
        order = order_of(situation, card)
        if self.order is not None:
            order = self.order(card, order)
        return Candidate(lane, situation.step, card, order, self._is_first_note(lane, kind))

    def _wait(self, lane: Lane, kind: CardKind | None, due: date, told: str) -> None:
        self.waiting.append(
            Waiting(
                ref=lane.ref,
                approach_id=lane.approach.id or None,
                person_id=lane.person.id if lane.person else None,
                name=lane.person.name if lane.person else lane.seat.title if lane.seat else "",
                company=company_name(lane, self.board),
                kind=kind,
                due_on=due,
                why=told,
            )
        )

    # -- the day -----------------------------------------------------------------------------

    def _fill(self) -> tuple[list[Card], list[Card]]:
        """Fills the minutes, at most eight cards a day counting what was logged (F8)."""
        done, used = self._logged()
        room, minutes = max(0, self.board.book.cards - done), self.minutes - used
        cards: list[Card] = []
        left: list[Candidate] = []
        for found in self.candidates:
            free = found.card.kind in OUTSIDE_MINUTES
            fits = len(cards) < room and (free or found.card.minutes <= minutes)
            if not fits or self._once(found, cards) or self._clashes(found):
                left.append(found)
                continue
            self._choose(found, cards)
            minutes -= 0 if free else found.card.minutes
        if not cards and not done:
            may = [c for c in left if not self._once(c, cards) and not self._clashes(c)]
            for found in may[:1]:
                left.remove(found)
                self._choose(found, cards)
        return cards, self._rolled(left, cards)

    def _choose(self, found: Candidate, cards: list[Card]) -> None:
        cards.append(found.card)
        if found.first_note:
            self.manners.note_chosen(found.lane)

    def _clashes(self, found: Candidate) -> bool:
        return found.first_note and self.manners.one_a_day(found.lane) is not None

    def _once(self, found: Candidate, cards: list[Card]) -> bool:
        """At most one such card a day, counting what was done that day (F7)."""
        kind = found.card.kind
        if kind not in ONCE_A_DAY:
            return False
        return any(card.kind == kind for card in cards) or kind in self.done_once

    def _rolled(self, left: list[Candidate], cards: list[Card]) -> list[Card]:
        """What did not fit rolls over; what today's choice holds back waits (F15)."""
        rolled = []
        for found in left:
            held = self.manners.one_a_day(found.lane) if found.first_note else None
            if held is None and self._once(found, cards):
                held = Held(reason="one_a_day", until=self.manners.tomorrow)
            if held is None:
                rolled.append(found.card)
            else:
                situation = Situation(self.board, found.lane, found.step)
                self._wait(found.lane, found.card.kind, held.until, why_held(situation, held))
        return rolled

    def _logged(self) -> tuple[int, int]:
        """How many steps were logged today and the minutes they stood for."""
        done = used = 0
        for lane in self.board.lanes:
            if lane.thread.last_on < self.today:
                continue
            for kind in _steps_logged(lane, self.today):
                done += 1
                used += 0 if kind in OUTSIDE_MINUTES else minutes_of(lane, kind, self.board)
        return done, used


def _is_later(thread: Thread) -> bool:
    return thread.mode == "later"


def _steps_logged(lane: Lane, today: date) -> Iterator[CardKind]:
    for line in lane.approach.log:
        if line.kind == "write":
            if line.on == today:
                yield "ask_introduction" if lane.approach.ask == "introduction" else "write"
        elif line.on != today:
            continue
        elif line.kind in ("nudge", "thank", "answer", "report_back"):
            yield line.kind
        elif line.kind in ("voicemail", "no_answer", "talked") or line.by_call:
            yield "call"
        elif line.kind == "held":
            yield "meet"

"""The day: what is shown, what waits, what did not fit. Pure: snapshot and day in, plan out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from firststep.facts.plan import AfterYes, Card, Plan
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import Snapshot, SnoozeFacts
from firststep.facts.step_kinds import (
    FIRST_NOTES,
    HAS_HOUR,
    ONCE_MORE,
    STEP_KIND,
    STEP_KINDS,
    CardKind,
)
from firststep.plan.after_yes import after_yes
from firststep.plan.board import Board
from firststep.plan.cards import Candidate, Order, card_of, due_of, order_of, without_note
from firststep.plan.done_today import done_today, names_looked_for_today
from firststep.plan.held_back import HeldBack
from firststep.plan.lane import EXEMPT, Lane
from firststep.plan.lateness import is_late
from firststep.plan.loose import loose_cards
from firststep.plan.manners import Manners
from firststep.plan.pace import names_a_day
from firststep.plan.playbook import why
from firststep.plan.playbook.outreach import note_of_the_month
from firststep.plan.playbook.situation import Situation
from firststep.plan.playbook.waiting import why_held_back
from firststep.plan.roster import NOTES_A_MONTH
from firststep.plan.waits import Waits, shown_on
from firststep.steps.followup.thread import Step


def plan_day(
    snapshot: Snapshot,
    *,
    snoozes: Sequence[SnoozeFacts] = (),
    today: date,
    book: Playbook = DEFAULT,
    minutes: int | None = None,
) -> Plan:
    """The plan of one day. `minutes` overrides the seeker's minutes a day."""
    return plan_of(Board(snapshot, today, book, snoozes).lay_out(), minutes=minutes)


def plan_of(board: Board, *, minutes: int | None = None) -> Plan:
    """The plan of a campaign that is laid out as of a day."""
    return PlannedDay(board, minutes=minutes).plan()


class PlannedDay:
    """One day being planned: what its lanes show is chosen from, the rest waits or rolls over.

    `considered`, `rank`, `told`, `left_after_yes`, `waits_as`, `manners_as` and `roll_over` are
    what a season that is only played does otherwise (outlook).
    """

    waits_as = Waits
    manners_as = Manners

    def __init__(self, board: Board, *, minutes: int | None = None) -> None:
        self.board = board
        self.today = board.today
        self.calendar = board.snapshot.calendar
        self.manners = self.manners_as(board)
        self.minutes = minutes if minutes is not None else board.snapshot.minutes_a_day
        self.waits = self.waits_as(board)
        self.candidates: list[Candidate] = []
        # How many more of a kind that day takes, counting what was done already (F7, F30).
        self.takes: dict[CardKind, int] = {
            kind.name: kind.a_day for kind in STEP_KINDS if kind.a_day
        }
        self.takes["find_name"] = names_a_day(board) - names_looked_for_today(board)
        self.left_after_done = dict(self.takes)
        self.wrote = {one.person_id for one in board.snapshot.heard}  # it was not looked at yet
        self.met_waits = False  # somebody met does not fit into the day
        self.notes: dict[str, int] = {}  # the note of the month an invitation takes; 0: none
        self.done_at: set[tuple[CardKind, int | None]] = set()  # what is done once a company

    def plan(self) -> Plan:
        """The cards, what waits, what rolls over, what has ended, and what comes next."""
        for lane in self.considered():
            self._consider(lane)
        for situation in loose_cards(self.board, self.manners):
            self._consider_loose(situation)
        self.candidates.sort(key=attrgetter("order"))
        working = self.calendar.is_working(self.today)
        cards, rolled = self._fill() if working else self._rest()
        return Plan(
            on=self.today,
            cards=tuple(cards),
            waiting=self.waits.told(),
            rolled=tuple(rolled),
            closed=tuple(_closed(self.board)),
            coming=self.waits.coming(self._held_back),
            after_yes=self.left_after_yes(),
            landed_at=landed.company if (landed := self.board.snapshot.landed) else "",
            minutes=self.minutes,
            day_off=not working,
        )

    def considered(self) -> Iterable[Lane]:
        """The lanes whose steps are looked at."""
        return self.board.lanes

    def left_after_yes(self) -> tuple[AfterYes, ...]:
        """What is left to do after a yes from an employer (F39)."""
        return after_yes(self.board)

    def rank(self, found: Candidate) -> Order:
        """Where a step stands in the order of the day."""
        return found.order

    def told(self, found: Candidate) -> Card:
        """The card of a step, with its reason."""
        reason, late = why(found.kind, found.situation), is_late(found, self.board)
        card = card_of(found.situation, found.due, why=reason, late=late)
        if not card.invitation:
            return card
        card = self.with_note(card, found.lane)
        told = note_of_the_month(found.situation, card.invitation, self.notes.get(card.ref))
        return card._replace(why=f"{reason} {told}".strip())

    def with_note(self, card: Card, lane: Lane) -> Card:
        """An invitation takes one of the month's notes while there is one (F33)."""
        left = self.board.notes_left
        if card.invitation != "note" or left is None:
            return card
        if card.ref not in self.notes:
            taken = sum(map(bool, self.notes.values()))
            self.notes[card.ref] = NOTES_A_MONTH - left + taken + 1 if taken < left else 0
        return card if self.notes[card.ref] else without_note(card, lane)

    # -- one lane ----------------------------------------------------------------------------

    def _consider(self, lane: Lane) -> None:
        thread = lane.thread
        if thread.is_closed:
            return
        if not thread.steps and thread.closes_on:
            self.waits.closing(lane)
        for step in thread.steps:
            self._consider_step(lane, step)

    def _consider_step(self, lane: Lane, step: Step) -> None:
        kind, situation = self._kind(lane, step), Situation(self.board, lane, step)
        if kind == "find_name" and not self.board.book.runs(kind):
            return None if lane.proposed else self.waits.left_out(situation, kind)
        ahead = shown_on(step, self.today) > self.today
        refused = not self.board.rejecting.isdisjoint(lane.works_at)
        held = self._held_back(situation, kind) if refused or not ahead else None
        if held is not None and (not ahead or held.reason == "rejected"):
            self.waits.held_back(situation, kind, held)
        elif ahead:
            self.waits.later(situation, kind)
        else:
            self.candidates.append(self._candidate(situation, kind))
        return None

    def _consider_loose(self, situation: Situation) -> None:
        found = self._candidate(situation, situation.step.kind)
        if found.due.due_on <= self.today:
            self.candidates.append(found)
        else:
            self.waits.not_today(found, found.due.due_on, why(found.kind, situation))

    def _kind(self, lane: Lane, step: Step) -> CardKind:
        """What a first note is called (F26): an introduction asked, a second person, or plain."""
        if step.kind != "write" or lane.thread.goes_on or lane.approach.origin != "proposed":
            return step.kind
        if lane.approach.ask == "introduction":
            return "ask_introduction"
        return "second_person" if self.manners.other_live(lane) else "write"

    def _held_back(self, situation: Situation, kind: CardKind) -> HeldBack | None:
        lane = situation.lane
        if kind == "find_name":
            return self.manners.holds_finding(lane)
        if lane.person and lane.person.id in self.wrote and kind in FIRST_NOTES | ONCE_MORE:
            return HeldBack("heard", None)
        if self._is_first_note(lane, kind):
            return self.manners.holds_first_note(lane)
        if kind in ONCE_MORE or situation.step.kind in ("write", "find_number"):
            return self.manners.holds_followup(lane)
        return None

    def _is_first_note(self, lane: Lane, kind: CardKind) -> bool:
        if lane.thread.goes_on:
            return False
        return kind in FIRST_NOTES or (kind == "call" and lane.thread.mode == "new")

    def _candidate(self, situation: Situation, kind: CardKind) -> Candidate:
        due, first = due_of(situation, kind), self._is_first_note(situation.lane, kind)
        found = Candidate(situation, due, order_of(situation, due), first)
        order = self.rank(found)
        return found if order is found.order else found._replace(order=order)

    # -- the day -----------------------------------------------------------------------------

    def _fill(self) -> tuple[list[Card], list[Card]]:
        """Fills the minutes: at most eight cards at once, and on a longer day more once they are
        done, counting what was logged (F8, F30)."""
        done, used = done_today(self.board)
        minutes, book = self.minutes - used, self.board.book
        room = max(0, min(book.cards, book.for_minutes(book.cards, self.minutes) - done))
        chosen: list[Candidate] = []
        left: list[Candidate] = []
        for found in self.candidates:
            takes = _takes(found)
            fits = len(chosen) < room and takes <= max(minutes, 0)
            if fits and self._choose(found, chosen):
                minutes -= takes
            else:
                left.append(found)
                self.met_waits |= found.lane.follows_up_met
        if not used and len(chosen) < room and not any(map(_takes, chosen)):
            left = self._at_least_one(left, chosen, begun=bool(chosen or done))
        return [self.told(one) for one in chosen], self.roll_over(left)

    def _at_least_one(
        self, left: list[Candidate], chosen: list[Candidate], *, begun: bool
    ) -> list[Candidate]:
        """Chooses the first that may be, whatever it takes; what is left then. Beside thanks and
        answers only what has a day of its own: somebody named is not forgotten over them (F36)."""
        may = (one for one in left if _takes(one) and (not begun or one.situation.step.due_on))
        taken = next((one for one in may if self._choose(one, chosen)), None)
        return [one for one in left if one is not taken]

    def _choose(self, found: Candidate, chosen: list[Candidate]) -> bool:
        """Chooses a step, unless what was chosen or done before keeps it from that day."""
        clashes = found.first_note and self.manners.one_a_day(found.lane) is not None
        if clashes or self._is_enough(found) or self._waits_for_met(found):
            return False
        chosen.append(found)
        self._count(found)
        if found.first_note:
            self.manners.note_chosen(found.lane)
        return True

    def _count(self, found: Candidate) -> None:
        """What is on the list is not wanted again: so many a day, or once a company."""
        if found.kind in self.takes:
            self.takes[found.kind] -= 1
        if STEP_KIND[found.kind].once_a_company:
            self.done_at.add((found.kind, found.company_id))

    def _is_enough(self, found: Candidate) -> bool:
        """Whether the day takes no more of that kind, or none at that company."""
        there = (found.kind, found.company_id) in self.done_at
        return there or self.takes.get(found.kind, 1) <= 0

    def _waits_for_met(self, found: Candidate) -> bool:
        """Whether a first note waits because somebody met is still to be written to (F29)."""
        return self.met_waits and found.first_note and found.origin not in EXEMPT

    def roll_over(self, left: list[Candidate]) -> list[Card]:
        """What did not fit rolls over; what today's choice holds back waits (F15), until what was
        chosen is done, as does all but the first of what is at most one a day."""
        rolled = []
        for found in left:
            held = self._held_back_today(found)
            if held is None:
                rolled.append(self.told(found))
                self.waits.rolled_over(found)
                self._count(found)
            else:
                reason = why_held_back(found.situation, held)
                self.waits.not_today(found, held.until, reason, held.reason)
        return rolled

    def _held_back_today(self, found: Candidate) -> HeldBack | None:
        held = self.manners.one_a_day(found.lane) if found.first_note else None
        if held is None and self._is_enough(found):
            chosen = self.left_after_done.get(found.kind, 1) > 0
            held = HeldBack("one_a_day", None if chosen else self.board.tomorrow)
        return held

    def _rest(self) -> tuple[list[Card], list[Card]]:
        """A day off: all waits for the next working day, but a conversation has its own."""
        next_on = self.calendar.on_or_after(self.today)
        for found in self.candidates:
            own = found.kind in HAS_HOUR and found.due.due_on >= self.today
            reason = why(found.kind, found.situation)
            self.waits.not_today(found, found.due.due_on if own else next_on, reason)
        return [], []


def _takes(found: Candidate) -> int:
    """The minutes a step takes of the day's."""
    return 0 if STEP_KIND[found.kind].outside_minutes else found.due.minutes


def _closed(board: Board) -> Iterator[tuple[int, date, str]]:
    for key, thread in sorted(board.threads.items()):
        if thread.closed_on is not None:
            yield key, thread.closed_on, thread.closed_why

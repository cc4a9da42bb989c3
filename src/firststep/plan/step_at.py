"""The step at a reference: its card, its thread and how it would be opened. Pure.

The only maker of these, whether the plan shows the step that day or not, for every door and verb.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from firststep.errors import CannotDo
from firststep.facts.channels import BY_CALL, SPOKEN, ChannelName
from firststep.facts.line_kinds import NOTES
from firststep.facts.plan import Card, Plan, Waiting
from firststep.facts.said import say
from firststep.facts.snapshot import BY_ID, ApproachFacts, LogLine, PersonFacts, SeatFacts, Snapshot
from firststep.facts.step_kinds import OWED, STEP_KIND, CardKind
from firststep.plan.board import Board, seat_lane, seat_proposal
from firststep.plan.cards import card_of, due_of, invited_by
from firststep.plan.lane import Lane
from firststep.plan.loose import keeping_in_touch
from firststep.plan.playbook.situation import Situation
from firststep.plan.playbook.waiting import why_no_note
from firststep.steps.followup.thread import Step

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAt:
    """The step of one person, or of one seat without a holder. `ref` is the approach's id once it
    is open, else `p12` or `s7`.

    `card` is what the plan shows that day (`shown`); else what waits (`waiting`), taken now; else
    what the thread itself has for now.
    """

    ref: str
    board: Board
    plan: Plan
    lane: Lane
    card: Card
    shown: bool
    waiting: Waiting | None
    aside: dict[str, Any] = field(default_factory=dict)  # what doors worked out of that day

    @property
    def over(self) -> str:
        """Why no note is left to send, "" where one is."""
        return why_no_note(self.plan, self.ref)

    @property
    def snapshot(self) -> Snapshot:
        return self.board.snapshot

    @property
    def person(self) -> PersonFacts | None:
        return self.lane.person

    @property
    def seat(self) -> SeatFacts | None:
        """The seat they hold, or the one without a holder."""
        seat, person = self.lane.seat, self.lane.person
        held = seat is not None and (person is None or seat.holder_id == person.id)
        return seat if held else None

    @property
    def approach(self) -> ApproachFacts | None:
        """The approach, where it is open or was; None while it is only proposed."""
        return None if self.lane.proposed else self.lane.approach

    @property
    def newest(self) -> ApproachFacts | None:
        """The newest approach to them in this round: before one that is proposed anew, the last."""
        earlier = self.board.approaches_to[self.person.id] if self.person else []
        return self.approach or max(earlier, key=BY_ID, default=None)

    @property
    def opening(self) -> ApproachFacts:
        """How an approach to them would be opened now (F12)."""
        if self.lane.proposed or self.lane.person is None:
            return self.lane.approach
        return self.board.proposal(self.lane.person)

    @property
    def about_seat_id(self) -> int | None:
        """The seat an ask for a name or an introduction would be about."""
        person = self.lane.person
        seat = self.board.seat_of(person) if person else self.lane.seat
        return seat.id if seat else None

    @property
    def sent_as(self) -> str:
        """What a message that goes out now counts as (F16)."""
        if self.card.invitation == "bare":
            return "invite"
        return STEP_KIND[self.card.kind].sent_as or note_of(self.lane.approach.log)

    @property
    def note(self) -> CardKind:
        """What a note is that goes out in place of a call."""
        thread = self.lane.thread
        takes_up = thread.offered and thread.mode == "new"
        return "offer_taken_up" if takes_up else note_of(self.lane.approach.log)

    def by(self, channel: ChannelName | None) -> Card:
        """The card as it is taken by that way: a call in writing is the note in its place."""
        if channel is None:
            return self.card
        kind = self.card.kind
        if kind == "find_number" and channel == BY_CALL:
            kind = "call"  # the number was found elsewhere
        if kind in ("call", "find_number") and channel not in SPOKEN:
            kind = self.note
        invitation = invited_by(channel, self.lane, kind, self.board)
        return self.card._replace(kind=kind, channel=channel, invitation=invitation)


def step_at(board: Board, plan: Plan, ref: str) -> StepAt:
    """The step a reference stands for (F3). Raises CannotDo for one that is not there."""
    lane = _lane_at(board, plan, ref)
    own = lane.ref
    card = next((card for card in plan.showable if card.ref == own), None)
    waiting = _awaited(plan, own)
    return StepAt(
        ref=own,
        board=board,
        plan=plan,
        lane=lane,
        card=card or _as_if_now(board, lane, waiting),
        shown=card is not None,
        waiting=waiting,
    )


def note_of(log: tuple[LogLine, ...]) -> CardKind:
    """What the next note is: the first one until one has arrived, then a nudge. A bounce takes one
    back (F17)."""
    accepted = [n for n, line in enumerate(log) if line.kind == "accepted"]
    kinds = [line.kind for line in log[accepted[-1] if accepted else 0 :]]  # F33: it begins anew
    notes = sum(kind in NOTES for kind in kinds)
    return "nudge" if notes > kinds.count("bounced") else "write"


def is_planned(plan: Plan, ref: str) -> bool:
    """Whether the plan says anything of that step: a card, what waits, what did not fit."""
    shown = any(card.ref == ref for card in plan.showable)
    return shown or any(row.ref == ref for row in plan.waiting)


# -- which lane ------------------------------------------------------------------------------


def _lane_at(board: Board, plan: Plan, ref: str) -> Lane:
    key, snapshot = int(ref.lstrip("ps")), board.snapshot
    if ref.startswith("p"):
        return _of_person(board, plan, _there(snapshot.people.get(key), ref))
    if ref.startswith("s"):
        seat = _there(snapshot.seats.get(key), ref)
        holder = snapshot.people.get(seat.holder_id or 0)
        return _of_person(board, plan, holder) if holder else _of_seat(board, seat)
    return _of_approach(board, _there(snapshot.approaches.get(key), ref))


def _there(found: Found | None, ref: str) -> Found:
    if found is None:
        raise CannotDo(
            say(
                "There is no step {ref} in this round. Give a number from Today, p12 for "
                "a person, s7 for a seat, or a name.",
                ref=ref,
            ),
            kind="not_found",
        )
    return found


def _of_person(board: Board, plan: Plan, person: PersonFacts) -> Lane:
    """Their newest approach in this round, or the one the plan proposes or would."""
    lane = _first(board, lambda lane: lane.person is not None and lane.person.id == person.id)
    if lane is None or (not lane.proposed and is_planned(plan, f"p{person.id}")):
        return board.lane_of(person, board.thread_of(board.proposal(person)))
    return lane


def _of_seat(board: Board, seat: SeatFacts) -> Lane:
    lane = _first(board, lambda lane: lane.person is None and lane.seat == seat)
    return lane or seat_lane(seat, board.thread_of(seat_proposal(seat)))


def _of_approach(board: Board, approach: ApproachFacts) -> Lane:
    lane = _first(board, lambda lane: lane.approach.id == approach.id)
    if lane is not None:
        return lane
    thread = board.threads[approach.id]
    if approach.person_id is not None:
        return board.lane_of(board.snapshot.people[approach.person_id], thread)
    seat = board.snapshot.seats.get(approach.seat_id or 0)
    return Lane(thread, None, seat, seat.company_id if seat else None)


def _first(board: Board, fits: Callable[[Lane], bool]) -> Lane | None:
    return next(filter(fits, board.lanes), None)


# -- a step the plan does not show -----------------------------------------------------------


def _awaited(plan: Plan, ref: str) -> Waiting | None:
    """What waits there: what is owed first, else what comes first."""
    rows = [row for row in plan.waiting if row.ref == ref]
    return next((row for row in rows if row.kind in OWED), rows[0] if rows else None)


def _as_if_now(board: Board, lane: Lane, waiting: Waiting | None) -> Card:
    """The step as if it were taken now."""
    kind, due_on, why = _own_kind(lane), board.today, ""
    if waiting is not None and waiting.kind is not None:
        kind, due_on, why = waiting.kind, waiting.due_on or due_on, waiting.why
    situation = Situation(board, lane, Step(kind=kind, due_on=due_on))
    if kind == "keep_in_touch" and lane.person is not None:
        situation = keeping_in_touch(board, lane.person, due_on)
    return card_of(situation, due_of(situation, kind), why=why)


def _own_kind(lane: Lane) -> CardKind:
    if lane.thread.steps and not lane.thread.is_closed:
        return lane.thread.steps[0].kind
    return note_of(lane.approach.log)

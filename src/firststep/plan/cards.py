"""A step of a day: its card, how long it takes, and where it stands in the day. Pure."""

from datetime import date
from typing import Any, NamedTuple

from firststep.facts.asks import Ask
from firststep.facts.channels import (
    BY_CALL,
    INVITING,
    SPOKEN,
    USUAL_CHANNEL,
    ChannelName,
    channel_named,
)
from firststep.facts.heard_kinds import HeardFacts
from firststep.facts.kinds import BROUGHT, Origin, TieKind
from firststep.facts.plan import Card, Invited
from firststep.facts.snapshot import PersonFacts
from firststep.facts.step_kinds import HAS_HOUR, STEP_KIND, CardKind, Place
from firststep.plan.board import Board
from firststep.plan.gain import gain_per_minute
from firststep.plan.lane import Lane
from firststep.plan.playbook.situation import Situation
from firststep.steps.followup.thread import Rhythm

Order = tuple[float | int, ...]
AFTER_WORTH: dict[Place, int] = {"name": 6, "list": 7}
WARMEST: dict[TieKind, int] = {"close": 0, "known": 1, "met": 1, "dormant": 2}
COLD = 3


class Due(NamedTuple):
    """A step as it stands in the day's order: what, when, and how long it takes."""

    kind: CardKind
    due_on: date
    minutes: int


def due_of(situation: Situation, kind: CardKind) -> Due:
    """The step, due the day asked for where it has no day of its own (F14)."""
    due_on = situation.step.due_on or situation.board.today
    return Due(kind, due_on, minutes_of(situation.lane, kind, situation.board))


class Candidate(NamedTuple):
    """A step that may be shown today, and where it stands in the order of the day. Its card is
    made only once it is shown or rolled over: most of a long list of seats waits."""

    situation: Situation
    due: Due
    order: Order
    first_note: bool = False

    @property
    def lane(self) -> Lane:
        return self.situation.lane

    @property
    def kind(self) -> CardKind:
        return self.due.kind

    @property
    def due_on(self) -> date:
        return self.due.due_on

    @property
    def person_id(self) -> int | None:
        person = self.situation.lane.person
        return person.id if person else None

    @property
    def company_id(self) -> int | None:
        return self.situation.lane.company_id

    @property
    def origin(self) -> Origin:
        return self.situation.lane.approach.origin

    @property
    def ask(self) -> Ask:
        return self.situation.lane.approach.ask


def card_of(situation: Situation, due: Due, *, why: str = "", late: bool = False) -> Card:
    """The card of one step."""
    lane, board = situation.lane, situation.board
    approach, person, seat = lane.approach, lane.person, lane.seat
    channel = _channel(lane, due.kind, board)
    if lane.heard is not None:
        return _card_of_heard(lane.heard, due, why)
    return Card(
        kind=due.kind,
        ref=lane.ref,
        approach_id=approach.id or None,
        state="open" if approach.id else "proposed",
        person_id=person.id if person else None,
        name=lane.name,
        company_id=lane.tells_of,
        company=company_name(lane, board),
        seat_id=seat.id if seat else None,
        seat=seat.title if seat else "",
        channel=channel,
        ask=approach.ask,
        origin=approach.origin,
        via_id=approach.via_id,
        for_seat_id=approach.for_seat_id,
        due_on=due.due_on,
        minutes=due.minutes,
        why=why,
        late=late,
        smaller_ask=lane.asks_less if due.kind == "nudge" or lane.revisited else None,
        invitation=invited_by(channel, lane, due.kind, board),
        **_called(lane, due.kind, board),
    )


def _card_of_heard(heard: HeardFacts, due: Due, why: str) -> Card:
    """The card of what came in: it is about no step of theirs, so that it has no `ref`."""
    return Card(
        kind=due.kind,
        ref="",
        approach_id=heard.approach_id,
        state="open" if heard.approach_id else "proposed",
        person_id=heard.person_id,
        name=heard.who,
        company_id=None,
        company="",
        seat_id=None,
        seat="",
        channel=None,
        ask=None,
        origin="proposed",
        via_id=None,
        for_seat_id=None,
        due_on=due.due_on,
        minutes=due.minutes,
        why=why,
        heard_id=heard.id,
    )


def invited_by(channel: ChannelName | None, lane: Lane, kind: CardKind, board: Board) -> Invited:
    """Whether a first note by that channel goes with an invitation: with a note, or without one
    where the month's are used up (F33)."""
    if channel not in INVITING or lane.person is None or not STEP_KIND[kind].is_first_note:
        return ""
    if not lane.person.is_invited_by(channel_named(channel)):
        return ""
    return "bare" if board.notes_left == 0 else "note"


def without_note(card: Card, lane: Lane) -> Card:
    """The card of an invitation once the notes of the month are spoken for: by another way to
    write where there is one, else without a note."""
    usual = lane.person.usual_channel if lane.person else None
    if usual in INVITING or usual in SPOKEN:
        return card._replace(invitation="bare")
    return card._replace(invitation="", channel=usual)


def _called(lane: Lane, kind: CardKind, board: Board) -> dict[str, Any]:
    """By which number, and on which day a call follows a first note to who runs a department: a
    call that a number is still wanted for is not announced (F32)."""
    number = board.number_of(lane.person) if lane.person else None
    if number is None:
        return {}
    said: dict[str, Any] = {"number": number.value, "put_through": number.of_company}
    if STEP_KIND[kind].is_first_note and _is_called(lane.thread.rhythm, board):
        days = board.book.call_manager_days
        calendar = board.snapshot.calendar
        said["calls_on"] = calendar.after_quiet_days(calendar.after(board.today, days))
    return said


def _is_called(rhythm: Rhythm, board: Board) -> bool:
    called = rhythm.used_up is not None and rhythm.used_up.calls > 0
    return rhythm.manager and board.book.runs("call") and not called


def order_of(situation: Situation, due: Due) -> Order:
    """Answers and thanks; meetings; what lapses soon, and who was met (F29); who was named (F36);
    then by gain per minute, the warmest first while a round begins (F37), and reports before they
    are due last (F30); names to find; companies to add. Ties go by motivation, then company, then
    person (F20)."""
    lane, step, board = situation.lane, situation.step, situation.board
    company = board.snapshot.companies.get(lane.company_id or 0)
    person_id = lane.person.id if lane.person else 0
    tie = (-(company.motivation if company else 0), lane.company_id or 0, person_id)
    place = STEP_KIND[due.kind].place
    if place == "reply":
        return (0, _owed_since(lane, due), *tie)
    if place == "meeting":
        return (1, due.due_on.toordinal(), due.kind in HAS_HOUR, *tie)
    if step.last_on and (lane.follows_up_met or _is_last_chance(step.last_on, board)):
        return (2, step.last_on.toordinal(), *tie)
    gain = gain_per_minute(lane, due.kind, due.minutes, board)
    return (*_by_worth(situation, due), -round(gain, 9), *tie)


def _owed_since(lane: Lane, due: Due) -> int:
    """What came in stands before all that is owed: it may settle some of it."""
    return 0 if lane.heard else due.due_on.toordinal()


def _is_last_chance(last_on: date, board: Board) -> bool:
    return last_on <= board.snapshot.calendar.after(board.today, 1)


def _by_worth(situation: Situation, due: Due) -> tuple[int, int]:
    """Where a step stands among those that have no claim on the day of their own."""
    lane, board, kind = situation.lane, situation.board, STEP_KIND[due.kind]
    if kind.place in AFTER_WORTH:
        return (AFTER_WORTH[kind.place], 0)
    if due.due_on > board.today:
        return (5, 0)
    if kind.is_first_note and lane.approach.origin in BROUGHT:
        return (3, 0)
    tie = lane.person.tie if lane.person else None
    if tie is None or not (board.warming_up and kind.is_first_note):
        return (4, COLD)
    return (4, WARMEST[tie.kind])


def minutes_of(lane: Lane, kind: CardKind, board: Board) -> int:
    """How long a step takes (F20): a note to a known person is shorter than one to a manager."""
    person, origin = lane.person, lane.approach.origin
    plain = kind in ("write", "second_person") and origin in ("proposed", "met", "offered")
    if plain and person is not None and person.tie and not board.is_manager(person):
        met = person.tie.kind == "met"
        return board.book.write_met_minutes if met else board.book.write_known_minutes
    return board.book.minutes[kind]


def company_name(lane: Lane, board: Board) -> str:
    company = board.snapshot.companies.get(lane.tells_of or 0)
    return company.name if company else ""


def _channel(lane: Lane, kind: CardKind, board: Board) -> ChannelName | None:
    person = lane.person
    if person is None:
        return None
    if kind == "call" or (kind == "find_number" and lane.thread.mode == "new"):
        return BY_CALL  # who asked to be rung is, once their number is found (F40)
    if kind == "offer_taken_up" and _lacks_their_way(lane, person):
        return None
    return _written_channel(lane, person, kind, board)


def _lacks_their_way(lane: Lane, person: PersonFacts) -> bool:
    """Whether the way they named is to be found first: a profile, an address (F40)."""
    if lane.approach.channel in INVITING:
        return not person.linkedin
    return lane.thread.offer_by == USUAL_CHANNEL and not person.has_written_way


def _written_channel(
    lane: Lane, person: PersonFacts, kind: CardKind, board: Board
) -> ChannelName | None:
    """By which way something is written, or said where one stands; None where none is known."""
    begun, usual = channel_named(lane.approach.channel), person.usual_channel
    if not person.keeps_to(begun):
        return usual or (BY_CALL if STEP_KIND[kind].is_owed and board.number_of(person) else None)
    spent = person.is_invited_by(begun) and board.notes_left == 0
    return usual if spent and STEP_KIND[kind].is_first_note else begun.name

"""One card: what a step looks like on Today, how long it takes, and where it stands in the day."""

from datetime import date

from firststep.facts.kinds import FIRST_NOTES, CardKind, Channel
from firststep.facts.plan import Card
from firststep.plan.board import EXEMPT, Board, Lane
from firststep.plan.gain import gain_per_minute
from firststep.plan.playbook import why
from firststep.plan.playbook.situation import Situation

Order = tuple[float | int, ...]


def card_of(situation: Situation, kind: CardKind) -> Card:
    """The card of one step, with its reason."""
    lane, step, board = situation.lane, situation.step, situation.board
    due = step.due_on or board.today
    return Card(
        kind=kind,
        ref=lane.ref,
        approach_id=lane.approach.id or None,
        state="open" if lane.approach.id else "proposed",
        person_id=lane.person.id if lane.person else None,
        name=lane.person.name if lane.person else "",
        company_id=lane.company_id,
        company=company_name(lane, board),
        seat_id=lane.seat.id if lane.seat else None,
        seat=lane.seat.title if lane.seat else "",
        channel=_channel(lane, kind),
        ask=lane.approach.ask,
        origin=lane.approach.origin,
        via_id=lane.approach.via_id,
        for_seat_id=lane.approach.for_seat_id,
        due_on=due,
        minutes=minutes_of(lane, kind, board),
        why=why(kind, situation),
        late=_is_late(kind, lane, due, board),
    )


def _is_late(kind: CardKind, lane: Lane, due: date, board: Board) -> bool:
    """After its due day; whoever was named or met has two days more."""
    if kind in FIRST_NOTES and lane.approach.origin in EXEMPT:
        due = board.snapshot.calendar.after(due, board.book.first_note_grace_days)
    return due < board.today


def order_of(situation: Situation, card: Card) -> Order:
    """Answers and thanks; meetings; what lapses soon; then by gain per minute. Ties go by
    motivation, then company, then person (F20)."""
    lane, step, board = situation.lane, situation.step, situation.board
    company = board.snapshot.companies.get(lane.company_id or 0)
    tie = (-(company.motivation if company else 0), lane.company_id or 0, card.person_id or 0)
    if card.kind in ("answer", "thank"):
        return (0, card.due_on.toordinal(), *tie)
    if card.kind in ("meet", "prepare"):
        return (1, card.due_on.toordinal(), card.kind == "meet", *tie)
    if step.last_on and step.last_on <= board.snapshot.calendar.after(board.today, 1):
        return (2, step.last_on.toordinal(), *tie)
    gain = gain_per_minute(lane, card.kind, card.minutes, board)
    return (4 if card.kind == "find_name" else 3, -round(gain, 9), *tie)


def minutes_of(lane: Lane, kind: CardKind, board: Board) -> int:
    """How long a step takes (F20): a note to a known person is shorter than one to a manager."""
    person = lane.person
    plain = kind in ("write", "second_person") and lane.approach.origin == "proposed"
    if plain and person is not None and person.tie and not board.is_manager(person):
        met = person.tie.kind == "met"
        return board.book.write_met_minutes if met else board.book.write_known_minutes
    return board.book.minutes[kind]


def company_name(lane: Lane, board: Board) -> str:
    company = board.snapshot.companies.get(lane.company_id or 0)
    return company.name if company else ""


def _channel(lane: Lane, kind: CardKind) -> Channel | None:
    person, channel = lane.person, lane.approach.channel
    if person is None:
        return None
    if kind == "call":
        return "phone"
    usable = {
        "email": bool(person.emails),
        "linkedin": bool(person.linkedin),
        "phone": bool(person.phones) and not person.has_written_way,
        "in_person": True,
    }
    if usable[channel]:
        return channel
    return person.written_channel if person.has_written_way else None

"""Whose answer is awaited, for Today: whatever came is told in two taps."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import filterfalse

from firststep.facts.line_kinds import LINE_KIND, ReplyKind
from firststep.facts.said import to_say
from firststep.interfaces.answers.day import StepToCome
from firststep.interfaces.words.counts import within
from firststep.plan.board import Board
from firststep.plan.lane import Lane

# What is told in one press; who named somebody, or said more, is told with the words it takes.
IN_ONE_PRESS: tuple[tuple[ReplyKind, str], ...] = (
    ("yes", to_say("Yes")),
    ("no", to_say("No")),
    ("later", to_say("Not now")),
)
SHOWN_FIRST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """Somebody who was written to or rung and has not answered yet; `key` is their approach's."""

    key: int
    name: str
    company: str
    asked: date
    next: str  # in small letters; "" where it stands on Today


@dataclass(frozen=True, slots=True, kw_only=True)
class Heaps:
    """What waits: for somebody's answer, for its own day, for others of the plan."""

    answer: tuple[Awaited, ...]
    day: tuple[StepToCome, ...]
    held: tuple[StepToCome, ...]


def heaps(board: Board, waiting: Iterable[StepToCome], told: Callable[[StepToCome], str]) -> Heaps:
    """The three heaps. What only waits to follow an unanswered note stands with that; `told` says
    what comes and when."""
    by_ref = {row.ref: row for row in waiting}
    lanes = {lane.ref: lane for lane in board.lanes if lane.person and lane.thread.awaiting}
    answer = sorted(lanes.values(), key=_asked, reverse=True)
    rest = [row for ref, row in by_ref.items() if ref not in lanes]
    return Heaps(
        answer=tuple(_told(board, lane, by_ref, told) for lane in answer),
        day=tuple(filter(_has_own_day, rest)),
        held=tuple(filterfalse(_has_own_day, rest)),
    )


def _has_own_day(row: StepToCome) -> bool:
    """Begun, or with nobody to wait for: its day alone brings it."""
    begun = not str(row.ref).startswith(("p", "s")) or row.kind == "keep_in_touch"
    return begun and not row.open_ended


def _asked(lane: Lane) -> tuple[date, int]:
    """The day of the last word to them, not of a machine's in their place, of which the newest
    comes first."""
    log = lane.approach.log
    own = [line.on for line in log if LINE_KIND[line.kind].out or LINE_KIND[line.kind].rings]
    return max(own or [line.on for line in log]), lane.approach.id


def _told(
    board: Board, lane: Lane, rows: Mapping[str, StepToCome], told: Callable[[StepToCome], str]
) -> Awaited:
    company = board.snapshot.companies.get(lane.tells_of or 0)
    return Awaited(
        key=lane.approach.id,
        name=lane.name,
        company=company.name if company else "",
        asked=_asked(lane)[0],
        next=within(told(rows[lane.ref])) if lane.ref in rows else "",
    )

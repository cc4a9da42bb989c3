"""What was logged on the board's day already: it counts toward its caps and minutes (F8). Pure."""

from collections.abc import Iterator
from datetime import date

from firststep.facts.line_kinds import RINGS
from firststep.facts.snapshot import LogLine
from firststep.facts.step_kinds import OUTSIDE_MINUTES, CardKind, steps_that
from firststep.plan.board import Board
from firststep.plan.cards import minutes_of
from firststep.plan.lane import Lane

_WRITTEN = steps_that(lambda kind: kind.sent_as == kind.name)


def done_today(board: Board) -> tuple[int, int]:
    """How many steps were logged today and the minutes they stood for."""
    done = used = 0
    for lane in board.begun:
        if lane.thread.last_on < board.today:
            continue
        for kind in _of_thread(lane, board.today):
            done += 1
            used += 0 if kind in OUTSIDE_MINUTES else minutes_of(lane, kind, board)
    for kind in _of_no_thread(board):
        done, used = done + 1, used + board.book.minutes[kind]
    return done, used


def _of_no_thread(board: Board) -> Iterator[CardKind]:
    """Names looked up today, not given by anybody, and people kept in touch with."""
    snapshot = board.snapshot
    for _ in range(names_looked_for_today(board)):
        yield "find_name"
    for touch in snapshot.loose_touches:
        person = snapshot.people.get(touch.person_id)
        if touch.on == board.today and touch.out and person is not None and person.keep:
            yield "keep_in_touch"


def names_looked_for_today(board: Board) -> int:
    """Holders of seats who were looked up today, not named by anybody; and seats put off today, as
    one does where nothing was found."""
    found = {
        seat.id
        for seat in board.snapshot.seats.values()
        if seat.named_on == board.today and board.named_on.get(seat.holder_id or 0) is None
    }
    return len(
        found | {one.seat_id for one in board.snoozes if one.made_on == board.today} - {None}
    )


def _of_thread(lane: Lane, today: date) -> Iterator[CardKind]:
    for line in lane.approach.log:
        if line.on == today and (kind := _step_of(line, lane)):
            yield kind


def _step_of(line: LogLine, lane: Lane) -> CardKind | None:
    """The step a line stands for; None where it is not the seeker's."""
    if line.by_call or line.kind in RINGS:
        return "call"
    if line.kind == "held":
        return "meet"
    if line.kind == "write" and lane.approach.ask == "introduction":
        return "ask_introduction"
    if line.kind == "invite":
        return "write"
    return next((kind for kind in _WRITTEN if kind == line.kind), None)

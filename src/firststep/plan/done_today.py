"""What was logged on the board's day already: it counts toward its caps and minutes (F8). Pure."""

from collections.abc import Iterator
from datetime import date

from firststep.facts.kinds import CardKind
from firststep.plan.board import Board
from firststep.plan.cards import minutes_of
from firststep.plan.lane import Lane

OUTSIDE_MINUTES = frozenset({"answer", "thank", "prepare", "meet"})


def done_today(board: Board) -> tuple[int, int]:
    """How many steps were logged today and the minutes they stood for."""
    done = used = 0
    for lane in board.lanes:
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
    for seat in snapshot.seats.values():
        if seat.named_on == board.today and board.named_on.get(seat.holder_id or 0) is None:
            yield "find_name"
    for touch in snapshot.loose_touches:
        person = snapshot.people.get(touch.person_id)
        if touch.on == board.today and touch.out and person is not None and person.keep:
            yield "keep_in_touch"


def _of_thread(lane: Lane, today: date) -> Iterator[CardKind]:
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

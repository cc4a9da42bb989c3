"""How often one introducer may be asked, and never two of them for one introduction (C11). Pure."""

from datetime import date, timedelta
from typing import NamedTuple

from firststep.plan.board import Board
from firststep.steps.followup.thread import Thread


class Rest(NamedTuple):
    """Not before that day, because of whom."""

    until: date
    by: int | None


def rest_of(board: Board, *, person_id: int, seat_id: int) -> Rest | None:
    """What keeps this person from being asked for an introduction to that seat's holder (0: to
    nobody in particular): their own rest after an introduction or any answer, or another who is
    asked for the same and has neither refused nor kept it. The longest rest; None where they may
    be asked today."""
    rests = [
        Rest(until, thread.approach.person_id)
        for thread in board.introductions
        if (until := _until(board, thread, person_id, seat_id)) > board.today
    ]
    for approach in board.approaches_to[person_id]:
        answer = board.threads[approach.id].answer
        if answer and (until := _rested_on(board, answer.on)) > board.today:
            rests.append(Rest(until, person_id))
    return max(rests, key=lambda rest: (rest.until, rest.by or 0), default=None)


def _rested_on(board: Board, answered_on: date) -> date:
    return board.snapshot.calendar.after(answered_on, board.book.introducer_rest_days)


def favour_ends_on(board: Board, person_id: int) -> date | None:
    """The day somebody's open favour ends if nothing comes in, as one is asked at a time; None
    where none is open."""
    threads = [board.threads[approach.id] for approach in board.approaches_to[person_id]]
    open_ones = [thread for thread in threads if thread.live or thread.promise]
    return max(map(board.ends_on, open_ones), default=None)


def _until(board: Board, thread: Thread, person_id: int, seat_id: int) -> date:
    calendar = board.snapshot.calendar
    if thread.approach.person_id == person_id and thread.ever_out_on:
        until = thread.ever_out_on + timedelta(days=board.book.introductions_apart_calendar_days)
        if thread.answer is None:
            return until
        return max(until, _rested_on(board, thread.answer.on))
    if thread.approach.for_seat_id == seat_id and is_asked(thread):
        return max(calendar.after(board.today, 1), board.ends_on(thread))
    return date.min


def is_asked(thread: Thread) -> bool:
    """Asked, and neither refused, kept nor closed: also while they ask back or say later."""
    if thread.is_closed:
        return False
    return thread.answer is None or thread.answer.kind not in ("no", "helped", "refers")

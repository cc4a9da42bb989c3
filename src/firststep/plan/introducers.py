"""How often one introducer may be asked, and never two of them for one introduction (C11). Pure."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from firststep.facts.snapshot import ApproachFacts
from firststep.learn.funnel import reaching
from firststep.plan.board import Board
from firststep.steps.followup.thread import Thread


class Rest(NamedTuple):
    """Not before that day, because of whom; `open_ended`: nobody knows until when."""

    until: date
    by: int | None
    open_ended: bool = False


def rest_of(board: Board, *, person_id: int, seat_id: int) -> Rest | None:
    """What keeps this person from being asked for an introduction to that seat's holder (0: to
    nobody in particular): their own rest after an introduction or any answer, or another who is
    asked for the same and has neither refused nor kept it. The longest rest; None where they may
    be asked today."""
    found = [*_own(board, person_id), *_of_others(board, person_id, seat_id)]
    rests = [rest for rest in found if rest.until > board.today]
    if not rests:
        return None
    longest = max(rests, key=lambda rest: (rest.until, rest.by or 0))
    return longest._replace(open_ended=any(rest.open_ended for rest in rests))


def _own(board: Board, person_id: int) -> Iterator[Rest]:
    """Their rest between two introductions, and after whatever they answered last."""
    calendar, book = board.snapshot.calendar, board.book
    for approach in board.approaches_to[person_id]:
        if asked_on := _introduction_asked_on(approach, board.today):
            apart = timedelta(days=book.introductions_apart_calendar_days)
            yield Rest(calendar.on_or_after(asked_on + apart), person_id)
        if answer := board.threads[approach.id].answer:
            yield Rest(calendar.after(answer.on, book.introducer_rest_days), person_id)


def _introduction_asked_on(approach: ApproachFacts, today: date) -> date | None:
    """The day an introduction was last asked for, though something else is asked since; a nudge is
    no other request. None where none was, or the note came back."""
    notes = [line for line in reaching(approach.log, today) if line.kind in ("write", "voicemail")]
    asked = [line.on for line in notes if approach.ask_at(line) == "introduction"]
    return max(asked, default=None)


def _of_others(board: Board, person_id: int, seat_id: int) -> Iterator[Rest]:
    """Others who are asked for the same introduction, till that ends."""
    calendar = board.snapshot.calendar
    tomorrow = calendar.after(board.today, 1)
    for thread in board.introductions:
        approach = thread.approach
        asked = approach.for_seat_id == seat_id and approach.person_id != person_id
        if asked and is_asked(thread):
            ends = board.ends_on(thread)
            until = calendar.on_or_after(max(tomorrow, ends))
            yield Rest(until, approach.person_id, open_ended=ends <= board.today)


def favour_ends_on(board: Board, person_id: int) -> date | None:
    """The day somebody's open favour ends if nothing comes in, as one is asked at a time; None
    where none is open."""
    threads = [board.threads[approach.id] for approach in board.approaches_to[person_id]]
    open_ones = [thread for thread in threads if thread.live or thread.promise]
    return max(map(board.ends_on, open_ones), default=None)


def is_asked(thread: Thread) -> bool:
    """Asked, and neither refused, kept nor closed: also while they ask back or say later."""
    if thread.is_closed:
        return False
    return thread.answer is None or thread.answer.kind not in ("no", "helped", "refers")

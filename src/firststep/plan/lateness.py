"""When a step counts as late: after its due day; whoever was named or met has two days more,
counted from the day the manners of the company let them be written to (F10). Pure.
"""

from dataclasses import replace
from datetime import date

from firststep.facts.step_kinds import FIRST_NOTES, CardKind
from firststep.plan.board import Board
from firststep.plan.lane import EXEMPT, Lane
from firststep.plan.manners import Manners


def is_late(kind: CardKind, due_on: date, lane: Lane, board: Board) -> bool:
    """Whether a step that is shown on the board's day is late."""
    if kind not in FIRST_NOTES or lane.approach.origin not in EXEMPT:
        return due_on < board.today
    calendar, grace = board.snapshot.calendar, board.book.first_note_grace_days
    if calendar.after(due_on, grace) >= board.today:
        return False
    day = board.today
    for _ in range(grace + 1):
        day = calendar.before(day)
        if _was_held(lane, board, day):
            return False
    return True


def _was_held(lane: Lane, board: Board, day: date) -> bool:
    """Whether others at their company held that first note back on an earlier day."""
    around = {one.person.id for one in board.lanes if one.person and one.works_at & lane.works_at}
    approaches = {
        key: approach
        for key, approach in board.snapshot.approaches.items()
        if approach.person_id in around or approach.via_id in around
    }
    there = around | {a.person_id for a in approaches.values() if a.person_id is not None}
    people = {key: board.snapshot.people[key] for key in there}
    seats = {key: seat for key, seat in board.snapshot.seats.items() if seat.holder_id in there}
    nearby = replace(board.snapshot, people=people, approaches=approaches, seats=seats)
    before = Board(nearby, day, board.book, board.snoozes, told=False).lay_out()
    return Manners(before).holds_first_note(lane) is not None

"""When a step counts as late: after its due day; whoever was named or met has two days more,
counted from the day the manners of the company let them be written to (F10). Pure.
"""

from dataclasses import replace
from datetime import date

from firststep.facts.step_kinds import FIRST_NOTES
from firststep.plan.board import Board
from firststep.plan.cards import Candidate
from firststep.plan.lane import EXEMPT, Lane
from firststep.plan.manners import Manners


def is_late(step: Candidate, board: Board) -> bool:
    """Whether a step that is shown on the board's day is late."""
    if step.kind not in FIRST_NOTES or step.origin not in EXEMPT:
        return step.due_on < board.today
    calendar, grace = board.snapshot.calendar, board.book.first_note_grace_days
    if calendar.after(step.due_on, grace) >= board.today:
        return False
    day = board.today
    for _ in range(grace + 1):
        day = calendar.before(day)
        if _was_held_back(step.lane, board, day):
            return False
    return True


def _was_held_back(lane: Lane, board: Board, day: date) -> bool:
    """Whether others at their company held that first note back on an earlier day: what is only
    proposed holds back nobody who was named or met."""
    around = {one.person.id for one in board.lanes if one.person and one.works_at & lane.works_at}
    approaches = board.snapshot.approaches.items()
    near = {key: one for key, one in approaches if {one.person_id, one.via_id} & around}
    then = Board(replace(board.snapshot, approaches=near), day, board.book, board.snoozes)
    return Manners(then.lay_out(proposing=False)).holds_first_note(lane) is not None

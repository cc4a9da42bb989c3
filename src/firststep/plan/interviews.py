"""The steps of an interview: prepare the day before, have it, name and thank who was there (F39).
Pure.
"""

from collections.abc import Iterator

from firststep.facts.habits import InterviewFacts
from firststep.facts.kinds import INTERVIEWED
from firststep.plan.board import Board
from firststep.plan.lane import lane_of_nobody
from firststep.plan.playbook.situation import Situation
from firststep.steps.followup.thread import Step


def interview_steps(board: Board) -> Iterator[Situation]:
    """The one step of each interview; none where the company has said no, or one has landed."""
    if board.snapshot.landed is not None:
        return
    for one in board.snapshot.interviews:
        company = board.snapshot.companies.get(one.company_id)
        if company is None or not company.is_target or company.stage not in INTERVIEWED:
            continue
        step = _after(board, one) if one.held_on else _before(board, one)
        if step is not None:
            lane = lane_of_nobody(board.today, company_id=one.company_id)
            yield Situation(board, lane, step)


def _before(board: Board, one: InterviewFacts) -> Step | None:
    """Prepare on the working day before, unless one has practised since; then the interview, for
    as long as a conversation waits to be told of (F6)."""
    calendar, eve = board.snapshot.calendar, board.snapshot.calendar.before(one.on)
    last = calendar.after(one.on, board.book.meeting_waits_days)
    if board.today > last:
        return None
    if board.today > eve or (one.practised_on is not None and one.practised_on >= eve):
        return Step(kind="interview", due_on=one.on, last_on=last)
    return Step(kind="prepare_interview", due_on=eve, last_on=eve)


def _after(board: Board, one: InterviewFacts) -> Step | None:
    """Who sat there is asked for once, so that they can be thanked."""
    if one.people or one.held_on is None:
        return None
    calendar = board.snapshot.calendar
    last = calendar.after(one.held_on, board.book.meeting_waits_days)
    if board.today > last:
        return None
    return Step(kind="thank_interview", due_on=calendar.on_or_after(one.held_on), last_on=last)

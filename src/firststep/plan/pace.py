"""How fast names and companies are wanted: as fast as the campaign needs them (F30). Pure."""

from collections.abc import Sequence

from firststep.facts.snapshot import CompanyFacts
from firststep.facts.step_kinds import STEP_KIND
from firststep.learn.funnel import everybody_touched
from firststep.plan.board import Board


def names_a_day(board: Board) -> int:
    """How many names may be looked up on one day: while fewer strangers stand ready than a week
    takes, as many as fit, else one to go on with."""
    ready = sum(lane.stranger for lane in board.proposed)
    return STEP_KIND["find_name"].a_day if ready < board.book.strangers_a_week else 1


def needs_companies(board: Board) -> bool:
    """Whether more companies are wanted today: there are none; or too few are left, and none was
    added for some working days, or since yesterday where the list is about to run dry."""
    targets = [one for one in board.snapshot.companies.values() if one.is_target]
    if not targets or not board.book.runs("add_companies"):
        return not targets
    # In this order: how many people are in reach is counted over every log.
    return _is_their_day(board, targets) and not _are_enough(board, len(targets))


def _are_enough(board: Board, targets: int) -> bool:
    if targets < board.book.enough_targets or not people_left(board):
        return False
    return people_in_reach(board) >= board.book.enough_people


def _is_their_day(board: Board, targets: Sequence[CompanyFacts]) -> bool:
    today = board.today
    added = [on for one in targets if (on := one.targeted_on or today) <= today]
    newest = max(added, default=today)
    since = board.snapshot.calendar.between(newest, today)
    soon_dry = people_left(board) < board.book.strangers_a_week
    return since > 0 and since % (1 if soon_dry else board.book.companies_every_days) == 0


def people_left(board: Board) -> int:
    """To how many no note went out yet: proposed, or still without a name."""
    return len(board.proposed) + len(board.to_find)


def people_in_reach(board: Board) -> int:
    """Everybody written to so far, proposed, or still without a name."""
    written = everybody_touched(board.snapshot, board.today)
    proposed = {lane.person.id for lane in board.proposed if lane.person}
    nameless = sum(lane.person is None for lane in board.begun) + len(board.to_find)
    return len(written | proposed) + nameless

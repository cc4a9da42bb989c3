"""Who keeps strangers back: the people known at a target who come first (F4, F27). Pure."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from firststep.facts.step_kinds import STEP_KIND
from firststep.plan.board import Board
from firststep.plan.lane import Lane


def known_threads(lanes: Sequence[Lane], board: Board) -> dict[int, list[Lane]]:
    """Per target the at most three known people who keep strangers back: those written to, in
    that order, then by id; nobody snoozed, closed, revisited, weakly matched or waiting for an
    address (F4, F27)."""
    keep: dict[int, list[Lane]] = defaultdict(list)
    for lane in lanes:
        if lane.person is None or lane.person.tie is None or not _keeps(lane):
            continue
        for company in {post.company_id for post in board.known_at(lane.person)}:
            keep[company].append(lane)
    for found in keep.values():
        found.sort(
            key=lambda lane: (lane.thread.ever_out_on or date.max, lane.person.id)  # type: ignore[union-attr]  # only people are kept above
        )
        del found[board.book.known_first :]
    return keep


def _keeps(lane: Lane) -> bool:
    steps = lane.thread.steps
    if lane.thread.is_closed or lane.revisited:
        return False
    return not any(
        STEP_KIND[s.kind].finds_way or (s.held_by and s.held_by.why == "snoozed") for s in steps
    )

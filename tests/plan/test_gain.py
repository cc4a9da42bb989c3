"""What a step is worth: chance and value per minute, and how much the company is wanted."""

import pytest

from firststep.facts.playbook import DEFAULT
from firststep.plan.board import Board
from firststep.plan.gain import gain_per_minute
from firststep.plan.planner import plan_day
from tests.builders import (
    MONDAY,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
)

DEAR, DULL = a_company(1, "Dear", motivation=5), a_company(2, "Dull", motivation=1)


def laid_out(**picture: object) -> Board:
    return Board(a_snapshot(**picture), MONDAY, DEFAULT, ()).lay_out()  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["write", "nudge", "call"])
def test_a_step_is_worth_more_the_more_the_company_is_wanted(kind: str) -> None:
    people = [a_person(1, "One", at=DEAR), a_person(2, "Two", at=DULL)]
    board = laid_out(companies=[DEAR, DULL], people=people)
    dear, dull = (gain_per_minute(lane, kind, 6, board) for lane in board.lanes)  # type: ignore[arg-type]
    assert dear == pytest.approx(5 * dull)


def test_a_distant_tie_where_one_longs_to_work_comes_before_a_close_one_elsewhere() -> None:
    people = [
        a_person(1, "Close", at=DULL, tie="close"),
        a_person(2, "Far", at=DEAR, tie="dormant"),
    ]
    seats = [a_seat(1, DEAR), a_seat(2, DULL)]
    begun = [
        a_person(n, f"P{n}") for n in (3, 4, 5)
    ]  # the first three notes are the warm ones (F37)
    picture = a_snapshot(
        companies=[DEAR, DULL], people=[*people, *begun], seats=seats,
        approaches=[an_approach(n, who, a_line("write")) for n, who in enumerate(begun, 1)],
    )  # fmt: skip
    plan = plan_day(picture, today=MONDAY)
    assert [card.name for card in plan.cards if card.kind == "write"] == ["Far", "Close"]


def test_a_step_that_takes_twice_as_long_is_worth_half() -> None:
    board = laid_out(companies=[DEAR], people=[a_person(1, "One", at=DEAR)])
    lane = board.lanes[0]
    assert gain_per_minute(lane, "write", 6, board) == pytest.approx(
        2 * gain_per_minute(lane, "write", 12, board)
    )

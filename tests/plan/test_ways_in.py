"""A way in that is held back until a day nobody knows tells why, and no day."""

from dataclasses import replace
from datetime import date

import pytest

from firststep.facts.kinds import CompanyStage
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import ApproachFacts, CompanyFacts
from firststep.plan.board import Board
from firststep.plan.planner import plan_of
from firststep.plan.shown import Shown
from firststep.plan.ways_in import ways_in
from firststep.steps.approach.paths import Path
from tests.builders import (
    a_company,
    a_line,
    a_person,
    a_position,
    a_seat,
    a_snapshot,
    an_approach,
    working,
)

ACME, BETA = a_company(1, "Acme"), a_company(2, "Beta", is_target=False)
SAM = a_person(9, "Sam Boss", at=ACME, title="Head of Purchasing", tie=None)
ANN = a_person(1, "Ann Lee", at=ACME, tie="known")
BEN = replace(
    a_person(2, "Ben Fox", tie="known"),
    positions=(a_position(BETA), a_position(ACME, current=False)),
)
SETTLED = ("write", "helped", "thank", "report_back")
ASKED = an_approach(1, ANN, a_line("write"), ask="introduction", for_seat_id=1)


def ways(
    *approaches: ApproachFacts, day: date, at: CompanyFacts = ACME, to: int = 9
) -> dict[tuple[int, ...], Path]:
    picture = a_snapshot(
        people=[SAM, ANN, BEN], companies=[at, BETA], seats=[a_seat(1, at, holder_id=9)],
        approaches=approaches,
    )  # fmt: skip
    board = Board(picture, day, DEFAULT, ()).lay_out()
    shown = Shown(picture, plan_of(board), DEFAULT, board, {})
    found = ways_in(shown, person=picture.people[to], seat=None, on=day)
    return {path.via: path for path in found}


def staged(stage: CompanyStage) -> CompanyFacts:
    return replace(ACME, stage=stage)


@pytest.mark.parametrize("stage", ["interview", "job_offer"])
def test_past_first_notes_no_way_has_a_day_and_each_says_why(stage: CompanyStage) -> None:
    found = ways(ASKED, day=working(2), at=staged(stage))

    for via in ((), (1,)):
        assert found[via].blocked_until is None
        assert found[via].why.endswith("Held for now: Acme is past first notes.")


def test_somebody_in_touch_there_already_is_not_held() -> None:
    asked = a_line("question", working(2), 2)
    answered = an_approach(1, ANN, a_line("write"), asked, ask="advice")

    assert "Held" not in ways(answered, day=working(2), at=staged("interview"), to=1)[()].why


def test_a_day_that_is_known_is_told_as_before() -> None:
    found = ways(ASKED, day=working(2))

    assert found[(1,)].blocked_until is not None and found[(2,)].blocked_until is not None
    assert "Held" not in found[(1,)].why + found[(2,)].why


def test_a_favour_that_ends_nobody_knows_when_holds_its_ways_without_a_day() -> None:
    later = a_line("later", working(1), 2, until=date(2028, 6, 1))
    put_off = ASKED._replace(log=(*ASKED.log, later, a_line("thank", working(1), 3)))

    helped = [a_line(kind, working(n), -9) for n, kind in enumerate(SETTLED, -40)]

    found = ways(put_off, an_approach(2, BEN, *helped, ask="advice"), day=working(4))

    assert found[(1,)].why.endswith("Held for now: what you asked last is still open.")
    assert found[(2,)].why.endswith("Held for now: Ann Lee is asked for the same introduction.")
    assert found[(1,)].blocked_until is None and found[(2,)].blocked_until is None


def test_while_the_known_person_comes_first_and_is_not_written_to_no_day_is_told() -> None:
    direct = ways(day=working(0))[()]

    assert direct.blocked_until is None
    assert direct.why.endswith("Held for now: Ann Lee, whom you know there, comes first.")

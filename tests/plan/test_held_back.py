"""One introducer, one introduction: asked once, and only where it is still wanted (C11, E3)."""

from dataclasses import replace
from datetime import date

import pytest

from firststep.facts.belief import PRIORS
from firststep.facts.line_kinds import LogKind
from firststep.facts.plan import Plan
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import ApproachFacts, LogLine, PersonFacts, Snapshot
from firststep.plan.board import Board
from firststep.plan.held_back import is_asked
from firststep.plan.planner import plan_day, plan_of
from firststep.plan.shown import Shown
from firststep.plan.ways_in import ways_in
from tests.builders import (
    MONDAY,
    a_company,
    a_line,
    a_person,
    a_position,
    a_seat,
    a_snapshot,
    an_approach,
    working,
)

ACME, BETA, GAMMA = a_company(1, "Acme"), a_company(2, "Beta"), a_company(3, "Gamma")
SAM = a_person(9, "Sam Boss", at=ACME, title="Head of Purchasing", tie=None)
TIA = a_person(8, "Tia Boss", at=BETA, title="Head of Purchasing", tie=None)
ANN = replace(
    a_person(1, "Ann Lee", at=ACME, tie="close"),
    positions=(a_position(ACME, title="Analyst"), a_position(BETA, current=False)),
)
BEN = replace(
    a_person(2, "Ben Fox", tie="known"),
    positions=(a_position(GAMMA, title="Clerk"), a_position(ACME, current=False)),
)
SEATS = [a_seat(1, ACME, holder_id=9), a_seat(2, BETA, holder_id=8)]


def picture(*approaches: ApproachFacts, sam: PersonFacts = SAM) -> Snapshot:
    return a_snapshot(
        people=[ANN, BEN, sam], companies=[ACME, BETA, GAMMA], seats=SEATS[:1],
        approaches=approaches,
    )  # fmt: skip


def asked(*log: LogLine) -> ApproachFacts:
    return an_approach(1, ANN, a_line("write"), *log, ask="introduction", for_seat_id=1)


def introductions(plan: Plan) -> list[str]:
    return [card.name for card in plan.showable if card.kind == "ask_introduction"]


def test_two_people_are_not_asked_for_one_introduction_on_one_day() -> None:
    plan = plan_day(picture(), today=MONDAY)

    assert introductions(plan) == ["Ann Lee"]
    held = next(row for row in plan.waiting if row.name == "Ben Fox")
    assert held.why.startswith("Ann Lee was asked for an introduction")


@pytest.mark.parametrize("answers", [(), ("question",), ("later", "thank"), ("yes", "thank")])
def test_nor_while_the_first_has_neither_refused_nor_kept_it(answers: tuple[str, ...]) -> None:
    log = [a_line(kind, working(1), order) for order, kind in enumerate(answers, 2)]

    assert introductions(plan_day(picture(asked(*log)), today=working(2))) == []


def test_after_a_no_another_may_be_asked() -> None:
    refused = asked(a_line("no", working(1), 2), a_line("thank", working(1), 3))

    assert introductions(plan_day(picture(refused), today=working(2))) == ["Ben Fox"]


@pytest.mark.parametrize("kind", ["no", "yes", "held", "question"])
def test_nobody_is_asked_to_introduce_whom_one_has_heard_from(kind: str) -> None:
    heard = an_approach(5, SAM, a_line("write"), a_line(kind, working(1), 2), ask="meeting")

    assert introductions(plan_day(picture(heard), today=working(12))) == []


def test_nobody_is_asked_to_introduce_somebody_marked_do_not_contact() -> None:
    stopped = replace(SAM, do_not_contact=True)

    plan = plan_day(picture(sam=stopped), today=MONDAY)

    assert introductions(plan) == []
    assert {card.ask for card in plan.showable if card.name} == {"advice"}


def test_nobody_is_asked_to_introduce_whom_another_has_named_already() -> None:
    named = an_approach(5, SAM, ask="meeting", origin="introduced", via_id=1)
    helped = asked(a_line("refers", working(1), 2, named_id=9), a_line("thank", working(1), 3))

    plan = plan_day(picture(helped, named), today=working(2))

    assert introductions(plan) == []
    assert "Sam Boss" in [card.name for card in plan.cards]


@pytest.mark.parametrize("answer", ["refers", "helped"])
def test_whoever_kept_it_otherwise_leaves_the_introduction_to_another(answer: LogKind) -> None:
    kept = asked(a_line(answer, working(1), 2), a_line("thank", working(1), 3))

    assert introductions(plan_day(picture(kept), today=working(2))) == ["Ben Fox"]


def test_introductions_to_nobody_in_particular_do_not_hold_each_other_back() -> None:
    first = an_approach(1, ANN, a_line("write"), ask="introduction")
    second = an_approach(2, BEN, ask="introduction")

    plan = plan_day(picture(first, second), today=working(1))

    assert introductions(plan) == ["Ben Fox"]


def test_two_weeks_lie_between_two_introductions_though_the_first_was_given_and_thanked() -> None:
    log = (
        a_line("write"), a_line("helped", working(1), 2), a_line("thank", working(1), 3),
        a_line("asked", working(2), 4),
    )  # fmt: skip
    again = an_approach(
        1, ANN, *log, ask="introduction", for_seat_id=2, asked_before="introduction"
    )
    both = a_snapshot(
        people=[ANN, SAM, TIA], companies=[ACME, BETA], seats=SEATS, approaches=[again]
    )

    assert introductions(plan_day(both, today=working(9))) == []
    assert introductions(plan_day(both, today=working(10))) == ["Ann Lee"]


def paths(day: date, *approaches: ApproachFacts) -> dict[tuple[int, ...], date | None]:
    both = a_snapshot(
        people=[ANN, BEN, SAM, TIA], companies=[ACME, BETA, GAMMA], seats=SEATS,
        approaches=approaches,
    )  # fmt: skip
    board = Board(both, day, DEFAULT, ()).lay_out()
    shown = Shown(both, plan_of(board), DEFAULT, board, {})
    found = ways_in(shown, person=TIA, seat=SEATS[1], on=day)
    assert all(path.chance.mean <= max(b.mean for b in PRIORS.values()) for path in found)
    return {path.via: path.blocked_until for path in found}


def test_a_way_through_an_introducer_waits_for_the_favour_that_is_open() -> None:
    assert paths(MONDAY)[(1,)] is None

    blocked = paths(working(1), asked())[(1,)]

    assert blocked is not None and blocked >= date(2026, 11, 16)


def test_an_introducer_rests_fourteen_days_also_after_having_helped() -> None:
    helped = asked(a_line("refers", working(1), 2), a_line("thank", working(1), 3))

    assert paths(working(2), helped)[(1,)] == date(2026, 11, 16)
    assert paths(date(2026, 11, 17), helped)[(1,)] is None


def test_a_way_through_somebody_who_answered_anything_waits_two_working_days() -> None:
    named = an_approach(1, ANN, a_line("write"), a_line("helped", working(1), 2), ask="name")

    assert paths(working(1), named)[(1,)] == working(3)
    assert paths(working(3), named)[(1,)] is None


@pytest.mark.parametrize(
    ("answer", "still"),
    [
        (None, True), ("question", True), ("later", True), ("yes", True),
        ("no", False), ("helped", False), ("refers", False),
    ],
)  # fmt: skip
def test_somebody_is_asked_till_they_refuse_or_have_kept_it_even_by_another_name(
    answer: str | None, still: bool
) -> None:
    came = [a_line(answer, order=2)] if answer else []
    board = Board(picture(asked(*came)), working(1), DEFAULT, ()).lay_out()
    (thread,) = board.threads.values()
    assert is_asked(thread) is still

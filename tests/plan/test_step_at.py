"""The step at any reference: what the plan shows, else what waits, else what the thread has."""

from dataclasses import replace

import pytest

from firststep.errors import CannotDo
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import ApproachFacts, PersonFacts, Snapshot
from firststep.plan.board import Board
from firststep.plan.planner import plan_of
from firststep.plan.step_at import StepAt, step_at
from tests.builders import (
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
    working,
)

ACME, ELSEWHERE = a_company(1, "Acme"), replace(a_company(2, "Elsewhere"), is_target=False)
ANN = a_person(1, "Ann Lee", at=ACME, tie="close")
BOSS = a_person(2, "Gil Boss", at=ELSEWHERE, title="Head of Purchasing", tie="dormant")


def picture(*approaches: ApproachFacts, people: tuple[PersonFacts, ...] = (ANN, BOSS)) -> Snapshot:
    return a_snapshot(
        people=people, companies=[ACME, ELSEWHERE], seats=[a_seat(7, ACME)], approaches=approaches
    )


def at(snapshot: Snapshot, ref: str, *, day: int = 0) -> StepAt:
    board = Board(snapshot, working(day), DEFAULT, ()).lay_out()
    return step_at(board, plan_of(board), ref)


def test_m3_2_a_manager_the_plan_does_not_show_is_asked_for_a_meeting() -> None:
    step = at(picture(), "p2")

    assert not step.shown
    assert (step.card.ask, step.sent_as, step.opening.ask) == ("meeting", "write", "meeting")


def test_a_report_that_waits_for_its_day_is_what_one_sends() -> None:
    log = (a_line("write"), a_line("helped", working(1), 2), a_line("thank", working(1), 3))

    step = at(picture(an_approach(5, ANN, *log)), "p1", day=2)

    assert (step.ref, step.shown, step.card.kind) == ("5", False, "report_back")
    assert step.sent_as == "report_back"
    assert step.waiting is not None
    assert (step.card.due_on, step.card.why) == (step.waiting.due_on, step.waiting.why)


def test_a_call_in_writing_is_the_note_in_its_place() -> None:
    rung = replace(BOSS, phones=("+4930555",))
    log = (a_line("write"),)
    step = at(picture(an_approach(5, rung, *log), people=(ANN, rung)), "5", day=3)

    assert step.card.kind == "call"
    assert step.by("email").kind == "nudge"
    assert step.by("phone").kind == "call"


def test_f21_a_note_in_place_of_the_first_call_is_the_first_note() -> None:
    rung = replace(ANN, emails=(), phones=("+4930555",))

    step = at(picture(people=(rung, BOSS)), "p1")

    assert step.card.kind == "call"
    assert (step.by("email").kind, step.sent_as) == ("write", "write")


def test_f17_a_note_that_came_back_is_written_again_and_is_no_reminder() -> None:
    log = (a_line("write"), a_line("bounced", working(1), 2))

    assert at(picture(an_approach(5, ANN, *log)), "5", day=1).sent_as == "write"


def test_f3_a_seat_that_is_held_stands_for_its_holder() -> None:
    held = replace(picture(), seats={7: a_seat(7, ACME, holder_id=1)})

    assert at(held, "s7").person == ANN
    assert at(picture(), "s7").person is None


@pytest.mark.parametrize("ref", ["p99", "s99", "99"])
def test_what_is_not_there_is_refused(ref: str) -> None:
    with pytest.raises(CannotDo, match="no step"):
        at(picture(), ref)

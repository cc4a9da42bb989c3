"""A board laid out from the one before says what one laid out anew says, and keeps what it can."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import ApproachFacts, Snapshot, SnoozeFacts
from firststep.plan.board import Board
from firststep.plan.planner import plan_of
from firststep.plan.renewed import RenewedBoard
from firststep.plan.roster import NOTES_A_MONTH
from tests.builders import (
    MONDAY,
    TUESDAY,
    a_calendar,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
    working,
)
from tests.plan.test_season import Season

ACME = a_company(1, "Acme")
ANN = a_person(1, "Ann Lee", at=ACME)
BEA = a_person(2, "Bea Roth", at=ACME, tie=None, title="Head of Logistics")
CAL = a_person(3, "Cal Reed", tie=None, emails=(), linkedin="cal", phones=("+4930",))
DAN = a_person(4, "Dan Orr", at=ACME, title="Head of Purchasing")
SEAT = a_seat(1, ACME)
TODAY = working(4)
SILENT = (a_line("write", MONDAY), a_line("nudge", TUESDAY, 2))
BEFORE = a_snapshot(
    companies=[ACME],
    people=[ANN, BEA, CAL, DAN],
    seats=[SEAT],
    approaches=[
        an_approach(1, ANN, a_line("write"), a_line("refers", TUESDAY, 2, named_id=2)),
        an_approach(2, BEA, a_line("write", MONDAY, 3), closed_on=TUESDAY),
        an_approach(3, BEA, origin="named", ask="meeting", opened_on=TUESDAY),
        an_approach(4, CAL, channel="linkedin", ask="advice"),
        an_approach(5, DAN, a_line("write", MONDAY, 5)),
        an_approach(6, DAN)._replace(person_id=None, seat_id=SEAT.id),
    ],
    invitations=[MONDAY] * (NOTES_A_MONTH - 1),
)


def with_approach(key: int, *lines: object, **fields: object) -> Callable[[Snapshot], Snapshot]:
    def changed(before: Snapshot) -> Snapshot:
        one: ApproachFacts = before.approaches[key]
        one = one._replace(log=(*one.log, *lines), **fields)
        return replace(before, approaches={**before.approaches, key: one})

    return changed


def with_person(key: int, **fields: object) -> Callable[[Snapshot], Snapshot]:
    def changed(before: Snapshot) -> Snapshot:
        one = replace(before.people[key], **fields)  # type: ignore[arg-type]
        return replace(before, people={**before.people, key: one})

    return changed


def with_all(**fields: object) -> Callable[[Snapshot], Snapshot]:
    return lambda before: replace(before, **fields)  # type: ignore[arg-type]


CHANGES = {
    "sent": with_approach(5, a_line("nudge", working(3), 9)),
    "a seat closed": with_approach(6, closed_on=working(3)),
    "named again": with_approach(1, a_line("refers", working(3), 9, named_id=2)),
    "introduced": with_approach(1, a_line("refers", TUESDAY, 9, named_id=4), ask="introduction"),
    "an earlier approach": with_approach(2, *SILENT),
    "a number": with_person(4, phones=("+4930",)),
    "promoted": with_person(1, positions=DAN.positions),
    "not to be contacted": with_person(4, do_not_contact=True),
    "a switchboard": with_all(companies={1: replace(ACME, phone="+4930")}),
    "the company said no": with_all(companies={1: replace(ACME, stage="rejected")}),
    "holds a seat": with_all(seats={1: replace(SEAT, holder_id=1)}),
    "another goal": with_all(goal=replace(BEFORE.goal, department="Logistics")),  # type: ignore[type-var]
    "days away": with_all(calendar=a_calendar(off=[working(5), working(6)])),
    "the last note of the month": with_all(invitations=[MONDAY] * NOTES_A_MONTH),
}


def both(now: Snapshot, **how: object) -> tuple[RenewedBoard, Board, RenewedBoard]:
    """The board before, the one renewed from it, and the one laid out anew."""
    before = RenewedBoard(BEFORE, TODAY, DEFAULT, ()).lay_out()
    book, snoozes = how.get("book", DEFAULT), how.get("snoozes", ())
    fresh = Board(now, TODAY, book, snoozes).lay_out()  # type: ignore[arg-type]
    renewed = RenewedBoard(now, TODAY, book, snoozes, before=before)  # type: ignore[arg-type]
    return before, fresh, renewed.lay_out()


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_each_thread_is_as_one_works_it_out_anew(change: str) -> None:
    before, fresh, renewed = both(CHANGES[change](BEFORE))

    assert fresh.threads != before.threads, "it changes a thread"
    assert renewed.threads == fresh.threads
    assert renewed.lanes == fresh.lanes
    assert plan_of(renewed) == plan_of(fresh)


@pytest.mark.parametrize(
    "how",
    [
        {"book": replace(DEFAULT, call_manager_days=9)},
        {"snoozes": [SnoozeFacts(person_id=4, seat_id=None, made_on=TUESDAY, until=working(9))]},
    ],
)
def test_another_playbook_or_a_snooze_moves_what_it_moves(how: dict[str, object]) -> None:
    before, fresh, renewed = both(BEFORE, **how)

    assert fresh.threads != before.threads
    assert renewed.threads == fresh.threads


def test_of_many_threads_only_that_is_worked_out_anew_in_which_something_happened() -> None:
    before, _, renewed = both(CHANGES["sent"](BEFORE))

    kept = {key for key, found in renewed.threads.items() if found is before.threads[key]}
    lanes = {id(lane) for lane in before.begun}
    anew = [lane.approach.id for lane in renewed.begun if lane.person and id(lane) not in lanes]
    assert kept == {1, 2, 3, 4, 6}
    assert anew == [5]


def test_another_day_keeps_nothing() -> None:
    before = RenewedBoard(BEFORE, TODAY, DEFAULT, ()).lay_out()

    later = RenewedBoard(BEFORE, working(5), DEFAULT, (), before=before).lay_out()

    assert later.threads == Board(BEFORE, working(5), DEFAULT, ()).lay_out().threads
    assert all(later.threads[key] is not found for key, found in before.threads.items())


def test_a_board_does_not_hold_the_one_before_it() -> None:
    assert both(BEFORE)[2].before is None


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_on_every_day_of_a_random_season_the_renewed_board_is_as_the_fresh_one(seed: int) -> None:
    season, kept = Season(seed), 0
    board: RenewedBoard | None = None
    for number in range(50):
        day = MONDAY + timedelta(days=number)
        for turn in range(3):
            snoozes = tuple(season.snoozes)
            fresh = Board(season.snapshot, day, season.book, snoozes).lay_out()
            board = RenewedBoard(season.snapshot, day, season.book, snoozes, before=board)
            known = board.before.threads if board.before else {}
            board.lay_out()
            kept += sum(found is known.get(key) for key, found in board.threads.items())
            assert board.threads == fresh.threads
            assert board.lanes == fresh.lanes
            assert plan_of(board) == plan_of(fresh)
            if turn < 2:
                season.play(day)
    assert kept > 100

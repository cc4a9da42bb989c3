"""Keeping threads at rest from day to day changes no plan."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import ApproachFacts, SnoozeFacts
from firststep.plan.board import Board
from firststep.plan.planner import plan_day
from firststep.plan.resting import Resting
from tests.builders import (
    FRIDAY,
    MONDAY,
    a_calendar,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
)
from tests.plan.test_season import Season

LATER = a_calendar().after(MONDAY, 40)


@pytest.mark.parametrize("seed", range(12))
def test_the_plan_is_the_same_whether_threads_at_rest_are_kept_or_not(seed: int) -> None:
    season, resting = Season(seed), Resting()
    for number in range(130):
        day = MONDAY + timedelta(days=number)
        given: dict[str, Any] = {"today": day, "book": season.book, "snoozes": season.snoozes}
        anew = plan_day(season.snapshot, **given)
        assert plan_day(season.snapshot, **given, resting=resting) == anew
        season.play(day)
    assert resting.kept and resting.seats


@pytest.mark.parametrize("seed", range(6))
def test_leaving_out_words_and_what_waits_changes_no_card(seed: int) -> None:
    season = Season(seed)
    for number in range(60):
        day = MONDAY + timedelta(days=number)
        whole = season.plan(day)
        bare = plan_day(
            season.snapshot, today=day, book=season.book, snoozes=season.snoozes, told=False
        )
        assert bare.cards == tuple(card._replace(why="", late=False) for card in whole.cards)
        assert bare.closed == whole.closed
        assert not bare.waiting and not bare.rolled
        season.play(day)


@pytest.mark.parametrize("seed", range(8))
def test_a_thread_ends_on_the_first_day_it_counts_as_closed(seed: int) -> None:
    season, told = Season(seed), 0
    for number in range(60):
        day = MONDAY + timedelta(days=number)
        board = Board(season.snapshot, day, season.book, season.snoozes).lay_out()
        for thread in board.threads.values():
            if (until := board.ends_on(thread)) > day and not thread.is_closed:
                told += 1
                for on, ended in ((until, True), (until - timedelta(days=1), False)):
                    later = Board(season.snapshot, on, season.book, season.snoozes).indexed()
                    assert later.thread_of(thread.approach).is_closed is ended
        season.play(day)
    assert told > 100


def test_a_seat_rests_until_its_row_changes() -> None:
    seat = a_seat(7)
    plan_day(a_snapshot(seats=[seat]), today=MONDAY, resting=(resting := Resting()))
    assert resting.nameless(seat) is not None
    assert resting.nameless(replace(seat, title="Einkaufsleitung")) is None


def test_a_seat_put_off_does_not_rest() -> None:
    put_off = SnoozeFacts(person_id=None, seat_id=7, made_on=MONDAY, until=FRIDAY)
    resting, picture = Resting(), a_snapshot(seats=[a_seat(7)])
    plan_day(picture, today=MONDAY, snoozes=[put_off], resting=resting)
    assert resting.seats == {}


PERSON = a_person(1, "Ann", tie="known")


def laid_out(approach: ApproachFacts, resting: Resting, **snapshot: Any) -> Board:
    picture = a_snapshot(people=[PERSON], approaches=[approach], **snapshot)
    return Board(picture, LATER, DEFAULT, (), resting=resting).lay_out()


def test_a_lane_does_not_rest_once_something_it_was_made_of_has_changed() -> None:
    closed = an_approach(1, PERSON, a_line("write"))
    resting = Resting()
    lane = laid_out(closed, resting).lanes[0]
    assert lane.thread.closed_why == "silence"
    assert resting.known(closed, laid_out(closed, resting)) is lane
    answered = closed._replace(log=(*closed.log, a_line("yes", order=2)))
    seats = [a_seat(7, holder_id=PERSON.id)]
    naming = an_approach(2, a_person(2, "Ben"), a_line("helped", LATER, named_id=PERSON.id))
    for changed, board in (
        (answered, laid_out(answered, Resting())),
        (closed, laid_out(closed, Resting(), seats=seats)),
        (closed, Board(a_snapshot(people=[replace(PERSON, phones=("+49",))]), LATER, DEFAULT, ())),
        (closed, Board(a_snapshot(people=[PERSON], approaches=[closed, naming]), LATER, DEFAULT,
                       ()).indexed()),
    ):  # fmt: skip
        assert resting.known(changed, board) is None


def test_a_thread_still_open_or_stopped_does_not_rest() -> None:
    resting = Resting()
    laid_out(an_approach(1, PERSON, a_line("write", LATER)), resting)
    stopped = a_snapshot(
        people=[replace(PERSON, do_not_contact=True)],
        approaches=[an_approach(1, PERSON, a_line("write"))],
    )
    Board(stopped, LATER, DEFAULT, (), resting=resting).lay_out()
    laid_out(an_approach(1, PERSON, a_line("out_of_office"), closed_on=MONDAY), resting)
    assert resting.kept == {}

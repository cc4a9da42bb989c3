"""Keeping threads at rest from day to day changes no plan."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from firststep.facts.snapshot import SnoozeFacts
from firststep.plan.planner import plan_day
from firststep.plan.resting import Resting
from firststep.steps.followup.thread import Rhythm, Thread
from tests.builders import FRIDAY, MONDAY, a_line, a_seat, a_snapshot, an_approach
from tests.plan.test_season import Season


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
def test_leaving_out_what_waits_and_rolls_over_changes_no_card(seed: int) -> None:
    season = Season(seed)
    for number in range(60):
        day = MONDAY + timedelta(days=number)
        whole = season.plan(day)
        bare = plan_day(
            season.snapshot, today=day, book=season.book, snoozes=season.snoozes, told=False
        )
        assert (bare.cards, bare.closed) == (whole.cards, whole.closed)
        assert not bare.waiting and not bare.rolled
        season.play(day)


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


def test_a_thread_does_not_rest_once_something_was_added_to_it() -> None:
    closed = an_approach(1, None, a_line("write"))
    rhythm, resting = Rhythm(manager=False, has_number=False, has_written_way=True), Resting()
    thread = Thread(approach=closed, closed_on=MONDAY, closed_why="silence")
    resting.keep(thread, rhythm, MONDAY)
    assert resting.known(closed, rhythm) is thread
    answered = closed._replace(log=(*closed.log, a_line("yes", order=2)))
    assert resting.known(answered, rhythm) is None
    assert resting.known(closed, rhythm._replace(has_number=True)) is None


def test_a_thread_still_open_or_stopped_does_not_rest() -> None:
    rhythm, resting = Rhythm(manager=False, has_number=False, has_written_way=True), Resting()
    opened = an_approach(1, None, a_line("write"))
    resting.keep(Thread(approach=opened), rhythm, MONDAY)
    stopped = Thread(approach=opened, closed_on=MONDAY, closed_why="do not contact")
    resting.keep(stopped, rhythm, MONDAY)
    tomorrow = Thread(approach=opened, closed_on=MONDAY + timedelta(days=1), closed_why="silence")
    resting.keep(tomorrow, rhythm, MONDAY)
    assert resting.kept == {}

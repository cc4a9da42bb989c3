"""Keeping threads at rest from day to day changes no plan."""

from dataclasses import replace
from datetime import timedelta

import pytest

from firststep.facts.playbook import DEFAULT
from firststep.plan.planner import plan_day
from firststep.plan.resting import Resting
from firststep.steps.followup.thread import Rhythm, Thread
from tests.builders import MONDAY, a_line, an_approach
from tests.plan.test_season import Season


@pytest.mark.parametrize("seed", range(12))
def test_the_plan_is_the_same_whether_threads_at_rest_are_kept_or_not(seed: int) -> None:
    season, resting = Season(seed), Resting()
    for number in range(130):
        day = MONDAY + timedelta(days=number)
        anew = plan_day(season.snapshot, today=day, book=DEFAULT)
        assert plan_day(season.snapshot, today=day, book=DEFAULT, resting=resting) == anew
        season.play(day)
    assert resting.kept


def test_a_thread_does_not_rest_once_something_was_added_to_it() -> None:
    closed = an_approach(1, None, a_line("write"))
    rhythm, resting = Rhythm(manager=False, has_number=False, has_written_way=True), Resting()
    thread = Thread(approach=closed, closed_on=MONDAY, closed_why="silence")
    resting.keep(thread, rhythm, MONDAY)
    assert resting.known(closed, rhythm) is thread
    answered = replace(closed, log=(*closed.log, a_line("yes", order=2)))
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

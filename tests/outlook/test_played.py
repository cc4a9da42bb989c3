"""A played day shows the cards the planner shows; what is kept from day to day changes no plan."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import ApproachFacts, SnoozeFacts
from firststep.outlook.played import PlayedBoard, PlayedDay, Unchanged
from firststep.plan.board import Board
from firststep.plan.planner import PlannedDay
from firststep.steps.followup.thread import Thread
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


class Keeping(PlayedBoard):
    """What is kept alone, with all that is told."""

    def ends_on(self, found: Thread) -> date | None:
        return Board.ends_on(self, found)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_the_plan_is_the_same_whether_threads_at_rest_are_kept_or_not(seed: int) -> None:
    season, kept = Season(seed), Unchanged()
    for number in range(130):
        day = MONDAY + timedelta(days=number)
        board = Keeping(season.snapshot, day, season.book, season.snoozes, kept=kept).lay_out()
        assert PlannedDay(board).plan() == season.plan(day)
        season.play(day)
    assert kept.lanes and kept.seats


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_leaving_out_words_and_what_waits_changes_no_card(seed: int) -> None:
    season = Season(seed)
    for number in range(60):
        day = MONDAY + timedelta(days=number)
        whole = season.plan(day)
        bare = PlayedDay(
            PlayedBoard(season.snapshot, day, season.book, season.snoozes).lay_out()
        ).plan()
        assert bare.cards == tuple(card._replace(why="", late=False) for card in whole.cards)
        assert bare.closed == whole.closed
        assert not bare.waiting and not bare.rolled
        season.play(day)


def test_a_seat_rests_until_its_row_changes() -> None:
    seat = a_seat(7)
    first = at_work(seats=[seat])
    again = at_work(first.kept, seats=[seat])
    assert again.nameless(seat) is first.nameless(seat)
    renamed = replace(seat, title="Einkaufsleitung")
    assert at_work(first.kept, seats=[renamed]).nameless(renamed).seat == renamed


def test_a_seat_put_off_does_not_rest() -> None:
    put_off = SnoozeFacts(person_id=None, seat_id=7, made_on=MONDAY, until=FRIDAY)
    board = PlayedBoard(a_snapshot(seats=[a_seat(7)]), MONDAY, DEFAULT, [put_off]).lay_out()
    assert board.kept.seats == {}


def at_work(kept: Unchanged | None = None, **picture: Any) -> PlayedBoard:
    return PlayedBoard(
        a_snapshot(**picture), MONDAY, DEFAULT, (), kept=kept or Unchanged()
    ).lay_out()


PERSON = a_person(1, "Ann", tie="known")


def laid_out(approach: ApproachFacts, kept: Unchanged, **more: Any) -> PlayedBoard:
    picture = {"people": [PERSON], "approaches": [approach], **more}
    return PlayedBoard(a_snapshot(**picture), LATER, DEFAULT, (), kept=kept).lay_out()


def test_a_lane_does_not_rest_once_something_it_was_made_of_has_changed() -> None:
    closed = an_approach(1, PERSON, a_line("write"))
    kept = Unchanged()
    lane = laid_out(closed, kept).lanes[0]
    assert lane.thread.closed_why == "silence"
    assert laid_out(closed, kept).lanes[0] is lane
    answered = closed._replace(log=(*closed.log, a_line("yes", order=2)))
    naming = an_approach(2, a_person(2, "Ben"), a_line("helped", LATER, named_id=PERSON.id))
    for changed, more in (
        (answered, {}),
        (closed, {"seats": [a_seat(7, holder_id=PERSON.id)]}),
        (closed, {"people": [replace(PERSON, phones=("+49",))]}),
        (closed, {"people": [PERSON, a_person(2, "Ben")], "approaches": [closed, naming]}),
    ):
        before = Unchanged(lanes=dict(kept.lanes))
        assert laid_out(changed, before, **more).threads[1] is not lane.thread


def test_a_thread_still_open_or_stopped_does_not_rest() -> None:
    kept = Unchanged()
    laid_out(an_approach(1, PERSON, a_line("write", LATER)), kept)
    stopped = replace(PERSON, do_not_contact=True)
    laid_out(an_approach(1, PERSON, a_line("write")), kept, people=[stopped])
    laid_out(an_approach(1, PERSON, a_line("out_of_office"), closed_on=MONDAY), kept)
    assert kept.lanes == {}

"""A played day shows the cards the planner shows; what is kept from day to day changes no plan."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from firststep.facts.calendar import WorkCalendar
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import ApproachFacts, SnoozeFacts
from firststep.outlook.played import PlayedBoard, PlayedDay, Unchanged
from firststep.plan.board import Board
from firststep.plan.lane import Lane
from firststep.plan.planner import PlannedDay
from firststep.plan.roster import NOTES_A_MONTH
from firststep.steps.followup.thread import Thread
from tests.builders import (
    FRIDAY,
    MONDAY,
    a_calendar,
    a_company,
    a_line,
    a_person,
    a_position,
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


def laid_out(
    approach: ApproachFacts, kept: Unchanged, *, day: date = LATER, **more: Any
) -> PlayedBoard:
    picture = {"people": [PERSON], "approaches": [approach], **more}
    return PlayedBoard(a_snapshot(**picture), day, DEFAULT, (), kept=kept).lay_out()


def test_a_lane_does_not_rest_once_something_it_was_made_of_has_changed() -> None:
    kept, lane = at_rest(CLOSED)
    assert lane.thread.closed_why == "silence"
    assert laid_out(CLOSED, kept).lanes[0] is lane
    answered = CLOSED._replace(log=(*CLOSED.log, a_line("yes", order=2)))
    naming = an_approach(2, a_person(2, "Ben"), a_line("helped", LATER, named_id=PERSON.id))
    for changed, more in (
        (answered, {}),
        (CLOSED, {"seats": [a_seat(7, holder_id=PERSON.id)]}),
        (CLOSED, {"people": [replace(PERSON, phones=("+49",))]}),
        (CLOSED, {"people": [PERSON, a_person(2, "Ben")], "approaches": [CLOSED, naming]}),
    ):
        kept, lane = at_rest(CLOSED)
        assert laid_out(changed, kept, **more).threads[1] is not lane.thread


def test_an_open_thread_rests_until_its_days_are_over() -> None:
    written = an_approach(1, PERSON, a_line("write", MONDAY))
    kept = Unchanged()

    def on(number: int) -> PlayedBoard:
        return laid_out(written, kept, day=MONDAY + timedelta(days=number))

    first, second = (on(n).threads[1] for n in (0, 1))
    last_on = first.steps[0].last_on

    assert second is first and last_on is not None
    assert on((last_on - MONDAY).days).threads[1] is first
    assert on((last_on - MONDAY).days + 1).threads[1] is not first


def test_who_is_proposed_is_asked_otherwise_once_somebody_reached_the_holder_of_the_seat() -> None:
    company = a_company(1, "C1")
    ann, ben = a_person(1, "Ann", at=company, tie="known"), a_person(2, "Ben", tie=None)
    picture: Any = {"companies": [company], "people": [ann, ben]}
    picture["seats"] = [a_seat(1, company, holder_id=ben.id)]
    kept = Unchanged()
    asked = PlayedBoard(a_snapshot(**picture), MONDAY, DEFAULT, (), kept=kept).lay_out().proposed
    heard = an_approach(1, ben, a_line("yes", FRIDAY))

    later = a_snapshot(**picture, approaches=[heard])
    anew = PlayedBoard(later, FRIDAY, DEFAULT, (), kept=kept).lay_out().proposed

    assert [lane.approach.ask for lane in asked if lane.person is ann] == ["introduction"]
    assert [lane.approach.ask for lane in anew if lane.person is ann] == ["advice"]


def test_a_thread_that_any_day_may_tell_otherwise_does_not_rest() -> None:
    stopped = replace(PERSON, do_not_contact=True)
    written, december = a_line("write", LATER), WorkCalendar(country="DE")
    before_christmas = an_approach(1, PERSON, a_line("write", date(2026, 12, 14)))
    for kept, _ in (
        at_rest(CLOSED, people=[stopped]),
        at_rest(an_approach(1, PERSON, written, a_line("out_of_office", LATER, order=2))),
        at_rest(an_approach(1, PERSON, written, a_line("later", LATER, order=2))),
        at_rest(before_christmas, day=date(2026, 12, 15), calendar=december),
    ):
        assert kept.threads == {}


def test_who_would_be_invited_is_called_once_the_notes_of_the_month_are_gone() -> None:
    ben = replace(a_person(2, "Ben", tie="known"), emails=(), linkedin="ben", phones=("+49",))
    company, kept = a_company(1, "C1"), Unchanged()
    ben = replace(ben, positions=(a_position(company),))
    kinds = []
    for notes in ((), (MONDAY,) * NOTES_A_MONTH):
        picture = a_snapshot(people=[ben], companies=[company], invitations=notes)
        board = PlayedBoard(picture, MONDAY, DEFAULT, (), kept=kept).lay_out()
        kinds += [lane.thread.steps[0].kind for lane in board.proposed]
    assert kinds == ["write", "call"]


CLOSED = an_approach(1, PERSON, a_line("write"))


def at_rest(approach: ApproachFacts, **more: Any) -> tuple[Unchanged, Lane]:
    kept = Unchanged()
    return kept, laid_out(approach, kept, **more).lanes[0]

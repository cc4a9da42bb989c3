"""People touched for the first time, week by week: as many in all as were touched."""

from datetime import timedelta

from firststep.facts.snapshot import LooseTouch
from firststep.learn.weeks import MOST_WEEKS, Week, weeks_so_far
from tests.builders import MONDAY, a_line, a_person, a_snapshot, an_approach

ANN, FAY, GIL = (a_person(key, name) for key, name in enumerate(("Ann", "Fay", "Gil"), 1))
LATER = MONDAY + timedelta(days=9)  # the Wednesday of the week after


def test_each_person_counts_once_in_the_week_of_the_first_that_reached_them() -> None:
    picture = a_snapshot(
        people=[ANN, FAY, GIL],
        loose_touches=(LooseTouch(person_id=3, on=LATER, out=True),),
        approaches=[
            an_approach(1, ANN, a_line("write"), a_line("nudge", LATER, order=2)),
            an_approach(2, FAY, a_line("no_answer"), a_line("write", LATER, order=3)),
        ],
    )

    assert weeks_so_far(picture, LATER) == (
        Week(MONDAY, 1), Week(MONDAY + timedelta(days=7), 2),
    )  # fmt: skip


def test_a_week_without_anybody_is_told_as_none_and_only_the_last_are_told() -> None:
    picture = a_snapshot(people=[ANN], approaches=[an_approach(1, ANN, a_line("write"))])
    far = MONDAY + timedelta(weeks=20)

    assert [week.people for week in weeks_so_far(picture, far)] == [0] * MOST_WEEKS
    assert weeks_so_far(picture, MONDAY + timedelta(weeks=2))[0] == Week(MONDAY, 1)


def test_before_anybody_was_touched_there_is_no_week() -> None:
    assert weeks_so_far(a_snapshot(people=[ANN]), LATER) == ()

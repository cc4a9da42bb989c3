"""Delays move a step and its last day; earlier notes are used up until somebody answers."""

from firststep.facts.playbook import DEFAULT
from firststep.steps.followup.delays import Delay, comes_again_on, kept_open, moved, used_up_by
from tests.builders import CALENDAR, a_line, working

AWAY = Delay(since=working(1), until=working(6), why="out_of_office")


def test_a_delay_moves_the_step_and_its_last_day_unless_it_came_too_late() -> None:
    days = moved(working(3), 5, [AWAY], CALENDAR)
    assert (days.shows, days.due, days.last, days.by) == (working(6), working(6), working(11), AWAY)
    late = Delay(since=working(9), until=working(20), why="snoozed")
    assert moved(working(3), 5, [late], CALENDAR).by is None


def test_a_thread_does_not_close_while_it_is_put_off() -> None:
    assert kept_open(working(3), [AWAY], CALENDAR) == working(6)
    assert kept_open(working(7), [AWAY], CALENDAR) == working(7)


def test_later_comes_again_on_the_day_they_named_else_after_thirty_days() -> None:
    named = a_line("later", until=working(4))
    assert comes_again_on(named, CALENDAR, DEFAULT) == working(4)
    assert (comes_again_on(a_line("later"), CALENDAR, DEFAULT) - a_line("later").on).days == 30


def test_notes_and_calls_without_an_answer_are_used_up() -> None:
    silent = [a_line("write"), a_line("voicemail", working(3), 2), a_line("nudge", working(7), 3)]
    found = used_up_by(silent, rest_days=90)
    assert found and (found.notes, found.calls) == (2, 1)
    assert (found.rested_on - working(7)).days == 90
    assert used_up_by([*silent, a_line("question", working(8), 4)], rest_days=90) is None

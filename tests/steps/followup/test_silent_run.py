"""What somebody silent still gets: two notes and one call, less what was used up before."""

from datetime import date

import pytest

from firststep.facts.playbook import DEFAULT, TWO_HOUR
from firststep.steps.followup.delays import UsedUp
from firststep.steps.followup.silent_run import Run
from firststep.steps.followup.thread import Rhythm, Thread
from tests.builders import CALENDAR, a_line, a_person, an_approach

MANAGER = Rhythm(manager=True, has_number=True, has_written_way=True)


def run(rhythm: Rhythm, mode: str = "rhythm", *, answered: bool = False) -> list[str]:
    thread = Thread(approach=an_approach(1, a_person()), rhythm=rhythm, mode=mode)  # type: ignore[arg-type]
    thread.answer = a_line("yes") if answered else None
    return list(Run(thread, CALENDAR, DEFAULT).steps())


def before(notes: int, calls: int) -> UsedUp:
    return UsedUp(notes=notes, calls=calls, rested_on=date.max)


@pytest.mark.parametrize(
    ("rhythm", "mode", "steps"),
    [
        (MANAGER, "rhythm", ["call", "nudge"]),
        (MANAGER._replace(has_number=False), "rhythm", ["find_number", "nudge"]),
        (MANAGER._replace(has_number=False, manager=False), "rhythm", ["nudge"]),
        (MANAGER._replace(has_number=False), "undated", ["nudge"]),
        (MANAGER._replace(manager=False), "rhythm", ["nudge"]),
        (MANAGER._replace(has_written_way=False), "rhythm", ["call"]),
        (MANAGER, "undated", ["nudge", "call"]),
        (MANAGER, "promised", ["nudge"]),
        (MANAGER._replace(used_up=before(1, 0)), "rhythm", ["call"]),
        (MANAGER._replace(used_up=before(0, 1)), "rhythm", ["nudge"]),
    ],
)
def test_what_is_left_for_somebody_silent(rhythm: Rhythm, mode: str, steps: list[str]) -> None:
    assert run(rhythm, mode) == steps


def test_an_answer_gives_back_what_earlier_notes_used_up() -> None:
    spent = MANAGER._replace(used_up=before(2, 1))
    assert run(spent) == [] and run(spent, answered=True) == ["call", "nudge"]


def test_the_two_hour_playbook_leaves_the_call_out() -> None:
    thread = Thread(approach=an_approach(1, a_person()), rhythm=MANAGER, mode="rhythm")
    assert list(Run(thread, CALENDAR, TWO_HOUR).steps()) == ["nudge"]

"""R3: what several programs say at the same moment is worked out one after the other."""

from collections import Counter

import pytest

from tests.journal.at_once import Programs

DOUBLE = "The same was recorded just now, while this was on its way:"


@pytest.mark.slow
def test_eight_who_wrote_the_same_note_at_once_are_one_first_note(programs: Programs) -> None:
    said = programs.at_once(*["thread.record_sent(ada, stamp=stamp, ref='p1')"] * 8)

    touches = "[*ada.touches.filter(person=1).values_list('kind', flat=True)]"
    assert programs.asked(touches) == ["write"]
    assert programs.asked("ada.approaches.filter(person=1).count()") == 1
    assert Counter(one.get("kind", "done") for one in said) == {"done": 1, "refused": 7}
    words = {one["refused"] for one in said if "refused" in one}
    assert words == {f"{DOUBLE} You wrote to Ann Lee. If yours is another, say it again."}


@pytest.mark.slow
def test_each_is_worked_out_from_what_the_one_before_it_wrote(programs: Programs) -> None:
    """F16: told by doors that do not say when they began, they are notes of their own."""
    later = "Stamp(on=MONDAY)"
    programs.at_once(*[f"thread.record_sent(ada, stamp={later}, ref='p2')"] * 4)

    touches = "[*ada.touches.filter(person=2).order_by('order').values_list('kind', flat=True)]"
    assert programs.asked(touches) == ["write", "nudge", "nudge", "nudge"]
    assert programs.asked("ada.approaches.filter(person=2).count()") == 1


@pytest.mark.slow
def test_what_differs_is_all_written_down_in_one_approach(programs: Programs) -> None:
    said = programs.at_once(
        "thread.record_sent(ada, stamp=stamp, ref='p3')",
        "thread.record_call(ada, stamp=stamp, ref='p3', outcome='no_answer')",
        "thread.record_reply(ada, stamp=stamp, ref='p3', answer='yes')",
        "thread.ask(ada, stamp=stamp, who='3', what='advice')",
        "thread.snooze(ada, stamp=stamp, ref='p3', until=MONDAY + timedelta(9))",
        "log(ada, stamp=stamp, line='Thanked Cy Park')",
    )

    assert [one for one in said if "refused" in one] == []
    assert programs.asked("ada.approaches.filter(person=3).count()") == 1
    assert programs.asked("ada.entries.filter(about='person:3').count()") == 6


def test_somebody_new_told_of_twice_at_once_is_one_person(programs: Programs) -> None:
    line = "Met Mo Tan (Acme) for coffee"
    programs.at_once(*[f"log(ada, stamp=stamp, line={line!r})"] * 4)

    assert programs.asked("ada.people.filter(name='Mo Tan').count()") == 1


@pytest.mark.slow
def test_who_is_forgotten_meanwhile_is_not_there_and_nothing_breaks(programs: Programs) -> None:
    calls = [
        "thread.record_sent(ada, stamp=stamp, ref='p4')",
        "thread.record_reply(ada, stamp=stamp, ref='p4', answer='helped')",
        "thread.thank(ada, stamp=stamp, person='4')",
        "thread.close(ada, stamp=stamp, ref='p4')",
        "log(ada, stamp=stamp, line='Called p4, no answer')",
    ]
    said = programs.at_once(*calls, "forget(ada, stamp=stamp, person='4')")

    assert "refused" not in said[-1]
    # A line that names nobody any more is asked about.
    assert {one.get("kind", "not_found") for one in said} <= {"not_found", "ambiguous"}
    assert programs.asked("ada.people.filter(pk=4).exists()") is False
    assert programs.asked("ada.touches.filter(person=4).exists()") is False

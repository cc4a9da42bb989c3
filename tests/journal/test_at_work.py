"""R3: long work shuts nobody out, and who has to wait is told what for and how far it is."""

import re
from pathlib import Path

import pytest
from django.db import connection

from firststep.journal.at_work import at_work, who_is_at_work
from tests.journal.at_once import Programs

PEOPLE = 12_000


@pytest.mark.slow
def test_during_an_import_readers_go_on_and_writers_are_told(programs: Programs) -> None:
    sent = "thread.record_sent(ada, stamp=stamp, ref='p1')"
    brought, looked, refused = programs.at_once(
        "bring_slowly(ada, stamp)",
        f"look_on(ada, MONDAY, until_people={PEOPLE})",
        f"waits_a_while(ada, lambda: {sent})",
    )

    assert "refused" not in brought
    assert programs.asked("ada.people.count()") == PEOPLE + 5
    assert int(looked["said"]) >= 3
    words = (
        r"An import is running, \d\d?% done\. Nothing was written here\. Try again in a moment\."
    )
    assert re.fullmatch(words, refused.get("refused", "")), refused
    assert refused["kind"] == "unavailable"
    assert programs.at_once(sent)[0]["said"] == "You wrote to Ann Lee."


@pytest.mark.usefixtures("own_file")
def test_who_waits_is_told_what_is_done_and_nothing_once_it_is_over() -> None:
    with at_work("An import") as tell:
        tell(2, 5)
        during = who_is_at_work()

    assert during == "An import is running, 40% done."
    assert who_is_at_work() == ""


def test_what_a_killed_program_left_is_nobodys(own_file: Path) -> None:
    left = own_file.with_name("at-work")
    left.write_text("An import is running, 40% done.")

    assert who_is_at_work() == ""

    with at_work("A restore"):
        assert who_is_at_work() == "A restore is running."
    assert not left.exists()


def test_of_two_long_works_the_first_is_told(own_file: Path) -> None:
    with at_work("An import"), at_work("An export"):
        assert who_is_at_work() == "An import is running."

    assert connection.settings_dict["NAME"] == str(own_file)

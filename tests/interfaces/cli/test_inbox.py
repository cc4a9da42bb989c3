"""Lines typed on the phone into a text file that is synced."""

import json
from pathlib import Path
from typing import Any

import pytest

from firststep.interfaces.answers import inbox
from firststep.steps.outreach.models import Touch


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes.txt"


def test_lines_are_shown_and_nothing_is_written_unasked(begun: Any, notes: Path) -> None:
    notes.write_text("Wrote to Ann Lee\n")

    answer = begun.on_day("inbox", str(notes))

    (line,) = answer["lines"]
    assert (line["line"], line["written"], line["question"]) == ("Wrote to Ann Lee", False, None)
    assert line["understood"][0]["do"] == "sent"
    assert notes.read_text() == "Wrote to Ann Lee\n"
    assert not Touch.objects.exists()


def test_yes_writes_the_sure_lines_and_leaves_the_others_with_remarks_and_blank_lines(
    begun: Any, notes: Path
) -> None:
    notes.write_text("# my notes\n\nWrote to Ann Lee\nhm, Ann\nno reply from Ann Lee\n")

    answer = begun.on_day("inbox", str(notes), "--yes")

    assert [one["written"] for one in answer["lines"]] == [True, False, False]
    assert all(one["question"] for one in answer["lines"][1:])
    assert notes.read_text() == "# my notes\n\nhm, Ann\nno reply from Ann Lee\n"
    assert Touch.objects.count() == 1


def test_a_line_may_begin_with_its_day(begun: Any, notes: Path) -> None:
    notes.write_text("2026-11-20: Wrote to Ann Lee\n2031-01-01 Wrote to Ann Lee\n")

    answer = begun.json("inbox", str(notes), "--yes", "--on", "2026-11-24")

    assert str(Touch.objects.get().on) == "2026-11-20"
    assert "still to come" in answer["lines"][1]["question"]


def test_a_line_added_meanwhile_is_not_lost(
    begun: Any, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes.write_text("Wrote to Ann Lee\n")
    real = inbox._without

    def slow(lines: list[str], written: Any, *more: Any) -> list[str]:
        kept = real(lines, written, *more)
        if "added" not in notes.read_text():
            with notes.open("a") as phone:
                phone.write("added\n")
        return kept

    monkeypatch.setattr(inbox, "_without", slow)

    begun.on_day("inbox", str(notes), "--yes")

    assert notes.read_text() == "added\n"


def test_a_line_that_could_not_be_taken_out_is_not_written_twice(begun: Any, notes: Path) -> None:
    for _ in range(2):
        notes.write_text("Wrote to Ann Lee\n")
        begun.on_day("inbox", str(notes), "--yes")

    assert Touch.objects.count() == 1
    assert notes.read_text() == ""


def test_a_file_that_is_none_is_said_so(begun: Any, tmp_path: Path) -> None:
    ended = begun("inbox", str(tmp_path / "none.txt"), "--json")

    assert ended.code == 1
    assert json.loads(ended.out)["kind"] == "not_found"


def test_the_file_that_is_set_is_read_without_its_name(begun: Any, notes: Path) -> None:
    notes.write_text("Wrote to Ann Lee\n")

    assert begun.on_day("campaign", "--inbox", str(notes))["inbox"] == str(notes)

    assert begun.on_day("inbox")["file"] == str(notes)
    begun.on_day("campaign", "--inbox", "")
    assert begun("inbox", "--json").code == 1

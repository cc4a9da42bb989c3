"""The wordings on the terminal: listed, taken into a file and back, refused by the line."""

from pathlib import Path

import pytest

from tests.interfaces.cli.conftest import Program

TEXT = """title: Short and mine
kinds: write
routes: known
forms: letter
subject: Hello {first}
---
Hi {first},

How is {company}?
or: How are you?

Best,
{signature}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "mine.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_a_wording_goes_out_to_a_file_and_comes_back_changed(
    begun: Program, tmp_path: Path
) -> None:
    shown = begun("wording", "show", "known").out
    file = tmp_path / "known.txt"
    file.write_text(shown.replace("{signature}", "Yours, {signature}"), encoding="utf-8")

    changed = begun.json("wording", "edit", "known", "--file", str(file))
    listed = {one["name"]: one for one in begun.json("wording", "list")}

    assert (changed["name"], changed["whose"]) == ("known", "changed")
    assert changed["text"] == file.read_text(encoding="utf-8").strip()
    assert (listed["known"]["whose"], listed["cold"]["whose"]) == ("changed", "shipped")
    assert begun.on_day("draft", "Ann Lee")["body"].endswith("\nYours, Ada")
    assert begun.json("wording", "reset", "known")["whose"] == "shipped"
    assert begun("wording", "show", "known").out == shown


def test_one_more_is_offered_and_what_was_chosen_is_remembered(begun: Program, file: Path) -> None:
    usual = begun.on_day("draft", "Ann Lee")["wording"]
    begun.json("wording", "add", "mine", "--file", str(file))

    drafted = begun.on_day("draft", "Ann Lee")
    other = begun.on_day("draft", "Ann Lee", "--wording", usual)
    begun.on_day("message", "Ann Lee", "--text", str(file), "--wording", usual)

    assert drafted["wording"] == "mine"
    assert drafted["body"] == "Hi Ann,\n\nHow is Acme?\n\nBest,\nAda"
    assert {"mine", usual} <= set(other["wordings"])
    assert begun.on_day("draft", "Ann Lee", "--fresh")["wording"] == usual
    assert begun.json("wording", "reset", "mine") == {
        "name": "mine", "title": "", "whose": None, "fits": {}, "text": "",
    }  # fmt: skip


def test_a_refusal_names_the_line_and_what_was_meant_perhaps(begun: Program, file: Path) -> None:
    file.write_text(TEXT.replace("{company}", "{compny}"), encoding="utf-8")

    ended = begun("wording", "add", "mine", "--file", str(file), "--json")
    said = begun("wording", "add", "mine", "--file", str(file))

    assert ended.code == 1
    assert ended.json["kind"] == "bad_input"
    assert (ended.json["line"], ended.json["candidates"]) == (9, ["company"])
    assert said.refused.startswith(
        "Line 9 of the wording mine uses {compny}, which is not a field."
    )
    assert begun("wording", "show", "mine", "--json").json["kind"] == "not_found"


def test_a_file_of_a_megabyte_is_refused_in_words(begun: Program, file: Path) -> None:
    file.write_text(TEXT + "a" * 1_000_000, encoding="utf-8")
    far = begun("wording", "edit", "known", "--file", str(file))
    file.write_text(TEXT + "a" * 9_000, encoding="utf-8")
    long = begun("wording", "edit", "known", "--file", str(file))

    assert "far too long" in far.refused
    assert "a wording has 8,000 at most" in long.refused


def test_the_list_says_what_is_ones_own(begun: Program, file: Path) -> None:
    begun.json("wording", "add", "mine", "--file", str(file))

    listed = begun("wording", "list").out

    assert "Short and mine (your own)" in listed
    assert "firststep wording edit NAME --file FILE" in listed

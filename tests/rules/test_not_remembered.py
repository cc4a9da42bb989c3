"""Whom the seeker knows by an import alone: told plainly, and one press to "not known"."""

from pathlib import Path
from typing import Any

import pytest

from tests.interfaces.cli.conftest import Program

TEUN = "Teun Berg"
ONLY = "You have been connected on LinkedIn since 2014; you have not said how you know each other."


def connections(folder: Path, title: str = "Analyst") -> str:
    file = folder / "Connections.csv"
    file.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        f"Teun,Berg,https://www.linkedin.com/in/teun-berg,,Globex,{title},03 May 2014\n"
    )
    return str(file)


def of_teun(program: Program) -> list[dict[str, Any]]:
    found = program.on_day("today", "--minutes", "300")
    return [one for one in (*found["cards"], *found["waiting"]) if one["name"] == TEUN]


def ways_through(program: Program) -> list[list[str]]:
    seat = next(one for one in program.on_day("who", "Globex")["seats"])
    return [way["via"] for way in program.on_day("path", f"s{seat['seat_id']}")]


@pytest.mark.parametrize("title", ["Analyst", "Head of Purchasing"])
def test_who_is_known_by_an_import_alone_is_told_so(
    begun: Program, tmp_path: Path, title: str
) -> None:
    begun.on_day("import", connections(tmp_path, title))
    (card,) = of_teun(begun)
    assert card["why"].startswith(ONLY)
    begun.on_day("tie", TEUN, "--how", "we shared a desk")
    (card,) = of_teun(begun)
    assert ONLY not in card["why"]


def test_whom_one_does_not_remember_gets_no_card_and_brings_nobody_in(
    begun: Program, tmp_path: Path
) -> None:
    begun.on_day("import", connections(tmp_path))
    assert [TEUN] in ways_through(begun)
    begun.on_day("tie", TEUN, "--drop")
    assert of_teun(begun) == []
    assert [TEUN] not in ways_through(begun)
    assert "find_name" in [
        one["kind"] for one in begun.on_day("today", "--minutes", "300")["cards"]
    ]


def test_a_later_import_does_not_bring_them_back_and_undo_does(
    begun: Program, tmp_path: Path
) -> None:
    begun.on_day("import", connections(tmp_path))
    begun.on_day("tie", TEUN, "--drop")
    again = begun.on_day("import", connections(tmp_path, "Senior Analyst"))
    assert of_teun(begun) == []
    begun.on_day("import", "--undo", str(again["import_id"]))
    begun.on_day("undo")
    (card,) = of_teun(begun)
    assert card["why"].startswith(ONLY)

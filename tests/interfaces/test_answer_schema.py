"""docs/answers.schema.json is true: what the program answers is as it says, field by field."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from firststep.interfaces.catalogue import CATALOGUE
from tests.conftest import ROOT
from tests.interfaces.json_schema import faults

WHOLE = json.loads((ROOT / "docs" / "answers.schema.json").read_text("utf-8"))
OF = {one["title"]: one for one in WHOLE["anyOf"]}
NOT_PLAYED = {"serve": "it answers nothing until it is stopped"}
BY_EXAMPLE = {
    "on": "2026-11-23",
    "cards": [],
    "waiting": [],
    "rolled": [],
    "rolled_over": 0,
    "coming": None,
    "after_yes": [],
    "done_for_today": True,
    "day_off": False,
    "landed_at": "",
}


class Answered(NamedTuple):
    line: str
    name: str
    code: int
    answer: Any


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Answered]:
    """The demonstration, three weeks of it and every command, and a campaign put back elsewhere."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("files")
    found = [one(home, "doctor"), one(home, "demo", "--no-serve", "--on", "2026-11-23")]
    played = run(home / "demo", "-m", "tests.journeys.every_command", str(folder))
    found += [Answered(*json.loads(line)) for line in played.splitlines()]
    there = tmp_path_factory.mktemp("there")
    found += [one(there, "init", "--name", "Ada Moreno"), one(there, "import", f"{folder}/export")]
    return found


def one(home: Path, *words: str) -> Answered:
    answer = json.loads(run(home, "-m", "firststep", *words, "--json"))
    return Answered(" ".join(words), words[0], int("error" in answer), answer)


def run(home: Path, *words: str) -> str:
    return subprocess.run(
        [sys.executable, *words],
        env={**os.environ, "FIRSTSTEP_HOME": str(home)},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    ).stdout


def wrong(name: str, answer: Any) -> list[str]:
    return faults(answer, OF[name], whole=WHOLE)


@pytest.mark.slow
def test_every_command_answers_as_its_schema_says(answers: list[Answered]) -> None:
    done = [one for one in answers if not one.code]

    assert {one.name for one in done} == set(CATALOGUE) - set(NOT_PLAYED)
    assert [(one.line, found) for one in done if (found := wrong(one.name, one.answer))] == []


@pytest.mark.slow
def test_every_refusal_is_as_its_schema_says(answers: list[Answered]) -> None:
    refused = [one for one in answers if one.code]

    assert {one.answer["kind"] for one in refused} >= {
        "refused", "not_found", "ambiguous", "bad_input",
    }  # fmt: skip
    assert [(one.line, found) for one in refused if (found := wrong("refusal", one.answer))] == []


def without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda answer: answer.pop(name)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (without("day_off"), "without day_off"),
        (lambda answer: answer.update(more=1), "more is not foreseen"),
        (lambda answer: answer.update(rolled_over="0"), "'0' is no integer"),
        (lambda answer: answer.update(rolled_over=True), "True is no integer"),
        (lambda answer: answer.update(day_off=None), "None is no boolean"),
        (lambda answer: answer.update(on="2026-11-31"), "is no day"),
        (lambda answer: answer.update(on="2026-11-23 10:00"), "is no day"),
        (lambda answer: answer.update(cards=[{}]), ".cards[0]: without kind"),
        (lambda answer: answer.update(coming={}), ".coming: of none of 2"),
    ],
)
def test_an_answer_that_is_not_as_its_schema_says_is_found(
    spoil: Callable[[dict[str, Any]], object], told: str
) -> None:
    answer = deepcopy(BY_EXAMPLE)
    assert wrong("today", answer) == []

    spoil(answer)

    assert any(told in one for one in wrong("today", answer))


def test_a_word_or_a_name_that_is_none_of_those_foreseen_is_found() -> None:
    book = {"name": "", "settings": {"cards": 5}, "minutes": {"call": 9}, "rules": {}, "toml": ""}
    refusal = {"error": "No.", "kind": "refused", "candidates": ["Ann", {"id": 1, "name": "Ann"}]}
    assert not wrong("playbook show", book)
    assert not wrong("refusal", refusal)

    assert wrong("refusal", {**refusal, "kind": "never"})
    assert wrong("refusal", {**refusal, "candidates": [1]})
    assert wrong("playbook show", {**book, "minutes": {"sing": 9}})
    assert wrong("playbook show", {**book, "settings": {"cards": None}})
    assert wrong("merge", {"a": 1, "b": 2, "same": 0})


def test_a_schema_that_says_what_is_not_read_is_not_taken_for_kept() -> None:
    with pytest.raises(ValueError, match="minimum"):
        faults(1, {"minimum": 2}, whole={})

"""The catalogue: every verb and question once, and every target is there as it says."""

import inspect
import subprocess
import sys
from typing import TypedDict, Unpack

import pytest

from firststep.interfaces.catalogue import CATALOGUE, Item, resolve

COMMANDS_OF_THE_MAIN_JOB = (
    "init", "goal", "company add", "company import", "company list", "company edit",
    "company drop", "company confirm", "company suggest", "stage", "import", "who", "seat",
    "person add", "person edit", "person show", "position", "touch", "do-not-contact", "tie",
    "path", "ask", "draft", "sent", "call", "reply", "meeting", "talked", "thank", "log", "undo",
    "today", "snooze", "close", "progress", "backup", "restore", "forget", "doctor", "serve",
    "demo", "completion",
)  # fmt: skip


def test_every_command_of_the_main_job_is_named() -> None:
    assert set(COMMANDS_OF_THE_MAIN_JOB) <= set(CATALOGUE)


@pytest.mark.parametrize("item", CATALOGUE.values(), ids=CATALOGUE)
def test_the_target_takes_what_the_catalogue_says_it_may_be_told(item: Item) -> None:
    signature = inspect.signature(resolve(item.target))

    assert mismatches(item, signature) == []


@pytest.mark.parametrize("item", CATALOGUE.values(), ids=CATALOGUE)
def test_what_makes_an_answer_of_it_takes_its_result_and_what_was_asked(item: Item) -> None:
    if item.answer:
        assert len(inspect.signature(resolve(item.answer)).parameters) == 2


def test_a_parameter_that_the_target_does_not_know_is_found() -> None:
    def target(campaign: object, *, stamp: object, other: str) -> None: ...

    found = mismatches(CATALOGUE["company drop"], inspect.signature(target))

    assert found == ["company is not taken", "other is not offered"]


def test_a_parameter_within_what_may_be_said_of_a_person_is_looked_for_too() -> None:
    class Little(TypedDict, total=False):
        company: str | None

    def target(campaign: object, *, stamp: object, name: str, **said: Unpack[Little]) -> None: ...

    found = mismatches(CATALOGUE["person add"], inspect.signature(target))

    assert "title is not taken" in found
    assert "company is not taken" not in found


def mismatches(item: Item, signature: inspect.Signature) -> list[str]:
    """Where an item and its target's signature differ."""
    takes = taken(signature)
    found = []
    if item.needs == "campaign" and takes.pop("campaign", None) is None:
        found.append("no campaign")
    stamped = item.needs == "campaign" or (item.needs in ("data", "folder") and item.writes)
    if stamped and takes.pop("stamp", None) is None:
        found.append("no stamp")
    offers = {one.name: one for one in item.parameters if not one.of_the_door}
    found += [f"{name} is not taken" for name in offers if name not in takes]
    for name, parameter in takes.items():
        if name not in offers:
            if parameter.default is inspect.Parameter.empty:
                found.append(f"{name} is not offered")
        elif parameter.kind is not inspect.Parameter.KEYWORD_ONLY:
            found.append(f"{name} is not a keyword")
        elif parameter.default is inspect.Parameter.empty and not _always_given(offers[name]):
            found.append(f"{name} must be told, yet need not be typed")
    return found


def taken(signature: inspect.Signature) -> dict[str, inspect.Parameter]:
    """The parameters of a target by name, with those that `**said: Unpack[Said]` stands for."""
    takes = dict(signature.parameters)
    for name, one in signature.parameters.items():
        if one.kind is inspect.Parameter.VAR_KEYWORD:
            (said,) = one.annotation.__args__
            del takes[name]
            takes |= {
                key: inspect.Parameter(key, inspect.Parameter.KEYWORD_ONLY, default=None)
                for key in said.__annotations__
            }
    return takes


def _always_given(one: object) -> bool:
    return bool(one.required)  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", [["--help"], ["today", "--help"], ["__complete", ""]])
def test_help_and_completion_start_nothing_heavy(words: list[str]) -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "firststep", *words],
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in told.stderr.splitlines()}
    assert "firststep" in loaded
    assert not loaded & {"django", "pydantic", "requests", "click", "sqlite3", "holidays"}
    assert not loaded & {"dataclasses", "inspect"}  # half as long again

"""Taking everything out and putting it back, as it is typed."""

import shutil
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def written(_begun_once: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A small campaign and its export, made once."""
    process = _begun_once.at(tmp_path_factory.mktemp("written") / "home")
    process("goal", "--role", "Buyer", "--department", "Purchasing")
    process("company", "add", "Acme")
    process("person", "add", "Ann Lee", "--company", "Acme", "--tie", "close")
    written = process("export", str(process.home.parent / "out"), "--json")
    assert written.code == 0, written.out
    assert (written.json["people"], written.json["companies"]) == (1, 1)
    return process


@pytest.fixture
def process(written: Any, tmp_path: Path) -> Any:
    """The program where that campaign lies."""
    return written.at(tmp_path / "home")


@pytest.fixture
def folder(written: Any, tmp_path: Path) -> Path:
    """Its export."""
    shutil.copytree(written.home.parent / "out", tmp_path / "out")
    return tmp_path / "out"


@pytest.mark.parametrize("verb", ["import", "restore"])
@pytest.mark.parametrize("begun", [True, False])
def test_an_export_goes_into_a_new_folder_with_and_without_init(
    process: Any, folder: Path, tmp_path: Path, verb: str, begun: bool
) -> None:
    new = {"FIRSTSTEP_HOME": str(tmp_path / "new")}
    if begun:
        process("init", "--name", "Ada Moreno", **new)
    today = process("today", "--json", "--on", "2026-11-23").json

    back = process(verb, str(folder), "--json", **new)

    assert (back.code, back.json["people"]) == (0, 1), back.out
    assert process("today", "--json", "--on", "2026-11-23", **new).json == today
    assert process("doctor", "--json", **new).json["ok"]


def test_what_is_said_of_it(process: Any, folder: Path, tmp_path: Path) -> None:
    again = process("export", str(folder))
    back = process("import", str(folder / "firststep.json"), FIRSTSTEP_HOME=str(tmp_path / "new"))

    assert f"Everything is in {folder}:" in again.out
    assert "One person and one company came back." in back.out


def test_a_campaign_with_people_refuses_it(process: Any, folder: Path) -> None:
    ended = process("import", str(folder), "--json")

    assert (ended.code, ended.json["kind"]) == (1, "refused")
    assert "FIRSTSTEP_HOME" in ended.json["error"]


def test_looking_first_is_refused_and_writes_nothing(
    process: Any, folder: Path, tmp_path: Path
) -> None:
    ended = process("import", str(folder), "--dry-run", FIRSTSTEP_HOME=str(tmp_path / "new"))

    assert ended.code == 1
    assert not (tmp_path / "new").exists()


def test_an_export_among_other_files_is_told_what_it_is(process: Any, folder: Path) -> None:
    other = folder / "people.csv"

    ended = process("import", str(other), str(folder / "firststep.json"), "--json")

    assert (ended.code, ended.json["kind"]) == (1, "bad_input")
    assert "firststep import DIR" in ended.json["error"]


def test_a_folder_in_use_is_one_sentence(process: Any, folder: Path, tmp_path: Path) -> None:
    ended = process("export", str(tmp_path), "--json")

    assert (ended.code, ended.json["kind"]) == (1, "refused")
    assert process("export", "", "--json").json["kind"] == "bad_input"

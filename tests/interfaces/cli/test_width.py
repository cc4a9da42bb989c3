"""No line at the terminal is wider than 80 columns but a link; what is to be copied still runs."""

import shlex
import subprocess
from typing import Any

import pytest

from firststep.interfaces.answers.shell import continued, quoted
from tests.interfaces.cli.conftest import Ended, Program

FIRM = "Vereinigte Hafenlogistik und Lagerhaus Sankt Georg"
POST = "Leiterin der Abteilung Beschaffung und Logistik"
WHO = "Karlheinz-Emanuel Wolkenstein-Obermayer"
COMMANDS = (
    "today", "today --on 2026-11-24", "progress", "who", f"who '{FIRM}'", "company list",
    "company suggest", f"person show '{WHO}'", f"path '{WHO}'", "path s3", "draft s3", "draft 99",
    f"draft '{WHO}'", f"draft '{WHO} the Elder of Hamburg'", f"ask '{WHO}' bogus", "playbook show",
    f"ask '{WHO}' advice", "who Nowhere-at-all-that-anybody-has-ever-heard-of-in-this-campaign",
    "reply 1", "meeting 1 2026-11-25", "seat Nowhere", "goal", "campaign", "merge list", "doctor",
    f"tie '{WHO}' --kind close", f"sent '{WHO}'", f"reply '{WHO}' later", "stage Nowhere interview",
    f"call '{WHO}' --outcome bogus", "event list", "away", "undo", "nothing-of-the-kind", "help",
    "--help", "ask --help", "import nothing-there.csv", "import --undo 99", "snooze 1 bogus",
)  # fmt: skip


@pytest.fixture
def long_names(begun: Program) -> Program:
    for known in ("Acme", "Globex"):
        begun.on_day("company", "drop", known)
    begun.on_day("company", "add", FIRM)
    begun.on_day("seat", FIRM, POST)
    begun.on_day("person", "add", WHO, "--company", FIRM, "--title", POST, "--tie", "known")
    return begun


def too_wide(ended: Ended) -> list[str]:
    lines = f"{ended.out}\n{ended.err}".splitlines()
    return [line for line in lines if len(line) > 80 and not line.strip().startswith("http")]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_line_but_a_link_is_wider_than_80_columns(
    long_names: Program, command: str, monkeypatch: Any
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    ended = long_names(*shlex.split(command))

    assert ended.out or ended.err
    assert too_wide(ended) == []


def test_the_longest_of_them_is_shown_and_broken_where_a_copy_still_runs(
    long_names: Program,
) -> None:
    long_names.on_day("seat", FIRM, "--vacant")

    told = long_names("today", "--on", long_names.on).out

    assert f'--company "{FIRM}" \\\n' in told
    assert '--title "Head of Purchasing"\n' in told


def test_a_command_that_is_broken_runs_as_it_stands() -> None:
    typed = f'firststep person add "Their Name" --company "{FIRM}" --title "{POST}"'

    lines = continued(typed, room=77)

    assert len(lines) > 1 and max(map(len, lines)) <= 77
    said = subprocess.run(
        ["sh", "-c", "firststep() { printf '%s\\n' \"$@\"; }\n" + "\n   ".join(lines)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.splitlines() == shlex.split(typed)[1:]


@pytest.mark.parametrize("name", ["Acme", "O'Neil & Sons", 'The "Bar"', "Cash $HOME `x`", "Yes!"])
def test_a_name_is_one_word_of_a_command_whatever_signs_it_has(name: str) -> None:
    said = subprocess.run(
        ["sh", "-c", f"printf %s {quoted(name)}"], capture_output=True, text=True, check=True
    )
    assert said.stdout == name


def test_a_command_whose_quotes_are_not_closed_stays_whole() -> None:
    typed = f'firststep who "{FIRM} {FIRM}'
    assert continued(typed, room=40) == [typed]


def test_a_playbook_that_is_shown_is_one_that_can_be_loaded(long_names: Program) -> None:
    from firststep.plan.playbook.file import read_playbook

    told, kept = long_names("playbook", "show").out, long_names.json("playbook", "show")["toml"]

    assert read_playbook(told) == read_playbook(kept)

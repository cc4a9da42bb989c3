"""The real program, run in this process or as one of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from firststep.interfaces.cli.program import run_words

MONDAY = "2026-11-23"


class Ended(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def refused(self) -> str:
        """The refusal, however its lines were broken."""
        return " ".join(self.err.split())


class Program:
    """`program("today")` runs a command; `program.json("today")` reads its one JSON value."""

    def __init__(self, read: Callable[[], tuple[str, str]]) -> None:
        self.read = read
        self.on = MONDAY

    def __call__(self, *words: str) -> Ended:
        code = run_words(list(words))
        out, err = self.read()
        return Ended(code, out, err)

    def json(self, *words: str) -> Any:
        ended = self(*words, "--json")
        assert ended.code == 0, ended.out
        return ended.json

    def on_day(self, *words: str) -> Any:
        return self.json(*words, "--on", self.on)


@pytest.fixture
def program(db: None, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program in this process, on the tests' database."""
    return Program(lambda: tuple(capsys.readouterr()))  # type: ignore[arg-type]


@pytest.fixture
def begun(program: Program) -> Program:
    """Ada's campaign as she began it at the command line: two targets and a friend at one."""
    program.on_day("init", "--name", "Ada Moreno", "--email", "ada@moreno.example")
    program.on_day("goal", "--role", "Buyer", "--department", "Purchasing", "--place", "Berlin")
    program.on_day("company", "add", "Acme", "--motivation", "5")
    program.on_day("company", "add", "Globex", "--motivation", "3")
    program.on_day(
        "person", "add", "Ann Lee", "--company", "Acme", "--title", "Analyst",
        "--tie", "close", "--email", "ann.lee@acme.example",
    )  # fmt: skip
    return program


class Process:
    """The program as a process of its own, in an empty data folder."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *words: str, **environment: str) -> Ended:
        told = subprocess.run(
            self.line(*words),
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            env=self.environment(**environment),
            timeout=60,
        )
        return Ended(told.returncode, told.stdout, told.stderr)

    def at(self, home: Path) -> "Process":
        """The same with a copy of what is here, in another folder."""
        shutil.copytree(self.home, home)
        return Process(home)

    def line(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "firststep", *words]

    def environment(self, **more: str) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if "FIRSTSTEP" not in key}
        kept.pop("PYTHONDONTWRITEBYTECODE", None)  # as where people start it
        return {**kept, "FIRSTSTEP_HOME": str(self.home), **more}


@pytest.fixture
def process(tmp_path: Path) -> Process:
    return Process(tmp_path / "home")


@pytest.fixture(scope="session")
def _begun_once(tmp_path_factory: pytest.TempPathFactory) -> Process:
    process = Process(tmp_path_factory.mktemp("begun") / "home")
    ended = process("init", "--name", "Ada Moreno", "--json")
    assert ended.code == 0, ended.err
    return process


@pytest.fixture
def adas(_begun_once: Process, tmp_path: Path) -> Process:
    """The program as a process of its own, where Ada has begun and done nothing else."""
    return _begun_once.at(tmp_path / "home")

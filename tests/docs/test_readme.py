"""The tour of README runs as written, and shows what it promises."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
MARK = "::step::"


class Step(NamedTuple):
    command: str
    promised: list[str]


def tour(text: str) -> list[Step]:
    """The commands of the console blocks, each with the lines it promises."""
    steps: list[Step] = []
    for block in re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                steps.append(Step(line[2:], []))
            elif line.strip():
                steps[-1].promised.append(line.strip())
    return steps


def played(steps: list[Step]) -> list[str]:
    """What each command of the tour prints, all run in one shell as a reader would."""
    # The launcher has tests of its own; here the environment under test runs.
    program = f'"{sys.executable}" -m firststep'
    script = "".join(
        f"{step.command.replace('./firststep', program)} 2>&1 || echo '{MARK} failed'\n"
        f"echo '{MARK}'\n"
        for step in steps
    )
    env = {**os.environ, "COLUMNS": "100"}
    run = subprocess.run(
        ["bash", "-c", script], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    return re.split(rf"^{MARK}\n", run.stdout, flags=re.MULTILINE)[: len(steps)]


def missing(promised: list[str], shown: str) -> list[str]:
    """The promised lines that do not come, in this order."""
    at = 0
    for line in promised:
        found = shown.find(line, at)
        if found < 0:
            return [line]
        at = found + len(line)
    return []


@pytest.mark.slow
def test_the_tour_runs_as_written_and_shows_what_it_promises() -> None:
    steps = tour((ROOT / "README.md").read_text())
    assert len(steps) >= 12

    outputs = played(steps)

    assert len(outputs) == len(steps), outputs
    for step, shown in zip(steps, outputs, strict=True):
        assert "failed" not in shown, f"{step.command}\n{shown}"
        assert missing(step.promised, shown) == [], f"{step.command}\n{shown}"


def test_a_promise_that_is_not_kept_is_noticed() -> None:
    assert missing(["one", "two"], "one\nthree") == ["two"]
    assert missing(["one", "two"], "two\none") == ["two"]


def test_the_two_commands_of_readme_exist() -> None:
    assert os.access(ROOT / "firststep", os.X_OK)
    assert os.access(ROOT / "bin" / "test", os.X_OK)

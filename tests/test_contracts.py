"""Each import contract is proven by a planted breach: one that cannot fail protects nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CHECK = "from importlinter.cli import lint_imports_command as check; check()"
BREACHES = {
    "floors": ("facts/breach.py", "import firststep.plan"),
    "floors, a stray folder": ("attic/__init__.py", ""),
    "floors, the journal over the steps": ("journal/breach.py", "import firststep.steps.goal"),
    "steps": ("steps/people/breach.py", "import firststep.steps.outreach"),
    "habits": ("habits/favours/breach.py", "import firststep.habits.events.rows"),
    "doors": ("interfaces/web/breach.py", "import firststep.interfaces.cli"),
    "doors, the catalogue over the answers": (
        "interfaces/catalogue/breach.py",
        "import firststep.interfaces.opening",
    ),
    "index": ("verbs/breach.py", "import firststep.models"),
    "floors, for a type alone": (
        "facts/breach.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import firststep.plan",
    ),
}


def broken_contracts(folder: Path) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", CHECK, "--config", "pyproject.toml", "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in run.stdout.splitlines() if " BROKEN" in line]
    assert bool(lines) == bool(run.returncode), run.stdout + run.stderr
    return {line.split(":")[0].split()[0].lower() for line in lines}


@pytest.mark.slow
@pytest.mark.parametrize("breach", BREACHES)
def test_a_planted_breach_breaks_its_contract(breach: str, tmp_path: Path) -> None:
    name, source = BREACHES[breach]
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("static", "*.pyc")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / "src" / "firststep" / name
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(source + "\n")
    names = {
        "floors": "floors",
        "steps": "steps",
        "habits": "habits",
        "doors": "doors",
        "index": "the",
    }

    broken = broken_contracts(tmp_path)

    assert names[breach.split(",")[0]] in broken

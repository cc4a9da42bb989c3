"""Sixty `kill -9` over what writes most; `bin/bench kill` does a thousand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from firststep.verbs.safety import restore

BENCH = Path(__file__).resolve().parents[3] / "bench" / "kill.py"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills are of processes that were forked")
def test_sixty_kills_lose_nothing_and_leave_nothing_half_or_behind() -> None:
    """In a process of its own: children of this one would share what it has open."""
    assert restore.__name__, "the verbs under test"
    kept = {name: value for name, value in os.environ.items() if "FIRSTSTEP" not in name}

    ended = subprocess.run(
        [sys.executable, str(BENCH), "--kills", "60", "--seed", "3"],
        env=kept,
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr

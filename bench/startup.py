"""How soon a command answers: help against a bare Python, today against a bare Django.

Processor seconds."""

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from figures import Figure, in_turn, processor_of_programs, ratio, run
from scene import environment

TIMES = 15
BARE_DJANGO = (
    "import django; django.setup()\n"
    "from firststep.steps.goal.models import Campaign\n"
    "Campaign.objects.first()"
)


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name:
        home = Path(name)
        program = [sys.executable, "-m", "firststep"]
        env = environment(home)
        run([*program, "demo", "--no-serve", "--on", "2026-11-23"], env)
        there = environment(home / "demo")

        def doing(*command: str, env: dict[str, str] = env) -> Callable[[], None]:
            return partial(run, command, env)

        nothing, helped, completed, bare, today = in_turn(
            TIMES,
            doing(sys.executable, "-c", "pass"),
            doing(*program, "--help"),
            doing(*program, "__complete", ""),
            doing(sys.executable, "-c", BARE_DJANGO, env=there),
            doing(*program, "today", "--json", "--on", "2026-11-23", env=there),
            clock=processor_of_programs,
        )
    return [
        ratio("help starts", helped, nothing, limit=5, of="python -c pass"),
        ratio("shell completion", completed, nothing, limit=5, of="python -c pass"),
        ratio("today --json, demonstration", today, bare, limit=2, of="setup and one query"),
    ]

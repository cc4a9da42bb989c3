"""Today's plan must not care how many people were imported behind the campaign."""

import subprocess
import sys
import tempfile
from pathlib import Path

from figures import Figure, ratio
from scene import TODAY, environment, made

TIMES = 15
SMALL, LARGE = 1_000, 100_000
PLAN = f"""
import time
import django; django.setup()
from datetime import date
from firststep.plan.shown import forget_plans, plan_on
from firststep.steps.goal.models import Campaign
campaign = Campaign.objects.get()
for turn in range({TIMES} + 1):
    forget_plans()
    began = time.perf_counter()
    shown = plan_on(campaign, date.fromisoformat("{TODAY}"))
    if turn:
        print(time.perf_counter() - began)
assert len(shown.snapshot.approaches) == 300, len(shown.snapshot.approaches)
"""


def seconds(home: Path) -> list[float]:
    command = [sys.executable, "-c", PLAN]
    done = subprocess.run(
        command, check=True, env=environment(home), capture_output=True, text=True
    )
    return [float(line) for line in done.stdout.split()]


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name:
        small, large = made(Path(name), SMALL), made(Path(name), LARGE)
        ours, plain = [], []
        for _ in range(3):
            ours += seconds(large)
            plain += seconds(small)
    of = f"{LARGE:,} people against {SMALL:,}"
    return [ratio("plan of 300 approaches, 2,000 touches", ours, plain, limit=1.3, of=of)]

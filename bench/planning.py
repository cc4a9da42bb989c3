"""Today's plan: alike whatever was imported behind it, quick over 1,000 approaches, and linear.

Processor seconds.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from figures import Figure, ratio
from scene import TODAY, environment, made

TIMES = 15
SMALL, LARGE = 1_000, 100_000
APPROACHES, TOUCHES = 1_000, 10_000
OPENED = """
import gc; gc.disable()  # as the program itself starts
from firststep.interfaces.opening import collect_garbage, open_data
open_data(create=False)
import firststep.plan.shown
collect_garbage()
"""
PLAN = f"""{OPENED}
import time
from datetime import date
from firststep.plan.shown import forget_plans, plan_on
from firststep.steps.goal.models import Campaign
campaign = Campaign.objects.get()
for turn in range({TIMES} + 1):
    forget_plans()
    began = time.process_time()
    shown = plan_on(campaign, date.fromisoformat("{TODAY}"))
    if turn:
        print(time.process_time() - began)
assert len(shown.snapshot.approaches) == 300, len(shown.snapshot.approaches)
"""
PARTS = f"""{OPENED}
import sqlite3, time
from datetime import date
from django.db import connection
from firststep.plan.planner import plan_day
from firststep.snapshot.load import load
from firststep.steps.goal.models import Campaign
campaign, on, asked = Campaign.objects.get(), date.fromisoformat("{TODAY}"), []
def note(execute, sql, values, many, context):
    plain = [value.isoformat() if isinstance(value, date) else value for value in values or ()]
    asked.append((sql.replace("%s", "?"), plain))
    return execute(sql, values, many, context)
with connection.execute_wrapper(note):
    snapshot = load(campaign, today=on)
base = sqlite3.connect(connection.settings_dict["NAME"])
actions = (
    lambda: [base.execute(*one).fetchall() for one in asked],
    lambda: load(campaign, today=on),
    lambda: plan_day(snapshot, today=on),
)
for turn in range({TIMES} + 1):
    for action in actions:
        began = time.process_time()
        action()
        if turn:
            print(time.process_time() - began)
"""


def seconds(home: Path, program: str = PLAN) -> list[float]:
    command = [sys.executable, "-c", program]
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
        few = made(Path(name), SMALL, approaches=APPROACHES // 10, touches=TOUCHES // 10)
        many = made(Path(name), SMALL, approaches=APPROACHES, touches=TOUCHES)
        of_few, of_many = seconds(few, PARTS), seconds(many, PARTS)
    of = f"{LARGE:,} people against {SMALL:,}"
    plans, raw = of_many[2::3], of_many[0::3]
    tenfold = [10 * one for one in of_few[2::3]]
    return [
        ratio("plan of 300 approaches, 2,000 touches", ours, plain, of=of),
        ratio("loading 1,000 approaches", of_many[1::3], raw, of="the raw questions"),
        Figure("plan of 1,000 approaches", 1000 * median(plans), "after loading", unit=" ms"),
        ratio("plan: growth tenfold", plans, tenfold, of="ten times 100 approaches"),
    ]

"""Importing 100,000 connections, everything included, against a plain script (see plain_import).

Run: .venv/bin/python bench/imports.py. Prints processor seconds (best of three, as
other programs disturb those less), the ratio (limit 2.5), the
growth of the cost per row from 10,000 to 100,000 (limit 1.2 times the plain script's) and the
import's peak memory (limit 150 MB). Both sides start from the same empty, migrated database.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SMALL, LARGE = 10_000, 100_000
TIMES = int(os.environ.get("BENCH_TIMES", "3"))
SETUP = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from datetime import date
from firststep.journal.actions import Stamp
from firststep.verbs.goal.campaign import start_campaign
from firststep.verbs.goal.choose_goal import choose_goal
from firststep.verbs.targets.target import add_company
stamp = Stamp(on=date(2026, 11, 20))
ada = start_campaign(name="Ada", stamp=stamp)
choose_goal(ada, stamp=stamp, role="Buyer", department="Purchasing")
for number in range(40):
    add_company(ada, stamp=stamp, name=f"Zenith {number} Holding")
"""
MEASURED = """
import resource, sys, time
import django; django.setup()
from datetime import date
from pathlib import Path
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.verbs.people.import_files import import_files
ada = Campaign.objects.get()
began = time.process_time()
answer = import_files(ada, stamp=Stamp(on=date(2026, 11, 23)), paths=[Path(sys.argv[1])])
took = time.process_time() - began
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, answer.people)
"""
PLAIN = """
import runpy, sys, time
module = runpy.run_path(sys.argv[3])
began = time.process_time()
module["main"](sys.argv[1], sys.argv[2])
print(time.process_time() - began)
"""


def _run(code: str, *arguments: str, home: Path) -> list[float]:
    environment = os.environ | {
        "FIRSTSTEP_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "firststep.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return [float(figure) for figure in done.stdout.split()]


def _best(rows: int, folder: Path) -> tuple[float, float, float]:
    """Seconds of the import, seconds of the plain script, peak megabytes of the import."""
    sys.path.insert(0, str(HERE))
    from connections import write_connections

    source, home = folder / f"Connections{rows}.csv", folder / "home"
    write_connections(source, rows)
    begun = folder / "begun.sqlite3"
    file = home / "firststep.sqlite3"
    if not begun.exists():
        home.mkdir()
        _run(SETUP, home=home)
        shutil.copy(file, begun)
    ours, plain, peak = [], [], 0.0
    for _ in range(TIMES):
        shutil.copy(begun, file)
        _empty_of_companies(file)
        plain += _run(PLAIN, str(source), str(file), str(HERE / "plain_import.py"), home=home)
        shutil.copy(begun, file)
        took, megabytes, _people = _run(MEASURED, str(source), home=home)
        ours.append(took)
        peak = max(peak, megabytes)
    return min(ours), min(plain), peak


def _empty_of_companies(file: Path) -> None:
    import sqlite3

    with sqlite3.connect(file) as base:
        base.execute("DELETE FROM firststep_seat")
        base.execute("DELETE FROM firststep_company")


def measure() -> dict[str, float]:
    """The figures of one run."""
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name:
        folder = Path(name)
        small, small_plain, _ = _best(SMALL, folder)
        large, large_plain, peak = _best(LARGE, folder)
    growth = (large / LARGE) / (small / SMALL)
    growth_plain = (large_plain / LARGE) / (small_plain / SMALL)
    return {
        "import_10k_s": round(small, 2),
        "import_100k_s": round(large, 2),
        "plain_10k_s": round(small_plain, 2),
        "plain_100k_s": round(large_plain, 2),
        "ratio_100k": round(large / large_plain, 2),
        "growth": round(growth, 2),
        "growth_plain": round(growth_plain, 2),
        "growth_over_plain": round(growth / growth_plain, 2),
        "peak_mb": round(peak),
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))

"""Taking out 100,000 people, against a plain script that writes the same rows as CSV.

Run: .venv/bin/python bench/export.py. Prints processor seconds (best of three), the ratio, the
growth of the cost per person from 10,000 to 100,000 and the export's peak memory in MB. The plain
script reads every table once into a CSV, and the people with their posts, ties and addresses twice,
as the export writes them: as a table and as cards.
"""

import csv
import json
import sqlite3
import tempfile
import time
from pathlib import Path

from figures import Figure
from imports import SETUP, TIMES, _run

SMALL, LARGE = 10_000, 100_000
RATIO = 9.0  # six files with names for every value, against bare rows
BRING = """
import django; django.setup()
from datetime import date
from pathlib import Path
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.verbs.people.import_files import import_files
ada = Campaign.objects.get()
import sys
import_files(ada, stamp=Stamp(on=date(2026, 11, 23)), paths=[Path(sys.argv[1])])
"""
OURS = """
import resource, sys, time
import django; django.setup()
from pathlib import Path
from firststep.steps.goal.models import Campaign
from firststep.verbs.safety.export import export
ada = Campaign.objects.get()
began = time.process_time()
export(ada, folder=Path(sys.argv[1]))
took = time.process_time() - began
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
KNOWN = """
SELECT p.*, o.written, o.title, t.kind, t.how, t.since, a.value FROM firststep_person p
LEFT JOIN firststep_position o ON o.person_id = p.id AND o.current
LEFT JOIN firststep_tie t ON t.person_id = p.id AND t.other_id IS NULL
LEFT JOIN firststep_address a ON a.person_id = p.id ORDER BY p.id
"""


def plain(database: Path, folder: Path) -> float:
    """Processor seconds of writing the same rows with csv and sqlite3 alone."""
    began = time.process_time()
    base = sqlite3.connect(database)
    names = base.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'firststep%' "
        "AND name NOT LIKE '%search%'"
    ).fetchall()
    queries = {name: f"SELECT * FROM {name} ORDER BY id" for (name,) in names}
    for name, query in {**queries, "one": KNOWN, "two": KNOWN}.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(base.execute(query))
    return time.process_time() - began


def best(people: int, folder: Path) -> tuple[float, float, float]:
    """Seconds of the export, seconds of the plain script, peak megabytes of the export."""
    from connections import write_connections

    home = folder / f"home{people}"
    home.mkdir()
    source = folder / f"Connections{people}.csv"
    write_connections(source, people)
    _run(SETUP, home=home)
    _run(BRING, str(source), home=home)
    ours, theirs, peak = [], [], 0.0
    for number in range(TIMES):
        out = folder / f"plain{people}-{number}"
        out.mkdir()
        theirs.append(plain(home / "firststep.sqlite3", out))
        took, megabytes = _run(OURS, str(folder / f"out{people}"), home=home)
        ours.append(took)
        peak = max(peak, megabytes)
    return min(ours), min(theirs), peak


def measure() -> list[Figure]:
    """The figures of one run."""
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name:
        small, _, low = best(SMALL, Path(name))
        large, theirs, high = best(LARGE, Path(name))
    detail = f"{large:.1f} s against {theirs:.1f} s"
    return [
        Figure("exporting 100,000 people", large / theirs, RATIO, detail),
        Figure("exporting: growth of the cost per person", large / LARGE / (small / SMALL), 1.4),
        Figure("exporting: peak memory", high, 150, f"{low:.0f} MB for 10,000", unit=" MB"),
    ]


if __name__ == "__main__":
    print(json.dumps([figure._asdict() for figure in measure()], indent=2))

"""The command that takes out 100,000 people, against a bare script that writes the same rows.

The script reads every table once into a CSV, and the people with their posts, ties and addresses
twice, as the export writes them: as a table and as cards. Processor seconds.
"""

import csv
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from figures import Figure, growth, in_turn, processor_of_all, ratio, run
from memory import peak_memory
from scene import TABLES, environment, made

SIZES = (10_000, 100_000)
TIMES = 3
KNOWN = """
SELECT p.*, o.written, o.title, t.kind, t.how, t.since, a.value FROM firststep_person p
LEFT JOIN firststep_position o ON o.person_id = p.id AND o.current
LEFT JOIN firststep_tie t ON t.person_id = p.id AND t.other_id IS NULL
LEFT JOIN firststep_address a ON a.person_id = p.id ORDER BY p.id
"""


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name:
        out, taken, peaks = Path(name) / "out", [], []
        for people in SIZES:
            home = made(Path(name), people, approaches=0, touches=0)
            actions = exporting(home, out), writing_barely(home, out)
            taken.append(in_turn(TIMES, *actions, clock=processor_of_all))
            peaks.append(peak_memory(command(fresh(out)), environment(home)))
    return [
        ratio("exporting 100,000 people", *taken[1], of="bare script"),
        growth("exporting: growth of the cost per person", *taken),
        Figure("exporting: peak memory", peaks[1], f"{peaks[0]:.0f} MB for 10,000", " MB"),
    ]


def command(out: Path) -> list[str]:
    return [sys.executable, "-m", "firststep", "export", str(out)]


def fresh(out: Path) -> Path:
    shutil.rmtree(out, ignore_errors=True)
    return out


def exporting(home: Path, out: Path) -> Callable[[], None]:
    return lambda: run(command(fresh(out)), environment(home))


def writing_barely(home: Path, out: Path) -> Callable[[], None]:
    """The same rows with csv and sqlite3 alone."""

    def write() -> None:
        fresh(out).mkdir()
        base = sqlite3.connect(home / TABLES)
        names = base.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'firststep%' "
            "AND name NOT LIKE '%search%'"
        ).fetchall()
        queries = {name: f"SELECT * FROM {name} ORDER BY id" for (name,) in names}
        for name, query in {**queries, "one": KNOWN, "two": KNOWN}.items():
            with (out / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows(base.execute(query))
        base.close()

    return write

"""The command that imports connections, with all its processes, against a bare script that writes
the same rows (bare_import). Processor seconds; both begin with the same campaign and nobody in it.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from connections import write_connections
from figures import Figure, growth, in_turn, processor_of_programs, ratio, run
from memory import peak_memory
from scene import HERE, TABLES, TODAY, environment, fresh, made

SIZES = (10_000, 100_000)
TIMES = (9, 3)


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name:
        begun = made(Path(name), 0, approaches=0, touches=0)
        taken = []
        for rows, times in zip(SIZES, TIMES, strict=True):
            source = Path(name) / f"Connections-{rows}.csv"
            write_connections(source, rows)
            actions = importing(begun, source), importing_barely(begun, source)
            taken.append(in_turn(times, *actions, clock=processor_of_programs))
        peak = peak_memory(command(source), environment(fresh(begun)))
    return [
        *(ratio(f"importing {rows:,} connections", *both, of="bare script")
          for rows, both in zip(SIZES, taken, strict=True)),
        growth("importing: growth of the cost per row", *taken),
        Figure("importing: peak memory", peak, "all its processes", unit=" MB"),
    ]  # fmt: skip


def command(source: Path) -> list[str]:
    return [sys.executable, "-m", "firststep", "import", str(source), "--json", "--on", TODAY]


def importing(begun: Path, source: Path) -> Callable[[], None]:
    return lambda: run(command(source), environment(fresh(begun)))


def importing_barely(begun: Path, source: Path) -> Callable[[], None]:
    program = [sys.executable, str(HERE / "bare_import.py"), str(source)]
    return lambda: run([*program, str(fresh(begun) / TABLES)], dict(os.environ))

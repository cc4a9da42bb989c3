"""What looks at a whole address book: 200,000 people against 20,000, and how much memory it takes.

Processor seconds of the whole command. A list of all pairs and an export grow with the book; their
target says what more than that would be.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from figures import Figure, in_turn, processor_of_programs, ratio, run
from memory import peak_memory
from scene import TODAY, environment, made

FEW, MANY = 20_000, 200_000
TIMES = 3
COMMANDS = {
    "path": ["path", "s1"],
    "progress": ["progress"],
    "merge list": ["merge", "list"],
    "export": ["export", "out"],
}


def measure() -> list[Figure]:
    found = []
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name:
        homes = [made(Path(name), size) for size in (MANY, FEW)]
        for told, words in COMMANDS.items():
            many, few = in_turn(
                TIMES, *(doing(home, words) for home in homes), clock=processor_of_programs
            )
            found.append(ratio(f"{told}: ten times the people", many, few, of=f"{FEW:,} people"))
            peak = peak_memory(command(homes[0], words), environment(homes[0]))
            found.append(Figure(f"{told}: peak memory", peak, f"{MANY:,} people", unit=" MB"))
    return found


def command(home: Path, words: list[str]) -> list[str]:
    """The command as it is typed; what it writes goes beside the data."""
    out = home / "out"
    shutil.rmtree(out, ignore_errors=True)
    typed = [str(out) if word == "out" else word for word in words]
    return [sys.executable, "-m", "firststep", *typed, "--json", "--on", TODAY]


def doing(home: Path, words: list[str]) -> Callable[[], None]:
    return lambda: run(command(home, words), environment(home))

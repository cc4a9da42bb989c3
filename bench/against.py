"""Another revision against this checkout, in turns in one run: bin/bench against REV.

Each works on data of its own making, with the packages installed here. Processor seconds, medians;
a ratio below 1 says that this checkout is quicker.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from connections import write_connections
from figures import in_turn, processor_of_programs, run
from scene import TODAY, environment, fresh, silent

ROOT = Path(__file__).resolve().parent.parent
OFTEN, SELDOM = 15, 3
PEOPLE = 5_000
ON = ("--on", TODAY)


def main(words: Sequence[str]) -> int:
    """Prints a line for each thing measured."""
    with (
        tempfile.TemporaryDirectory(prefix="firststep-against-") as name,
        checkout(words[0]) as other,
    ):
        folder = Path(name)
        write_connections(folder / "Connections.csv", PEOPLE)
        ours, theirs = Program(ROOT, folder / "ours"), Program(other, folder / "theirs")
        print("| what | here | there | here ÷ there |\n| --- | --- | --- | --- |")
        for what, times in MEASURED.items():
            taken = in_turn(
                times, ours.doing(what), theirs.doing(what), clock=processor_of_programs
            )
            here, there = map(median, taken)
            print(f"| {what} | {here:.3f} s | {there:.3f} s | {here / there:.2f} |", flush=True)
    return 0


@contextmanager
def checkout(revision: str) -> Iterator[Path]:
    """A revision laid out beside this one, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="firststep-revision-") as name:
        place = Path(name) / "checkout"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(place), revision], check=True)
        try:
            yield place
        finally:
            subprocess.run([*git, "remove", "--force", str(place)], check=True)


class Program:
    """One revision with the demonstration's data; what writes starts from a fresh copy of it."""

    def __init__(self, place: Path, folder: Path) -> None:
        self.folder = folder
        self.env = self._env(place, folder / "home")
        self.copied = self._env(place, folder / "copy")
        run([*PROGRAM, "demo", "--no-serve", *ON], self._env(place, folder / "made"))
        (folder / "made" / "demo").rename(folder / "home")
        self.actions = self._actions()

    def _env(self, place: Path, home: Path) -> dict[str, str]:
        return environment(home) | {"PYTHONPATH": str(place / "src")}

    def doing(self, what: str) -> Callable[[], None]:
        words = self.actions[what]
        if what in WRITES:
            return lambda: self._afresh(words)
        return lambda: run([*PROGRAM, *words], self.env)

    def _afresh(self, words: Sequence[str]) -> None:
        fresh(self.folder / "home")
        run([*PROGRAM, *words], self.copied)

    def _actions(self) -> dict[str, tuple[str, ...]]:
        return {
            "help": ("--help",),
            "completion": ("__complete", ""),
            "today --json": ("today", "--json", *ON),
            "a reply": ("reply", silent(self.env), "yes", *ON),
            f"import of {PEOPLE:,}": ("import", str(self.folder.parent / "Connections.csv"), *ON),
            "simulate": ("simulate", "--runs", "4", "--json"),
        }


PROGRAM = (sys.executable, "-m", "firststep")
MEASURED = {
    "help": OFTEN,
    "completion": OFTEN,
    "today --json": OFTEN,
    "a reply": OFTEN,
    f"import of {PEOPLE:,}": SELDOM,
    "simulate": SELDOM,
}
WRITES = {"a reply", f"import of {PEOPLE:,}"}

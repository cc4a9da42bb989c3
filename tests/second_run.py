"""What runs beside the first run, so that two processors share the work.

In a whole run it is every test that reaches the database again, on PostgreSQL, and behind that,
once, the tests that take long; in a quick one some of the rooms. It starts when the first run does
and is waited for last.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ON_POSTGRESQL = os.environ.get("FIRSTSTEP_DATABASE_URL", "").startswith("postgresql:")
POSTGRESQL_WAITED_FOR_BY = "test_everything_that_reaches_the_database_holds_on_postgresql_too"
SHARE_WAITED_FOR_BY = "test_what_is_left_to_the_other_processor_holds_there"
WAITED_FOR_BY = (POSTGRESQL_WAITED_FOR_BY, SHARE_WAITED_FOR_BY)
# About half of what a quick run does.
ROOMS_BESIDE = tuple(f"tests/{room}/" for room in ("steps", "verbs", "bringing", "rules"))
ON_DATA = ("-m", "data and not browser and not slow", "tests")
_TOLD = ("FAILED ", "ERROR ")
_TOOK = re.compile(r"\d+\.\d+s (?:call|setup|teardown) ")
SECONDS = 1800  # both runs share the processors


class RunsBeside:
    """Runs of pytest, one behind the other, each printing into a file of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.on_its_way: dict[str, Future[int]] = {}
        self._one_by_one = ThreadPoolExecutor(1)
        self._running: subprocess.Popen[bytes] | None = None
        self._is_over = False

    def begin(self, name: str, arguments: Sequence[str], env: Mapping[str, str]) -> None:
        """Begins a run as soon as those begun before are over."""
        self.on_its_way[name] = self._one_by_one.submit(
            self._run, name, arguments, {**os.environ, **env}
        )

    def ended(self, name: str) -> tuple[int, str]:
        """Its exit code and all it printed, once it is over."""
        code = self.on_its_way[name].result(timeout=SECONDS)
        return code, self._printed(name).read_text("utf-8")

    def summary(self) -> Iterator[str]:
        """Of each run that is over what failed in it, what took longest, and its last line."""
        for name, run in self.on_its_way.items():
            if run.done() and not run.cancelled():
                lines = self._printed(name).read_text("utf-8").splitlines()
                yield from (line for line in lines if line.startswith(_TOLD) or _TOOK.match(line))
                yield f"beside, {name}: {lines[-1] if lines else 'nothing was said'}"

    def end(self) -> None:
        """Ends what still runs; what has not begun never does."""
        self._is_over = True
        if self._running is not None:
            self._running.kill()
        self._one_by_one.shutdown(cancel_futures=True)

    def _run(self, name: str, arguments: Sequence[str], env: Mapping[str, str]) -> int:
        with self._printed(name).open("w") as out:
            self._running = subprocess.Popen(
                [sys.executable, "-m", "pytest", "-rfEs", *arguments],
                cwd=ROOT,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        if self._is_over:  # between two of them
            self._running.kill()
        return self._running.wait()

    def _printed(self, name: str) -> Path:
        return self.folder / f"{name}.txt"


@contextmanager
def runs_beside(folder: Path) -> Iterator[RunsBeside]:
    """Ends the runs with the first, whether they are over or not."""
    runs = RunsBeside(folder)
    try:
        yield runs
    finally:
        runs.end()

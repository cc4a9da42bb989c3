"""The second run: every test that reaches the database again, on PostgreSQL, beside the first run.

It starts when the first one does and is waited for last, so that two processors do both at once.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cluster import running_cluster

ROOT = Path(__file__).resolve().parent.parent
ON_POSTGRESQL = os.environ.get("FIRSTSTEP_DATABASE_URL", "").startswith("postgresql:")
WAITED_FOR_BY = "test_everything_that_reaches_the_database_holds_on_postgresql_too"
COMMAND = [sys.executable, "-m", "pytest", "-m", "data and not browser and not slow", "tests"]
SECONDS = 1200  # both runs share the processors


class SecondRun:
    """A run on its way; what it prints goes into a file."""

    def __init__(self, url: str, folder: Path) -> None:
        self.printed = folder / "second-run.txt"
        with self.printed.open("w") as out:
            self.running = subprocess.Popen(
                COMMAND,
                cwd=ROOT,
                env={**os.environ, "FIRSTSTEP_DATABASE_URL": url},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def ended(self) -> tuple[int, str]:
        """Its exit code and all it printed, once it is over."""
        return self.running.wait(timeout=SECONDS), self.printed.read_text()


@contextmanager
def second_run() -> Iterator[SecondRun]:
    """Ends the run with the first, whether it is over or not."""
    with tempfile.TemporaryDirectory() as folder, running_cluster() as url:
        run = SecondRun(url, Path(folder))
        try:
            yield run
        finally:
            run.running.kill()
            run.running.wait()

"""The data layer holds on SQLite and on a real PostgreSQL, in the same run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ON_POSTGRESQL = os.environ.get("FIRSTSTEP_DATABASE_URL", "").startswith("postgresql:")


@pytest.mark.skipif(ON_POSTGRESQL, reason="this is the run on PostgreSQL")
def test_everything_that_reaches_the_database_holds_on_postgresql_too(postgresql_url: str) -> None:
    """Every test that uses the database runs a second time, against PostgreSQL."""
    command = [sys.executable, "-m", "pytest", "-m", "data and not browser and not slow", "tests"]

    run = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "FIRSTSTEP_DATABASE_URL": postgresql_url},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )

    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert " passed" in run.stdout.splitlines()[-1], run.stdout[-1000:]
    print(f"on PostgreSQL: {run.stdout.splitlines()[-1]}")


def test_the_run_uses_the_database_it_was_told_to(db: None) -> None:
    from django.db import connection

    assert connection.vendor == ("postgresql" if ON_POSTGRESQL else "sqlite")

"""The data layer holds on SQLite and on a real PostgreSQL, in the same run, and what is left to the
other processor holds there."""

import time
from pathlib import Path

import pytest

from tests.cluster import postgresql_programs
from tests.second_run import (
    ON_POSTGRESQL,
    POSTGRESQL_WAITED_FOR_BY,
    SHARE_WAITED_FOR_BY,
    RunsBeside,
    runs_beside,
)

ALONE = ("-q", "-p", "no:django", "-c", "/dev/null", "--rootdir")
IN_THE_FIRST_RUN = pytest.mark.skipif(ON_POSTGRESQL, reason="this is the run on PostgreSQL")


@IN_THE_FIRST_RUN
@pytest.mark.slow
@pytest.mark.skipif(
    postgresql_programs() is None,
    reason="PostgreSQL is not installed (sudo apt install postgresql)",
)
def test_everything_that_reaches_the_database_holds_on_postgresql_too(beside: RunsBeside) -> None:
    """Every test that uses the database runs a second time, against PostgreSQL."""
    _holds(beside, POSTGRESQL_WAITED_FOR_BY)


@IN_THE_FIRST_RUN
def test_what_is_left_to_the_other_processor_holds_there(beside: RunsBeside) -> None:
    """The tests marked `slow` that need no browser, or in a quick run some of the rooms, run once,
    in a process beside this one."""
    _holds(beside, SHARE_WAITED_FOR_BY)


def _holds(beside: RunsBeside, name: str) -> None:
    code, printed = beside.ended(name)

    assert code == 0, printed[-8000:]
    assert " passed" in printed.splitlines()[-1], printed[-1000:]


def test_the_run_uses_the_database_it_was_told_to(db: None) -> None:
    from django.db import connection

    assert connection.vendor == ("postgresql" if ON_POSTGRESQL else "sqlite")


def a_test(folder: Path, name: str, body: str) -> tuple[str, ...]:
    """A run of one test that knows nothing of this house."""
    (folder / f"test_{name}.py").write_text(f"def test_{name}():\n    {body}\n")
    return (*ALONE, str(folder), str(folder / f"test_{name}.py"))


def test_each_run_beside_has_its_own_answer_and_what_failed_is_named(tmp_path: Path) -> None:
    with runs_beside(tmp_path) as runs:
        runs.begin("right", a_test(tmp_path, "right", "assert True"), {})
        runs.begin("wrong", a_test(tmp_path, "wrong", "assert False"), {"ASKED_FOR": "1"})

        assert runs.ended("wrong")[0] == 1
        code, printed = runs.ended("right")
        told = list(runs.summary())

    assert code == 0 and " passed" in printed.splitlines()[-1]
    assert any(line.startswith("FAILED ") and "test_wrong" in line for line in told), told
    assert [line for line in told if line.startswith("beside, wrong: 1 failed")], told


def test_what_still_runs_ends_with_the_first_run_and_the_next_never_begins(tmp_path: Path) -> None:
    began = time.monotonic()
    with runs_beside(tmp_path) as runs:
        runs.begin("long", a_test(tmp_path, "long", "import time; time.sleep(300)"), {})
        runs.begin("next", a_test(tmp_path, "next", "open('begun', 'w')"), {})
        time.sleep(0.5)

    assert time.monotonic() - began < 60
    assert runs.on_its_way["next"].cancelled()

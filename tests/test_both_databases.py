"""The data layer holds on SQLite and on a real PostgreSQL, in the same run."""

import pytest

from tests.second_run import ON_POSTGRESQL, SecondRun


@pytest.mark.skipif(ON_POSTGRESQL, reason="this is the run on PostgreSQL")
def test_everything_that_reaches_the_database_holds_on_postgresql_too(
    on_postgresql: SecondRun,
) -> None:
    """Every test that uses the database runs a second time, against PostgreSQL."""
    code, printed = on_postgresql.ended()

    assert code == 0, printed[-8000:]
    assert " passed" in printed.splitlines()[-1], printed[-1000:]
    print(f"on PostgreSQL: {printed.splitlines()[-1]}")


def test_the_run_uses_the_database_it_was_told_to(db: None) -> None:
    from django.db import connection

    assert connection.vendor == ("postgresql" if ON_POSTGRESQL else "sqlite")

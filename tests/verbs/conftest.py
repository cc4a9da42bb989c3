"""A database file of one's own, as a person has one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection


@pytest.fixture
def own_file(tmp_path: Path, transactional_db: None) -> Iterator[Path]:
    """A database file of its own, as a person has one: a backup cannot be put into memory."""
    if connection.vendor != "sqlite":
        pytest.skip("one file is SQLite's way; PostgreSQL has pg_dump")
    from django.core.management import call_command

    old, file = connection.settings_dict["NAME"], tmp_path / "firststep.sqlite3"
    kept = connection.connection
    connection.connection = None
    connection.settings_dict["NAME"] = str(file)
    call_command("migrate", verbosity=0)
    yield file
    connection.connection.close()
    connection.connection = kept
    connection.settings_dict["NAME"] = old

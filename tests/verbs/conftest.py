"""A database file of one's own, as a person has one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection


@pytest.fixture
def own_file(tmp_path: Path, transactional_db: None) -> Iterator[Path]:
    """A database file of its own, as a person has one: a backup cannot be put into memory."""
    if connection.vendor != "sqlite":
        pytest.skip("one file is SQLite's way; PostgreSQL has pg_dump")
    old, file = connection.settings_dict["NAME"], tmp_path / "firststep.sqlite3"
    connection.ensure_connection()
    kept = connection.connection
    with closing(sqlite3.connect(file)) as fresh:  # the tests' tables, which are empty yet
        kept.backup(fresh)
        fresh.execute("DELETE FROM sqlite_sequence")
        fresh.commit()
    connection.connection = None
    connection.settings_dict["NAME"] = str(file)
    yield file
    connection.connection.close()
    connection.connection = kept
    connection.settings_dict["NAME"] = old

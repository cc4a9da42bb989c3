"""The way to the file: a write goes into the file that stands there, whatever came between."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper as DjangosWay
from django.db.transaction import atomic

from firststep.keeping.files import standing_in


def a_file(file: Path) -> Path:
    with closing(sqlite3.connect(file)) as made:
        made.execute("CREATE TABLE noted (name TEXT)")
    return file


def noted_in(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as there:
        return [name for (name,) in there.execute("SELECT name FROM noted")]


@pytest.mark.django_db
def test_what_is_written_goes_into_the_file_that_was_put_there_while_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("one file is SQLite's way")
    file, new = a_file(tmp_path / "file"), a_file(tmp_path / "new")
    opened = DjangosWay.get_new_connection

    def replaced_meanwhile(way: Any, how: Any) -> Any:
        found = opened(way, how)
        if new.exists():
            new.replace(file)
        return found

    monkeypatch.setattr(DjangosWay, "get_new_connection", replaced_meanwhile)
    with standing_in(file), atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO noted VALUES ('Ann Lee')")

    assert noted_in(file) == ["Ann Lee"]

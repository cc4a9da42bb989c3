"""A dump of PostgreSQL read as data, as a backup of SQLite is: the rows of our own tables alone.

Its own program makes a text of the dump; of that text only the rows are read, nothing of it is run.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.db import models

from firststep.errors import CannotDo
from firststep.keeping.making import room
from firststep.verbs.safety.backup_rows import (
    MIGRATIONS,
    Backup,
    Rows,
    Unfit,
    checked,
    not_whole,
    our_tables,
)

DUMP_MARK = b"PGDMP"  # what a dump begins with
_BEGINS = re.compile(r'COPY (?:"?\w+"?\.)?"?(\w+)"? \((.*)\) FROM stdin;')
_ENDS = b"\\.\n"
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_TEXTS = (models.JSONField, models.CharField, models.TextField, models.DateField, models.TimeField)


def is_dump(file: Path) -> bool:
    """Whether a file is a dump in PostgreSQL's own format."""
    with file.open("rb") as opened:
        return opened.read(len(DUMP_MARK)) == DUMP_MARK


@contextmanager
def dump_backup(file: Path) -> Iterator[Backup]:
    """Opens a dump. Raises CannotDo for one that is not whole, or where its program is missing."""
    program = shutil.which("pg_restore")
    if program is None:
        raise CannotDo(
            "pg_restore is not installed here, which reads such a backup. Install PostgreSQL's "
            "client programs.",
            kind="unavailable",
        )
    with room() as own:
        told = own / "rows"
        reading = [program, "--data-only", "--no-owner", f"--file={told}", str(file.absolute())]
        if subprocess.run(reading, capture_output=True, check=False).returncode:
            raise not_whole(file)
        try:
            applied = frozenset(_applied(told))
        except (Unfit, ValueError) as error:
            raise not_whole(file) from error
        yield Backup(applied=applied, rows=lambda: _rows(told))


def _applied(told: Path) -> Iterator[str]:
    """The steps of the tables' history."""
    for name, columns, lines in _tables(told):
        if name == MIGRATIONS:
            for line in lines:
                row = dict(zip(columns, line, strict=True))
                if row["app"] == "firststep":
                    yield str(row["name"])
            return
    raise Unfit(MIGRATIONS)


def _rows(told: Path) -> Iterator[Rows]:
    tables = our_tables()
    for name, columns, lines in _tables(told):
        if name in tables:
            ours = {str(field.column): field for field in tables[name]._meta.concrete_fields}
            places = [place for place, column in enumerate(columns) if column in ours]
            known = [columns[place] for place in places]
            readers = [_reader(ours[column]) for column in known]
            values = _values(lines, places, readers)
            yield checked(tables[name], known, values)


def _values(
    lines: Iterator[list[str | None]], places: list[int], readers: list[Callable[[str], Any]]
) -> Iterator[list[Any]]:
    for line in lines:
        found = (line[place] for place in places)
        yield [
            None if text is None else read(text) for read, text in zip(readers, found, strict=True)
        ]


def _reader(field: "models.Field[Any, Any]") -> Callable[[str], Any]:
    """From the text of a column to the value as SQLite would hold it."""
    if isinstance(field, models.BooleanField):
        return ["f", "t"].index
    return str if isinstance(field, _TEXTS) else int


def _tables(told: Path) -> Iterator[tuple[str, list[str], Iterator[list[str | None]]]]:
    """Each table of the text: its name, its columns, its rows."""
    with told.open("rb") as file:
        for line in file:
            begun = _BEGINS.fullmatch(line.decode("utf-8", "replace").rstrip("\n"))
            if begun is None:
                continue
            columns = [column.strip('" ') for column in begun[2].split(",")]
            lines = _lines(file)
            yield begun[1], columns, lines
            for _ in lines:  # what nobody asked for
                pass


def _lines(file: BinaryIO) -> Iterator[list[str | None]]:
    for line in file:
        if line == _ENDS:
            return
        yield [_plain(text) for text in line.decode("utf-8").rstrip("\n").split("\t")]
    raise Unfit("it ends too early")


def _plain(text: str) -> str | None:
    if text == "\\N":
        return None
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), text)

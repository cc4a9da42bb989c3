"""A backup read as data: the rows of our own tables, and nothing else that may be in the file.

Which tables and columns there are comes from the models. So triggers, views, indexes or tables that
somebody put into a backup neither run nor come along; a value of another kind than its column's
is refused. Columns the backup does not know yet stay as a new row has them.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection, models

from firststep.errors import CannotDo
from firststep.keeping.files import refuse_broken_pages

Model = type[models.Model]
MOST_IN_A_TEXT = 20_000_000
MIGRATIONS, CAMPAIGNS = "django_migrations", "firststep_campaign"
# A file from elsewhere: what stands in its schema is not believed, and nothing is written to it.
_CAREFULLY = ("trusted_schema=OFF", "ignore_check_constraints=ON", "cell_size_check=ON",
              "query_only=ON", "mmap_size=0")  # fmt: skip


class Unfit(Exception):
    """The file is no whole backup."""


class Rows(NamedTuple):
    """The rows of one table: which columns they have, then the values."""

    table: Model
    columns: Sequence["models.Field[Any, Any]"]
    values: Iterator[tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """An opened backup. `rows` may be asked once."""

    applied: frozenset[str]
    rows: Callable[[], Iterator[Rows]]


def our_tables() -> dict[str, Model]:
    """Every table of ours by its name in the database."""
    return {model._meta.db_table: model for model in apps.get_app_config("firststep").get_models()}


@contextmanager
def sqlite_backup(file: Path) -> Iterator[Backup]:
    """Opens a backup of SQLite. Raises CannotDo for what is none."""
    uri = f"{file.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as source:
        try:
            source.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_IN_A_TEXT)
            for words in _CAREFULLY:
                source.execute(f"PRAGMA {words}")
            source.execute("BEGIN")
            columns = _columns_there(source)
            refuse_broken_pages(source)
            names = source.execute(f"SELECT name FROM {MIGRATIONS} WHERE app='firststep'")
            applied = frozenset(str(row[0]) for row in names)
        except (sqlite3.Error, Unfit) as error:
            raise not_whole(file) from error
        yield Backup(applied=applied, rows=lambda: _rows(source, columns))


def not_whole(file: Path) -> CannotDo:
    """What is said of a file that is no backup, or of one that was changed."""
    return CannotDo(
        f"{file.name} is not a whole backup of Firststep, or it was changed. Nothing was changed "
        "here.",
        kind="bad_input",
    )


def _columns_there(source: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of each of our tables in the file. Raises Unfit where one is no plain table."""
    found: dict[str, list[str]] = {}
    there = source.execute("SELECT name, type, sql FROM sqlite_master")
    kinds = {name: (kind, str(words).upper()) for name, kind, words in there}
    for name in (MIGRATIONS, *our_tables()):
        if name not in kinds:
            continue
        kind, words = kinds[name]
        columns = source.execute(f"PRAGMA table_xinfo({name})").fetchall()
        if kind != "table" or not words.startswith("CREATE TABLE") or any(c[6] for c in columns):
            raise Unfit(name)
        found[name] = [str(column[1]) for column in columns]
    if not {MIGRATIONS, CAMPAIGNS} <= found.keys():
        raise Unfit(MIGRATIONS)
    return found


def _rows(source: sqlite3.Connection, there: dict[str, list[str]]) -> Iterator[Rows]:
    for name, table in our_tables().items():
        ours = {str(field.column): field for field in table._meta.concrete_fields}
        known = [column for column in there.get(name, ()) if column in ours]
        if known:
            columns = ", ".join(f'"{column}"' for column in known)
            found = source.execute(f"SELECT {columns} FROM {name} NOT INDEXED ORDER BY rowid")
            yield checked(table, known, found)


def checked(table: Model, columns: Sequence[str], rows: Iterator[Sequence[Any]]) -> Rows:
    """The rows with every column there is now, each value of its column's kind."""
    ours = {str(field.column): field for field in table._meta.concrete_fields}
    fields = [ours.pop(column) for column in columns]
    fresh = tuple(one.get_db_prep_save(one.get_default(), connection) for one in ours.values())
    return Rows(table, [*fields, *ours.values()], _values(fields, rows, fresh))


def _values(
    fields: Sequence["models.Field[Any, Any]"],
    rows: Iterator[Sequence[Any]],
    fresh: tuple[Any, ...],
) -> Iterator[tuple[Any, ...]]:
    takers = [_taker(field) for field in fields]
    try:
        for row in rows:
            taken = [take(value) for take, value in zip(takers, row, strict=True)]
            yield (*taken, *fresh)
    except (ValueError, TypeError, RecursionError) as error:
        raise Unfit(str(error)) from error


def _taker(field: "models.Field[Any, Any]") -> Callable[[Any], Any]:
    """What makes a stored value ready to be stored again, or raises ValueError."""
    take = next((take for kind, take in _TAKERS if isinstance(field, kind)), _number)
    longest = field.max_length or MOST_IN_A_TEXT

    def taken(value: Any) -> Any:
        if value is None and field.null:
            return None
        if isinstance(value, str) and (len(value) > longest or "\x00" in value):
            raise ValueError(field.column)
        return take(value)

    return taken


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError("no text")
    return value


def _number(value: Any) -> int:
    if type(value) is not int:
        raise ValueError("no number")
    return value


def _yes_or_no(value: Any) -> bool:
    if type(value) is not int or value not in (0, 1):
        raise ValueError("neither yes nor no")
    return bool(value)


def _json(value: Any) -> str:
    json.loads(_text(value))
    return str(value)


def _moment(value: Any) -> Any:
    found = datetime.fromisoformat(_text(value))
    there = found if found.tzinfo else found.replace(tzinfo=UTC)
    return connection.ops.adapt_datetimefield_value(there)


def _day(value: Any) -> str:
    return str(date.fromisoformat(_text(value)))


def _hour(value: Any) -> str:
    return str(time.fromisoformat(_text(value)))


# The first that fits a column; all others hold numbers.
_TAKERS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (models.JSONField, _json),
    (models.CharField | models.TextField, _text),
    (models.BooleanField, _yes_or_no),
    (models.DateTimeField, _moment),
    (models.DateField, _day),
    (models.TimeField, _hour),
)

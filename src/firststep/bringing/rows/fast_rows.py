"""Many new rows in one go, with keys known before they are written.

`bulk_create` costs three times a plain script; this costs about as much as one. Values go to the
driver as they are: days as ISO text, lists as JSON text.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from django.db import connections, models, router

_SIZES = (500, 100, 10, 1)  # rows; times their columns below the 32,766 values SQLite takes


def take_keys(model: type[models.Model], count: int) -> Sequence[int]:
    """Keys for `count` new rows, in rising order. Inside the transaction that will use them."""
    if not count:
        return ()
    connection = connections[router.db_for_write(model)]
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            last = cursor.fetchone()
            first = (last[0] if last else 0) + 1
            return range(first, first + count)
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [f'"{table}"', count],
        )
        return sorted(key for (key,) in cursor.fetchall())


@contextmanager
def collector_rests() -> Iterator[None]:
    """Rows by the hundred thousand are no garbage: looking through them again and again takes an
    eighth of an import."""
    worked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if worked:
            gc.enable()


def insert_rows(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Inserts rows given as values in the order of `columns` (names as in the table)."""
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(map(quote, columns))
    if connection.vendor == "postgresql":
        copying = f"COPY {table} ({names}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(copying) as copy:
            for row in rows:
                copy.write_row(row)
        return
    # The columns come from the models, the values go beside the statement. Said to the driver
    # itself: Django would look through every mark of it.
    mark = f"({', '.join('?' * len(columns))})"
    with connection.wrap_database_errors:
        for piece in _pieces(list(rows)):
            marks = ", ".join([mark] * len(piece))
            connection.connection.execute(
                f"INSERT INTO {table} ({names}) VALUES {marks}", list(chain.from_iterable(piece))
            )


def _pieces(rows: list[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    """Many rows a statement: at the end of each SQLite's search table writes itself down, and
    after every single row that costs more than all the rest. Of few sizes, as the driver keeps
    each statement it was given."""
    start = 0
    for size in _SIZES:
        while len(rows) - start >= size:
            yield rows[start : start + size]
            start += size

"""The columns of a list nobody knows: their names, the first rows, and what each may be. Pure."""

from itertools import islice
from pathlib import Path
from typing import Any

from firststep.steps.people.imports.any_list import guess
from firststep.steps.people.imports.formats import Source
from firststep.steps.people.imports.rows import CannotRead, Reading
from firststep.steps.people.imports.tables import Header, Table, records

SHOWN_ROWS = 3
SHOWN_SIGNS = 60


def columns_of(name: str, data: bytes | Path) -> dict[str, Any]:
    """`columns`, the first `rows` and the `guess` of a table, ready for JSON; all empty for what
    is no table."""
    found: dict[str, Any] = {"columns": [], "rows": [], "guess": {}}
    try:
        table = Source(name, data).table
        header = _header(table) if table else None
        if table is None or header is None:
            return found
        first = islice(records(table, header, Reading(name)), SHOWN_ROWS)
        rows = [[cell.strip()[:SHOWN_SIGNS] for cell in row] for _, row in first]
    except (CannotRead, MemoryError):
        return found
    columns = [column for column in header.columns if column]
    places = [place for place, column in enumerate(header.columns) if column]
    shown = [[row[place] if place < len(row) else "" for place in places] for row in rows]
    return {"columns": columns, "rows": shown, "guess": guess(columns)}


def _header(table: Table) -> Header | None:
    """The row that names the most that is known; else the first with two names in it."""
    named = [row for row in table.rows if sum(map(bool, row.columns)) > 1]
    best = max(named, key=lambda row: len(guess(row.columns)), default=None)
    return best if best and guess(best.columns) else next(iter(named), None)

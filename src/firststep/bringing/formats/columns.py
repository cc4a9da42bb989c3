"""The columns of a list nobody knows: their names, the first rows, and what each may be. Pure."""

import shlex
from itertools import islice
from pathlib import Path
from typing import Any

from firststep.bringing.formats.any_list import NOTHING, guess, loosely
from firststep.bringing.formats.formats import Source
from firststep.bringing.formats.tables import Header, Table, records
from firststep.facts.file_rows import CannotRead, Reading

SHOWN_ROWS = 3
SHOWN_SIGNS = 60
_MOST_TYPED = 6  # columns in the command that is proposed


def columns_of(name: str, data: bytes | Path) -> dict[str, Any]:
    """`columns`, the first `rows` and the `guess` of a table, ready for JSON; all empty for what
    is no table."""
    try:
        table = Source(name, data).table
        header = _header(table) if table else None
        if table is None or header is None:
            return {"columns": [], "rows": [], "guess": {}}
        first = [row for _, row in islice(records(table, header, Reading(name)), SHOWN_ROWS)]
    except (CannotRead, MemoryError):
        return {"columns": [], "rows": [], "guess": {}}
    columns = header.told_apart().columns
    rows = [[cell.strip()[:SHOWN_SIGNS] for cell in row] for row in first]
    return {"columns": list(columns), "rows": rows, "guess": guess(columns) or loosely(columns)}


def columns_shown(table: Table | None) -> str:
    """The names in the header, in quotes, six at most; "" for what is no list."""
    header = _header(table) if table else None
    if header is None:
        return ""
    names = [f'"{column[:SHOWN_SIGNS]}"' for column in header.told_apart().columns]
    if len(names) > _MOST_TYPED:
        return ", ".join(names[:_MOST_TYPED]) + f" and {len(names) - _MOST_TYPED} more"
    return ", ".join(names[:-1]) + f" and {names[-1]}"


def command(name: str, table: Table | None) -> str:
    """What to type for a list nobody knows, with its own columns; "" for what is no list."""
    header = _header(table) if table else None
    if header is None:
        return ""
    columns = header.told_apart().columns
    found = guess(columns)
    found = {c: found.get(c, NOTHING) for c in columns}
    loose = loosely([c for c in columns if found[c] == NOTHING])
    found |= {c: field for c, field in loose.items() if field not in found.values()}
    if not {"name", "given", "family"} & set(found.values()):
        found[columns[0]] = "name"
    said = sorted(found.items(), key=lambda pair: pair[1] == NOTHING)[:_MOST_TYPED]
    return " ".join(["firststep import", shlex.quote(name), *(f'--map "{c}={f}"' for c, f in said)])


def _header(table: Table) -> Header | None:
    """The row that names the most that is known; else the first with two names in it."""
    named = [row for row in table.rows if sum(map(bool, row.columns)) > 1]
    best = max(named, key=lambda row: len(guess(row.columns)), default=None)
    return best if best and guess(best.columns) else next(iter(named), None)

"""The columns of a list nobody knows: their names, the first rows, and what each may be. Pure."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from firststep.bringing.formats.any_list import FIELDS, guess
from firststep.bringing.formats.formats import Source
from firststep.bringing.formats.headings import NOTHING, known_by_name, loosely_named
from firststep.bringing.formats.people_lists import first_rows
from firststep.bringing.formats.tables import Header, Table
from firststep.facts.file_rows import CannotRead

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
        first = first_rows(table, header)
    except (CannotRead, MemoryError):
        return {"columns": [], "rows": [], "guess": {}}
    columns = header.told_apart().columns
    rows = [[cell.strip()[:SHOWN_SIGNS] for cell in row] for row in first[:SHOWN_ROWS]]
    guessed = guess(table, header) or _loosely(columns)
    return {"columns": list(columns), "rows": rows, "guess": guessed}


def _loosely(columns: Sequence[str]) -> dict[str, str]:
    """Column -> field where a known name stands inside another; each field once."""
    found: dict[str, str] = {}
    for column in columns:
        if field := loosely_named(column, {*FIELDS} - {*found.values()}):
            found[column] = field
    return found


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
    if table is None or header is None:
        return ""
    found = _guessed(table, header)
    if not {"name", "given", "family"} & set(found.values()):
        if "company" in found.values():  # companies without people
            return " ".join(["firststep company import", shlex.quote(name)])
        found[next(iter(found))] = "name"
    said = sorted(found.items(), key=lambda pair: pair[1] == NOTHING)[:_MOST_TYPED]
    return " ".join(["firststep import", shlex.quote(name), *(f'--map "{c}={f}"' for c, f in said)])


def _guessed(table: Table, header: Header) -> dict[str, str]:
    """Every column with what it may hold."""
    columns = header.told_apart().columns
    found = dict.fromkeys(columns, NOTHING) | guess(table, header)
    loose = _loosely([c for c in columns if found[c] == NOTHING])
    return found | {c: field for c, field in loose.items() if field not in found.values()}


def _header(table: Table) -> Header | None:
    """The row that names the most that is known; else the first with two names in it."""
    rows = [row for row in table.rows if sum(map(bool, row.columns)) > 1]
    return max(rows, key=lambda row: sum(map(_is_known, row.columns)), default=None)


def _is_known(column: str) -> bool:
    return known_by_name(column) not in ("", NOTHING)

"""An export put back into an empty campaign: the same rows under the same numbers (P-h)."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import DatabaseError, connections, models, transaction

from firststep.accounts.models import User
from firststep.errors import CannotDo
from firststep.facts.export_file import FORMAT, NAME, VERSION
from firststep.journal.actions import BROUGHT_BACK
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person
from firststep.verbs.safety.export.tables import AT_A_TIME, Row, Table, fields_of, tables

MOST_IN_A_LINE = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtBack:
    """`rows` counts what came back, by table. `kept` is a damaged database that it replaced."""

    file: Path
    rows: dict[str, int]
    people: int
    companies: int
    kept: Path | None = None


class _Unfit(Exception):
    """The file is not what an export is; says where."""


def bring_back(*, file: Path) -> BroughtBack:
    """Puts the `firststep.json` of an export, or the folder it is in, into an empty campaign.

    What `init` and `goal` began there gives way to the campaign of the file. Raises CannotDo where
    people, companies or touches are there already, and for a file that is not whole; nothing is
    changed then. There is nothing to undo afterwards: what came is the beginning.
    """
    path = file / NAME if file.is_dir() else file
    _refuse_full()
    try:
        with path.open(encoding="utf-8", newline="\n") as opened, transaction.atomic():
            _make_room()
            rows = _write_all(_read(opened))
            connections["default"].check_constraints()
    except OSError as error:
        cause = (error.strerror or "it refused").lower()
        raise CannotDo(f"{path} cannot be opened: {cause}.", kind="unavailable") from error
    except (_Unfit, ValidationError, DatabaseError, ValueError, RecursionError) as error:
        where = f" {error}" if isinstance(error, _Unfit) else ""
        raise CannotDo(
            f"{path.name} is not a whole export of Firststep, or it was changed.{where} Take the "
            "export again; nothing was changed here.",
            kind="bad_input",
        ) from error
    return BroughtBack(file=path, rows=rows, people=rows["Person"], companies=rows["Company"])


def _refuse_full() -> None:
    used: tuple[Table, ...] = (Person, Company, Touch)
    if Campaign.objects.count() > 1 or any(t._base_manager.exists() for t in used):
        raise CannotDo(
            "There are people or companies here already. An export goes into an empty campaign: "
            "set FIRSTSTEP_HOME to a new folder and try again. To go back to an earlier moment of "
            "this campaign, restore a backup."
        )


def _make_room() -> None:
    """The campaign that was only begun goes; nothing is in it but its goal."""
    User.objects.filter(campaign__isnull=False).delete()


def _read(file: TextIO) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each table, a few at a time, in the order of the file."""
    _read_head(file.readline(200))
    seen, name, text = set[str](), "", ""
    rows: list[Row] = []
    for number, line in enumerate(_lines(file), start=2):
        text = line.rstrip("\n").removesuffix(",")
        if text.startswith("{"):
            rows.append(_object(text, number))
            if len(rows) >= AT_A_TIME:
                yield name, rows
                rows = []
        elif text.startswith('"') and text.endswith(": ["):
            name = _table_begun(text, number, seen)
        elif text == "]" and name:
            yield name, rows
            rows, name = [], ""
        elif text == "}}":
            break
        else:
            raise _Unfit(f"Line {number} cannot be read.")
    if any((file.read(1), name, text != "}}", "Campaign" not in seen)):
        raise _Unfit("It ends too early, or goes on after its end.")


def _table_begun(text: str, number: int, seen: set[str]) -> str:
    name = str(json.loads(text.removesuffix(": [")))
    if name not in tables() or name in seen:
        raise _Unfit(f'Line {number} begins a table "{name[:40]}".')
    seen.add(name)
    return name


def _lines(file: TextIO) -> Iterator[str]:
    while line := file.readline(MOST_IN_A_LINE):
        yield line


def _read_head(line: str) -> None:
    try:
        head = json.loads(line + "}}")
        version = head["version"]
    except (ValueError, TypeError, KeyError) as error:
        raise _Unfit("Its first line cannot be read.") from error
    if head.get("format") != FORMAT or type(version) is not int:
        raise _Unfit("Its first line cannot be read.")
    if version > VERSION:
        raise CannotDo(
            "This export was written by a newer Firststep. Update the program first; nothing was "
            "changed.",
            kind="unavailable",
        )


def _object(text: str, number: int) -> Row:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _Unfit(f"Line {number} cannot be read.") from error
    return dict(found)


def _write_all(read: Iterable[tuple[str, list[Row]]]) -> dict[str, int]:
    known = tables()
    counts = dict.fromkeys(known, 0)
    campaign: int | None = None
    for name, rows in read:
        table = known[name]
        if table is Campaign:
            campaign = _the_only(rows)
        made = [_made(table, row, campaign) for row in rows]
        table._base_manager.bulk_create(made, batch_size=AT_A_TIME // 4)
        counts[name] += len(made)
    if counts["User"] != 1:
        raise _Unfit("It holds no seeker, or more than one.")
    _count_on(known.values())
    return counts


def _the_only(rows: list[Row]) -> int:
    if len(rows) != 1 or type(rows[0].get("id")) is not int:
        raise _Unfit("It holds no campaign, or more than one.")
    return int(rows[0]["id"])


def _made(table: Table, row: Row, campaign: int | None) -> models.Model:
    """A row as it was. Fields the file does not know stay as a new row has them."""
    fields = fields_of(table)
    if unknown := row.keys() - fields.keys():
        raise _Unfit(f'Nothing here is called "{min(unknown)[:40]}".')
    made = table(**{fields[name].attname: _value(fields[name], row[name]) for name in row})
    if table.__name__ == "Entry":
        made.door = BROUGHT_BACK  # type: ignore[attr-defined]
    if table is not Campaign and any(f.name == "campaign" for f in table._meta.concrete_fields):
        made.campaign_id = campaign  # type: ignore[attr-defined]
    return made


# What a value of fields of each kind is; None: what its default is. All others hold numbers.
_KINDS: tuple[tuple[Any, type | None], ...] = (
    (models.JSONField, None),
    (models.CharField | models.TextField | models.DateField | models.TimeField, str),
    (models.BooleanField, bool),
)


def _is_kept(field: "models.Field[Any, Any]", value: Any) -> bool:
    """Whether a database takes a text or a number of that length."""
    if isinstance(field, models.CharField | models.TextField):
        return len(value) <= (field.max_length or MOST_IN_A_LINE) and "\x00" not in value
    return type(value) is not int or abs(value) < 2**62


def _value(field: "models.Field[Any, Any]", value: Any) -> Any:
    """A value as the database keeps it. Raises _Unfit or ValidationError for another kind."""
    if value is None and field.null:
        return None
    kind = next((kind for of, kind in _KINDS if isinstance(field, of)), int)
    fits = type(value) is (kind or type(field.get_default())) and _is_kept(field, value)
    if fits and isinstance(field, models.DateField | models.TimeField):
        value = field.to_python(value)
    if not fits:
        raise _Unfit(f'"{field.column}" cannot be {str(value)[:40]!r}.')
    return value


def _count_on(known: Iterable[Table]) -> None:
    """New rows get numbers after those that came; SQLite sees to it by itself."""
    connection = connections["default"]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(known)):
            cursor.execute(statement)

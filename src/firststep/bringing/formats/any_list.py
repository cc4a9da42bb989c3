"""Any other list of people (CSV): which column means what is guessed, shown, and can be said."""

from collections.abc import Iterable, Mapping, Sequence

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.headings import NOTHING, held_by, known_by_name, valued
from firststep.bringing.formats.people_lists import first_rows, read_people
from firststep.bringing.formats.tables import Header, Table, column_key
from firststep.facts.file_rows import CannotRead, Reading
from firststep.facts.said import say, to_say

FIELDS = (
    "name",
    "given",
    "middle",
    "family",
    "suffix",
    "nickname",
    "email",
    "phone",
    "company",
    "title",
    "department",
    "linkedin",
    "note",
    "birthday",
    "labels",
    NOTHING,
)
_SHOWN_AS = {
    "infix": "family",
    "surname first": "name",
}  # what is a field of its own only for the reader
_NAMES = frozenset({"name", "given", "family"})
_WAYS = frozenset({"email", "phone", "linkedin", "title"})
_PARTS = frozenset({"given", "middle", "family"})


def guess(table: Table, row: Header) -> dict[str, str]:
    """Column -> field for every column that is known by its name, or by what stands in it."""
    header, fields = _fields(table, row)
    shown = zip(header.columns, map(_shown, fields), strict=True)
    return {column: field for column, field in shown if field != NOTHING}


def _shown(field: str) -> str:
    """A field as the seeker may say it."""
    field = _SHOWN_AS.get(field) or field.partition(" ")[0]
    return field if field in FIELDS else NOTHING


def _guessed(table: Table) -> tuple[Header, list[str]] | None:
    """The header of a list of people with what its columns hold; None for no such list."""
    for row in table.rows:
        if not any(_may_name(known_by_name(column)) for column in row.columns):
            continue
        header, fields = _fields(table, row)
        if _are_peoples([shown for field in fields if (shown := _shown(field)) != NOTHING]):
            return header, fields
    return None


def _are_peoples(fields: Sequence[str]) -> bool:
    """Names, and a way to reach them or what they do; a company behind the name is where they
    work, before it, it is what the list is of."""
    company = "company" in fields and fields[0] in _NAMES
    return bool(_NAMES.intersection(fields)) and (company or bool(_WAYS.intersection(fields)))


def _fields(table: Table, row: Header) -> tuple[Header, list[str]]:
    """The header with a name of its own for every column, and what each holds; what stands there
    a second time is never guessed."""
    header = row.told_apart()
    fields = held_by(header.columns, first_rows(table, header))
    pairs = zip(row.columns, header.columns, fields, strict=True)
    return header, [NOTHING if was and was != now else field for was, now, field in pairs]


def _may_name(field: str) -> bool:
    return _shown(field.rstrip("?")) in _NAMES


def recognises(source: Source) -> bool:
    """A row with a name and a way to reach people, a title or a company, under common names."""
    return source.table is not None and _guessed(source.table) is not None


def was_said_before(source: Source) -> bool:
    """Whether the seeker said of another file with this very header which column is what."""
    return bool(source.given.known) and source.table is not None and bool(_known(source))


def _known(source: Source) -> dict[str, str]:
    said = {tuple(map(column_key, columns)): dict(m) for columns, m in source.given.known}
    rows = source.table.rows if source.table else ()
    keys = (tuple(map(column_key, row.told_apart().columns)) for row in rows)
    return next((said[key] for key in keys if key in said), {})


def read(source: Source, into: Reading) -> None:
    """Reads a list through the mapping that was given, or else guessed."""
    table = source.table
    if table is None:
        raise CannotRead("This is not a text file. Export it as CSV and try again.")
    given = dict(source.given.mapping)
    said = (_its_own(table, given) if source.given.among else given) or _known(source)
    header, fields = _mapped(table, said)
    into.mapping = dict(zip(header.columns, map(_shown, fields), strict=True))
    into.columns = list(header.columns) if said else []
    into.unread = valued(header.columns, fields, first_rows(table, header))
    read_people(table, header, fields, into)


def _its_own(table: Table, given: dict[str, str]) -> dict[str, str]:
    """Of a mapping said for several files the columns this one has."""
    rows = ({c: f for c, f in given.items() if row.has(c)} for row in table.rows)
    return max(rows, key=len, default={})


def _mapped(table: Table, given: dict[str, str]) -> tuple[Header, list[str]]:
    for column, field in given.items():
        if field not in FIELDS:
            known = ", ".join(FIELDS)
            words = say(
                '"{column}" cannot be "{field}". A column can be: {known}.',
                column=column,
                field=field[:40],
                known=known,
            )
            raise CannotRead(words)
    if given:
        return _as_said(table, given)
    guessed = _guessed(table)
    if guessed is None:
        raise _by_columns(to_say("No column with names was found. Say which it is."))
    header, fields = guessed
    _refuse_unclear(table, header, dict(zip(header.columns, fields, strict=True)))
    return header, fields


def _as_said(table: Table, given: dict[str, str]) -> tuple[Header, list[str]]:
    """What was said of the columns, and a guess for the others."""
    header, guessed = _fields(table, _with_columns(table, given))
    said = {column_key(column): field for column, field in given.items()}
    fields = []
    for column, field in zip(header.columns, guessed, strict=True):
        own = said.get(column_key(column), NOTHING if _shown(field) in said.values() else field)
        whole = "name" in said.values() and column_key(column) not in said
        fields.append(NOTHING if whole and _shown(own) in _PARTS else own)
    if _NAMES.isdisjoint(fields):
        raise _by_columns(to_say("No column holds names. Say which does."))
    return header, fields


def _by_columns(words: str) -> CannotRead:
    return CannotRead(words, by_columns=True)


def _with_columns(table: Table, wanted: Iterable[str]) -> Header:
    keys = set(map(column_key, wanted))
    for row in table.rows:
        if keys <= set(map(column_key, row.told_apart().columns)):
            return row
    columns = ", ".join(f'"{column}"' for column in wanted)
    words = say(
        "No row holds the columns {columns}. Look at how they are spelled.", columns=columns[:200]
    )
    raise _by_columns(words)


def _refuse_unclear(table: Table, header: Header, guessed: Mapping[str, str]) -> None:
    """A name that stands twice, or no name over a full column, is asked about and never guessed."""
    row = next(row for row in table.rows if row.line == header.line)
    told = dict(zip(row.told_apart().columns, row.columns, strict=True))
    twice = {
        told.get(column, column) for column, field in guessed.items() if _shown(field) != NOTHING
    }
    double = next((column for column in row.doubled() if column in twice), "")
    if double:
        raise _by_columns(
            say(
                'The column "{name}" stands twice in line {line}. Say which is what.',
                name=double,
                line=row.line,
            )
        )
    place = _first_nameless(table, row)
    if place is not None:
        words = say(
            "Column {n} has no name in line {line}. Say what it is.", n=place + 1, line=row.line
        )
        raise _by_columns(words)


def _first_nameless(table: Table, row: Header) -> int | None:
    below = (other.columns for other in table.rows if other.line > row.line)
    full = {place for cells in below for place, cell in enumerate(cells) if cell}
    return min(full & {at for at, name in enumerate(row.columns) if not name}, default=None)


FORMAT = Format("any_list", to_say("a list of people (CSV)"), recognises, read)

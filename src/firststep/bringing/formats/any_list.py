"""Any other list of people (CSV): which column means what is guessed, shown, and can be said."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from firststep.bringing.formats.address_cards import AddressCard, keep
from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.tables import Header, Table, column_key, records
from firststep.facts.file_rows import CannotRead, Reading

NOTHING = "nothing"  # a column that is not to be read
FIELDS = (
    "name",
    "given",
    "family",
    "email",
    "phone",
    "company",
    "title",
    "linkedin",
    "note",
    NOTHING,
)


def _any_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_GUESSES: Mapping[str, frozenset[str]] = {
    "name": _any_of(
        "name fullname contactname contact displayname person kontakt vollständigername"
        " nomcomplet nombrecompleto ansprechpartner"
    ),
    "given": _any_of(
        "firstname givenname forename given vorname prénom prenom nombre voornaam nome"
    ),
    "family": _any_of(
        "lastname surname familyname family nachname familienname nom apellido apellidos"
        " achternaam cognome"
    ),
    "email": _any_of(
        "email e-mail mail emailaddress e-mailaddress emailadresse e-mail-adresse mailadresse"
        " courriel correo email1 workemail"
    ),
    "phone": _any_of(
        "phone phonenumber telephone tel mobile mobilephone cell telefon telefonnummer handy"
        " mobil téléphone teléfono telefoon"
    ),
    "company": _any_of(
        "company companyname employer organisation organization org firm firma unternehmen"
        " arbeitgeber société societe entreprise empresa bedrijf"
    ),
    "title": _any_of(
        "title jobtitle position role job function occupation titel stelle beruf funktion poste"
        " puesto cargo functie"
    ),
    "linkedin": _any_of("linkedin linkedinurl linkedinprofile profileurl profile url"),
    "note": _any_of("note notes comment comments notiz notizen bemerkung remarks"),
}
_MANY = frozenset({"email", "phone"})  # of which a person may have several
_PUNCTUATION = re.compile(r"[\s_.:()/]+")
_NAMES = frozenset({"name", "given", "family"})
_WAYS = frozenset({"email", "phone", "linkedin", "title"})


def guess(columns: Sequence[str]) -> dict[str, str]:
    """Column -> field for every column whose name is known; each field once but ways."""
    found = _taken(columns, lambda key, names: _PUNCTUATION.sub("", key) in names, many=_MANY)
    if {"name", "given", "family"} <= set(found.values()):
        return {column: field for column, field in found.items() if field != "name"}
    return found


def loosely(columns: Sequence[str]) -> dict[str, str]:
    """Column -> field where a known name stands inside another: "Kontaktname"; each field once."""
    return _taken(columns, lambda key, names: any(len(n) > 3 and n in key for n in names))


def _taken(
    columns: Sequence[str],
    fits: Callable[[str, frozenset[str]], bool],
    many: frozenset[str] = frozenset(),
) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in columns:
        key, taken = column_key(column), set(found.values()) - many
        fields = (f for f, names in _GUESSES.items() if f not in taken and fits(key, names))
        if field := next(fields, None):
            found[column] = field
    return found


def _guessed(table: Table) -> tuple[Header, dict[str, str]] | None:
    for row in table.rows:
        header = row.told_apart()
        found = guess(header.columns)
        fields = list(found.values())
        # A company behind the name is where they work; before it, it is what the list is of.
        company = fields[0] in _NAMES and "company" in fields if fields else False
        if _NAMES.intersection(fields) and (company or _WAYS.intersection(fields)):
            return header, found
    return None


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
    header, mapping = _mapped(table, said)
    into.mapping = {column: mapping.get(column, NOTHING) for column in header.columns}
    into.columns = list(header.columns) if said else []
    places: dict[str, list[int]] = {}
    for column, field in mapping.items():
        place = header.index(column)
        if place is not None:
            places.setdefault(field, []).append(place)
    for line, row in records(table, header, into):
        keep(_card(line, row, places), into)


def _its_own(table: Table, given: dict[str, str]) -> dict[str, str]:
    """Of a mapping said for several files the columns this one has."""
    rows = ({c: f for c, f in given.items() if row.has(c)} for row in table.rows)
    return max(rows, key=len, default={})


def _mapped(table: Table, given: dict[str, str]) -> tuple[Header, dict[str, str]]:
    for column, field in given.items():
        if field not in FIELDS:
            known = ", ".join(FIELDS)
            raise CannotRead(f'"{column}" cannot be "{field[:40]}". A column can be: {known}.')
    if given:
        return _as_said(table, given)
    guessed = _guessed(table)
    if guessed is None:
        raise _by_columns("No column with names was found. Say which it is.")
    _refuse_unclear(table, *guessed)
    return guessed


def _as_said(table: Table, given: dict[str, str]) -> tuple[Header, dict[str, str]]:
    """What was said of the columns, and a guess for the others."""
    header = _with_columns(table, given)
    said = {column_key(column): field for column, field in given.items()}
    mapping = {c: said[key] for c in header.columns if (key := column_key(c)) in said}
    for column, field in guess(header.columns).items():
        if field not in mapping.values():
            mapping.setdefault(column, field)
    if "name" in said.values():
        return header, {c: f for c, f in mapping.items() if f not in ("given", "family")}
    if _NAMES.isdisjoint(mapping.values()):
        raise _by_columns("No column holds names. Say which does.")
    return header, mapping


def _by_columns(words: str) -> CannotRead:
    return CannotRead(words, by_columns=True)


def _with_columns(table: Table, wanted: Iterable[str]) -> Header:
    keys = set(map(column_key, wanted))
    for row in table.rows:
        header = row.told_apart()
        if keys <= set(map(column_key, header.columns)):
            return header
    columns = ", ".join(f'"{column}"' for column in wanted)
    raise _by_columns(f"No row holds the columns {columns[:200]}. Look at how they are spelled.")


def _refuse_unclear(table: Table, header: Header, guessed: Mapping[str, str]) -> None:
    """A name that stands twice, or no name over a full column, is asked about and never guessed."""
    row = next(row for row in table.rows if row.line == header.line)
    double = next(filter(guessed.__contains__, row.doubled()), "")
    if double:
        raise _by_columns(
            f'The column "{double}" stands twice in line {row.line}. Say which is what.'
        )
    place = _first_nameless(table, row)
    if place is not None:
        raise _by_columns(f"Column {place + 1} has no name in line {row.line}. Say what it is.")


def _first_nameless(table: Table, row: Header) -> int | None:
    below = (other.columns for other in table.rows if other.line > row.line)
    full = {place for cells in below for place, cell in enumerate(cells) if cell}
    return min(full & {at for at, name in enumerate(row.columns) if not name}, default=None)


def _card(line: int, row: Sequence[str], places: Mapping[str, list[int]]) -> AddressCard:
    def cells(field: str) -> list[str]:
        return [row[place].strip() for place in places.get(field, ()) if row[place].strip()]

    def cell(field: str) -> str:
        return next(iter(cells(field)), "")

    return AddressCard(
        line,
        given=cell("given"),
        family=cell("family"),
        whole=cell("name"),
        emails=cells("email"),
        phones=cells("phone"),
        company=cell("company"),
        title=cell("title"),
        urls=[cell("linkedin")],
        note=cell("note"),
    )


FORMAT = Format("any_list", "a list of people (CSV)", recognises, read)

"""Any other list of people (CSV): which column means what is guessed, shown, and can be said."""

import re
from collections.abc import Mapping, Sequence

from firststep.steps.people.imports.address_cards import Card, keep
from firststep.steps.people.imports.formats import Format, Source
from firststep.steps.people.imports.rows import CannotRead, Reading
from firststep.steps.people.imports.tables import Header, Table, column_key, records

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
_WAYS = frozenset({"email", "phone", "linkedin", "title"})


def guess(columns: Sequence[str]) -> dict[str, str]:
    """Column -> field for every column whose name is known; each field once but ways."""
    found: dict[str, str] = {}
    for column in columns:
        key = re.sub(r"[\s_.:()/]+", "", column_key(column))
        for field, names in _GUESSES.items():
            if key in names and (field in ("email", "phone") or field not in found.values()):
                found[column] = field
                break
    if "name" in found.values() and {"given", "family"} <= set(found.values()):
        found = {column: field for column, field in found.items() if field != "name"}
    return found


def _guessed(table: Table) -> tuple[Header, dict[str, str]] | None:
    for header in table.rows:
        found = guess(header.columns)
        fields = set(found.values())
        if fields & {"name", "given", "family"} and fields & _WAYS:
            return header, found
    return None


def recognises(source: Source) -> bool:
    """A row with a name and a way to reach people, or a title, under names commonly used."""
    return source.table is not None and _guessed(source.table) is not None


def read(source: Source, into: Reading) -> None:
    """Reads a list through the mapping that was given, or else guessed."""
    table = source.table
    if table is None:
        raise CannotRead("This is not a text file. Export it as CSV and try again.")
    given = dict(source.given.mapping)
    header, mapping = _mapped(table, _its_own(table, given) if source.given.among else given)
    into.mapping = mapping
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
    if not given:
        guessed = _guessed(table)
        if guessed is None:
            raise CannotRead(
                "No column with names was found. Say which it is.",
                typed='such as --map "Full name=name"',
                by_columns=True,
            )
        return guessed
    header = table.header(given)
    if header is None:
        columns = ", ".join(f'"{column}"' for column in given)
        raise CannotRead(
            f"No row holds the columns {columns[:200]}. Look at how they are spelled.",
            by_columns=True,
        )
    said = {column_key(column): field for column, field in given.items()}
    mapping = {c: said[column_key(c)] for c in header.columns if column_key(c) in said}
    for column, field in guess(header.columns).items():
        if column not in mapping and field not in mapping.values():
            mapping[column] = field
    fields = set(mapping.values()) - {NOTHING}
    if "name" in said.values():
        mapping = {c: f for c, f in mapping.items() if f not in ("given", "family")}
    elif not fields & {"name", "given", "family"}:
        raise CannotRead(
            "No column holds names. Say which does.",
            typed='such as --map "Full name=name"',
            by_columns=True,
        )
    return header, mapping


def _card(line: int, row: Sequence[str], places: Mapping[str, list[int]]) -> Card:
    def cells(field: str) -> list[str]:
        return [row[place].strip() for place in places.get(field, ()) if row[place].strip()]

    def cell(field: str) -> str:
        return next(iter(cells(field)), "")

    return Card(
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


FORMAT = Format("any_list", "any other list of people (CSV)", recognises, read)

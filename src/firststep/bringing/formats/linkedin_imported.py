"""LinkedIn's ImportedContacts.csv: an address book once uploaded. Read only when asked for."""

import re

from firststep.bringing.formats.address_cards import Card, keep
from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.tables import column_key, records
from firststep.facts.file_rows import CannotRead, Reading

_NAME = "linkedin_imported_contacts"
REQUIRED = ("FirstName", "LastName", "Emails", "PhoneNumbers")


def recognises(source: Source) -> bool:
    """The columns of the uploaded address book stand near the top."""
    return source.header_has(*REQUIRED)


def read(source: Source, into: Reading) -> None:
    """Reads the address book, if the seeker named the format and so agreed."""
    if source.only != _NAME:
        raise CannotRead(
            "This is an address book you once gave LinkedIn; many in it you hardly know. "
            "To read it, say that you want it.",
            typed=f"--format {_NAME}",
        )
    table = source.table
    header = table.header(REQUIRED) if table else None
    if table is None or header is None:
        raise CannotRead("This is not LinkedIn's ImportedContacts.csv.")
    at = {column_key(name): place for place, name in enumerate(header.columns)}
    for line, row in records(table, header, into):

        def cell(name: str, row: object = row) -> str:
            place = at.get(column_key(name))
            return "" if place is None else str(row[place]).strip()  # type: ignore[index]

        card = Card(
            line,
            given=f"{cell('FirstName')} {cell('MiddleName')}".strip(),
            family=cell("LastName"),
            emails=[cell("Emails")],
            phones=[p for p in re.split(r"[,;\n]", cell("PhoneNumbers")) if p.strip()],
            company=cell("Companies").split(";")[0],
            title=cell("Title"),
            urls=re.split(r"[\s,;]", cell("Sites")),
        )
        keep(card, into)


FORMAT = Format(_NAME, "LinkedIn's ImportedContacts.csv (when asked for)", recognises, read)

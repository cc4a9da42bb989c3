"""LinkedIn's ImportedContacts.csv: an address book once uploaded. Read only when asked for."""

import re

from firststep.bringing.formats.address_cards import AddressCard, keep
from firststep.bringing.formats.formats import Format, Source, with_columns
from firststep.facts.file_rows import CannotRead, Reading
from firststep.facts.said import to_say
from firststep.steps.people.spelling.extensions import numbers_in

_NAME = "linkedin_imported_contacts"
REQUIRED = ("FirstName", "LastName", "Emails", "PhoneNumbers")


def read(source: Source, into: Reading) -> None:
    """Reads the address book, if the seeker named the format and so agreed."""
    if source.only != _NAME:
        raise CannotRead(
            "This is an address book you once gave LinkedIn; many in it you hardly know. "
            "To read it, say that you want it.",
            typed=f"--format {_NAME}",
        )
    listed = source.listed(
        *REQUIRED, otherwise=to_say("This is not LinkedIn's ImportedContacts.csv.")
    )
    for row in listed.rows(into):
        card = AddressCard(
            row.line,
            given=f"{row.cell('FirstName')} {row.cell('MiddleName')}".strip(),
            family=row.cell("LastName"),
            emails=[row.cell("Emails")],
            phones=numbers_in(row.cell("PhoneNumbers").replace(",", "\n")),
            company=row.cell("Companies").split(";")[0],
            title=row.cell("Title"),
            urls=re.split(r"[\s,;]", row.cell("Sites")),
        )
        keep(card, into)


FORMAT = Format(
    _NAME, to_say("LinkedIn's ImportedContacts.csv (when asked for)"), with_columns(*REQUIRED), read
)

"""Contacts of Google and Outlook as CSV, in whatever language (FORMATS sections 3 and 4).

They are known by their headers alone, and read as every list of people is.
"""

from firststep.bringing.formats.formats import Format, Source, with_columns
from firststep.bringing.formats.headings import (
    headers_of,
    heading_key,
    held_by,
    known_by_name,
    valued,
)
from firststep.bringing.formats.people_lists import first_rows, read_people
from firststep.bringing.formats.tables import Header
from firststep.facts.file_rows import CannotRead, Reading
from firststep.facts.said import to_say

_GOOGLE = ("First Name", "Last Name", "Organization Name", "Labels")
_GOOGLE_OLD = ("Name", "Given Name", "Family Name", "Group Membership")
_FAMILY = frozenset({"family", "nickname?"})


def _outlook(source: Source) -> Header | None:
    """The header that has names, a company, and an address as Outlook calls it."""
    rows = source.table.rows if source.table else ()
    return next(filter(_is_outlook, rows), None)


def _is_outlook(header: Header) -> bool:
    if len(header.columns) < 4:
        return False
    fields = {*map(known_by_name, header.columns)}
    known = headers_of("outlook", "email")
    return (
        any(heading_key(column) in known for column in header.columns)
        and bool(fields & {"given", "name?"})
        and bool(fields & _FAMILY)
        and "company" in fields
    )


def _read_outlook(source: Source, into: Reading) -> None:
    """Reads the entries. Outlook on the web and on the desk are two address books, known by the
    kind that the latter gives of each address."""
    header = _outlook(source)
    _read(source, header, to_say("This is not a CSV file of Outlook's contacts."), into)
    is_desktop = header is not None and "type" in map(known_by_name, header.columns)
    into.source = "outlook_desktop" if is_desktop else "outlook_com"


def _read_google(source: Source, into: Reading) -> None:
    table = source.table
    header = (table.header(_GOOGLE) or table.header(_GOOGLE_OLD)) if table else None
    _read(source, header, to_say("This is not a CSV file of Google Contacts."), into)


def _read(source: Source, header: Header | None, otherwise: str, into: Reading) -> None:
    if source.table is None or header is None:
        raise CannotRead(otherwise)
    rows = first_rows(source.table, header)
    fields = held_by(header.columns, rows)
    into.unread = valued(header.columns, fields, rows)
    read_people(source.table, header, fields, into)


GOOGLE = Format("google_contacts", "Google Contacts (CSV)", with_columns(*_GOOGLE), _read_google)
GOOGLE_OLD = Format(
    "google_contacts_old", "Google Contacts before 2024", with_columns(*_GOOGLE_OLD), _read_google
)
OUTLOOK = Format(
    "outlook_contacts", "Outlook's contacts (CSV)",
    lambda source: _outlook(source) is not None, _read_outlook,
)  # fmt: skip

"""LinkedIn's Connections.csv, all eras (FORMATS section 2)."""

from collections.abc import Sequence
from datetime import date
from sys import intern

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.tables import Header, Table, records
from firststep.facts.file_rows import NAMELESS, CannotRead, PersonRow, Reading
from firststep.steps.people.spelling.cells import addresses, connected_day, profile_slug
from firststep.steps.people.spelling.odd_addresses import NOT_REACHED, why_odd
from firststep.steps.people.spelling.person_names import apart, with_generation

REQUIRED = ("First Name", "Last Name", "Connected On")
_LONGEST_NAME = 150
_LONGEST = 300


def recognises(source: Source) -> bool:
    """A row with `First Name` and `Connected On` stands near the top."""
    return source.table is not None and source.table.header(REQUIRED) is not None


def read(source: Source, into: Reading) -> None:
    """Reads the connections of one CSV file."""
    table = source.table
    header = table.header(REQUIRED) if table else None
    if table is None or header is None:
        raise CannotRead("This is not a list of LinkedIn connections.")
    read_connections(table, header, into)


def read_connections(table: Table, header: Header, into: Reading) -> None:
    """Adds each connection of the table to the reading."""
    pick = _Columns(header)
    add = into.people.append
    for line, row in records(table, header, into):
        person = pick.person(line, row, into)
        if person is not None:
            add(person)


class _Columns:
    """Where each fact stands in this file's rows."""

    def __init__(self, header: Header) -> None:
        self.given = header.index("First Name") or 0
        self.family = header.index("Last Name") or 0
        self.url = header.index("URL")
        self.email = header.index("Email Address")
        self.company = header.index("Company")
        self.title = header.index("Position")
        self.day = header.index("Connected On") or 0

    def person(self, line: int, row: Sequence[str], into: Reading) -> PersonRow | None:
        """The row's person; None for nobody (counted) and for a row that was complained of."""
        url = row[self.url] if self.url is not None else ""
        given, family = apart(row[self.given].strip(), row[self.family].strip())
        if not given and not family:
            email = row[self.email].strip() if self.email is not None else ""
            if email:
                into.leave_out(line, "Email Address", email, NAMELESS)
            self._nobody(url or email, into)
            return None
        if len(given) > _LONGEST_NAME or len(family) > _LONGEST_NAME:
            name = f"{given} {family}"
            into.complain(line, "First Name", name, "The name is too long. Shorten it.")
            return None
        company = self._text(line, row, self.company, "Company", into)
        title = self._text(line, row, self.title, "Position", into)
        if title and not company:
            into.note(line, "Position", title, "No company stands beside it, so it is left out.")
            title = ""
        email = row[self.email] if self.email is not None else ""
        name = f"{given} {family}" if given and family else given or family
        if family != row[self.family]:  # something was hung on it
            name = with_generation(name, row[self.given], row[self.family])
        return PersonRow(
            line,
            intern(given),
            intern(family),
            name,
            _slug(line, url, into) if url else "",
            _emails(line, email, into) if email else (),
            (),
            company,
            title,
            _day(line, row[self.day], into),
        )

    @staticmethod
    def _nobody(url: str, into: Reading) -> None:
        if url:
            into.skipped += 1
        else:
            into.hidden += 1

    @staticmethod
    def _text(line: int, row: Sequence[str], column: int | None, name: str, into: Reading) -> str:
        if column is None or not row[column]:
            return ""
        text = " ".join(row[column].split())
        if len(text) > _LONGEST:
            into.note(line, name, text, "This is longer than 300 characters, so it is left out.")
            return ""
        return intern(text)


def _slug(line: int, url: str, into: Reading) -> str:
    slug = profile_slug(url)
    if slug is None:
        into.note(line, "URL", url, "This is no address of a LinkedIn profile, so it is left out.")
        return ""
    return slug


def _emails(line: int, text: str, into: Reading) -> tuple[str, ...]:
    good, bad = addresses(text)
    for one in bad:
        into.note(line, "Email Address", one, why_odd(one) or NOT_REACHED)
    return tuple(good)


def _day(line: int, text: str, into: Reading) -> date | None:
    if not text.strip():
        return None
    day = connected_day(text)
    if day is None:
        into.note(line, "Connected On", text, "This is no date like 08 Feb 2026; it is left out.")
    return day


FORMAT = Format("linkedin_connections", "LinkedIn's Connections.csv", recognises, read)

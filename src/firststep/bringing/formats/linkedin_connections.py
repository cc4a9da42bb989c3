"""LinkedIn's Connections.csv, all eras (FORMATS section 2)."""

from collections.abc import Sequence
from datetime import date, timedelta
from sys import intern

from firststep.bringing.formats.address_cards import (
    is_too_long,
    kept_addresses,
    short_words,
    title_beside,
)
from firststep.bringing.formats.formats import Format, Source, with_columns
from firststep.bringing.formats.tables import Header, records
from firststep.facts.file_rows import NAMELESS, PersonRow, Reading
from firststep.facts.said import to_say
from firststep.steps.people.spelling.cells import connected_day, profile_slug
from firststep.steps.people.spelling.person_names import apart, with_generation

REQUIRED = ("First Name", "Last Name", "Connected On")


def read(source: Source, into: Reading) -> None:
    """Reads the connections of one CSV file."""
    otherwise = to_say("This is not a list of LinkedIn connections.")
    table, header, _ = source.listed(*REQUIRED, otherwise=otherwise)
    pick = _Columns(header, source.given.today)
    for line, row in records(table, header, into):
        person = pick.person(line, row, into)
        if person is not None:
            into.people.append(person)


class _Columns:
    """Where each fact stands in this file's rows; 100,000 rows are read by places alone."""

    def __init__(self, header: Header, today: date | None) -> None:
        self.latest = today + timedelta(days=1) if today else date.max  # another zone's today
        self.given = header.index("First Name") or 0
        self.family = header.index("Last Name") or 0
        self.url = header.index("URL")
        self.email = header.index("Email Address")
        self.company = header.index("Company")
        self.title = header.index("Position")
        self.day = header.index("Connected On") or 0

    def person(self, line: int, row: Sequence[str], into: Reading) -> PersonRow | None:
        """The row's person; None for nobody (counted) and for a row that was complained of."""
        given, family = apart(row[self.given].strip(), row[self.family].strip())
        if not given and not family:
            self._leave_out(line, row, into)
            return None
        if is_too_long(line, "First Name", given, family, into):
            return None
        company = short_words(line, "Company", _cell(row, self.company), into)
        title = title_beside(line, "Position", _cell(row, self.title), company, into)
        name = f"{given} {family}" if given and family else given or family
        if family != row[self.family]:  # something was hung on it
            name = with_generation(name, row[self.given], row[self.family])
        email = _cell(row, self.email)
        return PersonRow(
            line,
            intern(given),
            intern(family),
            name,
            _slug(line, _cell(row, self.url), into),
            kept_addresses(line, "Email Address", (email,), into) if email else (),
            (),
            intern(company),
            intern(title),
            _day(line, row[self.day], into, latest=self.latest),
        )

    def _leave_out(self, line: int, row: Sequence[str], into: Reading) -> None:
        """LinkedIn hides who does not want to be seen; an address alone is nobody."""
        email = _cell(row, self.email).strip()
        if email:
            into.leave_out(line, "Email Address", email, NAMELESS)
        if email or _cell(row, self.url):
            into.skipped += 1
        else:
            into.hidden += 1


def _cell(row: Sequence[str], place: int | None) -> str:
    return "" if place is None else row[place]


def _slug(line: int, url: str, into: Reading) -> str:
    slug = profile_slug(url) if url else ""
    if slug is None:
        into.note(
            line,
            "URL",
            url,
            to_say("This is not the address of a LinkedIn profile, so it is left out."),
        )
    return slug or ""


def _day(line: int, text: str, into: Reading, *, latest: date) -> date | None:
    day = connected_day(text)
    if day is not None and day > latest:
        into.note(
            line, "Connected On", text, to_say("This day has not come yet, so it is left out.")
        )
        return None
    if day is None and text.strip():
        into.note(
            line,
            "Connected On",
            text,
            to_say("This is not a date like 08 Feb 2026; it is left out."),
        )
    return day


FORMAT = Format(
    "linkedin_connections", to_say("LinkedIn's Connections.csv"), with_columns(*REQUIRED), read
)

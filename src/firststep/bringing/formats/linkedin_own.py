"""LinkedIn's Positions, Education and Profile: the seeker's own life (FORMATS section 2)."""

from datetime import date
from typing import Literal

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.moments import month
from firststep.bringing.formats.tables import Header, records
from firststep.facts.file_rows import CannotRead, Me, OwnPart, Reading

_POSITIONS = ("Company Name", "Title", "Started On", "Finished On")
_EDUCATION = ("School Name", "Start Date", "End Date", "Degree Name")
_PROFILE = ("First Name", "Last Name", "Headline", "Geo Location")
_LONGEST = 300


def recognises_positions(source: Source) -> bool:
    return source.header_has(*_POSITIONS)


def recognises_education(source: Source) -> bool:
    return source.header_has(*_EDUCATION)


def recognises_profile(source: Source) -> bool:
    return source.header_has(*_PROFILE)


def read_positions(source: Source, into: Reading) -> None:
    """Reads the seeker's own posts."""
    _read(source, into, "post", ("Company Name", "Title", "Started On", "Finished On"))


def read_education(source: Source, into: Reading) -> None:
    """Reads the seeker's own schools."""
    _read(source, into, "school", ("School Name", "Degree Name", "Start Date", "End Date"))


def _read(
    source: Source, into: Reading, kind: Literal["post", "school"], columns: tuple[str, ...]
) -> None:
    table = source.table
    header = table.header(columns) if table else None
    if table is None or header is None:
        raise CannotRead("This is not a file of LinkedIn's posts or schools.")
    name, title, began, ended = (header.index(column) or 0 for column in columns)
    for line, row in records(table, header, into):
        company = " ".join(row[name].split())[:_LONGEST]
        if not company:
            into.skipped += 1
            continue
        days = [_month(line, header, place, row[place], into) for place in (began, ended)]
        into.count("posts" if kind == "post" else "schools")
        into.own.append(
            OwnPart(line, kind, company, " ".join(row[title].split())[:_LONGEST], *days)
        )


def _month(line: int, header: Header, place: int, text: str, into: Reading) -> date | None:
    if not text.strip():
        return None
    found = month(text)
    if found is None:
        into.note(line, header.columns[place], text, "This is no month like Jan 2021.")
    return found


def read_profile(source: Source, into: Reading) -> None:
    """Reads the seeker's name; nothing else of the profile is kept."""
    table = source.table
    header = table.header(_PROFILE) if table else None
    if table is None or header is None:
        raise CannotRead("This is not LinkedIn's Profile.csv.")
    given, family = header.index("First Name") or 0, header.index("Last Name") or 0
    for _, row in records(table, header, into):
        name = f"{row[given].strip()} {row[family].strip()}".strip()
        into.me = Me(name, into.me.emails, into.me.linkedin)


POSITIONS = Format(
    "linkedin_positions", "LinkedIn's Positions.csv", recognises_positions, read_positions
)
EDUCATION = Format(
    "linkedin_education", "LinkedIn's Education.csv", recognises_education, read_education
)
PROFILE = Format("linkedin_profile", "LinkedIn's Profile.csv", recognises_profile, read_profile)

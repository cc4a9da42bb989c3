"""Which list a file is, whatever it is called this time, and of which day it tells. Pure."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from firststep.facts.file_rows import PersonRow, Reading

CONNECTIONS = "linkedin_connections"
OWN = "firststep_people"  # our own export: it holds people of every list
# Formats that are one list in another wrapping.
_ONE_LIST: Mapping[str, str] = {"linkedin_archive": CONNECTIONS}
_NAMED_DAY = re.compile(r"_(\d{2})-(\d{2})-(\d{4})(?!\d)")  # Basic_LinkedInDataExport_11-20-2026


class ListOrigin(NamedTuple):
    """The list a row stands in, and the day it is true of; None where nothing tells."""

    source: str = ""
    as_of: date | None = None


def connected_since(row: PersonRow, origin: ListOrigin, today: date | None) -> date | None:
    """Since when somebody is a connection, at the latest: LinkedIn's own list holds no others."""
    if origin.source != CONNECTIONS or row.mention:
        return None
    return row.connected_on or origin.as_of or today


def origin_of(reading: Reading, *, today: date | None = None) -> ListOrigin:
    """A LinkedIn export is of the day in its name, else of its newest connection, at most today."""
    source = reading.source or _ONE_LIST.get(reading.format, reading.format)
    if source != CONNECTIONS:
        return ListOrigin(source)
    days = (row.connected_on for row in reading.people if row.connected_on)
    past = (day for day in days if today is None or day <= today)
    return ListOrigin(source, _named_day(reading.name, today) or max(past, default=None))


def _named_day(name: str, today: date | None) -> date | None:
    found = _NAMED_DAY.search(name)
    if found is None:
        return None
    month, day, year = map(int, found.groups())
    try:
        named = date(year, month, day)
    except ValueError:
        return None
    return named if today is None or named <= today else None

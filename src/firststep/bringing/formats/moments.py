"""Moments and months as exports write them: fixed patterns, never a guess."""

import re
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from firststep.steps.people.spelling.cells import connected_day

_UTC = re.compile(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?: ?UTC|Z)?")
_MONTH_FIRST = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d),? +(\d{1,2}):(\d\d)(?::\d\d)? ?([AP]M)?"
)
_MONTH = re.compile(r"([A-Za-z]{3,9}) (\d{4})")
_YEAR = re.compile(r"\d{4}")


@lru_cache(maxsize=16)
def zone_of(name: str) -> tzinfo:
    """The zone of that name; UTC for one that is not known."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC


def utc_day(text: str, zone: tzinfo) -> date | None:
    """The day in `zone` of `2025-06-01 14:03:22 UTC`."""
    found = _UTC.fullmatch(text.strip())
    if found is None:
        return None
    try:
        year, month, day, hour, minute, second = map(int, found.groups())
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC).astimezone(zone).date()
    except (ValueError, OverflowError):
        return None


def month_first_day(text: str) -> date | None:
    """The day of `1/29/26, 2:37 PM`: the month first, no zone."""
    found = _MONTH_FIRST.fullmatch(text.strip().replace("\u202f", " "))
    if found is None:
        return connected_day(text)
    month, day, year = int(found[1]), int(found[2]), int(found[3])
    full = year if len(found[3]) == 4 else 2000 + year if year <= 68 else 1900 + year
    try:
        return date(full, month, day)
    except ValueError:
        return None


def month(text: str) -> date | None:
    """The first day of `Jan 2021` or of the year `2010`; a whole day as it is."""
    text = text.strip()
    if found := _MONTH.fullmatch(text):
        return connected_day(f"1 {found[1]} {found[2]}")
    if _YEAR.fullmatch(text) and text != "0000":
        return date(int(text), 1, 1)
    return connected_day(text)

"""Days and hours as they are written in the seeker's country. Pure.

English is written in two ways here: two short forms, where a library of locales would weigh a
third of all that is installed.
"""

from datetime import date, datetime

# Where English puts the month first and counts the hours twice to twelve.
_MONTH_FIRST = frozenset(
    {"US", "CA", "PH", "PR", "GU", "VI", "AS", "MP", "UM", "FM", "MH", "PW", "BZ"}
)


def written_day(day: date | None, *, country: str) -> str:
    """`9 November`, `November 9`; no year, a campaign is short."""
    if day is None:
        return ""
    return f"{day:%B} {day.day}" if country in _MONTH_FIRST else f"{day.day} {day:%B}"


def written_weekday(day: date, *, country: str) -> str:
    """`Tuesday 5 January`, `Tuesday, January 5`."""
    comma = "," if country in _MONTH_FIRST else ""
    return f"{day:%A}{comma} {written_day(day, country=country)}"


def written_time(at: datetime, *, country: str) -> str:
    """`Tuesday 5 January at 14:00`, `Tuesday, January 5 at 2:00 p.m.`"""
    day = written_weekday(at.date(), country=country)
    if country not in _MONTH_FIRST:
        return f"{day} at {at:%H:%M}"
    return f"{day} at {at.hour % 12 or 12}:{at:%M} {'a.m.' if at.hour < 12 else 'p.m.'}"

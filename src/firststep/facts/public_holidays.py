"""Public holidays by country, from a table that the program carries.

The table is made of the `holidays` library (bin/holidays): importing that one for ten days of a
year took a third of the time in which Today answers.
"""

from datetime import date
from functools import cache
from pathlib import Path

YEARS = range(2000, 2041)
TABLE = Path(__file__).with_suffix(".txt")


@cache
def public_holidays(country: str, year: int) -> frozenset[date]:
    """The public holidays of a country (ISO 3166 code) in a year; none for a country unknown, and
    none before or after YEARS: there only the seeker's own weekdays count."""
    if year not in YEARS:
        return frozenset()
    fallen = (entry.partition(":") for entry in _days(country))
    return frozenset(
        date(year, int(day[:2]), int(day[2:]))
        for day, _, years in fallen
        if not years or _is_among(year % 100, years)
    )


@cache
def _days(country: str) -> tuple[str, ...]:
    with TABLE.open(encoding="utf-8") as rows:
        for row in rows:
            if row[:2] == country:
                return tuple(row.split()[1:])
    return ()


def _is_among(year: int, spans: str) -> bool:
    for span in spans.split(","):
        first, _, last = span.partition("-")
        if int(first) <= year <= int(last or first):
            return True
    return False

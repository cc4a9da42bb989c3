"""The feasts people name when they say when: "after Easter". Pure."""

from collections.abc import Callable
from datetime import date, timedelta

Span = tuple[date, date]


def feast_in(feast: str, today: date, country: str) -> Span:
    """The first and the last day of the next such feast that is not over."""
    of_year = _FEASTS[feast]
    spans = (of_year(year, country) for year in (today.year - 1, today.year, today.year + 1))
    return next(span for span in spans if span[1] >= today)


def easter_sunday(year: int) -> date:
    """Easter of the western churches, by the anonymous Gregorian computation."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _new_year(year: int, _country: str) -> Span:
    return date(year + 1, 1, 1), date(year + 1, 1, 1)


def _christmas(year: int, _country: str) -> Span:
    return date(year, 12, 25), date(year, 12, 26)


def _holidays(year: int, _country: str) -> Span:
    return date(year, 12, 24), date(year + 1, 1, 1)


def _epiphany(year: int, _country: str) -> Span:
    return date(year, 1, 6), date(year, 1, 6)


def _easter(year: int, _country: str) -> Span:
    sunday = easter_sunday(year)
    return sunday - timedelta(days=2), sunday + timedelta(days=1)


def _whitsun(year: int, _country: str) -> Span:
    sunday = easter_sunday(year) + timedelta(days=49)
    return sunday, sunday + timedelta(days=1)


def _thanksgiving(year: int, country: str) -> Span:
    """The fourth Thursday of November; in Canada the second Monday of October."""
    if country == "CA":
        first = date(year, 10, 1)
        monday = first + timedelta(days=-first.weekday() % 7 + 7)
        return monday, monday
    first = date(year, 11, 1)
    thursday = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    return thursday, thursday + timedelta(days=1)


_FEASTS: dict[str, Callable[[int, str], Span]] = {
    "epiphany": _epiphany, "new-year": _new_year, "christmas": _christmas,
    "holidays": _holidays, "easter": _easter,
    "whitsun": _whitsun, "thanksgiving": _thanksgiving,
}  # fmt: skip

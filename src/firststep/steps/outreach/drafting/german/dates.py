"""Days and hours as they are written in Germany, Austria and Switzerland. Pure.

The names of days and months are a library's, the country's own (`Jänner`).
"""

from datetime import date, datetime, timedelta

_LOCALES = {"AT": "de_AT", "CH": "de_CH"}
_A_WEEK, _A_FEW_DAYS, _SOME_WEEKS = timedelta(days=7), timedelta(days=4), timedelta(days=28)


def german_time(at: datetime, *, country: str) -> str:
    """`am Dienstag, 5. Januar, um 14 Uhr`, `… um 14:30 Uhr`."""
    clock = f"{at.hour}:{at:%M}" if at.minute else f"{at.hour}"
    return f"am {_in(country, at.date(), 'EEEE, d. MMMM')}, um {clock} Uhr"


def german_day(day: date | None, *, today: date | None, country: str) -> str:
    """A day as one says it: `heute`, `gestern`, `am Montag` of the week to come or of a few days
    ago, `am 9. November`."""
    if day is None:
        return ""
    if today is None or not -_A_FEW_DAYS <= day - today < _A_WEEK:
        return f"am {_in(country, day, 'd. MMMM')}"
    near = {0: "heute", -1: "gestern"}.get((day - today).days)
    return near or f"am {_in(country, day, 'EEEE')}"


def german_again(again: date | None, *, named: bool, today: date | None, country: str) -> str:
    """When somebody who said later is written to again: on the day they named; else in words, since
    a day would claim that they did."""
    if again is None or today is None or named:
        return german_day(again, today=today, country=country)
    return "in einigen Wochen" if again - today < _SOME_WEEKS else f"im {_month(again, country)}"


def january(country: str) -> str:
    """`Januar`, and `Jänner` in Austria."""
    return _month(date(2000, 1, 1), country)


def german_locale(country: str) -> str:
    """Under which name Babel knows the German of a country."""
    return _LOCALES.get(country, "de")


def _month(day: date, country: str) -> str:
    return _in(country, day, "MMMM")


def _in(country: str, day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=german_locale(country))

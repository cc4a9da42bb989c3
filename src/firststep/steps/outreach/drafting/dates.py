"""Days, hours and lists as they are written in the seeker's country (L1, F42). Pure.

Their order, names and signs are a library's (docs/decisions/locale-data.md). It is loaded where a
text is written: no command that writes none waits for it.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Literal

from firststep.steps.outreach.wordings.english import english_of

_LOCALES = {"american": "en_CA", "british": "en_GB"}  # Canada's for the dots of 2:00 p.m.
_A_WEEK, _A_FEW_DAYS = timedelta(days=7), timedelta(days=4)


def written_day(day: date | None, *, country: str) -> str:
    """`9 November`, `November 9`; no year, a campaign is short."""
    return _by_pattern(day, "MMMMd", country) if day else ""


def written_weekday(day: date, *, country: str) -> str:
    """`Tuesday 5 January`, `Tuesday, January 5`."""
    return _by_pattern(day, "MMMMEd", country)


def written_time(at: datetime, *, country: str) -> str:
    """`Tuesday 5 January at 14:00`, `Tuesday, January 5 at 2:00 p.m.`"""
    from babel.dates import format_time

    clock = format_time(at.time(), "short", locale=english_locale(country))
    return f"{written_weekday(at.date(), country=country)} at {' '.join(clock.split())}"


def in_a_list(words: Sequence[str], style: Literal["or", "standard"], *, locale: str) -> str:
    """`Lyon`, `Lyon or Paris`, `Lyon, Paris or Nice`, or with `and`, in a locale of Babel's."""
    if len(words) < 2:
        return "".join(words)
    from babel.lists import format_list

    return format_list(list(words), style, locale=locale)


def said_day(day: date | None, *, today: date | None, country: str) -> str:
    """A day as one says it: `today`, `yesterday`, `on Monday` of the week to come or of a few days
    ago, `on 9 November`."""
    if day is None:
        return ""
    if today is None or not -_A_FEW_DAYS <= day - today < _A_WEEK:
        return f"on {written_day(day, country=country)}"
    near = {0: "today", -1: "yesterday"}.get((day - today).days)
    return near or f"on {_by_pattern(day, 'E', country)}"


def _by_pattern(day: date, skeleton: str, country: str) -> str:
    from babel.dates import format_date

    return format_date(
        day, _pattern(skeleton, english_locale(country)), locale=english_locale(country)
    )


@cache
def _pattern(skeleton: str, locale: str) -> str:
    """The country's own order of these parts, the day of the week in full."""
    from babel import Locale

    if skeleton == "E":
        return "EEEE"
    found: str = Locale.parse(locale).datetime_skeletons[skeleton].pattern
    return found.replace("E", "EEEE")


def english_locale(country: str) -> str:
    """Under which name Babel knows the English of a country."""
    return _LOCALES[english_of(country)]

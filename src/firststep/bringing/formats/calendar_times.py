"""When an event of a calendar is: days, moments, and the zones other programs name. Pure.

A zone is looked for by its name, then as the calendar itself defines it, then by what its name
says: Windows' names, Exchange's "(UTC-03:00) Brasília", "GMT-0500".
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from firststep.bringing.formats.card_lines import CardLine

_WHEN = re.compile(
    r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})"
    r"(?:T([0-9]{2}):?([0-9]{2}):?([0-9]{2})?(?:\.[0-9]+)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:UTC|GMT|\A)\s*([+-])([0-9]{1,2}):?([0-9]{2})?(?![0-9])", re.IGNORECASE)
_NO_OFFSET = re.compile(r"\((?:UTC|GMT)\)", re.IGNORECASE)
_UNIVERSAL = frozenset({"Z", "UTC", "GMT", "ZULU", "(UTC)"})
_FIRST_YEAR = 900  # what lies before is no year of a meeting


class When(NamedTuple):
    """A day, or a moment: with its zone, or as the clock shows it. `lost` is a zone not known."""

    at: date | datetime
    lost: bool = False

    def day(self, zone: tzinfo) -> date:
        """The day in a zone; a time without a zone is already one there."""
        if not isinstance(self.at, datetime):
            return self.at
        try:
            return self.at.date() if self.at.tzinfo is None else self.at.astimezone(zone).date()
        except OverflowError:  # the last day of year 9999, or the first of year 1
            return self.at.date()


class Zones:
    """The zones of one calendar, by the names it gives them."""

    def __init__(self) -> None:
        self._defined: dict[str, list[str]] = {}
        self._found: dict[str, tzinfo | None] = {}

    def define(self, name: str, lines: list[str]) -> None:
        """Keeps how the calendar itself defines a zone."""
        self._defined[_key(name)] = lines

    def called(self, name: str) -> tzinfo | None:
        """The zone of that name; None where nobody knows it."""
        key = _key(name)
        if key not in self._found:
            known, defined = _in_the_world(name.strip()), self._defined.get(key)
            own = _as_defined(defined) if defined and known is None else None
            self._found[key] = known or own or _as_said(name.strip())
        return self._found[key]


def _key(name: str) -> str:
    return " ".join(name.replace("\\,", ",").split()).casefold()


def _in_the_world(name: str) -> tzinfo | None:
    """By its name in the zone database, also behind a maker's prefix."""
    parts = name.strip("/").split("/")
    for begin in range(len(parts)):
        try:
            return ZoneInfo("/".join(parts[begin:]))
        except (KeyError, ValueError, OSError):
            continue
    return None


def _as_defined(lines: list[str]) -> tzinfo | None:
    """By the rules a calendar gives; None for rules that make none."""
    from icalendar import Timezone

    rules: Any
    if any(re.match(r"RRULE(?!.*FREQ=YEARLY)", line, re.IGNORECASE) for line in lines):
        return None  # a zone that changes by the second would never be worked out
    text = "\r\n".join(("BEGIN:VTIMEZONE", "TZID:own", *lines, "END:VTIMEZONE", ""))
    try:
        rules = Timezone.from_ical(text)
        found: tzinfo = rules.to_tz(lookup_tzid=False)
        datetime(2026, 1, 1, tzinfo=found).utcoffset()
        datetime(2026, 7, 1, tzinfo=found).utcoffset()
    except Exception:  # a library meets rules nobody thought of; the name may still tell
        return None
    return found


@lru_cache(maxsize=64)
def _as_said(name: str) -> tzinfo | None:
    """By what the name says: Windows' name, the difference to UTC and a city, another spelling."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    short = re.sub(r"\s+[0-9]+\Z", "", name)
    if olson := WINDOWS_TO_OLSON.get(short):
        return _in_the_world(str(olson))
    if short.rpartition("/")[2].upper() in _UNIVERSAL:
        return UTC
    if found := _OFFSET.search(name):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        offset = timedelta(minutes=-minutes if found[1] == "-" else minutes)
        return _city(name[found.end() :], offset) or _fixed(offset)
    if found := _NO_OFFSET.match(name):
        return _city(name[found.end() :], timedelta(0)) or UTC
    spelled = _spellings().get(name.replace("-", "/").replace(" ", "_").casefold())
    return ZoneInfo(spelled) if spelled else None


def _fixed(offset: timedelta) -> tzinfo | None:
    return timezone(offset) if abs(offset) < timedelta(hours=24) else None


def _city(words: str, offset: timedelta) -> tzinfo | None:
    """The zone of a city named there that keeps this difference in winter or summer."""
    for city in re.findall(r"[^\W\d_][\w .'-]+", words):
        spelled = _spellings().get(city.strip().replace(" ", "_").casefold())
        zone = ZoneInfo(spelled) if spelled else None
        kept = [datetime(2026, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)]
        if zone and offset in kept:
            return zone
    return None


@cache
def _spellings() -> dict[str, str]:
    """The zones by their names and their cities in small letters."""
    names = sorted(available_timezones(), reverse=True)
    cities = {name.rpartition("/")[2].casefold(): name for name in names if "/" in name}
    return cities | {name.casefold(): name for name in names}


def times_in(line: CardLine, text: str, zones: Zones) -> Iterator[When]:
    """The days or moments of a line. Raises ValueError where one of them is none."""
    zone = line.said.get("tzid", "")
    first = _WHEN.search(text)
    if first and (more := text[: first.start()].strip(": ")):  # TZID=GMT+01:00 without quotes
        zone, text = f"{zone}:{more.partition(';')[0]}", text[first.start() :]
    for part in text.split(","):
        found = _WHEN.fullmatch(part.partition("/")[0].strip())
        if found is None:
            raise ValueError(f"{part!r} is no time")
        yield _when(found, zone, zones)


def _when(found: "re.Match[str]", zone: str, zones: Zones) -> When:
    year, month, day, hour, minute, second, shift = found.groups()
    if int(year) < _FIRST_YEAR:
        raise NoYear
    if hour is None:
        return When(date(int(year), int(month), int(day)))
    seconds = min(int(second or 0), 59)  # a leap second
    at = datetime(int(year), int(month), int(day), int(hour), int(minute), seconds)  # noqa: DTZ001
    if shift:
        sure = UTC if shift in "zZ" else _as_said(shift)
        return When(at.replace(tzinfo=sure))
    known = zones.called(zone) if zone else None
    return When(at.replace(tzinfo=known), lost=bool(zone) and known is None)


class NoYear(ValueError):
    """The year 0000 and its kin."""

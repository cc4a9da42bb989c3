"""Working days: the only arithmetic on dates the plan does."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from firststep.facts.public_holidays import public_holidays

Year = tuple[tuple[int, ...], frozenset[int]]


def local_day(now: datetime, *, zone: str, moved_on: date | None) -> date:
    """The day it is in a zone. A seeker who moves west across midnight does not live a day twice:
    the day on which they moved holds until the new place has caught up with it."""
    here = now.astimezone(ZoneInfo(zone)).date()
    if moved_on is not None and moved_on - here == timedelta(days=1):
        return moved_on
    return here


def hour_instead(at: datetime, *, zone: str) -> datetime | None:
    """What the clocks of a zone show when summer time skips the local hour `at`; None where that
    hour exists. Of an hour that comes twice in autumn the first is meant."""
    there = ZoneInfo(zone)
    shown = at.replace(tzinfo=there, fold=0).astimezone(UTC).astimezone(there).replace(tzinfo=None)
    return shown if shown != at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """Which days are the seeker's working days: ISO weekdays 1-7 less public holidays and the
    spans, first day and last, when the seeker is away."""

    country: str = ""
    weekdays: frozenset[int] = field(default=frozenset({1, 2, 3, 4, 5}))
    away: tuple[tuple[date, date], ...] = ()
    holidays_of: Callable[[str, int], frozenset[date]] = public_holidays
    _years: dict[int, Year] = field(default_factory=dict, repr=False, compare=False)
    _after: dict[tuple[date, int], date] = field(default_factory=dict, repr=False, compare=False)

    def is_working(self, day: date) -> bool:
        """Whether steps may be shown on that day."""
        return day.toordinal() in self._working_days(day.year)[1]

    def may_be_offered(self, day: date) -> bool:
        """Whether a conversation may be offered on that day (F42): a working day, neither 24 nor 31
        December anywhere, none of the quiet days, and not one between days off, which most people
        take off as well."""
        if self.after_quiet_days(day) != day:
            return False
        around = (day - timedelta(days=1), day + timedelta(days=1))
        between = all(self._is_off(one) for one in around) and any(map(self._is_feast, around))
        return not (self._is_off(day) or between)

    def quiet_days(self, day: date) -> tuple[date, date] | None:
        """The days from 24 December in which a day falls, or that are newly over: the first of
        them, and the first day after (F45). Only where Christmas and the new year are kept."""
        if (day.month, day.day) < (12, 24) and day.month > 1:
            return None
        year = day.year if day.month == 12 else day.year - 1
        feasts = date(year, 12, 25), date(year + 1, 1, 1)
        if not all(feast in self.holidays_of(self.country, feast.year) for feast in feasts):
            return None
        return date(year, 12, 24), date(year + 1, 1, 2)

    def after_quiet_days(self, day: date) -> date:
        """The day itself, or the first working day after the quiet days it falls into (F45)."""
        quiet = self.quiet_days(day)
        return self.on_or_after(quiet[1]) if quiet and day < quiet[1] else day

    def _is_off(self, day: date) -> bool:
        return _is_eve(day) or not self.is_working(day)

    def _is_feast(self, day: date) -> bool:
        """A day off that is none of the week: a holiday, an eve, a day away."""
        return self._is_off(day) and (_is_eve(day) or day.isoweekday() in self.weekdays)

    def offered_after(self, day: date, count: int) -> date:
        """The count-th working day after a day, or the first after it that may be offered."""
        found = self.after(day, count)
        while not self.may_be_offered(found):
            found = self.after(found, 1)
        return found

    def after(self, day: date, count: int) -> date:
        """The count-th working day after a day (rhythm F14); 0 is the day itself. A plan asks
        thousands of times, for a few hundred of them."""
        if (found := self._after.get((day, count))) is None:
            found = self._after[day, count] = self._counted(day, count)
        return found

    def _counted(self, day: date, count: int) -> date:
        if count == 0:
            return day
        year, days = day.year, self._working_days(day.year)[0]
        at = bisect_right(days, day.toordinal()) + count - 1
        while at >= len(days):
            at, year = at - len(days), year + 1
            days = self._working_days(year)[0]
        return date.fromordinal(days[at])

    def on_or_after(self, day: date) -> date:
        """The day itself when it is a working day, else the next one."""
        return self.after(day - timedelta(days=1), 1)

    def before(self, day: date) -> date:
        """The last working day before a day."""
        year, days = day.year, self._working_days(day.year)[0]
        at = bisect_left(days, day.toordinal()) - 1
        while at < 0:
            year -= 1
            days = self._working_days(year)[0]
            at += len(days)
        return date.fromordinal(days[at])

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; 0 when `end` is not later."""
        if start >= end:
            return 0
        whole = sum(len(self._working_days(year)[0]) for year in range(start.year, end.year))
        return whole + self._past(end) - self._past(start)

    def _past(self, day: date) -> int:
        """How many working days of its year are over with that day."""
        return bisect_right(self._working_days(day.year)[0], day.toordinal())

    def _working_days(self, year: int) -> Year:
        if (found := self._years.get(year)) is None:
            found = _working_days(self.holidays_of, self.country, self.weekdays, self.away, year)
            self._years[year] = found
        return found


def _is_eve(day: date) -> bool:
    return day.month == 12 and day.day in (24, 31)


@lru_cache(maxsize=512)
def _working_days(
    holidays_of: Callable[[str, int], frozenset[date]],
    country: str,
    weekdays: frozenset[int],
    away: tuple[tuple[date, date], ...],
    year: int,
) -> Year:
    """The ordinals of a year's working days, in order and to look one up."""
    off = {day.toordinal() for day in holidays_of(country, year)}
    for first_off, last_off in away:
        off |= set(range(first_off.toordinal(), last_off.toordinal() + 1))
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    working = tuple(
        ordinal
        for ordinal in range(first, last + 1)
        if ordinal not in off and (ordinal - 1) % 7 + 1 in weekdays
    )
    return working, frozenset(working)

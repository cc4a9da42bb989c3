"""Which day, or which hour to come, the days of a draft come to, and what is doubtful. Pure.

A doubt is a word for what has to be asked, with the words it is about: `day on 12/11`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from firststep.facts.text import fold
from firststep.steps.outreach.language.day_words import DAY_NAMES
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.language.when import WhenSaid

_SAME_HOUR = (
    "same time", "same hour", "gleiche zeit", "gleichen zeit", "selbe zeit", "selben zeit",
    "gleiche uhrzeit", "selbe uhrzeit", "gleichen uhrzeit", "selben uhrzeit",
)  # fmt: skip
_FEASTS = tuple(fold(name) for name in DAY_NAMES["feast"])
LONG_AGO = 270  # days: a day without a year, so long past, may well be one to come


class DayFound(NamedTuple):
    """A day, None for today or for none, and what is doubtful about it."""

    on: date | None
    doubt: str = ""


class HourFound(NamedTuple):
    """A day to come with its hour, or what is doubtful about it."""

    at: datetime | None
    doubt: str = ""


class UntilFound(NamedTuple):
    """Until when, the day it was said on (None: today), and what is doubtful."""

    until: date | None
    on: date | None = None
    doubt: str = ""


def past_day(whens: Sequence[WhenSaid], today: date) -> DayFound:
    """The day of what happened."""
    days: set[date] = set()
    for when in (one.settled(coming=False) for one in whens):
        if not when.is_day and when.at is not None:
            continue
        day = when.day(coming=False)
        if day is None or when.grain != "day" or _is_too_old(when, day, today):
            return DayFound(None, f"day {when.words}")
        days.add(day)
    if len(days) > 1:
        return DayFound(None, "days")
    return DayFound(_but_today(next(iter(days), None), today))


def _is_too_old(when: WhenSaid, day: date, today: date) -> bool:
    return (today - day).days > LONG_AGO and when.on != day


def _but_today(day: date | None, today: date) -> date | None:
    return None if day == today else day


def day_ahead(whens: Sequence[WhenSaid]) -> date | None:
    """The one day to come; None where a week is said, several days or none."""
    days = [one.on for one in whens if one.is_day and one.grain == "day" and one.past != one.on]
    return days[0] if len(days) == 1 else None


def day_until(whens: Sequence[WhenSaid], today: date, *, is_later: bool = False) -> UntilFound:
    """A day to come is until when; one that is past only is when it was said. `is_later`: without
    a day to come it cannot be what was said."""
    whens = [one.settled(coming=True) for one in whens]
    ahead = _the_bound([when for when in whens if _is_ahead(when)])
    on = _said_on(whens, today)
    days = {when.on for when in ahead}
    if len(days) == 1:
        return _until(_behind_feast(ahead[0]) if is_later else ahead[0], on, today)
    return UntilFound(None, on, "days" if days or (is_later and whens) else "")


def _behind_feast(when: WhenSaid) -> WhenSaid:
    """“Not before Christmas” names the eve, and means the day behind it."""
    words = fold(when.words)
    if when.on is None or when.sense != "until" or not any(word in words for word in _FEASTS):
        return when
    return replace(when, on=when.on + timedelta(days=1))


def _said_on(whens: Sequence[WhenSaid], today: date) -> date | None:
    said = (when.on for when in whens if not _is_ahead(when) and when.at is None)
    return _but_today(next(said, None), today)


def _is_ahead(when: WhenSaid) -> bool:
    """This week is not over: only a day gone by is behind."""
    return not when.is_past or when.sense != "on" or when.grain != "day"


def _the_bound(whens: list[WhenSaid]) -> list[WhenSaid]:
    """Of several days the one with “until” or “from”, where one only has it."""
    bounds = [when for when in whens if when.sense != "on"]
    is_span = any(one.sense == "from" and _is_behind_it(one, whens) for one in bounds)
    return bounds if len(bounds) == 1 and not is_span else whens


def _is_behind_it(first: WhenSaid, whens: list[WhenSaid]) -> bool:
    """Whether another day lies behind the one something begins on: from Monday to the 18th."""
    return any(one.on and first.on and one.on > first.on for one in whens)


def _until(when: WhenSaid, on: date | None, today: date) -> UntilFound:
    if when.on is None:
        return UntilFound(None, on, "" if when.at and not when.unsure else f"day {when.words}")
    if when.on <= today and when.grain != "day":
        return UntilFound(None, on, f"day {when.words}")
    return UntilFound(when.on if when.on > today else None, on)


def moment_ahead(whens: Sequence[WhenSaid], today: date) -> HourFound:
    """The day and hour of a conversation to come."""
    whens = [one.settled(coming=True) for one in whens]
    days = [one for one in whens if one.is_day]
    hours = [one for one in whens if one.at]
    whole = [one for one in days if one.at]
    if len(whole) == 1:
        return _at(whole[0], whole[0], today)
    if len(days) == len(hours) == 1:
        return _at(days[0], hours[0], today)
    return HourFound(None, ("when", "hour", "days")[min(len(days), 2)])


def _at(day: WhenSaid, hour: WhenSaid, today: date) -> HourFound:
    """A weekday said on that very day is that of next week: today would be called today."""
    if day.on is None or hour.at is None:
        return HourFound(None, f"day {day.words}")
    if day.on < today or day.grain != "day":
        return HourFound(None, f"day {day.words}")
    return HourFound(datetime.combine(day.on, hour.at))


def is_bound(when: WhenSaid) -> bool:
    """Whether a yes with it could as well mean: not until then."""
    return when.at is None and (when.sense != "on" or when.grain in ("month", "year"))


def is_behind(when: WhenSaid) -> bool:
    """Whether it is a day gone by for certain."""
    return when.is_past and when.at is None


def same_hour(words: Sequence[Spoken]) -> bool:
    """Whether a talk keeps its hour: "moved to Thursday, same time"."""
    said = " ".join(word.word for word in words)
    return any(same in said for same in _SAME_HOUR)


def moved_to(
    whens: Sequence[WhenSaid], talk: datetime | None, *, same: bool, today: date
) -> HourFound:
    """Where a conversation was moved to. Its hour stays where the `same` is said, its day where an
    hour alone is."""
    whens = [one.settled(coming=True) for one in whens]
    full = [when for when in whens if when.at]
    last = (full or [*whens])[-1:]
    if talk is not None and last:
        kept = _kept(last[0], talk, same=same, is_alone=len(whens) == 1)
        if kept is not None:
            return HourFound(kept)
    return moment_ahead(whens if full else last, today)


def _kept(when: WhenSaid, talk: datetime, *, same: bool, is_alone: bool) -> datetime | None:
    if same and when.at is None and when.on:
        return datetime.combine(when.on, talk.time())
    if is_alone and when.at is not None and not when.is_day:
        return datetime.combine(talk.date(), when.at)
    return None

"""When: the days and hours a text speaks of, each with its place in the text. Pure.

English and German, by tables beside this module. A day is never guessed: one that could be two is
`unsure`, and whether a weekday is past or to come is told by what happened (F43), not here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cache

from firststep.steps.outreach.language.day_words import (
    DAY_NAMES,
    LETTERS_OF_SLOTS,
    DaysMeant,
    Grain,
    Sense,
    SlotsSaid,
)
from firststep.steps.outreach.language.days import days_meant
from firststep.steps.outreach.language.hours import hour_meant
from firststep.steps.outreach.language.phrases import (
    Phrase,
    one_of_these,
    phrases_of,
    that_may_stand,
)

_H, _MM, _D = r"\d{1,2}", r"[0-5]\d", r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
# “so 4pm”, “can do 4pm” are no Sunday and no Thursday: a German day has no am or pm behind it.
_SHORT = rf"(?:{one_of_these(DAY_NAMES['short'])})(?!(?<=\b[ds]o)\s+(?:at\s+)?\d[\d:.]*\s?[ap]\.?m)"
_NUMBERS = one_of_these({**DAY_NAMES["n"], **DAY_NAMES["some"]})
_SLOTS = {
    "weekday": one_of_these(DAY_NAMES["weekday"]), "short": _SHORT,
    "month": one_of_these(DAY_NAMES["month"]), "feast": one_of_these(DAY_NAMES["feast"]),
    "n": rf"\d{{1,3}}|{_NUMBERS}", "spelled": one_of_these(DAY_NAMES["n"]),
    "d": _D, "dth": one_of_these(DAY_NAMES["dth"]), "e": _D,
    "y": r"20\d\d", "kw": r"\d{1,2}", "iso": r"\d{4}-\d{2}-\d{2}",
    "slash": rf"{_H}/{_H}(?:/(?:20)?\d\d)?",
    "h": rf"{_H}(?!:\d)", "h2": rf"{_H}(?!:\d)", "mm": _MM, "clock": rf"{_H}:{_MM}",
    "dots": rf"{_D}\.\s?{_M}\.(?:\s?20\d\d|\d\d(?!\d))?", "dots_open": rf"{_D}\.{_M}",
    "dots_from": rf"{_D}\.(?:{_M}\.?)?",
    "to": r"\s*(?:to|until|till|through|thru|bis(?: zum)?|[-–])\s*",
    "no_noun": r"(?!\s+(?:round|interview|year|floor|shift|time|one|step|stage|call|week)\b)",
    "at_hour": r"(?=,?\s+(?:at|@)\s)",
    "no_day": r"(?!\.?\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\b)",
    "hour_ahead": (
        rf"(?=,?\s+(?:at\s|um\s|ab\s|gegen\s|@)?\s*{_H}(?:[:.]{_MM})?"
        r"\s?(?:uhr|h|am|pm|p|a|ish)?\b)"
    ),
}  # fmt: skip
_SENSE = re.compile(
    rf"(?i)(?<!\w)(?P<sense>{one_of_these(DAY_NAMES['sense'])})"
    rf"(?:\s+(?:{one_of_these(DAY_NAMES['article'])}))*\s*$"
)
# Ways of saying that may hold the sense themselves, before their slot: "until sat", "bis Januar".
_SENSE_WITHIN = ("weekday", "month", "month 15", "month end", "monthday", "dots", "date")
_BARE = re.compile(
    r"(?i),?\s+(?P<h>[01]?\d|2[0-3])(?:[.]?(?P<minutes>(?<=\d\.)[0-5]\d|[0-5][05]))?(?!\w)"
    r"(?=\s*(?:[,;:!)]|\.?$|\.\s)|\s+(?:at|in|on|over|via|for|with|w|bei|im|am|per|mit"
    r"|after|before|then|by|phone|zoom|call|coffee|instead|gate|sharp|and|but|his|her|their)\b)"
)
_MONTHS = _HALF_DAY = 12
_NUMBER = re.compile(r"\b\d+\b")
_LATE = re.compile(r"(?i)\b(?:evening|eve|tonight|night|afternoon)\b|abend|nachmittag")
_BEFORE = re.compile(r"(?i)(?<!\w)(?:on|at|am|den|im|in|der|the|for|um)\s+$")
_BETWEEN = re.compile(
    r"(?i)[\s,]*(?:(?:at|um|@|around|about|by|gegen|ab|so|ca\.?|circa|from|von|the|den|der|dem|on|am)"
    r"[\s,]*)*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenSaid:
    """A day, an hour, or both, as a text says them, from `start` to `end` of it.

    `on` is the day to come, or the only day meant; `past` the day gone by which the words could as
    well mean: "Tuesday" has both, "tomorrow" has no past, "yesterday" is past alone. A week or a
    month is its first day (`grain`). Where it could be several days to come, they are `unsure`,
    the likeliest first, and `on` is None.
    """

    start: int
    end: int
    words: str
    on: date | None = None
    past: date | None = None
    at: time | None = None
    sense: Sense = "on"
    grain: Grain = "day"
    unsure: tuple[date, ...] = ()
    as_past: date | None = None  # of these the one that is left where it is past, or to come
    as_coming: date | None = None
    hour: time | None = None  # the bare number behind it, if it is to come: Tuesday 10

    def settled(self, *, coming: bool) -> "WhenSaid":
        """The day it is where it is known whether it is past or to come (“3/4”, “Tuesday 10”)."""
        if self.hour is not None:
            hourless = replace(self, hour=None, at=self.hour if coming else None)
            return hourless if coming else replace(hourless, on=None, past=None)
        day = self.as_coming if coming else self.as_past
        if day is None or not self.unsure:
            return self
        return replace(self, on=day, past=None if coming else day, unsure=())

    @property
    def is_past(self) -> bool:
        """Whether the words can mean a day gone by only, such as yesterday."""
        return self.on is not None and self.on == self.past and not self.unsure

    @property
    def is_day(self) -> bool:
        """Whether a day, a week or a month is said at all, besides an hour."""
        return self.on is not None or bool(self.unsure) or self.past is not None

    def day(self, *, coming: bool) -> date | None:
        """The day if it is to come, or if it is gone by; None where the words say otherwise."""
        return self.on if coming else self.past


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    key: int  # what stands before it tells the sense
    days: DaysMeant | None
    at: time | None


def whens(text: str, *, today: date, country: str = "") -> tuple[WhenSaid, ...]:
    """All the days and hours a text names, in its order. A weekday before its date, a day beside
    its hour are one. A date that no calendar has (31 November) is there, without a day."""
    found = _longest([*_days(text, today, country), *_hours(text)])
    said: list[WhenSaid] = []
    for one in found:
        here = _said(text, one)
        joined = _joined(text, said[-1], here) if said else None
        if joined is None:
            said.append(here)
        else:
            said[-1] = joined
    return tuple(_with_bare_hour(text, one) for one in said)


@cache
def day_ways() -> tuple[Phrase, ...]:
    """The ways of saying a day."""
    return phrases_of(__file__, "days", _SLOTS, LETTERS_OF_SLOTS)


@cache
def hour_ways() -> tuple[Phrase, ...]:
    """The ways of saying an hour."""
    return phrases_of(__file__, "hours", _SLOTS, LETTERS_OF_SLOTS)


def _days(text: str, today: date, country: str) -> Iterator[_Found]:
    for way in that_may_stand(day_ways(), text):
        for match in way.pattern.finditer(text):
            said = {slot: words for slot, words in match.groupdict().items() if words is not None}
            days = days_meant(way.means, SlotsSaid(said, today, country))
            key = _key(match) if way.means in _SENSE_WITHIN else match.start()
            yield _Found(match.start(), match.end(), key, days, None)


def _hours(text: str) -> Iterator[_Found]:
    for way in that_may_stand(hour_ways(), text):
        for match in way.pattern.finditer(text):
            said = {slot: words for slot, words in match.groupdict().items() if words is not None}
            if at := hour_meant(way.means, said, match[0]):
                yield _Found(match.start(), match.end(), match.start(), None, at)


def _key(match: re.Match[str]) -> int:
    starts = [match.start(slot) for slot, words in match.groupdict().items() if words]
    return min(starts, default=match.start())


def _longest(found: list[_Found]) -> list[_Found]:
    """Of those that overlap the one that begins first, and of these the longest."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end > kept[-1].end and one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def _said(text: str, one: _Found) -> WhenSaid:
    sense, start = _sense(text, one)
    days = one.days or DaysMeant()
    return WhenSaid(
        start=start,
        end=one.end,
        words=text[start : one.end].strip(),
        on=days.on,
        past=days.past,
        at=one.at,
        sense=days.sense or sense,
        grain=days.grain,
        unsure=days.unsure,
        as_past=days.as_past,
        as_coming=days.as_coming,
    )


def _sense(text: str, one: _Found) -> tuple[Sense, int]:
    """Whether it is said of a day, until it or from it; and where the words for that begin."""
    if found := _SENSE.search(text, 0, max(one.key, one.start)):
        words = " ".join(found["sense"].lower().split())
        sense: Sense = "from" if DAY_NAMES["sense"].get(words) == "from" else "until"
        return sense, min(found.start(), one.start)
    before = _BEFORE.search(text, 0, one.start)
    return "on", before.start() if before else one.start


def _joined(text: str, first: WhenSaid, second: WhenSaid) -> WhenSaid | None:
    """A weekday and its date, a day and its hour are one; None where they are two."""
    if not _BETWEEN.fullmatch(text, first.end, second.start):
        return None
    start, end = first.start, second.end
    words = text[start:end].strip()
    if first.is_day != second.is_day:
        day, hour = (first, second) if first.is_day else (second, first)
        if day.at is not None or hour.at is None:
            return None
        return replace(day, start=start, end=end, words=words, at=_of_evening(hour.at, words))
    dated = None if _is_weekday(second) else _dated(first, second)
    return dated and replace(dated, start=start, end=end, words=words)


def _with_bare_hour(text: str, when: WhenSaid) -> WhenSaid:
    """ "Thursday 9.30" and "tomorrow 11": an hour without a word for it."""
    found = _BARE.match(text, when.end) if _may_lack_hour(when) else None
    if found is None or not _may_follow(when, found):
        return when
    at = hour_meant("clock", {"h": found["h"], "mm": found["minutes"] or "0"}, found[0])
    if at is None:
        return when
    words = text[when.start : found.end()].strip()
    if when.past is None or not _may_be_date(found["minutes"]):
        return replace(when, at=at, end=found.end(), words=words)
    if found["minutes"] is None and not _is_its_date(when, int(found["h"])):
        return replace(when, hour=at, end=found.end(), words=words)
    return when


def _is_its_date(when: WhenSaid, number: int) -> bool:
    """Whether a number behind a weekday is the date of one to come soon: Tuesday 15."""
    soon = (when.on + timedelta(days=7 * weeks) for weeks in range(4)) if when.on else ()
    return number > _HALF_DAY or any(day.day == number for day in soon)


def _may_lack_hour(when: WhenSaid) -> bool:
    return when.at is None and when.grain == "day" and when.on is not None


def _may_follow(when: WhenSaid, found: re.Match[str]) -> bool:
    """Behind a date an hour has its minutes, or the date its ending: 16 Dec 0900, mon 14th 11."""
    is_bare = _NUMBER.search(when.words) is None
    return is_bare or found["minutes"] is not None


def _may_be_date(minutes: str | None) -> bool:
    """Behind a weekday a number alone, or one that may be a month, could be its date."""
    return minutes is None or 0 < int(minutes) <= _MONTHS


def _of_evening(at: time, words: str) -> time:
    """Half past seven on Monday evening is 19:30."""
    is_late = _LATE.search(words) is not None and at.hour < 12
    return at.replace(hour=at.hour + 12) if is_late else at


def _dated(weekday: WhenSaid, day: WhenSaid) -> WhenSaid | None:
    """“Tuesday 8 December”: the date counts; where the weekday is another's, it is unsure."""
    if weekday.at or not (weekday.on and weekday.past and day.on):
        return None
    sense = weekday.sense if day.sense == "on" else day.sense
    on, past = (_on_that(one, weekday.on) for one in (day.on, day.past))
    if on or past:
        return replace(day, sense=sense, on=on or past, past=past)
    return replace(day, sense=sense, on=None, past=None, unsure=(day.on, weekday.on))


def _is_weekday(day: WhenSaid) -> bool:
    """Whether it is one more weekday: “from Monday to Tuesday” are two days."""
    is_named = day.on and day.past and _NUMBER.search(day.words) is None
    return bool(is_named) and day.on - day.past == timedelta(days=7)  # type: ignore[operator]


def _on_that(day: date | None, other: date) -> date | None:
    """The day, where it is on the same day of the week as the other."""
    return day if day and day.weekday() == other.weekday() else None

"""On which days an event was: its times read, a series laid out. Pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, timedelta, tzinfo
from typing import Any

from firststep.bringing.formats.calendar_parts import CalendarEvent
from firststep.bringing.formats.calendar_times import NoYear, When, Zones, times_in
from firststep.facts.file_rows import Reading
from firststep.facts.said import to_say

MOST_INSTANCES = 500  # of one series
HORIZON = timedelta(days=731)
_EVERY_DAY = 28  # years
LONGEST_DAYS = 366  # of one event
_TOO_OFTEN = re.compile(r"FREQ=(SECONDLY|MINUTELY|HOURLY)|BY(HOUR|MINUTE|SECOND)=", re.IGNORECASE)
_TOO_OFTEN_TOLD = to_say(
    "No meeting repeats by the hour or faster: only the first of them is counted."
)
_UNREAD = to_say("This cannot be read, so it is left out.")
_NEVER = to_say("No day is ever like that: only the first meeting is counted.")
_BLANK = to_say("One blank too many stands here; it was read without it.")
_NO_DAY = to_say("The event has no day. Take it out, or give it one.")
_NO_YEAR = to_say("The event's year is not a year.")
_BACKWARDS = to_say("The event ends before it begins. Correct it in your calendar.")
_TOO_LONG = to_say("The event lasts longer than a year. Correct it in your calendar.")


class Odd(Exception):
    """An event no meeting can be; `column` and `value` are what says so."""

    def __init__(self, words: str, column: str, value: str) -> None:
        super().__init__(words)
        self.column = column
        self.value = value


@dataclass(slots=True)
class Timed:
    """An event with its times read."""

    event: CalendarEvent
    starts: When
    rule: Any = None  # how often it is repeated
    also: Sequence[When] = ()
    never: Sequence[When] = ()
    instead: Sequence[When] = ()

    @property
    def is_series(self) -> bool:
        return self.rule is not None or bool(self.also)

    @property
    def is_yearly_day(self) -> bool:
        """A birthday or a holiday."""
        yearly = self.rule is not None and "YEARLY" in map(str, self.rule.get("FREQ", ()))
        return yearly and not isinstance(self.starts.at, datetime)


class Clock:
    """Reads the times of events. What is optional and cannot be read is left out with a note."""

    def __init__(self, zones: Zones, zone: tzinfo, text: Callable[[Any], str], into: Reading):
        self.zones, self.zone, self.text, self.into = zones, zone, text, into

    def timed(self, event: CalendarEvent) -> Timed:
        """Raises Odd for an event without a day, or of impossible length."""
        starts = self._times(event, "dtstart")
        if not starts:
            value = next(map(self.text, event.of("dtstart")), "")
            raise Odd(_NO_DAY, "start", value)
        self._refuse_odd_length(event, starts[0])
        return Timed(
            event,
            starts[0],
            self._rule(event),
            self._times(event, "rdate"),
            self._times(event, "exdate"),
            self._times(event, "recurrence-id"),
        )

    def _times(self, event: CalendarEvent, kind: str) -> list[When]:
        found: list[When] = []
        for line in event.of(kind):
            written = self._written(line)
            try:
                found += times_in(line, written, self.zones)
            except NoYear:
                raise Odd(_NO_YEAR, kind, written) from None
            except (ValueError, OverflowError):
                if kind != "dtstart":
                    self._leave_out(line, written, _UNREAD)
        return found

    def _written(self, line: Any) -> str:
        written = self.text(line)
        bare = written.strip()
        if bare and bare != written:
            self._leave_out(line, written, _BLANK)
        return bare

    def _leave_out(self, line: Any, written: str, problem: str) -> None:
        self.into.leave_out(line.at, line.kind.upper(), written, problem, key=str(line.at))

    def _refuse_odd_length(self, event: CalendarEvent, starts: When) -> None:
        """An end before the start, or one further off than any meeting lasts."""
        ends = next(iter(self._times(event, "dtend")), None)
        lasts = self._lasts(event)
        if ends is not None:
            days = (ends.day(self.zone) - starts.day(self.zone)).days
            days = -1 if days == 0 and _is_earlier(ends.at, starts.at) else days
        elif lasts is not None:
            days = lasts.days
        else:
            return
        told = str(ends.at if ends else lasts)
        if days < 0:
            raise Odd(_BACKWARDS, "end", told)
        if days > LONGEST_DAYS:
            raise Odd(_TOO_LONG, "end", told)

    def _lasts(self, event: CalendarEvent) -> timedelta | None:
        for line in event.of("duration"):
            from icalendar.prop import vDuration

            written = self._written(line)
            try:
                found: timedelta = vDuration.from_ical(written)  # type: ignore[no-untyped-call]
                return found
            except (ValueError, OverflowError):
                self._leave_out(line, written, _UNREAD)
        return None

    def _rule(self, event: CalendarEvent) -> Any:
        for line in event.of("rrule"):
            from icalendar.prop import vRecur

            written = self._written(line)
            if _TOO_OFTEN.search(written):
                self.into.note(line.at, "how often", written, _TOO_OFTEN_TOLD)
                continue
            try:
                rule = vRecur.from_ical(written)
            except (ValueError, TypeError):
                rule = {}
            if "FREQ" in rule and min(rule.get("INTERVAL", [1])) > 0:  # every 0 days never ends
                if _comes_true(rule):
                    return rule
                self._leave_out(line, written, _NEVER)
                continue
            self._leave_out(line, written, _UNREAD)
        return None


def _comes_true(rule: Any) -> bool:
    """Whether a rule names any day at all. One that never does (30 February) is followed by the
    library to its last year, whatever its end: a rule is tried in the last of its years alone, as
    many as bring back every day of the week on every day of a leap year."""
    from dateutil.rrule import rrulestr

    bare = type(rule)({k: v for k, v in rule.items() if k not in {"UNTIL", "COUNT", "INTERVAL"}})
    late = datetime(MAXYEAR - _EVERY_DAY, 1, 1, tzinfo=UTC)
    try:
        days = rrulestr(bare.to_ical().decode(), dtstart=late)
    except ValueError:
        return False
    return next(iter(days), None) is not None


def _is_earlier(one: object, other: object) -> bool:
    """By the minute, where both are moments that can be compared."""
    if not isinstance(one, datetime) or not isinstance(other, datetime):
        return False
    return bool(one.tzinfo) == bool(other.tzinfo) and one < other


def days_of(
    timed: Sequence[Timed], *, zone: tzinfo, today: date | None
) -> Iterator[tuple[Timed, date]]:
    """The events of one series with the days they fell on, the last ones where they are many."""
    if not any(one.is_series for one in timed):
        yield from ((one, one.starts.day(zone)) for one in timed)
        return
    import recurring_ical_events

    first = min(one.starts.day(zone) for one in timed)
    last = today or first + HORIZON
    begin = first if last - first <= HORIZON else last - HORIZON
    query = recurring_ical_events.of(_calendar(timed, last + timedelta(days=2)))
    found = query.between(begin, last + timedelta(days=1))[-MOST_INSTANCES:]
    for event in found:
        yield timed[int(event["X-AT"])], When(event["DTSTART"].dt).day(zone)
    if not found:
        yield timed[0], timed[0].starts.day(zone)


def _calendar(timed: Sequence[Timed], last: date) -> Any:
    """The series for the library. No rule goes on beyond the last day asked for."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    for place, one in enumerate(timed):
        event = Event()
        event.add("uid", "series")
        event.add("dtstart", one.starts.at)
        event["X-AT"] = str(place)
        if one.rule is not None:
            until = [at for at in one.rule.get("UNTIL", ()) if When(at).day(UTC) < last]
            event.add("rrule", one.rule | {"UNTIL": until or [last]})
        for name, times in (("rdate", one.also), ("exdate", one.never)):
            if times:
                event.add(name, [when.at for when in times])
        if one.instead:
            event.add("recurrence-id", one.instead[0].at)
        calendar.add_component(event)
    return calendar

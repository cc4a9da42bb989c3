"""A calendar file taken apart: its calendars, their zones and events, line by line. Pure."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from firststep.bringing.formats.calendar_times import Zones
from firststep.bringing.formats.card_lines import CardLine, card_line, whole_lines
from firststep.facts.file_rows import CannotRead, Reading
from firststep.facts.said import to_say

_DEEPEST = 5
_KIND = re.compile(rb"\s*(?:[\w-]+\.)?([\w-]+)\s*[;:]")
_NEEDED = frozenset(
    b"BEGIN END METHOD X-WR-CALNAME UID DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID"
    b" STATUS SUMMARY LOCATION ORGANIZER ATTENDEE".split()
)
_UNENDED = to_say("An event begins here and never ends.")
_DEEP = to_say(
    "In line {line} parts are nested deeper than {most}. No calendar does that; export it again."
)


class CalendarEvent:
    """The lines of an event, kept as small as they can be until somebody asks `of` a kind."""

    __slots__ = ("_fields", "_numbers", "_text", "line", "uid")

    def __init__(self, line: int) -> None:
        self.line, self.uid = line, ""  # where it begins, and what its series is known by
        self._text, self._numbers = b"", array("L")
        self._fields: dict[str, list[CardLine]] | None = None

    def take(self, at: int, raw: bytes) -> None:
        self._numbers.append(at)
        self._text += raw + b"\n"

    def of(self, kind: str) -> list[CardLine]:
        """The lines of that kind, in their order."""
        if self._fields is None:
            self._fields = defaultdict(list)
            for at, raw in zip(self._numbers, self._text.split(b"\n"), strict=False):
                line = card_line(at, raw)
                if line is not None:
                    self._fields[line.kind].append(line)
        return self._fields.get(kind, [])

    def close(self) -> None:
        """Lets go of what was asked for."""
        self._fields = None


@dataclass(slots=True)
class CalendarPart:
    """One of the calendars of a file."""

    line: int = 1
    method: str = ""
    names: list[CardLine] = field(default_factory=list)
    zones: Zones = field(default_factory=Zones)
    events: list[CalendarEvent] = field(default_factory=list)


def parts_of(data: bytes, into: Reading) -> Iterator[CalendarPart]:
    """Each calendar of the file; an event without an end is complained of."""
    walk = _Walk(into)
    for at, raw in whole_lines(data):
        kind = walk.kind_of(raw)
        if kind == b"BEGIN":
            yield from walk.begin(at, _value(raw).upper())
        elif kind == b"END":
            walk.end(_value(raw).upper())
        else:
            walk.bare = False
            if kind:
                walk.take(at, kind, raw)
    yield from walk.finish()


class _Walk:
    """Where in the file one stands."""

    def __init__(self, into: Reading) -> None:
        self.into = into
        self.stack: list[str] = []
        self.part: CalendarPart | None = None
        self.event: CalendarEvent | None = None
        self.zone: list[str] = []
        self.zone_name = ""
        self.bare = False  # whether a part has just begun

    def kind_of(self, raw: bytes) -> bytes:
        """The kind of a line that tells of whom one met and when; empty for all others."""
        found = _KIND.match(raw)
        kind = found[1].upper() if found else b""
        return kind if kind in _NEEDED or "VTIMEZONE" in self.stack else b""

    def begin(self, at: int, name: str) -> Iterator[CalendarPart]:
        """A part begins; a calendar ends the one before, an event one that never ended."""
        if name == "VCALENDAR" and not self.bare:
            yield from self.finish()
            self.stack = []
        if name == "VEVENT" and not self.bare:
            self._unended()
            self.stack = self.stack[:1]
        self._open(at, name)
        self.stack.append(name)
        self.bare = True
        if len(self.stack) > _DEEPEST:
            raise CannotRead(_DEEP, line=at, most=_DEEPEST)

    def _open(self, at: int, name: str) -> None:
        if name == "VCALENDAR":
            self.part = self.part or CalendarPart(at)
        elif name == "VEVENT":
            self.event = self.event or CalendarEvent(at)
        elif name == "VTIMEZONE":
            self.zone, self.zone_name = [], ""
        elif "VTIMEZONE" in self.stack:
            self.zone.append(f"BEGIN:{name}")

    def end(self, name: str) -> None:
        self.bare = False
        if name not in self.stack:
            return
        del self.stack[len(self.stack) - 1 - self.stack[::-1].index(name) :]
        if name == "VEVENT" and self.event and self.part:
            self.into.rows += 1
            self.part.events.append(self.event)
            self.event = None
        elif name == "VTIMEZONE" and self.part:
            self.part.zones.define(self.zone_name, self.zone)
        elif "VTIMEZONE" in self.stack:
            self.zone.append(f"END:{name}")

    def take(self, at: int, kind: bytes, raw: bytes) -> None:
        place = self.stack[-1] if self.stack else ""
        if "VTIMEZONE" in self.stack:
            if kind == b"TZID":
                self.zone_name = _value(raw)
            else:
                self.zone.append(raw.decode("latin-1").strip())
        elif place == "VEVENT" and self.event:
            self.event.take(at, raw)
            if kind == b"UID":
                self.event.uid = _value(raw)
        elif place == "VCALENDAR" and self.part:
            self._of_calendar(at, kind, raw)

    def _of_calendar(self, at: int, kind: bytes, raw: bytes) -> None:
        line = card_line(at, raw)
        if self.part and line and kind == b"METHOD":
            self.part.method = _value(raw).upper()
        elif self.part and line and kind == b"X-WR-CALNAME":
            self.part.names.append(line)

    def finish(self) -> Iterator[CalendarPart]:
        self._unended()
        if self.part:
            yield self.part
        self.part = None

    def _unended(self) -> None:
        if self.event:
            self.into.rows += 1
            self.into.complain(self.event.line, "", "BEGIN:VEVENT", _UNENDED)
        self.event = None


def _value(raw: bytes) -> str:
    return raw.partition(b":")[2].decode("latin-1").strip()

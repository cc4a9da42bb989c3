"""A calendar (iCalendar): whom the seeker met and when (FORMATS section 7).

Nothing remote is fetched, no alarm runs. A request from somebody else is never a meeting.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from firststep.bringing.formats.encodings import encoding_of, text_of
from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.mentions import beside_address, mention
from firststep.bringing.formats.moments import zone_of
from firststep.facts.contact import Contact
from firststep.facts.file_rows import NAMELESS, CannotRead, Reading

_DEEPEST = 5
MOST_INSTANCES = 500  # of one series
HORIZON = timedelta(days=731)
LONGEST_DAYS = 366  # of one event
MOST_ATTENDEES = 20  # more is a lecture, not a meeting
_LECTURE = f"With more than {MOST_ATTENDEES} people there nobody was met, so none is counted."
_TOO_OFTEN = re.compile(r"FREQ=(SECONDLY|MINUTELY|HOURLY)|BY(HOUR|MINUTE|SECOND)=", re.IGNORECASE)
_TOO_OFTEN_TOLD = "No meeting repeats by the hour or faster: only the first of them is counted."
_OPENING = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-\r\n"
_ROOM = re.compile(r"@resource\.calendar\.google\.com$|@group\.calendar\.google\.com$")
_NOBODY = frozenset({"RESOURCE", "ROOM", "GROUP"})
_BLOCK = re.compile(
    r"BEGIN:(VEVENT|VTIMEZONE)\b.*?END:\1[ \t]*(?:\r?\n|$)", re.DOTALL | re.IGNORECASE
)
_DROPPED = re.compile(r"^BEGIN:VALARM\b.*?^END:VALARM[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
_FAR = re.compile(r"^(?:DTSTART|DTEND|RECURRENCE-ID)[^:\n]*:(?:0000|0[0-8])", re.MULTILINE)


def recognises(source: Source) -> bool:
    """The file begins with a calendar."""
    return source.opening[:15].upper() == "BEGIN:VCALENDAR"


def read(source: Source, into: Reading) -> None:
    """Reads every event that is over."""
    text = _text(source.data)
    _refuse_depth(text)
    if re.search(r"^METHOD:(REQUEST|COUNTER|REPLY)\s*$", text, re.MULTILINE | re.IGNORECASE):
        into.rows += 1
        into.skipped += 1
        into.note(1, "", "", "This is an invitation, not a meeting that was held.")
        return
    own = {email.lower() for email in source.given.me.emails}
    own |= set(re.findall(r"^X-WR-CALNAME:(\S+@\S+?)\s*$", text.lower(), re.MULTILINE | re.I))
    events = _Events(source, into, own)
    for uid_events in _by_series(text, into):
        events.keep(*uid_events)


def _text(data: bytes) -> str:
    encoding = encoding_of(data)
    return text_of(data, encoding).replace("\x00", "")


def _refuse_depth(text: str) -> None:
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        mark = line[:6].upper()
        depth += (mark == "BEGIN:") - (line[:4].upper() == "END:")
        if depth > _DEEPEST:
            raise CannotRead(
                f"In line {number} parts are nested deeper than {_DEEPEST}. "
                "No calendar does that; export it again."
            )


def _by_series(text: str, into: Reading) -> Iterator[tuple[int, str, list[str]]]:
    """The zones' text and the events of one series together, with the line of the first."""
    zones: list[str] = []
    series: dict[str, list[tuple[int, str]]] = {}
    at, counted = 0, 1
    for found in _BLOCK.finditer(text):
        counted += text.count("\n", at, found.start())
        at = found.start()
        block = found[0]
        if found[1].upper() == "VTIMEZONE":
            zones.append(block)
            continue
        into.rows += 1
        if _FAR.search(block):
            into.complain(counted, "start", block[:60], "The event's year is no year.")
            continue
        uid = re.search(r"^UID[^:\n]*:(.*?)\s*$", block, re.MULTILINE | re.IGNORECASE)
        key = uid[1] if uid else f"line {counted}"
        series.setdefault(key, []).append((counted, _DROPPED.sub("", block)))
    if re.search(r"BEGIN:VEVENT", text[at:], re.I) and not into.rows:
        into.rows += 1
        into.complain(counted, "", text[at : at + 40], "An event begins here and never ends.")
    for rows in series.values():
        yield rows[0][0], "".join(zones), [block for _, block in rows]


class _Events:
    """The events of one calendar, a series at a time."""

    def __init__(self, source: Source, into: Reading, own: set[str]) -> None:
        self.into = into
        self.own = own
        self.zone = zone_of(source.given.zone)
        self.today = source.given.today
        self.source = source
        self.done = 0

    def keep(self, line: int, zones: str, blocks: list[str]) -> None:
        self.done += len(blocks)
        blocks = [self._tamed(line, block) for block in blocks]
        text = f"{_OPENING}{zones}{''.join(blocks)}END:VCALENDAR\r\n"
        try:
            for event in self._instances(text, is_series="RRULE" in text or "RDATE" in text):
                self._one(line, event)
        except _Odd as odd:
            self.into.complain(line, "end", odd.value, str(odd))
        except Exception:  # a library meets bytes nobody thought of; the event is told
            problem = "This event cannot be read. Look at it in the program it comes from."
            self.into.complain(line, "", blocks[0][:80], problem)
        self.source.tell(self.done, max(self.into.rows, self.done))

    def _tamed(self, line: int, block: str) -> str:
        """A series by the hour or finer has no end worth waiting for: its first time counts."""
        kept = []
        for part in re.split(r"(?<=\n)(?![ \t])", block):
            unfolded = re.sub(r"\r?\n[ \t]", "", part)
            if part[:5].upper() == "RRULE" and _TOO_OFTEN.search(unfolded):
                self.into.note(line, "how often", unfolded, _TOO_OFTEN_TOLD)
                continue
            if part[:6].upper() != "ATTACH":
                kept.append(part)
        return "".join(kept)

    def _instances(self, text: str, *, is_series: bool) -> Iterator[Any]:
        from icalendar import Calendar

        calendar: Any = Calendar.from_ical(text)
        events = list(calendar.walk("VEVENT"))
        for event in events:
            _refuse_odd_length(event, self.zone)
        if not is_series:
            yield from events
            return
        import recurring_ical_events

        first = min(_day(event["DTSTART"].dt, self.zone) for event in events)
        last = self.today or first + HORIZON
        begin = first if last - first <= HORIZON else last - HORIZON
        query = recurring_ical_events.of(calendar)
        found = query.between(begin, last + timedelta(days=1))
        yield from found[-MOST_INSTANCES:] or events[:1]

    def _one(self, line: int, event: Any) -> None:
        if "DTSTART" not in event:
            problem = "The event has no day. Take it out, or give it one."
            self.into.complain(line, "start", "", problem)
            return
        status = str(event.get("STATUS", "")).lower()
        if status in ("cancelled", "tentative"):
            self.into.count(status)
            return
        start = event["DTSTART"].dt
        on = _day(start, self.zone)
        if self.today is not None and on > self.today:
            self.into.count("to_come")
            return
        if _is_without_zone(start) and "TZID" in event["DTSTART"].params:
            problem = "Its time zone is not known; yours is taken."
            self.into.note(line, "start", str(start), problem)
        self._held(line, on, self._attendees(event))

    def _held(self, line: int, on: date, attendees: dict[str, str]) -> None:
        into = self.into
        into.count("meetings")
        if len(attendees) > MOST_ATTENDEES:
            into.leave_out(line, "ATTENDEE", f"{on}: {len(attendees)} people", _LECTURE)
            return
        for email, name in attendees.items():
            into.contacts.add(Contact("meeting", on, False, "", "", email))
            who = beside_address(name)
            mention(line, who, into, email=email)
            if not who.whole:
                into.leave_out(line, "ATTENDEE", email, NAMELESS)

    def _attendees(self, event: Any) -> dict[str, str]:
        """The names by address of who came, without the seeker, rooms and those who said no."""
        found: dict[str, str] = {}
        for field in ("ORGANIZER", "ATTENDEE"):
            value = event.get(field, [])
            for one in value if isinstance(value, list) else [value]:
                said = {key: str(word) for key, word in getattr(one, "params", {}).items()}
                email = re.sub(r"^mailto:", "", str(one), flags=re.IGNORECASE).strip().lower()
                if _came(said, email) and email not in self.own:
                    name = said.get("CN", "").strip('"')
                    found[email] = "" if "@" in name else name
        return found


def _came(said: Mapping[str, str], email: str) -> bool:
    gone = said.get("PARTSTAT", "").upper() == "DECLINED"
    room = said.get("CUTYPE", "").upper() in _NOBODY or _ROOM.search(email)
    return not gone and not room and re.fullmatch(r"[^@\s]+@[^@\s]+", email) is not None


class _Odd(Exception):
    """An event no meeting can be; `value` is what says so."""

    def __init__(self, words: str, value: str) -> None:
        super().__init__(words)
        self.value = value


def _refuse_odd_length(event: Any, zone: Any) -> None:
    """Raises _Odd for an end before the start, or one further off than any meeting lasts."""
    ends = event.get("DTEND") or event.get("DURATION")
    if ends is None or "DTSTART" not in event:
        return
    start, end = event["DTSTART"].dt, ends.dt
    days = (_day(end, zone) - _day(start, zone)).days if isinstance(end, date) else end.days
    if days < 0 or _ends_earlier(start, end):
        raise _Odd("The event ends before it begins. Mend it in your calendar.", str(end))
    if days > LONGEST_DAYS:
        raise _Odd("The event lasts longer than a year. Mend it in your calendar.", str(end))


def _ends_earlier(start: object, end: object) -> bool:
    """By the minute, where both are moments that can be compared."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return False
    return bool(end.tzinfo) == bool(start.tzinfo) and end < start


def _is_without_zone(start: object) -> bool:
    return isinstance(start, datetime) and start.tzinfo is None


def _day(start: datetime | date, zone: Any) -> date:
    """The day in the campaign's zone; a time without a zone is already one there."""
    if not isinstance(start, datetime):
        return start
    return start.date() if start.tzinfo is None else start.astimezone(zone).date()


FORMAT = Format("icalendar", "a calendar (iCalendar)", recognises, read)

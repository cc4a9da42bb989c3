"""A calendar (iCalendar): whom the seeker met and when (FORMATS section 7).

Nothing remote is fetched, no alarm runs. A request from somebody else is never a meeting. Of an
event only the lines are looked at that tell whom and when; one that cannot be read is left out with
a note, and costs the event only where it was its day.
"""

import re
from collections.abc import Sequence
from datetime import date

from firststep.bringing.formats.attendees import Attendee, attendees_of, names_of
from firststep.bringing.formats.calendar_parts import CalendarEvent, CalendarPart, parts_of
from firststep.bringing.formats.calendar_series import Clock, Odd, Timed, days_of
from firststep.bringing.formats.card_lines import CardLine
from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.letters import Letters, narrowed
from firststep.bringing.formats.mentions import beside_address, mention
from firststep.bringing.formats.moments import zone_of
from firststep.facts.contact import Contact
from firststep.facts.file_rows import NAMELESS, Reading
from firststep.facts.said import say, to_say
from firststep.facts.text import fold

MOST_ATTENDEES = 20  # more is a lecture, not a meeting
_LECTURE = to_say("With more than {most} people there nobody was met, so none is counted.")
_UNREADABLE = to_say("This event cannot be read. Look at it in the program it comes from.")
_LOST_ZONE = to_say("Its time zone is not known; yours is taken.")
_OPENING = re.compile(r"BEGIN\s*:\s*VCALENDAR\b", re.IGNORECASE)
_INVITATIONS = frozenset({"REQUEST", "COUNTER", "DECLINECOUNTER", "REPLY", "REFRESH", "ADD"})
# What calendars write before the name of an event that was called off, or that I said no to.
_CALLED_OFF = re.compile(
    r"(?:cancell?ed|abgesagt|annulée?|cancelad[oa]|geannuleerd|annullat[oa]|inställd|aflyst|avlyst"
    r"|peruttu|peruutettu|odwołan[eoy]|anulowan[eoy]|zrušen[aoé]|отменен[ао]?|iptal edildi)\s*:",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"(?:declined|abgelehnt|refusée?|rechazad[oa]|recusad[oa]|geweigerd|afgewezen|rifiutat[oa]"
    r"|avböjt|afslået|avslått|hylätty|odrzucon[eoy]|odmítnut[oaé]|отклонен[ао]?)\s*:",
    re.IGNORECASE,
)


def recognises(source: Source) -> bool:
    """The file begins with a calendar."""
    return _OPENING.match(source.opening) is not None


def read(source: Source, into: Reading) -> None:
    """Reads every event that is over."""
    letters, met = Letters(), set[tuple[str, date]]()
    done = 0
    for part in parts_of(narrowed(source.data, into), into):
        if part.method in _INVITATIONS:
            into.skipped += 1
            into.rows += not part.events
            into.note(
                part.line, "", "", to_say("This is an invitation, not a meeting that was held.")
            )
            continue
        meetings = _Meetings(part, source, letters, met)
        for uid, events in _by_series(part.events).items():
            meetings.keep(uid, events, into)
            for event in events:
                event.close()
            done += len(events)
            source.tell(done, max(into.rows, done))
    letters.tell(into)


def _by_series(events: Sequence[CalendarEvent]) -> dict[str, list[CalendarEvent]]:
    """The events of one series together."""
    series: dict[str, list[CalendarEvent]] = {}
    for event in events:
        series.setdefault(event.uid or f"line {event.line}", []).append(event)
    return series


class _Meetings:
    """The meetings of one calendar, a series at a time."""

    def __init__(
        self, part: CalendarPart, source: Source, letters: Letters, met: set[tuple[str, date]]
    ) -> None:
        self.letters, self.met = letters, met
        self.called_off = part.method == "CANCEL"
        self.zone, self.today = zone_of(source.given.zone), source.given.today
        self.name = fold(source.given.me.name)
        self.own = {email.lower() for email in source.given.me.emails}
        for line in part.names:
            self.own |= names_of(self._text(line))
        self.zones = part.zones

    def keep(self, uid: str, events: Sequence[CalendarEvent], into: Reading) -> None:
        clock = Clock(self.zones, self.zone, self._text, into)
        timed: list[Timed] = []
        for event in events:
            try:
                timed.append(clock.timed(event))
            except Odd as odd:
                into.complain(event.line, odd.column, odd.value, str(odd))
        if any(one.is_yearly_day for one in timed):
            into.skipped += len(timed)
        elif timed:
            self._keep_days(uid, timed, into)

    def _keep_days(self, uid: str, timed: Sequence[Timed], into: Reading) -> None:
        try:
            days = list(days_of(timed, zone=self.zone, today=self.today))
        except Exception:  # a library meets a rule nobody thought of; the event is told
            into.complain(timed[0].event.line, "how often", uid, _UNREADABLE)
            return
        for one, on in days:
            if (uid, on) not in self.met:
                self.met.add((uid, on))
                self._one(one, on, into)

    def _text(self, line: CardLine) -> str:
        return self._read(line.content(), line.said.get("charset", ""))

    def _read(self, raw: bytes, said: str = "") -> str:
        told = self.letters.read([raw], said=said)
        return told[0] if told else raw.decode(errors="replace")

    def _one(self, one: Timed, on: date, into: Reading) -> None:
        attendees = attendees_of(one.event, self._read)
        not_held = self._not_held(one.event, attendees)
        if not_held:
            into.count(not_held)
        elif self.today is not None and on > self.today:
            into.count("to_come")
        elif attendees and all(each.is_thing for each in attendees):
            into.skipped += 1  # a calendar made it: a birthday, a booked room
        else:
            if one.starts.lost:
                line, told = one.event.line, str(one.starts.at)
                into.leave_out(line, "start", told, _LOST_ZONE, key=str(line))
            self._held(one.event.line, on, attendees, into)

    def _not_held(self, event: CalendarEvent, attendees: Sequence[Attendee]) -> str:
        """Why no meeting was held, "" where one was."""
        status = next(map(self._text, event.of("status")), "").strip().lower()
        if self.called_off or status in ("cancelled", "canceled"):
            return "cancelled"
        if status == "tentative":
            return status
        told = next(map(self._text, event.of("summary")), "")
        if _CALLED_OFF.match(told):
            return "cancelled"
        refused = any(one.is_away and self._is_me(one) for one in attendees)
        return "declined" if refused or _REFUSED.match(told) else ""

    def _is_me(self, one: Attendee) -> bool:
        named = bool(self.name) and fold(one.name) == self.name
        # A name alone tells while no address of the seeker's is known.
        return one.email in self.own or (named and not (one.email and self.own))

    def _held(self, line: int, on: date, attendees: Sequence[Attendee], into: Reading) -> None:
        into.count("meetings")
        here = (one for one in attendees if not (one.is_thing or one.is_away or self._is_me(one)))
        came = {one.email or one.name: one for one in here}
        if len(came) > MOST_ATTENDEES:
            into.leave_out(
                line, "ATTENDEE", f"{on}: {len(came)} people", say(_LECTURE, most=MOST_ATTENDEES)
            )
            return
        for one in came.values():
            _met(line, on, one, into)


def _met(line: int, on: date, one: Attendee, into: Reading) -> None:
    who = beside_address(one.name)
    if one.email:
        into.contacts.add(Contact("meeting", on, False, "", "", one.email))
        mention(line, who, into, email=one.email)
        if not who.whole:
            into.leave_out(line, "ATTENDEE", one.email, NAMELESS)
    elif who.whole:  # known by name, if one person alone bears it
        into.contacts.add(Contact("meeting", on, False, who.whole))


FORMAT = Format("icalendar", to_say("a calendar (iCalendar)"), recognises, read)

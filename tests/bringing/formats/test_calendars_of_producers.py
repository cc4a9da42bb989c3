"""Calendars as programs and servers make them (FORMATS section 7, R4)."""

from dataclasses import replace

import pytest

from firststep.bringing.formats import read_file
from firststep.facts.file_rows import Me
from tests.bringing.formats.producers import ADA, Made, lines, told

AT = "DTSTART:20261103T100000Z"
ZOE = "ATTENDEE;CN=Zoe Okafor;PARTSTAT=ACCEPTED:mailto:zoe@halden.example"
YUN = "ATTENDEE;CN=Yun Park:mailto:yun@lindqvist.example"
MET = "2026-11-03 met zoe@halden.example"
HELD = ("Zoe Okafor | zoe@halden.example", MET, "meetings: 1")


def calendar(*parts: str, ends: str = "\r\n", coded: str = "utf-8") -> bytes:
    """A calendar of these lines."""
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//invented//EN", *parts, "END:VCALENDAR")
    return lines(*whole, ends=ends, coded=coded)


def event(*parts: str, uid: str = "1") -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{uid}", *parts, "END:VEVENT")


def zone(name: str, offset: str) -> tuple[str, ...]:
    """A zone that is always this far from UTC."""
    return ("BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:16010101T000000",
            f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD",
            "END:VTIMEZONE")  # fmt: skip


def late(zone_name: str) -> tuple[str, ...]:
    """An event at half past eleven at night of 2 November there."""
    return event(f"DTSTART;TZID={zone_name}:20261102T233000", ZOE)


CALENDARS = [
    Made(
        "Exchange: a zone called by its difference and its cities, in quotes",
        calendar(*late('"(UTC-03:00) Brasília"')),
        HELD,
    ),
    Made("The same without quotes", calendar(*late("(UTC-03:00) Brasília, Recife")), HELD),
    Made("Exchange: a city tells of its summer", calendar(*event(
        'DTSTART;TZID="(UTC+02:00) Athens, Bucharest":20260715T003000', ZOE)),
        (HELD[0], "2026-07-14 met zoe@halden.example", HELD[2])),
    Made("Outlook: a zone of its own that the calendar defines",
         calendar(*zone("Customized Time Zone", "-0800"), *late("Customized Time Zone")), HELD),
    Made("Another calendar's zone of the same name",
         calendar(*zone("Customized Time Zone", "+0300"), *late("Customized Time Zone")),
         (HELD[0], "2026-11-02 met zoe@halden.example", HELD[2])),
    Made("Exchange: no difference at all, a city or none", calendar(
        *event('DTSTART;TZID="(UTC) Dublin, London":20260715T233000', ZOE),
        *event("DTSTART;TZID=(UTC) Coordinated Universal Time:20261102T233000", ZOE, uid="2")),
        (HELD[0], "2026-07-16 met zoe@halden.example", MET, "meetings: 2")),
    Made("Lotus Notes: GMT and the difference", calendar(*late("GMT-0500")), HELD),
    Made("A telephone: the difference with a colon", calendar(*late("GMT-05:00")), HELD),
    Made("Evolution: a zone behind its maker's name", calendar(
        *late("/freeassociation.sourceforge.net/Tzfile/America/New_York")), HELD),
    Made("KOrganizer: a zone in small letters", calendar(*late("america/new_york")), HELD),
    Made("Outlook: Windows' name with a number behind", calendar(
        *late("Eastern Standard Time 2")), HELD),
    Made("A zone nobody knows, defined by what makes none", calendar(
        "BEGIN:VTIMEZONE", "TZID:Home", "END:VTIMEZONE", *event(
            "DTSTART;TZID=Home:20261103T233000", ZOE)),
        (*HELD, "note start: 2026-11-03 23:30:00")),
    Made("A zone that changes every second", calendar(
        "BEGIN:VTIMEZONE", "TZID:Odd", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "END:STANDARD",
        "END:VTIMEZONE", *event("DTSTART;TZID=Odd:20261103T100000", ZOE)),
        (*HELD, "note start: 2026-11-03 10:00:00")),
    Made(
        "Apple: an address in a parameter, behind a server's own",
        calendar(*event(AT, 'ORGANIZER;CN="Zoe Okafor";EMAIL="zoe@halden.example":'
                            "mailto:2_GEYTE@imip.me.com",
                        'ATTENDEE;CN="Ben Vos";PARTSTAT=ACCEPTED:invalid:nomail',
                        "ATTENDEE;CN=Ada;EMAIL=ada@moreno.example:/aMTIz/principal/")),
        ("Zoe Okafor | zoe@halden.example", "2026-11-03 met ", MET, "meetings: 1"),
    ),
    Made(
        "Outlook: names in single quotes, with the address in them, in the wrong case",
        calendar(*event(AT, "ATTENDEE;CN=\"'Zoe Okafor'\";ROLE=REQ-PARTICIPANT:"
                            "MAILTO:zoe%40halden.example",
                        'ATTENDEE;CN="Yun Park (yun@lindqvist.example)":invalid:x',
                        "ATTENDEE;CN=ben@vos.example:mailto:ben@vos.example")),
        ("Zoe Okafor | zoe@halden.example", "Yun Park | yun@lindqvist.example",
         "2026-11-03 met ben@vos.example", "2026-11-03 met yun@lindqvist.example", MET,
         "meetings: 1", "note ATTENDEE: ben@vos.example"),
    ),
    Made(
        "Exchange: rooms by their kind, their part, their place and their name",
        calendar(*event(AT, "LOCATION:Room 4.1; Harbour", ZOE,
                        "ATTENDEE;CUTYPE=ROOM;CN=Blue:mailto:blue@halden.example",
                        "ATTENDEE;ROLE=NON-PARTICIPANT;CN=Beamer:mailto:beam@halden.example",
                        "ATTENDEE;CN=Harbour:mailto:harbour@halden.example",
                        "ATTENDEE;CN=Conference Room 7:mailto:c7@halden.example",
                        "ATTENDEE;CN=Zoom:mailto:no-reply@zoom.example")),
        HELD,
    ),
    Made(
        "Google: birthdays, a shared calendar as the organiser, a booked room alone",
        calendar(*event("DTSTART;VALUE=DATE:20261103", "DTEND;VALUE=DATE:20261104",
                        "ATTENDEE;CUTYPE=INDIVIDUAL;CN=Contacts:mailto:4dh@virtual"),
                 *event(AT, "ORGANIZER;CN=Job search:mailto:x@group.calendar.google.com", ZOE,
                        uid="2"),
                 *event(AT, "ATTENDEE;CN=R1:mailto:r@resource.calendar.google.com", uid="3")),
        (*HELD, "skipped: 2"),
    ),
    Made(
        "Apple: birthdays that come every year",
        calendar(*event("DTSTART;VALUE=DATE:16040303", "RRULE:FREQ=YEARLY", "SUMMARY:Zoe"),
                 *event(AT, ZOE, uid="2")),
        (*HELD, "skipped: 1"),
    ),
    Made(
        "Google: one I said no to, one I handed on, one of whom the other said no",
        calendar("X-WR-CALNAME:ada.m@home.example", *event(AT, ZOE,
                 "ATTENDEE;PARTSTAT=DECLINED:mailto:Ada.M@home.example"),
                 *event(AT, ZOE, "ATTENDEE;PARTSTAT=DELEGATED:mailto:ada@moreno.example", uid="2"),
                 *event(AT, ZOE.replace("ACCEPTED", "DECLINED"), YUN, uid="3")),
        ("Yun Park | yun@lindqvist.example", "2026-11-03 met yun@lindqvist.example",
         "declined: 2", "meetings: 1"),
    ),
    Made(
        "Outlook: called off by the words before the name only",
        calendar(*event(AT, ZOE, "SUMMARY;LANGUAGE=en:Canceled: Coffee"),
                 *event(AT, ZOE, "SUMMARY:Abgesagt: Kaffee", uid="2"),
                 *event(AT, ZOE, "SUMMARY:Declined: Tea", uid="3"),
                 *event(AT, ZOE, "SUMMARY:Cancelled flights\\, what now", uid="4")),
        (HELD[0], MET, "cancelled: 2", "declined: 1", "meetings: 1"),
    ),
    Made(
        "Nextcloud: several calendars in a file, an invitation and a cancellation among them",
        calendar(*event(AT, ZOE)) + calendar("METHOD:REQUEST", *event(AT, YUN, uid="2"))
        + calendar("METHOD:CANCEL", *event(AT, YUN, uid="3")) + calendar(*event(AT, ZOE)),
        (*HELD[:2], "cancelled: 1", "meetings: 1", "skipped: 1", "note : "),
    ),
    Made(
        "Zimbra: empty fields, a rule nobody can read, no end",
        calendar(*event(AT, "EXDATE:", "RRULE:", "DURATION:", "ATTENDEE:", "ORGANIZER;CN=:", ZOE),
                 *event(AT, "DURATION:PT10M ", "DTEND:", "RRULE:FREQ=NEVER", YUN, uid="2")),
        ("Zoe Okafor | zoe@halden.example", "Yun Park | yun@lindqvist.example",
         "2026-11-03 met yun@lindqvist.example", MET, "meetings: 2",
         "note DURATION: ", "note DURATION: PT10M "),
    ),
    Made(
        "An old telephone: single carriage returns, small letters, blanks behind, a letter cut"
        " by a fold",
        calendar(*(part.lower() if part[:3] in ("BEG", "END") else part
                   for part in event(AT + " ", ZOE.replace("Zoe", "Zoë"))), ends="\r")
        .replace("Zoë".encode(), b"Zo\xc3\r \xab").replace(b"end:vevent", b"end:vevent  "),
        ("Zoë Okafor | zoe@halden.example", MET, "meetings: 1", "note DTSTART: 20261103T100000Z "),
    ),
    Made(
        "A Windows program: letters of its code page",
        calendar(*event(AT, ZOE.replace("Zoe", "Zoë")), coded="cp1252"),
        ("Zoë Okafor | zoe@halden.example", MET, "meetings: 1", "read as cp1252: Zoë Okafor"),
    ),
    *(Made(f"A day that is no more a day in another zone: {start}",
           calendar(*event(start, end, YUN), *event(AT, ZOE, uid="2")), (*HELD, "to_come: 1"))
      for start, end in (("DTSTART:99991231T235900Z", "DTEND:99991231T235959Z"),
                         ("DTSTART;VALUE=DATE:99991231", "DTEND;VALUE=DATE:99991231"))),
    Made(
        "A series with one day moved, one called off, a stray zone of an exception",
        calendar(*event("DTSTART;TZID=Europe/Amsterdam:20261005T100000",
                        "RRULE:FREQ=WEEKLY;COUNT=4",
                        "EXDATE;TZID=Europe/Amsterdam:20261012T100000,20261019T100000", ZOE),
                 *event("RECURRENCE-ID;TZID=Europe/Amsterdam:20261026T100000",
                        "DTSTART;TZID=Europe/Amsterdam:20261027T100000", YUN)),
        ("Zoe Okafor | zoe@halden.example", "Yun Park | yun@lindqvist.example",
         "2026-10-05 met zoe@halden.example", "2026-10-27 met yun@lindqvist.example",
         "meetings: 2"),
    ),
    Made(
        "An event that never ends, between two that do; alarms with people of their own",
        calendar(*event(AT, ZOE, "BEGIN:VALARM", YUN, "END:VALARM"), "BEGIN:VEVENT", AT, YUN,
                 *event(AT, "SUMMARY:alone", uid="3")),
        (*HELD[:2], "meetings: 2", "complaint in line 12: BEGIN:VEVENT"),
    ),
    Made(
        "An older form (vCalendar 1.0): quoted letters, an address in brackets",
        lines("BEGIN:VCALENDAR", "VERSION:1.0", *event(
            AT, "DTEND:20261103T110000Z", "SUMMARY;ENCODING=QUOTED-PRINTABLE:Kaf=", "fee",
            "ATTENDEE;ROLE=OWNER;STATUS=CONFIRMED:Zoe Okafor <zoe@halden.example>",
            "ATTENDEE;STATUS=DECLINED:Yun Park <yun@lindqvist.example>"), "END:VCALENDAR"),
        HELD,
    ),
]  # fmt: skip


@pytest.mark.parametrize("made", CALENDARS, ids=[one.by for one in CALENDARS])
def test_the_calendar_of_every_producer_gives_whom_one_met(made: Made) -> None:
    assert told(read_file("upload", made.file, given=ADA)) == made.holds


@pytest.mark.parametrize(("emails", "theirs"), [((), 0), (("ada@moreno.example",), 1)])
def test_a_seeker_without_an_address_is_nobody_they_met(
    emails: tuple[str, ...], theirs: int
) -> None:
    """With an address known, somebody else of that name is somebody else."""
    herself = "ATTENDEE;CN=Ada Moreno:mailto:ada@home.example"
    given = replace(ADA, me=Me("Ada Moreno", emails))

    found = read_file("upload", calendar(*event(AT, ZOE, herself)), given=given)

    assert [one.name for one in found.people].count("Ada Moreno") == theirs
    assert HELD[0] in told(found)

"""Files made to hurt: each gets a sentence or a remark, in little time."""

import time
from datetime import date
from pathlib import Path

import pytest

from firststep.bringing.formats import read_file
from firststep.bringing.reader.reading_files import Reader
from firststep.errors import CannotDo
from firststep.facts.file_rows import CannotRead, Given, Reading

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\n%s\r\nEND:VCARD\r\n"
EVENT = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n%s\r\n"
    b"ATTENDEE;CN=Ann Lee:mailto:ann@lee.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def reading(data: bytes) -> Reading:
    return read_file("upload", data)


def test_cards_nested_too_deep_are_refused_by_line() -> None:  # B15
    with pytest.raises(CannotRead, match="In line 6 cards are nested deeper than 5"):
        reading(b"BEGIN:VCARD\r\n" * 2_000)


def test_a_card_never_closed_is_complained_of_and_the_others_are_read() -> None:  # B16
    found = reading(CARD % (b"Ann Lee", b"NOTE:x") + b"BEGIN:VCARD\r\nFN:Bob\r\n")

    assert [p.name for p in found.people] == ["Ann Lee"]
    assert [(c.row, c.column) for c in found.complaints] == [(6, "card 2")]


def test_a_picture_is_dropped_and_never_fetched() -> None:  # B17, B18
    found = reading(CARD % (b"Ann Lee", b"PHOTO;VALUE=uri:http://169.254.169.254/x"))

    assert [p.name for p in found.people] == ["Ann Lee"]
    assert [n.column for n in found.notes] == ["PHOTO"]


def test_an_impossible_birthday_is_left_out_with_a_note() -> None:  # B20
    found = reading(CARD % (b"Ann Lee", b"BDAY:--0230"))

    assert found.people[0].birthday == ""
    assert [n.column for n in found.notes] == ["birthday"]


def test_ten_thousand_numbers_of_one_person_are_capped() -> None:  # B23
    found = reading(CARD % (b"Ann Lee", b"\r\n".join(b"TEL:+4930%07d" % n for n in range(10_000))))

    assert len(found.people[0].phones) == 20


def test_a_group_card_is_nobody() -> None:
    found = reading(CARD % (b"Friends", b"KIND:group"))

    assert (found.people, found.skipped) == ([], 1)


@pytest.mark.parametrize(
    "lines",
    [
        b"DTSTART:20260105T100000Z\r\nRRULE:FREQ=SECONDLY",
        b"DTSTART:20260105T100000Z\r\nRRULE:FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2;BYSECOND=1",
        b"DTSTART:20000105T100000Z\r\nRRULE:FREQ=DAILY",
        b"DTSTART:20260105T100000Z\r\nRRULE:FREQ=WEEKLY;INTERVAL=0",
    ],
)
def test_a_series_without_end_is_cut_short(lines: bytes) -> None:  # B41
    found = read_file("upload", EVENT % lines, given=Given())

    assert 1 <= len(found.contacts) <= 500


@pytest.mark.parametrize(
    "rule",
    [
        b"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=4",
        b"FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31",
        b"FREQ=YEARLY;BYMONTH=2;BYYEARDAY=1;UNTIL=20270101T000000Z",
        b"FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=-30",
        b"FREQ=MONTHLY;BYDAY=6MO;INTERVAL=2",
    ],
)
def test_a_series_that_never_comes_true_is_its_first_meeting_and_told(rule: bytes) -> None:
    series = b"DTSTART:20260105T100000Z\r\nRRULE:" + rule
    found = read_file("upload", EVENT % series, given=Given())

    assert len(found.contacts) == 1
    assert ["No day is ever like that" in one.problem for one in found.notes] == [True]


def test_a_series_that_comes_true_but_rarely_is_followed() -> None:
    leap = b"DTSTART:20240229T100000Z\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"
    found = read_file("upload", EVENT % leap, given=Given(today=date(2029, 1, 1)))

    assert [one.on for one in found.contacts] == [date(2028, 2, 29)]


@pytest.mark.parametrize(
    "lines", [b"DTSTART:00000101T000000Z", b"SUMMARY:no day", b"DTSTART:tomorrow"]
)
def test_an_event_without_a_day_is_complained_of(lines: bytes) -> None:  # B42
    assert len(reading(EVENT % lines).complaints) == 1


def test_a_zone_that_is_a_path_is_no_zone() -> None:  # B43
    found = reading(EVENT % b"DTSTART;TZID=../../etc/passwd:20260105T100000")

    assert len(found.contacts) + len(found.complaints) == 1


def test_an_invitation_of_a_stranger_is_no_meeting() -> None:  # B46
    data = (EVENT % b"DTSTART:20260105T100000Z").replace(
        b"2.0\r\n", b"2.0\r\nMETHOD:REQUEST\r\n", 1
    )

    assert reading(data).contacts == set()


MAIL = b"From: %s\r\nTo: %s\r\nDate: Tue, 1 Sep 2026 11:30:00 +0200\r\n\r\nHello\r\n"


@pytest.mark.parametrize(
    ("sender", "to"),
    [
        (b"Ann <ann@lee.example>", b"(" * 20_000),
        (b"Ann <ann@lee.example>", b", ".join(b"p%d@x.example" % n for n in range(20_000))),
        (b"alice@example.org)bob@evil.test", b"sam@x.example"),
    ],
)
def test_a_header_made_to_hurt_costs_nothing_and_names_nobody_wrong(
    sender: bytes, to: bytes
) -> None:  # B30, B31, B39
    begun = time.process_time()
    found = reading(MAIL % (sender, to))

    assert time.process_time() - begun < 1
    assert not any("alice" in c.email or "evil" in c.email for c in found.contacts)


def test_every_mail_of_a_long_mailbox_is_read() -> None:
    mail = MAIL.replace(b"\r", b"") % (b"Ann <ann@lee.example>", b"sam@x.example")

    assert reading((b"From - Mon Nov 02 10:00:00 2026\n" + mail + b"\n") * 700).rows == 700


def test_from_at_the_beginning_of_a_line_of_text_is_no_new_mail() -> None:  # B35
    mail = b"From - Mon Nov 02 10:00:00 2026\n" + MAIL.replace(b"\r", b"") % (
        b"Ann <ann@lee.example>", b"sam@x.example",
    )  # fmt: skip

    assert reading(mail + b"\n\nFrom here on it is easy\n\n" + mail).rows == 2


def test_what_takes_too_much_memory_is_refused_and_the_next_file_is_read(tmp_path: Path) -> None:
    reader = Reader()
    wide, good = tmp_path / "wide", tmp_path / "good"
    with wide.open("wb") as file:
        names = b";".join(b"c%d" % n for n in range(15_000))
        file.write(b"company,aliases\n")
        file.writelines(b"c%d,%b\n" % (n, names) for n in range(700))
    good.write_bytes(b"company\nAcme\n")
    try:
        with pytest.raises(CannotDo, match=r"memory|broke off|longer"):
            reader.read("wide", wide, "", Given())
        assert [c.name for c in reader.read("good", good, "", Given()).companies] == ["Acme"]
    finally:
        reader.close()


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (b"DTSTART:20260901T100000Z\r\nDTEND:20260901T090000Z", "ends before it begins"),
        (b"DTSTART;VALUE=DATE:20260902\r\nDTEND;VALUE=DATE:20260901", "ends before it begins"),
        (b"DTSTART:20260901T100000Z\r\nDURATION:-PT1H", "ends before it begins"),
        (b"DTSTART:20260901T100000Z\r\nDURATION:P9999W", "lasts longer than a year"),
    ],
)
def test_an_event_of_impossible_length_is_no_meeting_and_says_so(
    times: bytes, words: str
) -> None:  # B44
    found = reading(EVENT % times)

    assert (found.contacts, found.people, found.tally) == (set(), [], {})
    assert [(c.row, c.column) for c in found.complaints] == [(3, "end")]
    assert words in found.complaints[0].problem


def test_an_event_of_ordinary_length_is_a_meeting() -> None:
    found = reading(EVENT % b"DTSTART:20260901T100000Z\r\nDURATION:PT1H")

    assert (found.tally, found.complaints) == ({"meetings": 1}, [])


def test_an_event_not_yet_agreed_to_is_no_meeting() -> None:  # B44
    found = reading(EVENT % b"DTSTART:20260901T100000Z\r\nSTATUS:TENTATIVE")

    assert (found.contacts, found.tally) == (set(), {"tentative": 1})


def test_a_meeting_by_the_second_is_told_of_in_words() -> None:  # B41
    found = reading(EVENT % b"DTSTART:20260901T100000Z\r\nRRULE:FREQ=SECONDLY")

    (note,) = found.notes
    assert (note.column, found.tally) == ("how often", {"meetings": 1})
    assert note.problem.startswith("No meeting repeats by the hour or faster")

"""Whatever is left out is said, in plain words and counted; nobody goes without a word."""

import pytest

from firststep.bringing.formats import read_file
from firststep.facts.file_rows import Reading

MAIL = (
    "From 1@xxx Mon Jan 05 09:00:00 +0000 2026\nFrom: Sam <sam@lee.example>\n"
    "Delivered-To: sam@lee.example\nTo: {}\nDate: {}\nMessage-ID: <{}>\n\nHello\n\n"
)
MONDAY, TUESDAY = "Mon, 05 Jan 2026 09:00:00 +0000", "Tue, 06 Jan 2026 09:00:00 +0000"


def reading(text: str | bytes) -> Reading:
    return read_file("upload", text.encode() if isinstance(text, str) else text)


def card(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


def event(*attendees: str) -> str:
    return "\r\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "DTSTART:20260910T130000Z",
         *attendees, "END:VEVENT", "END:VCALENDAR", "")
    )  # fmt: skip


def told(found: Reading) -> list[tuple[str, str]]:
    return [(note.value, note.problem) for note in found.notes]


@pytest.mark.parametrize(
    "text",
    [
        "Name,Email\n,one@x.example\nAnn Lee,\n,two@x.example\n",
        card("FN:", "EMAIL:one@x.example") + card("N:;;;;", "EMAIL:two@x.example"),
        "First Name,Last Name,Email Address,Company,Position,Connected On\n"
        ",,one@x.example,,,08 Feb 2020\n,,two@x.example,,,\n",
        event("ATTENDEE:mailto:one@x.example", "ATTENDEE;CN=two@x.example:mailto:two@x.example"),
        MAIL.format("one@x.example", MONDAY, 1) + MAIL.format("two@x.example", TUESDAY, 2),
    ],
    ids=["list", "cards", "connections", "calendar", "mailbox"],
)
def test_addresses_without_a_name_are_told_and_counted(text: str) -> None:
    (note,) = [one for one in told(reading(text)) if "No name" in one[1]]

    assert note == (
        "one@x.example",
        "No name stands beside this address, so nobody is made of it. So it is with 2 in this "
        "file.",
    )


def test_a_meeting_of_very_many_people_is_told() -> None:
    found = reading(event(*(f"ATTENDEE;CN=Ann B{n}:mailto:a{n}@x.example" for n in range(21))))

    assert (found.people, found.contacts) == ([], set())
    assert told(found) == [
        ("2026-09-10: 21 people",
         "With more than 20 people there nobody was met, so none is counted.")
    ]  # fmt: skip


def test_a_mail_to_very_many_people_is_told() -> None:
    many = ", ".join(f"Ann <a{n}@x.example>" for n in range(11))

    found = reading(MAIL.format(many, MONDAY, 1) + MAIL.format(many, TUESDAY, 2))

    assert told(found)[-1][0] == "11 addresses"
    assert told(found)[-1][1].endswith("none is counted. So it is with 2 in this file.")


@pytest.mark.parametrize(
    ("second", "sent"),
    [
        (MAIL.format("Bob <bob@x.example>", MONDAY, 1), 1),  # the same mail under another label
        (MAIL.format("Bob <bob@x.example>", TUESDAY, 1), 2),
        (MAIL.format("Bob <bob@x.example>", MONDAY, 1).replace("Sam <", "Samuel <"), 2),
    ],
)
def test_a_message_id_used_twice_hides_no_mail(second: str, sent: int) -> None:  # B36
    found = reading(MAIL.format("Ann <ann@x.example>", MONDAY, 1) + second)

    assert found.tally["sent"] == sent


@pytest.mark.parametrize("name", ["N:;;;;", "X-NOTHING:1"])
def test_a_card_named_like_its_organisation_is_a_company(name: str) -> None:
    found = reading(card(name, "FN:Straßenbau GmbH", "ORG:Straßenbau GmbH"))

    assert (found.people, [one.name for one in found.employers]) == ([], ["Straßenbau GmbH"])


@pytest.mark.parametrize("kind", ["location", "device", "group"])
def test_a_card_of_a_place_or_a_thing_is_nobody(kind: str) -> None:
    found = reading(card("FN:Town Hall", f"KIND:{kind}"))

    assert (found.people, found.skipped) == ([], 1)


def test_a_birthday_of_zeros_is_told() -> None:  # B20
    found = reading(card("FN:Ann Lee", "BDAY:0000-00-00"))

    assert (found.people[0].birthday, told(found)[0][0]) == ("", "0000-00-00")


def test_a_link_that_runs_something_is_dropped_with_a_note() -> None:  # B24
    found = reading(card("FN:Ann Lee", "URL:javascript:alert(1)"))

    assert told(found) == [("javascript:alert(1)", "A link that runs something is not kept.")]


@pytest.mark.parametrize(
    "name", [b"FN:J\xc3", b"FN;CHARSET=UTF-8:J\xc3", b"FN:J\xc3\xb6rg M\xfcller", b"FN:\xe6\x9d"]
)
def test_a_letter_that_was_cut_is_complained_of_by_the_card(name: bytes) -> None:  # B25
    whole = card("FN:Ann Lee").encode()

    found = reading(whole + whole.replace(b"FN:Ann Lee", name))

    assert [one.name for one in found.people] == ["Ann Lee"]
    assert [(c.row, c.column) for c in found.complaints] == [(5, "card 2")]
    assert found.complaints[0].value.startswith("FN")


def test_a_card_of_old_windows_is_read_all_the_same() -> None:
    names = ("Jörg Müller", "André", "JOÃO Conceição")

    found = reading("".join(card(f"FN:{name}") for name in names).encode("cp1252"))

    assert [one.name for one in found.people] == [*names[:2], "João Conceição"]

"""While a file is read, whoever waits hears how many rows of how many are done."""

from firststep.bringing.formats import read_file

HEADER = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nEND:VCARD\r\n"
EVENT = b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:20260901T100000Z\r\nEND:VEVENT\r\n"


def heard(data: bytes) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    read_file("f", data, listen=lambda done, of: told.append((done, of)))
    return told


def test_a_table_tells_its_rows() -> None:
    rows = b"".join(b"Ann%d,Lee,,,Acme,Buyer,08 Feb 2020\n" % i for i in range(1_000))

    told = heard(HEADER + rows)

    assert len(told) >= 3
    assert told == sorted(told)
    assert {of for _, of in told} == {1_002}
    assert told[-1] == (1_002, 1_002)


def test_address_cards_and_events_tell_how_many_there_are() -> None:
    events = b"".join(EVENT % i for i in range(3))

    assert heard(CARD * 3) == [(1, 3), (2, 3), (3, 3)]
    calendar = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + b"END:VCALENDAR\r\n"
    assert heard(calendar) == [(1, 3), (2, 3), (3, 3)]

"""LinkedIn's connections are read from every era, and from the zip, by content alone."""

import io
import zipfile
from datetime import date

import pytest

from firststep.bringing.formats import read_file
from firststep.facts.file_rows import CannotRead, Given, Reading

PREAMBLE = 'Notes:\n"When exporting your connection data, some addresses are missing."\n\n'
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANN = "Ann,Lee,https://www.linkedin.com/in/Ann-Lee-1,ann@lee.example,Acme GmbH,Buyer,08 Feb 2026\n"


def reading_of(text: str | bytes, name: str = "file") -> Reading:
    return read_file(name, text.encode() if isinstance(text, str) else text)


def zipped(**entries: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\nAnn,Lee,,Acme,Buyer,{}\n"


@pytest.mark.parametrize(
    ("content", "day"),
    [
        (PREAMBLE + HEADER + ANN, date(2026, 2, 8)),
        ((HEADER + ANN).rstrip("\n"), date(2026, 2, 8)),
        (OLD.format("5 Apr 2018"), date(2018, 4, 5)),
        (PREAMBLE + OLD.format("5 Apr 2018"), date(2018, 4, 5)),
        ("\ufeffNotes:,,,,,\r\n,,,,,\r\n" + OLD.format("4-Apr-21"), date(2021, 4, 4)),
        ("sep=;\r\n" + OLD.format("14.11.2019").replace(",", ";"), date(2019, 11, 14)),
        (OLD.format("14.11.2019").replace(",", "\t"), date(2019, 11, 14)),
        (OLD.format("4-Apr-69"), date(1969, 4, 4)),
    ],
)
def test_every_era_of_the_connections_is_read(content: str, day: date) -> None:
    reading = reading_of(content, name="whatever (1).txt")

    assert reading.format == "linkedin_connections"
    assert [(p.name, p.title, p.connected_on) for p in reading.people] == [
        ("Ann Lee", "Buyer", day)
    ]
    assert reading.complaints == []


@pytest.mark.parametrize(
    ("told", "day"), [("24 Nov 2026", date(2026, 11, 24)), ("25 Nov 2026", None),
                      ("08 Feb 9999", None)],
)  # fmt: skip
def test_nobody_is_connected_since_a_day_to_come(told: str, day: date | None) -> None:
    """A day more is another zone's today."""
    given = Given(today=date(2026, 11, 23))

    reading = read_file("file", OLD.format(told).encode(), given=given)

    assert [one.connected_on for one in reading.people] == [day]
    assert [one.value for one in reading.notes] == ([] if day else [told])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_characters_are_what_they_were_in_the_other_program(encoding: str) -> None:
    content = (HEADER + ANN.replace("Lee,", "Müller,", 1)).encode(encoding)

    assert reading_of(content).people[0].name == "Ann Müller"


def test_a_row_gives_the_profile_the_address_and_the_line_it_stands_on() -> None:
    person = reading_of(PREAMBLE + HEADER + ANN).people[0]

    assert (person.line, person.linkedin, person.emails, person.company) == (
        5,
        "ann-lee-1",
        ("ann@lee.example",),
        "Acme GmbH",
    )


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/j%C3%B6rg-m/", "jörg-m"),
        ("https://de.linkedin.com/in/Ann-Lee?trk=x", "ann-lee"),
        ("http://linkedin.com/in/ann-lee/en", "ann-lee"),
    ],
)
def test_one_profile_is_one_profile_however_its_address_is_written(url: str, slug: str) -> None:
    row = ANN.replace("https://www.linkedin.com/in/Ann-Lee-1", url)

    assert reading_of(HEADER + row).people[0].linkedin == slug


@pytest.mark.parametrize(
    ("given", "family", "name"),
    [
        ("Priya", '"Sharma, MBA, PMP"', "Priya Sharma"),
        ("Dana 🚀", "Ricci", "Dana Ricci"),
        ("Dr. Ann", "Lee PhD", "Ann Lee"),
        ("Robert (Bob)", "Stone", "Robert Stone"),
        ("Anne-Marie", "O'Neil", "Anne-Marie O'Neil"),
        ("Ann", "de la Cruz", "Ann de la Cruz"),
        ('"van der Berg, Jan"', "", "Jan van der Berg"),
        ("李", "明", "李 明"),
        ("Kofi", "", "Kofi"),
        ("=SUM(A1)", "Tester", "=SUM(A1) Tester"),
        ("Anne-Marie", "Lee", "Anne-Marie Lee"),
    ],
)
def test_a_name_is_kept_and_what_was_hung_on_it_is_not(given: str, family: str, name: str) -> None:
    reading = reading_of(f"{HEADER}{given},{family},,,,,08 Feb 2026\n")

    assert [p.name for p in reading.people] == [name]


def test_hidden_members_are_counted_and_make_nobody() -> None:
    rows = ",,,,,,07 Jun 2026\nLinkedIn,Member,,,,,07 Jun 2026\n"

    reading = reading_of(HEADER + ANN + rows)

    assert (reading.rows, reading.hidden, len(reading.people)) == (3, 2, 1)


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (ANN.replace("08 Feb 2026", "08 févr. 2026"), "Connected On", "08 févr. 2026"),
        (ANN.replace("ann@lee.example", "noreply@x.example"), "Email Address", "noreply@x.example"),
        (ANN.replace("ann@lee.example", "ann at lee"), "Email Address", "ann at lee"),
        (ANN.replace("www.linkedin.com/in/Ann-Lee-1", "evil.example/x"), "URL", None),
        (ANN.replace("Acme GmbH", ""), "Position", "Buyer"),
        (ANN.replace("Acme GmbH", "x" * 301), "Company", "x" * 39 + "…"),
    ],
)
def test_a_field_that_cannot_be_read_is_noted_and_the_person_kept(
    row: str, column: str, value: str | None
) -> None:
    reading = reading_of(HEADER + row)

    assert len(reading.people) == 1
    assert reading.notes[0].row == 2
    assert reading.notes[0].column == column
    if value is not None:
        assert reading.notes[0].value == value


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        ("Bob,Roe,u,e,c,p,08 Feb 2026,more\n", 2, "8 cells"),
        ("Bob,Roe\n", 2, "2 cells"),
        ("Bob,Roe,,," + "x" * 131_073 + ",,08 Feb 2026\n", 2, "131,072"),
        ("Bob\0,Roe,,,,,08 Feb 2026\n", 2, "NUL"),
        ('"a\nb",Roe,,,,,08 Feb 2026\nBob,Roe\n', 4, "2 cells"),
        ('Bob,"Roe,,,,,08 Feb 2026\n' + "x,y\n" * 3, 2, "quotation mark"),
        (f"{'B' * 200},Roe,,,,,08 Feb 2026\n", 2, "too long"),
    ],
)
def test_a_broken_row_is_complained_of_by_its_physical_line(
    rows: str, line: int, words: str
) -> None:
    """B1, B2, B3, B4, B9: each complaint names the line, the value cut to 40, and a way out."""
    reading = reading_of(HEADER + rows)

    assert (reading.complaints[0].row, len(reading.complaints[0].value) <= 40) == (line, True)
    assert words in reading.complaints[0].problem
    assert reading.complaints[0].value.isprintable()


@pytest.mark.parametrize("below", [25, 10_000])
def test_an_unclosed_quote_swallows_only_its_own_row(below: int) -> None:
    """B3: the rows below it are still read, and still know their lines."""
    reading = reading_of(HEADER + ANN + 'Bob,"Roe,,,,,08 Feb 2026\n' + ANN * below + "Bob,Roe\n")

    assert [c.row for c in reading.complaints] == [3, below + 4]
    assert len(reading.people) == below + 1


def test_a_row_after_a_cell_that_is_too_long_is_read() -> None:
    reading = reading_of(HEADER + "Bob,Roe,,," + "x" * 131_073 + ",,08 Feb 2026\n" + ANN)

    assert ([c.row for c in reading.complaints], len(reading.people)) == ([2], 1)


ZEROS = b"\0" * (60 << 20)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (HEADER.encode(), "no rows"),
        (b"a,b,c\n1,2,3\n", "a list Firststep does not know"),
        (b"dn: cn=Ann Lee,mail=ann@lee.example\ncn: Ann Lee\n", "an address book as LDIF"),
        (b"version: 1\n\ndn: cn=Ann Lee\ncn: Ann Lee\n", "an address book as LDIF"),
        (b'["vcard",[["fn",{},"text","Ann Lee"]]]', "a JSON file. Export it again as CSV"),
        (b'{"contacts": [{"name": "Ann, Lee"}]}', "a JSON file"),
        (b'<?xml version="1.0"?><vcards/>', "an XML file"),
        (b"<html><table><tr><td>Name</td></tr></table></html>", "a web page"),
        (b"{\\rtf1 Ann, Lee, Acme}", "a text document"),
        (b"PK\x03\x04 not a zip", "damaged"),
        (b"\x1f\x8b\x08\0\0\0", "gzip"),
        (zipped(**{"[Content_Types].xml": "<x/>", "xl/book.xml": "<x/>"}), "Excel"),
        (b"\x00\x01\xff\xfe" * 50, "not a text file"),
        (zipped(**{"messages.csv": "FROM,TO\na,b\n"}), "holds no connections"),
        (zipped(**{"notes.txt": "hello"}), "no list of LinkedIn connections"),
        (zipped(**{"inner.zip": zipped(a="b")}), "another archive"),
        (zipped(**{"../../evil.csv": HEADER}), "outside the archive"),
        (zipped(**{"C:\\x.csv": HEADER}), "outside the archive"),
        (zipped(**{"Connections.csv": (HEADER + ANN).encode() + ZEROS}), "unpacks to far more"),
        (("x," * 300 + HEADER + ANN).encode(), "columns"),
        (HEADER.replace("Company", "URL").encode() + ANN.encode(), "twice"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_clear_sentence(content: bytes, words: str) -> None:
    """B4, B7, B14, B26-B29."""
    with pytest.raises(CannotRead) as refusal:
        reading_of(content, name="Connections.csv")

    assert words in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_an_encrypted_or_doubled_entry_is_named() -> None:
    plain = bytearray(zipped(**{"Connections.csv": HEADER + ANN}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        plain[plain.find(mark) + at] |= 1

    with pytest.raises(CannotRead, match=r'"Connections\.csv" in the archive is encrypted'):
        reading_of(bytes(plain))


def test_an_entry_whose_sum_is_wrong_is_named() -> None:  # B29
    content = zipped(**{"Profile.csv": "First Name,Last Name\n", "Connections.csv": HEADER + ANN})
    wrong = bytearray(content)
    wrong[content.rindex(b"PK\x01\x02") + 16] ^= 1  # the sum, in the list at the end

    with pytest.raises(CannotRead, match=r'"Connections\.csv" in the archive is damaged'):
        reading_of(bytes(wrong))


@pytest.mark.parametrize("name", ["CON", "Jobs/nul.csv", "com1", "a\x1b[2J.csv"])
def test_an_entry_named_like_a_device_or_with_hidden_signs_is_refused(name: str) -> None:  # B29
    with pytest.raises(CannotRead, match="in the archive is named"):
        reading_of(zipped(**{"Connections.csv": HEADER + ANN, name: "x"}))


def test_second_connections_in_a_zip_are_told_of() -> None:
    reading = reading_of(
        zipped(**{"Connections.csv": HEADER + ANN, "old/Connections.csv": HEADER + ANN})
    )

    assert len(reading.people) == 1
    assert [note.inside for note in reading.notes] == ["old/Connections.csv"]


def test_a_broken_row_in_a_zip_names_the_file_inside() -> None:
    reading = reading_of(zipped(**{"Connections.csv": HEADER + ANN + "Bob,Roe\n"}))

    (complaint,) = reading.complaints
    assert (complaint.inside, complaint.row, complaint.value) == ("Connections.csv", 3, "Bob,Roe")


def test_the_connections_in_a_zip_are_found_by_their_header_not_their_name() -> None:
    content = zipped(
        **{"Profile.csv": "First Name,Last Name,Headline\nAda,M,x\n", "Kontakte.csv": HEADER + ANN}
    )

    reading = reading_of(content, name="export.bin")

    assert (reading.format, [p.name for p in reading.people]) == ("linkedin_archive", ["Ann Lee"])


def test_a_list_of_companies_is_read_with_what_stands_beside_each() -> None:
    content = (
        "Company;Domain;Motivation;Opening;Aliases\n"
        "Acme;https://www.acme.example/jobs;5;Buyer wanted;Acme Works|ACME\n"
        "Globex;nonsense;9;;\n;;;;\n"
    )

    reading = reading_of(content)

    acme, globex = reading.companies
    assert reading.format == "companies"
    assert (acme.domain, acme.motivation, acme.opening) == ("acme.example", 5, "Buyer wanted")
    assert acme.aliases == ("Acme Works", "ACME")
    assert (globex.domain, globex.motivation) == ("", None)
    assert [n.column for n in reading.notes] == ["domain", "motivation"]


def test_a_format_that_is_asked_for_and_does_not_fit_is_refused() -> None:
    with pytest.raises(CannotRead, match="no column"):
        read_file(
            "x.csv",
            (OLD.format("5 Apr 2018").replace("Company", "Firm")).encode(),
            only="companies",
        )
    with pytest.raises(CannotRead, match="no format"):
        read_file("x.csv", HEADER.encode(), only="nonsense")

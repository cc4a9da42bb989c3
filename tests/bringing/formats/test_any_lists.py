"""Lists of their own kind: what is asked, what is guessed, and in which letters they stand."""

from dataclasses import replace

import pytest

from firststep.bringing.formats import read_file
from firststep.bringing.formats.columns import columns_of
from firststep.bringing.remark_words import encoding_told, remark_told
from firststep.facts.file_rows import CannotRead, Given, Reading, Remark
from firststep.interfaces.words.files import mapping_words

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
JORG = "Jörg,Müller,,,Acme,Buyer,08 Feb 2020\n"
ZOE = "Zoë,Brontë,,,Acme,Buyer,08 Feb 2020\n"
DOUBLE = b"Name,Email,Email,Company\nMia Berg,m@b.example,m2@b.example,Halden\n"


def reading_of(data: bytes, **mapping: str) -> Reading:
    given = Given(mapping=tuple((column, field) for column, field in mapping.items()))
    return read_file("my list.csv", data, given=given)


def test_a_list_nobody_knows_says_its_columns_and_what_to_type() -> None:
    with pytest.raises(CannotRead) as refused:
        reading_of(b"Kontaktname,Wo\nMia Berg,Halden\n")

    assert str(refused.value).startswith(
        'This is a list Firststep does not know, with the columns "Kontaktname" and "Wo". '
    )
    assert refused.value.by_columns
    assert refused.value.typed == (
        """firststep import 'my list.csv' --map "Kontaktname=name" --map "Wo=nothing\""""
    )


def test_a_column_that_stands_twice_is_asked_about_and_never_guessed() -> None:  # B7
    with pytest.raises(CannotRead, match=r'"Email" stands twice in line 1\. Say which') as refused:
        reading_of(DOUBLE)

    assert refused.value.by_columns
    assert '--map "Email (2)=nothing"' in refused.value.typed
    assert columns_of("x.csv", DOUBLE)["columns"] == ["Name", "Email", "Email (2)", "Company"]


def test_a_doubled_column_of_a_known_format_is_asked_about_too() -> None:  # B7
    data = HEADER.replace("Company", "URL") + JORG

    with pytest.raises(CannotRead, match='"URL" stands twice') as refused:
        reading_of(data.encode())

    assert refused.value.by_columns


def test_what_means_nothing_may_stand_twice_however_it_is_spelled() -> None:
    data = b"Name,Company,Room 1,Room  1\nZoe Okafor,Halden,East,West\n"
    (zoe,) = reading_of(data).people
    assert zoe.name == "Zoe Okafor"


def test_what_was_said_of_doubled_columns_is_done() -> None:
    first = reading_of(DOUBLE, Name="name")
    second = reading_of(DOUBLE, **{"Email": "nothing", "Email (2)": "email"})

    assert first.people[0].emails == ("m@b.example",)
    assert second.people[0].emails == ("m2@b.example",)


def test_a_full_column_without_a_name_is_asked_about_an_empty_one_is_not() -> None:  # B7
    with pytest.raises(CannotRead, match="Column 3 has no name in line 1"):
        reading_of(b"Name,Email,\nMia Berg,m@b.example,Buyer\n")

    assert reading_of(b"Name,Email,\nMia Berg,m@b.example,\n").people[0].name == "Mia Berg"
    named = reading_of(b"Name,Email,\nMia Berg,m@b.example,Buyer\n", **{"Column 3": "note"})
    assert named.people[0].note == "Buyer"


def test_a_row_with_a_cell_too_many_costs_itself_and_not_the_list() -> None:
    found = reading_of(b"Name,Email\nMia Berg,m@b.example\nTom Fox,t@f.example,Buyer\n")

    assert [row.name for row in found.people] == ["Mia Berg"]
    assert [remark.row for remark in found.complaints] == [3]


def test_people_with_their_company_are_people_and_no_list_of_companies() -> None:
    found = reading_of(b"Name,Company\nMia Berg,Halden\n")

    assert (found.format, found.people[0].company) == ("any_list", "Halden")
    assert reading_of(b"Company,Contact\nHalden,Mia Berg\n").format == "companies"


def test_the_mapping_tells_of_every_column() -> None:
    found = reading_of(b"Name,Email,Shoe size\nMia Berg,m@b.example,38\n")

    assert found.mapping == {"Name": "name", "Email": "email", "Shoe size": "nothing"}
    assert mapping_words(found.mapping) == (
        '"Name" is the whole name, "Email" an address. Left out: "Shoe size"'
    )


@pytest.mark.parametrize(
    ("codec", "told"),
    [("cp1253", "Windows-1253"), ("iso8859-2", "ISO-8859-2"), ("koi8-r", "KOI8-R"),
     ("cp932", "Shift_JIS"), ("utf-16-le", "UTF-16"), ("utf-16", "UTF-16")],
)  # fmt: skip
def test_an_encoding_is_called_as_people_know_it(codec: str, told: str) -> None:
    assert encoding_told(codec, "").startswith(f"Its letters were read as {told}. ")


def test_lines_of_two_encodings_in_one_file_are_each_read_by_their_own() -> None:  # B5
    data = (HEADER + JORG).encode() + ZOE.encode("cp1252") + JORG.replace("Jörg", "Rémi").encode()

    found = reading_of(data)

    assert [p.given for p in found.people] == ["Jörg", "Zoë", "Rémi"]
    assert (found.encoding, found.sample) == ("mixed", ZOE.strip())
    assert [(n.row, n.value[:10]) for n in found.notes] == [(3, "Zoë,Brontë")]
    assert "Windows-1252" in found.notes[0].problem


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(encoding: str) -> None:  # B5
    found = reading_of((HEADER + JORG).encode(encoding))

    assert [p.name for p in found.people] == ["Jörg Müller"]
    assert (found.encoding, found.sample) == (encoding, JORG.strip())


def test_what_is_not_plain_utf_8_is_told_with_a_line_to_look_at() -> None:
    found = reading_of((HEADER + JORG).encode("cp1252"))
    plain = reading_of((HEADER + JORG).encode())

    told = encoding_told(found.encoding, found.sample)
    assert told.startswith(f'Its letters were read as Windows-1252, such as this line: "{JORG[:9]}')
    assert (plain.encoding, encoding_told(plain.encoding, plain.sample)) == ("", "")


def test_a_remark_names_file_line_column_and_value() -> None:
    one = Remark(row=4, column="Connected On", value="99 Foo", problem="No day.",
                 inside="Connections.csv")  # fmt: skip

    assert remark_told(one, file="Basic.zip") == (
        'Basic.zip: Connections.csv, line 4, Connected On: No day. It says "99 Foo".'
    )
    assert remark_told(replace(one, inside="")) == 'Line 4, Connected On: No day. It says "99 Foo".'
    assert remark_told(Remark(row=0, column="", value="", problem="So.")) == "So."


def test_the_line_that_is_shown_shows_the_letter_in_doubt() -> None:
    row = f"Ann,{'Lee' * 40},,,Köln Works,Buyer,08 Feb 2020\n"

    found = reading_of((HEADER + row).encode("cp1252"))

    assert "Köln" in found.sample
    assert len(found.sample) <= 80

"""What a column holds: by its name in many languages, by the columns beside it, by its cells."""

import pytest

from firststep.bringing.formats import companies_list, headings, read_file
from firststep.bringing.formats.any_list import FIELDS
from firststep.bringing.formats.formats import Source
from firststep.bringing.formats.headings import heading_key, held_by, is_number
from firststep.facts.file_rows import CannotRead
from firststep.facts.text import table_beside
from firststep.interfaces.words.files import COLUMN_WORDS, unread_words

LINES = [line.split("\t") for line in table_beside(headings.__file__, "headers")]
KNOWN = {*FIELDS, "name?", "title?", "nickname?", "infix", "surname first", "prefix", "type",
         "private", "website", "phone mobile", "phone work", "phone home",
         "phone other"}  # fmt: skip


def test_every_header_stands_once_with_a_field_there_is_and_a_language() -> None:
    keys = [heading_key(header) for header, _, _ in LINES]

    assert len(keys) == len({*keys})
    assert {field for _, field, _ in LINES} <= KNOWN
    assert len({of.split()[0] for _, _, of in LINES}) >= 12


def test_every_field_that_may_be_said_has_its_words() -> None:
    assert {*COLUMN_WORDS} == {*FIELDS}


@pytest.mark.parametrize(
    ("columns", "wanted"),
    [
        ("Name,Vorname", ["family", "given"]),
        ("Nom,Email", ["name", "email"]),
        ("Nom,Prénom", ["family", "given"]),
        ("Nome,Sobrenome", ["given", "family"]),
        ("Nome,Apelido", ["given", "family"]),
        ("Nome,Último nome,Apelido", ["given", "family", "nickname"]),
        ("Name,First Name,Last Name", ["name", "given", "family"]),
        ("Title,Job Title", ["prefix", "title"]),
        ("Salutation,Title", ["prefix", "title"]),
        ("Contact E-mail 2,Person - Phone", ["email", "phone"]),
        ("E-mail 1 - Label,Work Fax,Assistant's mail", ["nothing", "nothing", "nothing"]),
        ("Birou", [""]),
    ],
)
def test_a_name_of_two_meanings_is_settled_by_the_columns_beside_it(
    columns: str, wanted: list[str]
) -> None:
    assert held_by(columns.split(","), []) == wanted


@pytest.mark.parametrize(
    ("column", "cells", "wanted"),
    [
        ("Title", ["Dr.", "", "Mrs"], "prefix"),
        ("Title", ["Buyer", "Dr."], "title"),
        ("Where", ["a@x.example", "b@x.example; c@x.example", "by post"], "email"),
        ("Ring", ["+31 30 123 4567", "(030) 123-4567 ext. 12"], "phone"),
        ("Page", ["https://www.linkedin.com/in/ann-lee", ""], "linkedin"),
        ("Assistant", ["a@x.example"], "nothing"),
        ("Seen", ["2026-01-05", "05.01.2026"], ""),
        ("Number in class", ["20260105", "20260106"], ""),
        ("Post", ["1234 AB", "12345"], ""),
    ],
)
def test_a_column_is_known_by_what_it_holds(column: str, cells: list[str], wanted: str) -> None:
    assert held_by([column], [[cell] for cell in cells]) == [wanted]


@pytest.mark.parametrize(
    "cell", ["910 123 456", "+49 171 2345678", "0171/2345678", "555-010-0100", "06 12 34 56 78"]
)
def test_a_number_as_it_is_written_in_many_lands_is_one(cell: str) -> None:
    assert is_number(cell)


@pytest.mark.parametrize("cell", ["05.01.2026", "2026-01-05", "12345678", "1,200.00", "12-34", ""])
def test_days_figures_and_short_codes_are_no_numbers(cell: str) -> None:
    assert not is_number(cell)


def test_what_is_left_out_though_words_stand_in_it_is_told_first() -> None:
    text = "Name,Email,Birou,Shoe size\nAnn Lee,a@x.example,Achiziții,38\nYun Park,,Vânzări,40\n"

    found = read_file("upload", text.encode())

    assert found.unread == ["Birou"]
    assert unread_words(found.unread) == (
        'Left out, though words stand in it: "Birou". Say what it is if it matters.'
    )


@pytest.mark.parametrize(
    "header", ["company,first name,last name", "company,job title", "company,last,email"]
)
def test_a_list_with_columns_only_people_have_is_no_list_of_targets(header: str) -> None:
    text = f"{header}\n{','.join('Halden' for _ in header.split(','))}\n".encode()

    assert not companies_list.FORMAT.recognises(Source("upload", text))
    assert read_file("upload", text, only="companies").companies


def test_a_list_of_companies_with_their_numbers_is_one_all_the_same() -> None:
    found = read_file("upload", b"company,phone,city\nHalden,+31 30 123 4567,Utrecht\n")

    assert [one.name for one in found.companies] == ["Halden"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Firma,Webseite,Motivation", "Halden,https://www.halden.example/,4"),
        ("Name der Firma;Internetseite;Priorität", "Halden;halden.example;4"),
        ("Entreprise,Site web,Motivation", "Halden,www.halden.example,4"),
        ("Organisation,Domain,Interest", "Halden,halden.example,4"),
    ],
)
@pytest.mark.parametrize("only", ["", "companies"])
def test_a_list_of_companies_is_known_by_the_names_other_programs_have(
    header: str, row: str, only: str
) -> None:
    found = read_file("firmen.csv", f"{header}\n{row}\n".encode(), only=only)

    assert (found.format, found.people) == ("companies", [])
    one = found.companies[0]
    assert (one.name, one.domain, one.motivation) == ("Halden", "halden.example", 4)


def test_a_list_in_which_no_column_holds_companies_says_so_in_plain_words() -> None:
    with pytest.raises(CannotRead, match='Call that column "company"') as refused:
        read_file("firmen.csv", b"Ort,Webseite\nBonn,halden.example\n", only="companies")

    assert "_" not in str(refused.value)


def test_companies_with_what_tells_nothing_of_them_are_asked_about_and_never_made_people() -> None:
    with pytest.raises(CannotRead) as refused:
        read_file("konten.csv", b"Account,Datum,Betrag\nHalden,2026-11-02,30\n")

    assert refused.value.typed == "firststep company import konten.csv"


def test_a_column_of_companies_beside_people_stays_where_they_work() -> None:
    found = read_file("leute.csv", b"Name,Firma,Webseite\nMia Berg,Halden,halden.example\n")

    assert [(one.name, one.company) for one in found.people] == [("Mia Berg", "Halden")]
    assert found.companies == []

"""People as other programs take them: a table, and address cards."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from firststep.bringing.formats.firststep_people import COLUMNS
from firststep.bringing.formats.formula_cells import RISKY, as_meant, neutral
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Person
from firststep.verbs.people.import_files import import_files
from firststep.verbs.people.persons import add_person
from firststep.verbs.safety.export.companies import write_companies, write_targets
from firststep.verbs.safety.export.people import _folded, write_cards, write_table
from tests.bringing.importing import bring, cards, names
from tests.cast import a_campaign, a_target, an_opening

HARD: tuple[dict[str, Any], ...] = (
    {"name": "Ann Lee", "company": "Acme, Inc.", "title": "Buyer; Lead", "email": "a@lee.example"},
    {"name": "Zoë van der Berg", "phone": "+44 20 7946 0018", "note": 'one\ntwo, "three"; \\four'},
    {"name": "李 明", "company": "北京 株式会社", "title": "部長" * 30, "linkedin": "li-ming"},
    {"name": "=cmd Calc", "company": "+Plus", "title": "-1 @home", "note": '=HYPERLINK("x")'},
    {"name": "Quote 'Tick", "company": "'=Already", "title": "@you", "phone": "+4930123456"},
    {"name": "Ines Ext", "phone": "+31-30-1234567;ext=102"},
    {"name": "John Smith Jr.", "phone": "+44 20 7946 0018,12"},
    {"name": "Long Note", "note": "\n".join(f"line {n}" for n in range(40))},
)


def people_of(campaign: Campaign) -> list[Any]:
    return [
        (
            one.name, one.given, one.family, one.linkedin, one.note, one.birthday,
            list(one.addresses.order_by("kind", "key").values_list("kind", "key")),
            list(one.positions.values_list("written", "title", "current")),
        )
        for one in Person.objects.filter(campaign=campaign).order_by("name")
    ]  # fmt: skip


@pytest.fixture
def hard(ada: Campaign, stamp: Stamp) -> Campaign:
    for one in HARD:
        add_person(ada, stamp=stamp, **one)
    Person.objects.filter(name="Ann Lee").update(birthday="--02-14")
    Person.objects.filter(name="Long Note").update(birthday="1990-12-01")
    return ada


@pytest.mark.parametrize(("write", "name"), [(write_table, "people.csv"), (write_cards, "p.vcf")])
def test_the_people_come_back_from_their_file(
    hard: Campaign, stamp: Stamp, tmp_path: Path, write: Any, name: str
) -> None:
    file, grace = tmp_path / name, a_campaign("Grace Hill", "grace@hill.example")
    with file.open("w", encoding="utf-8", newline="") as opened:
        assert write(hard, opened) == len(HARD)

    answer = import_files(grace, stamp=stamp, paths=[file])

    assert answer.files[0].format == ("firststep_people" if name == "people.csv" else "vcard")
    assert people_of(grace) == people_of(hard)


def test_no_cell_of_any_table_is_a_formula(hard: Campaign) -> None:
    an_opening(a_target(hard, "=Acme", aliases=["@ac"]), "-2+3")
    for write in (write_table, write_companies, write_targets):
        file = StringIO(newline="")
        write(hard, file)
        cells = [cell for row in csv.reader(StringIO(file.getvalue(), newline="")) for cell in row]
        assert [cell for cell in cells if cell[:1] in RISKY and cell] == []
        assert [cell for cell in cells if cell.startswith("'=")]


@pytest.mark.parametrize(
    "text", ["", "'", "''", "=1", "'=1", "''=1", "+44 20", "-", "@x", "\tx", "\rx", "plain", "'x"]
)
def test_a_neutral_cell_is_no_formula_and_says_what_was_meant(text: str) -> None:
    assert as_meant(neutral(text)) == text
    assert neutral(text)[:1] not in RISKY or not text


def test_a_phone_number_survives(hard: Campaign, stamp: Stamp) -> None:
    file = StringIO(newline="")
    write_table(hard, file)
    row = next(r for r in csv.DictReader(StringIO(file.getvalue())) if "Berg" in r["Name"])

    assert row["Phones"] == "'+44 20 7946 0018"
    assert tuple(row) == COLUMNS


@pytest.mark.parametrize("write", [write_table, write_cards])
@pytest.mark.parametrize(
    "number", ["tel:+31-30-1234567;ext=102", "+31 30 1234567 x102", "+31301234567p102"]
)
def test_a_number_with_its_extension_is_one_number_there_and_back(
    ada: Campaign, stamp: Stamp, tmp_path: Path, number: str, write: Any
) -> None:
    card = cards("FN:Zoe Okafor", "ORG:Halden", f"TEL;VALUE=uri:{number}")
    bring(ada, stamp, card, "zoe.vcf")
    file, grace = tmp_path / "people", a_campaign("Grace Hill", "grace@hill.example")
    with file.open("w", encoding="utf-8", newline="") as opened:
        write(ada, opened)

    again = import_files(ada, stamp=stamp, paths=[file]).files[0]
    import_files(grace, stamp=stamp, paths=[file])

    assert (again.new, again.same, again.changed) == (0, 1, 0)
    kept = [one.addresses.get() for one in (ada.people.get(), grace.people.get())]
    assert [one.key for one in kept] == ["+31301234567;ext=102"] * 2
    assert all(one.value.endswith("67 ext. 102") for one in kept)


def test_two_people_behind_one_switchboard_are_two(ada: Campaign, stamp: Stamp) -> None:
    zoe = cards("FN:Zoe Okafor", "TEL:+31 30 1234567 ext. 102")
    namesake = cards("FN:Zoe Okafor", "TEL:+31 30 1234567 ext. 103")

    bring(ada, stamp, zoe + namesake, "all.vcf")

    assert names(ada) == ["Zoe Okafor", "Zoe Okafor"]


def test_each_fact_has_its_source_and_day(ada: Campaign, stamp: Stamp, tmp_path: Path) -> None:
    list_of_mine = tmp_path / "friends.csv"
    list_of_mine.write_text("Name,E-mail\nAnn Lee,ann@lee.example\n")
    import_files(ada, stamp=stamp, paths=[list_of_mine])
    add_person(ada, stamp=stamp, name="Bo Ek")
    file = StringIO(newline="")
    write_table(ada, file)
    rows = list(csv.DictReader(StringIO(file.getvalue())))

    told = [(row["Source"], row["In your campaign since"]) for row in rows]
    assert told == [("friends.csv", "2026-11-02"), ("you", "2026-11-02")]


def test_an_address_that_bounced_is_not_handed_on(ada: Campaign, ann: Person, stamp: Stamp) -> None:
    ann.addresses.update(dead_on=stamp.on)
    file = StringIO(newline="")
    write_table(ada, file)

    assert "ann.lee@" not in file.getvalue()


def test_a_cards_line_is_never_longer_than_75_bytes_and_never_cut_within_a_letter() -> None:
    line = "NOTE:" + "部長é" * 60
    folded = _folded(line).split("\r\n")

    assert max(len(piece.encode()) for piece in folded) <= 75
    assert folded[0] + "".join(piece[1:] for piece in folded[1:]) == line
    assert all(piece.startswith(" ") for piece in folded[1:])


def test_a_do_not_contact_is_told_in_both(ada: Campaign, acme: Company, ann: Person) -> None:
    Person.objects.update(do_not_contact_on="2026-11-01", do_not_contact_why="asked me")
    table, cards = StringIO(newline=""), StringIO(newline="")
    write_table(ada, table)
    write_cards(ada, cards)

    assert "2026-11-01,asked me" in table.getvalue()
    assert "X-FIRSTSTEP-DO-NOT-CONTACT:2026-11-01" in cards.getvalue()


def test_the_targets_come_back_from_their_file(ada: Campaign, stamp: Stamp, tmp_path: Path) -> None:
    acme = a_target(ada, "Acme", motivation=5, aliases=["Acme Corp", "-A-"])
    an_opening(acme, "=1+1; soon")
    a_target(ada, "+Plus", motivation=2)
    file, grace = tmp_path / "targets.csv", a_campaign("Grace Hill", "grace@hill.example")
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        assert write_targets(ada, opened) == 2

    import_files(grace, stamp=stamp, paths=[file])

    def targets(campaign: Campaign) -> list[Any]:
        rows = Company.objects.filter(campaign=campaign, targeted_on__isnull=False)
        fields = ("name", "motivation", "openings__role", "aliases")
        return list(rows.order_by("name").values_list(*fields))

    assert targets(grace) == targets(ada)

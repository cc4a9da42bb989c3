"""Files are looked at first: several at once, of any kind, large ones without anybody waiting."""

import io
import time
from typing import TYPE_CHECKING

import pytest

from firststep.interfaces.web import working
from firststep.journal.models import Entry
from tests.interfaces.web.reading import Page, Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign
    from firststep.steps.people.models import Person

CONNECTIONS = b"""First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ann,Lee,https://www.linkedin.com/in/ann-lee,ann.lee@acme.example,Acme,Analyst,02 Mar 2015
Zoe,Hart,https://www.linkedin.com/in/zoe-hart,,Globex,Buyer,05 Apr 2024
"""
CARDS = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mia Berg\r\nN:Berg;Mia;;;\r\nEND:VCARD\r\n"
UNKNOWN = b"Wer,Wo,Was\nMia Berg,Halden,Buyer\nTom Ode,Acme,Chef\n"


def a_file(content: bytes, name: str) -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


def test_several_files_are_looked_at_and_brought_in_as_one(reader: Reader, ada: "Campaign") -> None:
    files = [a_file(CONNECTIONS, "Connections.csv"), a_file(CARDS, "cards.vcf")]
    page = reader.send(reader.open("/import"), "/import/preview", file=files)
    assert "What these files hold" in page.text
    assert "Connections.csv" in page.text
    assert "cards.vcf" in page.text
    assert not ada.people.exists()
    reader.send(page, "/import/bring")
    assert ada.people.count() == 3
    assert Entry.objects.filter(campaign=ada, verb="import").count() == 1


def test_a_preview_can_be_looked_at_again_and_is_nobody_elses(
    reader: Reader, ada: "Campaign", ben: "Campaign"
) -> None:
    page = reader.send(reader.open("/import"), "/import/preview", file=a_file(CARDS, "a.vcf"))
    assert "What this file holds" in reader.open(page.address).text
    key = page.address.rpartition("/")[2]
    working._works[key].campaign_id = ben.pk
    assert reader.open(page.address).status == 404
    fields = page.form("/import/bring").fields
    assert reader.post("/import/bring", fields).status == 404
    assert not ada.people.exists()


def test_the_columns_of_an_unknown_list_are_said_on_the_page(
    reader: Reader, ada: "Campaign"
) -> None:
    page = reader.send(reader.open("/import"), "/import/preview", file=a_file(UNKNOWN, "l.csv"))
    assert "Which column is what?" in page.text
    assert "Mia Berg, Tom Ode" in page.text
    again = reader.send(page, "/import/preview", column=["Wer", "Wo", "Was"],
                        field=["nothing", "company", "title"])  # fmt: skip
    assert "No column holds names" in again.text
    shown = reader.send(again, "/import/preview", column=["Wer", "Wo", "Was"],
                        field=["name", "company", "nothing"])  # fmt: skip
    assert "Which column is what" in shown.text
    reader.send(shown, "/import/bring")
    mia = ada.people.get(name="Mia Berg")
    assert (mia.positions.get().written, mia.positions.get().title) == ("Halden", "")


def test_what_a_column_was_said_to_be_stands_there_for_the_next_file_of_its_kind(
    reader: Reader, ada: "Campaign"
) -> None:
    page = reader.send(reader.open("/import"), "/import/preview", file=a_file(UNKNOWN, "l.csv"))
    page = reader.send(page, "/import/preview", column=["Wer", "Wo", "Was"],
                       field=["name", "company", "nothing"])  # fmt: skip
    reader.send(page, "/import/bring")
    newer = UNKNOWN.replace(b"Mia Berg", b"Ida Berg")

    page = reader.send(reader.open("/import"), "/import/preview", file=a_file(newer, "m.csv"))

    assert "What this file holds" in page.text
    assert page.text.count('<option value="name" selected>') == 1
    assert page.text.count('<option value="company" selected>') == 1


def test_letters_that_are_no_plain_utf_8_are_shown_with_a_line(
    reader: Reader, ada: "Campaign"
) -> None:
    file = a_file(CONNECTIONS.replace(b"Zoe", "Zoë".encode("cp1252")), "c.csv")

    page = reader.send(reader.open("/import"), "/import/preview", file=file)

    assert "Its letters were read as Windows-1252, such as this line: &quot;Zoë," in page.text


def test_the_columns_of_unknown_lists_among_other_files_are_said_one_after_the_other(
    reader: Reader, ada: "Campaign"
) -> None:
    dutch = b"Wie,Waar\nJan Bos,Initech\n"
    files = [a_file(UNKNOWN, "l.csv"), a_file(CARDS, "cards.vcf"), a_file(dutch, "nl.csv")]

    first = reader.send(reader.open("/import"), "/import/preview", file=files)
    assert "l.csv is a list of its own kind" in first.text
    assert "cards.vcf, nl.csv are kept and come in with it" in first.text
    second = reader.send(first, "/import/preview", column=["Wer", "Wo", "Was"],
                         field=["name", "company", "title"])  # fmt: skip
    assert "nl.csv is a list of its own kind" in second.text
    assert "Nothing is written yet" in second.text
    wrong = reader.send(second, "/import/preview", column=["Wie", "Waar"],
                        field=["nothing", "company"])  # fmt: skip
    assert "nl.csv is a list of its own kind" in wrong.text
    assert "No column holds names" in wrong.text
    assert "--map" not in wrong.text
    shown = reader.send(wrong, "/import/preview", column=["Wie", "Waar"],
                        field=["name", "company"])  # fmt: skip
    assert "What these files hold" in shown.text
    assert shown.text.count("Which column is what") == 2
    assert not ada.people.exists()

    reader.send(shown, "/import/bring")

    assert {one.name for one in ada.people.all()} == {"Mia Berg", "Tom Ode", "Jan Bos"}
    assert ada.people.get(name="Tom Ode").positions.get().title == "Chef"
    assert Entry.objects.filter(campaign=ada, verb="import").count() == 1


def test_the_columns_of_a_file_that_was_not_chosen_are_refused(
    reader: Reader, ada: "Campaign"
) -> None:
    page = reader.send(reader.open("/import"), "/import/preview", file=a_file(UNKNOWN, "l.csv"))

    again = reader.send(page, "/import/preview", which="7")

    assert again.status == 400
    assert "not among those you chose" in again.text


def test_rows_that_cannot_be_read_are_named_and_left_out_on_ones_word(
    reader: Reader, ada: "Campaign"
) -> None:
    broken = CONNECTIONS + b"Tom,Ode,https://www.linkedin.com/in/tom-ode,,Acme\n"
    page = reader.send(reader.open("/import"), "/import/preview", file=a_file(broken, "c.csv"))
    assert "1 row cannot be read" in page.text
    assert "It says &quot;Tom,Ode,https://www.linkedin.com/in/tom…" in page.text
    reader.send(page, "/import/bring")
    assert {one.name for one in ada.people.all()} == {"Ann Lee", "Zoe Hart"}


def test_a_large_file_is_worked_on_beside_while_the_page_tells_how_far(
    transactional_db: None, reader: Reader, monkeypatch: pytest.MonkeyPatch, ada: "Campaign"
) -> None:
    monkeypatch.setattr(working, "AT_ONCE_BYTES", 0)
    monkeypatch.setattr(working, "WAITS_SECONDS", 0)
    page = reader.send(reader.open("/import"), "/import/preview", file=a_file(CARDS, "a.vcf"))
    page = settled(reader, page.address)
    assert "What this file holds" in page.text
    page = reader.send(page, "/import/bring")
    settled(reader, page.address)
    assert ada.people.get().name == "Mia Berg"


def settled(reader: Reader, address: str) -> Page:
    for _ in range(200):
        page = reader.open(address)
        if 'http-equiv="refresh"' not in page.text:
            return page
        assert "looks again every second" in page.text
        time.sleep(0.05)
    raise AssertionError(page.text)


def test_a_stamp_that_comes_twice_brings_in_once(reader: Reader, ada: "Campaign") -> None:
    page = reader.send(reader.open("/import"), "/import/preview", file=a_file(CARDS, "a.vcf"))
    fields = page.form("/import/bring").fields
    assert reader.post("/import/bring", fields).status == 200
    assert reader.post("/import/bring", fields).status in (200, 404)
    assert Entry.objects.filter(campaign=ada, verb="import").count() == 1


def test_work_that_is_forgotten_is_not_there(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    for key in ("x", "x" * 40, "..%2f..%2fetc"):
        assert reader.open(f"/import/look/{key}").status == 404

"""Your data as buttons: a copy of everything, everything for other programs, somebody forgotten."""

import io
import sqlite3
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import LazySettings, settings
from django.db import connection

from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.people.models import Person
from firststep.verbs.thread import record_sent
from tests.cast import MONDAY
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company


def press(reader: Reader, action: str) -> bytes:
    form = reader.open("/settings").form(action)
    answer = reader.client.post(action, form.fields)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    content = b"".join(answer.streaming_content)  # type: ignore[arg-type]
    answer.close()
    return content


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="a file of SQLite's")
def test_a_copy_of_everything_comes_as_one_file_and_nothing_of_it_stays(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", tmp_path: Path
) -> None:
    content = press(reader, "/settings/backup")

    (tmp_path / "copy.sqlite3").write_bytes(content)
    names = sqlite3.connect(tmp_path / "copy.sqlite3").execute("SELECT name FROM firststep_person")
    assert ("Ann Lee",) in names.fetchall()
    assert not list(Path(settings.DATA).glob("handing-over-*"))


def test_everything_comes_as_one_archive(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    archive = zipfile.ZipFile(io.BytesIO(press(reader, "/settings/export")))

    assert {"firststep/firststep.json", "firststep/people.csv"} <= {*archive.namelist()}
    assert b"Ann Lee" in archive.read("firststep/people.csv")
    assert not list(Path(settings.DATA).glob("handing-over-*"))


def test_what_cannot_be_written_is_said_and_leaves_nothing(
    reader: Reader, ada: "Campaign", monkeypatch: pytest.MonkeyPatch
) -> None:
    from firststep.errors import CannotDo
    from firststep.interfaces.web.pages import data

    def full(*_said: object, **_more: object) -> None:
        raise CannotDo("The disk is full.", kind="unavailable")

    monkeypatch.setattr(data, "export", full)
    page = reader.send(reader.open("/settings"), "/settings/export")

    assert page.status == 503
    assert "The disk is full." in page.text
    assert not list(Path(settings.DATA).glob("handing-over-*"))


@pytest.mark.django_db(transaction=True)
def test_somebody_is_forgotten_from_their_page_and_no_trace_stays(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", dana: "Person"
) -> None:
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    page = reader.open(f"/people/{ann.pk}")
    assert "cannot be undone" in page.text

    page = reader.send(page, f"/people/{ann.pk}/forget")

    assert "Forgotten everywhere" in page.text and "Ann Lee" not in page.text
    assert [person.name for person in Person.objects.filter(campaign=ada)] == ["Dana Whitlock"]
    assert reader.open(f"/people/{ann.pk}").status == 404
    assert "Ann Lee" not in reader.open("/noted").text


def test_pressed_twice_one_is_forgotten_once(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", dana: "Person"
) -> None:
    page = reader.open(f"/people/{ann.pk}")
    reader.send(page, f"/people/{ann.pk}/forget")

    again = reader.send(page, f"/people/{ann.pk}/forget")

    assert again.status == 200 and again.address == "/people/"
    assert Entry.objects.filter(campaign=ada, verb="forget").count() == 1


def test_nobody_of_bens_is_forgotten(
    reader: Reader, ada: "Campaign", ben: "Campaign", ann: "Person"
) -> None:
    tom = ben.people.get()
    fields = reader.open(f"/people/{ann.pk}").form(f"/people/{ann.pk}/forget").fields

    assert reader.post(f"/people/{tom.pk}/forget", fields).status == 404
    assert Person.objects.filter(pk=tom.pk).exists()


def test_the_text_of_the_playbook_lies_behind_a_fold_until_it_is_refused(
    reader: Reader, ada: "Campaign", settings: LazySettings
) -> None:
    page = reader.open("/settings")
    assert '<details class="fold"><summary>All of it, to be changed' in page.text

    refused = reader.send(page, "/settings/playbook", text="nonsense = [")
    assert '<details class="fold" open><summary>All of it, to be changed' in refused.text

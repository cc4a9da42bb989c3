"""Everything can be taken out into one file and put back."""

import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs.people.persons import add_person
from firststep.verbs.safety.backup import backup
from firststep.verbs.safety.restore import restore
from firststep.verbs.safety.undo import undo
from tests.cast import a_campaign
from tests.everything import everything


@pytest.fixture
def campaign(own_file: Path, stamp: Stamp) -> Campaign:
    campaign = a_campaign("Ada Moreno", "ada@moreno.example")
    add_person(campaign, stamp=stamp, name="Ann Lee", company="Acme")
    return campaign


def test_a_backup_put_back_is_every_row_again(
    campaign: Campaign, stamp: Stamp, tmp_path: Path
) -> None:
    before, file = everything(), tmp_path / "my.backup"
    done = backup(file=file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert done.size_bytes == file.stat().st_size
    add_person(campaign, stamp=stamp, name="Later Lou")
    what = restore(stamp=stamp, file=file)
    assert everything() == before
    assert Entry.objects.latest("revision").verb == "restore"
    assert what.kept is not None
    assert what.kept.name == "firststep.sqlite3.before-restore-2026-11-02"
    with sqlite3.connect(what.kept) as aside:
        names = {row[0] for row in aside.execute("SELECT name FROM firststep_person")}
    assert names == {"Ann Lee", "Later Lou"}
    with pytest.raises(CannotDo, match="cannot be undone"):
        undo(Campaign.objects.get(), stamp=stamp)


def test_no_file_is_ever_overwritten(campaign: Campaign, tmp_path: Path) -> None:
    file = tmp_path / "mine"
    file.write_text("precious")
    with pytest.raises(CannotDo, match="there already"):
        backup(file=file)
    assert file.read_text() == "precious"


def test_a_backup_into_no_folder_is_refused(campaign: Campaign, tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match="no folder"):
        backup(file=tmp_path / "nowhere" / "mine")
    assert [path.name for path in tmp_path.iterdir()] == ["firststep.sqlite3"]


def _newer(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute(
            "INSERT INTO django_migrations(app, name, applied) VALUES "
            "('firststep', '9999_from_the_future', '2030-01-01')"
        )


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _text(file: Path) -> None:
    file.write_text("this is no database, however long it may be. " * 100)


def _other(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE recipes (name text)")


def _empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("spoil", [_newer, _cut, _text, _other, _empty])
def test_a_bad_backup_is_refused_and_the_data_untouched(
    campaign: Campaign, stamp: Stamp, tmp_path: Path, spoil: Any
) -> None:
    file = tmp_path / "bad.backup"
    backup(file=file)
    spoil(file)
    before = everything()
    with pytest.raises(CannotDo):
        restore(stamp=stamp, file=file)
    assert everything() == before
    assert Person.objects.count() == 1
    assert not list(tmp_path.glob("*before-restore*"))


def test_restoring_no_file_is_refused(campaign: Campaign, stamp: Stamp, tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match="no file"):
        restore(stamp=stamp, file=tmp_path / "nothing")

"""A canary in every place where a person may be left; after forgetting it is in none of ours."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from firststep.interfaces.web import uploads
from firststep.journal.actions import Stamp
from firststep.keeping.making import making_folder, room_of_this_process, sweep
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs.people.persons import add_person, edit_person
from firststep.verbs.safety.backup import backup
from firststep.verbs.safety.copies import Copies
from firststep.verbs.safety.export import export
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.restore import restore
from tests.cast import a_campaign
from tests.damage import middle_overwritten

NAME, MAIL, NOTE = "Quorvix Zandrelux", "quorvix77@zandrelux.example", "notecanary"
ROOT = Path(__file__).resolve().parents[3]
KILLED = f"""
import os, pathlib, signal, django
django.setup()
from firststep.keeping.making import in_the_making
with in_the_making(pathlib.Path(os.environ["TARGET"])) as part:
    part.write_text("{NAME} {NOTE}")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def campaign(own_file: Path, stamp: Stamp, settings: Any) -> Campaign:
    settings.DATA = own_file.parent
    campaign = a_campaign("Ada Moreno", "ada@moreno.example")
    add_person(campaign, stamp=stamp, name="Ann Lee", note="stays")
    add_person(campaign, stamp=stamp, name=NAME, email=MAIL, note=NOTE)
    return campaign


def killed_while_making(target: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", KILLED],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "firststep.settings", "TARGET": str(target),
             "FIRSTSTEP_HOME": str(making_folder().parent)},
        check=False,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL


def told_of(folder: Path) -> list[str]:
    """The files below a folder that hold a canary, whatever they are called."""
    found = []
    for file in sorted(folder.rglob("*")):
        text = file.read_bytes().lower() if file.is_file() else b""
        if any(canary.lower().encode() in text for canary in (NAME, MAIL, NOTE)):
            found.append(file.name)
    return found


def test_a_canary_in_every_place_is_gone_or_named(
    campaign: Campaign, stamp: Stamp, own_file: Path, tmp_path: Path
) -> None:
    early = backup(file=tmp_path / "early.backup").file
    first = restore(stamp=stamp, file=early).kept
    middle_overwritten(own_file)
    second = restore(stamp=stamp, file=early).kept
    export(Campaign.objects.get(), folder=tmp_path / "exported")
    uploads.keep(SimpleUploadedFile("people.csv", f"Name\n{NAME}\n".encode()))
    killed_while_making(tmp_path / "killed.backup")
    (tmp_path / "errors.log").write_text(f"KeyError: {NAME}")
    assert first
    assert second
    second.write_bytes(second.read_bytes() + NAME.encode())
    places = {own_file, early, first, second, tmp_path / "errors.log"}
    assert {place.name for place in places} < set(told_of(tmp_path))
    assert told_of(making_folder()) != [], "an upload, and what was killed"

    what = forget(Campaign.objects.get(), stamp=stamp, person=NAME)

    assert what.cleaned == [str(first)]
    assert what.deleted == [str(second)]
    assert what.copies == [str(early), str(tmp_path / "exported")]
    left = set(told_of(tmp_path)) - {early.name}
    assert left <= {file.name for file in (tmp_path / "exported").iterdir()}
    assert told_of(making_folder()) == []


def test_who_shares_a_number_or_a_name_stays_in_the_copies(
    campaign: Campaign, stamp: Stamp, tmp_path: Path
) -> None:
    add_person(campaign, stamp=stamp, name="Bo Ek", phone="+49 30 5550123", note="bonote")
    edit_person(campaign, stamp=stamp, person=NAME, phone="+49 30 5550123")
    kept = restore(stamp=stamp, file=backup(file=tmp_path / "mine.backup").file).kept
    assert kept

    what = forget(Campaign.objects.get(), stamp=stamp, person=NAME)

    assert b"bonote" in kept.read_bytes()
    assert b"Ann Lee" in kept.read_bytes()
    assert str(kept) in (*what.cleaned, *what.copies)
    assert NOTE.encode() not in kept.read_bytes()


def test_who_had_another_name_in_a_copy_is_taken_out_of_it(
    campaign: Campaign, stamp: Stamp, tmp_path: Path
) -> None:
    early = backup(file=tmp_path / "mine.backup").file
    kept = restore(stamp=stamp, file=early).kept
    again = Campaign.objects.get()
    renamed = Person.objects.filter(name=NAME)  # so that no journal tells of the earlier name
    renamed.update(name="Quorvix Marriedname", name_key="quorvix marriedname", note="")
    assert kept

    forget(again, stamp=stamp, person="Quorvix Marriedname")

    assert NOTE.encode() not in kept.read_bytes()
    assert NAME.encode() not in kept.read_bytes(), "known by the address"


def test_what_a_killed_process_was_making_goes_at_the_next_start_and_what_a_running_one_makes_stays(
    campaign: Campaign, tmp_path: Path
) -> None:
    key = uploads.keep(SimpleUploadedFile("people.csv", b"Name\nAnn Lee\n"))
    killed_while_making(tmp_path / "killed.backup")
    assert len(list(making_folder().glob("*/"))) == 2

    sweep()

    assert told_of(tmp_path / "making") == []
    assert uploads.kept(key).is_file()
    assert list(making_folder().glob("*/")) == [room_of_this_process()]


def test_what_was_made_on_another_disk_goes_too(campaign: Campaign, tmp_path: Path) -> None:
    part = tmp_path / ".stick.backup.0123456789abcdef.part"
    part.write_text(NAME)
    own = making_folder() / "0123456789abcdef"
    own.mkdir(parents=True)
    (own / "held").touch()
    (own / "note").write_text(f'["{part}", "{tmp_path / "stick.backup"}"]')

    sweep()

    assert not part.exists()
    assert not own.exists()


def test_an_export_killed_between_its_two_moves_leaves_the_earlier_one(
    campaign: Campaign, tmp_path: Path
) -> None:
    earlier = tmp_path / "exported"
    export(campaign, folder=earlier)
    before = {file.name: file.read_bytes() for file in earlier.iterdir()}
    own = making_folder() / "0123456789abcdef"
    (own / "whole").mkdir(parents=True)
    (own / "held").touch()
    (own / "note").write_text(f'["{own / "whole"}", "{earlier}"]')
    earlier.rename(own / "whole" / "before")

    sweep()

    assert {file.name: file.read_bytes() for file in earlier.iterdir()} == before


def test_a_list_of_copies_that_cannot_be_read_names_none(
    campaign: Campaign, stamp: Stamp, tmp_path: Path
) -> None:
    (tmp_path / "copies.list").write_bytes(b"\xff\xfe no list\n[1,\n")
    person = Person.objects.get(name=NAME)

    what = forget(campaign, stamp=stamp, person=str(person.pk))

    assert (what.cleaned, what.deleted, what.copies) == ([], [], Copies().left)

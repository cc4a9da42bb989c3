"""A backup is read as data: what else is in the file neither runs nor comes along."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from firststep.errors import CannotDo, Stale
from firststep.interfaces.answers import safety
from firststep.journal.actions import Stamp, recording
from firststep.journal.models import Entry
from firststep.keeping.making import making_folder
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.steps.people.same_person.suggesting import likely_pairs
from firststep.verbs.people.persons import add_person
from firststep.verbs.safety.backup import backup
from firststep.verbs.safety.restore import restore
from firststep.verbs.thread import record_sent
from tests.cast import a_campaign, a_target
from tests.everything import everything

CANARY = "kanarienvogel"


@pytest.fixture
def campaign(own_file: Path, stamp: Stamp) -> Campaign:
    campaign = a_campaign("Ada Moreno", "ada@moreno.example")
    add_person(campaign, stamp=stamp, name="Ann Lee", company="Acme", note="from school")
    return campaign


@pytest.fixture
def mine(campaign: Campaign, tmp_path: Path) -> Path:
    return backup(file=tmp_path / "mine.backup").file


PLANTED = {
    "a trigger on a table of ours": (
        "CREATE TRIGGER t AFTER INSERT ON firststep_person BEGIN "
        f"UPDATE firststep_campaign SET country='XX', playbook='{CANARY}'; END",
    ),
    "a trigger on what a restore deletes": (
        "CREATE TRIGGER t BEFORE DELETE ON firststep_person BEGIN "
        f"INSERT INTO firststep_letgo SELECT 1, '{CANARY}', 1, 1, 1; END",
    ),
    "a trigger on the journal": (
        "CREATE TRIGGER t AFTER INSERT ON firststep_entry BEGIN "
        f"UPDATE firststep_person SET note='{CANARY}'; END",
    ),
    "a view": (f"CREATE VIEW v AS SELECT '{CANARY}' AS word",),
    "a table": (f"CREATE TABLE {CANARY} (word text)", f"INSERT INTO {CANARY} VALUES ('x')"),
    "an index that refuses what comes later": (
        f"CREATE UNIQUE INDEX {CANARY} ON firststep_person (substr(name, 1, 1))",
    ),
    "a search table": (f"CREATE VIRTUAL TABLE {CANARY} USING fts5(word)",),
    "a column": (f"ALTER TABLE firststep_person ADD COLUMN {CANARY} text DEFAULT '{CANARY}'",),
}


def schema(file: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return sorted(database.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master"))


@pytest.mark.parametrize("statements", PLANTED.values(), ids=PLANTED.keys())
def test_what_was_planted_in_a_backup_neither_runs_nor_comes_along(
    campaign: Campaign, mine: Path, own_file: Path, stamp: Stamp, statements: tuple[str, ...]
) -> None:
    rows, tables = everything(), schema(own_file)
    with closing(sqlite3.connect(mine)) as file, file:
        for statement in statements:
            file.execute(statement)

    restore(stamp=stamp, file=mine)

    assert everything() == rows
    assert schema(own_file) == tables
    add_person(Campaign.objects.get(), stamp=stamp, name="Anton Later")
    assert CANARY.encode() not in own_file.read_bytes()


SPOILED = {
    "a view in the place of a table": (
        "ALTER TABLE firststep_person RENAME TO other",
        "CREATE VIEW firststep_person AS SELECT * FROM other",
    ),
    "a column that is worked out": (
        "ALTER TABLE firststep_company ADD COLUMN made text GENERATED ALWAYS AS (name || 'x')",
    ),
    "a text where a number belongs": ("UPDATE firststep_campaign SET minutes_a_day = 'many'",),
    "bytes where a text belongs": ("UPDATE firststep_person SET name = x'00ff'",),
    "a text far too long": ("UPDATE firststep_person SET name = hex(zeroblob(5000))",),
    "a day that is none": ("UPDATE firststep_company SET targeted_on = 'soon'",),
    "no JSON": (
        "PRAGMA ignore_check_constraints=ON",
        "UPDATE firststep_company SET aliases = '[1,'",
    ),
    "a record that points at nothing": ("UPDATE firststep_position SET company_id = 999",),
    "no campaign": ("DELETE FROM firststep_campaign",),
    "no word of which program wrote it": ("DROP TABLE django_migrations",),
}


@pytest.mark.parametrize("statements", SPOILED.values(), ids=SPOILED.keys())
def test_a_backup_that_was_changed_is_refused_and_nothing_is_left_of_it(
    campaign: Campaign, mine: Path, own_file: Path, stamp: Stamp, statements: tuple[str, ...]
) -> None:
    rows = everything()
    with closing(sqlite3.connect(mine)) as file, file:
        for statement in statements:
            file.execute(statement)

    with pytest.raises(CannotDo, match=r"whole backup|no campaign"):
        restore(stamp=stamp, file=mine)

    assert everything() == rows
    assert not list(own_file.parent.glob("*before-restore*"))
    assert [one.name for one in making_folder().iterdir()] == ["door"]


def test_a_backup_that_lacks_a_newer_column_or_table_is_put_back(
    campaign: Campaign, mine: Path, stamp: Stamp
) -> None:
    with closing(sqlite3.connect(mine)) as file, file:
        file.execute("ALTER TABLE firststep_campaign DROP COLUMN mark")
        file.execute("ALTER TABLE firststep_person DROP COLUMN place")
        file.execute("DROP TABLE firststep_snooze")

    restore(stamp=stamp, file=mine)

    assert Person.objects.get().note == "from school"
    assert Person.objects.get().place == ""
    assert Campaign.objects.get().mark


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _refused(ask: Any, answers: list[CannotDo]) -> None:
    try:
        ask()
    except CannotDo as error:
        answers.append(error)


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices are POSIX's")
@pytest.mark.parametrize("make", [_fifo, _folder, _endless])
def test_what_is_no_file_is_refused_as_source_and_as_target(
    campaign: Campaign, stamp: Stamp, tmp_path: Path, make: Any
) -> None:
    path = tmp_path / "odd"
    make(path)

    for ask in (
        lambda: safety.restore(stamp=stamp, file=str(path)),
        lambda: safety.backup(campaign, stamp=stamp, file=str(path)),
    ):
        answers: list[CannotDo] = []
        asked = threading.Thread(target=_refused, args=(ask, answers), daemon=True)
        asked.start()
        asked.join(timeout=10)
        assert len(answers) == 1, "it waits without end, or did it"


@pytest.mark.parametrize("end", ["", "-journal", "-wal", "-shm", ".damaged"])
def test_the_database_and_its_own_files_are_neither_source_nor_target(
    campaign: Campaign, stamp: Stamp, own_file: Path, end: str
) -> None:
    own = own_file.with_name(own_file.name + end)
    before = own_file.read_bytes()
    for ask in (
        lambda: safety.backup(campaign, stamp=stamp, file=str(own)),
        lambda: safety.export(campaign, stamp=stamp, folder=str(own)),
        lambda: safety.restore(stamp=stamp, file=str(own)),
    ):
        with pytest.raises(CannotDo):
            ask()
    assert own_file.read_bytes() == before
    assert own.exists() is (end == "")


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_the_database_under_another_name_is_no_backup(
    campaign: Campaign, stamp: Stamp, own_file: Path, tmp_path: Path, link: str
) -> None:
    other = tmp_path / "other.backup"
    getattr(other, link)(own_file)

    with pytest.raises(CannotDo, match="database itself"):
        restore(stamp=stamp, file=other)


def test_a_backup_made_while_another_appears_overwrites_nothing(
    campaign: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firststep.verbs.safety import backup as module

    file, usual = tmp_path / "mine.backup", module.put_in_place

    def later(part: Path, target: Path) -> None:
        target.write_text("precious")
        usual(part, target)

    monkeypatch.setattr(module, "put_in_place", later)
    with pytest.raises(CannotDo, match="there already"):
        backup(file=file)

    assert file.read_text() == "precious"


def test_after_a_restore_nobody_sees_the_old_plan_though_revisions_come_again(
    campaign: Campaign, stamp: Stamp, tmp_path: Path
) -> None:
    """Another process restores, so that this one's memory is not emptied by it."""
    ann = Person.objects.get()
    a_target(campaign, "Acme Two")
    file = backup(file=tmp_path / "early.backup").file
    record_sent(campaign, stamp=stamp, ref=f"p{ann.pk}")
    assert len(plan_on(campaign, stamp.on).snapshot.approaches) == 1
    seen = Entry.objects.latest("revision")
    add_person(campaign, stamp=stamp, name="Ann Leee")
    pairs = likely_pairs(campaign)

    restore(stamp=stamp, file=file)

    again = Campaign.objects.get()
    assert again.revision == seen.revision, "the revision came again, and the moment may"
    Entry.objects.filter(revision=seen.revision).update(recorded_at=seen.recorded_at)
    assert len(plan_on(again, stamp.on).snapshot.approaches) == 0
    add_person(again, stamp=stamp, name="Bo Ek")
    assert likely_pairs(again) is not pairs


def test_a_form_drawn_before_a_restore_is_not_taken_for_one_after_it(
    campaign: Campaign, mine: Path, stamp: Stamp
) -> None:
    form = Stamp(on=stamp.on, door="web", once_key="x" * 20, seen=1, mark=campaign.mark)
    restore(stamp=stamp, file=mine)

    for held in (Campaign.objects.get(), campaign):
        recorded = recording(held, form, verb="log", words="Something.")
        with pytest.raises(Stale, match="backup was put back"), recorded:
            pass
    assert Entry.objects.latest("revision").verb == "restore"


def test_who_writes_meanwhile_is_told_what_goes_on_and_reads_on(
    campaign: Campaign, mine: Path, own_file: Path, stamp: Stamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firststep.verbs.safety import restore as module

    ended: list[Any] = []
    usual = module._exchange

    def slow(*given: Any) -> None:
        for words in (("person", "add", "Lou Meanwhile"), ("person", "show", "Ann Lee")):
            ended.append(_typed(own_file.parent, *words))
        usual(*given)

    monkeypatch.setattr(module, "_exchange", slow)
    restore(stamp=stamp, file=mine)

    refused, shown = ended
    assert refused.returncode == 1
    assert "A restore is running" in " ".join(refused.stderr.split())
    assert shown.returncode == 0
    assert not Person.objects.filter(name="Lou Meanwhile").exists()


def _typed(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "firststep", *words],
        env={**os.environ, "FIRSTSTEP_HOME": str(home)},
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def test_a_restore_that_breaks_off_is_none(
    campaign: Campaign, mine: Path, own_file: Path, stamp: Stamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firststep.verbs.safety import restore as module

    add_person(campaign, stamp=stamp, name="Later Lou")
    rows = everything()

    def broken(*_given: Any, **_said: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "recording", broken)
    with pytest.raises(KeyboardInterrupt):
        restore(stamp=stamp, file=mine)

    assert everything() == rows
    assert not list(own_file.parent.glob("*before-restore*"))

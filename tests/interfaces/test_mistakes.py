"""What went wrong: plain words where it is known; the particulars without names and passwords."""

import errno
import os
import sqlite3
import stat
from pathlib import Path

import pytest
from django.conf import LazySettings

from firststep.errors import NoRoom
from firststep.interfaces.mistakes import IntoErrorsLog, trouble, write_down

PASSWORD = "p%40ss-w0rd#1"
NAME = "Ann Lee"
URL = f"postgresql://ada:{PASSWORD}@db.example:5432/firststep"


@pytest.fixture
def log(tmp_path: Path, settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.DATA = tmp_path
    monkeypatch.setenv("FIRSTSTEP_DATABASE_URL", URL)
    monkeypatch.setenv("FIRSTSTEP_SECRET_KEY", "signs-the-forms")
    return tmp_path / "errors.log"


def a_mistake(words: str) -> ValueError:
    try:
        try:
            raise KeyError(NAME)
        except KeyError as lost:
            raise ValueError(words) from lost
    except ValueError as found:
        return found


@pytest.mark.parametrize("before", [None, 0o666])
def test_the_particulars_are_for_their_owner_only(log: Path, before: int | None) -> None:
    umask = os.umask(0)
    if before:
        log.write_text("of before\n")
        log.chmod(before)

    write_down(a_mistake("no such row"), "POST /people/add")
    os.umask(umask)

    told = log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert told.startswith("of before\n") or not before
    for part in (
        " UTC POST /people/add",
        "ValueError: no such row",
        "KeyError",
        "a_mistake",
        "line",
    ):
        assert part in told


@pytest.mark.parametrize(
    "words",
    [
        "invalid literal for int() with base 10: 'Ann Lee'",
        'no field "Ann Lee" of this',
        "DETAIL:  Key (campaign_id, key)=(1, Ann Lee) already exists.",
        "DETAIL:  Failing row contains (17, Ann Lee, 2026-11-23).",
        f"connection to {URL} failed",
        "password p%40ss-w0rd#1 refused",
        "password p@ss-w0rd#1 refused",
        "signed by signs-the-forms",
    ],
)
def test_they_hold_no_name_and_no_secret(log: Path, words: str) -> None:
    write_down(a_mistake(words), "GET /")

    told = log.read_text()
    assert "ValueError" in told
    for hidden in ("Ann Lee", PASSWORD, "p@ss-w0rd#1", "signs-the-forms", "db.example"):
        assert hidden not in told


def test_the_log_is_never_written_through_a_link(log: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("theirs")
    log.symlink_to(other)

    assert write_down(a_mistake("x"), "GET /") is None
    assert other.read_text() == "theirs"


def test_what_the_server_reports_goes_there_too(log: Path) -> None:
    import logging

    record = logging.LogRecord("waitress", logging.ERROR, "", 1, "Exception on %s", ("/",), None)
    IntoErrorsLog().handle(record)

    assert "waitress: Exception on /" in log.read_text()


@pytest.mark.django_db
def test_what_a_real_database_says_when_it_is_full_is_known(tmp_path: Path) -> None:
    base = sqlite3.connect(tmp_path / "small")
    base.execute("CREATE TABLE a (b)")
    base.execute("PRAGMA max_page_count = 4")
    with pytest.raises(sqlite3.OperationalError) as full:
        base.executemany("INSERT INTO a VALUES (?)", [("x" * 5000,)] * 9)

    known = trouble(full.value)

    assert isinstance(known, NoRoom)
    assert known.kind == "unavailable"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (sqlite3.OperationalError("database is locked"), "is writing just now"),
        (sqlite3.OperationalError("database table is locked: x"), "is writing just now"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "Make its folder"),
        (sqlite3.OperationalError("unable to open database file"), "Make its folder"),
        (sqlite3.DatabaseError("database disk image is malformed"), "is damaged"),
        (sqlite3.OperationalError("disk I/O error"), "The disk did not take that"),
    ],
)
def test_what_is_not_our_mistake_is_told_in_plain_words(error: Exception, words: str) -> None:
    found = trouble(error)

    assert found is not None
    assert words in found.words
    assert isinstance(found, NoRoom) == (words == "The disk is full")


@pytest.mark.parametrize(
    "error",
    [ValueError("database is locked"), KeyError("disk full"), OSError(errno.EPERM, "no"),
     sqlite3.OperationalError("no such column: x"), sqlite3.IntegrityError("UNIQUE failed")],
)  # fmt: skip
def test_a_mistake_of_ours_is_not_taken_for_trouble(error: Exception) -> None:
    assert trouble(error) is None

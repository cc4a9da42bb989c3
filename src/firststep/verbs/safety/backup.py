"""Everything can be taken out and put back whole (P-h).

On SQLite through its own backup API: a copy of the file of a live database can be empty or torn.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.core.management import call_command
from django.db import connection

from firststep import migrations
from firststep.errors import CannotDo
from firststep.journal.actions import Stamp, recording
from firststep.steps.goal.models import Campaign


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    file: Path
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """`kept` is where the data of before was put; None when there was none."""

    file: Path
    kept: Path | None


def backup(*, file: Path) -> BackedUp:
    """Writes the whole database into one file, checked, complete or not at all, mode 0600.

    Raises CannotDo where a file is there already, or the folder cannot be written.
    """
    if file.exists() or file.is_symlink():
        raise CannotDo(f"{file} is there already. Give another name; nothing was overwritten.")
    if not file.parent.is_dir():
        raise CannotDo(f"There is no folder {file.parent}. Make it first.", kind="bad_input")
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        _made_private(unfinished)
        _copy_out(unfinished)
        _settle(unfinished)
        os.rename(unfinished, file)  # noqa: PTH104  # never over a file that came meanwhile: see above
        _settle(file.parent)
    except OSError as error:
        raise CannotDo(_unwritable(file, error), kind="unavailable") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return BackedUp(file=file, size_bytes=file.stat().st_size)


def _copy_out(file: Path) -> None:
    if connection.vendor == "postgresql":
        _dump(file)
        return
    connection.ensure_connection()
    try:
        with closing(sqlite3.connect(file)) as copy:
            connection.connection.backup(copy)
            _sound(copy)
    except sqlite3.Error as error:
        raise CannotDo(f"The backup could not be written: {error}.", kind="unavailable") from error


def _dump(file: Path) -> None:
    """PostgreSQL: by its own program, which must be there."""
    program = shutil.which("pg_dump")
    if program is None:
        raise CannotDo(
            "pg_dump is not installed here. Install PostgreSQL's client programs, or ask who runs "
            "the database for a backup.",
            kind="unavailable",
        )
    at = connection.settings_dict
    words = [program, "--format=custom", "--no-owner", f"--file={file}", f"--dbname={at['NAME']}"]
    for option, value in (("host", at["HOST"]), ("port", at["PORT"]), ("username", at["USER"])):
        words += [f"--{option}={value}"] if value else []
    secret = {"PGPASSWORD": str(at["PASSWORD"])} if at["PASSWORD"] else {}
    done = subprocess.run(words, env={**os.environ, **secret}, capture_output=True, check=False)
    if done.returncode:
        raise CannotDo(
            "pg_dump could not take the backup. Look whether it is as new as the server.",
            kind="unavailable",
        )


def restore(*, stamp: Stamp, file: Path) -> Restored:
    """Puts a backup in the place of the present data, which is kept beside it.

    Raises CannotDo for what is no whole backup of Firststep, or one of a newer program; the
    present data is untouched then. It cannot be undone.
    """
    if connection.vendor != "sqlite":
        raise CannotDo(
            "On a database server, restore with its own program: pg_restore --clean.",
            kind="unavailable",
        )
    if not file.is_file():
        raise CannotDo(f"There is no file {file}.", kind="not_found")
    with closing(_opened(file)) as source:
        _refuse_unfit(source, file)
        kept = _set_aside(stamp.on)
        connection.ensure_connection()
        try:
            source.backup(connection.connection)
        except sqlite3.Error as error:
            raise CannotDo(
                f"The backup could not be put back: {error}.", kind="unavailable"
            ) from error
    connection.close()
    call_command("migrate", verbosity=0, interactive=False)
    _say_so(stamp)
    return Restored(file=file, kept=kept)


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _refuse_unfit(source: sqlite3.Connection, file: Path) -> None:
    try:
        applied = {
            row[0]
            for row in source.execute("SELECT name FROM django_migrations WHERE app='firststep'")
        }
        campaigns = source.execute("SELECT count(*) FROM firststep_campaign").fetchone()[0]
        _sound(source)
    except sqlite3.Error as error:
        raise CannotDo(
            f"{file.name} is not a whole backup of Firststep. Nothing was changed.",
            kind="bad_input",
        ) from error
    known = {found.stem for found in Path(migrations.__path__[0]).glob("[0-9]*.py")}
    if applied - known:
        raise CannotDo(
            f"{file.name} was written by a newer Firststep. Update the program first; nothing was "
            "changed.",
            kind="unavailable",
        )
    if not campaigns:
        raise CannotDo(f"{file.name} holds no campaign. Nothing was changed.", kind="bad_input")


def _sound(database: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError where pages or references are broken."""
    found = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok" or database.execute("PRAGMA foreign_key_check").fetchone():
        raise sqlite3.DatabaseError("the copy is damaged")


def _set_aside(on: date) -> Path | None:
    """A whole copy of the present data beside it, made before anything changes."""
    if not Campaign.objects.exists():
        return None
    present = Path(str(connection.settings_dict["NAME"]))
    number, kept = 1, present.with_name(f"{present.name}.before-restore-{on}")
    while kept.exists():
        number += 1
        kept = present.with_name(f"{present.name}.before-restore-{on}-{number}")
    return backup(file=kept).file


def _say_so(stamp: Stamp) -> None:
    campaign = Campaign.objects.order_by("pk").first()
    if campaign is not None:
        with recording(campaign, stamp, verb="restore", words="You restored a backup."):
            pass


def _made_private(file: Path) -> None:
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _settle(path: Path) -> None:
    """Waits until the disk has it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(file: Path, error: OSError) -> str:
    cause = (error.strerror or "it refused").lower()
    return f"{file} cannot be written ({cause}). Give a place that can."

"""Everything can be taken out into one file (P-h).

On SQLite through its own backup API: a copy of the file of a live database can be empty or torn.
"""

import os
import shutil
import sqlite3
import subprocess
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.keeping.base import means_damage
from firststep.keeping.copies import remember_copy
from firststep.keeping.damage import Damaged, note_damage
from firststep.keeping.files import database_file, refuse_own, whole_copy
from firststep.keeping.making import in_the_making, put_in_place


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    file: Path
    size_bytes: int


def backup(*, file: Path) -> BackedUp:
    """Writes the whole database into one file, checked, complete or not at all, mode 0600.

    Raises CannotDo where a file is there already, or the folder cannot be written.
    """
    try:
        refuse_own(file)
        if os.path.lexists(file):
            raise FileExistsError(file)
        if not file.parent.is_dir():
            raise CannotDo(f"There is no folder {file.parent}. Make it first.", kind="bad_input")
        with in_the_making(file) as part:
            copy_out(part)
            remember_copy(file)  # first: one that comes to be is never unknown
            put_in_place(part, file)
    except FileExistsError as error:
        words = f"{file} is there already. Give another name; nothing was overwritten."
        raise CannotDo(words) from error
    except (OSError, ValueError) as error:
        raise CannotDo(_unwritable(file, error), kind="unavailable") from error
    return BackedUp(file=file, size_bytes=file.stat().st_size)


def copy_out(file: Path) -> None:
    """A whole copy of the data as it stands, under a name nothing has yet. Raises CannotDo."""
    if connection.vendor == "postgresql":
        _dump(file)
        return
    try:
        whole_copy(file)
    except sqlite3.Error as error:
        if means_damage(error) and (present := database_file()) is not None:
            note_damage(present, str(error))
            raise Damaged(present) from error
        raise CannotDo(
            "The backup could not be written: {told}.", told=error, kind="unavailable"
        ) from error


def _dump(file: Path) -> None:
    """PostgreSQL: by its own program, which must be there."""
    program = shutil.which("pg_dump")
    if program is None:
        raise CannotDo(
            "pg_dump is not installed here. Install PostgreSQL's client programs, or ask who "
            "runs the database for a backup.",
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


def _unwritable(file: Path, error: Exception) -> str:
    told = (getattr(error, "strerror", None) or say("it refused")).lower()
    return say("{path} cannot be written ({told}). Give a place that can.", path=file, told=told)

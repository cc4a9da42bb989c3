"""Which files are the program's own, and how one database takes the place of another."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

from firststep.errors import CannotDo
from firststep.keeping.base import DatabaseWrapper, means_damage
from firststep.keeping.damage import forget_damage, identity
from firststep.keeping.making import making_folder, settle

JOURNALS = ("-journal", "-wal", "-shm")  # what SQLite keeps beside a file while it writes
LOCK_WAITS_SECONDS = 5


class BrokenPages(sqlite3.DatabaseError):
    """What the check of a file found."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def database_file() -> Path | None:
    """The SQLite file in use; none on PostgreSQL or in memory."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or name.startswith("file:") or name == ":memory:":
        return None
    return Path(name)


def refuse_own(path: Path) -> None:
    """Raises CannotDo where a path is, or would become, a file the program itself works with."""
    file, real = database_file(), path.resolve()
    if making_folder().resolve() in (real, *real.parents):
        raise CannotDo(f"{path} is in a folder that is emptied by itself. Give another place.")
    if file is None:
        return
    own = {file.resolve().with_name(file.name + end) for end in ("", ".damaged", *JOURNALS)}
    if real in own or (identity(path) is not None and identity(path) == identity(file)):
        raise CannotDo(
            f"{path} is the database itself, or a file it works with. Give another name; nothing "
            "was changed."
        )


def free_name(file: Path, why: str, on: date) -> Path:
    """A name beside the database that nothing has yet."""
    number, found = 1, file.with_name(f"{file.name}.{why}-{on}")
    while os.path.lexists(found):
        number += 1
        found = file.with_name(f"{file.name}.{why}-{on}-{number}")
    return found


def set_aside_files() -> list[Path]:
    """What stands beside the database since a restore or an update, with its journals.

    A second name of the database itself, from a restore killed just then, is none and goes.
    """
    found = list[Path]()
    file = database_file() or Path(settings.DATA) / connection.vendor
    for one in sorted({*file.parent.glob(f"{file.stem}.before-*"), *file.parent.glob(
            f"{file.name}.before-*")}):  # fmt: skip
        if identity(one) == identity(file):
            with suppress(OSError):
                one.unlink()
        elif one.is_file():
            found.append(one)
    return found


@contextmanager
def standing_in(file: Path, *, fresh: bool = False) -> Iterator[None]:
    """Within this thread, another SQLite file is the database: all verbs and questions ask it.

    A `fresh` one has no tables yet.
    """
    usual = connections["default"]
    told = {**usual.settings_dict, "NAME": str(file)}
    connections["default"] = there = DatabaseWrapper(told, "default")
    there.may_be_empty = fresh
    try:
        yield
    finally:
        there.close()
        connections["default"] = usual


def replace_database(new: Path, file: Path, *, kept: Path) -> None:
    """Puts a whole file in the place of a damaged one, which gets the name `kept` as it is.

    Nobody begins to write in between: where the damaged file can be locked, it is; where it cannot,
    nobody can. Raises CannotDo while another program writes.
    """
    settle(new)
    with _locked(file):
        try:
            os.link(file, kept)
        except OSError:  # a disk without links
            file.rename(kept)
        for end in JOURNALS:
            with suppress(FileNotFoundError):
                file.with_name(file.name + end).rename(kept.with_name(kept.name + end))
        settle(file.parent)
        new.replace(file)
        settle(file.parent)
    forget_damage(file)


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    with closing(
        sqlite3.connect(file, timeout=LOCK_WAITS_SECONDS, isolation_level=None)
    ) as database:
        try:
            database.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if not means_damage(error):
                raise CannotDo(
                    "Another Firststep uses the damaged file just now. Close it, then try again.",
                    kind="unavailable",
                ) from error
        yield


def whole_copy(file: Path) -> None:
    """Copies the database as it stands into a new private file, and looks whether it is whole.

    Raises sqlite3.Error where it is not, or where another program keeps it locked.
    """
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with _to_be_copied() as source, closing(sqlite3.connect(file)) as copy:
        source.backup(copy)
        refuse_broken_pages(copy)
        if copy.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.DatabaseError("records point at nothing")


@contextmanager
def _to_be_copied() -> Iterator[sqlite3.Connection]:
    """The database at one moment, also for who holds a transaction on it by now. It is read before
    it is copied: what is locked for long is an error there, and waited for without end later."""
    present = database_file()
    if present is None:
        connection.ensure_connection()
        yield connection.connection
        return
    uri = f"{present.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as source:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield source


def refuse_broken_pages(database: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError where the file is not whole."""
    found = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise BrokenPages(found)

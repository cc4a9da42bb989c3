"""Long work says to other programs what it is and how far: an import, a restore.

Beside a SQLite file it stands in a file of its own, held for as long as the work goes on; what a
killed program left there is seen to be nobody's. On PostgreSQL it is the name of the connection.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import DatabaseError, connection

from firststep.keeping.files import database_file

FILE = "at-work"  # in the data folder
PATIENCE_SECONDS = 30
_NAME = "firststep: "
_BYTES = 100
_OTHERS = (
    "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid() AND application_name LIKE %s"
)
Say = Callable[[str], None]


@contextmanager
def at_work(what: str) -> Iterator[Callable[[int, int], None]]:
    """While it lasts, whoever has to wait is told "`what` is running, 40% done".

    Gives what hears how many of how many are done. Where other long work goes on already, that is
    what they are told of.
    """
    with _board() as say:
        told = -1

        def tell(done: int, of: int) -> None:
            nonlocal told
            percent = min(99, 100 * done // of) if of else 0
            if percent != told:
                told = percent
                say(f"{what} is running, {percent}% done.")

        say(f"{what} is running.")
        yield tell


def who_is_at_work() -> str:
    """What long work another program does on this database, as a sentence; "" for none."""
    if connection.vendor == "postgresql":
        with suppress(DatabaseError):
            return _named_there()
        return ""
    file = _file()
    return _said_there(file) if file is not None else ""


def why_busy() -> str:
    """What is said to somebody who waited for others as long as one waits."""
    doing = who_is_at_work() or "Another program is writing just now."
    return f"{doing} Nothing was written here. Try again in a moment."


@contextmanager
def _board() -> Iterator[Say]:
    if connection.vendor == "postgresql":
        try:
            yield lambda words: _name_connection(f"{_NAME}{words}")
        finally:
            with suppress(DatabaseError), connection.cursor() as cursor:
                cursor.execute("RESET application_name")
        return
    file = _file()
    held = _held(file) if file is not None else None
    with _patience():
        if file is None or held is None:
            yield lambda _words: None
            return
        try:
            yield lambda words: _write(held, words)
        finally:
            file.unlink(missing_ok=True)
            os.close(held)


@contextmanager
def _patience() -> Iterator[None]:
    """So much work is not lost to somebody who still reads when it is to be written down."""
    before = connection.settings_dict["OPTIONS"].get("timeout", 5)
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_SECONDS * 1000}")
    try:
        yield
    finally:
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {int(before * 1000)}")


# -- beside a SQLite file --------------------------------------------------------------------


def _file() -> Path | None:
    database = database_file()
    return database.with_name(FILE) if database is not None else None


def _held(file: Path) -> int | None:
    """The file, opened and held; None where it is held already, or cannot be."""
    try:
        handle = os.open(file, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError:
        return None
    if not _take(handle):
        os.close(handle)
        return None
    return handle


def _take(handle: int) -> bool:
    """Holds a file until it is closed or its program ends; False where another holds it."""
    try:
        import fcntl
    except ImportError:  # Windows has none: what stands in the file is believed
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _write(handle: int, words: str) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, words.encode()[:_BYTES].ljust(_BYTES))


def _said_there(file: Path) -> str:
    try:
        handle = os.open(file, os.O_RDWR)
    except OSError:
        return ""
    try:
        left_behind = os.name == "posix" and _take(handle)
        return "" if left_behind else os.read(handle, _BYTES).decode(errors="replace").strip()
    finally:
        os.close(handle)


# -- on PostgreSQL ---------------------------------------------------------------------------


def _name_connection(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('application_name', %s, false)", [name])


def _named_there() -> str:
    with connection.cursor() as cursor:
        cursor.execute(_OTHERS, [f"{_NAME}_%"])
        found = cursor.fetchone()
    return str(found[0]).removeprefix(_NAME) if found else ""

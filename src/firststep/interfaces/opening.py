"""Opening this person's data: the folder, the tables, and what can be wrong with them."""

import gc
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from firststep.errors import CannotDo

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

NO_CAMPAIGN = (
    'There is no campaign here yet. Start one with: firststep init --name "Your Name" --country DE'
)
# What stands in the data folder beside the database and its copies.
# After how many new things the collector looks: a plan makes tens of thousands at once, and few go
# round in rings.
SELDOM = (20_000, 10, 10)
OURS = frozenset({"errors.log", "site", "making", "copies.list", "demo", "at-work"})
FOREIGN = ("not a database", "no such table")  # what SQLite says of a file that is not ours


def open_data(*, create: bool, mend: bool = True, look: bool = True) -> None:
    """Starts the program on its data; brings older tables up to date, after a copy of them.

    Without `look` the database may be damaged or another program's: it is about to be replaced.

    Without `create` a folder without data is left as it is and refused. `mend` takes other people's
    leave to read the data, where they have it. Raises CannotDo (unavailable) where the folder or
    the database cannot be used.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firststep.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from firststep.keeping.files import database_file
    from firststep.keeping.making import sweep

    sweep()
    file = database_file()
    if file is not None:
        _refuse_unusable(file, create=create)
        if mend:
            _make_private_again(file)
    if look or file is None:
        _bring_up_to_date(file)


def collect_garbage() -> None:
    """Lets the collector work, which rests while the program starts. All that is loaded by then
    stays and is never looked through again: a twentieth of `today`; from then on it looks seldom,
    which is as much of a plan."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*SELDOM)
        gc.enable()


def the_campaign() -> "Campaign":
    """The one campaign of this folder. Raises CannotDo (not_found) before `init`."""
    from firststep.steps.goal.models import Campaign

    found = Campaign.objects.select_related("seeker").order_by("pk").first()
    if found is None:
        raise CannotDo(NO_CAMPAIGN, kind="not_found")
    return found


def _refuse_unusable(file: Path, *, create: bool) -> None:
    folder = file.parent
    if folder.exists() and not folder.is_dir():
        raise CannotDo(
            f"{folder} is a file. The data folder must be a folder: set FIRSTSTEP_HOME to one.",
            kind="unavailable",
        )
    if file.is_symlink():
        raise CannotDo(
            f"{file} is a link. Set FIRSTSTEP_HOME to the folder it points to.",
            kind="unavailable",
        )
    if file.is_dir():
        raise CannotDo(f"{file} is a folder where a file belongs.", kind="unavailable")
    if not file.exists():
        if not create:
            raise CannotDo(NO_CAMPAIGN, kind="not_found")
        _make_folder(folder)
        _make_database(file)


def _make_database(file: Path) -> None:
    """Private from its first byte, and whole before it has its name."""
    from django.core.management import call_command

    from firststep.keeping.files import standing_in
    from firststep.keeping.making import put_in_place, room

    with room() as own:
        new = own / file.name
        new.touch(mode=0o600)
        with standing_in(new, fresh=True), _saying_what_is_wrong():
            call_command("migrate", verbosity=0, interactive=False)
        with suppress(FileExistsError):  # another process was quicker
            put_in_place(new, file)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make_private(folder)
        probe = folder / ".firststep-writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise CannotDo(
            f"The folder {folder} cannot be written to ({_plain(error)}). Make it writable, or "
            "set FIRSTSTEP_HOME to another one.",
            kind="unavailable",
        ) from error


def _make_private(folder: Path) -> None:
    """An empty folder of ours was made for this: nobody else reads it. One in use is left alone."""
    ours = hasattr(os, "getuid") and folder.stat().st_uid == os.getuid()
    if ours and not any(folder.iterdir()):
        folder.chmod(0o700)


def _make_private_again(file: Path) -> None:
    """Copied or unpacked data may have become readable to others; what is ours is closed again.

    A folder that holds other things too is left as it is.
    """
    if not hasattr(os, "getuid"):
        return
    with suppress(OSError):
        there = list(file.parent.iterdir())
        own = [path for path in there if path.name in OURS or path.name.startswith(file.stem)]
        for path in own + [file.parent] * (len(own) == len(there)):
            _close(path)


def _close(path: Path) -> None:
    found = path.lstat()
    if found.st_uid == os.getuid() and found.st_mode & 0o077 and not path.is_symlink():
        path.chmod(found.st_mode & 0o700)


def applied_migrations() -> set[str]:
    """The steps of the tables' history this database has been through."""
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM django_migrations WHERE app = 'firststep'")
            return {row[0] for row in cursor.fetchall()}
    except DatabaseError as error:
        if _has_no_tables():
            return set()
        raise _unreadable(error) from error


def known_migrations() -> set[str]:
    """The steps this program knows, read from the names of its files."""
    from firststep import migrations

    folder = Path(next(iter(migrations.__path__)))
    return {file.stem for file in folder.glob("[0-9]*.py")}


def _has_no_tables() -> bool:
    from django.db import DatabaseError, connection

    try:
        tables = connection.introspection.table_names()
    except DatabaseError:
        return False
    # Tables of another program in the file: it is not ours to fill.
    return not tables if connection.vendor == "sqlite" else "django_migrations" not in tables


def _unreadable(error: Exception) -> CannotDo:
    from firststep.interfaces.mistakes import UNCLEAR, trouble
    from firststep.keeping.files import database_file

    cause = error.__cause__
    if isinstance(cause, sqlite3.DatabaseError) and any(words in str(cause) for words in FOREIGN):
        return CannotDo(
            f"{database_file()} is not a Firststep database. Move it away, or restore a backup",
            kind="unavailable",
            typed="firststep restore FILE",
        )
    file = database_file()
    words = f"The database {file} cannot be read: {cause}." if file else UNCLEAR
    return trouble(error) or CannotDo(words, kind="unavailable")


def _bring_up_to_date(file: Path | None) -> None:
    applied, known = applied_migrations(), known_migrations()
    if applied - known:
        raise CannotDo(
            "This data was written by a newer Firststep. Update the program; your data was not "
            "touched.",
            kind="unavailable",
        )
    if applied == known:
        return
    if applied and file is not None:
        _copy_aside(file)
    from django.core.management import call_command

    with _saying_what_is_wrong():
        call_command("migrate", verbosity=0, interactive=False)


def _copy_aside(file: Path) -> None:
    """A whole copy beside the file before its tables change (R9)."""
    from datetime import datetime

    from firststep.keeping.files import free_name, whole_copy
    from firststep.keeping.making import in_the_making, put_in_place

    copy = free_name(file, "before-update", datetime.now().astimezone().date())
    with in_the_making(copy) as part:
        whole_copy(part)
        put_in_place(part, copy)


@contextmanager
def _saying_what_is_wrong() -> Iterator[None]:
    from django.db import DatabaseError

    try:
        yield
    except DatabaseError as error:
        raise CannotDo(
            f"The data could not be written ({error}). Look whether the folder is writable and "
            "the disk has room.",
            kind="unavailable",
        ) from error


def _plain(error: OSError) -> str:
    return (error.strerror or "it refused").lower()

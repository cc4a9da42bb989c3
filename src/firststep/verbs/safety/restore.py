"""A backup in the place of the data: all of it, or nothing was changed (P-h).

Its rows take the place of the present ones in one transaction, which also sets those aside, so that
no write confirmed meanwhile is lost. A database that is damaged takes no transaction: a new one
takes its place, and the damaged file is kept as it is.
"""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction

from firststep import migrations
from firststep.errors import CannotDo
from firststep.journal.actions import Stamp, recording
from firststep.journal.at_work import at_work
from firststep.keeping.files import (
    database_file,
    free_name,
    refuse_broken_pages,
    refuse_own,
    replace_database,
    standing_in,
)
from firststep.keeping.making import in_the_making, put_in_place, remove, room
from firststep.steps.goal.models import Campaign
from firststep.verbs.safety.backup import copy_out
from firststep.verbs.safety.backup_rows import (
    Backup,
    Rows,
    Unfit,
    not_whole,
    our_tables,
    sqlite_backup,
)
from firststep.verbs.safety.dump_rows import dump_backup, is_dump
from firststep.verbs.safety.export.tables import AT_A_TIME


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """`kept` is where the data of before was put; None when there was none. `damaged` says that it
    is kept as it was found."""

    file: Path
    kept: Path | None
    damaged: bool = False


def restore(*, stamp: Stamp, file: Path) -> Restored:
    """Puts a backup in the place of the present data, which is kept beside it.

    Raises CannotDo for what is no whole backup of Firststep, or one of a newer program; the
    present data is untouched then. It cannot be undone.
    """
    _refuse_no_file(file)
    opened = dump_backup if is_dump(file) else sqlite_backup
    with opened(file) as source:
        _refuse_newer(source, file)
        with sound_database(stamp) as damaged:
            kept = _in_place(source, stamp, file) or damaged
    return Restored(file=file, kept=kept, damaged=damaged is not None)


def _refuse_no_file(file: Path) -> None:
    try:
        kind = file.stat().st_mode
    except (OSError, ValueError) as error:
        raise CannotDo(f"There is no file {file}.", kind="not_found") from error
    if not stat.S_ISREG(kind):
        what = "a folder" if stat.S_ISDIR(kind) else "no file that can be read to its end"
        raise CannotDo(f"{file} is {what}. Name the backup itself.", kind="bad_input")
    refuse_own(file)


def _refuse_newer(source: Backup, file: Path) -> None:
    if source.applied - _known():
        raise CannotDo(
            f"{file.name} was written by a newer Firststep. Update the program first; nothing was "
            "changed.",
            kind="unavailable",
        )


def _known() -> set[str]:
    return {found.stem for found in Path(migrations.__path__[0]).glob("[0-9]*.py")}


def takes_rows(present: Path) -> bool:
    """Whether the database is whole, and its tables are those of this program."""
    uri = f"{present.absolute().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as database:
            refuse_broken_pages(database)
            names = database.execute("SELECT name FROM django_migrations WHERE app='firststep'")
            return {row[0] for row in names} == _known()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
        return False
    except sqlite3.DatabaseError:
        return False


@contextmanager
def sound_database(stamp: Stamp) -> Iterator[Path | None]:
    """Within, the database takes rows. Where the present one does not, as it is damaged or another
    program's, a new one does, which takes its place afterwards; answers what the present one is
    called from then on."""
    present = database_file()
    if present is None or takes_rows(present):
        yield None
        return
    connection.close()
    kept = free_name(present, "before-restore", stamp.on)
    with room() as own:
        new = own / present.name
        new.touch(mode=0o600)
        with standing_in(new, fresh=True):
            call_command("migrate", verbosity=0, interactive=False)
            yield kept
        replace_database(new, present, kept=kept)


def _in_place(source: Backup, stamp: Stamp, file: Path) -> Path | None:
    """The rows of the backup instead of the present ones, and those set aside, in one go."""
    kept: Path | None = None
    try:
        with at_work("A restore"), _without_references(), transaction.atomic():
            _shut_out_writers()
            kept = _set_aside(stamp)
            with _gone_if_in_vain(kept):
                _exchange(source, stamp, file)
    except DatabaseError:  # as it was to be made final: the disk is full
        _drop(kept)
        raise
    return kept


@contextmanager
def _gone_if_in_vain(kept: Path | None) -> Iterator[None]:
    try:
        yield
    except BaseException:
        _drop(kept)
        raise


def _drop(kept: Path | None) -> None:
    if kept is not None:
        remove(kept)


@contextmanager
def _without_references() -> Iterator[None]:
    """While rows come table by table they point at rows still to come; `_exchange` looks at the
    end whether all of them are there."""
    connection.disable_constraint_checking()
    try:
        yield
    finally:
        connection.enable_constraint_checking()


def _shut_out_writers() -> None:
    """SQLite: the transaction has done so as it began."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {', '.join(our_tables())} IN EXCLUSIVE MODE")


def _set_aside(stamp: Stamp) -> Path | None:
    """A whole copy of the present data beside it; nobody writes to the data any more."""
    if not Campaign.objects.exists():
        return None
    file = database_file() or Path(settings.DATA) / connection.vendor
    kept = free_name(file, "before-restore", stamp.on)
    with in_the_making(kept) as part:
        copy_out(part)
        put_in_place(part, kept)
    return kept


def _exchange(source: Backup, stamp: Stamp, file: Path) -> None:
    """All rows go, those of the backup come, and the journal says so. It is another database by
    then: what was remembered or drawn of the one before holds no more."""
    try:
        for table in our_tables().values():
            table._base_manager.all()._raw_delete("default")
        for rows in source.rows():
            _write(rows)
        connection.check_constraints()
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(
                no_style(), list(our_tables().values())
            ):
                cursor.execute(statement)
    except (Unfit, DatabaseError, sqlite3.Error) as error:
        raise not_whole(file) from error
    campaign = Campaign.objects.order_by("pk").first()
    if campaign is None:
        raise CannotDo(f"{file.name} holds no campaign. Nothing was changed.", kind="bad_input")
    for one in Campaign.objects.all():
        Campaign.objects.filter(pk=one.pk).update(mark=token_hex())
    campaign.refresh_from_db()
    with recording(campaign, stamp, verb="restore", words="You restored a backup."):
        pass


def _write(rows: Rows) -> None:
    names = ", ".join(connection.ops.quote_name(str(one.column)) for one in rows.columns)
    places = ", ".join(["%s"] * len(rows.columns))
    words = f"INSERT INTO {rows.table._meta.db_table} ({names}) VALUES ({places})"
    with connection.cursor() as cursor:
        for some in _some(rows.values):
            cursor.executemany(words, some)


def _some(values: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    while some := list(islice(values, AT_A_TIME)):
        yield some

"""The way to the SQLite file, for all that reads and writes: Django's own, with three rules more.

A file that is gone is never made anew by a mere look. What SQLite finds damaged is said in words
and noted, and nothing writes to it from then on. A transaction begins on the file that stands in
the folder, never on one that was replaced while the connection was open.
"""

import sqlite3
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

from django.db.backends.sqlite3.base import DatabaseWrapper as DjangosWay
from django.db.utils import DatabaseErrorWrapper, OperationalError

from firststep.errors import CannotDo
from firststep.keeping.damage import Damaged, identity, is_known_damaged, note_damage

_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class DatabaseWrapper(DjangosWay):
    """One connection to the file; `opened` is which file that was."""

    opened: tuple[int, int] | None = None
    may_be_empty = False  # ours have tables from the moment they have their name

    @property
    def file(self) -> Path | None:
        """None for a database in memory."""
        return None if self.is_in_memory_db() else Path(str(self.settings_dict["NAME"]))

    @cached_property
    def wrap_database_errors(self) -> "_Errors":
        return _Errors(self)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        if self.file is not None and not self.file.exists():
            raise Gone(self.file)
        if self.file is not None and not (self.may_be_empty or self.file.stat().st_size):
            note_damage(self.file, "empty")
            raise Damaged(self.file)
        self.opened = identity(self.file)  # before it is opened: it may be replaced meanwhile
        return super().get_new_connection(conn_params)

    def _start_transaction_under_autocommit(self) -> None:
        if self.file is not None and is_known_damaged(self.file):
            raise Damaged(self.file)
        super()._start_transaction_under_autocommit()  # type: ignore[misc]
        if self.file is not None and self.opened != identity(self.file):
            self.close()
            self.connect()
            super()._start_transaction_under_autocommit()  # type: ignore[misc]


class Gone(CannotDo, OperationalError):
    """No file stands there; a fault of the database to whoever can do without one."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"The database {file} is gone. Put it back where it was, or a backup of it",
            kind="unavailable",
            typed="firststep restore FILE",
        )


class _Errors(DatabaseErrorWrapper):
    """Says what SQLite means by damage; all else is Django's."""

    def __init__(self, way: DatabaseWrapper) -> None:
        super().__init__(way)
        self.way = way

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, sqlite3.DatabaseError) and means_damage(error):
            self.way.errors_occurred = True
            if self.way.file is not None:
                note_damage(self.way.file, str(error))
            raise Damaged(self.way.file) from error
        super().__exit__(kind, error, trace)


def means_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says that the file itself is wrong."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE

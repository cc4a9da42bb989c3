"""What a format is: a name, how its content is recognised, and how it is read."""

import io
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, NamedTuple

from firststep.bringing.formats.archives import Archive, open_archive
from firststep.bringing.formats.encodings import MAX_BYTES, without_mark
from firststep.bringing.formats.tables import Listed, Table, open_table
from firststep.facts.file_rows import CannotRead, Given, Listener, Reading

_HEAD = 1 << 16
_NOTHING = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"


class Source:
    """One file's content, looked at in whatever way a format asks for.

    Given as bytes, or as a path that is read when asked for. `only` is the format the seeker named,
    `given` what a reader must know beside the file.
    """

    def __init__(
        self,
        name: str,
        data: bytes | Path,
        *,
        given: Given | None = None,
        only: str = "",
        listen: Listener | None = None,
    ) -> None:
        self.name = name
        self.given = given or Given()
        self.only = only
        self.listen = listen
        self._data = data

    def open(self) -> BinaryIO:
        """The content as a stream, for formats read without holding them."""
        return self._data.open("rb") if isinstance(self._data, Path) else io.BytesIO(self._data)

    @cached_property
    def size(self) -> int:
        return self._data.stat().st_size if isinstance(self._data, Path) else len(self._data)

    @cached_property
    def head(self) -> bytes:
        """The first 64 kB."""
        with self.open() as stream:
            return stream.read(_HEAD)

    @cached_property
    def opening(self) -> str:
        """The head as text, whatever its encoding, for looking at how a file begins."""
        marks = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
        encoding = marks.get(self.head[:2]) or without_mark(self.head) or "utf-8"
        return self.head.decode(encoding, errors="replace").lstrip("\ufeff \r\n\t")

    @cached_property
    def data(self) -> bytes:
        """All of it. Raises CannotRead for more than an address book holds."""
        if self.size > MAX_BYTES:
            raise CannotRead(
                "This file is larger than 200 MB, far more than an address book holds."
            )
        with self.open() as stream:
            return stream.read()

    def is_empty(self) -> bool:
        small = self.size <= _HEAD
        return not self.head.strip(_NOTHING) and (small or not self.data.strip(_NOTHING))

    @cached_property
    def archive(self) -> Archive | None:
        """The file as a zip archive. Raises CannotRead for one that is not to be trusted."""
        return open_archive(self.data) if self.head.startswith(b"PK") else None

    @cached_property
    def table(self) -> Table | None:
        """The file as text with rows, None for what is no text."""
        try:
            return open_table(self.data)
        except CannotRead:
            return None

    def listed(self, *columns: str, otherwise: str) -> Listed:
        """The rows below those columns. Raises CannotRead with a sentence where there are none."""
        header = self.table.header(columns) if self.table else None
        if self.table is None or header is None:
            raise CannotRead(otherwise)
        return Listed(self.table, header, columns)

    def tell(self, done: int, of: int) -> None:
        """Says how far the reading is."""
        if self.listen is not None:
            self.listen(done, of)


class Format(NamedTuple):
    """`says` names the format for a person; `recognises` decides by content only."""

    name: str
    says: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Reading], None]


def with_columns(*columns: str) -> Callable[[Source], bool]:
    """Whether a row with all these columns stands near the top."""
    return lambda source: source.table is not None and source.table.header(columns) is not None

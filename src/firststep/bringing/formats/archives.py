"""Looking into a zip archive somebody else made: with limits, and never onto the disk."""

import io
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from firststep.bringing.formats.encodings import MAX_BYTES
from firststep.facts.file_rows import CannotRead
from firststep.facts.said import say, say_number, to_say

MAX_ENTRIES = 5_000
MAX_RATIO = 200  # one entry's size over its packed size
_SMALL = 1 << 20  # below this a high ratio is harmless
_PIECE = 1 << 18
_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))]
)
_CANNOT = to_say("Ask LinkedIn for the export once more, or give the Connections.csv inside it.")


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened archive; entries are read into memory, by content and within limits."""

    file: zipfile.ZipFile
    entries: tuple[zipfile.ZipInfo, ...]

    def tables(self) -> list[zipfile.ZipInfo]:
        """The entries that may be CSV files, in the archive's order."""
        return [e for e in self.entries if e.filename.lower().endswith(".csv")]

    def read(self, entry: zipfile.ZipInfo, limit: int = MAX_BYTES) -> bytes:
        """An entry's bytes, counted while reading and not as the archive says.

        Raises CannotRead, naming the entry, for encrypted, broken or swollen ones.
        """
        with self._opened(entry) as stream:
            return self._counted(stream, entry, limit)

    @contextmanager
    def _opened(self, entry: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
        name = shown(entry.filename)
        try:
            with self.file.open(entry) as stream:
                yield stream
        except RuntimeError as problem:
            raise CannotRead(_told(name, to_say("encrypted"))) from problem
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as problem:
            raise CannotRead(_told(name, to_say("damaged"))) from problem
        except Exception as problem:
            if type(problem).__module__ not in ("zlib", "_bz2", "_lzma", "struct"):
                raise
            raise CannotRead(_told(name, to_say("damaged"))) from problem

    def _counted(self, stream: IO[bytes], entry: zipfile.ZipInfo, limit: int) -> bytes:
        pieces: list[bytes] = []
        total = 0
        while piece := stream.read(_PIECE):
            total += len(piece)
            swollen = total > _SMALL and total > MAX_RATIO * max(entry.compress_size, 1)
            if total > limit or swollen:
                raise CannotRead(
                    '"{name}" in the archive unpacks to far more than an address book holds. '
                    "{instead}",
                    name=shown(entry.filename),
                    instead=say(_CANNOT),
                )
            pieces.append(piece)
        return b"".join(pieces)

    def beginning(self, entry: zipfile.ZipInfo, size: int = 1 << 16) -> bytes:
        """The first bytes of an entry. Raises CannotRead, as `read` does."""
        with self._opened(entry) as stream:
            return stream.read(size)


def _told(name: str, why: str) -> str:
    words = say('"{name}" in the archive is {why}.', name=name, why=say(why))
    return f"{words} {say(_CANNOT)}"


def shown(name: str) -> str:
    """An entry's name safe to print, cut to 60 characters."""
    return name[:60].encode("ascii", "backslashreplace").decode().replace('"', "'")


def open_archive(data: bytes) -> Archive | None:
    """The archive, None for what is no zip. Raises CannotRead for one that is not to be trusted."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except Exception as problem:
        raise CannotRead(f"{say('This zip archive is damaged.')} {say(_CANNOT)}") from problem
    entries = tuple(e for e in file.infolist() if not e.is_dir())
    if len(entries) > MAX_ENTRIES:
        many = say("This archive holds {n} files, too many.", n=say_number(len(entries)))
        raise CannotRead(f"{many} {say(_CANNOT)}")
    seen: set[str] = set()
    for entry in entries:
        if why := _suspicious(entry, seen):
            raise CannotRead(_told(shown(entry.filename), why))
        seen.add(entry.filename)
    return Archive(file, entries)


def _suspicious(entry: zipfile.ZipInfo, seen: set[str]) -> str:
    name = entry.filename
    if entry.flag_bits & 0x1:
        return to_say("encrypted")
    if name in seen:
        return to_say("there twice")
    if stat.S_ISLNK(entry.external_attr >> 16):
        return to_say("a link to another file")
    if ".." in name.split("/") or name.startswith(("/", "\\")) or name[1:2] == ":":
        return to_say("named like a place outside the archive")
    if not entry.orig_filename.isprintable():
        return to_say("named with characters that are not letters")
    if any(part.partition(".")[0].strip().upper() in _DEVICES for part in name.split("/")):
        return to_say("named like a device of Windows")
    return ""

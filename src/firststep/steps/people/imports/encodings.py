"""Which characters a file's bytes mean: BOM, then strict UTF-8, then the Windows code page."""

import codecs
import io
from collections.abc import Iterator

from firststep.steps.people.imports.rows import CannotRead

MAX_BYTES = 200 * 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = (
    (b"PK\x03\x04", "an Excel workbook or a zip archive"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
    (b"SQLite format 3", "a database"),
)
_CHUNK = 1 << 16


def encoding_of(data: bytes) -> str:
    """The name of the encoding. Raises CannotRead for what is no text at all."""
    for mark, kind in _NOT_TEXT:
        if data.startswith(mark):
            raise CannotRead(f"This is {kind}, not a CSV file. Save it as CSV and try again.")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    if _decodes(data, "utf-8"):
        return "utf-8"
    if b"\x00" in data[:_CHUNK]:
        raise CannotRead("This is not a text file. Export it as CSV and try again.")
    return "cp1252"


def _decodes(data: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    view = memoryview(data)
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(view[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def lines_of(data: bytes, encoding: str) -> Iterator[str]:
    """The physical lines with their ends, read as a stream; bytes without meaning become U+FFFD."""
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")

"""Which characters a file's bytes mean: BOM, then strict UTF-8, then the Windows code page.

UTF-16 without a BOM shows by its zeros. Where some lines are UTF-8 and others are not, each line is
read by its own.
"""

import codecs
import io
import re
from collections.abc import Iterator

from firststep.facts.file_rows import CannotRead
from firststep.facts.said import say, to_say

MAX_BYTES = 200 * 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = (
    (b"PK\x03\x04", to_say("an Excel workbook or a zip archive")),
    (b"\x1f\x8b", to_say("a compressed file (gzip)")),
    (b"\xd0\xcf\x11\xe0", to_say("an old Excel workbook")),
    (b"%PDF", to_say("a PDF")),
    (b"SQLite format 3", to_say("a database")),
)
_CHUNK = 1 << 16
MIXED = "mixed"  # UTF-8, with lines of the Windows code page among them
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LOOKED_AT = 4_096  # bytes in which UTF-16 shows
# What programs write when they name the smaller set and mean the larger one.
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949",
}  # fmt: skip
_NO_LETTERS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})


def encoding_of(data: bytes) -> str:
    """The name of the encoding. Raises CannotRead for what is no text at all."""
    for mark, kind in _NOT_TEXT:
        if data.startswith(mark):
            words = say(
                "This is {kind}, not a CSV file. Save it as CSV and try again.", kind=say(kind)
            )
            raise CannotRead(words)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    if wide := without_mark(data):
        return wide
    if _decodes(data, "utf-8"):
        return "utf-8"
    if b"\x00" in data[:_CHUNK]:
        raise CannotRead("This is not a text file. Export it as CSV and try again.")
    return MIXED if any(_is_utf8(line) for line in _foreign(data)) else "cp1252"


def without_mark(data: bytes) -> str:
    """UTF-16 that does not say so: every other byte of plain letters is zero; "" for all else."""
    head = data[:_LOOKED_AT]
    zeros = [head[start::2].count(0) for start in (0, 1)]
    many, few = len(head) * 0.3, len(head) * 0.02
    if min(zeros) > few or max(zeros) <= max(many, 2):
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _foreign(data: bytes) -> Iterator[bytes]:
    """The lines with more than plain ASCII letters in them."""
    return (line for line in (found[0] for found in _LINE.finditer(data)) if not line.isascii())


def _is_utf8(line: bytes) -> bool:
    return _decodes(line, "utf-8")


def sample_of(data: bytes, encoding: str) -> tuple[int, str, int]:
    """The first line on which the encoding shows, as number and text, and how many are like it.

    Of a mixed file these are the lines that are not UTF-8.
    """
    if encoding == MIXED:
        raw = (found[0] for found in _LINE.finditer(data))
        shows = [(n, _by_itself(r)) for n, r in enumerate(raw, start=1) if not _is_utf8(r)]
    else:
        lines = enumerate(lines_of(data, encoding), start=1)
        shows = [next(((n, text) for n, text in lines if not text.isascii()), (0, ""))]
    return shows[0][0], shows[0][1].strip(" \ufeff\r\n"), len(shows)


def _by_itself(line: bytes) -> str:
    return line.decode("utf-8" if _is_utf8(line) else "cp1252", errors="replace")


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
    if encoding == MIXED:
        return (_by_itself(found[0]) for found in _LINE.finditer(data))
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")


def codec_named(charset: str) -> str:
    """The codec of a charset as a file names it; "" for none that is known."""
    name = charset.strip().strip("\"'").removeprefix("x-").lower()
    name = {"sjis": "cp932", "unicode-1-1-utf-7": "utf-7", "ms950": "cp950"}.get(name, name)
    try:
        b"".decode(name)
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return "" if found in _NO_LETTERS else _MEANT.get(found, found)


def decoded(raw: bytes, codec: str) -> str | None:
    """The text in that codec; None where a byte means nothing in it, or there is no codec."""
    if not codec:
        return None
    try:
        return raw.decode(codec)
    except ValueError:
        return None

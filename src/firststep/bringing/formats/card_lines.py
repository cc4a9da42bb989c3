"""The lines of address cards: unfolded while they are bytes, then taken apart. Pure.

Done by hand, not by a library: those read characters, and a card may fold within a letter and name
another charset on each line; one line nobody can read must not cost the card.
"""

import re
from binascii import Error as NotBase64
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_MARK = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:AGENT[^:]*:\s*)?(BEGIN|END)\s*:\s*VCARD\s*", re.I)
_BINARY = re.compile(rb"\s*(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)\s*[;:]", re.IGNORECASE)
_QUOTED = re.compile(rb"[^:]*QUOTED-PRINTABLE", re.IGNORECASE)
_OLD = re.compile(rb"\s*VERSION\s*:\s*2\.1", re.IGNORECASE)
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{4,}={0,2}")
_HEAD = re.compile(rb'((?:[^":]++|"[^"]*+")*+):')  # to the first colon outside quotes
_PARAM = re.compile(rb'(?:[^";]++|"[^"]*+"|")++')
_NAME = re.compile(r"(?:[\w-]+\.)?([\w-]+)", re.ASCII)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_HARD_FOLD = 72  # bytes; a line folded below that was folded at a blank
_UNPREFERRED = 101


class CardLine(NamedTuple):
    """One line: `at` is its physical line, `kind` its name in lower case without group, `said` its
    parameters, the bare ones and types as `type`; `value` is still bytes, as they stand, and a
    parameter one letter for each of them."""

    at: int
    kind: str
    said: Mapping[str, str]
    value: bytes

    @property
    def types(self) -> frozenset[str]:
        return frozenset(self.said.get("type", "").lower().split(","))

    @property
    def preference(self) -> int:
        """PREF=1 stands before PREF=2, and both before what has none."""
        number = self.said.get("pref", "")
        if re.fullmatch("[0-9]{1,3}", number):
            return int(number)
        return 1 if "pref" in self.types or "pref" in self.said else _UNPREFERRED

    @property
    def is_quoted(self) -> bool:
        written = self.said.get("encoding", "").lower()
        return written in ("quoted-printable", "q") or "quoted-printable" in self.types

    def content(self) -> bytes:
        """The value's own bytes, out of whatever they were wrapped in for the way."""
        return self._unwrapped(self.value)

    def parts(self) -> list[bytes]:
        """The same of each part between semicolons that are not letters of it."""
        if self.is_quoted:
            return [self._unwrapped(part) for part in re.split(rb"(?<!\\);", self.value)]
        return [self.content()]

    def _unwrapped(self, value: bytes) -> bytes:
        if self.is_quoted:
            return a2b_qp(value)
        if self.said.get("encoding", "").lower() in ("b", "base64") or "base64" in self.types:
            try:
                return a2b_base64(value)
            except NotBase64:
                return value
        return value


def mark_of(line: bytes) -> str:
    """ "BEGIN" or "END" of a card, "" for all other lines."""
    found = _MARK.fullmatch(line)
    return found[1].decode().upper() if found else ""


def is_agent(line: bytes) -> bool:
    """Whether the card that begins here is a part of the one it stands in."""
    return line.lstrip()[:5].upper() == b"AGENT"


def is_binary(line: bytes) -> bool:
    """Whether a line is a picture, a sound or a key."""
    return _BINARY.match(line) is not None


def whole_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each line unfolded, with its physical number; of pictures only how they begin."""
    lines = _Unfolding()
    for at, line in enumerate(data.replace(b"\r\r\n", b"\r\n").splitlines(), start=1):
        if not line.strip():
            lines.soft = False
        elif not lines.goes_on_with(line):
            if lines.pieces:
                yield lines.at, b"".join(lines.pieces)
            lines.begin(at, line)
    if lines.pieces:
        yield lines.at, b"".join(lines.pieces)


class _Unfolding:
    """The line being put together."""

    def __init__(self) -> None:
        self.at = 0
        self.pieces: list[bytes] = []
        self.quoted = self.binary = self.soft = self.old = False
        self.length = 0  # of the last physical line
        self.indent = b""

    def begin(self, at: int, line: bytes) -> None:
        if mark_of(line) == "BEGIN":
            self.indent, self.old = line[: len(line) - len(line.lstrip())], False
        self.old = self.old or _OLD.match(line) is not None
        self.at, self.pieces = at, []
        self.binary = is_binary(line)
        self.quoted = _QUOTED.match(line) is not None
        self._add(line)

    def goes_on_with(self, line: bytes) -> bool:
        """Whether the line belongs to the one before; then it was taken in."""
        if not self.pieces or mark_of(line):
            return False
        if self.soft:
            self._add(self._behind_soft_break(line))
            return True
        line = line.removeprefix(self.indent)
        if line[:1] in (b" ", b"\t"):
            self._add(self._behind_fold(line))
            return True
        return self.binary and _BASE64.fullmatch(line.strip()) is not None

    def _behind_fold(self, line: bytes) -> bytes:
        """Old cards fold at a blank, which stays one; new ones anywhere, also within a letter."""
        at_blank = self.old and self.length < _HARD_FOLD and not 0x80 <= line[1] < 0xC0
        return (b" " if at_blank else b"") + line[1:]

    def _add(self, line: bytes) -> None:
        self.length = len(line)
        self.soft = self.quoted and line.endswith(b"=")
        piece = line[:-1] if self.soft else line
        if not (self.binary and self.pieces):
            self.pieces.append(piece)

    def _behind_soft_break(self, line: bytes) -> bytes:
        """Some indent what follows a soft break; between two coded letters a blank is no letter."""
        bare = line.lstrip(b" \t")
        coded = bare[:1] == b"=" or self.pieces[-1][-3:-2] == b"="
        return bare if coded else line


def card_line(at: int, line: bytes) -> CardLine | None:
    """A line taken apart; None for what is none."""
    found = _HEAD.match(line)
    head, mark, value = (found[1], b":", line[found.end() :]) if found else line.partition(b":")
    words = [word.strip() for word in _PARAM.findall(head)]
    name = _NAME.fullmatch(words[0].decode("latin-1").replace("_", "-")) if words else None
    if not mark or name is None:
        return None
    return CardLine(at, name[1].lower(), _said(words[1:]), value)


def _said(params: list[bytes]) -> dict[str, str]:
    """TYPE=WORK;TYPE=PREF, TYPE="work,pref" and the bare WORK;PREF of old cards alike."""
    found: dict[str, str] = {}
    for param in params:
        name, mark, value = param.decode("latin-1").partition("=")
        key = name.strip().lower() if mark else "type"
        told = (value if mark else name).strip().strip('"')
        found[key] = f"{found[key]},{told}" if key in found else told
    return found


def unescaped(text: str) -> str:
    r"""`\n` as a line break, `\,` as a comma; a backslash that hides nothing stays where a letter
    or digit follows (C:\temp) and goes elsewhere (O\'Neill)."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(_meant, text).removesuffix("\\")


def _meant(found: re.Match[str]) -> str:
    sign = found[1]
    if sign in "nN":
        return "\n"
    return found[0] if sign.isalnum() else sign


def split_at(sign: str, text: str) -> list[str]:
    """The text taken apart at a sign that no backslash hides; the parts are still escaped."""
    if "\\" not in text:
        return text.split(sign)
    return re.findall(rf"(?:\A|{sign})((?:[^\\{sign}]|\\.|\\\Z)*)", text, re.DOTALL)

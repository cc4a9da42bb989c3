"""Address cards (vCard 2.1, 3.0, 4.0), one or many in a file (FORMATS section 5).

Every card is read on its own, so that one that is broken costs only itself. Nothing a card points
at is ever fetched; pictures, sounds and keys are cut out before anything looks at them.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from firststep.bringing.formats.address_cards import AddressCard, keep
from firststep.bringing.formats.encodings import without_mark
from firststep.bringing.formats.formats import Format, Source
from firststep.facts.file_rows import CannotRead, Reading
from firststep.facts.text import fold

_DEEPEST = 5
LONGEST_CARD = 1 << 18  # bytes, without pictures
MOST_ALIKE = 60  # lines of one kind in a card; reading more takes vobject the square of it
MOST_LINES = 20_000  # of one card
_BINARY = re.compile(rb"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)
_CHARSET = re.compile(rb"CHARSET=\"?([\w.-]+)", re.IGNORECASE)
_QUOTED = re.compile(rb"QUOTED-PRINTABLE", re.IGNORECASE)
_BEGIN, _END = b"BEGIN:VCARD", b"END:VCARD"
# Two bytes of UTF-8 that belong together, and a first one whose second is missing at a line's end.
_WHOLE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]")
_CUT = re.compile(rb"(?:[\xc2-\xd4]|[\xe0-\xef][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{1,2})(?=[\r\n])")
_BROKEN = "A letter of this card is cut or damaged. Export it again, or take it out."
_FAR_TOO_LONG = "This card is far longer than a card is. Shorten it, or take it out."
_NOBODY = frozenset({"group", "location", "device", "application", "thing"})
_UNCLOSED = "A card begins on this line and never ends. Export it again, or take it out."


def recognises(source: Source) -> bool:
    """The file begins with a card."""
    return source.opening[:11].upper() == "BEGIN:VCARD"


def read(source: Source, into: Reading) -> None:
    """Reads every card of the file."""
    data = _utf8(source.data)
    whole, dropped = data.count(_BEGIN), False
    for raw in _cards(data, into):
        dropped = dropped or raw.pictures
        into.rows += 1
        card = _card(raw, into)
        if card is not None:
            keep(card, into)
        source.tell(into.rows, max(whole, into.rows))
    if dropped:
        into.note(1, "PHOTO", "", "Pictures are not kept.")


def _utf8(data: bytes) -> bytes:
    """Old macOS writes UTF-16; everything else is read card by card."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace").encode()
    if wide := without_mark(data):
        return data.decode(wide, errors="replace").encode()
    return data.removeprefix(codecs.BOM_UTF8)


@dataclass(slots=True)
class _Raw:
    """A card's lines without pictures, the line it begins on and its number in the file."""

    line: int = 0
    number: int = 0
    lines: list[bytes] = field(default_factory=list)
    pictures: bool = False

    def complain(self, value: str, problem: str, into: Reading) -> None:
        into.complain(self.line, f"card {self.number}", value, problem)


def _cards(data: bytes, into: Reading) -> Iterator[_Raw]:
    depth = 0
    raw = _Raw()
    for at, line, is_picture in _lines(data):
        mark = line.strip().upper()
        if mark == _BEGIN:
            depth += 1
            _refuse_depth(depth, at)
            if depth == 1:
                raw = _Raw(at, raw.number + 1)
        raw.pictures = raw.pictures or is_picture
        if depth == 1 and not is_picture:
            raw.lines.append(line)
        if mark == _END:
            if depth == 1:
                yield raw
            depth = max(depth - 1, 0)
    if depth:
        into.rows += 1
        raw.complain("", _UNCLOSED, into)


def _lines(data: bytes) -> Iterator[tuple[int, bytes, bool]]:
    """Each line with its number, and whether it belongs to a picture, a sound or a key."""
    picture = goes_on = quoted = False
    for at, line in enumerate(data.splitlines(keepends=True), start=1):
        blank = not line.strip()
        if not (picture and (blank or goes_on or line[:1] in b" \t")):
            picture = _BINARY.match(line) is not None
            quoted = picture and _QUOTED.search(line) is not None
        if picture or not blank:
            yield at, line, picture
        # Only quoted-printable goes on after a "="; in base64 it ends a picture.
        goes_on = quoted and line.rstrip(b"\r\n").endswith(b"=")


def _refuse_depth(depth: int, at: int) -> None:
    if depth > _DEEPEST:
        raise CannotRead(
            f"In line {at} cards are nested deeper than {_DEEPEST}. "
            "No address book does that; export it again."
        )


def _card(raw: _Raw, into: Reading) -> AddressCard | None:
    data = b"".join(raw.lines)
    if len(data) > LONGEST_CARD or len(raw.lines) > MOST_LINES:
        raw.complain("", _FAR_TOO_LONG, into)
        return None
    text = _text(_thinned(data))
    if text is None:
        shown = next((part for part in raw.lines if not part.isascii()), b"").rstrip()
        raw.complain(shown.decode("ascii", errors="backslashreplace"), _BROKEN, into)
        return None
    import vobject

    try:
        component = vobject.readOne(text, allowQP=True, ignoreUnreadable=True)
        contents = component.contents if component is not None else {}
        kind = _first(contents, "kind").lower()
        if kind in _NOBODY or "x-addressbookserver-kind" in contents:
            into.skipped += 1
            return None
        return _filled(AddressCard(raw.line), contents)
    except Exception:  # a library meets bytes nobody thought of; the card is told, not the trace
        problem = "This card cannot be read. Look at it in the program it comes from."
        raw.complain(text[:80], problem, into)
        return None


def _thinned(raw: bytes) -> bytes:
    """The card with the first lines of each kind; ten thousand numbers are nobody's (B23)."""
    if raw.count(b"\n") <= MOST_ALIKE:
        return raw
    seen: Counter[bytes] = Counter()
    kept: list[bytes] = []
    keeping = True
    for line in raw.splitlines(keepends=True):
        if line[:1] not in b" \t":
            kind = line.split(b":", 1)[0].split(b";", 1)[0].upper()
            seen[kind] += 1
            keeping = seen[kind] <= MOST_ALIKE and len(seen) <= 10 * MOST_ALIKE
        if keeping or line.strip().upper() == _END:
            kept.append(line)
    return b"".join(kept)


def _text(raw: bytes) -> str | None:
    """The card's characters: UTF-8, else what the card says, else the Windows code page.

    None for UTF-8 that was cut or damaged: it must not become other letters (B25).
    """
    try:
        return raw.decode().replace("\x00", "")
    except UnicodeDecodeError:
        found = None if _QUOTED.search(raw) else _CHARSET.search(raw)
    if found is None and (_CUT.search(raw) or _WHOLE.search(raw)):
        return None
    try:
        text = raw.decode(found[1].decode() if found else "cp1252", errors="replace")
    except LookupError:
        text = raw.decode("cp1252", errors="replace")
    return None if "\ufffd" in text else text.replace("\x00", "")


def _filled(card: AddressCard, contents: dict[str, list[Any]]) -> AddressCard:
    _name(card, contents)
    organisation = next((line.value for line in contents.get("org", ())), "")
    parts = organisation if isinstance(organisation, list) else str(organisation).split(";")
    card.company = next(filter(str.strip, map(str, parts)), "")
    card.title = _first(contents, "title") or _first(contents, "role")
    card.emails = _values(contents, "email")
    card.phones = _values(contents, "tel")
    kinds = ("url", "x-socialprofile", "x-linkedin", "impp")
    urls = chain.from_iterable(_values(contents, kind) for kind in kinds)
    card.urls = [url.replace("\\:", ":") for url in urls]
    card.note = "\n".join(_values(contents, "note"))
    card.birthday = _first(contents, "bday")
    card.labels = [part for part in _values(contents, "categories") if part != "myContacts"]
    card.is_company = _is_company(card, contents)
    return card


def _is_company(card: AddressCard, contents: dict[str, list[Any]]) -> bool:
    if _first(contents, "x-abshowas").upper() == "COMPANY":
        return True
    if _first(contents, "kind").lower() in ("org", "organization"):
        return True
    unnamed = not card.given and not card.family
    return unnamed and bool(card.company) and fold(card.whole) == fold(card.company)


def _name(card: AddressCard, contents: dict[str, list[Any]]) -> None:
    card.whole = _first(contents, "fn")
    name = next((line.value for line in contents.get("n", ())), None)
    if name is None:
        return
    if isinstance(name, str):
        parts = [part.strip() for part in name.split(";")] + [""] * 3
        card.family, card.given = parts[0], f"{parts[1]} {parts[2]}".strip()
        return
    given = f"{_joined(name.given)} {_joined(name.additional)}"
    card.given, card.family = given.strip(), _joined(name.family)


def _joined(part: Any) -> str:
    return " ".join(map(str, part)) if isinstance(part, list) else str(part or "").strip()


def _first(contents: dict[str, list[Any]], kind: str) -> str:
    return next(iter(_values(contents, kind)), "")


def _values(contents: dict[str, list[Any]], kind: str) -> list[str]:
    """The values of one kind, the preferred first."""
    lines = sorted(contents.get(kind, ()), key=_preference)
    found: list[str] = []
    for line in lines:
        values = line.value if isinstance(line.value, list) else [line.value]
        found += [str(value).strip() for value in values if str(value).strip()]
    return found


def _preference(line: Any) -> int:
    """PREF=1 stands before PREF=2, and both before what has none."""
    params = {key.lower(): value for key, value in line.params.items()}
    number = str(next(iter(params.get("pref", ())), ""))
    if number.isdigit():
        return int(number[:3])
    types = [str(kind).lower() for kind in params.get("type", ())]
    return 1 if "pref" in types or "pref" in params or "PREF" in line.singletonparams else 101


FORMAT = Format("vcard", "address cards (vCard)", recognises, read)

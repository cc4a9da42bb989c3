"""Address cards (vCard 2.1, 3.0, 4.0), one or many in a file (FORMATS section 5).

Every card is read on its own, and of it only the lines somebody is made of: neither a card nor a
line that is broken costs another. Nothing a card points at is ever fetched.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from firststep.bringing.formats.address_cards import AddressCard, keep
from firststep.bringing.formats.card_lines import (
    CardLine,
    card_line,
    is_agent,
    is_binary,
    mark_of,
    split_at,
    unescaped,
    whole_lines,
)
from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.letters import Letters, codec_beside, narrowed
from firststep.facts.file_rows import CannotRead, Reading
from firststep.facts.said import to_say
from firststep.facts.text import fold

_DEEPEST = 5
LONGEST_VALUE = 1 << 16  # bytes
MOST_ALIKE = 60  # lines of one kind in a card; ten thousand numbers are nobody's (B23)
_UNANSWERED = frozenset({"fax", "pager", "modem", "bbs"})
_LINKS = ("url", "x-socialprofile", "socialprofile", "x-linkedin", "impp")
_NEEDED = {
    "kind", "x-addressbookserver-kind", "x-abshowas", "n", "fn", "nickname", "org", "title", "role",
    "email", "tel", "note", "bday", "categories", *_LINKS,
}  # fmt: skip
_OPENING = re.compile(
    r"(?:(?:PROFILE|SOURCE|NAME|PRODID|VERSION|X-[\w-]+)\b[^\r\n]*[\r\n]\s*)*BEGIN\s*:\s*VCARD\b",
    re.IGNORECASE,
)
_BROKEN = to_say("A letter of this card is cut or damaged. Export it again, or take it out.")
_CUT = to_say("A letter is cut or damaged here, so it is left out.")
_FAR_TOO_LONG = to_say("This is far longer than on a card, so it is left out.")
_NO_LINE = to_say("This line of the card cannot be read, so it is left out.")
_NO_COMPANY = to_say("A department stands here without its company, so it is left out.")
_UNCLOSED = to_say("A card begins on this line and never ends. Export it again, or take it out.")
_NOBODY = frozenset({"group", "location", "device", "application", "thing"})


def recognises(source: Source) -> bool:
    """The file begins with a card."""
    return _OPENING.match(source.opening) is not None


def read(source: Source, into: Reading) -> None:
    """Reads every card of the file."""
    data, letters = narrowed(source.data, into), Letters()
    whole, dropped = data.count(b"BEGIN:VCARD"), False
    beside = codec_beside(data)
    for raw in _cards(data, into):
        dropped = dropped or raw.pictures
        into.rows += 1
        card = _Card(raw, letters, beside, into).filled()
        if card is not None:
            keep(card, into)
        source.tell(into.rows, max(whole, into.rows))
    letters.tell(into)
    if dropped:
        into.note(1, "PHOTO", "", to_say("Pictures are not kept."))


@dataclass(slots=True)
class _Raw:
    """A card's lines, the line it begins on and its number in the file."""

    line: int = 0
    number: int = 0
    lines: list[tuple[int, bytes]] = field(default_factory=list)
    pictures: bool = False

    def take(self, at: int, line: bytes) -> None:
        if is_binary(line):
            self.pictures = True
        else:
            self.lines.append((at, line))

    def complain(self, value: str, problem: str, into: Reading) -> None:
        into.complain(self.line, f"card {self.number}", value, problem)


def _cards(data: bytes, into: Reading) -> Iterator[_Raw]:
    """The cards that end; one that does not is complained of, and the next is read."""
    raw, depth, holds = _Raw(), 0, False
    for at, line in whole_lines(data):
        mark = mark_of(line)
        if mark == "BEGIN":
            depth = _depth_of_next(depth, holds or is_agent(line), at, raw, into)
            raw = _Raw(at, raw.number + 1) if depth == 1 else raw
        elif mark == "END":
            if depth == 1:
                yield raw
            depth = max(depth - 1, 0)
        elif depth == 1:
            raw.take(at, line)
        holds = mark == "BEGIN" or is_agent(line)
    if depth:
        _unclosed(raw, into)


def _depth_of_next(depth: int, is_part: bool, at: int, raw: _Raw, into: Reading) -> int:
    """How deep the card that begins here stands: by itself, unless the one before holds it."""
    if depth and not is_part:
        _unclosed(raw, into)
        return 1
    if depth == _DEEPEST:
        raise CannotRead(
            "In line {line} cards are nested deeper than {most}. No address book does that; "
            "export it again.",
            line=at,
            most=_DEEPEST,
        )
    return depth + 1


def _unclosed(raw: _Raw, into: Reading) -> None:
    into.rows += 1
    raw.complain("", _UNCLOSED, into)


class _Card:
    """One card being read: its lines by kind, the preferred first."""

    def __init__(self, raw: _Raw, letters: Letters, beside: str, into: Reading) -> None:
        self.raw, self.into, self.letters = raw, into, letters
        own = codec_beside(b"\n".join(line for _, line in raw.lines)) if beside else ""
        self.beside = own or beside
        self.cut: dict[str, str] = {}
        found: dict[str, list[CardLine]] = defaultdict(list)
        for at, written in raw.lines:
            line = card_line(at, written)
            if line is None:
                into.leave_out(at, "", written.decode("latin-1"), _NO_LINE)
            elif _is_wanted(line) and len(found[line.kind]) < MOST_ALIKE:
                found[line.kind].append(line)
        self.lines = {
            k: sorted(lines, key=lambda one: one.preference) for k, lines in found.items()
        }

    def filled(self) -> AddressCard | None:
        """What the card says; None for one of nobody, and for one whose name was damaged."""
        kind = self._first("kind").lower()
        if not _NOBODY.isdisjoint((kind, self._first("x-addressbookserver-kind").lower())):
            self.into.skipped += 1
            return None
        card = AddressCard(self.raw.line)
        self._name(card)
        if not self._has_name(card):
            return None
        card.company = self._company()
        card.title = self._first("title") or self._first("role")
        card.emails, card.phones = self._texts("email"), self._texts("tel")
        card.urls = [self._link(line) for kind in _LINKS for line in self._of(kind)]
        card.note, card.labels = "\n".join(self._texts("note")), self._labels()
        card.birthday = self._first("bday")
        card.is_company = kind in ("org", "organization") or self._is_company(card)
        return card

    def _of(self, kind: str) -> list[CardLine]:
        return self.lines.get(kind, [])

    def _first(self, kind: str) -> str:
        return next(iter(self._texts(kind)), "")

    def _texts(self, kind: str) -> list[str]:
        """The values of one kind, whatever commas stand in them."""
        texts = (unescaped("".join(self._read(line, [line.content()]))) for line in self._of(kind))
        return [text.strip() for text in texts if text.strip()]

    def _parts(self, line: CardLine, sign: str = ";") -> list[str]:
        """The parts of a value between semicolons (or another sign), each still escaped."""
        told = self._read(line, line.parts() if sign == ";" else [line.content()])
        parts = told if len(told) > 1 else [part for text in told for part in split_at(sign, text)]
        return [part.strip() for part in parts]

    def _read(self, line: CardLine, parts: list[bytes]) -> list[str]:
        if len(line.value) > LONGEST_VALUE:
            self.into.note(line.at, line.kind.upper(), "", _FAR_TOO_LONG)
            return []
        told = self.letters.read(parts, said=line.said.get("charset", ""), beside=self.beside)
        if told is None:
            shown = line.value.decode("ascii", errors="backslashreplace")
            if line.kind in ("n", "fn"):
                self.cut[line.kind] = shown
            else:
                self.into.note(line.at, line.kind.upper(), shown, _CUT)
        return told or []

    def _name(self, card: AddressCard) -> None:
        """Given and family name apart, where the card has both; else the whole as it is shown."""
        card.whole = self._first("fn") or self._first("nickname")
        family, given, suffix = self._parts_of_name()
        if family and given:
            last = card.whole.rpartition(" ")[2]
            card.given, card.family, card.suffix = given, family, suffix or last
        elif _is_one_word(lone := family or given) and fold(card.whole) in ("", fold(lone)):
            card.given, card.family = given, family
        else:
            card.whole = card.whole or lone

    def _parts_of_name(self) -> tuple[str, str, str]:
        """Family name, given names and what stands behind them, of the first N that says any."""
        rows = ([_listed(part) for part in self._parts(line)] for line in self._of("n"))
        family, given, more, _, suffix = (*next(filter(any, rows), ()), *[""] * 5)[:5]
        return family, f"{given} {more}".strip(), suffix

    def _has_name(self, card: AddressCard) -> bool:
        """Whether a name is left: one that was cut costs the card, one of two is noted."""
        named = card.whole or card.given or card.family
        if not named and self.cut:
            kind, shown = min(self.cut.items())
            self.raw.complain(f"{kind.upper()}:{shown}", _BROKEN, self.into)
            return False
        for kind, shown in self.cut.items():
            self.into.note(self.raw.line, kind.upper(), shown, _CUT)
        return True

    def _labels(self) -> list[str]:
        told = [part for line in self._of("categories") for part in self._parts(line, ",")]
        return [word for word in map(unescaped, told) if word not in ("", "myContacts")]

    def _company(self) -> str:
        """The first part of ORG; what stands behind a semicolon are its departments."""
        for line in self._of("org"):
            units = [unescaped(part) for part in self._parts(line)]
            if units and units[0]:
                return units[0]
            if any(units):
                self.into.note(line.at, "ORG", "; ".join(filter(None, units)), _NO_COMPANY)
        return ""

    def _is_company(self, card: AddressCard) -> bool:
        if self._first("x-abshowas").upper() == "COMPANY":
            return True
        if card.given and card.family:
            return False
        shown = card.whole or card.family or card.given
        return bool(card.company) and fold(shown) == fold(card.company)

    def _link(self, line: CardLine) -> str:
        """The address of a link; of a profile at LinkedIn also where only its name is told."""
        told = unescaped("".join(self._read(line, [line.content()])))
        service = f"{line.kind},{line.said.get('type', '')},{line.said.get('service-type', '')}"
        name = line.said.get("x-user") or told.removeprefix("x-apple:").strip()
        if "linkedin" in service.lower() and "/" not in told and re.fullmatch(r"[\w%.-]+", name):
            return f"https://www.linkedin.com/in/{name}"
        return told


def _is_wanted(line: CardLine) -> bool:
    """Whether a card's line is read; a number that is for a fax alone is not, nobody answers."""
    kinds = {*line.said.get("type", "").lower().split(",")} if line.kind == "tel" else set()
    return line.kind in _NEEDED and (kinds.isdisjoint(_UNANSWERED) or "voice" in kinds)


def _is_one_word(name: str) -> bool:
    return " " not in name and "@" not in name


def _listed(part: str) -> str:
    """A part of a name; several names in it are divided by commas."""
    return " ".join(filter(None, (unescaped(one).strip() for one in split_at(",", part))))


FORMAT = Format("vcard", to_say("address cards (vCard)"), recognises, read)

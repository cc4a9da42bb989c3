"""Tables of ways of saying something: who adds one adds a line, and its example is its test. Pure.

A line reads `way of saying | what it means | example | what the example shows`. In the way of
saying stand words, `(one/other)` for alternatives, `[word]` for what may be left out and `{slot}`
for what differs from line to line. ä may be typed ae, and every apostrophe is the same.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.pieces import SomeLetters, WaysByLetters, pieces_of, searched

LANGUAGES = ("en", "de")
_SIGNS = {
    "(": "(?:", ")": ")", "[": "(?:", "]": ")?", "/": "|", " ": r"\s+", "'": "[’'`´]",
    "-": "[-‑–]?",
    "ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)",
}  # fmt: skip
_PARTS = re.compile(r"\{(?P<slot>\w+)\}|(?P<sign>.)")


@dataclass(frozen=True, slots=True, eq=False)  # each a line of a table
class Phrase:
    """One way of saying something, what it `means`, and an `example` with what that `shows`."""

    written: str = field(repr=False)
    said: str
    means: str
    example: str = ""
    shows: str = ""
    pieces: SomeLetters = frozenset()

    @property
    def pattern(self) -> re.Pattern[str]:
        """What the way looks like in a text."""
        return compiled(self.written)


@cache
def compiled(written: str) -> re.Pattern[str]:
    """A pattern, made when a text may hold it: most are never looked for."""
    return re.compile(written)


def phrases_of(
    module: str, table: str, slots: Mapping[str, str], pieces: Mapping[str, SomeLetters]
) -> tuple[Phrase, ...]:
    """The ways of saying of a table beside a module, in every language, in the table's order;
    `pieces` are what some of the slots need to have."""
    return tuple(
        _phrase(line, slots, pieces)
        for language in LANGUAGES
        for line in _lines(module, table, language)
    )


def that_may_stand(ways: tuple[Phrase, ...], text: str) -> Iterator[Phrase]:
    """Those of the ways of a table whose pieces stand in a text: the others are not in it."""
    return (ways[at] for at in _standing(ways).places(searched(text)))


@cache
def _standing(ways: tuple[Phrase, ...]) -> WaysByLetters:
    return WaysByLetters([way.pieces for way in ways])


def lists(module: str, table: str) -> dict[str, dict[str, str]]:
    """Names by kind, in every language: `weekday 0 | monday, mon` gives weekday → monday → 0."""
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for line in _lines(module, table, language):
            what, _, names = line.partition("|")
            kind, _, value = what.strip().partition(" ")
            found.setdefault(kind, {}).update(
                (name.strip(), value.strip()) for name in names.split(",")
            )
    return found


def one_of_these(names: Mapping[str, str]) -> str:
    """A pattern for any of the names, the longest first."""
    return "|".join(_signs(name) for name in sorted(names, key=len, reverse=True))


def pattern_of(said: str, slots: Mapping[str, str]) -> str:
    """The pattern for one way of saying; each slot becomes a group of its name."""
    items = list(items_of(said))
    last = max(at for at, item in enumerate(items) if not _may_lack(item))
    built = ""
    for at, item in enumerate(items):
        inner = _compiled(item, slots)
        if not _may_lack(item):
            built += inner + (r"\s+" if at < last else "")
        elif at < last:
            built += rf"(?:{inner}\s+)?"
        else:
            built += rf"(?:\s+{inner})?"
    return rf"(?<![\w@]){built}(?![\w@])"


def _phrase(line: str, slots: Mapping[str, str], pieces: Mapping[str, SomeLetters]) -> Phrase:
    said, means, example, shows = (part.strip() for part in f"{line}|||".split("|")[:4])
    written = f"(?i){pattern_of(said, slots)}"
    return Phrase(written, said, means, example, shows, pieces_of(said, pieces))


def _lines(module: str, table: str, language: str) -> list[str]:
    return [line for line in table_beside(module, f"{table}.{language}") if line.strip()]


def items_of(said: str) -> Iterator[str]:
    """The words of a way of saying; what stands in brackets is one."""
    item, depth = "", 0
    for sign in said:
        depth += (sign in "([") - (sign in ")]")
        if sign == " " and depth == 0:
            yield item
            item = ""
        else:
            item += sign
    yield item


def _may_lack(item: str) -> bool:
    return item.startswith("[") and item.endswith("]")


def _compiled(item: str, slots: Mapping[str, str]) -> str:
    inner = f"({item[1:-1]})" if _may_lack(item) else item
    return "".join(
        f"(?P<{part['slot']}>{slots[part['slot']]})" if part["slot"] else _signs(part["sign"])
        for part in _PARTS.finditer(inner)
    )


def _signs(text: str) -> str:
    return "".join(_SIGNS.get(sign) or re.escape(sign) for sign in text)

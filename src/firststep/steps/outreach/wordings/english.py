"""The two Englishes our texts are written in: British, and American where the seeker lives there.

The texts stand in British English; `english_words.txt` has the words that differ. They are changed
in our own words alone, before any value stands there: what the seeker typed, and names, stay. Pure.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from firststep.facts.text import table_beside

English = Literal["british", "american"]
# Where American English is written, the month first and the hours from one to twelve.
_AMERICAN = frozenset(
    {"US", "CA", "PH", "PR", "GU", "VI", "AS", "MP", "UM", "FM", "MH", "PW", "BZ"}
)
_FIELD = re.compile(r"(\{[^{}]*\})")


class Differing(NamedTuple):
    """A word with its spelling here and there. One that is not `sure` means something else, too
    (`post`): changed in our texts, where we know what is meant, and no mistake in others'."""

    british: str
    american: str
    sure: bool = True


def english_of(country: str) -> English:
    """Which English is written in that country; British where none is known."""
    return "american" if country.upper() in _AMERICAN else "british"


def spelt(text: str, english: English) -> str:
    """A text of ours in that English; `{fields}` stay as they are."""
    if english == "british":
        return text
    parts = _FIELD.split(text)
    return "".join(part if n % 2 else _american(part) for n, part in enumerate(parts))


@cache
def differing() -> tuple[Differing, ...]:
    """The words that differ: `british = american`, `british ~ american` where it is not sure."""
    rows = (
        re.split(r"\s+([=~])\s+", line.strip()) for line in table_beside(__file__, "english_words")
    )
    return tuple(Differing(row[0], row[2], row[1] == "=") for row in rows if len(row) == 3)


def _american(text: str) -> str:
    known = {one.british.lower(): one.american for one in differing()}
    return _any_of(tuple(known)).sub(lambda found: _like(found[0], known[found[0].lower()]), text)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _like(word: str, other: str) -> str:
    """The other word with a capital where this one has it."""
    return other[0].upper() + other[1:] if word[0].isupper() and word[1:2].islower() else other

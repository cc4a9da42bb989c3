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
ENGLISH_BEGINNING = """title: What it is for, in a few words
kinds: write
routes: known
forms: letter
subject: A question about {department} | or: A question for you
---
Hi {first},



Best wishes,
{signature}"""
_WRONG: dict[str, frozenset[English]] = {
    "=": frozenset({"american", "british"}),
    ">": frozenset({"american"}),
    "~": frozenset(),
}
_FIELD = re.compile(r"(\{[^{}]*\})")


class Differing(NamedTuple):
    """A word with its spelling here and there, and in which English it is a mistake: each in the
    other's (`favour`); the British one alone (`whilst`), since both write the other; neither, since
    the word means something else, too (`post`), and is changed only in our own texts."""

    british: str
    american: str
    wrong_in: frozenset[English]


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
    """The words that differ, with the sign between them: `=`, `>` or `~`."""
    lines = table_beside(__file__, "english_words")
    rows = (re.split(r"\s+([=>~])\s+", line.strip()) for line in lines)
    return tuple(Differing(row[0], row[2], _WRONG[row[1]]) for row in rows if len(row) == 3)


def mistakes_in(english: English) -> tuple[str, ...]:
    """The words that are a mistake in that English."""
    found = (one for one in differing() if english in one.wrong_in)
    return tuple(one.british if english == "american" else one.american for one in found)


def _american(text: str) -> str:
    known = _american_words()
    return _any_british().sub(lambda found: _like(found[0], known[found[0].lower()]), text)


@cache
def _american_words() -> dict[str, str]:
    return {one.british.lower(): one.american for one in differing()}


@cache
def _any_british() -> re.Pattern[str]:
    longest_first = sorted(_american_words(), key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _like(word: str, other: str) -> str:
    """The other word with a capital where this one has it."""
    return other[0].upper() + other[1:] if word[0].isupper() and word[1:2].islower() else other

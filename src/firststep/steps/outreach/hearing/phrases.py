"""What people write back: the tables of phrases, and which of them stand in a sentence. Pure.

A line of answers.en.txt or answers.de.txt holds a way of saying something, its kind, and an example
that is its test; "^" is the beginning of a sentence, "$" its end. The longest way that fits takes
its words, so "not able to help" is no "able to help"; a kind with "?" only may mean that.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.phrases import LANGUAGES, compiled, pattern_of
from firststep.steps.outreach.language.pieces import SomeLetters, WaysByLetters, pieces_of

_SLOTS = {"end": r"\w*", "few": r"\S+(?:\s+\S+){0,5}?"}
_WEAK = 0.6
_NAMED = re.compile(r"\(\?P<(\w+)>")


class Saying(NamedTuple):
    """One way of saying something: `weak` where it only may mean that."""

    kind: str
    weak: bool
    said: str
    example: str
    pieces: SomeLetters

    @property
    def pattern(self) -> re.Pattern[str]:
        """What it looks like among plain words."""
        return compiled(_pattern(self.said))


class SayingFound(NamedTuple):
    """A way of saying something, and where it stands among the plain words of a sentence."""

    answer: Saying
    start: int
    end: int
    outright: int


def found_in(words: str) -> list[SayingFound]:
    """The ways of saying something in plain words, in their order; no word belongs to two."""
    matches = (
        SayingFound(one, *hit.span(), _said_outright(hit))
        for at in _standing().places(words)
        for one in (all_sayings()[at],)
        for hit in one.pattern.finditer(words)
    )
    kept: list[SayingFound] = []
    for match in sorted(matches, key=_rank):
        if not any(match.start < one.end and one.start < match.end for one in kept):
            kept.append(match)
    return sorted(kept, key=lambda one: one.start)


def _rank(one: SayingFound) -> tuple[float, int, int]:
    """Before others stands what says most outright; what only may mean that counts for less."""
    outright = one.outright * (_WEAK if one.answer.weak else 1)
    return -outright, one.end - one.start, one.start


def _said_outright(hit: re.Match[str]) -> int:
    """How many letters stand in the table, without those in between that may be any."""
    between = (end - start for start, end in hit.regs[1:] if start >= 0)
    return hit.end() - hit.start() - sum(between)


@cache
def all_sayings() -> tuple[Saying, ...]:
    """All ways of all tables."""
    return tuple(answer for language in LANGUAGES for answer in _read(language))


@cache
def _standing() -> WaysByLetters:
    return WaysByLetters([one.pieces for one in all_sayings()])


def _read(language: str) -> Iterator[Saying]:
    for line in filter(None, table_beside(__file__, f"answers.{language}")):
        said, kind, example = (part.strip() for part in line.split("|"))
        yield Saying(kind.rstrip("?"), kind.endswith("?"), said, example, pieces_of(said, {}))


@cache
def _pattern(said: str) -> str:
    """The pattern of a way; "^" before it stands for the beginning of a sentence, or one word
    after it, "$" behind it for the end."""
    inner = _NAMED.sub(_group, pattern_of(said.strip("^$ "), _SLOTS))
    opened = rf"^(?:\S+\s)?{inner}" if said.startswith("^") else inner
    return f"{opened}$" if said.endswith("$") else opened


def _group(found: re.Match[str]) -> str:
    """A group for words of any kind alone, so that they can be counted."""
    return "(" if found[1] == "few" else "(?:"

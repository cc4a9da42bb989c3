"""Words typed with one slip, put right: calld is called, agian again. Pure.

Only a word that no way of saying has, that is no name and no real word of its own (`no_slips.txt`),
and only where exactly one of the words that ways of saying are made of is meant.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.line_cues import words_of_ways
from firststep.steps.outreach.telling.scene import Scene, bare_part

_LEAST = 5  # letters of what was meant
NO_SLIPS = frozenset(word for line in table_beside(__file__, "no_slips") for word in line.split())


def mended(words: Sequence[Spoken], scene: Scene) -> list[Spoken]:
    """The words with slips put right; a name, or what may be one, stays as it is."""
    return [_mended(word, scene, is_first=at == 0) for at, word in enumerate(words)]


def _mended(word: Spoken, scene: Scene, *, is_first: bool) -> Spoken:
    typed = word.word
    if word.text[:1].isupper() and not is_first:
        return word
    if not typed.isalpha() or len(typed) < _LEAST - 1 or bare_part(typed) in scene.by_part:
        return word
    meant = _meant(typed)
    return replace(word, word=meant) if meant else word


@cache
def _meant(typed: str) -> str:
    """The one word that is meant; "" where it is none, or could be two."""
    return "" if typed in NO_SLIPS else slip_of(typed)


def slip_of(typed: str) -> str:
    """The one word of a way of saying it is a slip of; "" for one of them, for none, for several.
    Whether it is a word of its own is not asked (`bin/slips`)."""
    if typed in words_of_ways():
        return ""
    found = {word for key in _without_one(typed) for word in _by_gap().get(key, ())}
    found = {word for word in found if _is_slip(typed, word)}
    return next(iter(found)) if len(found) == 1 else ""


@cache
def _by_gap() -> dict[str, list[str]]:
    """The words that may be meant, by what is left of them with one letter less."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words_of_ways():
        if len(word) >= _LEAST and word.isalpha():
            for key in _without_one(word):
                found[key].append(word)
    return found


def _without_one(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


def _is_slip(typed: str, meant: str) -> bool:
    """A letter left out, doubled, put in or one vowel for another; two that changed places."""
    from rapidfuzz.distance import OSA

    if OSA.distance(typed, meant, score_cutoff=1) > 1:
        return False
    if len(typed) == len(meant):
        at = next(place for place in range(len(typed)) if typed[place] != meant[place])
        swapped = typed[at : at + 2] == meant[at : at + 2][::-1]
        return swapped or {typed[at], meant[at]} <= set("aeiou")
    return not _is_ending(*sorted((typed, meant), key=len))


def _is_ending(short: str, long: str) -> bool:
    """Whether the one goes on where the other ends: call, calls; that is no slip."""
    return long[:-1] == short

"""Names of new people typed in small letters: only where the words before announce one. Pure."""

from functools import cache

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.line_cues import words_of_ways
from firststep.steps.outreach.telling.mentions import LineWords

_ANNOUNCED = tuple(
    tuple(line.split()) for line in table_beside(__file__, "announcing") if line.strip()
)
_BEHIND = frozenset(
    word for line in table_beside(__file__, "behind_names") for word in line.split()
)


def small_names(found: LineWords) -> dict[int, int]:
    """Where such a name begins, and of how many words it is."""
    if any(sign.isupper() for sign in found.line):
        return {}
    places = range(1, len(found.words) - 1)
    return {at: 2 for at in places if _is_announced(found, at) and _is_name(found, at)}


def _is_announced(found: LineWords, at: int) -> bool:
    if found.words[at].sign:
        return False
    before = tuple(word.word for word in found.words[:at])
    return any(before[-len(words) :] == words for words in _ANNOUNCED)


def _is_name(found: LineWords, at: int) -> bool:
    first, last, *behind = found.words[at : at + 3]
    if last.sign or not (_may_name(first) and _may_name(last)):
        return False
    return not behind or bool(behind[0].sign) or _ends_name(behind[0])


def _may_name(word: Spoken) -> bool:
    is_word = word.kind == "word" and len(word.word) > 1 and word.word.isalpha()
    return is_word and not word.word.endswith("ing") and word.word not in _known()


def _ends_name(word: Spoken) -> bool:
    return word.word in _BEHIND or word.kind != "word"


@cache
def _known() -> frozenset[str]:
    """Words that are no names: all that some way of saying something is made of."""
    return words_of_ways()

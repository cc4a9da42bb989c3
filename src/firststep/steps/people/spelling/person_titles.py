"""What is hung on people's names: titles, degrees, pronouns (person_titles.txt). Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence

from firststep.facts.text import fold, table_beside

_SIGNS = re.compile(r"[^\w]+")
_ORDINAL = str.maketrans("ªº", "ao")
_GLUED_TITLE = re.compile(r"\b((?:[^\W\d_]+\.)+)(?=[^\W\d_]{2})")
_SPACED_DEGREE = re.compile(r"\b(Ph|M|B|LL|D)\. (D|Sc|Eng|Phil|Ed|Com|M)\.?(?=\s*(?:,|$))")
_LONGEST_SHORT, _LONGEST_MARK = 3, 6


def _key(word: str) -> str:
    """A title without its stops, hyphens and case: "P.Eng." is "peng"."""
    return _SIGNS.sub("", word.translate(_ORDINAL)).lower()


def _has_stop(word: str) -> bool:
    return "." in word or word.endswith(("ª", "º"))


_TABLE: dict[str, dict[str, bool]] = defaultdict(dict)  # place -> key -> only with a stop
for _line in table_beside(__file__, "person_titles"):
    _place, _word, _ = _line.split("\t")
    _TABLE[_place][_key(_word)] = _has_stop(_word)
_FRONT, _BEHIND, _COMMA = _TABLE["front"], _TABLE["behind"], _TABLE["comma"]
_ENDS = tuple(_TABLE["end"])
# Titles and degrees in the folded words of any name, with and without their stops.
FOLDED_TITLES = frozenset(fold(key) for key, stop in (_FRONT | _BEHIND).items() if not stop)
_ONE = "|".join(sorted(map(re.escape, _TABLE["pronoun"]), key=len, reverse=True))
_PRONOUNS = re.compile(rf"[,\s]*\b(?:{_ONE})(?:\s*/\s*(?:{_ONE}))+\b", re.IGNORECASE)


def is_title(word: str) -> bool:
    """Whether a word stands before a name and is none: "Dr.", "Ir.", "Mevr"."""
    only_with_stop = _FRONT.get(_key(word))
    if only_with_stop is None:
        return word.endswith("Dr.") or (_key(word).startswith("dipl") and _has_stop(word))
    return _has_stop(word) or not only_with_stop


def is_degree(word: str) -> bool:
    """Whether a word behind a name is surely none of it: "MBA", "P.Eng."."""
    only_with_stop = _BEHIND.get(_key(word))
    return only_with_stop is not None and (_has_stop(word) or not only_with_stop)


def may_be_degree(word: str) -> bool:
    """Whether it is one behind a comma, or in capitals: "MA" is a name too."""
    return is_degree(word) or _key(word) in _COMMA


def without_titles(words: Sequence[str]) -> list[str]:
    """The words without the titles in front; one always stays."""
    at = 0
    while at < len(words) - 1 and (is_title(words[at]) or _belongs_to_a_title(words, at)):
        at += 1
    return list(words[at:])


def _belongs_to_a_title(words: Sequence[str], at: int) -> bool:
    """ "PD" before "Dr.", and "rer. nat." behind it."""
    word = words[at]
    if at == 0:
        short = word.isupper() and len(word) <= _LONGEST_SHORT and "." not in word
        return short and is_title(words[1])
    return word.endswith(".") and word.islower() and (len(word) > 3 or len(words) - at > 2)


def without_degrees(words: Sequence[str], *, least: int) -> list[str]:
    """The words without the degrees behind them; at least so many stay."""
    kept = list(words)
    while len(kept) > least and _hangs_on(kept, names=max(least, 2)):
        kept.pop()
    return kept


def _hangs_on(words: list[str], *, names: int) -> bool:
    """Whether the last word is a degree: MA too where a whole name stands before it in small
    letters, and what nobody knows behind one that is known ("PhD FRSC")."""
    last = words[-1]
    if is_degree(last) or ("." in last[:-1] and may_be_degree(last)):
        return True
    if len(words) <= names or not last.isupper() or words[0].isupper():
        return False
    return may_be_degree(last) or (len(last) <= _LONGEST_MARK and is_degree(words[-2]))


def spaced(text: str) -> str:
    """Titles parted from what they were glued to, "Ph. D." put together, pronouns left out."""
    text = _PRONOUNS.sub(" ", text) if "/" in text else text
    if "." not in text:
        return _without_end(text)
    text = _SPACED_DEGREE.sub(r"\1.\2.", text)
    return _GLUED_TITLE.sub(_parted, text)


def _all_titles(glued: str) -> bool:
    """ "Dr." of "Dr.Max", "Prof.Dr." of "Prof.Dr.Max"; nothing of "Dipl.Ing."."""
    return all(is_title(f"{part}.") for part in glued.split(".") if part)


def _parted(found: re.Match[str]) -> str:
    begins = found.string[found.end()].isupper()
    return f"{found[0]} " if begins and _all_titles(found[0]) else found[0]


def _without_end(text: str) -> str:
    """A name in Chinese, Japanese or Korean without the "Mr" at its end."""
    end = next((end for end in _ENDS if text.endswith(end) and len(text) > len(end) + 1), "")
    return text.removesuffix(end) if end else text

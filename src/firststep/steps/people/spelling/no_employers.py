"""What stands where an employer should, and is none (no_employers.txt). Pure."""

import re
from functools import cache, lru_cache

from firststep.facts.text import fold, table_beside

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’")
_MOST = 12  # words; a longer name is somebody's
_DOTTED = re.compile(r"\b(\w)\.(?=\w\b)")  # n.v.t. is nvt


@cache
def _known() -> tuple[frozenset[str], int]:
    """The table as companies are known by, and the most words in a line of it."""
    told = {_words(line.partition("\t")[0]) for line in table_beside(__file__, "no_employers")}
    return frozenset(map(" ".join, told)), max(map(len, told))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_DOTTED.sub(r"\1", fold(text).translate(_APOSTROPHES))))


@lru_cache(maxsize=16_384)
def is_no_employer(key: str) -> bool:
    """Whether a company's key is none: "-", "between jobs", or one of them behind another."""
    known, longest = _known()
    words, reached = _words(key), {0}
    for begin in range(min(len(words), _MOST)):
        if begin in reached:
            ends = range(begin + 1, min(begin + longest, len(words)) + 1)
            reached |= {end for end in ends if " ".join(words[begin:end]) in known}
    return len(words) in reached

"""Whether a word is another one mistyped by one letter. Pure.

Letters that changed places, one typed twice or left out, a neighbouring key; in long words also one
vowel for another. Any other letter makes another word.
"""

from itertools import pairwise

_ROWS = ("qwertzuiop", "qwertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm")
_BELOW = (("qwertzuio", "asdfghjkl"), ("asdfghj", "yxcvbnm"))
_PAIRS = (*map(pairwise, _ROWS), *(zip(*rows, strict=True) for rows in _BELOW))
_NEAR = {frozenset(pair) for pairs in _PAIRS for pair in pairs}
_VOWELS = frozenset("aeiou")
_SHORTEST = 4  # a word in which two letters changed places, or one came twice
_LEFT_OUT = 5  # … in which one is missing or another key was hit
_LONG = 7  # … in which a vowel may be wrong


def mistyped(meant: str, written: str) -> bool:
    """Whether `written` is `meant` with one slip of the finger."""
    from rapidfuzz.distance import OSA, Prefix

    short, long = sorted((meant, written), key=len)
    if len(short) < _SHORTEST or OSA.distance(meant, written, score_cutoff=1) != 1:
        return False
    at = Prefix.similarity(meant, written)
    if len(short) < len(long):
        doubled = long[at] in long[max(0, at - 1) : at] + long[at + 1 : at + 2]
        return doubled or (at > 0 and len(short) >= _LEFT_OUT)
    return sorted(meant) == sorted(written) or (at > 0 and _may_be(meant, meant[at], written[at]))


def _may_be(word: str, meant: str, written: str) -> bool:
    pair = frozenset((meant, written))
    return (pair in _NEAR and len(word) >= _LEFT_OUT) or (pair <= _VOWELS and len(word) >= _LONG)

"""Whether a word is another one mistyped by one letter. Pure.

Letters that changed places, one typed twice or left out, a neighbouring key; in long words also one
vowel for another. Any other letter makes another word.
"""

from itertools import pairwise

_ROWS = ("qwertzuiop", "qwertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm")
_NEAR = {
    frozenset(pair)
    for row in _ROWS
    for pair in pairwise(row)
}  # fmt: skip
_NEAR |= {frozenset(pair) for pair in zip("qwertzuio", "asdfghjkl", strict=True)}
_NEAR |= {frozenset(pair) for pair in zip("asdfghj", "yxcvbnm", strict=True)}
_VOWELS = frozenset("aeiou")
_SHORTEST = 4  # a word in which two letters changed places, or one came twice
_LEFT_OUT = 5  # … in which one is missing or another key was hit
_LONG = 7  # … in which a vowel may be wrong


def mistyped(meant: str, written: str) -> bool:
    """Whether `written` is `meant` with one slip of the finger."""
    if min(len(meant), len(written)) < _SHORTEST or meant == written:
        return False
    if len(meant) == len(written):
        return _changed(meant, written)
    long, short = (meant, written) if len(meant) > len(written) else (written, meant)
    at = _first_difference(long, short)
    if len(long) - len(short) != 1 or long[at + 1 :] != short[at:]:
        return False
    doubled = long[at] in long[max(0, at - 1) : at] + long[at + 1 : at + 2]
    return doubled or (at > 0 and len(short) >= _LEFT_OUT)


def _changed(meant: str, written: str) -> bool:
    at = _first_difference(meant, written)
    if meant[at : at + 2] == written[at : at + 2][::-1] and meant[at + 2 :] == written[at + 2 :]:
        return True
    if meant[at + 1 :] != written[at + 1 :] or at == 0:
        return False
    pair = frozenset((meant[at], written[at]))
    return (pair in _NEAR and len(meant) >= _LEFT_OUT) or (pair <= _VOWELS and len(meant) >= _LONG)


def _first_difference(one: str, other: str) -> int:
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))

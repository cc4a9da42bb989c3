"""What must stand in a text for a way of saying to be in it, so that few are looked for. Pure.

Of `(call/ring) me [back]` one of “call” and “ring” must, of `{few} openings` the openings.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

_TYPED = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})  # which a pattern takes for i and s
_RUN = re.compile(r"[a-z0-9]+")
_CLOSED_BY = {"(": ")", "[": "]", "{": "}"}
DIGITS = frozenset("0123456789")
_BEGINNING = 3  # letters by which a piece is found
_DIGIT_IS_AS_RARE_AS = 3  # letters
SomeLetters = frozenset[str]


class WaysByLetters:
    """Which of many ways of saying may stand in a text, by what each needs."""

    def __init__(self, needed: Sequence[SomeLetters]) -> None:
        self._always = [at for at, pieces in enumerate(needed) if not pieces]
        self._ways: dict[str, list[int]] = defaultdict(list)
        for at, pieces in enumerate(needed):
            for piece in pieces:
                self._ways[piece].append(at)
        self._beginning: dict[str, list[str]] = defaultdict(list)
        for piece in self._ways:
            self._beginning[piece[:_BEGINNING]].append(piece)

    def places(self, small: str) -> list[int]:
        """The places of those ways among all, in their order; `small` is a text as `searched`."""
        here = {
            small[at : at + length]
            for length in range(1, _BEGINNING + 1)
            for at in range(len(small) - length + 1)
        }
        pieces = (piece for key in self._beginning.keys() & here for piece in self._beginning[key])
        found = {at for piece in pieces if piece in small for at in self._ways[piece]}
        return sorted(found.union(self._always))


def searched(text: str) -> str:
    """A text as pieces are looked for in it: small, any digit as one of ours."""
    if text.isascii():
        return text.lower()
    small = text.translate(_TYPED).lower()
    return "".join("0" if sign.isdecimal() and not sign.isascii() else sign for sign in small)


def pieces_of(said: str, slots: Mapping[str, SomeLetters]) -> SomeLetters:
    """Letters of which some stand wherever the way of saying does; none where it cannot be told.
    `slots` holds the same of what may stand in a slot."""
    return _best(_needed(said, slots))


def pieces_of_names(names: Iterable[str]) -> SomeLetters:
    """The same of a slot that holds one of these names."""
    return _any_of(pieces_of(name, {}) for name in names)


def _needed(said: str, slots: Mapping[str, SomeLetters]) -> Iterator[SomeLetters]:
    """All that must stand there: each run of letters, and one of the alternatives of a bracket."""
    at, outside = 0, ""
    while at < len(said):
        if (sign := said[at]) in _CLOSED_BY:
            end = _closing(said, at)
            inner = said[at + 1 : end]
            if sign == "(":
                yield _any_of(_best(_needed(one, slots)) for one in _alternatives(inner))
            elif sign == "{":
                yield slots.get(inner, frozenset())
            at, outside = end + 1, f"{outside} "
        else:
            at, outside = at + 1, outside + sign
    yield from (frozenset([run]) for run in _RUN.findall(outside.lower()))


def _closing(said: str, at: int) -> int:
    depth = 0
    for end in range(at, len(said)):
        depth += (said[end] in _CLOSED_BY) - (said[end] in _CLOSED_BY.values())
        if depth == 0:
            return end
    raise ValueError(f"A bracket is not closed: {said}")


def _alternatives(inner: str) -> list[str]:
    parts, depth = [""], 0
    for sign in inner:
        depth += (sign in _CLOSED_BY) - (sign in _CLOSED_BY.values())
        if sign == "/" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _any_of(choices: Iterable[SomeLetters]) -> SomeLetters:
    """One of all of them; nothing where one of the choices needs nothing."""
    found = list(choices)
    every = frozenset[str]().union(*found) if all(found) else frozenset[str]()
    return frozenset(one for one in every if not any(other in one for other in every - {one}))


def _best(needed: Iterable[SomeLetters]) -> SomeLetters:
    """Of what must stand there what is rarest: few choices, and long ones."""
    return min(filter(None, needed), key=_commonness, default=frozenset())


def _commonness(pieces: SomeLetters) -> tuple[int, int]:
    letters = _DIGIT_IS_AS_RARE_AS if pieces == DIGITS else min(map(len, pieces))
    return -letters, len(pieces)

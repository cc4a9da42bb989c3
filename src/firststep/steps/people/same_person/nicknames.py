"""Short and pet forms of given names, English and German: own list. Pure.

Two names are forms of one where a line of the table holds both; a form that stands in two lines
("Chris") may be either.
"""

import re
from collections import defaultdict
from functools import lru_cache

from firststep.facts.text import table_beside

_WITH_E = re.compile(r"(?<![aeiouq])([aou])e")


@lru_cache(maxsize=65_536)
def flat(word: str) -> str:
    """Umlauts written with an e as without one: "joerg" is "jorg", "Samuel" the same for all."""
    return _WITH_E.sub(r"\1", word)


_OF: dict[str, set[str]] = defaultdict(set)
for _line in table_beside(__file__, "nicknames"):
    for _name in _line.split():
        _OF[flat(_name)].add(_line)


def one_name(one: str, other: str) -> bool:
    """Whether two folded, flat given names are forms of one: Bob and Robert."""
    lines = _OF.get(one)
    return lines is not None and not lines.isdisjoint(_OF.get(other, ()))


def may_be_two(one: str, other: str) -> bool:
    """Whether the shorter of two such forms could be short for another name too."""
    return any(len(_OF.get(name, ())) > 1 for name in (one, other))


def full_names(name: str) -> tuple[str, ...]:
    """The full names a form may stand for, itself where none is known."""
    return tuple(sorted(flat(line.split()[0]) for line in _OF.get(name, ()))) or (name,)

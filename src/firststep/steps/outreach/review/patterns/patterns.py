"""What the rules look for in a language. Pure."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple


class Patterns(NamedTuple):
    """Each a pattern without regard to case, from the start of a word, unless it is compiled."""

    asks: tuple[tuple[str, str], ...]  # what a text asks, and what it is known by (W2)
    grade: Callable[[str], float]  # how hard a text reads: years of school (W10)
    names_by_capitals: bool  # whether a capital inside a sentence is a name's (W4b)
    shared: str  # something of theirs, or remembered together (W4b)
    minutes: re.Pattern[str]  # how many are asked for (W6)
    in_words: Mapping[str, int]
    too_long: str
    one_fact: str
    way_out: str  # W7
    thanks: str  # W8
    work: str  # W9: what can wait with a stranger
    gush: str  # W11
    stale: str  # W13
    returned: str  # W14: something offered back
    time: re.Pattern[str]  # W15
    either: re.Pattern[str]  # what parts two times
    sender: re.Pattern[str]  # W17: who is said to have sent the seeker
    friend: str
    past: str
    worn: str  # L2: what stands in every letter
    for_help: str  # L5
    help_to_come: str
    earlier_note: str
    offered: str
    met_at: str  # `{company}`: said to be where they met
    begs: str  # L9
    reproaches: str
    spelt_elsewhere: Callable[[str, str], Iterator[str]]  # of a text and a country (L1)

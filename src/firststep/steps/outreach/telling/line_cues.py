"""The ways of saying what happened, and the words they are made of. Pure.

They stand in `ways.en.txt` and `ways.de.txt`: one line a way of saying something.
"""

from functools import cache

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.cues import Cue, cue_words, cues_of, firsts

BEGIN_NO_NAME = frozenset(
    word for line in table_beside(__file__, "common") for word in line.split()
)
DOUBTFUL = frozenset(word for line in table_beside(__file__, "doubtful") for word in line.split())


def line_cues() -> tuple[Cue, ...]:
    """The ways of saying what happened."""
    return cues_of(__file__, "ways", families="families")


@cache
def words_of_ways() -> frozenset[str]:
    """All words that some way of saying something is made of, and those that may turn it round."""
    return cue_words(line_cues()) | DOUBTFUL | BEGIN_NO_NAME


@cache
def verbs_of_others() -> frozenset[str]:
    """The words that may stand right behind whoever does something."""
    found: set[str] = set()
    for cue in line_cues():
        if cue.items and cue.items[0].choices == (("{who}",),):
            found |= firsts(cue.items[1:])
    return frozenset(word for word in found if word[0] not in "{^$")


@cache
def verbs_of_mine() -> frozenset[str]:
    """The words with which a line begins that tells what the seeker did with somebody."""
    found: set[str] = set()
    for cue in line_cues():
        begins = firsts(cue.items)
        if not any(word[0] in "{^$" for word in begins) and "{who}" in cue.said:
            found |= begins
    return frozenset(found)

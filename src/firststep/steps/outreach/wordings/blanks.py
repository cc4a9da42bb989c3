"""The blanks of our texts, and what would stand in their place. Pure."""

import re
from functools import cache

from firststep.steps.outreach.wordings.english import English
from firststep.steps.outreach.wordings.wording import Sentence, shared_phrases

_BLANK = re.compile(r"\[[^\[\]\n]+\]")


@cache
def blanks_for(field: str, english: English = "british") -> frozenset[str]:
    """The blanks that are left to fill in where a field is not known, such as `background`: those
    of the sentences said in its place."""
    found: set[str] = set()
    for choices in shared_phrases(english).values():
        for _tags, ways in choices:
            for sentence in (one for way in ways for one in way):
                found |= _instead(sentence, f"{{{field}}}")
    return frozenset(found)


def _instead(sentence: Sentence, field: str) -> set[str]:
    """The blanks of its variants without the field that no variant with it has."""
    with_it = {blank for line in sentence if field in line for blank in _BLANK.findall(line)}
    without = {blank for line in sentence if field not in line for blank in _BLANK.findall(line)}
    return without - with_it if any(field in line for line in sentence) else set()

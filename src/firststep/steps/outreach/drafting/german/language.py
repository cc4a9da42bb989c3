"""Whether words that were typed are German: only such may stand in a German letter. Pure."""

import re

from firststep.facts.text import table_beside

_ENGLISH = frozenset(table_beside(__file__, "english_words"))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def in_german(words: str) -> str:
    """The words; "" where they are English."""
    said = {word.lower().replace("’", "'") for word in _WORD.findall(words)}
    return "" if said & _ENGLISH else words

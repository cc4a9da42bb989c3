"""The post and the company beside a name: ", our head of purchasing at Acme". Pure."""

import re
from functools import cache

from firststep.facts.text import fold
from firststep.steps.outreach.language.phrases import lists

_LONGEST, _MOST_WORDS = 90, 8
_LINKS = (
    r"(?:our|the|my|your|their|his|her|its|a|an|unser|unsere|unseren|unserer|der|die|den|dem|mein"
    r"|meine)"
)
_BEGINS = re.compile(
    rf"(?i)[\s,(–—:]*(?:(?:(?:who|he|she|that)\s+is|(?:who|he|she|that)['’]s|is|ist)\s+)?(?:{_LINKS}\s+)?(?:new\s+)?"
)
_BESIDE = re.compile(r"\s*[,(–—\n]|\s+(?:is|ist|who)\b|.{0,3}\n")
_ENDS = re.compile(
    r"(?i)\s*(?:[.;!?()<>|\n:@\d]|\s[–—-]\s|,?\s*\b(?:who|at|bei|beim|von der|über|under|on|reach"
    r"|tel|phone|e-?mail|mail|she|he|they|und|tell|with|ext|heißt|der|die|das)\b).*"
)
_AS = re.compile(r"(?i)\b(?:as|als)\s+((?-i:(?:[A-ZÄÖÜ][\w&-]+\s?(?:of\s|for\s|and\s|& )?){1,6}))")
_BEFORE = re.compile(rf"(?i)\b{_LINKS}\s+((?:[\w&-]+\s+){{0,5}}[\w&-]+)\s*[,(:]?\s*(?:is|ist)?\s*$")
_AT = re.compile(
    r"[^.\n;]{0,80}?\b(?:at|bei der|bei|von der)\s+((?:[A-ZÄÖÜ][\w&.-]*\s?(?:& |of |und )?){1,5})"
)
_IN = re.compile(r"\s+(?:in|im|from|aus)\s+([A-ZÄÖÜ][\w&-]+)")
_ENDINGS = ("leiter", "leiterin", "leitung", "chefin", "meister")
_EDGES = "\"'“”.,;:()"


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind in the tables of names."""
    return frozenset(fold(word) for word in lists(__file__, "names")[kind])


def post_behind(text: str) -> str:
    """What stands behind a name: ", our head of purchasing", "(Head of Ops)", "is the CMO"; "" for
    none."""
    if _BESIDE.match(text):
        begins = _BEGINS.match(text)
        if title := _tidied(text[begins.end() if begins else 0 :][:_LONGEST]):
            return title
    named = _AS.search(text)
    return _tidied(named[1]) if named else ""


def post_before(text: str) -> str:
    """What stands before a name: "our head of purchasing, Sam Lee"."""
    found = _BEFORE.search(text[-_LONGEST:])
    words = found[1].split() if found else []
    begins = [n for n, word in enumerate(words) if fold(word) in words_of("skip")]
    words = words[begins[-1] + 1 if begins else 0 :]
    title = _tidied(" ".join(words))
    return title if len(title.split()) == len(words) else ""


def department_behind(text: str) -> str:
    """ "Sam in Operations", "Frau Weber im Einkauf"."""
    found = _IN.match(text)
    return found[1] if found else ""


def company_behind(text: str) -> str:
    """ "Sam Lee, Head of Ops at Acme"."""
    found = _AT.match(text)
    return found[1].strip(" .,") if found else ""


def _tidied(text: str) -> str:
    """The words of a post alone; "" for words that are none."""
    title = " ".join(_ENDS.sub("", text.strip(), count=1).split()).strip(" ,")
    words = title.split()
    return title if len(words) <= _MOST_WORDS and any(map(is_of_a_post, words)) else ""


def is_of_a_post(word: str) -> bool:
    """Whether a word names a post: "Manager", "Abteilungsleiter"."""
    key = fold(word.strip(_EDGES))
    return key in words_of("title") or (len(key) > 7 and key.endswith(_ENDINGS))

"""How the seeker and this person know each other, where it can be said to that person."""

import re

from firststep.facts.draft import DraftFacts

_OF_THEM = re.compile(r"(?i)^(?:she|he|they) (?P<verb>was|were|is|are)\b")
_THIRD_PERSON = re.compile(
    r"(?i)\b(?:she|he|her|hers|him|his|they|them|their|theirs)\b|^(?:my|our)\b|^met\b"
)
_OCCASION = re.compile(r"(?i)(?:at|in|on|for|over|during|after|before)\s")


def told_to_them(facts: DraftFacts) -> str:
    """The seeker's words as they can be said to this person: "she was my team lead" becomes "you
    were my team lead". What speaks of them otherwise, or names them, is left out."""
    how = facts.how.strip().rstrip(".")
    how = _OF_THEM.sub(lambda found: f"you {_YOU[found['verb'].lower()]}", how)
    if _THIRD_PERSON.search(how) or _names(how, facts):
        return ""
    return f"we met {how}" if facts.tie == "met" and _OCCASION.match(how) else how


_YOU = {"was": "were", "were": "were", "is": "are", "are": "are"}


def occasion(facts: DraftFacts) -> str:
    """What goes on from "it was good to meet you": `at a fair`, `(through the choir)`. How an older
    tie came about is no occasion."""
    how = told_to_them(facts) if facts.tie == "met" else ""
    if how.startswith("we met "):
        return how.removeprefix("we met ")
    return f"({how})" if how else ""


def _names(how: str, facts: DraftFacts) -> bool:
    """Whether the words speak of the person by name: such words are about them, not to them."""
    words = set(re.findall(r"\w+", how.casefold()))
    return bool(words & {w for w in re.findall(r"\w+", facts.name.casefold()) if len(w) > 2})

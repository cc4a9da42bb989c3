"""How the seeker and this person know each other, as it can be said to that person (L5, L7).

What was typed is used, in a sentence: only its first letter, a final stop and the words that join
it change. What speaks of the person to a third is turned where that is safe, else left out. Pure.
"""

import re

from firststep.facts.draft import DraftFacts
from firststep.facts.text import fold

_OF_THEM = re.compile(r"(?i)^(?:she|he|they) (?P<verb>was|were|is|are)\b")
_YOU = {"was": "were", "were": "were", "is": "are", "are": "are"}
_THIRD_PERSON = re.compile(
    r"(?i)\b(?:she|he|her|hers|him|his|they|them|their|theirs)\b|^(?:my|our)\b"
)
_MET = re.compile(r"(?i)^(?:(?:we|i) )?(?:first )?met(?: you)?\b[ ,:]*")
_OCCASION = re.compile(
    r"(?i)(?:at|in|on|for|over|during|after|before|through|via|by|near|outside)\s"
)
_OVER = re.compile(r"(?i)(?:coffee|lunch|dinner|drinks|breakfast|tea|a (?:coffee|beer|drink))\b")
_CLAUSE = re.compile(r"(?i)^(?:we|you|both of us)\b")
_FROM = re.compile(r"(?i)^(?:from|as)\s")
_JOINED = re.compile(r"(?i)^(?:from|through|via|by|as)\s")
_AT = re.compile(r"(?i)^(?:at|in|during|on)\s")
_AT_ONE = re.compile(r"(?i)^(?:at|during|on|over) (?:the|a|an) ")
_BEFORE_OF = re.compile(r" (?:at|in|of|on|for|with|from) ")
# What there is one of, and is said with "the".
_THING = re.compile(
    r"(?i)\b(?:fair|course|class|conference|club|team|group|workshop|meet-?up|event|party|meeting"
    r"|seminar|talk|trip|project|gym|office|choir|band|orchestra|festival|wedding|summit|lab|mixer"
    r"|programme?|expo|congress|reunion|community|association|society|table|breakfast|dinner)$"
)
_DETERMINED = re.compile(
    r"(?:(?i:the|a|an|your|this|that|university|uni|school|college|work|church)\b|[A-Z]+[A-Z0-9]+\b)"
)
# What begins with one of these tells what two people did: "worked together", "shared a desk".
_DID = re.compile(
    r"(?i)^(?:\w+ed|sat|ran|went|did|knew|led|had|took|were|taught|sang|built|made|wrote|played|"
    r"grew up|spoke|spent|began|held|kept|won)\b"
)
_NOW = re.compile(
    r"(?i)^(?:we|you) (?:are|know|both (?:are|know)|have|live|sing|play|work)\b|^we’?'?re\b"
)
_PLURAL = re.compile(
    r"(?i)^(?:old |former |ex-?)?(?:colleagues|classmates|neighbou?rs|flatmates|roommates|friends"
    r"|co-?workers|team ?mates|cousins|partners)\b"
)


def told_to_them(facts: DraftFacts) -> str:
    """The seeker's words as a clause to this person: "We shared a desk" is "we shared a desk",
    "she was my team lead" is "you were my team lead". "" where they cannot be said to them."""
    how = _to_them(facts)
    if _is_occasion(facts) or any(one.match(how) for one in (_MET, _AT_ONE, _OVER)):
        met = _event(facts)
        return f"we met {met}" if met else ""
    return _clause(how) if how else ""


def back_when(facts: DraftFacts) -> str:
    """The same, where it tells of something that is past: "I was thinking of when …"."""
    told = told_to_them(facts)
    past = told and not _NOW.match(told) and not told.startswith("we met")
    return told if past else ""


def occasion(facts: DraftFacts) -> str:
    """What goes on from "it was good to meet you": `at a fair`, `through the choir`. How an older
    tie came about is no occasion."""
    return _event(facts) if _is_occasion(facts) else ""


def _event(facts: DraftFacts) -> str:
    """Where two met; their company is none (L5)."""
    found = _on_occasion(_MET.sub("", _to_them(facts)))
    company = fold(facts.company)
    return "" if company and fold(found) in (f"at {company}", f"at the {company}") else found


def _is_occasion(facts: DraftFacts) -> bool:
    how = facts.how.strip()
    told = any(one.match(how) for one in (_CLAUSE, _OF_THEM, _DID, _PLURAL, _FROM))
    return facts.tie == "met" and bool(_MET.match(how) or not told)


def _to_them(facts: DraftFacts) -> str:
    """The words without a final stop, turned to the person; "" where they speak of them."""
    how = " ".join(facts.how.split()).rstrip(".!; ")
    how = _OF_THEM.sub(lambda found: f"you {_YOU[found['verb'].lower()]}", how)
    left_out = _THIRD_PERSON.search(how) or _names(how, facts) or re.match(r"(?i)i\b", how)
    return "" if (left_out and not _MET.match(how)) or _names(how, facts) else _small(how)


def _on_occasion(words: str) -> str:
    if not words or _THIRD_PERSON.search(words):
        return ""
    if _OCCASION.match(words):
        return _small(words)
    if _OVER.match(words):
        return f"over {_small(words)}"
    return f"at {with_the(words)}"


def _clause(how: str) -> str:
    if _CLAUSE.match(how):
        return how
    if _DID.match(how):
        return f"we {how}"
    if _PLURAL.match(how):
        return f"we know each other as {how}"
    if _AT.match(how):
        return f"we knew each other {how}"
    if _JOINED.match(how):
        return f"we know each other {how}"
    return f"we know each other from {with_the(how)}"


def with_the(words: str) -> str:
    """ "the career fair", "football on Thursdays", "SHRM 2026"."""
    thing = _BEFORE_OF.split(words, maxsplit=1)[0]
    one_thing = _THING.search(thing) and not _DETERMINED.match(words)
    return f"the {words}" if one_thing or words.startswith("same ") else words


def _small(words: str) -> str:
    """The first letter small, where the first word is an everyday one and no name."""
    first = re.match(r"[A-Z][a-z]*\b", words)
    everyday = first and (_EVERYDAY.match(first[0]) or _DID.match(first[0]))
    return words[0].lower() + words[1:] if everyday else words


_EVERYDAY = re.compile(
    r"(?i)(?:we|you|both|the|a|an|at|in|on|for|over|during|after|before|through|via|by|from|as|met"
    r"|same|old|former|colleagues|classmates|neighbou?rs|friends|school|university|college|choir"
    r"|coffee|lunch|career|near|outside|first|football|soccer|tennis|yoga|running|chess|book"
    r"|evening|language|cooking|volunteering|summer|high|primary|grad|business|dance|swimming"
    r"|hiking|climbing|gym|work|church|kindergarten|night|industry|job|networking|alumni)$"
)


def _names(how: str, facts: DraftFacts) -> bool:
    """Whether the words speak of the person by name: such words are about them, not to them."""
    words = set(re.findall(r"\w+", how.casefold()))
    return bool(words & {w for w in re.findall(r"\w+", facts.name.casefold()) if len(w) > 2})

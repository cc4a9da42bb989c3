"""How a German page is set out. Pure.

After the comma of a greeting one goes on in small letters; a sign-off has no comma. In Switzerland
the greeting has none either, and what follows begins with a capital. A company whose name is a noun
gets its article.
"""

import re

from firststep.facts.draft import DraftFacts
from firststep.facts.text import table_beside
from firststep.steps.outreach.drafting.german.articles import with_articles
from firststep.steps.outreach.wordings.german import german_of

_GREETING = re.compile(r"(?P<greeting>(?:Hallo|Guten Tag|Liebe|Lieber) [^\n]*[^\n,]),(?P<gap>\n+)")
_SIGN_OFF = re.compile(r"(?<=\n)(?P<said>[^\n]*Gr(?:ü|u)(?:ß|ss)en?),(?=\n[^\n]+(?:\n|$))")
_FIRST_WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß’]*\b")
_SMALL = frozenset(table_beside(__file__, "small_words"))


def set_out(body: str, facts: DraftFacts) -> str:
    """The page with its greeting and its sign-off as they are written in the seeker's country."""
    body = with_articles(body, (facts.company, facts.about_company))
    body = _SIGN_OFF.sub(lambda found: found["said"], body)
    found = _GREETING.match(body)
    if not found:
        return body
    rest = body[found.end() :]
    if german_of(facts.country) == "swiss":
        return f"{found['greeting']}{found['gap']}{rest}"
    if rest.startswith(_names(facts)):
        return body
    return f"{found[0]}{_FIRST_WORD.sub(_small, rest, count=1) if rest[:1].isupper() else rest}"


def _names(facts: DraftFacts) -> tuple[str, ...]:
    """Who and what a first sentence may begin with, by name."""
    named = (facts.via, facts.seeker, facts.named, facts.company, facts.about_company)
    return tuple(filter(None, named))


def _small(word: re.Match[str]) -> str:
    """A word of our own that begins a sentence; names and what is always large stay."""
    small = word[0][0].lower() + word[0][1:]
    return small if small in _SMALL else word[0]

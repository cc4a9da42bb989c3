"""Whether a longer name may be a part of a house: a branch, a daughter, "via acquisition". Pure.

A part is only ever a question for the seeker. What follows an unmistakable name ("Siemens Energy")
may be its daughter; what follows an ordinary word ("Epic Games", "Apple Bank") is another house.
"""

import re
from collections.abc import Iterator, Sequence

from firststep.steps.goal.companies.aliases import OWN_WORDS

# Words that name a branch or a place of the same house, never another house.
BRANCH = frozenset(
    {
        "africa", "america", "americas", "apac", "asia", "australia", "austria", "bavaria",
        "belgium", "benelux", "berlin", "brasil", "brazil", "canada", "china", "cloud", "dach",
        "danmark", "denmark", "deutschland", "digital", "dublin", "east", "emea", "espana",
        "europe", "finland", "france", "germany", "global", "hamburg", "hong", "iberia", "india",
        "international", "ireland", "italia", "italy", "japan", "kong", "korea", "labs", "latam",
        "london", "luxembourg", "malaysia", "mexico", "middle", "munich", "nederland",
        "netherlands", "nordic", "nordics", "north", "norway", "osterreich", "pacific", "paris",
        "poland", "polska", "portugal", "research", "schweiz", "services", "singapore", "south",
        "spain", "sverige", "sweden", "switzerland", "uk", "us", "usa", "web", "worldwide",
        "york", "zurich",
    }
)  # fmt: skip
# Names that are ordinary words or many people's: another word makes them another house.
_ORDINARY = OWN_WORDS | frozenset(
    """
    amazon american asian atlantic becker british canadian chinese continental daily dutch epic
    european fidelity first fischer french german hoffmann indian italian japanese johnson
    jones klein koch linear loop martin mercury meta meyer miller mueller muller nordic notion
    oracle orion otto polish richter robert roman russian schafer schmidt schneider schroder schulz
    schwarz simon spanish stripe swedish swiss taylor thomas uber vanguard vertex visa wagner walker
    weber werner williams wilson wolff zenith zimmermann
    """.split()  # noqa: SIM905
)
# Behind whatever name: a house of its own kind that merely bears the name.
_NAMESAKE = frozenset(
    """
    alumni arena cathedral cemetery church club county elementary fc friends high hospital kirche
    museum park school schule stadion stadium theater theatre university universitat verein
    """.split()  # noqa: SIM905
)
# What a house makes, said behind a short name in full: "Dorn" is often "Dorn Automotive".
_TRADE = frozenset(
    {
        "antriebe", "automation", "automotive", "engineering", "industrie", "industries",
        "logistics", "logistik", "maschinenbau", "systeme", "systems", "technik", "technologies",
        "technology", "werke",
    }
)  # fmt: skip
_SHORT = 4  # letters from which it may be one, before its trade
_LONG = 5  # letters from which a single word may be unmistakable
_MOST = 4  # words that a daughter's name adds
_OWNED = re.compile(
    r"[(\[{]|\s[-–—|/]\s|\s(?:via|through|acquired|part of|(?:a|an)\s.*company\b|formerly|"
    r"previously|ehemals|now|subsidiary|tochter|teil (?:der|von))\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[()\[\]{}]|\s[-–—|/]\s|,\s+an?\s|\b(?:via|through|acquired by|acquisition(?: of| by)?|"
    r"merger with|part of|formerly|previously|ehemals|now|(?:a )?subsidiary of|durch|"
    r"tochter(?:gesellschaft)? (?:der|von|des)|teil (?:der|von)|übernahme|uebernahme|takeover|"
    r"spin-?off)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^\s*an?\s+|\s+(?:company|business|brand|unternehmen)\s*$", re.IGNORECASE)


def houses_named(raw: str) -> Iterator[str]:
    """The names a longer text puts side by side: "GitHub (acquired by Microsoft)" names two."""
    if not _OWNED.search(raw):
        return
    for piece in _CUT.split(raw):
        name = _ARTICLE.sub("", piece).strip(" ,;:.-–")
        if name and name != raw.strip():
            yield name


def may_be_a_part(house: Sequence[str], rest: Sequence[str], *, raw: str, ends: bool) -> bool:
    """Whether `house rest` may belong to `house`. `ends` says it has a legal ending of its own."""
    if BRANCH.issuperset(rest):
        return True
    if len(rest) > _MOST or not _NAMESAKE.isdisjoint(rest):
        return False
    if len(house) > 1:
        return ends and not all(word in _ORDINARY for word in house)
    return _is_unmistakable(house[0], raw, ends=ends or _TRADE.issuperset(rest))


def _is_unmistakable(word: str, raw: str, *, ends: bool) -> bool:
    """A coined word, or an acronym written as one; a shorter one where its `ends` tell a firm."""
    if word in _ORDINARY or word.removesuffix("s") in _ORDINARY:
        return False
    first = raw.split()[0].strip(".,") if raw.split() else ""
    if len(word) >= (_SHORT if ends else _LONG):
        return True
    return len(word) > 2 and first.isupper() and not raw.isupper()

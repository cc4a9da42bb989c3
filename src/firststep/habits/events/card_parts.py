"""The parts of a business card: ways to reach somebody, and words that are a name, a post or a
company. Pure."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from firststep.facts.text import fold
from firststep.steps.goal.companies.aliases import OWN_WORDS
from firststep.steps.goal.companies.matching import key_of
from firststep.steps.goal.companies.names import name_parts, website
from firststep.steps.outreach.language.posts import is_of_a_post, words_of
from firststep.steps.outreach.language.ways import EMAIL, is_like, number_in
from firststep.steps.people.spelling.cells import profile_slug
from firststep.steps.people.spelling.person_names import whole_apart
from firststep.steps.people.titles.departments_named import departments_of

_LINK = re.compile(r"(?i)(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s,|]*)?")
_NUMBER = re.compile(r"[+(]?\d[\d\s()./-]*")
_FAX = re.compile(r"(?i)\bfax\b|\btelefax\b|\bf[:.]")
_MOBILE = re.compile(r"(?i)\b(?:m|c|mobile?|cell|handy|mob)\b")
_LABEL = re.compile(
    r"(?i)\b(?:e-?mail|mail|e|m|c|t|p|f|d|w|tel|telefon|phone|mobile?|mob|cell|handy|direct|office"
    r"|fax|telefax|web|website|linkedin|url)\b"
)
_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "la", "le", "di", "da", "del", "dos", "zu", "ter", "bin"}
)
_EVERYBODYS = frozenset(
    {"gmail", "googlemail", "gmx", "web", "outlook", "hotmail", "live", "yahoo", "icloud", "me",
     "aol", "proton", "protonmail", "posteo", "mail", "freenet", "tonline"}
)  # fmt: skip
_OF_HOUSES = OWN_WORDS | {"system", "systems", "health", "university", "hospital", "group", "team"}
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # the family comes first
_SHORTEST, _SHORT = 3, 5  # letters that tell a company by its domain, at their beginning only
_MOST_WORDS = 5  # of a name


class CardPart(NamedTuple):
    """One line, or a piece of it: the words that are left beside the ways to reach somebody."""

    words: str = ""
    email: str = ""
    phone: str = ""
    is_mobile: bool = False
    linkedin: str = ""
    site: str = ""


class CardWords(NamedTuple):
    """The words of a card by what they are, each in the order they stand in."""

    houses: list[str]
    posts: list[str]
    others: list[str]

    @property
    def names(self) -> list[str]:
        """What may be a name; of several none that sounds like a company."""
        found = list(filter(is_name, self.others))
        return [one for one in found if not _sounds_like_a_house(one)] or found


def card_part(text: str) -> CardPart:
    """What a line, or a piece of one, holds. The number of a fax is none."""
    email = EMAIL.search(text)
    rest = EMAIL.sub(" ", text)
    links = _links(rest)
    rest = _LINK.sub(" ", rest) if links else rest
    number = number_in(rest)
    rest = _NUMBER.sub(" ", rest) if number else rest
    slugs = [slug for slug in map(profile_slug, links) if slug]
    found = CardPart(
        email=email[0].strip(".") if email else "",
        phone="" if _FAX.search(rest) else number,
        is_mobile=_MOBILE.search(rest) is not None,
        linkedin="".join(slugs[:1]),
        site="" if slugs else "".join(links[:1]),
    )
    has_way = any((email, links, number))
    return found._replace(words=_tidied(_LABEL.sub(" ", rest) if has_way else rest))


def _links(text: str) -> list[str]:
    return [one for one in _LINK.findall(text) if "/" in one or website(one)[0]]


def _tidied(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:|•·–—/()")


def parts_by_kind(
    parts: Sequence[CardPart], *, houses: frozenset[str] = frozenset(), local: str = ""
) -> CardWords:
    """The words of a card sorted. `houses` are the keys of companies that are known; `local` is
    what the person's address has before its @. Words with a number are a street or a place."""
    near = _domain_names(parts)
    found = CardWords([], [], [])
    for words in (one.words for one in parts if _tells(one.words)):
        if is_house(words, houses) or _is_near(words, near, local):
            found.houses.append(words)
        else:
            (found.posts if is_post(words) else found.others).append(words)
    return found


def _tells(words: str) -> bool:
    return bool(words) and not _has_number(words)


def is_house(words: str, houses: frozenset[str] = frozenset()) -> bool:
    """Whether words are a company: one known, or one with a legal form."""
    return key_of(words) in houses or name_parts(words).ends


def _is_near(words: str, near: Sequence[str], local: str) -> bool:
    """Whether words are the company of an address; whom the address is named for is none."""
    letters = re.sub(r"[^a-z0-9]", "", fold(words))
    if local and is_like(words, local):
        return False
    return len(letters) >= _SHORTEST and any(_alike(letters, one) for one in near)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) if len(short) <= _SHORT else short in long


def _domain_names(parts: Sequence[CardPart]) -> tuple[str, ...]:
    """The names in the domains of addresses and sites, none of a house that gives everybody one."""
    domains = [one.email.partition("@")[2] for one in parts]
    domains += [one.site.split("//")[-1].split("/")[0] for one in parts]
    names = (website(domain)[1].replace("-", "") for domain in domains)
    return tuple(name for name in dict.fromkeys(names) if name and name not in _EVERYBODYS)


def house_in_address(parts: Sequence[CardPart]) -> str:
    """The company as the domain of an address writes it: "Acme"; "" where there is none."""
    return "".join(_domain_names(parts)[:1]).title()


def is_house_of(words: str, parts: Sequence[CardPart]) -> bool:
    """Whether words are the company that the addresses of a card are from."""
    return _is_near(words, _domain_names(parts), "")


def is_post(words: str) -> bool:
    """Whether words name what somebody does: "Head of Operations", "Einkauf"."""
    return does(words) or bool(departments_of(words))


def does(words: str) -> bool:
    """Whether a word among them is one of a post, not of a department alone."""
    return any(map(is_of_a_post, words.split()))


def is_name(words: str) -> bool:
    """Whether words may be the name of a person: two to five, each with a capital letter."""
    given, family = whole_apart(words)
    parts = f"{given} {family}".split()
    if not given or not family or max(len(parts), len(words.split()) - 2) > _MOST_WORDS:
        return False
    return not _has_number(words) and all(map(_is_name_word, parts))


def _is_name_word(word: str) -> bool:
    if word.lower() in _PARTICLES:
        return True
    plain = word.strip(".'’")
    return bool(plain) and not plain[0].islower() and fold(word) not in words_of("no_name")


def _sounds_like_a_house(words: str) -> bool:
    """Whether a word of a name is one that companies are called by: "Sunrise Health System"."""
    return any(word in _OF_HOUSES for word in fold(words).split())


def _has_number(words: str) -> bool:
    return any(map(str.isdecimal, words))


def plain_name(words: str) -> str:
    """A name without titles and degrees, as it is said: "Dr. PRIYA NAIR, MBA" is Priya Nair."""
    given, family = whole_apart(words)
    return f"{given} {family}" if given and family and not _EASTERN.search(words) else words

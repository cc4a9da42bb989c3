"""Somebody met, as one card or one line tells of them. Pure.

Nothing is made up: what could be read in two ways carries the question to ask first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from firststep.habits.events.card_parts import (
    CardPart,
    CardWords,
    card_part,
    does,
    house_in_address,
    is_house,
    is_name,
    is_post,
    parts_by_kind,
)
from firststep.steps.goal.companies.matching import key_of
from firststep.steps.outreach.language.ways import is_like, name_in_address
from firststep.steps.people.naming import without_ending_apart
from firststep.steps.people.spelling.person_titles import may_be_degree

BETWEEN = re.compile(r"\s*[;\t|•·]\s*|\s+[–—-]\s+")  # between the parts of a line
_IN_BRACKETS = re.compile(r"\s*\(([^\W\d][^()]*)\)(?=\s*(?:$|[,:;]))")
_SAID = re.compile(r"(?P<who>[^:]{3,160}[^:\d\W]\)?)\s*:\s+(?P<said>\S.*)")
_LABELLED = re.compile(r"(?i)\b(?:e-?mail|mail|tel|telefon|phone|mobile?|cell|fax|web|[emtpf])\s*$")
_TITLE_AT = re.compile(r"(?P<title>.+?)\s+(?:at|@|bei)\s+(?P<house>\S.*)")

NO_NAME = "No name stands here. Who is it?"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCard:
    """Somebody as a card or a line tells of them; what it does not say is empty."""

    name: str = ""
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    linkedin: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRead(OnCard):
    """Somebody who was read. `question`: what has to be asked first, "" where it is sure."""

    question: str = ""


# -- a card ----------------------------------------------------------------------------------------


def read_card(lines: Sequence[str], houses: frozenset[str]) -> CardRead:
    """Somebody of the lines of one card."""
    parts = [card_part(piece) for line in lines for piece in _pieces(line)]
    ways = _ways(parts)
    words = parts_by_kind(parts, houses=houses, local=ways.email.partition("@")[0])
    found = _named(ways, parts, words)
    left = [one for one in words.others if one != found.name]
    return _employed(found, words, left, house_in_address(parts))


def _pieces(line: str) -> list[str]:
    """The parts of a line of a card: "Head of Operations, Acme GmbH" are two."""
    pieces = [piece for piece in BETWEEN.split(line) if piece]
    if len(pieces) > 1:
        return pieces
    first, _, rest = line.partition(",")
    if all(map(may_be_degree, re.findall(r"[^\s,]+", rest))):  # "Lena Whitaker, P.E.", too
        return _post_and_house(first)
    if is_name(first) or (is_post(first) and not is_post(rest)):
        return [first, rest]
    return _post_and_house(line)


def _post_and_house(words: str) -> list[str]:
    """ "Recruiter at Northstar Health" is two."""
    at = _TITLE_AT.fullmatch(words)
    return [at["title"], at["house"]] if at and is_post(at["title"]) else [words]


def _ways(parts: Sequence[CardPart]) -> CardRead:
    """The ways to reach somebody, a mobile number before another."""
    phones = sorted((one for one in parts if one.phone), key=lambda one: not one.is_mobile)
    return CardRead(
        email=next((one.email for one in parts if one.email), ""),
        phone=next((one.phone for one in phones), ""),
        linkedin=next((one.linkedin for one in parts if one.linkedin), ""),
    )


def _named(ways: CardRead, parts: Sequence[CardPart], words: CardWords) -> CardRead:
    """The name: the only one, the one of the address, or the one above the post."""
    if not words.names:
        return _named_by_address(ways)
    sure = words.names[0] if len(words.names) == 1 else _sure_name(ways, parts, words)
    if sure:
        return replace(ways, name=sure)
    return replace(ways, name=words.names[0], question=f"Is {words.names[0]} the name?")


def _sure_name(ways: CardRead, parts: Sequence[CardPart], words: CardWords) -> str:
    """Of several that may be the name the one of the address, or the one above the post."""
    local = ways.email.partition("@")[0] or ways.linkedin
    like = [name for name in words.names if local and is_like(name, local)]
    lines = pairwise(one.words for one in parts)
    above = [one for one, below in lines if below in words.posts and one in words.names]
    return "".join([*like, *above][:1])


def _named_by_address(ways: CardRead) -> CardRead:
    if told := name_in_address(ways.email):
        asked = f"The name is taken from the address. Is it {told}?"
        return replace(ways, name=told, question=asked)
    return replace(ways, question=NO_NAME)


def _employed(found: CardRead, words: CardWords, left: Sequence[str], address: str) -> CardRead:
    """The post and the company beside a name; a post without a company is asked about."""
    title, company = _post(words, left)
    found = replace(found, title=title, company=company)
    if company or found.question or not title:
        return found
    if address:
        asked = f"The company is taken from the address. Is it {address}?"
        return replace(found, company=address, question=asked)
    return replace(found, question=f"At which company is {found.name}?")


def _post(words: CardWords, left: Sequence[str]) -> tuple[str, str]:
    """What they do and where. Of several the first that names a post, not a department alone;
    whatever stands beside a name and a company is what they do."""
    posts = sorted(words.posts, key=lambda one: not does(one))
    if words.houses:
        return "".join([*posts, *left][:1]), words.houses[0]
    return "".join(posts[:1]), "".join([*left, *posts[1:]][:1])  # "Blue Harbor Logistics"


# -- a line ----------------------------------------------------------------------------------------


def read_card_line(text: str, houses: frozenset[str]) -> CardRead:
    """Somebody in one line: "Priya Nair, Head of Ops, Acme: how they buy steel"."""
    line, said = _said_apart(_IN_BRACKETS.sub(r", \1", text))
    parts = [card_part(piece) for piece in _pieces_of_line(line)]
    told, talk = _talk_apart([one for one in parts if one.words], houses)
    ways = replace(_ways(parts), said=", ".join(filter(None, (talk, said))))
    if not told:
        return _named_by_address(ways)
    name, *rest = told
    if is_house(line, houses) and not is_name(name.words):
        return replace(ways, company=line, question=NO_NAME)
    asked = "" if _may_be_name(name.words, alone=not rest) else NO_NAME
    return _placed(replace(ways, name=name.words, question=asked), rest, houses)


def _pieces_of_line(line: str) -> list[str]:
    pieces = [part for piece in BETWEEN.split(line) for part in without_ending_apart(piece)]
    return [one for piece in pieces for one in _post_and_house(piece)]


def _said_apart(text: str) -> tuple[str, str]:
    """A line without what was talked about, which stands behind a colon."""
    said = _SAID.fullmatch(text)
    if said is None or _LABELLED.search(said["who"]):
        return text, ""
    return said["who"], said["said"].strip()


def _talk_apart(told: list[CardPart], houses: frozenset[str]) -> tuple[list[CardPart], str]:
    """The parts that say who it is, and in words what stands behind them about the talk."""
    ends = len(told)
    while ends > 2 and _is_talk(told[ends - 1].words, houses):
        ends -= 1
    return told[:ends], ", ".join(one.words for one in told[ends:])


def _is_talk(words: str, houses: frozenset[str]) -> bool:
    """Whether words are about the talk, no post and no company: "wants my CV"."""
    known = is_post(words) or key_of(words) in houses
    return words[0].islower() and len(words.split()) > 1 and not known


def _may_be_name(words: str, *, alone: bool) -> bool:
    """A first name alone may do where more is said of them."""
    return is_name(words) or (not alone and len(words.split()) == 1) or not words.isascii()


def _placed(found: CardRead, rest: Sequence[CardPart], houses: frozenset[str]) -> CardRead:
    """What stands behind a name: the company is the last, or what is known as one."""
    words = parts_by_kind(rest, houses=houses)
    told = [one.words for one in rest]
    if len(told) > 1 and not words.others and not words.houses:  # "Sam Lee, Buyer, Sales Partners"
        return replace(found, title=", ".join(told[:-1]), company=told[-1])
    if len(told) > 1 and not words.posts:
        company = (words.houses or told)[-1]
        title = ", ".join(one for one in told if one != company)
        return replace(found, title=title, company=company)
    joined = words._replace(posts=[", ".join(words.posts)])
    return _employed(found, joined, words.others[::-1], "")

"""People met, as they were pasted: a list of names, or the text of business cards. Pure."""

import re
from dataclasses import replace
from itertools import zip_longest

from firststep.facts.text import fold
from firststep.habits.events.card_parts import (
    card_part,
    is_house,
    is_house_of,
    is_name,
    is_post,
    plain_name,
)
from firststep.habits.events.card_reading import BETWEEN, CardRead, read_card, read_card_line
from firststep.steps.people.spelling.person_titles import is_title, may_be_degree

MOST_CARDS = 200
_BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}[.)])\s+")
_NUMBERED = re.compile(r"^\s*\d{1,3}\s+(?=\D)")
_RULE = re.compile(r"^\s*[-–—_=*]{3,}\s*$")
_HEADING = re.compile(r"[^:,@\d]{0,60}:\s*$")  # "Attendees:"
_BEHIND_WHOM = re.compile(r"\s*[,:(]\s*")
_COLUMNS = frozenset(
    {"name", "title", "position", "role", "company", "organisation", "organization", "firma",
     "email", "e-mail", "phone", "telefon", "first name", "last name", "vorname", "nachname"}
)  # fmt: skip
_Block = list[str]
_NOTHING: _Block = []


def cards_in(text: str, *, houses: frozenset[str] = frozenset()) -> tuple[CardRead, ...]:
    """Everybody in a text, in its order, two hundred at most. `houses` are the keys of companies
    that are known (`key_of`)."""
    found = [one for block in _blocks(text, houses) for one in _people(block, houses)]
    return tuple(replace(one, name=plain_name(one.name)) for one in found[:MOST_CARDS])


def _blocks(text: str, houses: frozenset[str]) -> list[_Block]:
    """The lines that belong together. A photo's text has gaps inside a card: what has no name of
    its own goes with the card before, or with the next where that has its company already."""
    raw = _apart(text)
    blocks: list[_Block] = []
    ahead: _Block = []
    for block, below in zip_longest(raw, raw[1:], fillvalue=_NOTHING):
        if _is_company_of(block, below):
            ahead += block
        elif any(_names_somebody(line, houses) for line in block):
            blocks.append([*ahead, *block])
            ahead = []
        elif blocks and not (_has_house(block, houses) and _has_house(blocks[-1], houses)):
            blocks[-1] += block
        else:
            ahead += block
    return [*blocks, ahead] if ahead else blocks


def _apart(text: str) -> list[_Block]:
    """The lines between gaps, without headings."""
    raw: list[_Block] = [[]]
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip() and not _RULE.match(line) and not _is_heading(line):
            raw[-1].append(line)
        else:
            raw.append([])
    return [block for block in raw if block]


def _is_heading(line: str) -> bool:
    words = [fold(one) for piece in BETWEEN.split(line) for one in piece.split(",")]
    return _HEADING.match(line) is not None or (len(words) > 1 and _COLUMNS.issuperset(words))


def _is_company_of(block: _Block, below: _Block) -> bool:
    """Whether lines without a way are the company of the card below them, as its address says."""
    own, parts = [card_part(one) for one in block], [card_part(one) for one in below]
    if len(below) < 2 or any(one.email or one.phone for one in own):
        return False
    return any(is_house_of(one.words, parts) for one in own)


def _has_house(block: _Block, houses: frozenset[str]) -> bool:
    return any(is_house(card_part(one).words, houses) for one in block)


def _names_somebody(line: str, houses: frozenset[str]) -> bool:
    """Whether a line begins with a name."""
    first = re.split(r"[,:(]", BETWEEN.split(_BULLET.sub("", line))[0])[0]
    words = card_part(first).words
    return is_name(words) and not is_house(words, houses) and not is_post(words)


def _people(block: _Block, houses: frozenset[str]) -> list[CardRead]:
    for bullet in (_BULLET, _NUMBERED):
        if all(map(bullet.match, block)):
            return [read_card_line(bullet.sub("", line).strip(), houses) for line in block]
    lines = [_BULLET.sub("", line).strip() for line in block]
    if len(lines) == 1 or _is_list(lines, houses):
        return _or_a_company([read_card_line(line, houses) for line in lines])
    return [read_card(part, houses) for part in _parted(lines, houses)]


def _is_list(lines: _Block, houses: frozenset[str]) -> bool:
    """Whether every line is somebody of their own: each begins with a name; or most begin with
    whom, and two say more behind it: one odd line ("Mrs Ode, Acme") costs nobody a place."""
    if all(_names_somebody(one, houses) for one in lines):
        return True
    if not all(card_part(one).words for one in lines):  # an address alone is of a card
        return False
    whole = sum(_says_more(one, houses) for one in lines)
    begun = sum(_begins_with_whom(one, houses) for one in lines)
    return whole > 1 and 2 * begun > len(lines)


def _says_more(line: str, houses: frozenset[str]) -> bool:
    """Whether a name stands first and more than degrees behind it: "Bo Finn, Initech"."""
    whom, *rest = _BEHIND_WHOM.split(line, maxsplit=1)
    behind = re.findall(r"[^\s,]+", "".join(rest))
    named = _names_somebody(line, houses) or _is_titled(whom)
    return named and not all(map(may_be_degree, behind))


def _begins_with_whom(line: str, houses: frozenset[str]) -> bool:
    """Whether a line begins with a name, with a title and a surname, or with a first name alone."""
    whom, *rest = _BEHIND_WHOM.split(line, maxsplit=1)
    alone = bool(rest) and whom[:1].isupper() and whom.strip().isalpha() and not is_post(whom)
    return alone or _names_somebody(line, houses) or _is_titled(whom)


def _is_titled(whom: str) -> bool:
    """ "Mrs Ode", "Dr. Kaluza"."""
    first, *others = whom.split() or [""]
    return bool(others) and is_title(first) and others[-1][:1].isupper()


def _or_a_company(people: list[CardRead]) -> list[CardRead]:
    """Two bare names, one below the other, may be two people, or somebody and a company."""
    if len(people) != 2 or any(one != CardRead(name=one.name) for one in people):
        return people
    asked = f"Are these two people, or is {people[1].name} the company?"
    return [replace(one, question=asked) for one in people]


def _parted(lines: _Block, houses: frozenset[str]) -> list[_Block]:
    """Cards that stand below each other without a gap: a name begins the next once the one before
    has its address."""
    parts: list[_Block] = [[]]
    has_address = False
    for line in lines:
        if has_address and _names_somebody(line, houses):
            parts.append([])
            has_address = False
        parts[-1].append(line)
        has_address = has_address or bool(card_part(line).email)
    return parts

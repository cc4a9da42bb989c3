"""Addresses that no mail reaches, or that only look like another one. Pure."""

import re
import unicodedata

from firststep.facts.said import to_say

# Letters of Cyrillic and Greek that are drawn like Latin ones.
_ALIKE = frozenset("аеорсухіјѕԁһԛԝьвкмнтгзο" + "αινρυχκτ")
_DOTS = re.compile(r"^\.|\.\.|\.@|@\.|@-|-@.*-\.|\.$|-$")
_PART = re.compile(r"[@.+_-]")
NOT_REACHED = to_say("No one can be written to there; it is left out.")
LOOKS_ALIKE = to_say(
    "It holds letters of another alphabet that look like Latin ones, so it is another address; it "
    "is left out. Type it anew."
)


def why_odd(address: str) -> str:
    """Why an address is not to be kept, in words; "" for an ordinary one."""
    if not address.isascii() and looks_alike(address):
        return LOOKS_ALIKE
    return NOT_REACHED if _DOTS.search(address) else ""


def looks_alike(address: str) -> bool:
    """Whether a part mixes alphabets, or is written in look-alikes alone beside Latin ones."""
    parts = [part for part in _PART.split(address.lower()) if not part.isascii()]
    if any(len(_alphabets(part)) > 1 for part in parts):
        return True
    latin = any(c.isascii() and c.isalpha() for c in address.rpartition("@")[2])
    return latin and any(_letters(part) <= _ALIKE for part in parts)


def _letters(part: str) -> set[str]:
    return {sign for sign in part if sign.isalpha()}


def _alphabets(part: str) -> set[str]:
    """Which of the three alphabets with look-alikes a part is written in."""
    names = (unicodedata.name(c, "").partition(" ")[0] for c in _letters(part))
    return {name for name in names if name in ("LATIN", "CYRILLIC", "GREEK")}

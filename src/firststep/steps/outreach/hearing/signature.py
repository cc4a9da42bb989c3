"""What a signature tells of the one who wrote: kept as knowledge, never as an answer. Pure."""

import re

from firststep.steps.outreach.hearing.incoming import WhomSaid

_PHONE = re.compile(r"\+?\(?\d[\d\s()./-]{6,18}\d")
# O'Brien, D’Angelo: an apostrophe may stand in a part of a name.
_PART = r"(?:(?:[^\W\d_]|Mc|Mac)['’ʼ`])?[^\W\d_a-z][^\W\d_]+(?:['’ʼ`][^\W\d_]+)?"
_A_NAME = re.compile(rf"{_PART}(?:[ -]{_PART}){{0,3}}")
_FAX = re.compile(r"(?i)\bfax\b|\bf[:.]|telefax")


def told_of_themselves(signature: str, sender: WhomSaid) -> WhomSaid | None:
    """Their number, where the signature has one; None where it says nothing."""
    for line in signature.split("\n")[:12]:
        for part in re.split(r"[|•·]", line):
            found = _PHONE.search(part)
            if found and not _FAX.search(part) and 7 <= sum(map(str.isdecimal, found[0])) <= 15:
                return WhomSaid(name=sender.name, email=sender.email, phone=found[0].strip())
    return None


def name_below(words: str, signature: str) -> str:
    """The name a text is signed with; "" where its last line is none."""
    bare = (line.strip(" ,.-") for line in (signature or words).split("\n"))
    lines = [line for line in bare if line]
    last = (lines[0] if signature else lines[-1]) if lines else ""
    return last if _A_NAME.fullmatch(last) and (signature or len(lines) > 1) else ""

"""The German our texts are written in: to whom one says du and to whom Sie, and the spelling of
Switzerland.

The texts hold both ways beside each other: `<du|Sie>`, `<kannst du|können Sie>`. Which of them is
said is chosen before any value stands there: what the seeker typed, and names, stay. Pure.
"""

import re
from typing import Literal

from firststep.facts.kinds import HowCalled

# Without an address both ways stand there, as on the shelf where wordings are read and changed.
German = Literal["german", "german_du", "german_sie", "swiss", "swiss_du", "swiss_sie"]
_OF: dict[tuple[bool, HowCalled], German] = {
    (False, ""): "german",
    (False, "du"): "german_du",
    (False, "sie"): "german_sie",
    (True, ""): "swiss",
    (True, "du"): "swiss_du",
    (True, "sie"): "swiss_sie",
}
GERMAN_BEGINNING = """title: Wofür sie ist, in wenigen Worten
kinds: write
routes: known
forms: letter
subject: Eine Frage zum Bereich {department} | or: Eine Frage
---
<Hallo|Guten Tag> {first},



Viele Grüße,
{signature}"""
_WITHOUT_ESZETT = frozenset({"CH", "LI"})
_EITHER = re.compile(r"<([^<>|\n]*)\|([^<>|\n]*)>")
_FIELD = re.compile(r"(\{[^{}]*\})")


def german_of(country: str, address: HowCalled = "") -> German:
    """Which German is written in that country, to somebody called so; both ways where that is not
    said."""
    return _OF[country.upper() in _WITHOUT_ESZETT, address]


def addressed(text: str, variety: str) -> str:
    """A text with what is said to this person: of `<du|Sie>` the first to whom one says du, the
    second to anybody else; both where none is chosen."""
    if variety in ("german", "swiss"):
        return text
    return _EITHER.sub(r"\1" if variety.endswith("_du") else r"\2", text)


def spelt_in_german(text: str, variety: str) -> str:
    """A text of ours in that German; `{fields}` stay as they are."""
    said = addressed(text, variety)
    if not variety.startswith("swiss"):
        return said
    return "".join(part if n % 2 else swiss(part) for n, part in enumerate(_FIELD.split(said)))


def swiss(text: str) -> str:
    """Words as they are spelt in Switzerland: ss for ß."""
    return text.replace("ß", "ss")

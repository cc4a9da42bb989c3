"""A company whose name is a noun has its article: “beim Klinikum”, “bei der Sparkasse”. Pure.

Which nouns do, and of which gender, stands in `house_nouns.txt`: the first word of a name
(Klinikum Am Weiher), or the last of one that goes before it (Lindenblatt Verlag).
"""

import re
from collections.abc import Iterable
from functools import cache

from firststep.facts.text import table_beside

# The article behind each preposition, of der, die and das; "" where nothing goes before the name.
_BEHIND = {
    "bei": ("beim", "bei der", "beim"),
    "von": ("vom", "von der", "vom"),
    "zu": ("zum", "zur", "zum"),
    "wegen": ("wegen des", "wegen der", "wegen des"),
    "für": ("für den", "für die", "für das"),
    "über": ("über den", "über die", "über das"),
    "an": ("an den", "an die", "an das"),
    "und": ("und der", "und die", "und das"),
    "weil": ("weil der", "weil die", "weil das"),
    "": ("der", "die", "das"),
}
_GENDERS = ("m", "f", "n")
_LEAST = 2  # words of a name in which one is a noun
_VERBS = r"(?:steht|gehört|könnte|wäre|hat|ist|sucht)\b"


def with_articles(text: str, names: Iterable[str]) -> str:
    """The text with the article of each of these companies that has one."""
    for name in dict.fromkeys(filter(None, names)):
        gender = house_gender(name)
        if gender:
            text = _with_article(text, name, _GENDERS.index(gender))
    return text


def house_gender(name: str) -> str:
    """m, f or n of a name that is a noun; "" for one that stands alone: Acme, Nordhafen."""
    words = name.split()
    if len(words) < _LEAST:
        return ""
    firsts, lasts = _nouns()
    return lasts.get(words[-1], "") or firsts.get(words[0], "")


@cache
def _nouns() -> tuple[dict[str, str], dict[str, str]]:
    """The nouns that may stand first, and those that may stand last, with their gender."""
    found: dict[str, dict[str, str]] = {"first": {}, "last": {}}
    for line in table_beside(__file__, "house_nouns"):
        place, gender, *nouns = line.split()
        found[place].update(dict.fromkeys(nouns, gender))
    return found["first"], found["last"]


def _with_article(text: str, name: str, gender: int) -> str:
    before = "|".join(filter(None, _BEHIND))
    bare = re.escape(name)
    text = re.sub(
        rf"\b(?P<before>{before}) {bare}\b",
        lambda found: f"{_BEHIND[found['before']][gender]} {name}",
        text,
    )
    begins = rf"(?:(?<=^)|(?<=[.!?]\s)|(?<=\n)){{before}}{bare}\b"
    text = re.sub(
        begins.format(before="Bei "), f"{_BEHIND['bei'][gender].capitalize()} {name}", text
    )
    nominative = rf"{begins.format(before='')}(?= {_VERBS})"
    return re.sub(nominative, f"{_BEHIND[''][gender].capitalize()} {name}", text)

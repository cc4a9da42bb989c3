"""Names of people: what belongs to the name and what was hung on it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from firststep.steps.people.spelling.letters import plain_letters, unshouted
from firststep.steps.people.spelling.person_titles import (
    is_degree,
    is_title,
    may_be_degree,
    spaced,
    without_degrees,
    without_titles,
)

# Nobody to write to: what LinkedIn shows instead of a name.
NOBODY = frozenset({"linkedin member", "linkedin user", "linkedin-mitglied", "membre de linkedin"})
# One plain word, as nearly all are; and such a word that only begins with a capital.
_TIDY = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*").fullmatch
_USUAL = re.compile(r"[A-Z\u00c0-\u00de][a-z\u00df-\u00f6\u00f8-\u00ff]+").fullmatch
_TEXT = ("=", "+", "-", "@")  # a spreadsheet's formula is text here (FORMATS section 1)
# "Ann Lee | Buyer at Acme", "Ann Lee – hiring", "Ann Lee #opentowork", "Ann Lee @ Acme"
_HUNG_ON = re.compile(
    r"\s+[-–—•·~:@]+\s|\s[-–—]+(?=[^\W\d_])|(?<=[^\W\d_])[–—]+\s|\s*[|/—]\s*|\s+#\w|: "
)
_LOOSE = re.compile(r"\.{2,}|[!…]+")
_GENERATIONS = {"jr": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
_SUFFIXES = frozenset({*_GENERATIONS, "junior", "senior"})
_BRACKETS = re.compile(r"[(\[{（][^)\]}）]*[)\]}）]?")
_NICKNAMES = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]?|(?<!\S)[‘'‚]([^‘’']+)[’'](?!\S)")
# Before a family name, and part of it; "y" and "e" join two.
_PARTICLES = frozenset(
    {"van", "von", "vom", "der", "den", "de", "la", "las", "los", "le", "du", "des", "di", "da",
     "del", "della", "dalla", "degli", "dos", "das", "do", "zu", "zur", "zum", "ter", "ten", "te",
     "op", "af", "av", "bin", "ibn", "bint", "abu", "al", "el", "mac", "mc", "st.", "st", "san",
     "santa", "'t", "’t", "o'", "o’", "d'", "lo"}
)  # fmt: skip
_PATRONYMICS = ("вич", "вна", "ична", "инична", "івна")
_JOINS = frozenset({"y", "e", "i"})
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


def tidy(part: str) -> str:
    """One half of a name as it would stand on an envelope: no emoji, degrees, brackets."""
    if _TIDY(part) or part.startswith(_TEXT):
        return part
    return _tidied(part)


def _tidied(part: str) -> str:
    words = _HUNG_ON.split(_bare(part), maxsplit=1)[0].split(",", 1)[0].split()
    return " ".join(without_titles(without_degrees(words, least=1)))


def _bare(text: str) -> str:
    """Plain letters, without what stands in brackets and quotes, unless that is all there is."""
    text = _LOOSE.sub(" ", spaced(plain_letters(text).lstrip(" |")).replace(";", ","))
    bare = _NICKNAMES.sub(" ", _BRACKETS.sub(" ", text))
    return bare if any(map(str.isalpha, bare)) else _NICKNAMES.sub(r"\1\2", text).strip("()[]{} ")


def apart(given: str, family: str) -> tuple[str, str]:
    """Given and family name, tidied; a whole name in one cell is taken apart.

    Both empty where nobody is named.
    """
    if family and _is_hung_on(given):
        given = ""
    elif _USUAL(given) and _USUAL(family) and given != "Linkedin":
        return given, family
    whole = given if not family and "," in given else family if not given else ""
    return _parsed(whole) if " " in whole else _named(tidy(given), tidy(family))


@lru_cache(maxsize=4_096)
def _is_hung_on(cell: str) -> bool:
    """Whether a cell for the given name holds titles or "Jr." alone."""
    return all(map(_no_name, cell.split()))


def _no_name(word: str) -> bool:
    return word.lower().strip(".") in _SUFFIXES or is_title(word)


def _named(given: str, family: str) -> tuple[str, str]:
    if f"{given} {family}".lower().strip() in NOBODY:
        return "", ""
    if (given.isupper() or family.isupper()) and not given.startswith(_TEXT):
        return unshouted(given, family=False), unshouted(family, family=True)
    return given, family


def whole_apart(whole: str) -> tuple[str, str]:
    """Given and family name of a whole name as it is shown ("Priya Sharma, MBA", "Lee, Bob")."""
    return apart("", whole) if " " in whole else apart(whole, "")


def _parsed(whole: str) -> tuple[str, str]:
    """One cell that holds a whole name, "van der Berg, Jan" too."""
    parts = _HUNG_ON.split(_bare(whole), maxsplit=1)[0].split(",")
    names = [words for part in parts if (words := _only_the_name(part.split()))]
    if not names:
        return "", ""
    front, *behind = names
    behind = [words for words in behind if not _hung_on(words, behind=front)]
    front = _without_generation(front)
    if behind:  # "Lee, Bob", "Vos, Ben de"
        given, infix = _without_infix(_without_generation(behind[0]))
        return _named(" ".join(given), " ".join((*infix, *front)))
    return _named(*_in_order(front))


def _only_the_name(words: list[str]) -> list[str]:
    """The words without titles in front and degrees behind; one word always stays."""
    return without_titles(without_degrees(words, least=2))


def _hung_on(words: list[str], *, behind: list[str]) -> bool:
    """Whether the words after a comma are titles, a generation or a slogan, and no given name."""
    if all(is_degree(word) or _no_name(word) for word in words):
        return True
    if len(behind) < 2:
        return False
    return all(map(may_be_degree, words)) or _is_loud(words, behind) or _is_slogan(words, behind)


def _is_loud(words: list[str], behind: list[str]) -> bool:
    """Short words in capitals, where the name itself is not: "CIPM"."""
    loud = all(word.isupper() and 1 < len(word) <= 6 for word in words)
    return loud and not all(map(str.isupper, behind))


def _is_slogan(words: list[str], behind: list[str]) -> bool:
    """ "Head of Purchasing at Halden" behind a name that is not written all in small letters."""
    small = any(word[0].islower() and word not in _PARTICLES for word in words)
    return (small or len(words) > 3) and behind[0][0].isupper()


def _without_generation(words: list[str]) -> list[str]:
    while len(words) > 1 and words[-1].lower().strip(".") in _SUFFIXES:
        words = words[:-1]
    return words


def _without_infix(words: list[str]) -> tuple[list[str], list[str]]:
    """The given names, and the particles behind them that belong before the surname."""
    at = len(words)
    while at > 1 and words[at - 1] in _PARTICLES:
        at -= 1
    return words[:at], words[at:]


def _in_order(words: list[str]) -> tuple[str, str]:
    """Given and family name of the words of a name: the last one, with the particles before it."""
    at = _family_begins(words)
    given, family = words[:at], words[at:]
    if family and _EASTERN.fullmatch("".join(words)):
        given, family = family, given
    if len(words) == 3 and words[-1].lower().endswith(_PATRONYMICS):
        given, family = words[1:], words[:1]  # "Петрова Анна Ивановна"
    return " ".join(given), " ".join(family)


def _family_begins(words: Sequence[str]) -> int:
    if len(words) < 2:
        return len(words)
    if (loud := _shouted_family(words)) is not None:
        return loud
    for at, word in enumerate(words[1:-1], start=1):
        if word.lower() in _PARTICLES or word.lower().startswith("al-"):
            return at
        if word in _JOINS and at > 1:
            return at - 1
    return len(words) - 1


def _shouted_family(words: Sequence[str]) -> int | None:
    """Where capitals begin that go on to the end: "Jean DUPONT MARTIN"."""
    loud = [word.isupper() and len(word.rstrip(".")) > 2 for word in words]
    begins = loud.index(True) if any(loud) else 0
    return begins if begins and all(loud[begins:]) else None


def with_generation(name: str, *written: str) -> str:
    """The whole name with the "Jr." it was written with."""
    return f"{name} {mark}" if name and (mark := generation(*written)) else name


def generation(*written: str) -> str:
    """ "Jr." where a name says so: father and son are two people. "" where it does not."""
    words = re.split(r"[\s,]+", " ".join(written).strip())
    marks = (word.lower().strip(".") for word in words[1:] if len(words) > 2)
    return next((_GENERATIONS[mark] for mark in marks if mark in _GENERATIONS), "")


def bare_name(name: str) -> str:
    """A name for comparing: lower case, without accents, degrees and doubled spaces."""
    bare = unicodedata.normalize("NFKD", name.split(",", 1)[0].casefold())
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())

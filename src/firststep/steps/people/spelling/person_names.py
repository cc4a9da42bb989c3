"""Names of people: what belongs to the name and what was hung on it."""

import re
import unicodedata

# Nobody to write to: what LinkedIn shows instead of a name.
NOBODY = frozenset({"linkedin member", "linkedin user", "linkedin-mitglied", "membre de linkedin"})
_TIDY = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*").fullmatch  # one plain word: the usual case
_TEXT = ("=", "+", "-", "@")  # a spreadsheet's formula is text here (FORMATS section 1)
_DEGREES = frozenset(
    {
        "mba", "emba", "phd", "ph.d", "dphil", "msc", "m.sc", "bsc", "b.sc", "m.a", "b.a", "llm",
        "ll.m", "llb", "pmp", "cpa", "cfa", "cissp", "csm", "cspo", "pmi-acp", "shrm-cp",
        "shrm-scp", "sphr", "phr", "cipd", "mcips", "cpsm", "psm", "acca", "fcca", "cipp", "esq",
        "jd", "j.d", "dba", "rn",
    }
)  # fmt: skip
# Words in front of a name. With its stop only: Phil Collins, Ing Lee and Nat Cole are names.
_TITLES = frozenset(
    {
        "dr", "dr.", "prof", "prof.", "professor", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss",
        "mx", "mx.", "herr", "frau", "sir", "dr.-ing.", "dipl.-ing.", "dipl.-kfm.", "mag.", "ing.",
        "med.", "rer.", "nat.", "phil.", "jur.", "h.c.", "habil.",
    }
)  # fmt: skip
# After a comma, behind a whole name, these are degrees too; elsewhere they are names (Jo Md).
_BEHIND = frozenset({"md", "m.d", "ma", "ba", "bs", "ms", "do", "dds", "dvm", "me", "meng", "beng"})
_HUNG_ON = re.compile(r"\s+[-–—•·]\s+|\s*[|/]\s*")  # "Ann Lee | Buyer at Acme"
_GENERATIONS = {"jr": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
_SUFFIXES = frozenset({*_GENERATIONS, "junior", "senior"})
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
_DROPPED = frozenset({"So", "Sk", "Cf", "Cs", "Co", "Cn", "Cc"})


def tidy(part: str) -> str:
    """One half of a name as it would stand on an envelope: no emoji, degrees, brackets."""
    if _TIDY(part) or part.startswith(_TEXT):
        return part
    return _tidied(part)


def _tidied(part: str) -> str:
    kept = "".join([c if unicodedata.category(c) not in _DROPPED else " " for c in part])
    kept = _BRACKETS.sub(" ", kept).split(",", 1)[0].split("|", 1)[0]
    words = kept.split()
    while len(words) > 1 and words[-1].lower().strip(".") in _DEGREES:
        words.pop()
    while len(words) > 1 and words[0].lower() in _TITLES:
        words.pop(0)
    return " ".join(words)


def apart(given: str, family: str) -> tuple[str, str]:
    """Given and family name, tidied; a whole name in one cell is taken apart.

    Both empty where nobody is named.
    """
    if not family and "," in given and " " in given:
        return _parsed(given)
    if (not given or given.lower().strip(". ") in _SUFFIXES) and " " in family:
        return _parsed(family)
    given, family = tidy(given), tidy(family)
    if f"{given} {family}".lower().strip() in NOBODY:
        return "", ""
    return given, family


def whole_apart(whole: str) -> tuple[str, str]:
    """Given and family name of a whole name as it is shown ("Priya Sharma, MBA", "Lee, Bob")."""
    return apart("", whole) if " " in whole else apart(whole, "")


def _parsed(whole: str) -> tuple[str, str]:
    """One cell that holds a whole name, "van der Berg, Jan" too."""
    if _tidied(whole).lower() in NOBODY:
        return "", ""
    parts = _HUNG_ON.split(_BRACKETS.sub(" ", whole), maxsplit=1)[0].split(",")
    names = [words for part in parts if (words := _bare(part.split()))]
    if not names:
        return "", ""
    front, *behind = names
    behind = [words for words in behind if not _hung_on(words, behind=front)]
    if behind:  # "Lee, Bob"
        return " ".join(behind[0]), " ".join(_without_generation(front))
    return _in_order(_without_generation(front))


def _bare(words: list[str]) -> list[str]:
    """The words without titles in front and degrees behind; one word always stays."""
    while len(words) > 2 and words[-1].lower().strip(".") in _DEGREES:
        words = words[:-1]
    return without_titles(" ".join(words)).split()


def _hung_on(words: list[str], *, behind: list[str]) -> bool:
    """Whether the words after a comma are degrees or a generation, and no given name."""
    said = {word.lower().strip(".") for word in words}
    if said <= _DEGREES | _SUFFIXES:
        return True
    shouted = all(word.isupper() and 1 < len(word) <= 6 for word in words)
    loud = shouted and not all(map(str.isupper, behind))
    return len(behind) > 1 and (loud or said <= _BEHIND)


def _without_generation(words: list[str]) -> list[str]:
    while len(words) > 1 and words[-1].lower().strip(".") in _SUFFIXES:
        words = words[:-1]
    return words


def _in_order(words: list[str]) -> tuple[str, str]:
    """Given and family name (nameparser); what it takes for a title or a degree is put back.

    Prince Mensah, Bishop Miller and Pat Same are called so.
    """
    from nameparser import parse

    name = parse(" ".join(words))
    given = f"{name.title} {name.given} {name.middle}".split()
    family = f"{name.family} {name.suffix}".split()
    if not family and len(given) > 1:
        family = [given.pop()]
    return " ".join(given), " ".join(family)


def with_generation(name: str, *written: str) -> str:
    """The whole name with the "Jr." it was written with."""
    return f"{name} {mark}" if name and (mark := generation(*written)) else name


def generation(*written: str) -> str:
    """ "Jr." where a name says so: father and son are two people. "" where it does not."""
    words = re.split(r"[\s,]+", " ".join(written).strip())
    marks = (word.lower().strip(".") for word in words[1:] if len(words) > 2)
    return next((_GENERATIONS[mark] for mark in marks if mark in _GENERATIONS), "")


def without_titles(part: str) -> str:
    """A name without "Dr." and the like in front, where more than that stands there."""
    words = part.split()
    while len(words) > 1 and words[0].lower() in _TITLES:
        words.pop(0)
    return " ".join(words)


def plain(name: str) -> str:
    """A name for comparing: lower case, without accents, degrees and doubled spaces."""
    bare = unicodedata.normalize("NFKD", name.split(",", 1)[0].casefold())
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())

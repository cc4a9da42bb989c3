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
_TITLES = frozenset(
    {"dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dipl.-ing.", "mag."}
)
_HUNG_ON = re.compile(r"\s+[-–—•·]\s+|\s*[|/]\s*")  # "Ann Lee | Buyer at Acme"
_SUFFIXES = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
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


def _parsed(whole: str) -> tuple[str, str]:
    """One cell that holds a whole name, "van der Berg, Jan" too (nameparser)."""
    if _tidied(whole).lower() in NOBODY:
        return "", ""
    from nameparser import parse

    words = _HUNG_ON.split(whole, maxsplit=1)[0].split()
    while len(words) > 2 and words[-1].lower().strip(".,") in _DEGREES:
        words.pop()
    name = parse(" ".join(words))
    return " ".join(f"{name.given} {name.middle}".split()), str(name.family)


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

"""Whether two names can be one person's, and in which way. Pure.

The order of the words, accents, letters of other scripts and titles do not matter; a pet name, an
initial, a spelling by ear and a changed surname are told apart, for they prove less.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from firststep.facts.text import fold
from firststep.steps.people.same_person.nicknames import flat, may_be_two, one_name
from firststep.steps.people.same_person.romanised import romanised

# From the surest to none at all. `longer`: one has a further name ("Anna Lena", "Schmidt-Weber").
Way = Literal["same", "order", "letters", "longer", "short", "sound", "initial", "surname", "none"]

_MARKS = str.maketrans("", "", "'’`´‘.\"")
_SPLIT = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
_TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "sir", "herr", "frau", "ing", "dipl",
     "mag", "med", "phil", "rer", "nat", "hc", "habil", "jur", "pol", "oec", "diplomingenieur"}
)  # fmt: skip
_DEGREES = frozenset(
    {"mba", "emba", "phd", "dphil", "msc", "bsc", "llm", "llb", "pmp", "cpa", "cfa", "cissp",
     "csm", "cspo", "acp", "shrm", "scp", "sphr", "phr", "cipd", "mcips", "cpsm", "psm", "acca",
     "fcca", "esq", "rn", "md"}
)  # fmt: skip
_SUFFIXES = {"jr": "jr", "junior": "jr", "jun": "jr", "sr": "sr", "senior": "sr", "sen": "sr",
             "ii": "ii", "iii": "iii", "iv": "iv"}  # fmt: skip
_PARTICLES = frozenset(
    {"van", "von", "vom", "der", "den", "de", "la", "di", "da", "del", "della", "dos", "das", "do",
     "du", "zu", "zur", "zum", "ter", "ten", "le", "bin", "ibn", "al", "el", "und", "y", "e", "af"}
)  # fmt: skip
_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("shch", "s"), ("sh", "s"), ("zh", "z"), ("ch", "c"),
    ("kh", "h"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ck", "k"), ("ks", "x"), ("qu", "kv"),
    ("ou", "u"), ("ts", "z"), ("tz", "z"), ("yu", "u"), ("iu", "u"), ("ju", "u"), ("ya", "a"),
    ("ia", "a"), ("ja", "a"), ("ey", "ai"), ("ei", "ai"), ("ay", "ai"), ("ie", "i"), ("ij", "i"),
    ("iy", "i"), ("yi", "i"), ("y", "i"), ("j", "i"), ("w", "v"), ("c", "k"), ("q", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


class Name(NamedTuple):
    """A name taken apart: `words` as they stand, particles and titles cut; `suffix` jr, sr, ii."""

    folded: str
    words: tuple[str, ...]
    spelled: tuple[str, ...]  # the same, with umlauts as they were written
    suffix: str
    foreign: bool  # written in other than Latin letters

    @property
    def given(self) -> str:
        return self.words[0] if self.words else ""

    @property
    def family(self) -> str:
        return self.words[-1] if self.words else ""


@lru_cache(maxsize=262_144)
def name_of(name: str) -> Name:
    """A written name taken apart, "Lee, Ann" too."""
    folded = fold(_BRACKETS.sub(" ", name))
    front, comma, behind = folded.partition(",")
    if comma and (own := _words(behind)) and not _DEGREES.issuperset(own) and len(own) < 4:
        folded = f"{behind.split(',')[0]} {front}" if not _SUFFIXES.keys() >= {*own} else folded
    roman = romanised(folded.split("|")[0].strip()) if not folded.isascii() else folded
    words = _words(roman)
    suffix = ""
    if len(words) > 2 and words[-1] in _SUFFIXES:
        suffix = _SUFFIXES[words.pop()]
    kept = [w for w in words if w not in _TITLES and w not in _DEGREES] or words
    kept = [w for w in kept if w not in _PARTICLES] or kept
    foreign = bool(kept) and roman != folded
    return Name(fold(name), tuple(map(flat, kept)), tuple(kept), suffix, foreign)


def _words(text: str) -> list[str]:
    return _SPLIT.findall(text.translate(_MARKS))


@lru_cache(maxsize=131_072)
def sound(word: str) -> str:
    """A word by ear: Meier, Mayer and Maier sound alike, so do Sofia and Sophia."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)


def compared(a: Name, b: Name) -> Way:
    """How two names are alike; "none" where they are two people's."""
    if a.suffix != b.suffix and a.suffix and b.suffix:
        return "none"
    if a.folded == b.folded:
        return "same"
    one, other = a.words, b.words
    if not one or not other:
        return "none"
    if one == other:
        return "letters" if not a.suffix and not b.suffix else _suffixed(a, b)
    if sorted(one) == sorted(other) or _joined(one, other):
        return "order" if one[0] != other[0] else "letters"
    found = _by_parts(one, other)
    if found in ("none", "surname"):
        turned = (_by_parts(_turned(one), other), _by_parts(one, _turned(other)))
        found = next((way for way in turned if way not in ("none", "surname")), found)
    if found in ("none", "surname") and (a.foreign or b.foreign) and _heard(one, other):
        return "sound"
    return found


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Lee Ann" as "Ann Lee"."""
    return (*words[1:], words[0])


def _suffixed(a: Name, b: Name) -> Way:
    return "letters" if a.suffix == b.suffix else "longer"


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "Anna Maria" and "Annamaria", "McDonald" and "Mc Donald", "Xiao Ming Li", "Li Xiaoming"."""
    whole = "".join(one)
    if sum(map(len, other)) != len(whole):
        return False
    turned = {"".join((*other[i:], *other[:i])) for i in range(len(other))}
    return whole in turned


def _heard(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return sorted(map(sound, one)) == sorted(map(sound, other))


def _by_parts(one: tuple[str, ...], other: tuple[str, ...]) -> Way:
    if len(one) == 1 or len(other) == 1:
        return "none"
    givens = _givens(one[0], other[0])
    middles = _no_quarrel(one[1:-1], other[1:-1])
    short, long = sorted((one, other), key=len)
    if givens == "same" and len(short) < len(long) and {*short} <= {*long}:
        return "longer"
    if one[-1] == other[-1]:
        return givens if givens != "same" else ("longer" if middles else "none")
    if sound(one[-1]) == sound(other[-1]) and givens != "none":
        return "sound" if givens in ("same", "sound") else givens
    if givens == "same" and len(short) < len(long) and {*short[1:]} & {*long[1:]}:
        return "longer"
    if givens in ("same", "short", "sound"):
        return "surname"
    return "none"


def _no_quarrel(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "John F." and "John Frank" may be one, "John F." and "John G." are two."""
    return not one or not other or any(x[0] == y[0] for x in one for y in other)


def _givens(one: str, other: str) -> Literal["same", "short", "sound", "initial", "none"]:
    if one == other:
        return "same"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else "none"
    if one_name(one, other):
        return "short"
    if sound(one) == sound(other) or _slipped(one, other):
        return "sound"
    return "none"


def _slipped(one: str, other: str) -> bool:
    """Two neighbouring letters changed places: "Jonh"."""
    if len(one) != len(other) or len(one) < 4 or one[0] != other[0]:
        return False
    differ = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and one[differ[0]] == other[differ[1]]
        and one[differ[1]] == other[differ[0]]
    )


def surely_alike(one: str, other: str) -> bool:
    """Whether a shared e-mail address makes two names one person, without asking.

    Households share addresses: Anna and Anne, Chris and Christine, mother Anna and daughter Anna
    Lena are not joined unasked.
    """
    a, b = name_of(one), name_of(other)
    return same_name(one, other) or (a.suffix == b.suffix and one_by_address(a, b, compared(a, b)))


def one_by_address(a: Name, b: Name, way: Way) -> bool:
    """Whether names that differ are one person's where they share an e-mail address of their own.

    A second surname ("Schmidt-Weber") and a pet name of one full name only are; a second given name
    may be a daughter's.
    """
    if way == "short":
        return not may_be_two(a.given, b.given)
    return way == "longer" and a.given == b.given and a.family != b.family


def same_name(one: str, other: str) -> bool:
    """Whether a shared number makes two names one person: the same name in whatever letters."""
    a, b = name_of(one), name_of(other)
    alike = compared(a, b) in ("same", "order", "letters")
    return alike and a.suffix == b.suffix and len(a.words) > 1


def same_words(one: str, other: str) -> bool:
    """Whether two spellings differ only in letters and titles, not in the order or the words."""
    return name_of(one).words == name_of(other).words

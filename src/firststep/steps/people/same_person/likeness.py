"""Whether two names can be one person's, and in which way. Pure.

The order of the words, accents, letters of other scripts and titles do not matter; a pet name, an
initial, a spelling by ear and a changed surname are told apart, for they prove less.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import chain, starmap
from typing import Literal, NamedTuple

from firststep.facts.text import fold
from firststep.steps.people.same_person.nicknames import flat, may_be_two, one_name
from firststep.steps.people.same_person.romanised import romanised
from firststep.steps.people.spelling.person_titles import FOLDED_TITLES

# From the surest to none at all. `longer`: one has a further name ("Anna Lena", "Schmidt-Weber").
Alike = Literal[
    "same", "order", "letters", "longer", "short", "sound", "initial", "surname", "none"
]
_UNLIKE = ("surname", "none")

_MARKS = str.maketrans("", "", "'’`´‘.\"")
_SPLIT = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
# Titles and degrees that are no names, with or without a stop; Phil, Nat and Md are names.
_HUNG_ON = FOLDED_TITLES | {"ing", "dipl", "mag", "med", "rer", "habil", "jur", "oec", "hc"}
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


@lru_cache(maxsize=16_384)
def name_of(name: str) -> Name:
    """A written name taken apart, "Lee, Ann" too."""
    written = _in_order(fold(_BRACKETS.sub(" ", name)))
    roman = written if written.isascii() else romanised(written.split("|")[0].strip())
    words = _words(roman)
    suffix = _SUFFIXES[words.pop()] if len(words) > 2 and words[-1] in _SUFFIXES else ""
    kept = _without(_without(words, _HUNG_ON), _PARTICLES)
    foreign = bool(kept) and roman != written
    return Name(fold(name), tuple(map(flat, kept)), tuple(kept), suffix, foreign)


def _in_order(written: str) -> str:
    """ "lee, ann" as "ann lee"; degrees and "jr" may stand behind a comma too."""
    front, _, behind = written.partition(",")
    own = {*_words(behind)}
    if not 0 < len(_words(behind)) < 4 or own <= _HUNG_ON or own <= _SUFFIXES.keys():
        return written
    return f"{behind.split(',')[0]} {front}"


def _without(words: list[str], what: Collection[str]) -> list[str]:
    """The other words; all of them where nothing would be left."""
    return [word for word in words if word not in what] or words


def _words(text: str) -> list[str]:
    return _SPLIT.findall(text.translate(_MARKS))


@lru_cache(maxsize=131_072)
def sound(word: str) -> str:
    """A word by ear: Meier, Mayer and Maier sound alike, so do Sofia and Sophia."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)


def compared(a: Name, b: Name) -> Alike:
    """How two names are alike; "none" where they are two people's."""
    if len({a.suffix, b.suffix} - {""}) > 1:
        return "none"
    if a.folded == b.folded:
        return "same"
    if not all((a.words, b.words)):
        return "none"
    if a.words == b.words:
        return "letters" if a.suffix == b.suffix else "longer"
    if _rearranged(a.words, b.words):
        return "order" if a.words[0] != b.words[0] else "letters"
    found = _in_either_order(a.words, b.words)
    return "sound" if found in _UNLIKE and _heard(a, b) else found


def _in_either_order(one: tuple[str, ...], other: tuple[str, ...]) -> Alike:
    """ "Lee Ann" read as "Ann Lee" too."""
    straight = _by_parts(one, other)
    turned = ((_turned(one), other), (one, _turned(other)))
    ways = chain((straight,), starmap(_by_parts, turned))
    return next((way for way in ways if way not in _UNLIKE), straight)


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words[1:], words[0])


def _rearranged(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "Anna Maria" and "Annamaria", "McDonald" and "Mc Donald", "Xiao Ming Li", "Li Xiaoming"."""
    whole = "".join(one)
    if sorted(one) == sorted(other):
        return True
    if sum(map(len, other)) != len(whole):
        return False
    turned = {"".join((*other[i:], *other[:i])) for i in range(len(other))}
    return whole in turned


def _heard(a: Name, b: Name) -> bool:
    """The same words by ear, of which one was written in other letters."""
    foreign = a.foreign or b.foreign
    return foreign and sorted(map(sound, a.words)) == sorted(map(sound, b.words))


def _by_parts(one: tuple[str, ...], other: tuple[str, ...]) -> Alike:
    if len(one) == 1 or len(other) == 1:
        return "none"
    given = _givens(one[0], other[0])
    if given == "same":
        return _beyond_the_given(one, other)
    if given == "none" or one[-1] == other[-1] or sound(one[-1]) == sound(other[-1]):
        return given
    return "none" if given == "initial" else "surname"


def _beyond_the_given(one: tuple[str, ...], other: tuple[str, ...]) -> Alike:
    """How two names of one given name are alike."""
    short, long = sorted((one, other), key=len)
    more = len(short) < len(long)
    if more and {*short} <= {*long}:
        return "longer"
    if one[-1] == other[-1]:
        return "longer" if _no_quarrel(one[1:-1], other[1:-1]) else "none"
    if sound(one[-1]) == sound(other[-1]):
        return "sound"
    return "longer" if more and {*short[1:]} & {*long[1:]} else "surname"


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
    if len(one) < 4 or one[0] != other[0] or sorted(one) != sorted(other):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) == 1


def surely_alike(one: str, other: str) -> bool:
    """Whether a shared e-mail address makes two names one person, without asking.

    Households share addresses: Anna and Anne, Chris and Christine, mother Anna and daughter Anna
    Lena are not joined unasked.
    """
    a, b = name_of(one), name_of(other)
    return same_name(one, other) or (a.suffix == b.suffix and one_by_address(a, b, compared(a, b)))


def one_by_address(a: Name, b: Name, way: Alike) -> bool:
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

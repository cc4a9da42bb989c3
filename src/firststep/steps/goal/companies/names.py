"""The parts of a company's name: its words, its legal ending, what stands in brackets. Pure."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from firststep.facts.text import fold, table_beside

# Only behind a legal form: being founded, being wound up.
_STATES = frozenset({("ig",), ("i", "g"), ("il",), ("i", "l"), ("ii",), ("in", "grundung"),
                     ("in", "liquidation"), ("in", "liqu"), ("in", "insolvenz")})  # fmt: skip
# Forms that are never a word of a name: what follows one in the middle names a part of the house.
_SURE = frozenset(
    """
    ag aktiengesellschaft bv corp corporation gmbh inc incorporated kg kgaa llc llp ltd limited nv
    ohg oy plc pty sarl se srl ug
    """.split()  # noqa: SIM905
)  # fmt: skip
# Words cleanco calls endings that are more often part of a name, or a place.
_NEVER = frozenset(
    {"et", "nl", "pp", "ep", "uk", "at", "da", "fa", "ud", "stg", "mb", "ok", "private"}
)
_IN_FRONT = frozenset({"ooo", "oao", "pao", "zao", "uab", "pt", "ооо", "оао", "пао", "зао"})
_GLUED = (
    "株式会社",
    "有限会社",
    "合同会社",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "주식회사",
)
_AND = frozenset({"and", "und", "et", "y", "e"})
_BRACKET = re.compile(r"[(\[{（]([^)\]}）]*)[)\]}）]?")
_APOSTROPHES = str.maketrans("", "", "'’`´\"“”„«»®™©")
_DOTTED = re.compile(r"\b(\w)\.(?=\w\b)")  # S.p.A. is SpA
_WORD = re.compile(r"[^\W_]+")
_REPEATS = frozenset(
    {
        "remote", "hybrid", "full time", "part time", "nasdaq", "nyse", "company", "contract",
        "contractor", "freelance", "internship", "intern", "permanent", "publ", "temporary",
        "tsx", "lse", "fwb", "xetra", "apprenticeship", "vollzeit", "teilzeit", "festanstellung",
        "haftungsbeschrankt",
    }
)  # fmt: skip
_WEBSITE = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+([a-z]{2,}))/?")
_BEFORE_LAND = frozenset({"co", "com", "org", "net", "ac", "gov"})  # acme.co.uk


class CompanyName(NamedTuple):
    """`words` are the key's, `plain` those outside brackets, `bracket` what a bracket says.

    `head` is what stands before a legal form in the middle ("Siemens" of "Siemens AG Österreich");
    `ends` says that the whole ends in one.
    """

    raw: str
    key: str
    words: tuple[str, ...]
    plain: tuple[str, ...]
    bracket: str
    initials: tuple[str, ...]
    head: tuple[str, ...] = ()
    ends: bool = False


@lru_cache(maxsize=4_096)
def name_parts(raw: str) -> CompanyName:
    """Takes a written company name apart."""
    bare = raw
    said: list[str] = []
    if _BRACKET.search(raw):
        bare = _BRACKET.sub(" ", raw)
        said = [inside.strip() for inside in _BRACKET.findall(raw)]
    every = _words(bare)
    plain = _without_ending(every, bare) or _words(" ".join(said))
    initials = _initials(plain)
    telling = [b for b in said if plain and not _harmless(b, plain, initials)]
    words = plain + tuple(word for b in telling for word in _words(b))
    return CompanyName(
        raw, " ".join(words), words, plain, ", ".join(telling), initials, _head(plain),
        len(plain) < len(every),
    )  # fmt: skip


def website(raw: str) -> tuple[str, str]:
    """The domain a text is, and the name in it ("acme" of "www.acme.co.uk"); "" for others."""
    found = _WEBSITE.fullmatch(raw.strip().lower()) if "." in raw else None
    if found is None:
        return "", ""
    labels = found[1].split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _BEFORE_LAND:
        labels.pop()
    return found[1], labels[-1]


def _words(text: str) -> tuple[str, ...]:
    for form in _GLUED:
        text = text.replace(form, " ")
    folded = fold(text).translate(_APOSTROPHES)
    if "." in folded:
        folded = _DOTTED.sub(r"\1", folded)
    words = _WORD.findall(folded)
    if len(words) > 1:
        if words[0] == "the" and len(words) > 1:
            words = words[1:]
        words = [word for word in words if word not in ("and", "und")] or words
    return tuple(words)


def _without_ending(words: tuple[str, ...], raw: str) -> tuple[str, ...]:
    endings, longest = _endings()
    if len(words) > 1 and words[0] in _IN_FRONT:
        words = words[1:]
    cut = True
    while cut and len(words) > 1:
        cut = False
        if state := _state(words):
            words, cut = words[:-state], True
        for length in range(min(longest, len(words) - 1), 0, -1):
            if words[-length:] in endings and not _is_a_word(words[-length:], raw):
                words, cut = words[:-length], True
                break
    return words


def _state(words: tuple[str, ...]) -> int:
    """How many words at the end say in which state a legal form is."""
    for length in (1, 2):
        if words[-length:] in _STATES and words[-length - 1 : -length] in _endings()[0]:
            return length
    return 0


def _head(words: tuple[str, ...]) -> tuple[str, ...]:
    for at in range(1, len(words) - 1):
        if words[at] in _SURE:
            return _without_ending(words[: at + 1], "")
    return ()


def _is_a_word(ending: tuple[str, ...], raw: str) -> bool:
    """ "Day Spa" is a spa, "Bar Spa" hardly an S.p.A.; capitals or dots tell."""
    return ending in (("spa",), ("as",), ("se",), ("sep",), ("sem",)) and raw.rstrip(" .").endswith(
        (ending[0].capitalize(), ending[0])
    )


def _initials(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) < 2:
        return ()
    every = "".join(word[0] for word in words)
    short = "".join(word[0] for word in words if word not in ("of", "for", "de", "der", "fur"))
    return tuple(dict.fromkeys(i for i in (every, short) if len(i) > 1))


def _harmless(bracket: str, plain: tuple[str, ...], initials: tuple[str, ...]) -> bool:
    """Whether a bracket only repeats, abbreviates or lists: then it is cut."""
    words = _words(bracket)
    joined = "".join(words)
    if not words or joined in initials or set(words) <= set(plain):
        return True
    if _initials(words) and "".join(plain) in _initials(words):
        return True  # "BCG (Boston Consulting Group)"
    if joined == "".join(plain) or " ".join(words) in _REPEATS or words[0] in _REPEATS:
        return True
    return words in _endings()[0]


@cache
def _endings() -> tuple[frozenset[tuple[str, ...]], int]:
    """Legal endings as folded words: cleanco's and ours; and the length of the longest."""
    from cleanco import termdata

    terms = [*table_beside(__file__, "endings")]
    for table in (termdata.terms_by_type, termdata.terms_by_country):
        terms.extend(term for found in table.values() for term in found)
    endings = {_words(term) for term in terms} | {_spaced(term) for term in terms}
    kept = frozenset(e for e in endings if e and not (len(e) == 1 and e[0] in _NEVER))
    return kept, max(map(len, kept))


def _spaced(term: str) -> tuple[str, ...]:
    """`S. de R.L.` also as it is written with blanks: `s de rl`."""
    return tuple(fold(term).replace("/", "").replace(".", "").split())

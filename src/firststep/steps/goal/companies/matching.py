"""Which target a company is, as somebody wrote it. Pure; never by a part of a word.

Three tiers: *exact* (the same name or an alias), *strong* (the same words, written otherwise),
*weak* (a question for the seeker: a branch, "via acquisition", a likely slip of the pen).
Rules come before likeness.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from firststep.facts.kinds import Sureness
from firststep.facts.text import fold
from firststep.steps.goal.companies.aliases import ALIASES, OWN_WORDS
from firststep.steps.goal.companies.match_words import MATCH_WORDS, OF_ANOTHER, PLAIN
from firststep.steps.goal.companies.names import CompanyName, name_parts, website
from firststep.steps.goal.companies.parts import BRANCH, houses_named, may_be_a_part
from firststep.steps.goal.companies.typing_slips import mistyped

_TYPO_FROM = 0.88  # likeness above which two spellings are worth a question
_TYPO_LENGTH = 7  # shorter names differ by one letter and are two companies
_SLIP_LENGTH = 8  # letters of a name in which one wrong one may be a slip

# Words that add nothing: the same house with or without them.
_EMPTY = frozenset({"group", "gruppe", "groupe", "holding", "holdings", "com", "the", "of"})


@dataclass(frozen=True, slots=True)
class Target:
    """A target company as the seeker names it, with the other names it goes by."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Which target a written name is, how sure that is, and why, in words with both names."""

    company_id: int
    tier: Sureness
    why: str


def company_key(raw: str) -> str:
    """The name folded, without legal ending and harmless brackets; "" if nothing is left.

    "Google LLC" and "google" share a key. A bracket that says something ("via acquisition",
    a place) stays in the key, so that such a company is never silently the plain one.
    """
    return name_parts(raw).key


def key_of(name: str) -> str:
    """What a company is known by: its key, or all of its name where nothing would be left."""
    return company_key(name) or fold(name)


def matched(raw: str, targets: Sequence[Target]) -> Match | None:
    """The target a written company name is, None where it is none.

    "Epic" is not "Epic Games": a name inside another name is no match by itself.
    """
    return _indexed(tuple(targets)).match(raw)


@lru_cache(maxsize=8)
def _indexed(targets: tuple[Target, ...]) -> "TargetIndex":
    return TargetIndex(targets)


@dataclass(slots=True)
class _Known:
    """One name of one target."""

    target: Target
    name: CompanyName
    alias: bool

    def why(self, reason: str, **parts: str) -> str:
        named = OF_ANOTHER if self.alias else PLAIN
        other = named.format(name=self.name.raw, company=self.target.name)
        return MATCH_WORDS[reason].format(other=other, **parts)


@dataclass(slots=True)
class TargetIndex:
    """Many names against many targets: only names that share a block are compared."""

    targets: Iterable[Target]
    _by_key: dict[str, _Known] = field(default_factory=dict)
    _by_words: dict[tuple[str, ...], _Known] = field(default_factory=dict)
    _by_letters: dict[str, _Known] = field(default_factory=dict)
    _by_initials: dict[str, _Known] = field(default_factory=dict)
    _by_alias: dict[str, _Known] = field(default_factory=dict)
    _by_domain: dict[str, _Known] = field(default_factory=dict)
    _by_slip: dict[str, list[_Known]] = field(default_factory=dict)
    _words: set[str] = field(default_factory=set)
    _by_first: dict[str, list[_Known]] = field(default_factory=dict)
    _by_start: dict[str, list[_Known]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for target in self.targets:
            for place, raw in enumerate((target.name, *target.aliases)):
                name = name_parts(raw)
                if name.key:
                    self._enter(_Known(target, name, alias=place > 0))
            if target.domain:
                own = _Known(target, name_parts(target.name), alias=False)
                self._by_domain.setdefault(target.domain.lower().removeprefix("www."), own)

    def _enter(self, known: _Known) -> None:
        name = known.name
        words = _distinctive(name.words)
        self._by_key.setdefault(name.key, known)
        self._by_words.setdefault(tuple(sorted(words)), known)
        self._by_letters.setdefault(_letters(words), known)
        self._by_first.setdefault(words[0], []).append(known)
        self._by_start.setdefault(name.key[:3], []).append(known)
        for initials in name.initials:
            self._by_initials.setdefault(initials, known)
        for alias in _well_known().get(name.key, ()):
            self._by_alias.setdefault(alias, known)
        self._words.update(name.words)
        for shorter in _slips(words):
            self._by_slip.setdefault(shorter, []).append(known)

    def match(self, raw: str) -> Match | None:
        """As `matched`."""
        name = name_parts(raw)
        if not name.key:
            return None
        if found := self._by_key.get(name.key):
            return self._say(found, "exact", raw, "same name")
        return self._strong(name) or self._website(raw) or self._weak(name)

    def _website(self, raw: str) -> Match | None:
        domain, label = website(raw)
        whole = domain
        while domain:
            if found := self._by_domain.get(domain):
                return self._say(found, "exact", raw, "website")
            domain = domain.partition(".")[2]
        if not whole:
            return None
        key = name_parts(label.replace("-", " ")).key
        known = self._by_key.get(key) or self._by_letters.get(_letters(key.split()))
        if known and not known.target.domain:
            return self._say(known, "strong", raw, "like its website")
        return None

    def _strong(self, name: CompanyName) -> Match | None:
        if name.bracket:
            return None
        words = _distinctive(name.words)
        if found := self._by_words.get(tuple(sorted(words))):
            return self._say(found, "strong", name.raw, "same words")
        found = self._by_letters.get(_letters(words))
        if found and len(_letters(words)) >= 5:
            return self._say(found, "strong", name.raw, "same letters")
        if known := self._by_alias.get(name.key):
            return self._say(known, "strong", name.raw, "another name")
        return self._mistyped(name, words)

    def _mistyped(self, name: CompanyName, words: tuple[str, ...]) -> Match | None:
        """One letter wrong, missing, doubled or changed places, and no other word by it."""
        for shorter in _slips(words):
            for known in self._by_slip.get(shorter, ()):
                own = _distinctive(known.name.words)
                odd = [(a, b) for a, b in zip(own, words, strict=False) if a != b]
                if len(own) == len(words) and len(odd) == 1 and self._is_slip(*odd[0]):
                    return self._say(known, "strong", name.raw, "one letter")
        return None

    def _is_slip(self, meant: str, written: str) -> bool:
        if written in self._words or _is_word(written) or written.rstrip("s") == meant.rstrip("s"):
            return False
        return mistyped(meant, written)

    def _weak(self, name: CompanyName) -> Match | None:
        words = _distinctive(name.words)
        if name.bracket:
            plain = _distinctive(name.plain)
            if found := self._by_words.get(tuple(sorted(plain))):
                return self._say(found, "weak", name.raw, "a bracket", bracket=name.bracket)
        return self._part(name, words) or self._initials(name, words) or self._slip(name)

    def _part(self, name: CompanyName, words: tuple[str, ...]) -> Match | None:
        if name.head and (found := self._by_key.get(" ".join(name.head))):
            return self._say(found, "weak", name.raw, "a part")
        for known in self._by_first.get(words[0], ()):
            own = _distinctive(known.name.words)
            rest = words[len(own) :]
            if not rest or words[: len(own)] != own:
                continue
            if BRANCH.issuperset(rest):
                return self._say(known, "weak", name.raw, "a branch")
            if may_be_a_part(own, rest, raw=name.raw, ends=name.ends):
                return self._say(known, "weak", name.raw, "perhaps a part")
        for other in houses_named(name.raw):
            if found := self._by_key.get(name_parts(other).key):
                return self._say(found, "weak", name.raw, "another house")
        return None

    def _initials(self, name: CompanyName, words: tuple[str, ...]) -> Match | None:
        letters = words[0] if len(words) == 1 and len(words[0]) >= 3 else ""
        if max(map(len, words)) == 1 < len(words):
            letters = "".join(words)  # "P&G"
        if letters and (found := self._by_initials.get(letters)):
            return self._say(found, "weak", name.raw, "initials")
        return None

    def _slip(self, name: CompanyName) -> Match | None:
        if len(name.key) < _TYPO_LENGTH:
            return None
        near = self._by_start.get(name.key[:3])
        if not near:
            return None
        from rapidfuzz.fuzz import ratio

        for known in near:
            own = known.name.key
            if len(own) < _TYPO_LENGTH or len(own.split()) != len(name.words):
                continue
            odd = {*name.words} - {*known.name.words}
            if ratio(own, name.key) >= _TYPO_FROM * 100 and not all(map(_is_word, odd)):
                return self._say(known, "weak", name.raw, "almost like")
        return None

    @staticmethod
    def _say(known: _Known, tier: Sureness, raw: str, reason: str, **parts: str) -> Match:
        return Match(known.target.id, tier, known.why(reason, raw=raw, **parts)[:500])


def _distinctive(words: Sequence[str]) -> tuple[str, ...]:
    """The words that tell the house; all of them where none would be left."""
    return tuple(word for word in words if word not in _EMPTY) or tuple(words)


def _letters(words: Iterable[str]) -> str:
    """One string for "Coca Cola" and "CocaCola", "Müller" and "Mueller"."""
    joined = "".join(words)
    for pair, letter in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        joined = joined.replace(pair, letter)
    return joined


def _slips(words: Sequence[str]) -> Iterator[str]:
    """What a name and its mistyped forms share: its letters, and those with one left out."""
    joined = " ".join(words)
    if len(joined) < _SLIP_LENGTH:
        return
    yield joined
    for i in range(len(joined)):
        yield joined[:i] + joined[i + 1 :]


def _is_word(word: str) -> bool:
    return word in OWN_WORDS or word.removesuffix("s") in OWN_WORDS or word in BRANCH


@cache
def _well_known() -> dict[str, frozenset[str]]:
    """The other names of well-known houses, by key."""
    found: dict[str, set[str]] = {}
    for name, others in ALIASES.items():
        found.setdefault(name_parts(name).key, set()).update(
            name_parts(other).key for other in others
        )
    return {key: frozenset(others - {key}) for key, others in found.items()}

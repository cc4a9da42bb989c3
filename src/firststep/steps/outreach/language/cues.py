"""Finding ways of saying something in the words of a text, by tables. Pure.

A line of a table reads `way of saying | what it means | example`. In the way of saying stand words,
`word*` for any ending, `(one/other)` for alternatives, `[word]` for what may be left out, `{..}`
for up to four words of any kind, `{...}` for up to eight of one clause, and `{who} {to} {company}
{when} {email} {phone}` for what they name, `{whose}` for somebody's; `{far}` is a day that is
none: a week, until, after.
`^` is the beginning of a clause, `$` its end, `~mail` all words of that family (a line of the table
beside it: `mail | mail/letter/note`). Between the words may stand a day, or what adds nothing
(fillers.txt).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.fitting import GAPS, ItemSaid, WordsFitted, item_of, runs
from firststep.steps.outreach.language.phrases import LANGUAGES, items_of
from firststep.steps.outreach.language.spoken import Spoken, expanded

_FAMILY = re.compile(r"~(\w+)")


@dataclass(frozen=True, slots=True, eq=False)  # each a line of a table; compared by the thousand
class Cue:
    """One way of saying something, what it `means`, and its `example`."""

    said: str
    means: str
    example: str
    items: tuple[ItemSaid, ...] = field(repr=False)
    needs: tuple[frozenset[str], ...] = field(repr=False, default=())  # one of each, or it is not


@dataclass(frozen=True, slots=True)
class CueHeard:
    """A cue found in a text: from which word to which, the words it used, what its slots hold."""

    cue: Cue
    start: int
    end: int
    used: frozenset[int]
    slots: Mapping[str, int]

    @property
    def weight(self) -> int:
        return len(self.used) * 2 + sum(1 for slot in self.slots)


@cache
def cues_of(module: str, table: str, *, families: str = "") -> tuple[Cue, ...]:
    """The cues of a table beside a module, in every language, and of the table of its `families`
    of words."""
    return tuple(
        _cue(said)
        for language in LANGUAGES
        for said in with_families(
            table_beside(module, f"{table}.{language}"),
            table_beside(module, f"{families}.{language}") if families else (),
        )
    )


def _cue(line: str) -> Cue:
    said, means, example = (part.strip() for part in f"{line}||".split("|")[:3])
    items = tuple(map(_item, items_of(said)))
    return Cue(said, means, example, items, tuple(filter(None, map(_needed, items))))


def _needed(item: ItemSaid) -> frozenset[str]:
    """Words of which one must stand in a text; none where the item may go without them."""
    words = [[atom for atom in choice if _is_plain(atom)] for choice in item.choices]
    if item.may_lack or not all(words):
        return frozenset()
    return frozenset(some[-1] for some in words)


def _is_plain(atom: str) -> bool:
    """Whether an atom is a whole word, or what a person, a day or a company stands for."""
    return atom[-1] != "*" and atom not in GAPS and atom not in ("^", "$")


def _item(text: str) -> ItemSaid:
    inner = text[1:-1] if text[0] in "([" else text
    choices = (choice.split() for choice in inner.split("/"))
    return item_of(
        [tuple(atom for word in choice for atom in _atoms(word)) for choice in choices],
        may_lack=text[0] == "[",
    )


def _atoms(text: str) -> list[str]:
    return [text] if text[0] in "{^$" else expanded(text)


def cue_words(cues: Iterable[Cue]) -> frozenset[str]:
    """All words that some way of saying is made of."""
    items = (item for cue in cues for item in cue.items)
    return frozenset(word for item in items for choice in item.choices for word in choice)


def firsts(items: Sequence[ItemSaid]) -> set[str]:
    """The words, or what stands for some, that those items may begin with."""
    found: set[str] = set()
    for at, item in enumerate(items):
        for choice in item.choices:
            rest = [one for one in choice if one != "^"]
            found |= {rest[0]} if rest else firsts(items[at + 1 :])
        if not item.may_lack:
            break
    return found


def cues_in(words: Sequence[Spoken], cues: tuple[Cue, ...]) -> list[CueHeard]:
    """Every cue wherever it stands in the words, each once from where it begins."""
    beginning, text = _beginning(cues), WordsFitted(words)
    found = []
    for at in range(len(words)):
        there = text.behind[at]
        for key in text.keys[at]:
            for cue in beginning[key].needing(there) if key in beginning else ():
                if heard := _heard(cue, text, at):
                    found.append(heard)
    return found


class _Beginning:
    """The cues that begin alike, by something else they need."""

    def __init__(self, cues: Sequence[Cue], first: str) -> None:
        self._cues = cues
        self._always: list[int] = []
        self._by_need: dict[str, list[int]] = defaultdict(list)
        for at, cue in enumerate(cues):
            needs = [one for one in cue.needs if first not in one]
            for word in min(needs, key=_commonness, default=frozenset[str]()):
                self._by_need[word].append(at)
            if not needs:
                self._always.append(at)

    def needing(self, there: Set[str]) -> Iterator[Cue]:
        """Those of whose needs one of each is there, in their order."""
        found = {at for word in self._by_need.keys() & there for at in self._by_need[word]}
        for at in sorted(found.union(self._always)):
            cue = self._cues[at]
            if not any(map(there.isdisjoint, cue.needs)):
                yield cue


def _commonness(need: frozenset[str]) -> tuple[bool, int]:
    """A person or a day stands in most lines, one of many words in more than one of few."""
    return any(word[0] == "{" for word in need), len(need)


@cache
def _beginning(cues: tuple[Cue, ...]) -> dict[str, _Beginning]:
    """The cues by what they may begin with; those that begin with any ending under their stem."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for cue in cues:
        for first in firsts(cue.items):
            found[first].append(cue)
    return {first: _Beginning(beginning, first) for first, beginning in found.items()}


def _heard(cue: Cue, text: WordsFitted, at: int) -> CueHeard | None:
    for end, used, slots in runs(cue.items, text, at):
        if (used or slots) and not _begins_anew(text.words, at, slots):
            return CueHeard(cue, at, end, frozenset(used), slots)
    return None


def _begins_anew(words: Sequence[Spoken], at: int, slots: Mapping[str, int]) -> bool:
    """Whether a pronoun behind a sign is taken for whom it was done to: “answered, she …”."""
    place = slots.get("who", at)
    return place > at and words[place].kind == "word" and words[place].sign in (",", ";", ".")


def with_families(lines: Iterable[str], families: Iterable[str]) -> Iterator[str]:
    """The lines with all words of a family in its place; a family may hold one above it."""
    words: dict[str, str] = {}
    for line in families:
        name, _, members = line.partition("|")
        words[name.strip()] = _FAMILY.sub(lambda hit: words[hit[1]], members.strip())
    for line in lines:
        if line.strip():
            yield _FAMILY.sub(lambda hit: words[hit[1]], line)

"""Which people of an address book are likely the same, with reasons and how sure. Pure.

Only people who share something are compared: a profile, an address, a name by ear, or an employer
and half a name. Each such pair is weighed; what speaks against it counts as well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import NamedTuple

from firststep.facts.kinds import SURENESS_ORDER, Sureness
from firststep.steps.people.same_person.known import Known
from firststep.steps.people.same_person.likeness import Alike, Name, compared, name_of, sound
from firststep.steps.people.same_person.nicknames import flat, full_names, may_be_two
from firststep.steps.people.same_person.sharing import is_role, mailbox, shared_by_many
from firststep.steps.people.same_person.weighing import SUGGESTED_FROM, Weighed, weigh

_CROWD = 300  # people of one block: beyond, what they share tells nobody apart
_LETTERS = re.compile(r"[a-z]+")
_AT = "@"  # marks a block narrower than a name alone
_CLEAR = 1.0  # by so much one of several candidates must be likelier than the next


class Pair(NamedTuple):
    """Two people who are likely one; `a` came first. *exact* is sure enough to join unasked."""

    a: int
    b: int
    sureness: Sureness
    why: str


@dataclass(slots=True)
class _Found:
    pair: tuple[int, int]
    way: Alike
    weighed: Weighed


@dataclass(slots=True)
class _Book:
    """The people by id, with their names taken apart."""

    people: dict[int, Known]
    names: dict[int, Name] = field(default_factory=dict)
    crowded: frozenset[str] = frozenset()  # addresses and numbers of offices and households
    families: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.names = {pk: name_of(one.name) for pk, one in self.people.items()}
        self.families = Counter(
            sound(word) for name in self.names.values() for word in {name.given, name.family}
        )


def duplicates(
    people: Iterable[Known],
    *,
    apart: Collection[tuple[int, int]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> list[Pair]:
    """The pairs worth asking about, the surest first, then by id.

    `apart` holds pairs, the lower id first, that the seeker said are two people.
    """
    book = _Book({one.id: one for one in people})
    blocks = _blocks(book)
    book.crowded = shared_by_many(blocks.ways, book.names)
    found: list[_Found] = []
    candidates = sorted(_candidates(blocks))
    for done, pair in enumerate(candidates):
        if progress is not None and done % 1_000 == 0:
            progress(done, len(candidates))
        if pair in apart:
            continue
        weighed = _weighed(book, pair)
        if weighed is not None:
            found.append(weighed)
    pairs = [
        Pair(*one.pair, one.weighed.sureness, one.weighed.why) for one in _unambiguous(book, found)
    ]
    return sorted(pairs, key=lambda pair: (SURENESS_ORDER[pair.sureness], pair.a, pair.b))


def weighed(one: Known, other: Known) -> Pair | None:
    """Two people alone, as if nobody else were known: None where they are not alike."""
    if one.id > other.id:
        one, other = other, one
    found = _weighed(_Book({one.id: one, other.id: other}), (one.id, other.id))
    if found is None:
        return None
    return Pair(one.id, other.id, found.weighed.sureness, found.weighed.why)


def _weighed(book: _Book, pair: tuple[int, int]) -> _Found | None:
    one, other = book.people[pair[0]], book.people[pair[1]]
    a, b = book.names[one.id], book.names[other.id]
    way = compared(a, b)
    if way == "none" and not (one.linkedin and one.linkedin == other.linkedin):
        return None
    rare = way == "same" and len(a.words) > 1 and book.families[sound(a.family)] == 2
    said = weigh(one, other, way, names=(a, b), crowded=book.crowded, rare=rare)
    return _Found(pair, way, said) if said.points >= SUGGESTED_FROM else None


class _Blocks(NamedTuple):
    ways: dict[str, list[int]]  # by address, number, profile
    names: dict[tuple[str, ...], list[int]]  # by name, or by employer and half a name


def _blocks(book: _Book) -> _Blocks:
    ways: dict[str, list[int]] = defaultdict(list)
    names: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for pk, one in book.people.items():
        for key in {*map(mailbox, one.emails), *one.phones}:
            if not is_role(key) and len(key) > 5:
                ways[key].append(pk)
        if one.linkedin:
            ways[f"/{one.linkedin}"].append(pk)
        for block in set(_name_blocks(book.names[pk], one)):
            names[block].append(pk)
    return _Blocks(ways, names)


def _name_blocks(name: Name, one: Known) -> Iterator[tuple[str, ...]]:
    """What a name is compared under: with an employer or a birthday, and alone where it is rare."""
    beside = (*one.employers, *((one.birthday[-5:],) if one.birthday else ()))
    for key in _name_keys(name):
        yield key
        yield from ((fact, *key, _AT) for fact in beside)
    if len(name.words) > 1:
        for employer, family in product(one.employers, _families(name, one)):
            yield employer, name.given[0], sound(family), _AT


def _families(name: Name, one: Known) -> set[str]:
    """The surname, and what a profile or an address spells beside the given name."""
    texts = (one.linkedin, *(email.partition("@")[0] for email in one.emails))
    spelled = {flat(word) for text in texts for word in _LETTERS.findall(text)}
    return {name.family, *(word for word in spelled if len(word) > 2)} - {name.given}


def _name_keys(name: Name) -> Iterator[tuple[str, ...]]:
    words = name.words
    if len(words) > 1:
        yield ("".join(sorted("".join(words))),)
        for given, others in ((words[0], words[1:]), (words[-1], words[:1])):
            for full in full_names(given):
                for other in others:
                    yield tuple(sorted((sound(full), sound(other))))
    elif words:
        yield words


def _candidates(blocks: _Blocks) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for people in blocks.ways.values():
        if 1 < len(people) <= _CROWD:
            found.update(combinations(sorted(people), 2))
    for key, people in blocks.names.items():
        if len(people) == 2 or (key[-1] == _AT and 1 < len(people) <= _CROWD):
            found.update(combinations(sorted(people), 2))
    return found


def _unambiguous(book: _Book, found: list[_Found]) -> Iterator[_Found]:
    """Leaves out "J. Miller" where John and Joan Miller are as likely."""
    unclear: dict[int, list[_Found]] = defaultdict(list)
    for one in found:
        if (bearer := _short_for_several(book, one)) is not None:
            unclear[bearer].append(one)
    for one in found:
        bearer = _short_for_several(book, one)
        if bearer is None or one.weighed.sureness == "exact" or _clear(book, one, unclear[bearer]):
            yield one


def _short_for_several(book: _Book, found: _Found) -> int | None:
    """Who of the two has a name that may be short for other names too."""
    if found.way not in ("initial", "short"):
        return None
    a, b = (book.names[pk] for pk in found.pair)
    if found.way == "short" and not may_be_two(a.given, b.given):
        return None
    return min(found.pair, key=lambda pk: sum(map(len, book.names[pk].words)))


def _clear(book: _Book, one: _Found, rivals: list[_Found]) -> bool:
    mine = {*one.pair}
    for rival in rivals:
        (theirs,) = {*rival.pair} - mine or {0}
        (ours,) = mine - {*rival.pair} or {0}
        if not theirs or not ours:
            continue
        two = compared(book.names[ours], book.names[theirs]) in ("none", "surname")
        if two and one.weighed.points - rival.weighed.points < _CLEAR:
            return False
    return True

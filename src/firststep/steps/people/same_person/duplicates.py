"""Which people of an address book are likely the same, with reasons and how sure. Pure.

Only people who share something are compared: a profile, an address, a name by ear, or an employer
and half a name. Each such pair is weighed; what speaks against it counts as well.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from firststep.facts.kinds import SURENESS_ORDER, Sureness
from firststep.steps.people.same_person.gathering import Gathered, ways_of
from firststep.steps.people.same_person.known import Known
from firststep.steps.people.same_person.likeness import Alike, Name, compared, name_of, sound
from firststep.steps.people.same_person.nicknames import may_be_two
from firststep.steps.people.same_person.sharing import shared_by_many
from firststep.steps.people.same_person.weighing import SUGGESTED_FROM, Weighed, weigh

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
    """The people to compare by id, with their names taken apart."""

    people: Mapping[int, Known]
    families: Counter[str]  # of the whole address book, by ear
    crowded: frozenset[str] = frozenset()  # addresses and numbers of offices and households
    names: dict[int, Name] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = {pk: name_of(one.name) for pk, one in self.people.items()}


def duplicates(
    people: Iterable[Known],
    *,
    apart: Collection[tuple[int, int]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> list[Pair]:
    """The pairs worth asking about, the surest first, then by id.

    `apart` holds pairs, the lower id first, that the seeker said are two people.
    """
    known = {one.id: one for one in people}
    gathered = Gathered()
    gathered.take_in(known.values())
    pairs = gathered.candidates()
    return judged(gathered, pairs, known, apart=apart, progress=progress)


def judged(
    gathered: Gathered,
    candidates: Sequence[tuple[int, int]],
    people: Mapping[int, Known],
    *,
    apart: Collection[tuple[int, int]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> list[Pair]:
    """The same of a book that was gone through before; `people` are those in the candidates."""
    book = _Book(people, gathered.families)
    book.crowded = _crowded(gathered, book)
    found: list[_Found] = []
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


def _crowded(gathered: Gathered, book: _Book) -> frozenset[str]:
    ways: dict[str, list[int]] = defaultdict(list)
    for pk, one in book.people.items():
        for way in ways_of(one):
            ways[way].append(pk)
    everybodys = filter(gathered.is_everybodys, ways)
    return shared_by_many(ways, book.names) | {way for way in everybodys if way[0] != "/"}


def weighed(one: Known, other: Known) -> Pair | None:
    """Two people alone, as if nobody else were known: None where they are not alike."""
    if one.id > other.id:
        one, other = other, one
    gathered = Gathered()
    gathered.take_in((one, other))
    book = _Book({one.id: one, other.id: other}, gathered.families)
    found = _weighed(book, (one.id, other.id))
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

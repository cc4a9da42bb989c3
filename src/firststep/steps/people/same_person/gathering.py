"""Whom of an address book to compare with whom: those who share something. Pure.

A book is gone through person by person, and nobody is kept: of what people share there stay
numbers, sixteen bytes for each thing of each person. 200,000 people share a million things, which
as texts would take half a gigabyte.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from firststep.steps.people.same_person.known import Known
from firststep.steps.people.same_person.likeness import Name, name_of, sound
from firststep.steps.people.same_person.nicknames import flat, full_names
from firststep.steps.people.same_person.sharing import (
    house_of,
    houses_of,
    is_role,
    mailbox,
)

_CROWD = 300  # people who share one thing: beyond, it tells nobody apart
_LETTERS = re.compile(r"[a-z]+")
_AT = "@"  # marks what is narrower than a name alone
_PARTS = 64  # a power of two: as many things are put together at once as a 64th


class _Shared:
    """Things and who has each; a thing is the number Python makes of it. Two things of one number
    are as rare as a wrong bit, and would be compared for nothing."""

    def __init__(self) -> None:
        self.parts = [array("q") for _ in range(_PARTS)]

    def add(self, thing: object, person: int) -> None:
        number = hash(thing)
        part = self.parts[number & (_PARTS - 1)]
        part.append(number)
        part.append(person)

    def by_several(self) -> Iterator[tuple[int, list[int]]]:
        """Each thing that several have, with those who have it."""
        for part in self.parts:
            first: dict[int, int] = {}
            several: dict[int, list[int]] = {}
            for number, person in zip(part[::2], part[1::2], strict=True):
                if number not in first:
                    first[number] = person
                elif number in several:
                    several[number].append(person)
                else:
                    several[number] = [first[number], person]
            yield from several.items()


class Gathered:
    """What the people of a book share, and how many bear each surname by ear."""

    def __init__(self) -> None:
        self.families: Counter[str] = Counter()
        self._ways, self._names, self._narrow = _Shared(), _Shared(), _Shared()
        self._too_many: set[int] = set()

    def take_in(self, people: Iterable[Known]) -> None:
        """Each person once, whatever the order."""
        for one in people:
            name = name_of(one.name)
            self.families.update(sound(word) for word in {name.given, name.family})
            for way in ways_of(one):
                self._ways.add(way, one.id)
            for block in set(_name_blocks(name, one)):
                (self._narrow if block[-1] == _AT else self._names).add(block, one.id)

    def candidates(self) -> list[tuple[int, int]]:
        """The pairs to look at, the lower id first, in order."""
        found: set[tuple[int, int]] = set()
        for _, people in self._names.by_several():
            if len(people) == 2:
                found.update(combinations(sorted(people), 2))
        for shared in (self._ways, self._narrow):
            for thing, people in shared.by_several():
                if len(people) <= _CROWD:
                    found.update(combinations(sorted(people), 2))
                elif shared is self._ways:
                    self._too_many.add(thing)
        return sorted(found)

    def is_everybodys(self, way: str) -> bool:
        """Whether so many have an address or number that nobody was compared for it."""
        return hash(way) in self._too_many


def ways_of(one: Known) -> set[str]:
    """Addresses and numbers of one's own, and the profile behind a stroke."""
    found = {key for key in {*map(mailbox, one.emails), *one.phones} if not is_role(key)}
    profile = {f"/{one.linkedin}"} if one.linkedin else set()
    return {key for key in found if len(key) > 5} | profile


def _name_blocks(name: Name, one: Known) -> Iterator[tuple[str, ...]]:
    """What a name is compared under: with an employer, where an address is, or a birthday, and
    alone where it is rare."""
    houses = {house for employer in one.employers for house in houses_of(employer)}
    houses.update(map(house_of, one.emails))
    beside = (*one.employers, *houses, *((one.birthday[-5:],) if one.birthday else ()))
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

"""What two entries of one person tell differently, which of it is taken, and why. Pure.

What only one of them tells, and all of which a person may have several, is kept without asking.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple, Protocol

from firststep.facts.said import say, to_say
from firststep.steps.people.same_person.duplicates import Pair
from firststep.steps.people.same_person.known import Known
from firststep.steps.people.same_person.likeness import Name, compared, name_of
from firststep.steps.people.same_person.nicknames import flat

CHOICES = {
    "name": "Name", "linkedin": "Profile", "place": "Place", "birthday": "Birthday",
    "keep": "Keep in touch",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_MISREAD = re.compile("\ufffd|[ÃÂÐ][\u0080-\u00bf\u0152-\u0178\u2018-\u2122]")
_OLDER = to_say("the older entry has it")
_EACH_RIGHT = ("short", "surname", "order", "none")  # pet name, marriage, order of the words


class Entered(Protocol):
    """One entry, as it is kept."""

    pk: int
    name: str
    linkedin: str | None
    place: str
    birthday: str
    keep: str
    by_hand: list[str]


class Difference(NamedTuple):
    """A fact that two entries tell differently: by entry what it is, whose is taken, and why."""

    field: str
    told: Mapping[int, str]
    takes: int
    why: str


def differing_in(
    pairs: Iterable[tuple[int, int] | Pair],
    people: Mapping[int, Entered],
    known: Mapping[int, Known],
) -> dict[tuple[int, int], list[Difference]]:
    """What the two of each pair tell differently; the lower number is the older entry."""
    texts = {pk: (one.linkedin, *(email.partition("@")[0] for email in one.emails))
             for pk, one in known.items()}  # fmt: skip
    return {
        (one, other): differences(people[one], people[other], [*texts[one], *texts[other]])
        for one, other in (sorted(pair[:2]) for pair in pairs)
    }


def differences(kept: Entered, gone: Entered, texts: Collection[str] = ()) -> list[Difference]:
    """What differs; `kept` is the older entry. `texts` are addresses and profiles of both, by which
    a spelling shows."""
    found = []
    for field in CHOICES:
        told = {one.pk: getattr(one, field) or "" for one in (kept, gone)}
        if all(told.values()) and told[kept.pk] != told[gone.pk]:
            theirs, why = _taken(field, kept, gone, texts)
            found.append(Difference(field, told, gone.pk if theirs else kept.pk, say(why)))
    return found


def _taken(field: str, kept: Entered, gone: Entered, texts: Collection[str]) -> tuple[bool, str]:
    """Whether the one that goes is right, and why."""
    hands = [field in one.by_hand for one in (kept, gone)]
    if hands[0] != hands[1]:
        return hands[1], to_say("you wrote it by hand")
    if field != "name":
        return False, _OLDER
    return righter(kept.name, gone.name, texts)


def righter(one: str, other: str, texts: Collection[str] = ()) -> tuple[bool, str]:
    """Whether the other spelling of a name is the right one, and why."""
    a, b = name_of(one), name_of(other)
    alike = compared(a, b)
    signs: list[tuple[str, int, int]] = [
        (
            to_say("it is read in its own letters"),
            not _MISREAD.search(one),
            not _MISREAD.search(other),
        ),
        (to_say("it is the whole name"), _holds(a, b), _holds(b, a)),
    ]
    if alike not in _EACH_RIGHT:
        same = a.words == b.words
        signs += [
            (to_say("it is written in full"), _full(a, b), _full(b, a)),
            (
                to_say("an address or profile spells it so"),
                _spelled(a, b, texts),
                _spelled(b, a, texts),
            ),
            (to_say("it is not all in capitals or small letters"), _cased(one), _cased(other)),
            (to_say("it has its accents"), same and _accents(one), same and _accents(other)),
        ]
    told = ((own, others, why) for why, own, others in signs if own != others)
    return next(((others > own, why) for own, others, why in told), (False, _OLDER))


def _holds(name: Name, other: Name) -> bool:
    """Whether the other is one word of this name alone."""
    return len(other.words) == 1 < len(name.words) and {*other.words} <= {*name.words}


def _full(name: Name, other: Name) -> int:
    """How many words are no initials, of names of as many words."""
    return sum(len(word) > 1 for word in name.words) * (len(name.words) == len(other.words))


def _spelled(name: Name, other: Name, texts: Collection[str]) -> int:
    """In how many texts stands what only this spelling has; of two in one, the longer."""
    own, theirs = {*name.words} - {*other.words}, {*other.words} - {*name.words}
    spelled = ["".join(map(flat, _WORD.findall(text.lower()))) for text in texts]
    return sum(any(_stands(word, text, theirs) for word in own) for text in spelled)


def _stands(word: str, text: str, longer: Collection[str]) -> bool:
    """Whether a word stands in a text, and not only inside one of the others there."""
    return len(word) > 2 and word in text and not any(word in it and it in text for it in longer)


def _cased(name: str) -> bool:
    return not (name.isupper() or name.islower())


def _accents(name: str) -> int:
    return sum(not letter.isascii() for letter in name)


def tidier(one: str, other: str) -> str:
    """Of two spellings of one title or company the one not shouted, else with its accents."""
    return max((one, other), key=lambda text: (bool(text), _cased(text), _accents(text)))

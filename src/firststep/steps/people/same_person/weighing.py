"""Weighing one pair: what two people share, what speaks against it, in points and words. Pure.

The points are our own judgement, tried on invented address books with known answers
(tests/steps/people/same_person/truth_people.py); they are never shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce

from firststep.facts.kinds import Sureness
from firststep.facts.said import say, to_say
from firststep.facts.text import fold
from firststep.steps.people.same_person.known import Known
from firststep.steps.people.same_person.likeness import Alike, Name, one_by_address
from firststep.steps.people.same_person.nicknames import flat
from firststep.steps.people.same_person.sharing import (
    house_of,
    houses_of,
    is_role,
    mailbox,
)

SUGGESTED_FROM = 4.5
_STRONG_FROM = 6.0
_TWO_PROFILES, _OTHER_PROFILE = -2.5, -1.5  # people change their profile's address
_NAMES: dict[Alike, float] = {
    "same": 3.0, "order": 3.0, "letters": 3.0, "longer": 2.5, "short": 2.0, "sound": 2.0,
    "initial": 1.0, "surname": 0.5, "none": 0.0,
}  # fmt: skip
_SAID: dict[Alike, str] = {
    "same": to_say("The same name"), "order": to_say("The same name in another order"),
    "letters": to_say("The same name in other letters"),
    "longer": to_say("The same name, once longer"),
    "short": to_say("{short} and {long} are forms of one name"),
    "sound": to_say("Names that sound alike"),
    "initial": to_say("{short} may be the initial of {long}"),
    "surname": to_say("The same given name, another surname"), "none": to_say("Other names"),
}  # fmt: skip
_SHARED = {  # an address, a number
    (True, False): to_say("the same e-mail address"),
    (False, True): to_say("the same phone number"),
    (True, True): to_say("the same e-mail address and phone number"),
}
TWO_PROFILES, OTHER_BIRTHDAYS = to_say("two profiles"), to_say("other birthdays")
SAME_EMPLOYER = to_say("the same employer")
_SAME_NAME = ("same", "order", "letters")


@dataclass(slots=True)
class Weighed:
    """How much speaks for one person, how sure that is, and why, in words."""

    points: float
    sureness: Sureness
    why: str


@dataclass(slots=True)
class _Scale:
    """What was found so far."""

    points: float
    reasons: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    mail: bool = False
    phone: bool = False
    profile: bool = False

    def adds(self, points: float, reason: str) -> None:
        self.points += points
        if reason:
            (self.reasons if points > 0 else self.against).append(reason)


def weigh(
    one: Known,
    other: Known,
    way: Alike,
    *,
    names: tuple[Name, Name],
    crowded: frozenset[str],
    rare: bool = False,
) -> Weighed:
    """Weighs two people whose names are alike in that way; `rare`: nobody else is named so."""
    scale = _Scale(_NAMES[way])
    _profiles(scale, one, other)
    _addresses(scale, one, other, crowded)
    _employers(scale, one, other)
    _birthdays(scale, one, other)
    if way == "surname" and _spelled(one, other, names):
        scale.adds(1.5, to_say("an address of one spells the surname of the other"))
    quiet = not scale.against and not scale.reasons
    if rare and quiet and not (one.employers and other.employers):
        scale.adds(1.5, to_say("nobody else has that surname"))
    return Weighed(scale.points, _sureness(scale, way, names), _words(scale, way, names))


def _profiles(scale: _Scale, one: Known, other: Known) -> None:
    if one.linkedin and other.linkedin:
        scale.profile = one.linkedin == other.linkedin
        changed = _OTHER_PROFILE if _same_post(one, other) else _TWO_PROFILES
        points = 9 if scale.profile else changed
        scale.adds(points, to_say("the same profile") if scale.profile else TWO_PROFILES)
    if one.since is not None and one.since == other.since:
        scale.adds(2.5, to_say("connected on the same day"))


def _same_post(one: Known, other: Known) -> bool:
    """The same title at the same employer: then the profile may have got another address."""
    return bool({*one.employers} & {*other.employers} and {*one.titles} & {*other.titles})


def _addresses(scale: _Scale, one: Known, other: Known, crowded: frozenset[str]) -> None:
    own, theirs = {*map(mailbox, one.emails)}, {*map(mailbox, other.emails)}
    shared, numbers = own & theirs, {*one.phones} & {*other.phones}
    scale.mail = not all(map(is_role, shared - crowded))
    scale.phone = any(len(key) > 5 for key in numbers - crowded)
    if said := _SHARED.get((scale.mail, scale.phone)):
        scale.adds(3 + scale.mail + scale.phone, said)
    if own and theirs and not shared:
        scale.adds(-0.5, to_say("other e-mail addresses"))
    if one.phones and other.phones and not numbers:
        scale.adds(-0.5, to_say("other phone numbers"))


def _birthdays(scale: _Scale, one: Known, other: Known) -> None:
    if one.birthday and other.birthday:
        same = one.birthday[-5:] == other.birthday[-5:]
        scale.adds(4 if same else -9, to_say("the same birthday") if same else OTHER_BIRTHDAYS)


def _employers(scale: _Scale, one: Known, other: Known) -> None:
    if not one.employers or not other.employers:
        if _writes_from(one, other) or _writes_from(other, one):
            scale.adds(3, to_say("an address of one is at the employer of the other"))
        return
    if not {*one.employers} & {*other.employers}:
        scale.adds(-2, to_say("other employers"))
        return
    scale.adds(2.5, SAME_EMPLOYER)
    if one.titles and other.titles:
        alike = _titles_alike(one.titles, other.titles)
        scale.adds(
            1 if alike else -1, to_say("the same work") if alike else to_say("other work there")
        )


def _writes_from(one: Known, other: Known) -> bool:
    """Whether an address of the one is at the other's employer."""
    houses = {house for employer in other.employers for house in houses_of(employer)}
    return not houses.isdisjoint(map(house_of, one.emails))


def _titles_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if {*one} & {*other}:
        return True
    from rapidfuzz.fuzz import token_set_ratio

    return any(token_set_ratio(a, b) >= 80 for a in one for b in other)


def _spelled(one: Known, other: Known, names: tuple[Name, Name]) -> bool:
    """Whether a profile or an address still carries the surname the other has."""
    return any(
        len(name.family) > 2 and name.family in text
        for who, name in ((one, names[1]), (other, names[0]))
        for text in _texts(who)
    )


def _texts(who: Known) -> Iterator[str]:
    for text in (who.linkedin, *(email.partition("@")[0] for email in who.emails)):
        if text:
            yield flat(fold(text))


def _sureness(scale: _Scale, way: Alike, names: tuple[Name, Name]) -> Sureness:
    if scale.profile:
        return "exact"
    if _sure(scale, way, names):
        return "exact"
    return "strong" if scale.points >= _STRONG_FROM else "weak"


def _sure(scale: _Scale, way: Alike, names: tuple[Name, Name]) -> bool:
    """Sure enough to join unasked: an own address with the same name, and no quarrel."""
    a, b = names
    if a.suffix != b.suffix or len(a.words) < 2 or len(b.words) < 2:
        return False
    if {TWO_PROFILES, OTHER_BIRTHDAYS} & {*scale.against}:
        return False
    if scale.mail:
        return way in _SAME_NAME or one_by_address(a, b, way)
    at_one_place = SAME_EMPLOYER in scale.reasons
    return scale.phone and way in _SAME_NAME and not (at_one_place and scale.against)


def _words(scale: _Scale, way: Alike, names: tuple[Name, Name]) -> str:
    short, long = sorted((name.spelled[0].title() for name in names if name.words), key=len)
    *first, last = [say(_SAID[way], short=short, long=long), *map(say, scale.reasons)]
    said = say("{names} and {name}", names=", ".join(first), name=last) if first else last
    if not scale.against:
        return f"{said}."
    against = reduce(
        lambda a, b: say("{names} and {name}", names=a, name=b), map(say, scale.against)
    )
    return say("{reasons}; but {against}.", reasons=said, against=against)

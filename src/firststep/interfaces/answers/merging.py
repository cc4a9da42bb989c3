"""People who may be one: the likely pairs, merged, kept apart, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.facts.kinds import Sureness
from firststep.facts.text import whole_number
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.many_ids import among
from firststep.steps.people.models import Person
from firststep.steps.people.same_person.differing import Difference, differing_in
from firststep.steps.people.same_person.suggesting import likely_pairs
from firststep.verbs.people.merge import merge_people, not_the_same
from firststep.verbs.people.unmerge import undo_merge


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs:
    """A fact the two tell differently: what is taken of it, by whose number, what is not, why."""

    field: str
    takes: int
    value: str
    other: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyPair:
    """Two people who may be one, how surely and why."""

    a: int
    b: int
    sureness: Sureness
    why: str
    a_name: str
    b_name: str
    differs: list[Differs]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeOne:
    merge_id: int
    person_id: int
    differed: list[Differs]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoAgain:
    merge_id: int
    person_id: int
    undone: Literal[True] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptApart:
    a: int
    b: int
    same: Literal[False] = False


class MergeSaid(TypedDict, total=False):
    """What may be said of two people: that they are two, or by whose number a fact is taken."""

    apart: bool
    take: Sequence[str]


def merge(
    campaign: Campaign,
    *,
    stamp: Stamp,
    a: str = "",
    b: str = "",
    undo: int | None = None,
    **said: Unpack[MergeSaid],
) -> list[LikelyPair] | MadeOne | TwoAgain | KeptApart:
    """`merge list`, `merge A B`, `merge A B --not` or `merge --undo ID`."""
    more = any(said.values())
    if undo is not None:
        if a or b or more:
            raise CannotDo("Undo takes only the number of a merge.", kind="bad_input")
        kept = undo_merge(campaign, stamp=stamp, merge_id=undo)
        return TwoAgain(merge_id=undo, person_id=kept.pk)
    if (a.lower(), b, more) == ("list", "", False):
        return _listed(campaign)
    if not (a and b):
        raise CannotDo(
            "Name two people, or see who is likely the same: firststep merge list", kind="bad_input"
        )
    return _said_of(campaign, stamp, a, b, said)


def _said_of(
    campaign: Campaign, stamp: Stamp, a: str, b: str, said: MergeSaid
) -> MadeOne | KeptApart:
    take = _taken(said.get("take", ()))
    if not said.get("apart"):
        done = merge_people(campaign, stamp=stamp, a=a, b=b, take=take)
        differed = [told_differently(one) for one in done.decided]
        return MadeOne(merge_id=done.merge_id, person_id=done.person.pk, differed=differed)
    if take:
        raise CannotDo("Two people take nothing from each other.", kind="bad_input")
    one, other = not_the_same(campaign, stamp=stamp, a=a, b=b)
    return KeptApart(a=one.pk, b=other.pk)


def _taken(said: Sequence[str]) -> dict[str, int]:
    """Field -> whose, of "name=12". Raises CannotDo for what is not said so."""
    found: dict[str, int] = {}
    for one in said:
        field, _, number = one.partition("=")
        whose = whole_number(number.strip(), digits=18)
        if whose is None:
            raise CannotDo(
                'Say what is taken, and of whom by their number: --take "name=12". {one!r} is not.',
                one=one[:40],
                kind="bad_input",
            )
        found[field.strip().lower()] = whose
    return found


def told_differently(one: Difference) -> Differs:
    """A difference, with what is taken of it first."""
    other = next(value for pk, value in one.told.items() if pk != one.takes)
    return Differs(
        field=one.field, takes=one.takes, value=one.told[one.takes], other=other, why=one.why
    )


def _listed(campaign: Campaign) -> list[LikelyPair]:
    """The pairs worth a look, the surest first."""
    pairs, known = likely_pairs(campaign)
    people = Person.objects.filter(campaign=campaign, pk__in=among(known)).in_bulk()
    differing = differing_in(pairs, people, known)
    return [
        record_of(
            LikelyPair,
            pair,
            a_name=known[pair.a].name,
            b_name=known[pair.b].name,
            differs=[told_differently(one) for one in differing[pair.a, pair.b]],
        )
        for pair in pairs
    ]

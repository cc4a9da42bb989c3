"""People who may be one: the likely pairs, merged, kept apart, taken back."""

from dataclasses import dataclass
from typing import Literal

from firststep.errors import CannotDo
from firststep.facts.kinds import Sureness
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.same_person.suggesting import likely_pairs
from firststep.verbs.people.merge import merge_people, not_the_same
from firststep.verbs.people.unmerge import undo_merge


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyPair:
    """Two people who may be one, how surely and why."""

    a: int
    b: int
    sureness: Sureness
    why: str
    a_name: str
    b_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeOne:
    merge_id: int
    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoAgain(MadeOne):
    undone: Literal[True] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptApart:
    a: int
    b: int
    same: Literal[False] = False


def merge(
    campaign: Campaign,
    *,
    stamp: Stamp,
    a: str = "",
    b: str = "",
    apart: bool = False,
    undo: int | None = None,
) -> list[LikelyPair] | MadeOne | TwoAgain | KeptApart:
    """`merge list`, `merge A B`, `merge A B --not` or `merge --undo ID`."""
    if undo is not None:
        if a or b or apart:
            raise CannotDo("Undo takes only the number of a merge.", kind="bad_input")
        return TwoAgain(
            merge_id=undo, person_id=undo_merge(campaign, stamp=stamp, merge_id=undo).pk
        )
    if (a.lower(), b, apart) == ("list", "", False):
        return _listed(campaign)
    if not (a and b):
        raise CannotDo(
            "Name two people, or see who is likely the same: firststep merge list",
            kind="bad_input",
        )
    if apart:
        one, other = not_the_same(campaign, stamp=stamp, a=a, b=b)
        return KeptApart(a=one.pk, b=other.pk)
    done = merge_people(campaign, stamp=stamp, a=a, b=b)
    return MadeOne(merge_id=done.merge_id, person_id=done.person.pk)


def _listed(campaign: Campaign) -> list[LikelyPair]:
    """The pairs worth a look, the surest first."""
    pairs, known = likely_pairs(campaign)
    return [
        record_of(LikelyPair, pair, a_name=known[pair.a].name, b_name=known[pair.b].name)
        for pair in pairs
    ]

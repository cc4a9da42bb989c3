"""Answers about people who may be one: the likely pairs, merged, kept apart, taken back."""

from firststep.errors import CannotDo
from firststep.interfaces.answers.shapes import Json
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.same_person.suggesting import likely_pairs
from firststep.verbs.people.merge import Merged, merge_people, not_the_same
from firststep.verbs.people.unmerge import undo_merge


def merge(
    campaign: Campaign,
    *,
    stamp: Stamp,
    a: str | None = None,
    b: str | None = None,
    apart: bool = False,
    undo: int | None = None,
) -> Json | list[Json]:
    """`merge list`, `merge A B`, `merge A B --not` or `merge --undo ID`."""
    if undo is not None:
        if a or b or apart:
            raise CannotDo("Undo takes only the number of a merge.", kind="bad_input")
        kept = undo_merge(campaign, stamp=stamp, merge_id=undo)
        return {"merge_id": undo, "person_id": kept.pk, "undone": True}
    if a and a.lower() == "list" and b is None and not apart:
        return listed(campaign)
    if not a or not b:
        raise CannotDo(
            "Name two people, or see who is likely the same: firststep merge list",
            kind="bad_input",
        )
    if apart:
        one, other = not_the_same(campaign, stamp=stamp, a=a, b=b)
        return {"a": one.pk, "b": other.pk, "same": False}
    answer = merged(campaign, stamp=stamp, a=a, b=b)
    return {"merge_id": answer.merge_id, "person_id": answer.person.pk}


def merged(campaign: Campaign, *, stamp: Stamp, a: str, b: str) -> Merged:
    """Merges two people; the plan says which approaches silence has closed."""
    finished = {key for key, _on, _why in plan_on(campaign, stamp.on).plan.closed}
    return merge_people(campaign, stamp=stamp, a=a, b=b, finished=finished)


def listed(campaign: Campaign) -> list[Json]:
    """The pairs worth a look, the surest first."""
    pairs, known = likely_pairs(campaign)
    return [
        {
            "a": pair.a,
            "b": pair.b,
            "sureness": pair.sureness,
            "why": pair.why,
            "a_name": known[pair.a].name,
            "b_name": known[pair.b].name,
        }
        for pair in pairs
    ]

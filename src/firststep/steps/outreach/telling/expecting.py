"""Whom the seeker was announced to: they expect them (F34). Pure."""

from firststep.steps.outreach.telling.drafts import LineDraft
from firststep.steps.outreach.telling.scene import Scene, SomebodyKnown


def with_expected(drafts: list[LineDraft]) -> list[LineDraft]:
    """ "Ann introduced me to Sam, he expects me": that belongs to the name that was given."""
    kept = []
    for one in drafts:
        naming = _naming(drafts, one) if one.do == "expected" else None
        if naming is None:
            kept.append(one)
        else:
            naming.expected = True
    return kept


def _naming(drafts: list[LineDraft], one: LineDraft) -> LineDraft | None:
    """What names whoever a draft is about."""
    return next((other for other in drafts if any(one.place in to.places for to in other.to)), None)


def announced_to(
    scene: Scene, people: tuple[SomebodyKnown, ...], *, by_them: bool
) -> tuple[SomebodyKnown, SomebodyKnown] | None:
    """Who told of the seeker, and whom: the one named by somebody before. `by_them`: the line names
    who told. None where it could be nobody, or several."""
    if len(people) != 1:
        return None
    (one,) = people
    if not by_them:
        by = scene.by_id.get(one.via_id or 0)
        return (by, one) if by else None
    named = [other for other in scene.people if other.via_id == one.id and other.is_live]
    return (one, named[0]) if len(named) == 1 else None

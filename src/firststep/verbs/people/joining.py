"""Parts of a merge: all that hangs on one person goes over to another, and nothing is lost.

What both have becomes one row; what the seeker said by hand wins. Every row that changes or goes is
in the journal's entry as it was.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, cast

from django.db import models

from firststep.facts.kinds import TIE_KINDS, warmth
from firststep.facts.text import fold
from firststep.journal.actions import Recording
from firststep.steps.approach.models import Approach
from firststep.steps.people.models import Address, KnownAs, NotSame, Person, Position, Tie
from firststep.steps.people.same_person.differing import tidier

_NAME = ("name", "given", "family", "name_key")
# What has a rule of its own when two become one; every other field of a person is joined alike.
_OF_ITS_OWN = frozenset({
    "id", "campaign", *_NAME, "search_text", "note", "known_since", "by_hand",
    "do_not_contact_on", "do_not_contact_why", "source", "import_id",
})  # fmt: skip


def join_facts(
    change: Recording,
    kept: Person,
    gone: Person,
    *,
    theirs: Collection[str],
    chosen: Collection[str],
) -> None:
    """The person's own fields: filled before empty, then of `theirs` those of the one that goes;
    notes are put together. What was `chosen` is said by hand from now on."""
    by_hand = {*kept.by_hand, *gone.by_hand, *chosen}
    said: dict[str, Any] = {"by_hand": sorted(by_hand)}
    if "name" in theirs:
        said |= {field: getattr(gone, field) for field in _NAME}
    said |= {
        field: getattr(gone, field)
        for field in _alike()
        if field in theirs or _theirs(kept, gone, field)
    }
    if gone.note and gone.note not in kept.note:
        said["note"] = "\n\n".join(filter(None, (kept.note, gone.note)))
    said["known_since"] = min(kept.known_since, gone.known_since)
    said |= _stopped(kept, gone)
    _remember(change, kept, gone, said)
    if gone.linkedin:  # two people never hold one profile, not even for a moment
        change.change(gone, linkedin=None)
    change.change(kept, **said)


def _stopped(kept: Person, gone: Person) -> dict[str, Any]:
    """Do-not-contact of either holds, from its first day on."""
    if gone.do_not_contact_on is None:
        return {}
    return {
        "do_not_contact_on": min(kept.do_not_contact_on or date.max, gone.do_not_contact_on),
        "do_not_contact_why": kept.do_not_contact_why or gone.do_not_contact_why,
    }


def _alike() -> Iterator[str]:
    """The fields of which the one that is filled, else the one said by hand, is kept."""
    names = (field.name for field in Person._meta.concrete_fields)
    return (name for name in names if name not in _OF_ITS_OWN)


def _theirs(kept: Person, gone: Person, field: str) -> bool:
    """Whether the field is to be taken from the person that goes."""
    if not getattr(gone, field):
        return False
    return not getattr(kept, field) or (field in gone.by_hand and field not in kept.by_hand)


def _remember(change: Recording, kept: Person, gone: Person, said: dict[str, Any]) -> None:
    """The names and profiles both came with, so that the next import knows them again."""
    names = dict.fromkeys((one.name_key, one.source) for one in (gone, kept))
    profiles = {kept.linkedin, gone.linkedin} - {None, said.get("linkedin", kept.linkedin)}
    rows = [
        KnownAs(campaign=change.campaign, person=kept, name_key=name, source=source)
        for name, source in names
    ]
    rows += [KnownAs(campaign=change.campaign, person=kept, linkedin=slug) for slug in profiles]
    change.make_many(KnownAs, rows)


def move_rows(change: Recording, kept: Person, gone: Person) -> None:
    """Every other row that speaks of the one person speaks of the other now."""
    _join_ties(change, kept, gone)
    _join_addresses(change, kept, gone)
    _join_posts(change, kept, gone)
    for pointer in _pointers():
        model: type[models.Model] = pointer.model
        for row in model._base_manager.filter(**{pointer.attname: gone.pk}).order_by("pk"):
            if _doubled(row, pointer, kept):
                change.drop([row])
            else:
                change.change(row, **{pointer.attname: kept.pk})
    introduced = Approach.objects.filter(person=kept, via=kept)
    for approach in introduced:  # nobody is introduced to themselves
        change.change(approach, via_id=None)


def _pointers() -> Iterator["models.ForeignKey[Any, Any]"]:
    """The columns by which other tables point at a person, as the models have them."""
    for relation in Person._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete:
            yield cast("models.ForeignKey[Any, Any]", relation.field)  # type: ignore[union-attr]


def _doubled(row: models.Model, pointer: "models.ForeignKey[Any, Any]", kept: Person) -> bool:
    """Whether the person kept has such a row already, where there may be only one."""
    for rule in row._meta.constraints:
        if not isinstance(rule, models.UniqueConstraint) or pointer.name not in rule.fields:
            continue
        if rule.condition is not None:  # ties: joined before
            continue
        same = {field: getattr(row, field) for field in rule.fields} | {pointer.name: kept.pk}
        if None in same.values():
            continue
        if type(row)._base_manager.filter(**same).exclude(pk=row.pk).exists():
            return True
    return False


def _join_addresses(change: Recording, kept: Person, gone: Person) -> None:
    """An address both have is one; where one of them bounced, it is dead."""
    held = {(row.kind, row.key): row for row in Address.objects.filter(person=kept)}
    for row in Address.objects.filter(person=gone).order_by("pk"):
        same = held.get((row.kind, row.key))
        if same is not None:
            change.change(same, dead_on=same.dead_on or row.dead_on)
            change.drop([row])


def _join_ties(change: Recording, kept: Person, gone: Person) -> None:
    """One tie to everybody both know; none to oneself."""
    either = models.Q(person=gone) | models.Q(other=gone)
    theirs = {
        _whom(tie, kept): tie
        for tie in Tie.objects.filter(models.Q(person=kept) | models.Q(other=kept))
    }
    for tie in Tie.objects.filter(either).order_by("pk"):
        whom = _whom(tie, gone)
        if whom == kept.pk:
            change.drop([tie])
        elif (mine := theirs.get(whom)) is not None:
            change.change(mine, **_one_tie(mine, tie))
            change.drop([tie])


def _whom(tie: Tie, person: Person) -> int | None:
    """The other end of a tie; None is the seeker."""
    return tie.person_id if tie.other_id == person.pk else tie.other_id


def _one_tie(mine: Tie, other: Tie) -> dict[str, Any]:
    said: dict[str, Any] = {
        "since": min((day for day in (mine.since, other.since) if day), default=None),
        "how": _both_ways(mine.how, other.how),
        "by_hand": mine.by_hand or other.by_hand,
    }
    if mine.by_hand == other.by_hand:
        order = [*TIE_KINDS, ""]
        said["kind"] = min(mine.kind, other.kind, key=order.index)
    elif other.by_hand:
        said["kind"] = other.kind
    return said


def _both_ways(one: str, other: str) -> str:
    """ "from school; choir": how they know each other in the words of both."""
    told = [how for how in (one, other) if how]
    if len(told) == 2 and (fold(other) in fold(one) or fold(one) in fold(other)):
        return max(told, key=len)
    return "; ".join(told)[:500]


def _join_posts(change: Recording, kept: Person, gone: Person) -> None:
    """The same post told twice is one; the one corrected by hand, else the fuller, stays."""
    held = list(Position.objects.filter(person=kept).order_by("pk"))
    for post in Position.objects.filter(person=gone).order_by("pk"):
        same = next((other for other in held if _one_post(other, post)), None)
        if same is None:
            continue
        stays, goes = same, post
        if (post.by_hand, bool(post.title)) > (same.by_hand, bool(same.title)):
            stays, goes = post, same
        held.remove(same)
        change.change(
            stays,
            title=tidier(stays.title, goes.title),
            written=tidier(stays.written, goes.written),
            began_on=stays.began_on or goes.began_on,
            ended_on=stays.ended_on or goes.ended_on,
            as_of=max(stays.as_of, goes.as_of),
        )
        change.drop([goes])


def _one_post(one: Position, other: Position) -> bool:
    if (one.company_id, one.current) != (other.company_id, other.current):
        return False
    return not (one.title and other.title) or fold(one.title) == fold(other.title)


def join_approaches(change: Recording, kept: Person, finished: Collection[int]) -> None:
    """Two unfinished approaches of a round become one: warmest way in, newest ask (F2)."""
    running = Approach.objects.filter(person=kept, closed_on=None).exclude(pk__in=list(finished))
    first: dict[int, Approach] = {}
    for approach in running.order_by("pk"):
        stays = first.setdefault(approach.goal_id, approach)
        if stays is not approach:
            _fold_in(change, stays, approach)


def _fold_in(change: Recording, stays: Approach, newer: Approach) -> None:
    said: dict[str, Any] = {"ask": newer.ask, "opened_on": min(stays.opened_on, newer.opened_on)}
    said["seat_id"] = newer.seat_id or stays.seat_id
    said["for_seat_id"] = newer.for_seat_id or stays.for_seat_id
    if warmth(newer.origin) > warmth(stays.origin):
        said |= {"origin": newer.origin, "via_id": newer.via_id}
    change.change(stays, **said)
    for relation in Approach._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete:
            pointer = relation.field  # type: ignore[union-attr]
            rows = pointer.model._base_manager.filter(**{pointer.attname: newer.pk})
            for row in rows.order_by("pk"):
                change.change(row, **{pointer.attname: stays.pk})
    change.drop([newer])


def keep_apart(change: Recording, kept: Person, gone: Person) -> None:
    """What was said about the one not being somebody else holds for the other (never of itself)."""
    for row in NotSame.objects.filter(models.Q(one=gone) | models.Q(other=gone)):
        third = row.other_id if row.one_id == gone.pk else row.one_id
        change.drop([row])
        low, high = sorted((kept.pk, third))
        if third != kept.pk and not NotSame.objects.filter(one=low, other=high).exists():
            change.make(NotSame(one_id=low, other_id=high, on=row.on))

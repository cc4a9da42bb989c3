"""How people know each other."""

from datetime import date
from typing import Any

from django.db.models import Q

from firststep.errors import CannotDo
from firststep.facts.kinds import TIE_KINDS
from firststep.journal.actions import Recording, Stamp, recording
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line, one_of
from firststep.steps.people.actions.letting_go import let_go
from firststep.steps.people.finding import find_person
from firststep.steps.people.models import Person, Tie


def set_tie(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    other: str | None = None,
    kind: str | None = None,
    how: str | None = None,
    since: date | None = None,
    drop: bool = False,
) -> Tie:
    """Says how one knows a person, or how two people know each other."""
    if kind is not None:
        one_of(kind, TIE_KINDS, called="a tie")
    if other is None and not drop and kind is None and how is None and since is None:
        raise CannotDo(
            f"Say how well you know {find_person(campaign, person).name}, from where, or since "
            "when.",
            kind="bad_input",
            typed='--kind known, --how "from where", --since DATE, or --drop',
        )
    if since is not None and since > stamp.on:
        raise CannotDo(f"{since} is not here yet.", kind="bad_input")
    a = find_person(campaign, person)
    b = find_person(campaign, other) if other else None
    if b is not None and b.pk == a.pk:
        raise CannotDo(f"{a.name} is one person. Name two.", kind="bad_input")
    whom = f"{a.name} and {b.name}" if b else f"you and {a.name}"
    words = f"You said how {whom} know each other."
    with recording(campaign, stamp, verb="tie", words=words, about=f"person:{a.pk}") as change:
        if not drop:
            return write_tie(change, a, b, kind=kind, how=how, since=since)
        tie = tie_between(a, b)
        if tie is None:
            raise CannotDo(f"No tie between {whom} is known.", kind="not_found")
        key = tie.pk
        if b is None:
            let_go(change, a, "tie", [""])
        change.drop([tie])
        tie.pk = key
        return tie


def tie_between(a: Person, b: Person | None) -> Tie | None:
    """The tie of two people, whichever way round it was written; b None is the seeker."""
    if b is None:
        return Tie.objects.filter(person=a, other=None).first()
    either = Q(person=a, other=b) | Q(person=b, other=a)
    return Tie.objects.filter(either).order_by("id").first()


def write_tie(
    change: Recording,
    a: Person,
    b: Person | None,
    *,
    kind: str | None = None,
    how: str | None = None,
    since: date | None = None,
) -> Tie:
    """Makes the tie or changes what was said about it; None leaves a part as it is."""
    said: dict[str, Any] = {"by_hand": True}
    if kind is not None:
        said["kind"] = kind
    if how is not None:
        said["how"] = line(how, called="how you know each other", most=500)
    if since is not None:
        said["since"] = since
    tie = tie_between(a, b)
    if tie is not None:
        return change.change(tie, **said)
    return change.make(Tie(campaign=change.campaign, person=a, other=b, **said))

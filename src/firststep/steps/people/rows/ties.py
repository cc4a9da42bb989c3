"""How people know each other."""

from datetime import date
from typing import Any

from django.db.models import Q

from firststep.journal.actions import Recording
from firststep.steps.goal.typed import line
from firststep.steps.people.models import Person, Tie


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

"""How people know each other."""

from datetime import date
from typing import Any, TypedDict, Unpack

from django.db.models import Q

from firststep.facts.kinds import KeepEvery
from firststep.journal.actions import Recording
from firststep.steps.goal.typed import line
from firststep.steps.people.models import Person, Tie

# How often one stays in touch after a conversation where the seeker says nothing, by the tie.
_OFTEN: dict[str, KeepEvery] = {"close": "monthly", "dormant": "yearly"}
_USUALLY: KeepEvery = "quarterly"


def tie_between(a: Person, b: Person | None) -> Tie | None:
    """The tie of two people, whichever way round it was written; b None is the seeker."""
    if b is None:
        return Tie.objects.filter(person=a, other=None).first()
    either = Q(person=a, other=b) | Q(person=b, other=a)
    return Tie.objects.filter(either).order_by("id").first()


class HowKnown(TypedDict, total=False):
    """What may be said of a tie. None leaves a part as it is."""

    kind: str | None
    how: str | None
    since: date | None


def write_tie(change: Recording, a: Person, b: Person | None, **said: Unpack[HowKnown]) -> Tie:
    """Makes the tie or changes what was said about it."""
    return keep_tie(change, tie_between(a, b), a, b, **said)


def keep_tie(
    change: Recording, tie: Tie | None, a: Person, b: Person | None, **said: Unpack[HowKnown]
) -> Tie:
    """The same where the tie was looked up already; None makes it."""
    fields: dict[str, Any] = {part: value for part, value in said.items() if value is not None}
    if "how" in fields:
        fields["how"] = line(fields["how"], called="how you know each other", most=500)
    fields["by_hand"] = True
    if tie is not None:
        return change.change(tie, **fields)
    return change.make(Tie(person=a, other=b, **fields))


def keep_by_itself(change: Recording, person: Person) -> None:
    """After a conversation one stays in touch, by how close the two are, unless the seeker has
    said how often herself (M6.2)."""
    if person.keep or person.do_not_contact_on is not None:
        return
    tie = tie_between(person, None)
    change.change(person, keep=_OFTEN.get(tie.kind if tie else "", _USUALLY))

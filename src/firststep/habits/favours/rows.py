"""Favours and promises: how their rows are written, and which one is meant."""

from typing import Any

from django.db.models import QuerySet

from firststep.errors import CannotDo
from firststep.facts.habits import FavourFacts, FavourWay, PromiseWhose
from firststep.facts.text import fold, whole_number
from firststep.habits.favours.models import Favour, Promise
from firststep.habits.favours.reckoning import favours_on
from firststep.journal.actions import Recording
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person

MOST_WHAT = 500


def what_typed(text: str) -> str:
    return line(text, called="what it was", most=MOST_WHAT)


def favour_meant(campaign: Campaign, text: str, change: Recording) -> FavourFacts:
    """The favour of that number (`3`), or the one that touch tells of (`t12`).

    Raises CannotDo (`not_found`).
    """
    wanted = text.strip().lower().removeprefix("f")
    for one in favours_on(campaign.pk, change.on):
        if wanted in (one.ref, f"t{one.touch_id}"):
            return one
    raise CannotDo(
        "There is no favour {text}. Their numbers stand in the list.",
        text=text[:40],
        kind="not_found",
        typed="firststep favour list",
    )


def favour_of(change: Recording, person: Person, way: FavourWay, what: str) -> FavourFacts | None:
    """The favour with them that is meant by those words; without words the newest of that way."""
    own = [
        one
        for one in favours_on(change.campaign.pk, change.on)
        if (one.person_id, one.way) == (person.pk, way)
    ]
    if not what:
        return own[-1] if own else None
    return next((one for one in own if fold(one.what) == fold(what)), None)


def kept_favour(change: Recording, told: FavourFacts) -> Favour:
    """The row of a favour, made where the log alone told of it until now."""
    if told.id is not None:
        return Favour.objects.get(campaign=change.campaign, pk=told.id)
    return change.make(
        Favour(
            person_id=told.person_id,
            way=told.way,
            what=told.what,
            on=told.on,
            touch_id=told.touch_id,
        )
    )


def write_favour(
    change: Recording, person: Person, *, way: FavourWay, what: str, **fields: Any
) -> Favour:
    """Help that was given or received that day."""
    return change.make(Favour(person=person, way=way, what=what, on=change.on, **fields))


def write_promise(
    change: Recording,
    person: Person,
    *,
    whose: PromiseWhose,
    what: str,
    touch: Touch | None = None,
) -> Promise:
    """What one of the two said they would do; the same that is open still is said once."""
    open_ones = promises_with(person).filter(whose=whose, kept_on=None)
    known = next((one for one in open_ones if fold(one.what) == fold(what)), None)
    return known or change.make(
        Promise(person=person, whose=whose, what=what, on=change.on, touch=touch)
    )


def promise_of(person: Person, whose: PromiseWhose, what: str) -> Promise | None:
    """The promise meant by those words or that number; without words the oldest that is open."""
    own = promises_with(person).filter(whose=whose)
    if not what:
        return own.filter(kept_on=None).first()
    number = whole_number(what)
    return next((one for one in own if fold(one.what) == fold(what) or one.pk == number), None)


def promises_with(person: Person) -> QuerySet[Promise]:
    """What was promised between the two, the oldest first."""
    return Promise.objects.filter(person=person).order_by("on", "pk")

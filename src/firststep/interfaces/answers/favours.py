"""Favours given and received, and promises."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from firststep.facts.habits import FavourFacts, FavourWay, PromiseWhose
from firststep.habits.favours.ideas import Ideas
from firststep.habits.favours.models import Favour, Promise
from firststep.habits.favours.reckoning import favours_on
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class FavourRecorded:
    favour_id: int
    person_id: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FavourListed:
    """Help given or received. `favour_id` is null where the log alone tells of it: `ref` names it
    then, too. `thanked` and `told` are null of help you gave."""

    favour_id: int | None
    ref: str
    person_id: int
    name: str
    way: FavourWay
    what: str
    on: date
    thanked: bool | None
    told: bool | None
    returned: bool
    open: bool
    ideas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseShown:
    promise_id: int
    person_id: int
    name: str
    whose: PromiseWhose
    what: str
    on: date
    kept_on: date | None


def favour_recorded(row: Favour, _asked: Asked) -> FavourRecorded:
    given = f"You did {row.person.name} a favour: {row.what}."
    received = f"{row.person.name} did you a favour: {row.what}."
    return FavourRecorded(
        favour_id=row.pk,
        person_id=row.person_id,
        words=given if row.way == "given" else received,
    )


def favour_list(campaign: Campaign, *, stamp: Stamp, open: bool = False) -> list[FavourListed]:  # noqa: A002  # as it is typed
    """Favours, the oldest first; `open`: only where something is left to do."""
    found = [one for one in favours_on(campaign.pk, stamp.on) if one.is_open or not open]
    names = dict(
        Person.objects.filter(pk__in={one.person_id for one in found}).values_list("pk", "name")
    )
    ideas = Ideas(plan_on(campaign, stamp.on).snapshot, stamp.on)
    return [
        record_of(
            FavourListed,
            one,
            favour_id=one.id,
            name=names[one.person_id],
            open=one.is_open,
            ideas=_ideas(one, ideas),
        )
        for one in found
    ]


def _ideas(one: FavourFacts, ideas: Ideas) -> tuple[str, ...]:
    """What could be given in return, where that is still to do."""
    wanted = one.is_open and not one.returned
    return ideas.of(one.person_id) if wanted else ()


def promise(row: Promise, _asked: Asked | None = None) -> PromiseShown:
    return record_of(PromiseShown, row, promise_id=row.pk, name=row.person.name)


def promise_list(campaign: Campaign, *, stamp: Stamp, open: bool = False) -> list[PromiseShown]:  # noqa: A002  # as it is typed
    """What was promised, the oldest first; `open`: only what is not kept yet."""
    asked = _OPEN_PROMISES if open else _PROMISES
    return [promise(row) for row in asked(campaign=campaign.pk, on=stamp.on)]


def _promised() -> "QuerySet[Promise]":
    rows = Promise.objects.filter(campaign=Blank("campaign"), on__lte=Blank("on"))
    return rows.select_related("person").order_by("on", "pk")


_PROMISES = KeptQuery(_promised)
_OPEN_PROMISES = KeptQuery(lambda: _promised().filter(kept_on=None))

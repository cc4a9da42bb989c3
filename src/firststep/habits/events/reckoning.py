"""How events and offers stand on a day: who was met, who was followed up, what came of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from firststep.facts.line_kinds import ANSWERS, FOLLOWS_UP
from firststep.habits.events.models import Encounter, Event, Offer
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Position

IN_TIME_DAYS = 7  # calendar days (M6.1)
_TALKED = frozenset({"held", "talked"})
CameOfIt = Literal["", "reply", "conversation", "interview", "job_offer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonThere:
    """Somebody met at an event. `followed_up_on`: the first day something was done about it."""

    person_id: int
    name: str
    approach_id: int | None
    on: date
    said: str
    followed_up_on: date | None

    @property
    def in_time(self) -> bool:
        """Whether it was within seven days."""
        return self.followed_up_on is not None and self.followed_up_on <= last_day(self.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventStanding:
    """An event with all who were met there, and whom it led to a conversation with: of them, and of
    those they named, in the order they were talked with."""

    event: Event
    people: tuple[PersonThere, ...]
    talked_with: tuple[int, ...]

    @property
    def conversations(self) -> int:
        return len(self.talked_with)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferStanding:
    """An offer, the first day it was taken up, and how far that led."""

    offer: Offer
    taken_up_on: date | None
    came_of_it: CameOfIt

    @property
    def in_time(self) -> bool:
        return self.taken_up_on is not None and self.taken_up_on <= self.last_on

    @property
    def last_on(self) -> date:
        """The last day in time, from where the offer begins."""
        return last_day(max(self.offer.touch.on, self.offer.opens_on or self.offer.touch.on))


def last_day(met_on: date) -> date:
    """The last day in time for following up."""
    return met_on + timedelta(days=IN_TIME_DAYS)


class _Happened(NamedTuple):
    """What happened with somebody: its kind and when, with its place among the day's entries."""

    kind: str
    on: date
    order: int


_Log = dict[int, list[_Happened]]


def events_on(campaign: Campaign, on: date) -> list[EventStanding]:
    """Every event with who was met there up to a day, the newest first."""
    met: dict[int, list[Encounter]] = defaultdict(list)
    for row in _MET(campaign=campaign.pk, on=on):
        met[row.event_id or 0].append(row)
    everybody = {row.touch.person_id for there in met.values() for row in there}
    brought = _brought(campaign, everybody)
    log = _log(campaign, {*everybody, *(key for keys in brought.values() for key in keys)}, on)
    return [
        _standing(event, met[event.pk], brought, log) for event in _EVENTS(campaign=campaign.pk)
    ]


_MET = KeptQuery(
    lambda: (
        Encounter.objects.filter(
            campaign=Blank("campaign"), touch__on__lte=Blank("on"), event__isnull=False
        )
        .select_related("touch__person")
        .order_by("touch__on", "touch__order")
    )
)
_EVENTS = KeptQuery(lambda: Event.objects.filter(campaign=Blank("campaign")).order_by("-on", "-pk"))
_OFFERS = KeptQuery(
    lambda: (
        Offer.objects.filter(campaign=Blank("campaign"), touch__on__lte=Blank("on"))
        .select_related("touch__person")
        .order_by("touch__on", "pk")
    )
)


def _standing(
    event: Event, met: Iterable[Encounter], brought: dict[int, set[int]], log: _Log
) -> EventStanding:
    first: dict[int, PersonThere] = {}
    talked: dict[int, tuple[date, int]] = {}
    for row in met:
        touch = row.touch
        first.setdefault(touch.person_id, _there(row, log[touch.person_id]))
        for key in (touch.person_id, *brought[touch.person_id]):
            talks = (one for one in _since(log[key], touch) if one.kind in _TALKED)
            if held := next(talks, None):
                talked.setdefault(key, held[1:])
    in_order = tuple(sorted(talked, key=lambda key: (*talked[key], key)))
    return EventStanding(event=event, people=tuple(first.values()), talked_with=in_order)


def _there(row: Encounter, log: list[_Happened]) -> PersonThere:
    touch = row.touch
    followed_up = (one.on for one in _since(log, touch) if one.kind in FOLLOWS_UP)
    return PersonThere(
        person_id=touch.person_id,
        name=touch.person.name,
        approach_id=touch.approach_id,
        on=touch.on,
        said=row.said,
        followed_up_on=next(followed_up, None),
    )


def _since(log: list[_Happened], touch: Touch) -> list[_Happened]:
    """What happened after a touch."""
    return [one for one in log if one[1:] > (touch.on, touch.order)]


def offers_on(campaign: Campaign, on: date) -> list[OfferStanding]:
    """Every offer made up to a day, the oldest first."""
    offers = _OFFERS(campaign=campaign.pk, on=on)
    people = {row.touch.person_id for row in offers}
    log, stages = _log(campaign, people, on), _stages(people, on)
    return [_offer(row, log[row.touch.person_id], stages[row.touch.person_id]) for row in offers]


def _offer(row: Offer, log: list[_Happened], stages: set[str]) -> OfferStanding:
    since = _since(log, row.touch)
    taken = next((one for one in since if one.kind in FOLLOWS_UP), None)
    after = [] if taken is None else [one.kind for one in since if one[1:] >= taken[1:]]
    return OfferStanding(
        offer=row, taken_up_on=taken.on if taken else None, came_of_it=_came(after, stages)
    )


def _came(kinds: list[str], stages: set[str]) -> CameOfIt:
    """How far it led. An interview at their company counts once they were heard from."""
    talked = not _TALKED.isdisjoint(kinds)
    if not talked and ANSWERS.isdisjoint(kinds):
        return ""
    if stages:
        return "job_offer" if "job_offer" in stages else "interview"
    return "conversation" if talked else "reply"


def _brought(campaign: Campaign, people: Collection[int]) -> dict[int, set[int]]:
    """Whom each of them named or introduced."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = Approach.objects.filter(campaign=campaign, via__in=people, person__isnull=False)
    for via, person in rows.values_list("via_id", "person_id"):
        found[via or 0].add(person or 0)
    return found


def _stages(people: Collection[int], on: date) -> dict[int, set[str]]:
    """How far the companies they work at have come."""
    found: dict[int, set[str]] = defaultdict(set)
    posts = Position.objects.filter(
        person__in=people, current=True, company__interviewed_on__lte=on
    )
    for person, stage in posts.values_list("person_id", "company__stage"):
        found[person].add(stage or "interview")
    return found


def _log(campaign: Campaign, people: Collection[int], on: date) -> _Log:
    """What happened with each of them up to a day, in the order of time."""
    log: _Log = defaultdict(list)
    touches = Touch.objects.filter(campaign=campaign, person__in=people, on__lte=on)
    for person, kind, day, order in touches.values_list("person_id", "kind", "on", "order"):
        log[person].append(_Happened(kind, day, order))
    dated = Meeting.objects.filter(campaign=campaign, approach__person__in=people, dated_on__lte=on)
    for row in dated.select_related("approach"):
        lines = log[row.approach.person_id or 0]
        lines.append(_Happened("dated", row.dated_on or on, row.dated_order))
    for lines in log.values():
        lines.sort(key=lambda one: one[1:])
    return log

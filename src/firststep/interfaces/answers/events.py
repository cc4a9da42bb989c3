"""Events, the people met there, and offers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from firststep.facts.habits import NOTHING_BETWEEN, OfferTo
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import Snapshot
from firststep.habits.events.models import Event, Offer
from firststep.habits.events.reckoning import (
    CameOfIt,
    EventStanding,
    OfferStanding,
    PersonThere,
    events_on,
    last_day,
    offers_on,
)
from firststep.habits.events.rows import find_event
from firststep.habits.events.worth_finding import WorthFinding, worth_finding
from firststep.habits.practice.lines import spoken_to_strangers
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.rows import present_goal
from firststep.steps.outreach.questions import AT_AN_EVENT, questions
from firststep.steps.people.models import Person

EventClock = Literal["to_come", "runs", "over", "ended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAdded:
    event_id: int
    name: str
    on: date
    place: str
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCounted(EventAdded):
    """`followed_up` of `met` were within seven days; `days_left` until the last day for it, null
    before the event; `clock` says whether they run, or why not: `ended` with the search.
    `conversations` it led to: with those met, and with those they named."""

    met: int
    followed_up: int
    days_left: int | None
    clock: EventClock
    conversations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMet:
    """`follow_up_by`: the last day in time. `late`: two working days and more after it was due;
    `missed`: the seven days are over; neither once the search has `ended`. `way_known`: whether
    anything to reach them by is known; `promised`: what the seeker promised and has not done
    yet."""

    person_id: int
    name: str
    approach_id: int | None
    on: date
    said: str
    promised: tuple[str, ...]
    follow_up_by: date
    followed_up_on: date | None
    late: bool
    missed: bool
    ended: bool
    way_known: bool


class TalkedWith(NamedTuple):
    """Somebody an event led to a conversation with."""

    person_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventShown(EventCounted):
    """An event whole: who was met and whom it led to a conversation with, and before it who is
    worth finding and what to ask."""

    people: tuple[PersonMet, ...]
    talked_with: tuple[TalkedWith, ...]
    worth_finding: tuple[WorthFinding, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferMade:
    """`opens_on`: from when it holds, where they named a later day."""

    offer_id: int
    approach_id: int | None
    opens_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferShown:
    """`opens_on`: from when it holds, where they named a later day. `in_time`: taken up within
    seven days of that; null while those run and it was not."""

    offer_id: int
    person_id: int
    name: str
    approach_id: int | None
    to: OfferTo
    says: str
    made_on: date
    opens_on: date | None
    until: date | None
    taken_up_on: date | None
    in_time: bool | None
    came_of_it: CameOfIt


def event_added(row: Event, _asked: Asked) -> EventAdded:
    return record_of(EventAdded, row, event_id=row.pk)


def event_list(campaign: Campaign, *, stamp: Stamp) -> list[EventCounted]:
    ended = plan_on(campaign, stamp.on).snapshot.landed is not None
    return [_counted(one, stamp.on, ended=ended) for one in events_on(campaign, stamp.on)]


def event_show(campaign: Campaign, *, stamp: Stamp, event: str) -> EventShown:
    """One event, with what to look for there."""
    row = find_event(campaign, event, on=stamp.on)
    found = next(one for one in events_on(campaign, stamp.on) if one.event.pk == row.pk)
    plan = plan_on(campaign, stamp.on)
    goal = present_goal(campaign)
    met = [one.person_id for one in found.people]
    about = f"{row.name} {row.place} {row.purpose}"
    names = Person.objects.filter(pk__in=found.talked_with).values_list("pk", "name")
    named = dict(names)
    return record_of(
        EventShown,
        _counted(found, stamp.on, ended=plan.snapshot.landed is not None),
        people=tuple(_met(one, plan.snapshot, stamp.on) for one in found.people),
        talked_with=tuple(TalkedWith(key, named[key]) for key in found.talked_with),
        worth_finding=worth_finding(plan.snapshot, met=met, about=about),
        questions=questions(
            AT_AN_EVENT,
            department=goal.department if goal else "",
            seed=2 * row.pk,
            count=2,
            variety=spoken_to_strangers(plan.snapshot),
        ),
    )


def _clock(event_on: date, on: date, *, ended: bool) -> EventClock:
    """Whether the seven days run on a day. Once the search has ended nothing counts down."""
    if event_on > on:
        return "to_come"
    if ended:
        return "ended"
    return "runs" if on <= last_day(event_on) else "over"


def _counted(found: EventStanding, on: date, *, ended: bool) -> EventCounted:
    row = found.event
    left = (last_day(row.on) - on).days
    return record_of(
        EventCounted,
        row,
        event_id=row.pk,
        met=len(found.people),
        followed_up=sum(one.in_time for one in found.people),
        days_left=None if row.on > on else max(left, 0),
        clock=_clock(row.on, on, ended=ended),
        conversations=found.conversations,
    )


def _met(one: PersonThere, snapshot: Snapshot, on: date) -> PersonMet:
    person = snapshot.people.get(one.person_id)
    between = snapshot.between.get(one.person_id, NOTHING_BETWEEN)
    calendar = snapshot.calendar
    late_on = calendar.after(one.on, 1 + DEFAULT.first_note_grace_days)
    ended = snapshot.landed is not None
    waits = one.followed_up_on is None and not ended
    return record_of(
        PersonMet,
        one,
        promised=between.promised,
        follow_up_by=last_day(one.on),
        missed=waits and on > last_day(one.on),
        late=waits and on > late_on,
        ended=ended,
        way_known=bool(person and (person.has_written_way or person.phones)),
    )


def offer_made(row: Offer, _asked: Asked) -> OfferMade:
    return OfferMade(offer_id=row.pk, approach_id=row.touch.approach_id, opens_on=row.opens_on)


def offer_list(campaign: Campaign, *, stamp: Stamp) -> list[OfferShown]:
    return [_offer(one, stamp.on) for one in offers_on(campaign, stamp.on)]


def _offer(found: OfferStanding, on: date) -> OfferShown:
    row = found.offer
    runs = found.taken_up_on is None and on <= found.last_on
    return record_of(
        OfferShown,
        row,
        offer_id=row.pk,
        person_id=row.touch.person_id,
        name=row.touch.person.name,
        approach_id=row.touch.approach_id,
        made_on=row.touch.on,
        taken_up_on=found.taken_up_on,
        in_time=None if runs else found.in_time,
        came_of_it=found.came_of_it,
    )

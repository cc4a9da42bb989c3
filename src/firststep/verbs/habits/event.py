"""Events, and who was met there."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.habits.events.models import Event
from firststep.habits.events.rows import (
    event_name,
    event_named,
    make_event,
    said_typed,
    same_event,
)
from firststep.habits.favours.rows import what_typed
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.plan.playbook.situation import day
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line
from firststep.steps.outreach.at_event import at_event
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Address, Person
from firststep.steps.people.naming import Named, named
from firststep.steps.people.rows.making import the_same
from firststep.steps.people.rows.targets import company_named, target_named
from firststep.steps.people.rows.ways import KEYS
from firststep.verbs.thread.met import MetSaid, record_met


@in_turn
def add_event(
    campaign: Campaign,
    *,
    stamp: Stamp,
    name: str,
    on: date | None = None,
    place: str = "",
    purpose: str = "",
) -> Event:
    """Adds a day among people, or corrects the place and purpose of the one of that name and day.

    Without a day it is today.
    """
    name, on = event_name(name), on or stamp.on
    said = {
        "place": line(place, called="the place", most=300),
        "purpose": line(purpose, called="what it is for", most=500),
    }
    with recording(campaign, stamp, verb="event", about="events") as change:
        same = same_event(campaign, name, on)
        if same is not None:
            change.words = f"You corrected {same.name}."
            return change.change(same, **{key: value for key, value in said.items() if value})
        change.words = f"You go to {name} on {day(on)}."
        return make_event(change, name=name, on=on, **said)


class MetThere(TypedDict, total=False):
    """What may be told of meeting somebody: at which event, what was `said`, what the seeker
    promised (`promise`), what they did (`theirs`), and how to reach them."""

    at: str
    promise: str
    theirs: str
    said: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Who was met, on which day, and the approach that follows it up."""

    person_id: int
    approach_id: int
    on: date
    event_id: int | None
    words: str


@in_turn
def met(campaign: Campaign, *, stamp: Stamp, who: str, **said: Unpack[MetThere]) -> Met:
    """Records that one met somebody: "Priya Nair, Head of Ops, Acme".

    At an event it happened on the event's day; an event nobody wrote down yet is made. Raises
    CannotDo (`ambiguous`) for an event that is one letter away from a known one, and for one that
    is still to come.
    """
    whom = named(who, asked="whom you met")
    at, on = _event(campaign, said.get("at", ""), stamp.on)
    email, phone = said.get("email", ""), said.get("phone", "")
    told: MetSaid = {
        "company": whom.company,
        "title": whom.title,
        "email": email,
        "phone": phone,
        "said": said_typed(said.get("said", "")),
        "mine": what_typed(said.get("promise", "")),
        "theirs": what_typed(said.get("theirs", "")),
    }
    if at is not None:
        told |= {"event": at, "how": at_event(at if isinstance(at, str) else at.name)}
    what = record_met(
        campaign,
        stamp=replace(stamp, on=on),
        name=whom.name,
        person=somebody_met(campaign, whom, email=email, phone=phone),
        **told,
    )
    return _met(what.touch_id or 0, what.words)


def _event(campaign: Campaign, text: str, today: date) -> tuple[Event | str | None, date]:
    """Where it was, and on which day; the name alone of an event nobody wrote down yet."""
    if not text.strip():
        return None, today
    event = event_named(campaign, text, on=today)
    if event is None:
        return event_name(text), today
    if event.on > today:
        raise CannotDo(
            f"{event.name} is on {day(event.on)}, which is to come. Correct its day, or leave out "
            "where you met.",
            kind="bad_input",
        )
    return event, event.on


def somebody_met(
    campaign: Campaign, whom: Named, *, email: str = "", phone: str = ""
) -> Person | None:
    """Who of those known was met; None for somebody new. A namesake at another company is another,
    unless an address or a number says that it is the same."""
    house = company_named(campaign, whom.company) or target_named(campaign, whom.company)
    same = the_same(campaign, name=whom.name, company=house, email=email, phone=phone)
    elsewhere = bool(whom.company) and house is None
    if same is None or not elsewhere:
        return same
    return same if _is_reached_by(same, campaign, email=email, phone=phone) else None


def _is_reached_by(person: Person, campaign: Campaign, **ways: str) -> bool:
    keys = {KEYS[kind](text, campaign) for kind, text in ways.items() if text.strip()}
    return Address.objects.filter(person=person, key__in=keys).exists()


def _met(touch_id: int, words: str) -> Met:
    touch = Touch.objects.select_related("encounter").get(pk=touch_id)
    there = getattr(touch, "encounter", None)
    return Met(
        person_id=touch.person_id,
        approach_id=touch.approach_id or 0,
        on=touch.on,
        event_id=there.event_id if there else None,
        words=words,
    )

"""Events, and who was met there."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypedDict, Unpack

from django.db.models import QuerySet

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.habits.events.card_reading import OnCard
from firststep.habits.events.models import Encounter, Event
from firststep.habits.events.rows import (
    MOST_SAID,
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
from firststep.steps.outreach.telling.occasion import event_in, is_gathering
from firststep.steps.people.models import Address, Person
from firststep.steps.people.naming import Named, named
from firststep.steps.people.rows.making import the_same
from firststep.steps.people.rows.targets import company_named, target_named
from firststep.steps.people.rows.ways import KEYS, slug_of
from firststep.verbs.habits.by_surname import by_surname
from firststep.verbs.thread.met import MetSaid, reached, record_met, write_promises

# An event online, or told after a flight, may have the date of a place ahead of the seeker's.
_ELSEWHERE = timedelta(days=1)
TOLD_LATE_DAYS = 14  # of whom one has met at an event that one tells by then


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
            change.words = say("You corrected {name}.", name=same.name)
            return change.change(same, **{key: value for key, value in said.items() if value})
        change.words = say("You go to {name} on {on}.", name=name, on=day(on))
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
    linkedin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetOne(OnCard):
    """Somebody met, as a list tells it. `person_id` where it was said which of those known they
    are, `is_new` that they are none of them. `promise` is what the seeker said they would do,
    `theirs` what the other did."""

    promise: str = ""
    theirs: str = ""
    person_id: int | None = None
    is_new: bool = False


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
    email, phone = said.get("email", ""), said.get("phone", "")
    person = somebody_met(campaign, whom, email=email, phone=phone)
    return _record(campaign, stamp, whom, person, said)


@in_turn
def met_all(
    campaign: Campaign, *, stamp: Stamp, people: Sequence[MetOne], at: str = ""
) -> list[Met]:
    """Records that one met several, all or none of them: an entry each. Raises as `met` does."""
    done: list[Met] = []
    for one in people:
        _refuse_post_alone(one)
        whom = Named(name=one.name, title=one.title, company=one.company)
        ways: MetThere = {"email": one.email, "phone": one.phone, "linkedin": one.linkedin}
        talk: MetThere = {"said": one.said, "promise": one.promise, "theirs": one.theirs}
        said: MetThere = {**ways, **talk, "at": at}
        done.append(_record(campaign, stamp, whom, who_is(campaign, one), said))
        stamp = replace(stamp, once_key=None, seen=None)
    return done


def _refuse_post_alone(one: MetOne) -> None:
    """A post is kept with its company, so it would be lost without."""
    if one.title and not one.company and one.person_id is None:
        raise CannotDo(
            "At which company is {name} ({title})? Say that, or leave out what they do.",
            name=one.name,
            title=one.title,
            kind="bad_input",
            field="company",
        )


def who_is(campaign: Campaign, one: MetOne) -> Person | None:
    """Who of those known somebody of a list is, as it was said or found; None for somebody new."""
    known = Person.objects.filter(campaign=campaign)
    if one.person_id is not None:
        return _meant(known, one.person_id)
    if one.is_new:
        return None
    slug = slug_of(one.linkedin)
    if slug and (found := known.filter(linkedin=slug).first()):
        return found
    whom = Named(name=one.name, title=one.title, company=one.company)
    return somebody_met(campaign, whom, email=one.email, phone=one.phone)


def _meant(known: QuerySet[Person], key: int) -> Person:
    person = known.filter(pk=key).first()
    if person is None:
        raise CannotDo("There is no person {key} any more. Look again.", key=key, kind="not_found")
    return person


def _record(
    campaign: Campaign, stamp: Stamp, whom: Named, person: Person | None, said: MetThere
) -> Met:
    at, on = _event(campaign, said.get("at", ""), stamp.on)
    told: MetSaid = {
        "company": whom.company,
        "title": whom.title,
        "email": said.get("email", ""),
        "phone": said.get("phone", ""),
        "linkedin": said.get("linkedin", ""),
        "said": said_typed(said.get("said", "")),
        "mine": what_typed(said.get("promise", "")),
        "theirs": what_typed(said.get("theirs", "")),
    }
    then = replace(stamp, on=on)
    if isinstance(at, Event) and person and (known := noted_there(person, at)):
        return _said_more(campaign, then, known, told)
    if at is not None:
        told |= {"event": at, "how": at_event(at if isinstance(at, str) else at.name)}
    what = record_met(campaign, stamp=then, name=whom.name, person=person, **told)
    return _met(what.touch_id or 0, what.words)


def noted_there(person: Person, event: Event) -> Encounter | None:
    """That they were met at that event, where it was noted already."""
    rows = Encounter.objects.filter(event=event, touch__person=person).select_related("touch")
    return rows.order_by("pk").first()


def _said_more(campaign: Campaign, stamp: Stamp, known: Encounter, told: MetSaid) -> Met:
    """Somebody noted at that event already is not met twice: what is new goes with the first."""
    person = known.touch.person
    if not _says_more(campaign, known, told):
        return _met(known.touch_id, f"{person.name} is noted there already.")
    with recording(campaign, stamp, verb="met", about=person) as change:
        change.words = say("You said more of meeting {name}.", name=person.name)
        reached(change, person, told)
        said = [known.said, told.get("said", "")]
        change.change(known, said="; ".join(dict.fromkeys(filter(None, said)))[:MOST_SAID])
        write_promises(change, known.touch, told)
    return _met(known.touch_id, change.words)


def _says_more(campaign: Campaign, known: Encounter, told: MetSaid) -> bool:
    """Whether something is told of a meeting that is not kept yet."""
    person = known.touch.person
    ways = {kind: text for kind in KEYS if (text := str(told.get(kind, "")).strip())}
    new_way = not all(_is_reached_by(person, campaign, **{kind: ways[kind]}) for kind in ways)
    new_profile = not person.linkedin and bool(told.get("linkedin"))
    talk = told.get("said", "") not in known.said or told.get("mine") or told.get("theirs")
    return bool(new_way or new_profile or talk)


def _event(campaign: Campaign, text: str, today: date) -> tuple[Event | str | None, date]:
    """Where it was, and on which day; the name alone of an event nobody wrote down yet."""
    if not text.strip():
        return None, today
    event = event_named(campaign, text, on=today)
    if event is None:
        return event_name(text), today
    if event.on > today + _ELSEWHERE:
        raise CannotDo(
            "{event} is on {on}, which is to come. Correct its day, or leave out where you met.",
            event=event.name,
            on=day(event.on),
            kind="bad_input",
        )
    return event, min(event.on, today)


def event_told(campaign: Campaign, occasion: str, *, on: date) -> Event | str | None:
    """The event an occasion tells of ("at the AMA mixer"), as it is known, or the name of one that
    nobody wrote down yet; None where it tells of none, or of one still to come."""
    name = event_in(occasion)
    with suppress(CannotDo):
        event = event_named(campaign, name, on=on) if name else None
        if event is not None and (on - event.on).days <= TOLD_LATE_DAYS:
            return event if event.on <= on + _ELSEWHERE else None
        return event_name(name) if name and is_gathering(name) else None
    return None


def somebody_met(
    campaign: Campaign, whom: Named, *, email: str = "", phone: str = ""
) -> Person | None:
    """Who of those known was met; None for somebody new. A namesake at another company is another,
    unless an address or a number says that it is the same."""
    house = company_named(campaign, whom.company) or target_named(campaign, whom.company)
    same = the_same(campaign, name=whom.name, company=house, email=email, phone=phone)
    if same is None and house is not None:
        there = by_surname(campaign, whom.name, at=house)
        return there[0] if len(there) == 1 else None
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

"""A professional's standing offer: "write to me", "I'll look at your CV"."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.facts.asks import ASKS, USUAL_ASK, Ask
from firststep.facts.channels import CHANNEL_NAMES, ChannelName
from firststep.facts.habits import OFFER_TO
from firststep.facts.said import say
from firststep.habits.events.models import Offer
from firststep.habits.events.offered import ask_offered, opens_on, way_offered
from firststep.habits.events.rows import write_offer
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.approach.models import Approach
from firststep.steps.approach.rows import Opening, join_or_open
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.rows import needed_goal
from firststep.steps.goal.typed import line, one_of
from firststep.steps.outreach.language.ways import address_in, number_given
from firststep.steps.outreach.rows import TouchSaid, best_written, ways_kept, write_touch
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Person
from firststep.steps.people.naming import Named, named
from firststep.steps.people.rows.making import make_person, typed_name
from firststep.steps.people.rows.ties import write_tie
from firststep.steps.people.rows.ways import add_way
from firststep.verbs.habits.event import somebody_met
from firststep.verbs.thread.step import Meant, person_step


class OfferSaid(TypedDict, total=False):
    """What may be said of an offer: to whom, in which words, made when, until when; and from when
    it holds, what to ask and by which way, where the words do not tell it."""

    to: str
    says: str
    made_on: date | None
    opens_on: date | None
    until: date | None
    ask: str | None
    channel: str | None


@in_turn
def record_offer(
    campaign: Campaign, *, stamp: Stamp, person: str, **said: Unpack[OfferSaid]
) -> Offer:
    """Writes down an offer, and opens or joins the approach that takes it up, with the ask they
    offered, in the way they asked for.

    Whoever is told with a company ("Jane Ortiz, Director, Acme") is made where they are new.
    Raises CannotDo for an offer made on a day to come, or over before it was made.
    """
    to = one_of(said.get("to") or OFFER_TO[0], OFFER_TO, called="whom an offer is to")
    says = line(said.get("says", ""), called="what they offered", most=500)
    made_on = _made_on(said, stamp.on)
    opens = _opens_on(says, said, made_on, country=campaign.country)
    needed_goal(campaign)
    whom = named(person, asked="who made it") if "," in person else None
    found = somebody_met(campaign, whom) if whom else find_person(campaign, person)
    step = person_step(campaign, found, made_on) if found else None
    with recording(campaign, replace(stamp, on=made_on), verb="offer", about=found or "") as change:
        known = found or _newcomer(change, whom)
        change.words = say("{name} made you an offer.", name=known.name)
        change.about = f"person:{known.pk}"
        _keep_ways(change, known, says)
        way = _way(says, said)
        approach = _taking_up(change, known, step, _ask(says, said), way)
        made: TouchSaid = {"approach": approach, "inbound": True, "text": says}
        made["channel"] = way or ""
        touch = write_touch(change, known, kind="offered", **made)
        return write_offer(change, touch, to=to, says=says, opens=opens, until=said.get("until"))


def _newcomer(change: Recording, whom: Named | None) -> Person:
    """Somebody nobody wrote down yet, such as a guest who spoke."""
    assert whom is not None  # else they were found, or refused
    name = typed_name(whom.name)
    made = make_person(change, name=name, company=whom.company, title=whom.title)
    write_tie(change, made, None, kind="met", how=None)
    return made


def _made_on(said: OfferSaid, today: date) -> date:
    made_on, until = said.get("made_on") or today, said.get("until")
    if made_on > today:
        raise CannotDo(
            "{made_on} is to come. Say the day they offered it.", made_on=made_on, kind="bad_input"
        )
    if until is not None and until < made_on:
        raise CannotDo("It would be over before it was made. Look at the days.", kind="bad_input")
    return made_on


def _opens_on(says: str, said: OfferSaid, made_on: date, *, country: str) -> date | None:
    """From when it holds; None for the day it was made."""
    opens = said.get("opens_on") or opens_on(says, made_on=made_on, country=country)
    until = said.get("until")
    if opens and until and until < opens:
        raise CannotDo(
            "It would be over before it begins, {opens}. Look at the days.",
            opens=opens,
            kind="bad_input",
        )
    return opens if opens and opens > made_on else None


def _ask(says: str, said: OfferSaid) -> Ask | None:
    ask = said.get("ask")
    return one_of(ask, ASKS, called="an ask") if ask else ask_offered(says)  # type: ignore[return-value]  # one of ASKS


def _way(says: str, said: OfferSaid) -> ChannelName | None:
    channel = said.get("channel")
    return one_of(channel, CHANNEL_NAMES, called="a way") if channel else way_offered(says)


def _keep_ways(change: Recording, person: Person, says: str) -> None:
    """The address and the number they gave with it, where none of that kind is known."""
    said = {"email": address_in(says), "phone": number_given(says)}
    known = ways_kept(person)
    for kind, text in said.items():
        if text and kind not in known:
            with suppress(CannotDo):
                add_way(change, person, kind, text)


def _taking_up(
    change: Recording, person: Person, step: Meant | None, ask: Ask | None, way: ChannelName | None
) -> Approach:
    """The approach by which it is taken up. One that is under way keeps its way."""
    running = step.unfinished if step else None
    kept = running.ask if running else USUAL_ASK
    opening = Opening(
        person=person,
        ask=ask or kept,  # type: ignore[arg-type]  # kept from one of Ask
        channel=way or (step.opening.channel if step and step.at else best_written(person)),
        origin="offered",
    )
    approach = join_or_open(change, opening, finished=step.finished if step else frozenset())
    begun = approach.touches.filter(inbound=False).exclude(kind="met").exists()
    return change.change(approach, channel=opening.channel) if way and not begun else approach

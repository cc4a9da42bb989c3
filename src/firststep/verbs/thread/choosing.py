"""Choosing oneself: what to ask, not until then, not this round."""

from dataclasses import replace
from datetime import date
from typing import Any, TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.facts.asks import ABOUT_A_SEAT, ASK_KIND, ASKS
from firststep.facts.channels import CHANNEL_NAMES
from firststep.facts.said import say, say_day
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.plan.playbook.situation import day
from firststep.plan.shown import plan_on
from firststep.steps.approach.asks import ended_by_no
from firststep.steps.approach.models import Approach
from firststep.steps.approach.rows import close_approach, open_approach
from firststep.steps.followup.models import Snooze
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line, one_of
from firststep.steps.people.finding.finding import find_person, find_seat
from firststep.steps.people.finding.references import person_or_seat, ref_of
from firststep.verbs.thread.step import Meant, Recorded, opened, step_for


class AskSaid(TypedDict, total=False):
    """For which seat, through whom, by which way; what is not said is the plan's to choose."""

    for_seat: str | None
    via: str | None
    channel: str | None


@in_turn
def ask(
    campaign: Campaign, *, stamp: Stamp, who: str, what: str, **how: Unpack[AskSaid]
) -> Approach:
    """Opens an approach with that ask, or changes the ask of the one that is open (F3).

    Raises CannotDo for somebody marked do-not-contact: an ask is a plan, not what happened.
    """
    one_of(what, ASKS, called="an ask")
    if (channel := how.get("channel")) is not None:
        one_of(channel, CHANNEL_NAMES, called="a way to write")
    step = _step_of(campaign, who, stamp.on)
    person = step.person
    if person is not None and person.do_not_contact_on is not None:
        raise CannotDo(
            "You marked {name}: do not contact. Lift that first.",
            name=person.name,
            typed=f"firststep do-not-contact {person.pk} --lift",
        )
    _refuse_after_no(campaign, step, stamp.on)
    said = _said(campaign, step, what, how)
    with recording(campaign, stamp, verb="ask", about=_about(step)) as change:
        change.words = say(
            "You ask {name} for {what}.", name=_name(step), what=say(ASK_KIND[what].noun)
        )
        if step.unfinished is not None:
            return change.change(step.unfinished, **said, **_marked(change, step.unfinished, said))
        return open_approach(change, replace(step.opening, **said))


def _marked(change: Recording, found: Approach, said: dict[str, Any]) -> dict[str, Any]:
    """When something else was asked in mid-thread, or the same for another seat: what came before
    it was an answer to that."""
    seat_id = said.get("for_seat_id", found.for_seat_id)
    if (said["ask"], seat_id) == (found.ask, found.for_seat_id) or not found.touches.exists():
        return {}
    # Where what was asked last was never sent, what came still answers the ask before that.
    sent = found.touches.filter(order__gt=found.asked_order).exists()
    answered = found.ask if sent or not found.asked_before else found.asked_before
    return {"asked_before": answered, "asked_on": change.on, "asked_order": change.revision}


def _refuse_after_no(campaign: Campaign, step: Meant, on: date) -> None:
    """A no is for this round: what is left to ask is who else, in the thanks (M5.6)."""
    if step.approach is None:
        return
    found = plan_on(campaign, on).snapshot.approaches.get(step.approach.pk)
    refused = ended_by_no(found.log) if found else None
    if refused is not None:
        raise CannotDo(
            "{name} said no on {on}. That is settled for this round; ask who else to "
            "talk to when you thank them. If they changed their mind, record their "
            "new answer first.",
            name=_name(step),
            on=day(refused.on),
        )


def _step_of(campaign: Campaign, who: str, on: date) -> Meant:
    return step_for(campaign, ref_of(person_or_seat(campaign, who)), on)


def _said(campaign: Campaign, step: Meant, what: str, how: AskSaid) -> dict[str, Any]:
    said: dict[str, Any] = {"ask": what}
    if for_seat := how.get("for_seat"):
        said["for_seat_id"] = find_seat(campaign, for_seat).pk
    elif what not in ABOUT_A_SEAT:
        said["for_seat_id"] = None
    elif step.about_seat_id is not None:
        said["for_seat_id"] = step.about_seat_id
    if channel := how.get("channel"):
        said["channel"] = channel
    if via := how.get("via"):
        between = find_person(campaign, via)
        if step.person is not None and between.pk == step.person.pk:
            raise CannotDo("{name} cannot bring you together with themselves.", name=between.name)
        said["via_id"] = between.pk
        if step.unfinished is None or step.unfinished.origin == "proposed":
            said["origin"] = "named"
    return said


@in_turn
def snooze(campaign: Campaign, *, stamp: Stamp, ref: str, until: date, why: str = "") -> Recorded:
    """Rests a person, or a seat without a holder, until a day to come."""
    if until <= stamp.on:
        raise CannotDo("{until} is not a day to come. Give a later one.", until=until)
    why = line(why, called="why", most=500)
    step = step_for(campaign, ref, stamp.on)
    with recording(campaign, stamp, verb="snooze", about=_about(step)) as change:
        change.words = say(
            "You put {name} off until {day}.", name=_name(step), day=say_day(until, "EEEE d MMMM")
        )
        # A seat nobody holds keeps its bare reference: there is nobody to approach yet.
        opens = step.person is not None and not step.keeps_in_touch
        approach = opened(change, step) if opens else step.approach
        _rest(change, step, until, why)
    return Recorded.by(change, approach, ref=step.ref)


def _rest(change: Recording, step: Meant, until: date, why: str) -> None:
    """The newest snooze holds; one that still ran ends where it begins."""
    person, seat = step.person, step.seat if step.person is None else None
    running = Snooze.objects.filter(campaign=change.campaign, person=person, seat=seat)
    for before in running.filter(until__gt=change.on):
        change.change(before, until=change.on)
    change.make(
        Snooze(
            person=person, seat=seat, made_on=change.on, order=change.revision, until=until, why=why
        )
    )


@in_turn
def close(campaign: Campaign, *, stamp: Stamp, ref: str, why: str = "") -> Recorded:
    """Ends an approach for this round (F19)."""
    why = line(why, called="why", most=500)
    step = step_for(campaign, ref, stamp.on)
    if step.approach is not None and step.approach.closed_on is not None:
        raise CannotDo(
            "That is closed already, since {closed_on}.", closed_on=step.approach.closed_on
        )
    with recording(campaign, stamp, verb="close", about=_about(step)) as change:
        change.words = say("You left it at that with {name}.", name=_name(step))
        approach = close_approach(change, opened(change, step), why=why)
    return Recorded.by(change, approach)


def _name(step: Meant) -> str:
    if step.person is not None:
        return step.person.name
    seat = step.seat
    if seat is None:
        return say("that seat")
    return say("the seat {seat} at {company}", seat=seat.title, company=seat.company.name)


def _about(step: Meant) -> str:
    if step.person is not None:
        return f"person:{step.person.pk}"
    return f"company:{step.seat.company_id}" if step.seat else ""

"""Recording conversations: dated, cancelled, held."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from functools import partial
from typing import Unpack

from firststep.errors import CannotDo
from firststep.facts.calendar import hour_instead
from firststep.facts.channels import SPOKEN
from firststep.facts.kinds import Origin
from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.plan.playbook.situation import day
from firststep.snapshot.load import calendar_of
from firststep.steps.approach.models import Approach
from firststep.steps.followup.rows import (
    agreed_meeting,
    cancel_meeting,
    date_meeting,
    hold_meeting,
)
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import note, one_of
from firststep.steps.outreach.brought import bring_person
from firststep.steps.outreach.rows import write_outcome, write_touch
from firststep.steps.people.models import Person
from firststep.steps.people.naming import EXAMPLE, Named
from firststep.steps.people.naming import named as read_named
from firststep.steps.people.rows.making import may_be_known
from firststep.steps.people.rows.ties import keep_by_itself
from firststep.verbs.thread.sheet import SheetSaid, write_sheet
from firststep.verbs.thread.step import Recorded, opened, step_for, whose

HOWS = ("phone", "video", "in_person")
CANS = ("hire", "refer", "inform")


@in_turn
def record_meeting(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str,
    at: datetime | None = None,
    how: str = "",
    cancelled: bool = False,
) -> Recorded:
    """Dates a conversation (`at` is local, naive); cancelled, it is undated again (F6). Refuses a
    day that is past, and an hour that the seeker's clocks skip."""
    if how:
        one_of(how, HOWS, called="a way to talk")
    if cancelled and at is not None:
        raise CannotDo(
            "Either it has a day, or it is cancelled. For another day give only the day.",
            kind="bad_input",
            typed="--at",
        )
    if not cancelled and at is None:
        raise CannotDo("Say when.", kind="bad_input", typed='--at "2026-11-25 14:30"')
    if at is not None:
        refuse_hour(at, campaign, on=stamp.on, typed=f"firststep talked {ref}")
    step = step_for(campaign, ref, stamp.on, look=False)
    person = whose(step)
    with recording(campaign, stamp, verb="meeting", about=person, takes_step=True) as change:
        approach = opened(change, step)
        if at is None:
            change.words = say("The conversation with {name} is cancelled.", name=person.name)
            meeting = cancel_meeting(change, approach)
        else:
            change.words = say(
                "You will talk with {name} on {day} at {hour}.",
                name=person.name,
                day=day(at),
                hour=f"{at:%H:%M}",
            )
            meeting = date_meeting(change, approach, at=at, how=how)
    return Recorded.by(change, approach, meeting=meeting)


def refuse_hour(at: datetime, campaign: Campaign, *, on: date, typed: str) -> None:
    """Raises CannotDo for a day that is past, with what is `typed` instead, and for an hour that
    the seeker's clocks skip."""
    if at.date() < on:
        raise CannotDo(
            "{date} is past. If you have talked, record that.", date=at.date(), typed=typed
        )
    instead = hour_instead(at, zone=campaign.time_zone)
    if instead is not None:
        raise CannotDo(
            "There is no {at:%H:%M} on {date} in {time_zone}: the clocks go forward "
            "over it, to {instead:%H:%M}. Ask which hour is meant, and give that one.",
            at=at,
            date=at.date(),
            time_zone=campaign.time_zone,
            instead=instead,
            kind="bad_input",
        )


class TalkSaid(SheetSaid, total=False):
    """What may be told of a conversation: what `SheetSaid` holds, whom it named and whether they
    are said to expect the seeker (`expected`), what the other person can do, what was said, and the
    day it was held on."""

    named: Sequence[str]
    expected: bool
    can: str
    text: str
    held_on: date | None


@in_turn
def record_talked(
    campaign: Campaign, *, stamp: Stamp, ref: str, **said: Unpack[TalkSaid]
) -> Recorded:
    """Records a conversation that was held.

    Told on the next working day, it was held on the day off it was agreed for; on `held_on` where
    a day was said. Whoever was named has an approach at once, referred by this person (M5.5), or
    introduced where they are said to expect the seeker (F34).
    """
    if can := said.get("can", ""):
        one_of(can, CANS, called="what they can do")
    people, expected = _named(said), said.get("expected", False)
    known = any(may_be_known(campaign, name=one.name) for one in people)
    step = step_for(campaign, ref, stamp.on, look=known)
    person, text = whose(step), note(said.get("text", ""), called="the note", most=100_000)
    with recording(campaign, stamp, verb="talked", about=person, takes_step=True) as change:
        approach = opened(change, step)
        way = _way_of(approach)
        took_place = said.get("held_on") or _agreed_for(approach, before=change.on)
        touch = write_touch(change, person, kind="held", approach=approach, channel=way, text=text)
        meeting = hold_meeting(change, approach, touch=touch, can=can)
        change.words = say("You talked with {name}.", name=person.name)
        if took_place is not None and took_place != change.on:
            change.words = say(
                "You talked with {name} on {day}.",
                name=person.name,
                day=day(took_place),
            )
            change.change(touch, on=took_place)
            change.change(meeting, held_on=took_place)
        write_sheet(change, touch, said)
        told = partial(_brought, change, approach, finished=step.finished, expected=expected)
        brought = [told(one, on=touch.on) for one in people]
        keep_by_itself(change, person)
    return Recorded.by(change, approach, touch=touch, meeting=meeting, brought=brought)


def _named(said: TalkSaid) -> list[Named]:
    """Whom the talk named. Raises CannotDo where nobody was who could expect the seeker."""
    people = [read_named(words) for words in said.get("named", ())]
    if said.get("expected") and not people:
        words = say("Say who expects you, such as {example}.", example=EXAMPLE)
        raise CannotDo(words, kind="bad_input", typed="--next")
    return people


def _brought(
    change: Recording,
    approach: Approach,
    one: Named,
    *,
    on: date,
    finished: Collection[int],
    expected: bool,
) -> tuple[Person, Approach | None]:
    """Somebody the talk named; that they expect the seeker is told as an introduction (F34)."""
    origin: Origin = "introduced" if expected else "referred"
    brought = bring_person(change, approach, one, origin=origin, finished=finished)
    if expected:
        told = write_outcome(change, approach, kind="refers", named=brought[0], expected=True)
        change.change(told, on=on)
    return brought


def _agreed_for(approach: Approach, *, before: date) -> date | None:
    """The day off a conversation was agreed for, where no working day has passed since on which it
    could have been told."""
    agreed = agreed_meeting(approach)
    if agreed is None or agreed.on_day is None or agreed.on_day >= before:
        return None
    calendar = calendar_of(approach.campaign)
    told_late = calendar.is_working(agreed.on_day) or before > calendar.on_or_after(agreed.on_day)
    return None if told_late else agreed.on_day


def _way_of(approach: Approach) -> str:
    """Which channel a conversation counts for; a video call counts for none."""
    agreed = agreed_meeting(approach)
    return agreed.how if agreed and agreed.how in SPOKEN else ""

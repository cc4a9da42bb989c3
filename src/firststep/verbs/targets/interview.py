"""An interview an employer asked for: its day and hour, moved, called off, had; and with whom."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.facts.asks import USUAL_ASK
from firststep.facts.channels import SPOKEN
from firststep.facts.kinds import INTERVIEWED
from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.plan.playbook.situation import day
from firststep.plan.shown import plan_on
from firststep.steps.approach.rows import Opening, join_or_open
from firststep.steps.followup.models import Interview, Interviewer
from firststep.steps.followup.rows import hold_meeting
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.typed import one_of
from firststep.steps.outreach.rows import best_written, write_touch
from firststep.steps.people.finding.finding import find_company
from firststep.steps.people.models import Person
from firststep.steps.people.naming import Named, named
from firststep.steps.people.rows.making import make_person, the_same
from firststep.steps.people.rows.ties import keep_by_itself
from firststep.verbs.targets.target import a_target, stage_at
from firststep.verbs.thread.conversations import HOWS, refuse_hour

if TYPE_CHECKING:
    from django.db.models import QuerySet


class InterviewSaid(TypedDict, total=False):
    """What may be said of an interview: when it is (`at`, or the `day` alone), how, who sits there
    (`people`), that it was `held` or `cancelled`."""

    at: datetime | None
    day: date | None
    how: str
    people: Sequence[str]
    held: bool
    cancelled: bool


@in_turn
def record_interview(
    campaign: Campaign, *, stamp: Stamp, company: str, **said: Unpack[InterviewSaid]
) -> Interview:
    """Gives an interview its day or moves it, calls it off, or says that it was had and with whom.

    Whoever sat there was talked with: the thanks to each are due the next day. Raises CannotDo for
    a day that is past, and where there is no interview to call off or to name people of.
    """
    at = a_target(find_company(campaign, company))
    if how := said.get("how", ""):
        one_of(how, HOWS, called="a way to talk")
    _refuse_contradiction(campaign, at, said, on=stamp.on)
    there = [_named_there(words) for words in said.get("people", ())]
    finished = {key for key, *_ in plan_on(campaign, stamp.on).plan.closed}
    with recording(campaign, stamp, verb="interview", about=at) as change:
        row = _meant(change, at, said)
        heard = list(_people_of(row)) if row.held_on else []
        for one in there:
            _sits_there(change, row, one)
        _how_it_goes(change, row, said)
        if row.held_on is not None:
            for person in _people_of(row):
                if person not in heard:
                    _talked_with(change, row, person, finished)
        change.words = _words(row, at)
    return row


def _how_it_goes(change: Recording, row: Interview, said: InterviewSaid) -> None:
    """How it takes place, that it did, and the stage of the company with it."""
    if how := said.get("how"):
        change.change(row, how=how)
    if said.get("held") and row.held_on is None:
        change.change(row, held_on=min(row.on_day, change.on))
    if row.cancelled_on is None and row.company.stage not in INTERVIEWED:
        stage_at(change, row.company, "interview")


def _refuse_contradiction(
    campaign: Campaign, company: Company, said: InterviewSaid, *, on: date
) -> None:
    when = said.get("at") or said.get("day")
    if said.get("cancelled") and (when or said.get("held")):
        raise CannotDo(
            "Either it is called off, or it takes place. For another day give only the day.",
            kind="bad_input",
            typed="--at",
        )
    if when is None or said.get("held"):
        return
    if isinstance(when, datetime):
        refuse_hour(when, campaign, on=on, typed=f'firststep interview "{company.name}" --held')
    elif when < on:
        raise CannotDo("{when} is past. If you were there, record that.", when=when, typed="--held")


def _meant(change: Recording, company: Company, said: InterviewSaid) -> Interview:
    """The interview that is meant, with its day where one was said."""
    rows = Interview.objects.filter(company=company, cancelled_on=None).order_by("-pk")
    standing = rows.filter(held_on=None).first()
    if (when := said.get("at") or said.get("day")) is not None:
        hour = when.time() if isinstance(when, datetime) else None
        on = when.date() if isinstance(when, datetime) else when
        return _dated(change, company, standing, on_day=on, at_time=hour)
    if said.get("held"):
        return standing or _dated(change, company, None, on_day=change.on)
    if said.get("cancelled"):
        return _called_off(change, company, standing)
    found = standing or rows.first()
    if found is None:
        raise CannotDo(
            "Say when the interview at {company} is.",
            company=company.name,
            kind="bad_input",
            typed='--at "2026-11-25 14:30"',
        )
    return found


def _called_off(change: Recording, company: Company, standing: Interview | None) -> Interview:
    if standing is None:
        raise CannotDo(
            "No interview at {company} has a day that could be called off.", company=company.name
        )
    return change.change(standing, cancelled_on=change.on, order=change.revision)


def _dated(
    change: Recording, company: Company, standing: Interview | None, **when: object
) -> Interview:
    said = {**when, "dated_on": change.on, "order": change.revision}
    if standing is not None:
        return change.change(standing, **said)
    return change.make(Interview(company=company, **said))


def _named_there(words: str) -> Named:
    """Somebody who sits there: "Dana Weiss, Head of Marketing", as the company is said already."""
    one = named(words, asked="who sits there")
    return one if one.title else replace(one, title=one.company, company="")


def _people_of(row: Interview) -> "QuerySet[Person]":
    return Person.objects.filter(interviews__interview=row).order_by("interviews__pk")


def _sits_there(change: Recording, row: Interview, one: Named) -> None:
    """Whom the interview is with, made where they are new."""
    house = row.company
    person = the_same(change.campaign, name=one.name, company=house) or make_person(
        change, name=one.name, company=house.name, at=house, title=one.title
    )
    if person not in _people_of(row):
        change.make(Interviewer(interview=row, person=person))


def _talked_with(
    change: Recording, row: Interview, person: Person, finished: Collection[int]
) -> None:
    """The talk each of them had with the seeker, to be thanked for like any other."""
    opening = Opening(person=person, ask=USUAL_ASK, channel=best_written(person), origin="met")
    approach = join_or_open(change, opening, finished=finished)
    way = row.how if row.how in SPOKEN else ""
    touch = write_touch(change, person, kind="held", approach=approach, channel=way)
    change.change(touch, on=row.held_on)
    held = hold_meeting(change, approach, touch=touch, can="hire")
    change.change(held, held_on=row.held_on)
    keep_by_itself(change, person)


def _words(row: Interview, company: Company) -> str:
    if row.cancelled_on is not None:
        return say("The interview at {company} is called off.", company=company.name)
    if row.held_on is not None:
        said = {"company": company.name, "day": day(row.held_on)}
        return say("You were interviewed at {company} on {day}.", **said)
    said = {"company": company.name, "day": day(row.on_day)}
    if row.at_time is None:
        return say("Your interview at {company} is on {day}.", **said)
    hour = f"{row.at_time:%H:%M}"
    return say("Your interview at {company} is on {day} at {hour}.", hour=hour, **said)

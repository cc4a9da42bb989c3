"""That one has practised, with a note and one's own replies for the next time."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict, Unpack

from firststep.facts.said import say
from firststep.habits.practice.models import Practice
from firststep.habits.practice.rehearsal import PRACTISED_FOR
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line, one_of
from firststep.steps.people.finding.finding import find_company
from firststep.verbs.targets.target import a_target
from firststep.verbs.thread.step import step_for, whose


class PracticeSaid(TypedDict, total=False):
    """What may be said of a practice: for the interview at which `company`; a note (`text`) for the
    next time; one's own `replies`, by what they may say."""

    company: str
    text: str
    replies: Mapping[str, str]


@in_turn
def record_practice(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str = "",
    occasion: str = "who",
    **said: Unpack[PracticeSaid],
) -> Practice:
    """Writes down that one has practised, for a step, for the interview at a company, or for saying
    who one is.

    A practice of the day before a talk or of its day stands for preparing for it.
    """
    one_of(occasion, PRACTISED_FOR, called="something to practise for")
    note = line(said.get("text", ""), called="the note", most=500)
    replies = _replies(said.get("replies") or {})
    step = step_for(campaign, ref, stamp.on) if ref else None
    person = whose(step) if step else None
    company = said.get("company", "")
    house = a_target(find_company(campaign, company)) if company else None
    about = f"person:{person.pk}" if person else "practice"
    with recording(campaign, stamp, verb="practise", about=about) as change:
        whom = person or house
        change.words = (
            say("You practised for {name}.", name=whom.name) if whom else say("You practised.")
        )
        return change.make(
            Practice(
                person=person,
                company=house,
                approach=step.approach if step else None,
                occasion=occasion,
                on=change.on,
                order=change.revision,
                note=note,
                replies=replies,
            )
        )


def _replies(said: Mapping[str, str]) -> dict[str, str]:
    """Each tidied; an empty one is none."""
    tidy = {theirs: line(own, called="your reply", most=500) for theirs, own in said.items()}
    return {theirs: own for theirs, own in tidy.items() if own}


def last_practice(
    campaign: Campaign, person_id: int, *, on: date, company_id: int | None = None
) -> Practice | None:
    """The last time one practised for somebody, or for an interview; for nobody to say who one
    is."""
    rows = Practice.objects.filter(
        campaign=campaign, person=person_id or None, company=company_id, on__lte=on
    )
    return rows.order_by("-on", "-order").first()


def own_replies(campaign: Campaign, occasion: str, *, on: date) -> dict[str, str]:
    """What one replied last to each of what they may say on that occasion, to whomever."""
    rows = Practice.objects.filter(campaign=campaign, occasion=occasion, on__lte=on)
    found: dict[str, str] = {}
    for replies in rows.order_by("on", "order").values_list("replies", flat=True):
        found |= replies
    return found

"""Every letter of a campaign on a day, in the English of any country or in another language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from firststep.errors import CannotDo
from firststep.facts.draft import Draft, DraftFacts
from firststep.facts.kinds import Language
from firststep.facts.snapshot import Snapshot
from firststep.plan.shown import plan_on, step_on
from firststep.snapshot.draft_facts import draft_facts
from firststep.snapshot.load import load_person
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.drafting.draft import draft


class Written(NamedTuple):
    """A letter with the step it is for."""

    facts: DraftFacts
    text: Draft


def letters_on(
    campaign: Campaign, on: date, *, country: str, language: Language = ""
) -> list[Written]:
    """The letters of every step there is or could be, one for each person and kind."""
    picture = replace(_in_country(plan_on(campaign, on).snapshot, country), language=language)
    refs = [*map(str, picture.approaches), *(f"p{key}" for key in picture.people)]
    found = {(one.facts.name, one.facts.kind): one
             for ref in refs for one in _letter(campaign, picture, ref, on)}  # fmt: skip
    return list(found.values())


def _letter(campaign: Campaign, picture: Snapshot, ref: str, on: date) -> Iterator[Written]:
    try:
        card = step_on(campaign, ref, on).card
        if card.person_id is None:
            return
        if card.person_id not in picture.people:
            picture = load_person(campaign, picture, card.person_id, today=on)
        facts = draft_facts(picture, card, on=on)
        yield Written(facts, draft(facts))
    except CannotDo:
        return  # nothing is written for that step


def _in_country(picture: Snapshot, country: str) -> Snapshot:
    calendar = replace(picture.calendar, country=country, _years={}, _after={})
    return replace(picture, calendar=calendar)

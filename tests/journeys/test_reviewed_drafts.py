"""What the program drafts itself passes its own review: of a played campaign every draft, in both
Englishes."""

from collections.abc import Iterator
from datetime import date

import pytest

from firststep.errors import CannotDo
from firststep.facts.draft import Finding
from firststep.interfaces import demo
from firststep.interfaces.answers.letters import DraftShown, draft
from firststep.interfaces.opening import the_campaign
from firststep.journal.actions import Stamp
from firststep.plan.shown import forget_plans
from firststep.steps.goal.models import Campaign
from firststep.verbs.goal.campaign import edit_campaign
from tests.journeys.test_one_letter import references

TO_FILL_IN = "W4"  # a draft has blanks, which are the seeker's


def demonstrated() -> tuple[Campaign, date]:
    """The demonstration's three weeks, and its last day."""
    forget_plans()
    script = demo._script()
    demo._begin(script[0][0])
    for on, line in script:
        demo.play(the_campaign(), line, on)
    return the_campaign(), script[-1][0]


def drafts(campaign: Campaign, on: date) -> Iterator[tuple[str, DraftShown]]:
    """Every draft of every step, by each of its wordings."""
    for ref in references(campaign, on):
        try:
            usual = draft(campaign, stamp=Stamp(on=on), ref=ref)
        except CannotDo:
            continue
        for wording in usual.wordings:
            yield ref, draft(campaign, stamp=Stamp(on=on), ref=ref, wording=wording)


def weak(told: DraftShown) -> list[Finding]:
    return [one for one in told.findings if one.level != "hint" and one.rule != TO_FILL_IN]


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("country", ["US", "GB"])
def test_no_draft_of_the_demonstration_gets_a_warning(country: str) -> None:
    campaign, on = demonstrated()
    edit_campaign(campaign, stamp=Stamp(on=on), country=country)

    read = list(drafts(campaign, on))

    assert [(ref, told.wording, weak(told), told.body) for ref, told in read if weak(told)] == []
    of_english = [one for _, told in read for one in told.findings if one.rule == "L1"]
    assert of_english == []
    assert len(read) > 60

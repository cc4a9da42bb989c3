"""What is said aloud to somebody known: as to somebody known, and what is asked of them."""

from datetime import date
from typing import Any

import pytest

from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.draft import draft


def facts(**known: Any) -> DraftFacts:
    values: dict[str, Any] = {
        "kind": "call", "ask": "advice", "channel": "phone", "seeker": "Ada Kaya",
        "role": "Controller", "department": "Finance", "places": ("Berlin",), "name": "Fred Low",
        "given": "Fred", "company": "Acme", "about_company": "Acme", "tie": "close", **known,
    }  # fmt: skip
    return DraftFacts(**values)


@pytest.mark.parametrize("kind", ["write", "call"])
@pytest.mark.parametrize("tie", ["close", "known", "dormant"])
@pytest.mark.parametrize("exploring", [False, True])
def test_somebody_known_is_asked_for_advice_by_phone_and_never_for_work(
    kind: Any, tie: Any, exploring: bool
) -> None:
    said = draft(facts(kind=kind, tie=tie, exploring=exploring))
    assert said.wording == "known-talk-advice"
    assert "advice" in said.body and "Would you give me 15 minutes" in said.body
    assert "of use" not in said.body + said.voicemail
    assert ("which kind of work suits me" in said.body) is exploring


def test_who_was_written_to_is_told_so_in_the_call_that_asks_for_advice() -> None:
    said = draft(facts(first_note_on=date(2026, 12, 1)))
    assert said.wording == "known-talk-advice"
    assert "I wrote to you on 1 December" in said.body and "1 December" in said.voicemail


@pytest.mark.parametrize("ask", ["meeting", "name"])
def test_what_the_seeker_has_done_is_said_where_it_was_written_once(ask: Any) -> None:
    done = "I've kept the books of two breweries."
    told = draft(facts(ask=ask, tie=None, background=done))
    untold = draft(facts(ask=ask, tie=None))
    assert done in told.body and not any("who I am" in blank for blank in told.blanks)
    assert any("who I am" in blank for blank in untold.blanks)


def test_the_manager_asked_for_a_meeting_is_still_called_in_four_lines() -> None:
    assert draft(facts(ask="meeting", tie=None)).wording == "call"
    assert draft(facts(ask="meeting", tie="known")).wording == "call"

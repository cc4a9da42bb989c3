"""Who hears from the seeker a second time does not read the sentences of the first note again."""

import re
from datetime import date

import pytest

from firststep.facts.asks import ASK_KIND, Ask
from firststep.facts.kinds import TieKind
from firststep.steps.outreach.drafting.draft import draft
from tests.steps.outreach.drafting.voices import VOICES, facts

MONDAY = date(2026, 11, 23)
ASKS: tuple[Ask, ...] = ("meeting", "advice", "name", "tip", "introduction", "referral")


def sentences(body: str) -> set[str]:
    """Those of four words and more that leave nothing to be filled in."""
    said = re.split(r"(?<=[.?])\s+|\n+", body)
    return {one for one in said if len(one.split()) >= 4 and "[" not in one}


@VOICES
@pytest.mark.parametrize("tie", [None, "known"])
@pytest.mark.parametrize("channel", ["email", "linkedin"])
@pytest.mark.parametrize("ask", ASKS)
def test_a_second_note_says_nothing_of_the_first_in_the_same_words(
    ask: Ask, channel: str, tie: TieKind | None, voice: int
) -> None:
    known = {"ask": ask, "channel": channel, "tie": tie, "voice": voice, "holder": "Bo Finn"}
    first = draft(facts(**known)).body
    less = ASK_KIND[ask].less

    again = draft(
        facts(**known, kind="nudge", first_note_on=MONDAY, smaller_ask=less[0] if less else None)
    ).body

    assert sentences(first) and sentences(again)
    assert not sentences(first) & sentences(again)


@VOICES
def test_who_is_called_to_stay_in_touch_is_asked_for_nobody_else(voice: int) -> None:
    known = {"ask": "connect", "channel": "phone", "tie": "met", "voice": voice}

    body = draft(facts(**known, kind="call", first_note_on=MONDAY)).body

    assert "LinkedIn" in body
    assert not re.search(r"someone|somebody|anyone|colleague", body)

"""How two people know each other, as it can be said to the one written to."""

import re
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.outreach.drafting.how import told_to_them


def facts(**known: Any) -> DraftFacts:
    values: dict[str, Any] = {
        "kind": "follow_up_met", "ask": "meeting", "channel": "email", "seeker": "Ada Kaya",
        "role": "Controller", "department": "Finance", "name": "Ria Num", "given": "Ria",
        "company": "Acme", "tie": "met", "origin": "met", "how": "at a fair", **known,
    }  # fmt: skip
    return DraftFacts(**values)


@pytest.mark.parametrize("channel", ["email", "linkedin", "phone"])
def test_whoever_was_met_is_told_where(channel: Any) -> None:
    for voice in range(4):
        said = draft(facts(channel=channel, voice=voice))
        assert said.wording.startswith("met")
        assert re.search(r"(?i)met|meet", said.body) and "at a fair" in said.body
        assert "at a fair" in said.voicemail or channel != "phone"
        assert "at [where we met]" in draft(facts(channel=channel, how="", voice=voice)).body


def test_words_about_the_person_are_never_read_to_the_person() -> None:
    for how in ("Met Ria Num (Acme) at a fair", "Met at a fair, she will send me the ad"):
        assert "It was good to meet you at [where we met]." in draft(facts(how=how)).body
    assert "to help when we met at a fair." in draft(facts(origin="offered")).body


def test_where_we_met_is_the_event_and_never_their_company() -> None:
    """L5."""
    assert "at [where we met]" in draft(facts(how="at Acme")).body
    assert "at [where we met]" in draft(facts(how="Acme")).body


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("at a fair", "meet you at a fair."),
        ("We met at the fair in Essen.", "meet you at the fair in Essen."),
        ("through the choir", "meet you through the choir."),
        ("Career fair at Hamline", "meet you at the career fair at Hamline."),
        ("SHRM 2026", "meet you at SHRM 2026."),
        ("coffee", "meet you over coffee."),
        ("we shared a desk", "talk with you. We shared a desk."),
    ],
)
def test_what_was_typed_of_a_meeting_reads_as_a_sentence(how: str, said: str) -> None:
    """L7."""
    assert said in draft(facts(how=how)).body


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("We shared a desk at Nimbus", "we shared a desk at Nimbus"),
        ("she was my team lead at Adler", "you were my team lead at Adler"),
        ("He is my neighbour.", "you are my neighbour"),
        ("Worked together at Adler", "we worked together at Adler"),
        ("old colleagues", "we know each other as old colleagues"),
        ("through the choir", "we know each other through the choir"),
        ("at a fair", "we met at a fair"),
        ("the same choir", "we know each other from the same choir"),
        ("Met over coffee", "we met over coffee"),
        ("at Nimbus", "we knew each other at Nimbus"),
        ("my team lead at Adler", ""),
        ("I worked in her team", ""),
        ("Ria taught me to read a balance sheet", ""),
        ("", ""),
    ],
)
def test_a_tie_is_told_in_words_to_the_person_or_left_to_the_seeker(how: str, said: str) -> None:
    """L7: what was typed is a clause of a sentence, never a remark in brackets."""
    known = facts(kind="write", origin="proposed", tie="known", how=how)
    for voice, channel in product(range(4), ("email", "linkedin")):
        text = draft(replace(known, voice=voice, channel=channel))
        assert (said or "[where we know each other from]").casefold() in text.body.casefold()
        assert "(" not in text.body and text.body.count(". we") == 0


@pytest.mark.parametrize("voice", range(4))
def test_a_close_friend_is_told_the_same_memory(voice: int) -> None:
    """L7 holds for close ties, too; what they are to each other now need not be told to them."""
    close = facts(kind="write", origin="proposed", tie="close", voice=voice)
    desk = replace(close, how="We shared a desk at Nimbus")

    assert told_to_them(desk) in draft(desk).body
    assert "neighbour" not in draft(replace(close, how="He is my neighbour")).body

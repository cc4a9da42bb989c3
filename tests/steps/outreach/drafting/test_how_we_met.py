"""How two people know each other, as it can be said to the one written to."""

from datetime import date
from typing import Any

import pytest

from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.outreach.telling.line import understand


@pytest.mark.parametrize(
    ("line", "occasion"),
    [
        ("Met Ria Num (Acme) at a fair", "at a fair"),
        ("Met Ria Num (Acme), at the fair, Tue", "at the fair"),
        ("Met Ria Num for coffee, intro to Sam promised", "for coffee"),
        ("Had coffee with Ria Num at the station", "for coffee at the station"),
        ("Met Ria Num for a walk", "for a walk"),
        ("Met Ria Num in the lift yesterday", "in the lift"),
        ("Met Ria Num at a meetup about Python for drinks",
         "for drinks at a meetup about Python"),
        ("Met Ria Num at a fair and she will send me the job ad", "at a fair"),
        ("Met Ria Num at the fair - nice talk", "at the fair"),
        ("Met Ria Num (Acme), will send me the job ad at the latest on Friday", ""),
        ("Met Ria Num, promised to invite me for lunch", ""),
        ("Met Ria Num at 10:30", ""),
        ("Met Ria Num", ""),
    ],
)  # fmt: skip
def test_a_line_tells_on_what_occasion_two_met_and_nothing_of_what_was_promised(
    line: str, occasion: str
) -> None:
    assert understand(line, today=date(2026, 12, 7)).occasion == occasion


def facts(**known: Any) -> DraftFacts:
    values: dict[str, Any] = {
        "kind": "follow_up_met", "ask": "meeting", "channel": "email", "seeker": "Ada Kaya",
        "role": "Controller", "department": "Finance", "name": "Ria Num", "given": "Ria",
        "company": "Acme", "tie": "met", "origin": "met", "how": "at a fair", **known,
    }  # fmt: skip
    return DraftFacts(**values)


@pytest.mark.parametrize("channel", ["email", "linkedin", "phone"])
def test_whoever_was_met_is_told_where(channel: Any) -> None:
    said = draft(facts(channel=channel))
    assert said.wording.startswith("met")
    assert "It was good to meet you at a fair" in said.body
    assert "at a fair, and" in said.voicemail or channel != "phone"
    assert "at [where we met]" in draft(facts(channel=channel, how="")).body


def test_words_about_the_person_are_never_read_to_the_person() -> None:
    for how in ("Met Ria Num (Acme) at a fair", "Met at a fair, she will send me the ad"):
        assert "It was good to meet you at [where we met]." in draft(facts(how=how)).body
    older = facts(how="we shared a desk", tie="known")
    assert "It was good to meet you at [where we met]." in draft(older).body
    assert "(through the choir)" in draft(facts(how="through the choir")).body
    assert "to help when we met at a fair." in draft(facts(origin="offered")).body


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("she was my team lead at Adler", "It is Ada Kaya here (you were my team lead at Adler)."),
        ("He is my neighbour.", "It is Ada Kaya here (you are my neighbour)."),
        ("worked together at Adler", "It is Ada Kaya here (worked together at Adler)."),
        ("my team lead at Adler", "from [where we know each other from]."),
        ("I worked in her team", "from [where we know each other from]."),
        ("Ria taught me to read a balance sheet", "from [where we know each other from]."),
    ],
)
def test_a_tie_is_told_in_words_to_the_person_or_left_to_the_seeker(how: str, said: str) -> None:
    assert said in draft(facts(kind="write", origin="proposed", tie="known", how=how)).body

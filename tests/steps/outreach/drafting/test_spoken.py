"""What is said aloud: four ways of each, the machine told first and last how to call back (L13)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from firststep.facts.asks import ASKS
from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.outreach.drafting.names import number_slowly, spelled

CALL = DraftFacts(
    kind="call", ask="meeting", channel="phone", seeker="Noor Szabo", own_phone="(612) 555-0147",
    department="Purchasing", name="Dana Whitlock", given="Dana", company="Acme",
    about_company="Acme", first_note_on=date(2026, 11, 9), on=date(2026, 11, 12),
    tries_on=date(2026, 11, 17),
)  # fmt: skip


@pytest.mark.parametrize("voice", range(4))
@pytest.mark.parametrize("tie", [None, "known"])
def test_a_voicemail_has_name_reason_number_twice_and_what_comes(voice: int, tie: Any) -> None:
    said = draft(replace(CALL, voice=voice, tie=tie)).voicemail

    assert "Noor Szabo" in said and ("S-Z-A-B-O" in said or tie == "known")
    assert "15 minutes" in said or "advice" in said
    first, last = said.find("612 555 0147"), said.rfind("612 555 0147")
    assert 0 <= first < len(said) / 2 < last
    assert "on Tuesday" in said


def test_nothing_is_promised_after_the_last_call() -> None:
    said = draft(replace(CALL, tries_on=None, own_phone="")).voicemail

    assert "again on" not in said and "try" not in said


def test_nobody_met_face_to_face_is_told_a_number_or_that_one_calls() -> None:
    for voice in range(4):
        said = draft(replace(CALL, kind="write", channel="in_person", voice=voice))
        assert said.voicemail == "" and "calling" not in said.body.split("\n\n")[0].split(".")[0]


@pytest.mark.parametrize("ask", ASKS)
def test_four_people_hear_four_scripts(ask: Any) -> None:
    scripts = {draft(replace(CALL, ask=ask, voice=voice)).body for voice in range(4)}

    assert len(scripts) == 4


@pytest.mark.parametrize(
    ("name", "said"),
    [("Jordan Ellis", ""), ("Ada Moreno", ""), ("Noor Szabo", "S-Z-A-B-O"), ("王芳", ""), ("", ""),
     ("Tom O’Brien", "O-B-R-I-E-N"), ("Ana Núñez", "N-Ú-Ñ-E-Z"),
     ("Kim Featherstone", "F-E-A-T-H-E-R-S-T-O-N-E")],
)  # fmt: skip
def test_a_name_is_spelled_where_it_is_not_plain(name: str, said: str) -> None:
    assert spelled(name) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [("(612) 555-0147", "612 555 0147"), ("+49 30 5550199", "+49 30 555 0199"),
     ("+31612345678", "+316 123 456 78"), ("", "")],
)  # fmt: skip
def test_a_number_is_said_in_small_groups(number: str, said: str) -> None:
    assert number_slowly(number) == said

"""Names as people use them (L8)."""

from dataclasses import replace

import pytest

from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.outreach.drafting.names import (
    company_said,
    department_said,
    given_said,
    name_said,
    seat_said,
    signs_given,
)

FACTS = DraftFacts(
    kind="write", ask="meeting", channel="email", seeker="Ada Kaya", role="Buyer",
    department="Purchasing", name="Stuart Whitaker", given="Stuart", company="Acme",
    about_company="Acme", on_list=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Ann", "Ann"), ("ZOE", "Zoe"), ("AJ", "AJ"), ("Jean-Pierre", "Jean-Pierre"),
        ("Anne Marie", "Anne Marie"), ("Anna M.", "Anna"), ("芳", "芳"),
        ("Ir. Yun", "Yun"), ("Prof. Dr. Max", "Max"),
        ("Dr.", ""), ("Mr", ""), ("J.", ""), ("J. R.", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_given_name_is_one_to_greet_by_or_none(given: str, said: str) -> None:
    assert given_said(given) == said


@pytest.mark.parametrize(
    ("given", "name", "greeting"),
    [
        ("Dr.", "Dr. Yun Ho", "Hi Dr. Yun Ho,"), ("ZOE", "ZOE MILLER", "Hi Zoe,"),
        ("", "ZOE MILLER", "Hi Zoe Miller,"), ("J.", "J. Sukarno", "Hi J. Sukarno,"),
    ],
)  # fmt: skip
def test_nobody_is_greeted_by_a_title_or_in_capitals(given: str, name: str, greeting: str) -> None:
    facts = replace(FACTS, tie="known", given=given, name=name)

    assert draft(facts).body.startswith(greeting + "\n")


def test_a_stranger_is_greeted_by_the_whole_name_and_by_the_given_one_after_a_talk() -> None:
    assert draft(FACTS).body.startswith("Dear Stuart Whitaker,\n")
    assert draft(replace(FACTS, talked=True)).body.startswith("Hi Stuart,\n")
    assert draft(replace(FACTS, origin="met")).body.startswith("Hi Stuart,\n")


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Happy to help.\n\nBest,\nStuart", True), ("Sure.\nBest regards, Stuart\n", True),
        ("Yes\n- stuart", True), ("Gerne.\nViele Grüße\nStuart\n\n> Dear Stuart,\n> so", True),
        ("Yes.\n\nStuart Whitaker\nHead of Purchasing", False), ("Ask Stuart about it.", False),
        ("No.\n> Stuart", False), ("", False),
    ],
)  # fmt: skip
def test_whoever_signs_with_the_given_name_is_greeted_by_it(text: str, signed: bool) -> None:
    assert signs_given(text, "Stuart") is signed
    greeted = draft(replace(FACTS, signed_given=signed)).body
    assert greeted.startswith("Hi Stuart,\n") is signed


def test_a_name_in_capitals_is_written_as_it_is_said() -> None:
    assert name_said("ZOE MILLER") == "Zoe Miller"
    assert name_said("Ann McDonald") == "Ann McDonald"
    assert name_said("王芳") == "王芳"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Summit Avenue Communications, Inc.", "Summit Avenue Communications"),
        ("Hartmann Antriebe GmbH & Co. KG", "Hartmann Antriebe"),
        ("Whitebear Boats LLC", "Whitebear Boats"), ("Meridian Bank", "Meridian Bank"),
        ("Acme", "Acme"), ("", ""),
    ],
)  # fmt: skip
def test_a_company_is_said_without_its_legal_ending(name: str, said: str) -> None:
    assert company_said(name) == said


@pytest.mark.parametrize(
    ("department", "said"),
    [
        ("Purchasing", "purchasing"), ("Human Resources", "human resources"), ("IT", "IT"),
        ("R&D", "R&D"), ("UX Design", "UX design"), ("Marketing & Sales", "marketing & sales"),
        ("Einkauf", "Einkauf"), ("HR Services", "HR services"),
    ],
)  # fmt: skip
def test_a_department_stands_in_small_letters_inside_a_sentence(department: str, said: str) -> None:
    assert department_said(department) == said


def test_a_post_stands_in_small_letters_too() -> None:
    assert seat_said("Head of Purchasing") == "head of purchasing"
    assert seat_said("Leiter Einkauf") == "Leiter Einkauf"


def test_a_letter_names_the_company_twice_at_most() -> None:
    for voice, tie in ((n, tie) for n in range(4) for tie in (None, "close", "known", "dormant")):
        body = draft(replace(FACTS, voice=voice, tie=tie, how="we shared a desk")).body  # type: ignore[arg-type]
        assert 1 <= body.count("Acme") <= 2, body

"""What is said in a talk, in German: complete, and by du or Sie as a letter to the same person."""

import re
from dataclasses import replace
from typing import Any

import pytest

from firststep.facts.habits import Between
from firststep.facts.snapshot import TieFacts
from firststep.facts.text import table_beside
from firststep.habits.practice import lines, rehearsal
from firststep.habits.practice.brief import Brief, brief_for
from firststep.habits.practice.interview import at_an_interview
from firststep.habits.practice.rehearsal import PRACTISED_FOR, likely_answers
from firststep.steps.outreach import questions as asked
from firststep.steps.outreach.wordings.languages import Variety
from tests.builders import MONDAY, a_company, a_goal, a_person, a_snapshot, an_approach

ACME = a_company(1, "Acme")
ANN = replace(a_person(1, "Ann Lee", at=ACME, title="Head of Purchasing"), tie=None)
CLOSE = replace(ANN, tie=TieFacts(id=1, kind="close"))
SIE = re.compile(r"\b(?:Ihnen|Ihre?[mnrs]?|Sie)\b")
DU = re.compile(r"\b(?:du|dir|dich|deine?[mnrs]?|euch|eure?[rnms]?)\b")


def briefed(person: Any = ANN, approach: Any = None, **fields: Any) -> Brief:
    signed = fields.pop("signed_given", False)
    values = {"companies": [ACME], "people": [person], "language": "de", **fields}
    return brief_for(a_snapshot(**values), person, approach, today=MONDAY, signed_given=signed)


def said(brief: Brief) -> str:
    return " ".join((*brief.questions, brief.ask, *brief.opening_lines, brief.ending))


def shape(module: str, name: str) -> list[tuple[str, bool]]:
    """A table without its words: headings, names, and where a line answers another."""
    rows = [row for row in table_beside(module, name) if row]
    return [
        (row if re.fullmatch(r"<\w+>", row) else row.partition(" | ")[0] * (" | " in row),
         row.startswith("> "))
        for row in rows
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("module", "name"),
    [(asked.__file__, "questions"), (rehearsal.__file__, "answers"), (lines.__file__, "lines")],
)
def test_the_german_table_has_the_rows_of_the_english_one(module: str, name: str) -> None:
    assert shape(module, f"{name}_de") == shape(module, name)


@pytest.mark.parametrize("name", ["questions", "answers", "lines"])
def test_a_german_line_fills_what_the_english_one_fills(name: str) -> None:
    module = asked.__file__ if name == "questions" else lines.__file__
    known = {"department", "first", "via", "occasion", "role", "company", "holder"}
    for row in table_beside(module, f"{name}_de"):
        assert set(re.findall(r"{(\w+)}", row)) <= known
        assert row.count("<") == row.count(">") - row.startswith("> "), row


def test_a_stranger_hears_sie_and_who_is_close_du() -> None:
    stranger, close = said(briefed()), said(briefed(CLOSE))

    assert SIE.search(stranger) and not DU.search(stranger)
    assert DU.search(close) and not SIE.search(close)
    assert "Ann" in close and "Ann" not in stranger
    assert DU.search(said(briefed(signed_given=True)))
    assert SIE.search(said(briefed(replace(CLOSE, called="sie"))))


def test_where_two_met_and_who_brought_them_together_is_said() -> None:
    met = briefed(between={1: Between(event="Messe in Linz")}).opening_lines[0]
    tom = a_person(2, "Tom Berg")
    approach = an_approach(1, ANN, via_id=2, origin="introduced")
    brought = briefed(approach=approach, people=[ANN, tom]).opening_lines[0]

    assert "Sie auf der Messe in Linz kennenzulernen" in met
    assert "Tom Berg meinte" in brought


def test_every_ask_and_every_goal_has_its_line_without_a_gap() -> None:
    for ask in ("meeting", "advice", "name", "introduction", "tip", "connect", "referral"):
        for goal in (a_goal(), a_goal(department="", role=""), a_goal(exploring=True)):
            approach = an_approach(1, ANN, ask=ask)
            words = said(briefed(approach=approach, goal=goal))
            assert not re.search(r"[{}<>|]|Bereich [,.?]|  ", words), words


def test_in_switzerland_it_is_spelt_as_there() -> None:
    def of(variety: Variety) -> str:
        known = (
            likely_answers(one, department="Einkauf", seed=1, count=99, variety=variety)
            for one in PRACTISED_FOR
        )
        return " ".join(f"{one.they_say} {one.you_might}" for rows in known for one in rows)

    assert "ß" in of("german_sie") and "ß" not in of("swiss_sie")
    assert not re.search(r"[{}<>|]", of("german_du") + of("swiss_sie"))
    assert DU.search(of("german_du"))


def test_at_an_interview_one_says_sie() -> None:
    for key in range(7):
        found = at_an_interview(a_snapshot(companies=[ACME], language="de"), key).questions
        assert len(found) == 4 and all(one.endswith("?") for one in found)
        assert found[-1].endswith("von Ihnen?") and not DU.search(" ".join(found))

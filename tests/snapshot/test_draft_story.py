"""What came of a name, as the log has it (L4, L12)."""

import re
from datetime import date, datetime, timedelta

import pytest

from firststep.facts.draft import Draft, DraftFacts
from firststep.facts.snapshot import ApproachFacts, LogLine
from firststep.plan.planner import plan_day
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.outreach.drafting.draft import draft
from tests.builders import MONDAY, TUESDAY, a_company, a_line, a_person, a_seat, a_snapshot
from tests.builders import an_approach as opened_with

ACME = a_company(1, "Acme")
ANN = a_person(1, "Ann Lee", at=ACME, given="Ann")
LENA = a_person(2, "Lena Whitaker", tie=None, given="Lena")
FRIDAY = date(2026, 11, 6)
NAMED = (a_line("write"), a_line("refers", TUESDAY, 2, named_id=2))


def of_ann(*lines: LogLine, on: date, lena: tuple[LogLine, ...]) -> tuple[DraftFacts, Draft]:
    """The facts and the letter of Ann's step."""
    theirs = opened_with(2, LENA, *lena, origin="named", via_id=1, opened_on=TUESDAY, ask="meeting")
    picture = a_snapshot(people=[ANN, LENA], seats=[a_seat(1, ACME)],
                         approaches=[opened_with(1, ANN, *lines), theirs])  # fmt: skip
    day = plan_day(picture, today=on)
    card = next(one for one in (*day.cards, *day.showable) if one.person_id == ANN.id)
    facts = draft_facts(picture, card, on=on)
    return facts, draft(facts)


def test_thanks_for_a_name_tell_whether_the_note_went_out() -> None:
    for lena, said in (((a_line("write", FRIDAY, 3),), "today"), ((), "today|this")):
        facts, letter = of_ann(*NAMED, on=FRIDAY, lena=lena)
        assert facts.kind == "thank"
        assert re.search("Lena", letter.body) and re.search(said, letter.body)
        assert letter.blanks == ()


REPORT_ON = date(2026, 11, 25)
TOLD = (*NAMED, a_line("thank", TUESDAY, 3))
WROTE = (a_line("write", TUESDAY, 4), a_line("nudge", date(2026, 11, 10), 5))


@pytest.mark.parametrize(
    ("lena", "told", "blanks"),
    [
        ((*WROTE, a_line("yes", MONDAY + timedelta(days=14), 6),
          a_line("dated", MONDAY + timedelta(days=14), 7, at=datetime(2026, 11, 27, 10))),
         r"Lena.*Friday", 0),
        ((*WROTE, a_line("held", date(2026, 11, 20), 8)),
         r"Lena.*20 November", 1),
        (WROTE, r"Lena.*3 November.*\[(?i:what came of it)", 1),
        ((), r"Lena.*\[(?i:what came of it)", 1),
    ],
    ids=["a talk is agreed", "they talked", "notes alone", "nothing yet"],
)  # fmt: skip
def test_a_report_tells_the_story_of_whom_they_named(
    lena: tuple[LogLine, ...], told: str, blanks: int
) -> None:
    facts, letter = of_ann(*TOLD, on=REPORT_ON, lena=lena)

    assert facts.kind == "report_back"
    assert re.search(told, letter.body), letter.body
    assert len(letter.blanks) == blanks
    assert "hank" in letter.body


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ((a_line("write"),), True),
        ((), False),
        ((a_line("write"), a_line("question", TUESDAY, 2)), False),
        ((a_line("write"), a_line("bounced", TUESDAY, 2)), False),
    ],
    ids=["written in vain", "not written", "answered", "came back"],
)
def test_an_introduction_is_asked_for_with_the_note_that_had_no_answer(
    log: tuple[LogLine, ...], said: bool
) -> None:
    """L4, L5: nothing is said of a note that did not arrive, nor in vain of one answered."""
    dana = a_person(9, "Dana Whitlock", at=ACME, title="Head of Purchasing", tie=None)
    approaches: list[ApproachFacts] = [opened_with(5, dana, *log, ask="meeting")]
    approaches.append(opened_with(6, ANN, ask="introduction", opened_on=FRIDAY))
    picture = a_snapshot(people=[ANN, dana], seats=[a_seat(1, ACME, holder_id=9)],
                         approaches=approaches)  # fmt: skip
    card = next(one for one in plan_day(picture, today=FRIDAY).showable if one.person_id in (1, 9))
    card = card._replace(kind="ask_introduction", person_id=1, name="Ann Lee", approach_id=6,
                         ask="introduction", channel="email", seat_id=1, for_seat_id=1,
                         invitation="")  # fmt: skip
    facts = draft_facts(picture, card, on=FRIDAY)

    assert (facts.holder_noted_on is not None) is said
    body = draft(facts).body
    assert bool(re.search("(?i)on Monday", body)) is said
    assert re.search("To forward|could use|a text for you|to send along", body)

"""What a note to somebody knows of the notes before it (F28)."""

from datetime import date, timedelta

import pytest

from firststep.facts.draft import DraftFacts
from firststep.facts.snapshot import ApproachFacts
from firststep.plan.planner import plan_day
from firststep.snapshot.drafting import draft_facts
from firststep.steps.outreach.drafting import draft
from tests.builders import MONDAY, a_company, a_line, a_person, a_seat, a_snapshot, an_approach

ACME = a_company(1, "Acme")
ANN = a_person(1, "Ann Lee", at=ACME)
SAM = a_person(2, "Sam Ode", tie=None)
LONG_AFTER = MONDAY + timedelta(days=126)  # a Monday
SILENT = an_approach(1, ANN, a_line("write"), a_line("nudge", date(2026, 11, 5), 2))


def note(*approaches: ApproachFacts, on: date = LONG_AFTER) -> tuple[DraftFacts, str]:
    """The facts of Ann's first note on a day, and why the plan shows it."""
    picture = a_snapshot(people=[ANN, SAM], seats=[a_seat(1, ACME)], approaches=approaches)
    card = next(c for c in plan_day(picture, today=on).cards if c.person_id == ANN.id)
    return draft_facts(picture, card), card.why


def test_ninety_days_after_silence_a_note_knows_that_and_asks_for_less() -> None:
    facts, why = note(SILENT)
    assert (facts.after_silence, facts.ask, facts.smaller_ask) == (True, "name", "which_team")
    assert why == "You know Ann. Your last note is long past: write again, and ask for less."


def test_a_snooze_or_an_ask_that_opened_it_meanwhile_changes_nothing() -> None:
    opened = an_approach(2, ANN, opened_on=LONG_AFTER)
    assert note(SILENT, opened)[0].after_silence


@pytest.mark.parametrize(
    "before",
    [
        (),
        (an_approach(1, ANN, a_line("write"), a_line("helped", MONDAY, 2),
                     a_line("thank", MONDAY, 3), closed_on=MONDAY),
         an_approach(2, ANN, opened_on=LONG_AFTER)),
        (an_approach(1, ANN, a_line("write"), a_line("bounced", MONDAY, 2), closed_on=MONDAY),
         an_approach(2, ANN, opened_on=LONG_AFTER)),
        (SILENT, an_approach(2, ANN, ask="meeting", origin="named", via_id=2,
                             opened_on=LONG_AFTER)),
        (an_approach(1, SAM, a_line("write")),),
    ],
    ids=["nothing before", "helped", "came back", "named since", "somebody else"],
)  # fmt: skip
def test_where_no_silence_came_before_a_first_note_is_a_first_note(
    before: tuple[ApproachFacts, ...],
) -> None:
    facts, why = note(*before)
    assert not facts.after_silence and facts.smaller_ask is None
    assert "long past" not in why


def test_the_nudge_after_it_keeps_to_the_small_thing_that_was_asked() -> None:
    written = an_approach(2, ANN, a_line("write", LONG_AFTER, 3), opened_on=LONG_AFTER)
    facts, _ = note(SILENT, written, on=LONG_AFTER + timedelta(days=3))
    said = draft(facts)
    assert (facts.kind, said.wording) == ("nudge", "nudge-again")
    assert "Which team at Acme would you ring first in my place?" in said.body
    assert "If the name is not at hand" not in said.body


def test_once_they_answered_the_silence_before_is_over() -> None:
    log = (a_line("write", LONG_AFTER, 3), a_line("question", LONG_AFTER, 4))
    facts, _ = note(SILENT, an_approach(2, ANN, *log, opened_on=LONG_AFTER))
    assert facts.kind == "answer" and not facts.after_silence

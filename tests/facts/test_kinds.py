"""The records of the kinds: each name once, each with all that is asked of it."""

from typing import get_args

import pytest

from firststep.facts.line_kinds import CAME_IN, LINE_KINDS, SENT_KINDS, LogKind
from firststep.facts.step_kinds import (
    FIRST_NOTES,
    STEP_KIND,
    STEP_KINDS,
    CardKind,
    StepKind,
)
from firststep.plan.playbook import RULES
from firststep.steps.outreach.wordings.wording import all_wordings

WHOSE = {
    "ref": "7", "person_id": 7, "heard_id": 3, "name": "Ann Lee", "company": "Acme",
    "seat": "Head of Purchasing",
    "about": " for advice", "name_typed": "A", "company_typed": "B", "seat_typed": "C",
    "wrote_typed": "D",
}  # fmt: skip


def test_each_kind_has_one_record() -> None:
    assert tuple(kind.name for kind in STEP_KINDS) == get_args(CardKind)
    assert {kind.name for kind in LINE_KINDS} == set(get_args(LogKind))
    assert len(LINE_KINDS) == len(get_args(LogKind))


@pytest.mark.parametrize("kind", STEP_KINDS, ids=lambda kind: kind.name)
def test_a_step_has_its_reason_and_its_words_and_where_something_is_said_its_wording(
    kind: StepKind,
) -> None:
    worded = {name for one in all_wordings() for name in one.fits.get("kinds", ())}

    assert RULES[kind.name]
    assert kind.minutes > 0 and kind.verb
    said = [kind.phrase, kind.title, kind.when_late, *kind.typed]
    assert not any("{" in words.format(**WHOSE) for words in said)
    if kind.is_worded:
        assert {kind.name, "first_call"} & worded


def test_thanks_answers_and_meetings_are_never_left_out_nor_counted_in_minutes() -> None:
    outside = {kind.name for kind in STEP_KINDS if kind.outside_minutes}

    interviews = {"prepare_interview", "interview", "thank_interview"}
    assert outside == {"answer", "thank", "prepare", "meet", "confirm_heard"} | interviews
    assert not any(STEP_KIND[name].optional for name in outside)


def test_a_first_note_is_logged_as_one() -> None:
    assert {STEP_KIND[name].sent_as for name in FIRST_NOTES} == {"write"}


def test_what_is_written_reached_somebody_and_what_came_in_did_not() -> None:
    out = {kind.name for kind in LINE_KINDS if kind.out}

    sent = {kind.name for kind in LINE_KINDS if kind.sent}
    assert sent == set(SENT_KINDS) and sent - out == {"invite"}  # without a note it says nothing
    assert not CAME_IN & out
    assert {kind.name for kind in LINE_KINDS if kind.answer} == CAME_IN - {
        "out_of_office", "bounced", "accepted",
    }  # fmt: skip

"""Rules F32 and F33 of docs/method.md: a call needs a number."""

from dataclasses import replace
from typing import Any

import pytest

from firststep.facts.plan import Card, Plan
from firststep.facts.playbook import DEFAULT, TWO_HOUR
from firststep.facts.snapshot import CompanyFacts, Snapshot
from firststep.plan.planner import plan_day
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.followup.thread import Rhythm
from firststep.steps.outreach.drafting.draft import draft
from tests.builders import CALENDAR, a_line, a_person, a_seat, a_snapshot, working
from tests.interfaces.cli.conftest import Program
from tests.rules.acme import (
    ACME,
    ANN,
    DANA,
    HELD,
    WITHOUT_NUMBER,
    at_acme,
    days,
    on,
    plan,
    shown,
    steps,
    waits,
    with_whom,
)

WRITTEN = a_line("write")
NUMBER = "+49 30 1234567"
MEETING = {"ask": "meeting"}


def silent(*people: Any, at: CompanyFacts = ACME, **more: Any) -> Snapshot:
    """These managers of one company were written to on Monday."""
    seats = [a_seat(n, at, holder_id=who.id) for n, who in enumerate(people, 1)]
    written = [with_whom(n, who, ("write", 0), **MEETING) for n, who in enumerate(people, 1)]
    return a_snapshot(companies=[at], people=list(people), seats=seats, approaches=written, **more)


def found_on(day: int) -> CompanyFacts:
    return replace(ACME, phone=NUMBER, phone_on=working(day))


def card(found: Plan, kind: str) -> Card:
    return next(one for one in found.showable if one.kind == kind)


def test_f32_a_manager_without_a_number_is_called_once_a_number_is_found() -> None:
    assert waits(plan(2, silent(DANA)), DANA.name) == ("find_number", working(3))
    assert shown(plan(3, silent(DANA))) == [("find_number", DANA.name)]
    call = card(plan(3, silent(DANA, at=found_on(3))), "call")
    assert (call.name, call.number, call.put_through) == (DANA.name, NUMBER, True)


def test_f32_the_own_number_comes_before_the_switchboard() -> None:
    dana = replace(DANA, phones=("+4940 99",))
    call = card(plan(3, silent(dana, at=found_on(1))), "call")
    assert (call.number, call.put_through) == ("+4940 99", False)


@pytest.mark.parametrize(("found", "due"), [(1, 3), (3, 3), (5, 5), (8, 8)])
def test_f32_the_call_is_due_the_day_its_number_was_found(found: int, due: int) -> None:
    rhythm = replace_rhythm(found)
    assert steps(on(working(due), WRITTEN, rhythm=rhythm)) == [("call", working(due))]
    assert steps(on(working(due + 5), WRITTEN, rhythm=rhythm)) == [("call", working(due))]
    assert ("call", working(due)) not in steps(on(working(due + 6), WRITTEN, rhythm=rhythm))


def replace_rhythm(day: int) -> Rhythm:
    return WITHOUT_NUMBER._replace(has_number=True, number_on=working(day))


def test_f32_a_number_is_looked_for_until_five_days_after_it_was_due() -> None:
    assert steps(on(working(8), WRITTEN, rhythm=WITHOUT_NUMBER)) == [("find_number", working(3))]
    late = on(working(9), WRITTEN, rhythm=WITHOUT_NUMBER)
    assert steps(late) == [("nudge", working(7))]


def test_f32_a_number_found_too_late_brings_no_call_and_opens_nothing_anew() -> None:
    assert steps(on(working(9), WRITTEN, rhythm=replace_rhythm(9))) == [("nudge", working(7))]
    without = on(working(30), WRITTEN, rhythm=WITHOUT_NUMBER)
    after = on(working(30), WRITTEN, rhythm=replace_rhythm(30))
    assert after.closed_on == without.closed_on == working(13)


def test_f32_a_number_that_is_known_later_is_not_known_yet() -> None:
    assert shown(plan(3, silent(DANA, at=found_on(5)))) == [("find_number", DANA.name)]


def test_f32_a_number_that_is_gone_takes_back_no_call_that_was_made() -> None:
    called = on(working(4), WRITTEN, a_line("voicemail", working(3), 2), rhythm=WITHOUT_NUMBER)
    assert steps(called) == [("nudge", working(7))]


def test_f32_one_number_for_a_company_is_looked_for_once() -> None:
    other = a_person(10, "Omar Diaz", at=ACME, title="Head of Purchasing", tie=None)
    found = plan(3, silent(DANA, other))
    assert [kind for kind, _ in shown(found)] == ["find_number"]
    told = [row.why for row in found.waiting if row.kind == "find_number"]
    assert told == ["One number for Acme is enough."]
    both = plan(3, silent(DANA, other, at=found_on(2)))
    assert [kind for kind, _ in shown(both)] == ["call", "call"]


def test_f32_only_managers_are_put_through_by_a_switchboard() -> None:
    picture = at_acme([ANN], with_whom(1, ANN, ("write", 0)), companies=[found_on(0)])
    assert [kind for kind, _ in shown(plan(3, picture))] == ["nudge"]
    unreached = replace(ANN, emails=())
    asked = at_acme([unreached], companies=[found_on(0)])
    assert ("find_address", ANN.name) in shown(plan(0, asked))


def test_f32_a_manager_with_no_other_way_is_called_by_the_switchboard() -> None:
    dana = replace(DANA, emails=())
    proposed = at_acme([dana], seat=HELD, companies=[found_on(0)])
    assert shown(plan(0, proposed)) == [("call", DANA.name)]


def test_f32_a_reply_from_the_company_holds_finding_the_number_as_it_holds_the_call() -> None:
    written = with_whom(1, DANA, ("write", 0), **MEETING)
    answered = with_whom(2, ANN, ("write", 0), ("helped", 3))
    picture = at_acme([DANA, ANN], written, answered, seat=HELD)
    assert ("find_number", DANA.name) not in shown(plan(3, picture))


def test_f32_where_calls_are_left_out_no_number_is_looked_for() -> None:
    found = plan_day(silent(DANA), today=working(3), book=TWO_HOUR)
    assert [row.kind for row in found.waiting] == ["nudge"]
    without = replace(DEFAULT, left_out=frozenset({"find_number"}))
    cards = plan_day(silent(DANA), today=working(3), book=without).cards
    assert [card.kind for card in cards if card.name] == ["nudge"]


# -- what is said ------------------------------------------------------------------------------


def text(picture: Snapshot, day: int, kind: str) -> Any:
    found = card(plan(day, picture), kind)
    return draft(draft_facts(picture, found, on=working(day)))


def test_f32_the_script_asks_to_be_put_through_and_only_at_a_switchboard() -> None:
    script = text(silent(DANA, at=found_on(1)), 3, "call")
    assert script.body.startswith(
        "Hello, this is Ada Moreno. Could you put me through to Dana Whitlock, please?"
    )
    own = text(silent(replace(DANA, phones=(NUMBER,))), 3, "call")
    assert "put me through" not in own.body


@pytest.mark.parametrize(
    ("company", "phones", "announced"),
    [(ACME, (), False), (found_on(0), (), True), (ACME, (NUMBER,), True)],
)
def test_f32_a_first_note_announces_the_call_only_where_one_will_follow(
    company: CompanyFacts, phones: tuple[str, ...], announced: bool
) -> None:
    dana = replace(DANA, phones=phones)
    picture = at_acme([dana], seat=HELD, companies=[company])
    note = text(picture, 0, "write").body
    assert ("I will call on Thursday 5 November" in note) is announced
    known = at_acme([replace(ANN, phones=phones)], companies=[company])
    assert "I will call" not in text(known, 0, "write").body


def test_f32_the_announced_day_is_the_day_of_the_call() -> None:
    announced = card(plan(0, at_acme([DANA], seat=HELD, companies=[found_on(0)])), "write").calls_on
    assert announced == CALENDAR.after(working(0), 3)
    assert waits(plan(0, silent(DANA, at=found_on(0))), DANA.name) == ("call", announced)


def test_f32_the_own_number_stands_in_the_voicemail_and_under_a_letter() -> None:
    picture = silent(DANA, at=found_on(1), own_phone="+49 171 555")
    assert "my number is +49 171 555" in text(picture, 3, "call").voicemail
    first = at_acme([DANA], seat=HELD, own_phone="+49 171 555")
    assert text(first, 0, "write").body.endswith("Ada Moreno\n+49 171 555")
    assert text(at_acme([DANA], seat=HELD), 0, "write").body.endswith("Ada Moreno")


# -- at the command line -----------------------------------------------------------------------


def a_manager_written_to(program: Program) -> None:
    program.on_day("person", "add", "Dana Whitlock", "--company", "Acme", "--title",
                   "Head of Purchasing", "--email", "dana@acme.example")  # fmt: skip
    program.on_day("seat", "Acme", "--is", "Dana Whitlock")
    program.on_day("sent", "Dana Whitlock")


@pytest.mark.parametrize(
    "words",
    [
        ("company", "edit", "Acme", "--phone", NUMBER),
        ("person", "edit", "Dana Whitlock", "--phone", NUMBER),
    ],
)
def test_f32_a_number_written_down_for_either_brings_the_call_and_undo_takes_it_back(
    begun: Program, words: tuple[str, ...]
) -> None:
    a_manager_written_to(begun)
    days(begun, "11-27")
    assert step_of_dana(begun) == ("find_number", "", "2026-11-26")
    begun.on_day(*words)
    assert step_of_dana(begun) == ("call", NUMBER, "2026-11-27")
    begun.on_day("undo")
    assert step_of_dana(begun) == ("find_number", "", "2026-11-26")


def step_of_dana(program: Program) -> tuple[str, str, str]:
    cards = program.on_day("today")["cards"]
    (one,) = (card for card in cards if card["name"] == "Dana Whitlock")
    return one["kind"], one["number"], one["due_on"]


def test_f32_what_is_no_number_is_refused_and_an_empty_one_takes_it_out(begun: Program) -> None:
    begun.on_day("company", "edit", "Acme", "--phone", NUMBER)
    for words in (("company", "edit", "Acme"), ("campaign",)):
        ended = begun(*words, "--phone", "call me", "--json")
        assert (ended.code, ended.json["kind"]) == (1, "bad_input")
    assert begun.on_day("company", "edit", "Acme", "--phone", "")["phone"] == ""
    assert begun.on_day("campaign", "--phone", NUMBER)["phone"] == NUMBER

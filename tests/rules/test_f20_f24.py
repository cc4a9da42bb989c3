"""How long a step takes, who is called first, what lapses, and what a reply holds (F20-F24)."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from firststep.facts.heard_kinds import HeardFacts
from firststep.facts.plan import Plan
from firststep.facts.snapshot import OpenMatch, PersonFacts, Snapshot
from firststep.steps.followup.delays import Delay
from firststep.steps.followup.thread import Rhythm
from tests.builders import MONDAY, a_company, a_person, a_snapshot
from tests.plan.test_playbook import many_strangers
from tests.rules.acme import (
    ACME,
    ANN,
    BOB,
    DANA,
    HELD,
    KNOWN,
    MANAGER,
    SEAT,
    a_thread,
    at_acme,
    names,
    plan,
    shown,
    steps,
    with_whom,
    working,
)

WRITTEN = ("write", 0)
NUMBER = {"emails": (), "phones": ("+4930",)}
MET = a_person(4, "Mia Berg", at=ACME, tie="met")
NAMED = {"ask": "meeting", "origin": "named", "via_id": 7}


def only(person: PersonFacts, *lines: Any, **more: Any) -> Snapshot:
    """Somebody with an open approach, alone at Acme, whose seat has its holder."""
    return at_acme([person], with_whom(1, person, *lines, **more), seat=replace(SEAT, holder_id=99))


RINGS = replace(DANA, phones=("+4930",))
AT_TEN = {"at": datetime(2026, 11, 5, 10)}
DATED = (WRITTEN, ("yes", 1), ("dated", 1, AT_TEN))
NO_GOAL = a_snapshot(goal=None, companies=[])
MATCH = OpenMatch(written="Acme GmbH", company_id=1, why="")
WROTE = HeardFacts(id=1, on=MONDAY, name="Ann Lee", kind="yes", automatic=False)
MINUTES = [
    (0, at_acme([ANN]), "write", 6),
    (0, at_acme([MET]), "write", 8),
    (3, at_acme([ANN, BOB], with_whom(1, ANN, WRITTEN)), "second_person", 6),
    (0, only(DANA, **NAMED), "write", 12),
    (0, only(BOB, **NAMED), "write", 12),
    (0, at_acme([DANA], seat=HELD), "write", 12),
    (3, only(ANN, WRITTEN), "nudge", 4),
    (1, only(ANN, WRITTEN, ("helped", 1)), "thank", 4),
    (3, only(RINGS, WRITTEN), "call", 8),
    (1, only(ANN, WRITTEN, ("question", 1)), "answer", 5),
    (0, a_snapshot(people=[a_person(5, "Zoe Kay", keep="weekly")]), "keep_in_touch", 5),
    (0, at_acme([replace(DANA, emails=())], seat=HELD), "find_address", 5),
    (11, only(ANN, WRITTEN, ("helped", 0), ("thank", 0)), "report_back", 6),
    (0, at_acme([]), "find_name", 12),
    (2, only(ANN, *DATED, ask="meeting"), "prepare", 15),
    (3, only(ANN, *DATED, ask="meeting"), "meet", 50),
    (0, at_acme([], open_matches=(MATCH,)), "confirm_match", 2),
    (0, at_acme([], heard=(WROTE,)), "confirm_heard", 2),
    (0, NO_GOAL, "decide_goal", 10),
    (0, a_snapshot(companies=[]), "add_companies", 10),
    (5, many_strangers(yes=1), "look_again", 10),
]  # fmt: skip


@pytest.mark.parametrize(("day", "picture", "kind", "minutes"), MINUTES)
def test_f20_a_step_takes_its_minutes(day: int, picture: Snapshot, kind: str, minutes: int) -> None:
    cards = [card for card in plan(day, picture).showable if card.kind == kind]
    assert [card.minutes for card in cards[:1]] == [minutes]


def test_f20_between_equals_motivation_decides_then_the_company_then_the_person() -> None:
    dull, dear, dear_too = (
        a_company(key, f"C{key}", motivation=wish) for key, wish in ((1, 1), (2, 5), (3, 5))
    )
    where = {11: dull, 12: dear_too, 13: dear, 14: dear}
    people = [a_person(key, f"P{key}", at=firm) for key, firm in where.items()]
    helped = [with_whom(who.id, who, WRITTEN, ("helped", 0)) for who in people]
    picture = a_snapshot(companies=[dull, dear, dear_too], people=people, approaches=helped)

    assert [card.name for card in plan(0, picture).cards[:4]] == ["P13", "P14", "P12", "P11"]


@pytest.mark.parametrize(
    ("ask", "answer"), [("name", "helped"), ("name", "refers"), ("introduction", "refers")]
)
def test_f20_who_helped_named_or_introduced_is_told_what_came_of_it(ask: str, answer: str) -> None:
    found = a_thread(11, WRITTEN, (answer, 1), ("thank", 1), ask=ask)
    assert steps(found) == [("report_back", working(21))]


@pytest.mark.parametrize(
    ("ways", "kind", "channel"),
    [
        ({}, "write", "email"),
        ({"emails": (), "linkedin": "ann"}, "write", "linkedin"),
        ({"emails": (), "linkedin": "ann", "phones": ("+4930",)}, "write", "linkedin"),
        (NUMBER, "call", "phone"),
        ({"emails": ()}, "find_address", None),
    ],
)
def test_f21_who_has_an_address_or_a_profile_is_written_to_who_has_a_number_is_called(
    ways: dict[str, Any], kind: str, channel: str | None
) -> None:
    found = plan(0, only(replace(ANN, **ways), opened_on=MONDAY))
    card = next(card for card in found.cards if card.name == "Ann Lee")
    assert (card.kind, card.channel) == (kind, channel)


@pytest.mark.parametrize("has_number", [True, False])
def test_f21_a_bounce_with_no_other_written_way_looks_for_an_address_for_ten_days(
    has_number: bool,
) -> None:
    rhythm = Rhythm(manager=True, has_number=has_number, has_written_way=False)
    log = (WRITTEN, ("bounced", 1))
    assert steps(a_thread(11, *log, rhythm=rhythm)) == [("find_address", working(1))]
    assert a_thread(12, *log, rhythm=rhythm).closed_why == "silence"


def test_f22_a_lapsed_ring_counts_as_done_on_its_due_day_for_the_note_after_it() -> None:
    log = (WRITTEN, ("no_answer", 6))
    assert steps(a_thread(12, *log, rhythm=MANAGER)) == [("call", working(7))]
    assert steps(a_thread(13, *log, rhythm=MANAGER)) == [("nudge", working(9))]


@pytest.mark.parametrize(
    ("rhythm", "log", "kind", "due", "last"),
    [
        (MANAGER, (WRITTEN,), "call", 3, 8),
        (MANAGER, (WRITTEN, ("voicemail", 3)), "nudge", 7, 12),
        (KNOWN, (WRITTEN, ("question", 1)), "answer", 2, 12),
        (KNOWN, (WRITTEN, ("helped", 1)), "thank", 2, 12),
        (KNOWN, (WRITTEN, ("helped", 1), ("thank", 1)), "report_back", 21, 31),
    ],
)
def test_f22_a_step_may_be_done_on_its_last_day_and_has_lapsed_after_it(
    rhythm: Rhythm, log: Any, kind: str, due: int, last: int
) -> None:
    assert steps(a_thread(last, *log, rhythm=rhythm)) == [(kind, working(due))]
    assert kind not in [step.kind for step in a_thread(last + 1, *log, rhythm=rhythm).steps]


def test_f22_a_closing_day_closes_that_day_but_never_cuts_off_a_step_still_shown() -> None:
    assert a_thread(6, WRITTEN, ("nudge", 3)).closed_on == working(6)
    assert steps(a_thread(6, WRITTEN)) == steps(a_thread(8, WRITTEN)) == [("nudge", working(3))]


def test_f22_lapsing_and_closing_run_on_while_a_pause_holds_the_step() -> None:
    asking = with_whom(1, ANN, WRITTEN, ("question", 6))
    silent = with_whom(2, BOB, ("write", 2))
    picture = at_acme([ANN, BOB], asking, silent)
    held = [n for n in range(6, 11) if ("nudge", "Bob Ray") not in shown(plan(n, picture))]

    assert held == [6, 7, 8, 9, 10]
    closed = {key: on for key, on, _ in plan(11, picture).closed}
    assert closed[2] == working(11)


@pytest.mark.parametrize(("until", "due", "last"), [({"until": working(9)}, 10, 15), ({}, 6, 11)])
def test_f22_an_absence_moves_the_day_of_a_step(until: Any, due: int, last: int) -> None:
    log = (WRITTEN, ("out_of_office", 1, until))
    assert steps(a_thread(last, *log)) == [("nudge", working(due))]
    assert a_thread(last + 1, *log).is_closed


def test_f22_a_snooze_moves_the_closing_of_a_thread() -> None:
    put_off = Delay(since=working(4), until=working(9), why="snoozed")
    log = (WRITTEN, ("nudge", 3))
    assert not a_thread(8, *log, delays=(put_off,)).is_closed
    assert a_thread(9, *log, delays=(put_off,)).closed_on == working(9)


@pytest.mark.parametrize(
    ("lines", "free"),
    [
        ((WRITTEN, ("nudge", 2)), 3),
        ((WRITTEN, ("question", 1), ("answer", 2)), 5),
        ((WRITTEN, ("question", 1), ("answer", 2), ("nudge", 4)), 5),
    ],
)
def test_f23_silence_counts_from_the_first_touch_since_something_came_in(
    lines: Any, free: int
) -> None:
    picture = at_acme([ANN, BOB], with_whom(1, ANN, *lines))
    free_from = [n for n in range(4 if free == 5 else 2, 8) if named("Bob Ray", plan(n, picture))]
    assert free_from[0] == free


def named(name: str, found: Plan) -> bool:
    return name in names(found)


BY_CALL = {"by_call": True}


@pytest.mark.parametrize(
    "outcome", [("yes", 3, BY_CALL), ("no", 3, BY_CALL), ("later", 3, BY_CALL), ("talked", 3)]
)
def test_f23_what_is_said_on_a_call_pauses_the_others_until_the_fifth_day(outcome: Any) -> None:
    called = with_whom(1, ANN, WRITTEN, outcome)
    picture = at_acme([ANN, BOB], called, with_whom(2, BOB, ("write", 2)))
    free = [n for n in range(5, 11) if ("nudge", "Bob Ray") in shown(plan(n, picture))]
    assert free[0] == 8


@pytest.mark.parametrize("outcome", ["voicemail", "no_answer"])
def test_f23_a_call_in_which_nothing_was_said_pauses_nobody(outcome: str) -> None:
    called = with_whom(1, ANN, WRITTEN, (outcome, 3))
    picture = at_acme([ANN, BOB], called, with_whom(2, BOB, WRITTEN))
    assert ("nudge", "Bob Ray") in shown(plan(3, picture))


@pytest.mark.parametrize(
    ("ask", "conversation"),
    [
        ("meeting", True), ("advice", True), ("name", False), ("introduction", False),
        ("tip", False), ("connect", False), ("referral", False),
    ],
)  # fmt: skip
def test_f24_only_a_yes_to_a_meeting_or_to_advice_is_a_conversation(
    ask: str, conversation: bool
) -> None:
    found = a_thread(1, WRITTEN, ("yes", 1), ask=ask)
    assert (found.conversation, found.promise) == (conversation, not conversation)
    assert found.live is conversation


def with_dana_named(*lines: Any, ask: str = "advice") -> Snapshot:
    dana = with_whom(2, DANA, ask="meeting", origin="named", via_id=7, opened_on=working(1))
    return at_acme([ANN, DANA], with_whom(1, ANN, *lines, ask=ask), dana, seat=HELD)


def test_f24_a_conversation_holds_also_whom_somebody_named_until_it_was_held() -> None:
    agreed = (WRITTEN, ("yes", 1), ("answer", 1))
    held = (*agreed, ("held", 4), ("thank", 4))
    assert not named("Dana Whitlock", plan(4, with_dana_named(*agreed)))
    assert named("Dana Whitlock", plan(4, with_dana_named(*held)))


def test_f24_a_conversation_that_was_closed_holds_nobody_any_more() -> None:
    agreed = with_dana_named(WRITTEN, ("yes", 1), ("answer", 1))
    ended = min(on for key, on, _ in plan(40, agreed).closed if key == 1)
    days = [n for n in range(2, 40) if named("Dana Whitlock", plan(n, agreed))]
    assert working(days[0]) == ended


PROMISED = (WRITTEN, ("yes", 1), ("thank", 2))


@pytest.mark.parametrize(
    ("lines", "free"), [((*PROMISED, ("helped", 3), ("thank", 3)), 3), (PROMISED, None)]
)
def test_f24_a_promise_holds_others_there_until_it_is_kept_or_closed(lines: Any, free: Any) -> None:
    picture = at_acme([ANN, BOB], with_whom(1, ANN, *lines))
    days = [n for n in range(3, 40) if named("Bob Ray", plan(n, picture))]
    closed = next((on for key, on, _ in plan(40, picture).closed if key == 1), None)
    assert working(days[0]) == (working(free) if free else closed)


def test_f24_the_reminder_of_a_promise_counts_from_the_thanks() -> None:
    assert steps(a_thread(3, *PROMISED)) == [("nudge", working(7))]

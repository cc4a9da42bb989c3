"""Rules F6 to F10 of docs/method.md, clause by clause."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from firststep.facts.kinds import CompanyStage, Origin
from firststep.facts.line_kinds import LogKind
from firststep.facts.plan import Plan
from firststep.facts.snapshot import ApproachFacts, LogLine, Snapshot
from firststep.plan.planner import plan_day
from firststep.steps.followup.thread import Rhythm
from tests.builders import (
    MONDAY,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
    of_people,
)
from tests.rules.acme import (
    ACME,
    ANN,
    BOB,
    CEM,
    DANA,
    GLOBEX,
    HELD,
    KNOWN,
    MANAGER,
    SEAT,
    on,
    steps,
    working,
)

WRITTEN = a_line("write")
FIND = ("find_name", "Head of Purchasing")


def cards(plan: Plan) -> list[tuple[str, str]]:
    return [(card.kind, card.name or card.seat) for card in of_people(plan.cards)]


def why_of(plan: Plan, name: str) -> str:
    return " ".join(row.why for row in plan.waiting if row.name == name)


def a_log(*kinds: LogKind, day: date = MONDAY, **last: object) -> list[LogLine]:
    """So many lines on one day; `last` are fields of the last of them."""
    lines = [a_line(kind, day, order) for order, kind in enumerate(kinds, 1)]
    return [*lines[:-1], lines[-1]._replace(**last)]  # type: ignore[arg-type]


AGREED = (WRITTEN, a_line("yes", working(1), 2), a_line("answer", working(2), 3))
NUDGED = (*AGREED, a_line("nudge", working(5), 4))
CALLED = (*NUDGED, a_line("voicemail", working(7), 5))


@pytest.mark.parametrize(
    ("rhythm", "log", "step"),
    [
        (KNOWN, AGREED, ("nudge", working(5))),
        (KNOWN, NUDGED, None),
        (MANAGER, AGREED, ("nudge", working(5))),
        (MANAGER, NUDGED, ("call", working(7))),
        (MANAGER, CALLED, None),
    ],
)
def test_f6_an_undated_yes_is_nudged_at_three_and_called_at_five_days_where_a_number_is_known(
    rhythm: Rhythm, log: tuple[LogLine, ...], step: tuple[str, date] | None
) -> None:
    found = on(working(7), *log, rhythm=rhythm, ask="meeting")
    assert steps(found) == ([step] if step else [])


@pytest.mark.parametrize(("rhythm", "log", "closes"), [(KNOWN, NUDGED, 10), (MANAGER, CALLED, 12)])
def test_f6_an_undated_yes_is_closed_five_days_after_the_last_step(
    rhythm: Rhythm, log: tuple[LogLine, ...], closes: int
) -> None:
    assert not on(working(closes - 1), *log, rhythm=rhythm, ask="meeting").is_closed
    assert on(working(closes), *log, rhythm=rhythm, ask="meeting").closed_on == working(closes)


def test_f6_the_limit_of_two_notes_and_a_call_counts_since_their_last_answer() -> None:
    before = (WRITTEN, a_line("voicemail", MONDAY, 2), a_line("nudge", MONDAY, 3))
    agreed = (*before, a_line("yes", working(1), 4), a_line("answer", working(2), 5))
    assert steps(on(working(5), *before, rhythm=MANAGER, ask="meeting")) == []
    assert steps(on(working(5), *agreed, rhythm=MANAGER, ask="meeting")) == [("nudge", working(5))]
    nudged = (*agreed, a_line("nudge", working(5), 6))
    assert steps(on(working(7), *nudged, rhythm=MANAGER, ask="meeting")) == [("call", working(7))]


DATED = (*AGREED, a_line("dated", working(2), 4, at=datetime(2026, 11, 6, 10)))


def test_f6_a_cancelled_meeting_is_nudged_called_and_closed_as_an_undated_yes() -> None:
    off = (*DATED, a_line("cancelled", working(3), 5))
    assert steps(on(working(3), *off, rhythm=MANAGER, ask="meeting")) == [("nudge", working(6))]
    nudged = (*off, a_line("nudge", working(6), 6))
    assert steps(on(working(6), *nudged, rhythm=MANAGER, ask="meeting")) == [("call", working(8))]
    called = (*nudged, a_line("voicemail", working(8), 7))
    assert on(working(13), *called, rhythm=MANAGER, ask="meeting").closed_on == working(13)


@pytest.mark.parametrize(("ends", "after"), [("held", "thank"), ("cancelled", "nudge")])
def test_f6_meet_stays_until_talked_or_cancelled(ends: LogKind, after: str) -> None:
    assert steps(on(working(6), *DATED, rhythm=KNOWN, ask="meeting")) == [("meet", working(4))]
    ended = on(working(6), *DATED, a_line(ends, working(6), 5), rhythm=KNOWN, ask="meeting")
    assert [step.kind for step in ended.steps] == [after]


def test_f7_a_name_is_looked_for_after_everything_that_is_due() -> None:
    dull = a_company(2, "Globex", motivation=1)
    gil = a_person(7, "Gil Roth", at=dull, tie="dormant")
    picture = a_snapshot(
        companies=[replace(ACME, motivation=5), dull], people=[gil],
        seats=[SEAT, a_seat(2, dull)], approaches=[an_approach(1, gil, WRITTEN)],
    )  # fmt: skip
    assert cards(plan_day(picture, today=working(3))) == [("nudge", "Gil Roth"), FIND]


@pytest.mark.parametrize(
    ("log", "looked_for"),
    [((), False), ((WRITTEN,), False), ((*a_log("write", "no", "thank"),), True)],
    ids=["proposed", "live", "settled"],
)
def test_f7_no_name_is_looked_for_where_a_known_person_is_proposed_or_live(
    log: tuple[LogLine, ...], looked_for: bool
) -> None:
    opened = [an_approach(1, ANN, *log)] if log else []
    picture = a_snapshot(people=[ANN], seats=[SEAT], approaches=opened)
    assert (FIND in cards(plan_day(picture, today=working(4)))) is looked_for


def four_companies(**fields: object) -> Snapshot:
    companies = [a_company(n, f"C{n}") for n in range(1, 5)]
    people = [a_person(n, f"P{n}", at=c) for n, c in enumerate(companies, 1)]
    seats = [a_seat(n, c) for n, c in enumerate(companies, 1)]
    return a_snapshot(companies=companies, people=people, seats=seats, **fields)


@pytest.mark.parametrize(("logged", "count"), [((), 1), ((WRITTEN,), 0)])
def test_f8_at_least_one_card_holds_until_something_is_logged_that_day(
    logged: tuple[LogLine, ...], count: int
) -> None:
    opened = [an_approach(1, a_person(1), line) for line in logged]
    picture = four_companies(approaches=opened)
    assert len(plan_day(picture, today=MONDAY, minutes=1).cards) == count
    assert len(plan_day(picture, today=working(1), minutes=1).cards) == 1


def test_f8_a_card_that_does_not_fit_makes_room_for_a_smaller_one_behind_it() -> None:
    boss = a_person(9, "Boss", at=GLOBEX, title="Head of Purchasing", tie=None, phones=("+4930",))
    lapsing = an_approach(1, boss, a_line("write", working(-8)), ask="meeting")
    picture = a_snapshot(
        companies=[ACME, GLOBEX], people=[ANN, boss], approaches=[lapsing],
        seats=[SEAT, a_seat(2, GLOBEX, holder_id=9)],
    )  # fmt: skip
    assert [c.minutes for c in plan_day(picture, today=MONDAY).cards] == [8, 6]
    plan = plan_day(picture, today=MONDAY, minutes=7)
    assert cards(plan) == [("write", "Ann Lee")]
    assert [card.name for card in plan.rolled] == ["Boss"]


def brought_by_ann(*log: LogLine, **fields: object) -> Snapshot:
    by = an_approach(1, ANN, *log, ask=fields.pop("ask", "name"))  # type: ignore[arg-type]
    return a_snapshot(people=[ANN, BOB, DANA], seats=[HELD], approaches=[by], **fields)


def bobs_note(picture: Snapshot, day: date) -> bool:
    return "Bob Ray" in [card.name for card in plan_day(picture, today=day).cards]


PROMISED = a_log("write", "yes", "thank")


def test_f9_where_a_yes_was_brought_nobody_else_gets_a_first_note_until_it_is_settled() -> None:
    assert not bobs_note(brought_by_ann(*PROMISED), working(3))
    kept = [*PROMISED, a_line("helped", working(3), 4), a_line("thank", working(3), 5)]
    assert bobs_note(brought_by_ann(*kept), working(3))
    refused = [*PROMISED, a_line("no", working(3), 4), a_line("thank", working(3), 5)]
    assert bobs_note(brought_by_ann(*refused), working(3))


def test_f9_nobody_gets_a_first_note_while_a_conversation_there_is_agreed_and_not_held() -> None:
    dated = [*a_log("write", "yes", "dated", at=datetime(2026, 11, 4, 10))]
    plan = plan_day(brought_by_ann(*dated, ask="advice"), today=working(2))
    assert "conversation with Ann Lee" in why_of(plan, "Bob Ray")
    held = [*dated, a_line("held", working(2), 4), a_line("thank", working(2), 5)]
    assert bobs_note(brought_by_ann(*held, ask="advice"), working(2))


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("", [("nudge", "Ann Lee"), ("ask_introduction", "Bob Ray")]),
        ("interview", [("nudge", "Ann Lee")]),
        ("job_offer", [("nudge", "Ann Lee")]),
        ("rejected", []),
    ],
)
def test_f9_at_interview_or_job_offer_no_first_note_and_at_rejected_nothing_more(
    stage: CompanyStage, expected: list[tuple[str, str]]
) -> None:
    hiring = replace(ACME, stage=stage)
    picture = a_snapshot(
        companies=[hiring], people=[ANN, BOB, DANA], seats=[HELD],
        approaches=[an_approach(1, ANN, WRITTEN, ask="name")],
    )  # fmt: skip
    assert sorted(cards(plan_day(picture, today=working(3)))) == sorted(expected)


WARM: list[Origin] = ["named", "referred", "introduced", "met", "offered"]


def dana_by(origin: Origin, **fields: object) -> ApproachFacts:
    values = {"ask": "meeting", "via_id": 1, "opened_on": working(-1), **fields}
    return an_approach(99, DANA, origin=origin, **values)


def plan_with_dana(origin: Origin, *others: ApproachFacts, day: date = MONDAY) -> Plan:
    approach = dana_by(origin)
    far = [a_company(n, f"C{n}") for n in range(11, 27)]
    people = [a_person(n + 100, f"P{n}", at=c, tie=None) for n, c in enumerate(far, 11)]
    picture = a_snapshot(
        companies=[ACME, *far], people=[ANN, BOB, CEM, DANA, *people],
        seats=[HELD], approaches=[approach, *others],
    )  # fmt: skip
    return plan_day(picture, today=day)


def is_shown(plan: Plan) -> bool:
    return "Dana Whitlock" in [card.name for card in plan.showable]


def written_to_strangers(count: int) -> list[ApproachFacts]:
    return [
        an_approach(n, a_person(n + 100, tie=None), WRITTEN, ask="meeting")
        for n in range(11, 11 + count)
    ]


@pytest.mark.parametrize("origin", WARM)
def test_f10_the_warm_are_exempt_from_known_first_the_fifteen_and_the_eight(
    origin: Origin,
) -> None:
    assert not is_shown(plan_with_dana("proposed"))  # Ann, Bob and Cem come first
    assert is_shown(plan_with_dana(origin))
    assert is_shown(plan_with_dana(origin, *written_to_strangers(15)))


@pytest.mark.parametrize("origin", ["named", "referred", "introduced"])
def test_f10_whoever_was_named_is_exempt_from_the_pause_of_the_reply_that_named_them(
    origin: Origin,
) -> None:
    asked = a_line("write", working(-3))
    for helper, exempt in ((ANN, True), (BOB, False)):
        replied = an_approach(helper.id, helper, asked, a_line("helped", MONDAY, 2))
        assert is_shown(plan_with_dana(origin, replied)) is exempt


@pytest.mark.parametrize("origin", WARM)
def test_f10_anothers_pause_two_live_threads_and_one_first_note_a_day_still_hold_them(
    origin: Origin,
) -> None:
    paused = an_approach(2, BOB, *a_log("write", "helped"))
    assert not is_shown(plan_with_dana(origin, paused))
    live = [an_approach(2, BOB, WRITTEN), an_approach(3, CEM, WRITTEN)]
    assert is_shown(plan_with_dana(origin, live[0], day=working(2)))
    assert not is_shown(plan_with_dana(origin, *live, day=working(2)))
    noted = an_approach(2, BOB, WRITTEN)
    assert not is_shown(plan_with_dana(origin, noted))


def is_late(day: int, *others: ApproachFacts) -> bool:
    plan = plan_with_dana("named", *others, day=working(day))
    return next(card.late for card in plan.showable if card.name == "Dana Whitlock")


def test_f10_late_counts_from_the_day_they_are_free() -> None:
    assert [is_late(n) for n in (1, 2, 6)] == [False, True, True]
    thanked = an_approach(
        2, BOB, a_line("write", working(-3)), a_line("helped", MONDAY, 2),
        a_line("thank", working(4), 3),
    )  # fmt: skip
    assert [is_late(n, thanked) for n in (4, 6, 7)] == [False, False, True]


def test_f10_the_seven_calendar_days_of_met_run_on_while_they_are_held() -> None:
    paused = an_approach(2, BOB, *a_log("write", "helped", day=working(1)))
    met = dana_by("met")._replace(log=(a_line("met", working(-1)),))
    picture = a_snapshot(people=[BOB, DANA], seats=[HELD], approaches=[met, paused])
    held = plan_day(picture, today=working(3))
    row = next(row for row in held.waiting if row.name == "Dana Whitlock")
    assert (row.kind, row.due_on) == ("write", working(6))  # their days end while they are held
    free = plan_day(picture, today=working(6))
    assert ("write", "Dana Whitlock") in cards(free)

"""Rules F1 to F5 of docs/method.md, clause by clause."""

from dataclasses import replace
from datetime import date

import pytest

from firststep.facts.asks import Ask
from firststep.facts.kinds import Origin
from firststep.facts.line_kinds import LogKind
from firststep.facts.snapshot import ApproachFacts, PersonFacts, SnoozeFacts
from firststep.plan.planner import plan_day
from firststep.steps.followup.thread import Rhythm
from tests.builders import (
    MONDAY,
    a_line,
    a_position,
    a_snapshot,
    an_approach,
)
from tests.rules.acme import (
    ACME,
    ANN,
    DANA,
    HELD,
    KNOWN,
    MANAGER,
    WITHOUT_NUMBER,
    on,
    steps,
    working,
)

WRITTEN = a_line("write")
# Rung on the sixth day without an answer: the call is tried again on the seventh.
RUNG = (WRITTEN, a_line("no_answer", working(6), 2))


@pytest.mark.parametrize(
    ("rhythm", "log", "step", "last"),
    [
        (KNOWN, (WRITTEN,), ("nudge", working(3)), 8),
        (WITHOUT_NUMBER, (WRITTEN,), ("find_number", working(3)), 8),
        (WITHOUT_NUMBER, (WRITTEN,), ("nudge", working(7)), 12),
        (MANAGER, (WRITTEN,), ("call", working(3)), 8),
        (MANAGER, RUNG, ("call", working(7)), 12),
    ],
)
def test_f1_a_nudge_or_call_lapses_five_days_after_its_due_day(
    rhythm: Rhythm, log: tuple[object, ...], step: tuple[str, date], last: int
) -> None:
    assert steps(on(working(last), *log, rhythm=rhythm)) == [step]
    assert step not in steps(on(working(last + 1), *log, rhythm=rhythm))


def test_f1_after_a_lapsed_call_the_nudge_counts_from_its_due_day() -> None:
    lapsed = on(working(13), *RUNG, rhythm=MANAGER)
    assert steps(lapsed) == [("nudge", working(9))]


def test_f1_after_a_lapsed_nudge_the_closing_counts_from_its_due_day() -> None:
    assert on(working(9), WRITTEN, rhythm=KNOWN).closed_on == working(9)
    assert on(working(13), WRITTEN, rhythm=WITHOUT_NUMBER).closed_on == working(13)


def test_f1_one_step_of_a_thread_is_shown_at_a_time() -> None:
    both_due = on(working(8), WRITTEN, rhythm=MANAGER)
    assert steps(both_due) == [("call", working(3))]


@pytest.mark.parametrize(
    ("kinds", "ask", "live"),
    [
        ((), "name", False),
        (("write",), "name", True),
        (("voicemail",), "name", True),
        (("write", "helped"), "name", False),
        (("write", "helped", "thank"), "name", False),
        (("write", "no"), "name", False),
        (("write", "later"), "name", True),
        (("write", "later", "thank"), "name", True),
        (("write", "question"), "name", True),
        (("write", "question", "answer"), "name", True),
        (("write", "yes"), "meeting", True),
        (("write", "yes", "answer"), "meeting", True),
        (("write", "yes", "answer", "dated"), "meeting", False),
    ],
)
def test_f1_a_thread_is_live_from_its_first_touch_until_answered_and_again_while_undecided(
    kinds: tuple[LogKind, ...], ask: Ask, live: bool
) -> None:
    log = [a_line(kind, MONDAY, order) for order, kind in enumerate(kinds, 1)]
    assert on(MONDAY, *log, rhythm=KNOWN, ask=ask).live is live


def test_f1_a_closed_thread_is_live_no_more() -> None:
    assert on(working(8), WRITTEN, rhythm=KNOWN).live
    assert not on(working(9), WRITTEN, rhythm=KNOWN).live
    assert not on(MONDAY, WRITTEN, rhythm=KNOWN, closed_on=MONDAY).live


def stranger_is_free(known: PersonFacts, *approaches: ApproachFacts, day: date = MONDAY) -> bool:
    picture = a_snapshot(people=[known, DANA], seats=[HELD], approaches=approaches)
    plan = plan_day(picture, today=day)
    return not any("comes first" in row.why for row in plan.waiting if row.name == DANA.name)


LONG_AGO = (a_line("write", date(2026, 6, 1)), a_line("nudge", date(2026, 6, 4), 2))


@pytest.mark.parametrize(
    ("known", "approaches"),
    [
        (ANN, [an_approach(1, ANN, closed_on=MONDAY)]),
        (ANN, [an_approach(1, ANN, *LONG_AGO, opened_on=date(2026, 6, 1))]),
        (replace(ANN, positions=(a_position(ACME, sureness="weak"),)), []),
        (replace(ANN, emails=()), []),
        (replace(ANN, emails=(), linkedin=""), [an_approach(1, ANN)]),
    ],
    ids=["closed", "revisited", "weakly matched", "no address", "opened without address"],
)
def test_f4_who_is_closed_revisited_weakly_matched_or_without_address_holds_no_stranger_back(
    known: PersonFacts, approaches: list[ApproachFacts]
) -> None:
    assert not stranger_is_free(ANN)
    assert stranger_is_free(known, *approaches)


def test_f4_at_most_three_known_people_at_a_company_keep_strangers_back() -> None:
    four = [replace(ANN, id=n, name=f"Known {n}") for n in (1, 2, 3, 4)]
    settled = (WRITTEN, a_line("helped", MONDAY, 2), a_line("thank", MONDAY, 3))
    for count, held in ((2, True), (3, False)):
        done = [an_approach(n, four[n - 1], *settled) for n in range(1, count + 1)]
        picture = a_snapshot(people=[*four, DANA], seats=[HELD], approaches=done)
        plan = plan_day(picture, today=working(3))
        why = next(row.why for row in plan.waiting if row.name == DANA.name)
        assert ("comes first" in why) is held


ORIGINS: list[tuple[Origin, bool]] = [
    ("proposed", True), ("met", False), ("offered", False), ("named", False),
    ("referred", False), ("introduced", False),
]  # fmt: skip


@pytest.mark.parametrize(("origin", "stranger"), ORIGINS)
def test_f4_a_stranger_has_no_tie_and_was_not_met_offered_named_referred_or_introduced(
    origin: Origin, stranger: bool
) -> None:
    opened = an_approach(2, DANA, origin=origin, ask="meeting", opened_on=working(-1))
    assert stranger_is_free(ANN, opened) is not stranger
    tied = replace(DANA, tie=ANN.tie)
    picture = a_snapshot(people=[ANN, tied], seats=[HELD], approaches=[opened])
    assert not any("comes first" in row.why for row in plan_day(picture, today=MONDAY).waiting)


def test_f4_once_no_longer_put_off_a_known_person_keeps_strangers_back_again() -> None:
    snooze = SnoozeFacts(person_id=1, seat_id=None, made_on=MONDAY, until=working(2))
    picture = a_snapshot(people=[ANN, DANA], seats=[HELD])
    for day, free in ((MONDAY, True), (working(2), False)):
        plan = plan_day(picture, today=day, snoozes=[snooze])
        assert (DANA.name in [card.name for card in plan.cards]) is free


@pytest.mark.parametrize("kind", ["question", "talked"])
def test_f5_a_question_or_a_talk_without_decision_is_answered_nudged_and_closed(
    kind: LogKind,
) -> None:
    asked = (WRITTEN, a_line(kind, working(1), 2, by_call=kind == "talked"))
    assert steps(on(working(1), *asked, rhythm=MANAGER)) == [("answer", working(2))]
    answered = (*asked, a_line("answer", working(2), 3))
    assert steps(on(working(2), *answered, rhythm=MANAGER)) == [("nudge", working(5))]
    nudged = (*answered, a_line("nudge", working(5), 4))
    assert not on(working(9), *nudged, rhythm=MANAGER).is_closed
    assert on(working(10), *nudged, rhythm=MANAGER).closed_on == working(10)


@pytest.mark.parametrize(
    ("until", "back"), [(date(2026, 12, 7), date(2026, 12, 7)), (None, date(2026, 12, 3))]
)
def test_f5_a_later_is_thanked_and_written_to_again_on_its_day(
    until: date | None, back: date
) -> None:
    said = (WRITTEN, a_line("later", working(1), 2, until=until))
    assert steps(on(working(1), *said, rhythm=KNOWN)) == [("thank", working(2))]
    thanked = (*said, a_line("thank", working(2), 3))
    assert steps(on(working(2), *thanked, rhythm=KNOWN)) == [("write", back)]


SMALL: list[Ask] = ["name", "introduction", "tip", "connect", "referral"]


@pytest.mark.parametrize("ask", SMALL)
def test_f5_a_yes_to_a_small_favour_is_a_promise_thanked_and_reminded_of_once(ask: Ask) -> None:
    agreed = (WRITTEN, a_line("yes", working(1), 2))
    found = on(working(1), *agreed, rhythm=KNOWN, ask=ask)
    assert found.promise and steps(found) == [("thank", working(2))]
    thanked = (*agreed, a_line("thank", working(2), 3))
    assert steps(on(working(2), *thanked, rhythm=KNOWN, ask=ask)) == [("nudge", working(7))]
    reminded = (*thanked, a_line("nudge", working(7), 4))
    assert steps(on(working(11), *reminded, rhythm=KNOWN, ask=ask)) == []
    assert on(working(12), *reminded, rhythm=KNOWN, ask=ask).closed_on == working(12)


@pytest.mark.parametrize("ask", ["meeting", "advice"])
def test_f5_a_yes_to_a_conversation_is_no_promise(ask: Ask) -> None:
    found = on(working(1), WRITTEN, a_line("yes", working(1), 2), rhythm=KNOWN, ask=ask)
    assert not found.promise and steps(found) == [("answer", working(2))]


def test_f5_a_promise_that_was_kept_is_not_reminded_of() -> None:
    kept = (
        WRITTEN, a_line("yes", working(1), 2), a_line("thank", working(1), 3),
        a_line("helped", working(4), 4),
    )  # fmt: skip
    assert steps(on(working(4), *kept, rhythm=KNOWN)) == [("thank", working(5))]

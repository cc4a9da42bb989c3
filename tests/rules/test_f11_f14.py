"""Rules F11 to F14 of docs/method.md, clause by clause."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from firststep.facts.asks import Ask
from firststep.facts.kinds import Origin
from firststep.facts.line_kinds import REPLIES, LogKind
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import LogLine, TieFacts
from firststep.learn.progress import progress
from firststep.plan.planner import plan_day
from firststep.steps.approach.models import Approach
from firststep.steps.followup.cadence import thread
from tests.builders import (
    MONDAY,
    a_calendar,
    a_line,
    a_person,
    a_snapshot,
    an_approach,
    of_people,
)
from tests.interfaces.cli.conftest import Program
from tests.rules.acme import (
    ACME,
    ANN,
    DANA,
    GLOBEX,
    HELD,
    KNOWN,
    SEAT,
    WITHOUT_NUMBER,
    on,
    steps,
    working,
)

WRITTEN = a_line("write")
SAM = ("--to", "Sam Lee, Operations, Acme")


@pytest.mark.parametrize("answer", REPLIES)
def test_f11_a_name_goes_with_any_answer(begun: Program, answer: str) -> None:
    begun.on_day("sent", "Ann Lee")
    created = begun.on_day("reply", "Ann Lee", answer, *SAM)["created"]
    shows = begun.on_day("person", "show", f"p{created['person_id']}")
    assert shows["name"] == "Sam Lee"
    assert [one["approach_id"] for one in shows["approaches"]] == [created["approach_id"]]


def test_f11_refers_requires_a_name_and_without_one_writes_nothing(begun: Program) -> None:
    begun.on_day("sent", "Ann Lee")
    before = begun.on_day("person", "show", "Ann Lee")
    assert begun("reply", "Ann Lee", "refers", "--on", begun.on, "--json").code == 1
    assert begun.on_day("person", "show", "Ann Lee") == before


def test_f11_a_part_of_a_name_is_not_the_same_person(begun: Program) -> None:
    begun.on_day("person", "add", "Sam Lee Fox", "--company", "Acme")
    begun.on_day("sent", "Ann Lee")
    created = begun.on_day("reply", "Ann Lee", "refers", *SAM)["created"]
    assert begun.on_day("person", "show", f"p{created['person_id']}")["name"] == "Sam Lee"


@pytest.mark.parametrize(
    ("ask", "answer", "origin"),
    [
        ("introduction", "refers", "introduced"), ("introduction", "helped", "named"),
        ("name", "refers", "named"), ("advice", "refers", "named"), ("meeting", "no", "named"),
    ],
)  # fmt: skip
def test_f11_refers_on_an_ask_for_an_introduction_is_introduced_else_named(
    begun: Program, ask: Ask, answer: str, origin: Origin
) -> None:
    begun.on_day("ask", "Ann Lee", ask)
    begun.on_day("sent", "Ann Lee")
    created = begun.on_day("reply", "Ann Lee", answer, *SAM)["created"]
    assert Approach.objects.get(pk=created["approach_id"]).origin == origin


OLD = [a_line(kind, working(-4), order) for order, kind in enumerate(("write", "nudge"), 1)]
CALLED = a_line("voicemail", working(-3), 3)


@pytest.mark.parametrize(
    ("before", "kind", "due_on", "then"),
    [
        ([OLD[0]], "write", MONDAY, "call"),
        ([OLD[0], CALLED], "write", MONDAY, None),
        (OLD, "write", working(-4) + timedelta(days=90), None),
    ],
    ids=["a note", "a note and a call", "two notes"],
)
def test_f11_a_name_already_written_to_keeps_what_is_left_due_at_once_else_rests_ninety_days(
    before: list[LogLine], kind: str, due_on: date, then: str | None
) -> None:
    dana = replace(DANA, phones=("+4930",))
    earlier = an_approach(1, dana, *before, ask="meeting", opened_on=working(-4))
    named = an_approach(2, dana, ask="meeting", origin="named", via_id=1)
    picture = a_snapshot(people=[dana], seats=[HELD], approaches=[earlier, named])
    plan = plan_day(picture, today=MONDAY)
    found = [*plan.cards, *plan.waiting]
    assert [(one.kind, one.due_on) for one in found if one.ref == "2"] == [(kind, due_on)]
    if due_on == MONDAY:
        after = replace(picture, approaches={1: earlier, 2: named._replace(log=(WRITTEN,))})
        waiting = [row.kind for row in plan_day(after, today=MONDAY).waiting if row.ref == "2"]
        assert waiting == [then]


@pytest.mark.parametrize(
    ("title", "holds_seat", "tie", "step"),
    [
        ("Analyst", False, "known", ("nudge", working(3))),
        ("Analyst", False, None, ("nudge", working(3))),
        ("Head of Purchasing", False, "known", ("call", working(3))),
        ("Analyst", True, "known", ("call", working(3))),
        ("Analyst", True, None, ("call", working(3))),
    ],
)
def test_f12_holders_of_a_seat_and_who_runs_the_department_are_managers_and_only_they_are_called(
    title: str, holds_seat: bool, tie: str | None, step: tuple[str, date]
) -> None:
    who = a_person(9, "Dana Whitlock", at=ACME, title=title, tie=tie, phones=("+4930",))  # type: ignore[arg-type]
    seat = HELD if holds_seat else SEAT
    for ask in ("name", "meeting", "advice"):
        picture = a_snapshot(people=[who], seats=[seat], approaches=[an_approach(1, who, WRITTEN)])
        asked = replace(picture, approaches={1: picture.approaches[1]._replace(ask=ask)})
        rows = plan_day(asked, today=working(1)).waiting
        assert [(row.kind, row.due_on) for row in rows if row.person_id == 9] == [step]


@pytest.mark.parametrize(("manager", "closes"), [(False, 6), (True, 8)])
def test_f12_the_closing_too_goes_by_the_person(manager: bool, closes: int) -> None:
    spent = (WRITTEN, a_line("voicemail", working(3), 2), a_line("nudge", working(3), 3))
    found = on(working(4), *spent, rhythm=WITHOUT_NUMBER if manager else KNOWN)
    assert found.closes_on == working(closes)


def test_f12_a_manager_is_asked_for_a_meeting_and_somebody_known_elsewhere_for_advice() -> None:
    other = replace(GLOBEX, is_target=False)
    zoe = a_person(4, "Zoe Kay", at=other, title="Purchasing Clerk")
    zoe = replace(zoe, tie=TieFacts(id=4, kind="known", by_hand=True))
    boss = a_person(5, "Known Boss", at=ACME, title="Head of Purchasing")
    picture = a_snapshot(companies=[ACME, other], people=[boss, zoe], seats=[SEAT])
    asks = {card.name: card.ask for card in plan_day(picture, today=MONDAY).showable if card.name}
    assert asks == {"Known Boss": "meeting", "Zoe Kay": "advice"}


def test_f13_undo_takes_one_entry_after_another_and_there_is_no_redo(begun: Program) -> None:
    begun.on_day("keep", "Ann Lee", "weekly")
    begun.on_day("sent", "Ann Lee")
    begun.on_day("reply", "Ann Lee", "helped")
    undone = [begun.on_day("undo")["undone"]["verb"] for _ in range(2)]
    begun.on_day("ask", "Ann Lee", "advice")
    undone += [begun.on_day("undo")["undone"]["verb"] for _ in range(2)]
    assert undone == ["reply", "sent", "ask", "keep"]


def test_f13_undo_never_reaches_past_what_it_may_not_take_back_but_says_so(
    begun: Program,
) -> None:
    begun.on_day("person", "add", "Gus Hall")
    begun.on_day("sent", "Ann Lee")
    begun.on_day("forget", "Gus Hall", "--yes")
    before = begun.on_day("person", "show", "Ann Lee")
    refused = begun("undo", "--on", begun.on, "--json")
    assert (refused.code, refused.json["kind"]) == (1, "refused")
    assert "cannot be undone" in refused.json["error"]
    assert begun.on_day("person", "show", "Ann Lee") == before


@pytest.mark.parametrize(
    "done",
    [
        ("sent", "Moe Tan"), ("ask", "Moe Tan", "advice"), ("snooze", "Moe Tan", "2026-12-01"),
        ("person", "edit", "Moe Tan", "--title", "Chef"), ("tie", "Moe Tan", "--kind", "close"),
    ],
    ids=lambda words: words[0],
)  # fmt: skip
def test_f13_import_undo_keeps_and_lists_who_has_a_touch_an_approach_or_a_hand_edit(
    begun: Program, tmp_path: Path, done: tuple[str, ...]
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name,Company\nMoe Tan,Initrode\nPat Fox,Initrode\n", encoding="utf-8")
    number = begun.on_day("import", str(file))["import_id"]
    begun.on_day(*done)

    undone = begun.on_day("import", "--undo", str(number))

    assert [one["name"] for one in undone["kept"]] == ["Moe Tan"]
    assert undone["removed"]["people"] == 1
    assert begun.on_day("person", "show", "Moe Tan")["name"] == "Moe Tan"
    assert begun("person", "show", "Pat Fox", "--json").json["kind"] == "not_found"


@pytest.mark.parametrize(
    ("wrote", "off", "due"),
    [
        (MONDAY, [], date(2026, 11, 5)),
        (date(2026, 11, 5), [], date(2026, 11, 10)),
        (date(2026, 11, 7), [], date(2026, 11, 11)),
        (MONDAY, [date(2026, 11, 4)], date(2026, 11, 6)),
    ],
    ids=["within a week", "over a weekend", "from a Saturday", "over a holiday"],
)
def test_f14_plus_three_is_the_third_working_day_after_the_day_it_happened(
    wrote: date, off: list[date], due: date
) -> None:
    approach = an_approach(1, ANN, a_line("write", wrote))
    found = thread(
        approach, rhythm=KNOWN, calendar=a_calendar(off=off), today=wrote, book=DEFAULT
    )  # fmt: skip
    assert steps(found) == [("nudge", due)]


FRIDAY = working(4)


@pytest.mark.parametrize(
    ("kind", "ask", "step"),
    [
        ("yes", "meeting", "answer"), ("question", "name", "answer"), ("talked", "name", "answer"),
        ("helped", "name", "thank"), ("no", "name", "thank"), ("held", "meeting", "thank"),
    ],
)  # fmt: skip
def test_f14_within_a_day_is_shown_at_once_and_due_the_next_working_day(
    kind: LogKind, ask: Ask, step: str
) -> None:
    log = (WRITTEN, a_line(kind, FRIDAY, 2))
    picture = a_snapshot(
        people=[ANN], seats=[SEAT], approaches=[an_approach(1, ANN, *log, ask=ask)]
    )
    card = plan_day(picture, today=FRIDAY).cards[0]
    assert (card.kind, card.due_on) == (step, FRIDAY + timedelta(days=3))


@pytest.mark.parametrize("origin", ["named", "referred", "introduced"])
def test_f14_at_once_is_due_that_day(origin: Origin) -> None:
    found = on(MONDAY, rhythm=WITHOUT_NUMBER, origin=origin)
    assert steps(found) == [("write", MONDAY)]
    bounced = on(working(1), WRITTEN, a_line("bounced", working(1), 2), rhythm=KNOWN)
    assert steps(bounced) == [("write", working(1))]


@pytest.mark.parametrize("day", [MONDAY, working(6)])
def test_f14_a_proposal_without_a_date_is_due_the_day_asked_for(day: date) -> None:
    plan = plan_day(a_snapshot(people=[ANN], seats=[SEAT]), today=day)
    assert [(card.kind, card.due_on) for card in of_people(plan.cards)] == [("write", day)]


@pytest.mark.parametrize(
    ("log", "step", "due", "why"),
    [
        (("write", "no"), "thank", 1, "the thanks were missed"),
        (("write", "question"), "answer", 1, "the answer was missed"),
        (("write", "helped", "thank"), "report_back", 20, "the report was missed"),
    ],
)
def test_f14_thanks_answers_and_reports_lapse_ten_days_after_due_as_missed_and_close(
    log: tuple[LogKind, ...], step: str, due: int, why: str
) -> None:
    lines = [a_line(kind, MONDAY, order) for order, kind in enumerate(log, 1)]
    assert steps(on(working(due + 10), *lines, rhythm=KNOWN)) == [(step, working(due))]
    closed = on(working(due + 11), *lines, rhythm=KNOWN)
    assert (closed.is_closed, closed.closed_why, closed.steps) == (True, why, ())


def test_f14_missed_thanks_stand_in_the_rate_of_follow_up() -> None:
    missed = an_approach(1, ANN, WRITTEN, a_line("no", MONDAY, 2))
    picture = a_snapshot(people=[ANN], approaches=[missed])
    found = progress(picture, today=working(12), silent=()).thanks
    assert (found.due, found.in_time) == (1, 0)

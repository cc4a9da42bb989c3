"""Introduced anew, news after a snooze, what comes next, and warming up (F34-F37)."""

from dataclasses import replace
from typing import Any

import pytest

from firststep.facts.kinds import CompanyStage, TieKind
from firststep.facts.snapshot import ApproachFacts, Snapshot, SnoozeFacts
from firststep.plan.planner import plan_day
from firststep.steps.followup.delays import Delay
from tests.builders import MONDAY, a_company, a_person, a_seat, a_snapshot, working
from tests.interfaces.cli.conftest import Program
from tests.rules.acme import (
    ACME,
    ANN,
    BOB,
    DANA,
    HELD,
    KNOWN,
    a_thread,
    at_acme,
    days,
    plan,
    shown,
    steps,
    told,
    waits,
    with_whom,
)

IN_VAIN = (("write", 0), ("nudge", 3))
BY_EMAIL = replace(DANA, phones=())


def introducing(day: int, ask: Any = "introduction") -> ApproachFacts:
    """Ann names Dana on that day, as answer to what she was asked."""
    naming = ("refers", day, {"named_id": 9})
    return with_whom(1, ANN, ("write", day - 1), naming, ("thank", day), ask=ask, for_seat_id=1)


@pytest.mark.parametrize(
    ("ask", "origin", "due"),
    [("introduction", "introduced", working(6)), ("name", "named", None)],
    ids=["introduced", "a name alone"],
)
def test_f34_who_got_all_notes_in_vain_gets_a_first_note_again_once_introduced(
    ask: Any, origin: Any, due: Any
) -> None:
    earlier = with_whom(2, BY_EMAIL, *IN_VAIN, ask="meeting")
    again = with_whom(3, BY_EMAIL, ask="meeting", origin=origin, via_id=1, opened_on=working(6))
    opened = (introducing(6, ask), replace_log(earlier, closed_on=working(6)), again)
    found = plan(6, at_acme([ANN, BY_EMAIL], *opened, seat=HELD))
    kind, day = next(
        ((card.kind, card.due_on) for card in found.showable if card.name == "Dana Whitlock"),
        (None, None),
    )
    assert (kind, day) == (("write", due) if due else (None, None))
    if not due:
        assert waits(found, "Dana Whitlock")[1] > working(50)


@pytest.mark.parametrize("kind", ["refers", "helped"])
@pytest.mark.parametrize("expected", [True, False])
def test_f34_who_is_said_to_expect_the_seeker_counts_as_introduced(
    kind: str, expected: bool
) -> None:
    naming = (kind, 6, {"named_id": 9, "expected": expected})
    asked = with_whom(1, ANN, ("write", 5), naming, ("thank", 6), ask="name", for_seat_id=1)
    silent = replace_log(with_whom(2, BY_EMAIL, *IN_VAIN, ask="meeting"), closed_on=working(6))
    origin: Any = "introduced" if expected else "named"
    again = with_whom(3, BY_EMAIL, ask="meeting", origin=origin, via_id=1, opened_on=working(6))

    found = plan(6, at_acme([ANN, BY_EMAIL], asked, silent, again, seat=HELD))

    of_dana = [card for card in found.showable if card.name == "Dana Whitlock"]
    assert [card.kind for card in of_dana] == (["write"] if expected else [])
    if expected:
        assert of_dana[0].why.startswith("Ann Lee says Dana expects you.")


def test_f34_one_who_says_so_makes_nobody_elses_introduction_a_mere_word() -> None:
    told = ("refers", 1, {"named_id": 9, "expected": True})
    asked = with_whom(1, ANN, ("write", 0), told, ("thank", 1), ask="name", for_seat_id=1)
    by_bob = with_whom(2, BY_EMAIL, origin="introduced", via_id=2, opened_on=working(1))

    found = plan(1, at_acme([ANN, BOB, BY_EMAIL], asked, by_bob, seat=HELD))

    of_dana = next(card for card in found.showable if card.name == "Dana Whitlock")
    assert of_dana.why.startswith("Bob Ray introduced you")


@pytest.mark.parametrize("expected", [True, False])
@pytest.mark.parametrize(
    "said",
    [
        ("reply", "Ann Lee", "refers", "--to", "Sam Lee, Operations, Globex"),
        ("reply", "Ann Lee", "helped", "--to", "Sam Lee, Operations, Globex"),
        ("talked", "Ann Lee", "--next", "Sam Lee, Operations, Globex"),
    ],
    ids=["refers", "helped", "talked"],
)
def test_f34_that_they_expect_the_seeker_is_told_with_the_answer_or_the_talk(
    begun: Program, said: tuple[str, ...], expected: bool
) -> None:
    begun.on_day("sent", "Ann Lee")
    begun.on_day(*said, *(["--expected"] if expected else []))
    begun.on_day("person", "edit", "Sam Lee", "--email", "sam@globex.example")

    cards = begun.on_day("today")["cards"]

    of_sam = next(one for one in cards if one["name"] == "Sam Lee")
    says = "says Sam expects you" if expected else "gave you the name of Sam"
    assert of_sam["kind"] == "write"
    assert of_sam["why"] == f"Ann Lee {says}. Say so in the first line, today."


@pytest.mark.parametrize(("said", "typed"), [("reply", "--to"), ("talked", "--next")])
def test_f34_nobody_expects_the_seeker_who_was_not_named(
    begun: Program, said: str, typed: str
) -> None:
    words = ("reply", "Ann Lee", "helped") if said == "reply" else ("talked", "Ann Lee")
    refused = begun(*words, "--expected", "--json", "--on", begun.on)
    assert refused.code == 1 and '"bad_input"' in refused.out
    assert "Say who expects you" in refused.out
    told = begun(*words, "--expected", "--on", begun.on)
    assert typed in told.err + told.out


def replace_log(approach: ApproachFacts, **fields: Any) -> ApproachFacts:
    return approach._replace(**fields)


def test_f34_the_whole_rhythm_begins_anew_in_the_thread_that_runs() -> None:
    rhythm = KNOWN._replace(introduced_at=(working(4), 9), named_on=working(4))
    introduced = a_thread(4, *IN_VAIN, rhythm=rhythm, origin="introduced")
    assert steps(introduced) == [("write", working(4))]
    written = a_thread(8, *IN_VAIN, ("write", 5), rhythm=rhythm, origin="introduced")
    assert steps(written) == [("nudge", working(8))]


@pytest.mark.parametrize(
    ("stage", "asked"), [("", True), ("interview", False), ("job_offer", False)]
)
def test_f34_no_introduction_is_asked_for_that_could_not_be_used(
    stage: CompanyStage, asked: bool
) -> None:
    was_there = a_person(1, "Ann Lee", positions=(ANN.positions[0]._replace(current=False),))
    picture = a_snapshot(
        companies=[replace(ACME, stage=stage)], people=[was_there, DANA], seats=[HELD]
    )
    assert (("ask_introduction", "Ann Lee") in shown(plan(0, picture))) is asked


# -- a snooze holds what is owed to somebody silent --------------------------------------------

UNTIL = Delay(since=working(1), until=working(40), why="snoozed", order=2)


@pytest.mark.parametrize(
    ("news", "step"),
    [
        (("helped", 2), ("thank", working(3))),
        (("question", 2), ("answer", working(3))),
        (("yes", 2), ("thank", working(3))),
        (("no", 2), ("thank", working(3))),
    ],
)
def test_f35_what_comes_in_after_a_snooze_is_answered_in_its_own_time(news: Any, step: Any) -> None:
    assert steps(a_thread(2, ("write", 0), delays=(UNTIL,))) == [("nudge", working(40))]
    assert steps(a_thread(2, ("write", 0), news, delays=(UNTIL,))) == [step]


def test_f35_thanks_put_off_after_the_answer_stay_put_off() -> None:
    later = Delay(since=working(2), until=working(6), why="snoozed", order=3)
    found = a_thread(3, ("write", 0), ("helped", 2), delays=(later,))
    assert found.steps[0].shows_on == working(6)


def test_f35_on_one_day_the_order_of_recording_says_which_came_after(begun: Program) -> None:
    begun.on_day("sent", "Ann Lee")
    days(begun, "11-24").on_day("snooze", "Ann Lee", "2027-02-01")
    begun.on_day("reply", "Ann Lee", "helped")
    assert ("thank", "Ann Lee") in on_today(begun)
    begun.on_day("snooze", "Ann Lee", "2026-11-27")
    assert ("thank", "Ann Lee") not in on_today(begun)
    begun.on_day("undo")
    assert ("thank", "Ann Lee") in on_today(begun)


def on_today(program: Program) -> list[tuple[str, str]]:
    return [(card["kind"], card["name"]) for card in program.on_day("today")["cards"]]


# -- what comes next ---------------------------------------------------------------------------


def known(count: int) -> Snapshot:
    firms = [a_company(n, f"C{n:02}") for n in range(1, count + 1)]
    people = [a_person(n, f"P{n:02}", at=firm) for n, firm in enumerate(firms, 1)]
    return a_snapshot(
        companies=firms, people=people, seats=[a_seat(n, f) for n, f in enumerate(firms, 1)]
    )


def test_f36_the_next_step_told_is_one_that_did_not_fit() -> None:
    found = plan_day(known(3), today=MONDAY, minutes=6)
    assert [card.name for card in found.cards] == ["P01"]
    assert found.coming is not None
    assert (found.coming.on, found.coming.step.kind, found.coming.step.name) == (
        working(1), "write", "P02",
    )  # fmt: skip


def test_f36_done_for_today_tells_the_next_working_day_where_steps_are_left() -> None:
    done = [with_whom(n, known(12).people[n], ("write", 0)) for n in range(1, 9)]
    found = plan_day(replace(known(12), approaches={a.id: a for a in done}), today=MONDAY)
    assert found.done_for_today and len(found.rolled) == 4
    assert found.coming is not None and found.coming.on == working(1)
    assert found.coming.step.name == "P09"


def named_and_thanks(*thanked: str) -> Snapshot:
    """Two who helped are to be thanked; Sam, whom one of them named, is called first."""
    firms = [a_company(n, f"C{n}") for n in (1, 2, 3)]
    helpers = [a_person(n, f"P{n}", at=firms[n - 1]) for n in (1, 2)]
    sam = a_person(3, "Sam Lee", at=firms[2], tie=None, emails=(), phones=("+4930",))
    log: list[Any] = [("write", 0), ("refers", 1, {"named_id": 3})]
    after = [("thank", 1)] if thanked else []
    threads = [with_whom(n, who, *log, *after) for n, who in enumerate(helpers, 1)]
    named = with_whom(9, sam, ask="meeting", origin="named", via_id=1, opened_on=working(1))
    return a_snapshot(companies=firms, people=[*helpers, sam], approaches=[*threads, named])


@pytest.mark.parametrize("thanked", [(), ("both",)], ids=["owed", "said"])
def test_f36_somebody_named_does_not_vanish_behind_thanks(thanked: tuple[str, ...]) -> None:
    found = plan_day(named_and_thanks(*thanked), today=working(1), minutes=5)
    cards = [(card.kind, card.name) for card in found.cards]
    owed = [] if thanked else [("thank", "P1"), ("thank", "P2")]
    assert cards == [*owed, ("call", "Sam Lee")]


def test_f36_who_was_named_comes_before_unasked_first_notes() -> None:
    dear = a_company(2, "Dear", motivation=5)
    close = a_person(5, "Close", at=dear, tie="close")
    named = with_whom(9, DANA, ask="meeting", origin="named", via_id=7)
    picture = a_snapshot(
        companies=[replace(ACME, motivation=1), dear], people=[close, DANA], approaches=[named],
        seats=[HELD, a_seat(2, dear)],
    )  # fmt: skip
    assert [card.name for card in plan_day(picture, today=MONDAY).cards] == [
        "Dana Whitlock", "Close",
    ]  # fmt: skip


# -- warming up --------------------------------------------------------------------------------

TIES: list[TieKind] = ["dormant", "known", "close"]


def begun_with(notes: int) -> Snapshot:
    """A close, a known and a dormant tie, the most wanted company where the tie is weakest."""
    firms = [a_company(n, f"C{n}", motivation=7 - 2 * n) for n in (1, 2, 3)]
    people = [a_person(n, tie, at=firms[n - 1], tie=tie) for n, tie in enumerate(TIES, 1)]
    others = [a_person(n, f"P{n}") for n in range(10, 10 + notes)]
    return a_snapshot(
        companies=firms,
        people=[*people, *others],
        seats=[a_seat(n, firm) for n, firm in enumerate(firms, 1)],
        approaches=[with_whom(who.id, who, ("write", 0)) for who in others],
    )


@pytest.mark.parametrize(
    ("notes", "order"), [(0, ["close", "known", "dormant"]), (2, ["close", "known", "dormant"]),
                         (3, ["dormant", "known", "close"])],
)  # fmt: skip
def test_f37_a_round_begins_with_three_notes_to_whom_one_knows_best(
    notes: int, order: list[str]
) -> None:
    cards = plan_day(begun_with(notes), today=MONDAY).cards
    assert [card.name for card in cards if card.name in TIES] == order


def test_f37_before_the_first_three_notes_nothing_hard_comes_first() -> None:
    dear = a_company(2, "Dear", motivation=5)
    fay = a_person(2, "Fay Head", at=dear, tie=None, title="Head of Purchasing")
    ann = a_person(1, "Ann Lee", at=replace(ACME, motivation=1), tie="dormant")
    picture = a_snapshot(
        companies=[replace(ACME, motivation=1), dear], people=[ann, fay],
        seats=[a_seat(2, dear, holder_id=2)],
    )  # fmt: skip
    assert plan_day(picture, today=MONDAY).cards[0].name == "Ann Lee"


SNOOZED = SnoozeFacts(person_id=1, seat_id=None, made_on=MONDAY, until=working(9))


def test_a_snooze_without_an_order_counts_as_made_after_all_else_of_its_day() -> None:
    helped = with_whom(1, ANN, ("write", 0), ("helped", 0))
    found = plan(1, at_acme([ANN, BOB], helped), SNOOZED)
    assert "You asked not to see this" in told(found, "Ann Lee")

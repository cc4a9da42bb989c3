"""What waits, what was sent, what came back, what is counted, and what ends (F15-F19)."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from firststep.facts.plan import Plan
from firststep.facts.snapshot import PersonFacts, SeatFacts, Snapshot
from firststep.learn.progress import Progress, progress
from firststep.plan.planner import plan_day
from tests.builders import a_company, a_person, a_position, a_seat, a_snapshot
from tests.interfaces.cli.conftest import Program
from tests.plan.test_playbook import many_strangers
from tests.rules.acme import (
    ACME,
    ANN,
    BOB,
    DANA,
    HELD,
    SEAT,
    a_thread,
    at_acme,
    crowded,
    days,
    plan,
    shown,
    waits,
    with_whom,
    working,
)

WRITTEN = ("write", 0)
NUDGED = ("nudge", 3)


@pytest.mark.parametrize(
    ("day", "log", "row"),
    [(1, (WRITTEN,), ("nudge", working(3))), (4, (WRITTEN, NUDGED), (None, working(6)))],
)
def test_f15_a_later_step_waits_and_a_thread_that_awaits_only_its_closing(
    day: int, log: Any, row: Any
) -> None:
    assert waits(plan(day, at_acme([ANN], with_whom(1, ANN, *log))), "Ann Lee") == row


HOLDS = {
    "a pause": (4, at_acme([ANN, BOB], with_whom(1, ANN, WRITTEN, ("helped", 4))), "Bob Ray"),
    "an agreed conversation": (
        2,
        at_acme([ANN, BOB], with_whom(1, ANN, WRITTEN, ("yes", 1), ("answer", 1), ask="advice")),
        "Bob Ray",
    ),
    "somebody known who is not silent yet": (
        1, at_acme([ANN, DANA], with_whom(1, ANN, WRITTEN), seat=HELD), "Dana Whitlock",
    ),
    "the eight strangers of a week": (1, crowded(8, None), "Dana Whitlock"),
    "the fifteen who have a note": (1, crowded(15, "known"), "Dana Whitlock"),
    "a name somebody known may give": (1, at_acme([ANN], with_whom(1, ANN, WRITTEN)), SEAT.title),
    "two written to one after the other": (
        2,
        at_acme([ANN, BOB, DANA], with_whom(1, ANN, WRITTEN), with_whom(2, BOB, ("write", 2)),
                seat=HELD),
        "Dana Whitlock",
    ),
    "too few yeses of strangers": (8, many_strangers(yes=0), "Boss 41"),
}  # fmt: skip


@pytest.mark.parametrize("why", HOLDS)
def test_f15_a_proposal_held_back_waits_for_the_first_day_it_may_be_shown(why: str) -> None:
    day, picture, name = HOLDS[why]
    kind, free_on = waits(plan(day, picture), name)
    later = (n for n in range(day + 1, day + 60) if name in proposed(plan(n, picture)))

    assert kind in ("write", "second_person", "find_name") and free_on == working(next(later))


def proposed(found: Plan) -> list[str]:
    return [card.name or card.seat for card in found.showable]


def test_f15_a_proposal_nobody_knows_the_day_of_waits_without_one() -> None:
    hiring = replace(ACME, stage="interview")
    found = plan(1, at_acme([ANN], companies=[hiring]))
    assert waits(found, "Ann Lee") == ("write", None)


def test_f15_all_that_did_not_fit_rolls_over_and_nothing_that_is_held_back() -> None:
    firms = [a_company(n, f"C{n}") for n in range(1, 11)]
    people = [a_person(n, f"P{n}", at=firm) for n, firm in enumerate(firms, 1)]
    people.append(a_person(11, "Second at C1", at=firms[0]))
    seats = [a_seat(n, firm) for n, firm in enumerate(firms, 1)]
    found = plan(0, a_snapshot(companies=firms, people=people, seats=seats))

    assert (len(found.cards), len(found.rolled)) == (7, 3)
    assert waits(found, "Second at C1") == ("write", None)


SENT = ("11-23", "sent", "Ann Lee")
REPLIED = ("11-24", "reply", "Ann Lee")
THANKED = ("11-24", "thank", "Ann Lee")


@pytest.mark.parametrize(
    ("before", "day", "kind"),
    [
        ([], "11-23", "write"),
        ([SENT, (*REPLIED, "out_of_office")], "11-24", "nudge"),
        ([SENT, (*REPLIED, "question")], "11-24", "answer"),
        ([SENT, (*REPLIED, "helped"), THANKED], "12-08", "report_back"),
        ([SENT, (*REPLIED, "later"), THANKED], "12-24", "write"),
    ],
)
def test_f16_what_was_sent_is_what_the_plan_shows_else_a_first_note_else_a_nudge(
    begun: Program, before: list[tuple[str, ...]], day: str, kind: str
) -> None:
    for on, *words in before:
        days(begun, on).on_day(*words)

    days(begun, day).on_day("sent", "Ann Lee")

    touches = begun.on_day("person", "show", "Ann Lee")["touches"]
    assert max(touches, key=lambda touch: int(touch["touch_id"]))["kind"] == kind


def test_f16_a_note_beyond_the_limits_is_recorded_all_the_same(begun: Program) -> None:
    for day in ("11-23", "11-24", "11-25", "11-26"):
        assert days(begun, day).on_day("sent", "Ann Lee")["touch_id"]
    assert len(begun.on_day("person", "show", "Ann Lee")["touches"]) == 4


def test_f16_an_answer_on_a_thread_that_silence_closed_settles_it() -> None:
    silent = with_whom(1, ANN, WRITTEN, NUDGED)
    answered = with_whom(1, ANN, WRITTEN, NUDGED, ("helped", 20))
    before, after = (at_acme([ANN], one) for one in (silent, answered))

    assert plan(20, before).silent == {1}
    assert plan(20, after).silent == frozenset()
    assert ("thank", "Ann Lee") in shown(plan(20, after))
    assert rates(figures(after, 20))["known"] == (1, 1)


def test_f17_a_bounce_settles_nothing() -> None:
    for person in (ANN, replace(ANN, emails=())):  # written to again, or closed without an address
        back = at_acme([person], with_whom(1, person, WRITTEN, ("bounced", 1)))
        assert [rates(figures(back, day))["known"] for day in (1, 40)] == [(0, 0)] * 2


def test_f17_an_absence_keeps_a_thread_open_until_the_first_working_day_after_it() -> None:
    friday = working(9)
    log = (WRITTEN, NUDGED, ("out_of_office", 5, {"until": friday}))
    assert a_thread(9, *log).closes_on == working(10)
    assert not a_thread(9, *log).is_closed and a_thread(10, *log).is_closed


def test_f17_an_absence_without_an_end_keeps_a_thread_open_for_five_days() -> None:
    log = (WRITTEN, NUDGED, ("out_of_office", 5))
    assert not a_thread(9, *log).is_closed and a_thread(10, *log).is_closed


def figures(picture: Snapshot, day: int = 30) -> Progress:
    silent = plan_day(picture, today=working(day)).silent
    return progress(picture, today=working(day), silent=silent)


def rates(found: Progress) -> dict[str, tuple[int, int]]:
    return {rate.of: (rate.n, rate.yes) for rate in found.rates}


@pytest.mark.parametrize(
    ("kind", "touched"),
    [
        ("write", 1), ("voicemail", 1), ("talked", 1), ("met", 1), ("held", 1),
        ("no_answer", 0), ("out_of_office", 0), ("helped", 0),
    ],
)  # fmt: skip
def test_f18_touched_is_a_touch_out_a_voicemail_somebody_met_or_a_conversation(
    kind: str, touched: int
) -> None:
    assert figures(at_acme([ANN], with_whom(1, ANN, (kind, 0)))).people_touched == touched


FORMER = replace(ANN, positions=(a_position(ACME, current=False),))
RUNS_IT = replace(ANN, positions=(a_position(ACME, title="Head of Purchasing"),))


@pytest.mark.parametrize(
    ("person", "seat", "counted"),
    [
        (ANN, a_seat(1, ACME, holder_id=1), (1, 0, 0)),
        (RUNS_IT, SEAT, (1, 0, 0)),
        (ANN, SEAT, (0, 1, 0)),
        (FORMER, SEAT, (0, 0, 1)),
    ],
)
def test_f18_a_decision_maker_counts_before_an_insider_and_an_insider_before_a_friend(
    person: PersonFacts, seat: SeatFacts, counted: tuple[int, int, int]
) -> None:
    found = figures(at_acme([person], with_whom(1, person, WRITTEN), seat=seat))
    assert (found.decision_makers, found.insiders, found.friends) == counted


@pytest.mark.parametrize(
    ("ask", "answer", "settled"),
    [
        ("meeting", "yes", (1, 1)), ("meeting", "helped", (1, 0)), ("meeting", "no", (1, 0)),
        ("name", "yes", (1, 1)), ("name", "helped", (1, 1)), ("name", "refers", (1, 1)),
        ("name", "no", (1, 0)), ("introduction", "refers", (1, 1)),
        ("name", "later", (0, 0)), ("name", "bounced", (0, 0)),
    ],
)  # fmt: skip
def test_f18_a_yes_is_a_yes_to_a_meeting_and_any_help_with_a_favour(
    ask: str, answer: str, settled: tuple[int, int]
) -> None:
    picture = at_acme([ANN], with_whom(1, ANN, WRITTEN, (answer, 1), ask=ask))
    assert rates(figures(picture))["known"] == settled


def test_f18_somebody_not_to_be_contacted_is_not_settled() -> None:
    stopped = replace(ANN, do_not_contact=True)
    assert rates(figures(at_acme([stopped], with_whom(1, stopped, WRITTEN))))["known"] == (0, 0)
    assert rates(figures(at_acme([ANN], with_whom(1, ANN, WRITTEN))))["known"] == (1, 0)


STOPPED = replace(ANN, do_not_contact=True)
HELPED = ("helped", 3)
AGREED = ("dated", 1, {"at": datetime(2026, 11, 5, 10)})


@pytest.mark.parametrize("log", [(WRITTEN,), (WRITTEN, HELPED), (WRITTEN, ("yes", 1), AGREED)])
def test_f19_do_not_contact_ends_the_cards_the_thanks_and_the_meeting(log: Any) -> None:
    for day in range(1, 15):
        found = plan(day, at_acme([STOPPED], with_whom(1, STOPPED, *log, ask="meeting")))
        assert "Ann Lee" not in [*proposed(found), *(row.name for row in found.waiting)]


@pytest.mark.parametrize(("ann", "nudged"), [(ANN, False), (STOPPED, True)])
def test_f19_do_not_contact_ends_the_pause_they_caused(ann: PersonFacts, nudged: bool) -> None:
    both = (with_whom(1, ann, WRITTEN, HELPED), with_whom(2, BOB, WRITTEN))
    assert (("nudge", "Bob Ray") in shown(plan(3, at_acme([ann, BOB], *both)))) is nudged


def test_f19_whoever_they_named_is_written_to_all_the_same() -> None:
    by = with_whom(1, STOPPED, WRITTEN, ("refers", 1, {"named_id": 9}))
    named = with_whom(2, DANA, ask="meeting", origin="named", via_id=1, opened_on=working(1))
    assert shown(plan(1, at_acme([STOPPED, DANA], by, named, seat=HELD))) == [
        ("write", "Dana Whitlock")
    ]


def of_ann(program: Program) -> list[Any]:
    today = program.on_day("today")
    return [c for c in today["cards"] + today["waiting"] if c["name"] == "Ann Lee"]


def test_f19_lifting_do_not_contact_reopens_nothing(begun: Program) -> None:
    asked = begun.on_day("ask", "Ann Lee", "advice")
    begun.on_day("sent", "Ann Lee")
    begun.on_day("reply", "Ann Lee", "yes")
    begun.on_day("meeting", "Ann Lee", "--at", "2026-11-25 10:00")
    assert of_ann(begun)
    begun.on_day("do-not-contact", "Ann Lee")
    assert of_ann(begun) == []

    begun.on_day("do-not-contact", "Ann Lee", "--lift")

    assert of_ann(begun) == []
    approaches = begun.on_day("person", "show", "Ann Lee")["approaches"]
    assert [one["approach_id"] for one in approaches] == [asked["approach_id"]]


def test_f19_dropping_a_company_takes_back_proposals_and_lets_threads_run_to_their_end(
    begun: Program,
) -> None:
    begun.on_day("person", "add", "Bob Ray", "--company", "Acme", "--tie", "known",
                 "--email", "bob@acme.example")  # fmt: skip
    begun.on_day("sent", "Ann Lee")
    begun.on_day("company", "drop", "Acme")

    today = days(begun, "11-26").on_day("today")

    named = {card["name"]: card["kind"] for card in today["cards"] + today["waiting"]}
    assert named.get("Ann Lee") == "nudge" and "Bob Ray" not in named
    assert all(card["company"] != "Acme" or card["name"] == "Ann Lee" for card in today["cards"])

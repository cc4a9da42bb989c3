"""The step that comes next, what holds a step without a day, and what ends while it is held."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from firststep.facts.plan import Plan
from tests.builders import (
    MONDAY,
    a_company,
    a_goal,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
    working,
)
from tests.rules.acme import (
    ACME,
    ANN,
    BOB,
    CEM,
    DANA,
    GLOBEX,
    HELD,
    SEAT,
    at_acme,
    happened,
    plan,
    plan_day,
    shown,
    told,
    waits,
    with_whom,
)

SATURDAY = MONDAY + timedelta(days=5)
ZOE = a_person(4, "Zoe Abel", at=GLOBEX)


def coming(found: Plan) -> tuple[date, str | None, str] | None:
    return found.coming and (found.coming.on, found.coming.step.kind, found.coming.step.name)


def test_a_conversation_on_a_day_off_comes_next_with_its_hour_on_that_very_day() -> None:
    dated = with_whom(
        4, ZOE, ("write", 0), ("yes", 1), ("dated", 2, {"at": datetime(2026, 11, 7, 11)}),
        ask="advice",
    )  # fmt: skip
    thanks = with_whom(1, ANN, ("write", 0), ("helped", 4))
    picture = a_snapshot(companies=[ACME, GLOBEX], people=[ANN, ZOE], approaches=[dated, thanks])

    saturday = plan_day(picture, today=SATURDAY)
    assert coming(saturday) == (SATURDAY, "meet", "Zoe Abel")
    assert waits(saturday, "Zoe Abel") == ("meet", SATURDAY)
    assert saturday.coming is not None
    assert "today at 11:00" in saturday.coming.step.why
    assert coming(plan_day(picture, today=SATURDAY + timedelta(days=1))) == (
        working(5), "thank", "Ann Lee",
    )  # fmt: skip
    assert waits(plan_day(picture, today=SATURDAY + timedelta(days=1)), "Zoe Abel")[1] == working(5)


def test_on_a_day_off_what_comes_first_is_what_the_next_working_day_begins_with() -> None:
    thanks = with_whom(4, ZOE, ("write", 0), ("helped", 4))
    picture = a_snapshot(companies=[ACME, GLOBEX], people=[ANN, ZOE], approaches=[thanks])
    assert coming(plan_day(picture, today=SATURDAY)) == (working(5), "thank", "Zoe Abel")


def test_what_only_waits_for_somebody_else_is_never_told_as_the_next_step() -> None:
    found = plan(0, at_acme([ANN, DANA], seat=HELD))
    held = next(row for row in found.waiting if row.name == "Dana Whitlock")
    assert held.open_ended and found.coming is None


def test_a_name_to_find_waits_without_a_day_while_somebody_known_there_is_only_proposed() -> None:
    assert next(iter(plan(0, at_acme([ANN])).waiting)).open_ended
    written = plan(1, at_acme([ANN], with_whom(1, ANN, ("write", 0))))
    held = next(row for row in written.waiting if row.kind == "find_name")
    assert not held.open_ended and held.due_on == working(9)
    assert coming(written) == (working(3), "nudge", "Ann Lee")


def test_a_second_note_to_a_company_is_not_promised_for_tomorrow_before_todays_is_written() -> None:
    chosen = plan(0, at_acme([ANN, BOB]))
    assert shown(chosen) == [("write", "Ann Lee")] and chosen.coming is None
    assert all(row.open_ended for row in chosen.waiting)
    written = plan(0, at_acme([ANN, BOB], with_whom(1, ANN, ("write", 0))))
    assert waits(written, "Bob Ray") == ("second_person", working(3))
    assert coming(written) == (working(3), "second_person", "Bob Ray")


def test_first_notes_wait_without_a_day_where_a_company_is_past_them() -> None:
    hiring = replace(ACME, stage="interview")
    found = plan(0, at_acme([ANN], companies=[hiring]))
    assert [row.open_ended for row in found.waiting] == [True, True]
    assert found.coming is None


def test_a_report_comes_on_the_day_it_is_shown_not_the_day_it_is_due() -> None:
    thanked = with_whom(1, ANN, ("write", 0), ("helped", 1), ("thank", 1))
    found = plan(2, at_acme([ANN], thanked, seat=replace(SEAT, title="Head")))
    assert waits(found, "Ann Lee") == ("report_back", working(21))
    assert ("report_back", "Ann Lee") in shown(plan(11, at_acme([ANN], thanked)))
    assert coming(plan(10, a_snapshot(people=[ANN], approaches=[thanked]))) == (
        working(11), "report_back", "Ann Lee",
    )  # fmt: skip


def test_f22_a_nudge_that_lapses_while_a_pause_holds_it_waits_for_the_closing_alone() -> None:
    silent = with_whom(1, ANN, ("write", 0))
    picture = at_acme([ANN, BOB], silent, with_whom(2, BOB, ("write", 1), ("helped", 5)))
    last = plan(5, picture)  # the nudge was due on the third day, and may be sent until the eighth
    assert waits(last, "Ann Lee") == (None, working(9))
    assert "closes by itself" in next(row.why for row in last.waiting if row.name == "Ann Lee")
    assert "Ann Lee" not in [row.name for row in plan(9, picture).waiting]


def test_f10_two_who_named_one_person_hold_her_back_no_more_than_one() -> None:
    named = an_approach(
        99, DANA, origin="named", via_id=1, opened_on=working(1), ask="meeting"
    )  # fmt: skip
    ann = with_whom(1, ANN, ("write", 0), ("refers", 1, {"named_id": 9}))
    bob = with_whom(2, BOB, ("write", 0), ("refers", 1, {"named_id": 9}))
    cem = with_whom(3, CEM, ("write", 0), ("refers", 1))
    assert ("write", "Dana Whitlock") in shown(plan(1, at_acme([ANN, BOB, DANA], ann, bob, named)))
    held = plan(1, at_acme([ANN, BOB, CEM, DANA], ann, bob, cem, named))
    assert ("write", "Dana Whitlock") not in shown(held)


REJECTED = replace(ACME, stage="rejected")


def test_f9_a_later_at_a_company_that_rejected_ends_on_its_day() -> None:
    later = with_whom(
        1, ANN, ("write", 0), ("later", 1, {"until": working(8)}), ("thank", 2), ask="meeting"
    )
    picture = at_acme([ANN], later, companies=[REJECTED])
    assert [waits(plan(n, picture), "Ann Lee") for n in (3, 7)] == [(None, working(8))] * 2
    assert "Acme has said no" in told(plan(3, picture), "Ann Lee")
    assert plan(8, picture).closed == ((1, working(8), "the company said no"),)
    assert ("write", "Ann Lee") in shown(plan(8, at_acme([ANN], later)))


def test_f9_nothing_new_begins_where_a_company_rejected_and_what_was_opened_there_is_closed() -> (
    None
):
    named = an_approach(9, DANA, origin="named", via_id=1, ask="meeting", opened_on=working(1))
    friend = a_person(5, "Eva Ott", at=REJECTED, title="Purchasing analyst", place="Berlin")
    by_hand = replace(friend, tie=friend.tie and friend.tie._replace(by_hand=True))
    picture = a_snapshot(
        companies=[REJECTED], people=[DANA, by_hand], seats=[HELD], approaches=[named],
        goal=a_goal(),
    )  # fmt: skip
    found = plan(3, picture)
    assert shown(found) == [] and found.waiting == ()
    assert found.closed == ((9, working(1), "the company said no"),)
    reopened = plan(3, replace(picture, companies={1: ACME}))
    assert {"Dana Whitlock", "Eva Ott"} <= {name for _, name in shown(reopened)} | {
        row.name for row in reopened.waiting
    }


def test_f21_a_later_who_can_be_reached_by_no_way_wants_an_address_and_ends_without_one() -> None:
    rang = ("talked", 0)
    later = with_whom(1, ANN, rang, ("later", 1, {"until": working(5)}), ("thank", 2))
    nowhere = replace(ANN, emails=())
    found = [plan(n, at_acme([nowhere], later)) for n in (5, 15, 16)]
    assert [("find_address", "Ann Lee") in shown(day) for day in found] == [True, True, False]
    assert found[2].closed == ((1, working(15), "silence"),)
    assert ("write", "Ann Lee") in shown(plan(15, at_acme([ANN], later)))
    number = replace(nowhere, phones=("+4930",))
    card = next(card for card in plan(15, at_acme([number], later)).showable)
    assert card.kind == "call" and "to hear from you again about now" in card.why


@pytest.mark.parametrize("minutes", [0, 12])
def test_f30_of_all_names_to_find_three_roll_over_at_most(minutes: int) -> None:
    firms = [a_company(n, f"C{n}") for n in range(1, 5)]
    seats = [a_seat(n, firm) for n, firm in enumerate(firms, 1)]
    done = with_whom(1, a_person(1, "Ann Lee"), ("write", 0), ("no", 0), ("thank", 0))
    people = [a_person(1, "Ann Lee")]
    picture = a_snapshot(companies=firms, people=people, seats=seats, approaches=[done])
    found = plan_day(picture, today=MONDAY, minutes=minutes)
    names = [card.kind for card in found.showable].count("find_name")
    assert names == 3
    assert sum(row.kind == "find_name" for row in found.waiting) == 1


def test_what_comes_from_somebody_away_comes_when_they_are_back() -> None:
    away = an_approach(1, ANN, *happened(("write", 0), ("out_of_office", 1, {"until": working(6)})))
    found = plan(2, a_snapshot(people=[ANN], approaches=[away]))
    assert coming(found) == (working(7), "nudge", "Ann Lee")

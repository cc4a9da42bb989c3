"""Met is met, and the pace: names and companies as fast as the campaign needs them (F29, F30)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from firststep.facts.plan import Plan
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import (
    ApproachFacts,
    CompanyFacts,
    PersonFacts,
    Snapshot,
    SnoozeFacts,
)
from firststep.facts.step_kinds import CardKind
from firststep.plan.planner import plan_day
from firststep.steps.followup.thread import Rhythm
from tests.builders import MONDAY, a_company, a_person, a_seat, a_snapshot, working
from tests.interfaces.cli.conftest import Program
from tests.rules.acme import ACME, ANN, a_thread, days, plan, steps, with_whom

NOKOMIS = a_company(30, "Nokomis Energy", is_target=False, targeted_on=None)
NOWHERE = Rhythm(manager=False, has_number=False, has_written_way=False)
NUMBER = Rhythm(manager=False, has_number=True, has_written_way=False)


def somebody_met(
    key: int, name: str, at: CompanyFacts = NOKOMIS, **fields: Any
) -> tuple[PersonFacts, ApproachFacts]:
    """Somebody met on Monday at a company that is no target."""
    person = a_person(key, name, tie="met", at=at, **fields)
    return person, with_whom(key, person, ("met", 0), ask="meeting", origin="met")


@pytest.mark.parametrize(
    ("rhythm", "kind"), [(NOWHERE, "follow_up_met"), (NUMBER, "call")], ids=["no way", "number"]
)
def test_f29_whoever_was_met_shows_the_next_working_day_also_without_a_way_to_them(
    rhythm: Rhythm, kind: CardKind
) -> None:
    found = a_thread(1, ("met", 0), rhythm=rhythm, origin="met")
    assert steps(found) == [(kind, working(1))]
    assert found.steps[0].last_on == MONDAY + timedelta(days=7)


def test_f29_without_a_way_the_seven_days_run_and_then_an_address_is_looked_for() -> None:
    kinds = {n: [kind for kind, _ in steps(a_thread(n, ("met", 0), rhythm=NOWHERE, origin="met"))]
             for n in (1, 5, 6)}  # fmt: skip
    assert kinds == {1: ["follow_up_met"], 5: ["follow_up_met"], 6: ["find_address"]}


def test_f29_who_was_written_to_in_vain_and_then_met_is_followed_up_with() -> None:
    written = a_thread(2, ("write", 0), ("met", 1), origin="met")
    assert steps(written) == [("follow_up_met", working(2))]
    again = a_thread(5, ("write", 0), ("met", 1), ("write", 2), origin="met")
    assert steps(again) == [("nudge", working(5))]


def test_f29_no_first_note_to_anybody_else_comes_before() -> None:
    karin, approach = somebody_met(40, "Karin Vogt", emails=())
    firms = [a_company(n, f"C{n}", motivation=5) for n in range(2, 9)]
    close = [a_person(n, f"P{n}", at=firm, tie="close") for n, firm in enumerate(firms, 2)]
    picture = a_snapshot(companies=[*firms, NOKOMIS], people=[karin, *close], approaches=[approach])
    found = plan_day(picture, today=working(1))
    assert found.cards[0].name == "Karin Vogt"
    assert len(found.cards) > 1


def test_f29_a_first_note_that_would_fit_waits_where_somebody_met_does_not() -> None:
    karin, approach = somebody_met(40, "Karin Vogt")
    elsewhere = a_company(31, "Ridge Freight", is_target=False, targeted_on=None)
    rachel, other = somebody_met(41, "Rachel Dunn", at=elsewhere)
    firm = a_company(2, "C2")
    pat = a_person(2, "Pat", at=firm, tie="close")
    picture = a_snapshot(
        companies=[firm, NOKOMIS, elsewhere], people=[karin, rachel, pat],
        approaches=[approach, other],
    )  # fmt: skip
    found = plan_day(picture, today=working(1), minutes=22)  # 8, 8 and 6
    assert [card.name for card in found.cards] == ["Karin Vogt", "Rachel Dunn", "Pat"]
    less = plan_day(picture, today=working(1), minutes=15)
    assert [card.name for card in less.cards] == ["Karin Vogt"]
    assert [card.name for card in less.rolled][:2] == ["Rachel Dunn", "Pat"]


def test_f29_met_is_told_in_one_line_and_shown_the_next_day(begun: Program) -> None:
    begun.on_day("log", "Met Karin Vogt (Nokomis Energy) at the mixer", "--yes")
    cards = days(begun, "11-24").on_day("today")["cards"]
    assert (cards[0]["kind"], cards[0]["name"]) == ("follow_up_met", "Karin Vogt")
    assert "no way to reach" in cards[0]["why"].lower()


# -- the pace ----------------------------------------------------------------------------------


def targets(count: int, **fields: Any) -> list[CompanyFacts]:
    return [a_company(n, f"C{n:02}", **fields) for n in range(1, count + 1)]


def nobody_known(count: int, named: int = 0, **more: Any) -> Snapshot:
    """So many targets at which nobody is known; of the first few the head's name is found."""
    firms = targets(count)
    heads = [
        a_person(100 + n, f"Head {n}", at=firms[n - 1], title="Head of Purchasing", tie=None)
        for n in range(1, named + 1)
    ]
    seats = [
        a_seat(n, firm, holder_id=100 + n if n <= named else None)
        for n, firm in enumerate(firms, 1)
    ]
    return a_snapshot(companies=firms, people=heads, seats=seats, **more)


def kinds(found: Plan) -> list[CardKind]:
    return [card.kind for card in found.cards]


@pytest.mark.parametrize(("minutes", "looked_for"), [(12, 1), (45, 3), (200, 3)])
def test_f30_names_fill_the_minutes_that_are_left_three_a_day_at_most(
    minutes: int, looked_for: int
) -> None:
    found = plan_day(nobody_known(12), today=MONDAY, minutes=minutes)
    assert kinds(found) == ["find_name"] * looked_for


@pytest.mark.parametrize(("ready", "looked_for"), [(7, 3), (8, 1)])
def test_f30_once_a_weeks_strangers_stand_ready_one_name_a_day_goes_on(
    ready: int, looked_for: int
) -> None:
    found = plan_day(nobody_known(20, named=ready), today=MONDAY, minutes=500)
    assert kinds(found).count("find_name") == min(looked_for, DEFAULT.cards - ready) or ready == 8
    shown = kinds(found) + [card.kind for card in found.rolled]
    assert shown.count("find_name") == looked_for


def test_f30_names_found_today_count_in_the_days_three() -> None:
    firms = targets(6)
    heads = [a_person(100 + n, f"Head {n}", at=firms[n - 1], tie=None) for n in (1, 2)]
    seats = [
        a_seat(n, firm, holder_id=100 + n if n < 3 else None, named_on=MONDAY if n < 3 else None)
        for n, firm in enumerate(firms, 1)
    ]
    picture = a_snapshot(companies=firms, people=heads, seats=seats)
    assert kinds(plan_day(picture, today=MONDAY, minutes=200)).count("find_name") == 1
    assert kinds(plan_day(picture, today=working(1), minutes=200)).count("find_name") == 3


def wants(picture: Snapshot, day: int, minutes: int = 45) -> bool:
    found = plan_day(picture, today=working(day), minutes=minutes)
    return "add_companies" in [card.kind for card in found.showable]


def test_f30_companies_are_wanted_every_third_day_while_fewer_than_forty_stand() -> None:
    few = nobody_known(12, named=5)
    assert [day for day in range(8) if wants(few, day, minutes=300)] == [3, 6]


def test_f30_companies_are_wanted_any_day_once_the_list_is_about_to_run_dry() -> None:
    few = nobody_known(5, named=5)
    assert [day for day in range(6) if wants(few, day, minutes=300)] == [1, 2, 3, 4, 5]


def test_f30_companies_are_wanted_where_those_there_cannot_bring_a_hundred_people() -> None:
    people = [a_person(200 + n, f"P{n}", at=targets(48)[n % 48]) for n in range(60)]
    few = nobody_known(48)
    known = replace(nobody_known(48), people={p.id: p for p in people})
    assert wants(few, 3, minutes=300)
    assert not wants(known, 3, minutes=300)


def test_f30_companies_come_after_everything_else() -> None:
    three_names = plan_day(nobody_known(12), today=working(3), minutes=45)
    assert "add_companies" not in kinds(three_names)
    assert kinds(plan_day(nobody_known(12), today=working(3), minutes=46))[-1] == "add_companies"


def test_f30_a_report_before_it_is_due_waits_while_a_first_note_could_be_written() -> None:
    log = (("write", 0), ("helped", 1), ("thank", 1))
    helped = with_whom(1, ANN, *log)
    firm = a_company(2, "C2")
    pat = a_person(2, "Pat", at=firm, tie="dormant")
    picture = a_snapshot(companies=[ACME, firm], people=[ANN, pat], approaches=[helped])
    early = [card.kind for card in plan(11, picture).showable if card.kind != "add_companies"]
    assert early == ["write", "report_back"]
    due = [card.kind for card in plan(21, picture).showable if card.kind != "add_companies"]
    assert set(due) == {"write", "report_back"}


def test_f30_a_name_put_off_today_was_looked_for_today() -> None:
    put_off = SnoozeFacts(person_id=None, seat_id=1, made_on=MONDAY, until=working(5))
    found = plan_day(nobody_known(12), snoozes=[put_off], today=MONDAY, minutes=200)
    assert kinds(found) == ["find_name", "find_name"]
    assert "s1" not in [card.ref for card in found.showable]


@pytest.mark.parametrize(("minutes", "more"), [(45, 0), (60, 2), (90, 8)])
def test_f30_on_a_longer_day_others_follow_once_eight_are_done(minutes: int, more: int) -> None:
    firms = targets(24)
    people = [a_person(n, f"P{n}", at=firm) for n, firm in enumerate(firms, 1)]
    done = [with_whom(n, people[n - 1], ("write", 0)) for n in range(1, 9)]
    picture = a_snapshot(companies=firms, people=people, approaches=done, minutes_a_day=minutes)
    plenty = replace(DEFAULT, write_known_minutes=1)
    found = plan_day(picture, today=MONDAY, book=plenty)
    assert len(found.cards) == more
    assert len(plan_day(replace(picture, approaches={}), today=MONDAY, book=plenty).cards) == 8


@pytest.mark.parametrize(("minutes", "room"), [(30, 15), (45, 15), (90, 30)])
def test_f30_more_minutes_follow_more_threads(minutes: int, room: int) -> None:
    firms = targets(40)
    people = [a_person(n, f"P{n}", at=firm) for n, firm in enumerate(firms, 1)]
    out = [with_whom(n, people[n - 1], ("write", 0)) for n in range(1, 41)]

    def writes(awaiting: int) -> bool:
        picture = a_snapshot(
            companies=firms, people=people, approaches=out[:awaiting], minutes_a_day=minutes
        )
        return any(card.kind == "write" for card in plan_day(picture, today=working(1)).cards)

    assert writes(room - 1) and not writes(room)

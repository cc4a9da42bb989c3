"""The day: its order, its minutes, its eight cards, and its days off (F8, F14, F15, F20)."""

from datetime import date, timedelta

from firststep.facts.plan import Plan
from firststep.plan.planner import plan_day
from tests.builders import (
    MONDAY,
    a_calendar,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
)

CALENDAR = a_calendar()
SATURDAY = MONDAY + timedelta(days=5)


def many(count: int, **fields: object) -> dict[str, list[object]]:
    """So many companies, each with one known person and one empty seat."""
    companies = [a_company(n, f"Company {n:03}", **fields) for n in range(1, count + 1)]
    return {
        "companies": list(companies),
        "people": [a_person(n, f"Person {n:03}", at=c) for n, c in enumerate(companies, 1)],
        "seats": [a_seat(n, c) for n, c in enumerate(companies, 1)],
    }


def names(plan: Plan) -> list[str]:
    return [card.name for card in plan.cards]


def test_the_minutes_of_a_day_are_kept_and_the_rest_rolls_over_in_silence() -> None:
    plan = plan_day(a_snapshot(**many(20)), today=MONDAY)  # type: ignore[arg-type]
    assert sum(card.minutes for card in plan.cards) <= 45
    assert len(plan.cards) == 7 and len(plan.rolled) == 13


def test_at_most_eight_cards_whatever_the_minutes() -> None:
    plan = plan_day(a_snapshot(**many(20)), today=MONDAY, minutes=600)  # type: ignore[arg-type]
    assert len(plan.cards) == 8


def test_f8_at_least_one_card_when_anything_is_due() -> None:
    plan = plan_day(a_snapshot(**many(3)), today=MONDAY, minutes=1)  # type: ignore[arg-type]
    assert len(plan.cards) == 1


def test_f8_minutes_and_cards_count_what_was_logged_that_day() -> None:
    picture = many(20)
    people = picture["people"]
    written = [an_approach(n, people[n - 1], a_line("write")) for n in range(1, 8)]  # type: ignore[arg-type]
    plan = plan_day(a_snapshot(**picture, approaches=written), today=MONDAY)  # type: ignore[arg-type]
    assert plan.cards == () and plan.done_for_today
    assert len(plan.rolled) == 13


def test_answers_and_thanks_come_first_and_stand_outside_the_minutes() -> None:
    picture = many(20)
    people = picture["people"]
    helped = an_approach(20, people[19], a_line("write"), a_line("helped", MONDAY, 2))  # type: ignore[arg-type]
    plan = plan_day(a_snapshot(**picture, approaches=[helped]), today=MONDAY)  # type: ignore[arg-type]
    assert (plan.cards[0].kind, plan.cards[0].name) == ("thank", "Person 020")


def test_what_lapses_by_tomorrow_comes_before_what_gains_most() -> None:
    picture = many(3)
    people = picture["people"]
    written = an_approach(3, people[2], a_line("write", date(2026, 10, 21)))  # type: ignore[arg-type]
    plan = plan_day(a_snapshot(**picture, approaches=[written]), today=MONDAY)  # type: ignore[arg-type]
    assert names(plan)[0] == "Person 003"


def test_f20_motivation_for_the_company_decides_between_equals_then_the_ids() -> None:
    dull, dear = a_company(1, "Dull", motivation=1), a_company(2, "Dear", motivation=5)
    people = [a_person(1, "One", at=dull), a_person(2, "Two", at=dear), a_person(3, "Ten", at=dear)]
    seats = [a_seat(1, dull), a_seat(2, dear)]
    plan = plan_day(a_snapshot(companies=[dull, dear], people=people, seats=seats), today=MONDAY)
    assert names(plan) == ["Two", "One"]


def test_no_cards_on_a_day_off_and_nothing_is_lost() -> None:
    plan = plan_day(a_snapshot(**many(5)), today=SATURDAY)  # type: ignore[arg-type]
    assert plan.cards == () and plan.day_off
    notes = [w for w in plan.waiting if w.kind != "find_name"]  # names wait for the notes
    assert {w.due_on for w in notes} == {MONDAY + timedelta(days=7)}
    assert len(plan.waiting) == 10


def test_public_holidays_of_the_country_are_days_off() -> None:
    from firststep.facts.calendar import WorkCalendar

    german = WorkCalendar(country="DE")
    unity_day = date(2028, 10, 3)  # a Tuesday
    plan = plan_day(a_snapshot(**many(1), calendar=german), today=unity_day)  # type: ignore[arg-type]
    assert plan.cards == ()
    assert german.after(date(2028, 10, 2), 1) == date(2028, 10, 4)


def test_f15_every_lane_is_on_today_waiting_or_rolled_over() -> None:
    picture = many(12)
    people = picture["people"]
    written = [an_approach(n, people[n - 1], a_line("write")) for n in range(1, 5)]  # type: ignore[arg-type]
    snapshot = a_snapshot(**picture, approaches=written)  # type: ignore[arg-type]
    for n in range(30):
        plan = plan_day(snapshot, today=MONDAY + timedelta(days=n))
        found = {c.ref for c in plan.showable} | {w.ref for w in plan.waiting}
        found |= {str(key) for key, _, _ in plan.closed}
        wanted = {str(n) for n in range(1, 5)} | {f"p{n}" for n in range(5, 13)}
        assert wanted <= found


def test_without_a_goal_the_first_step_is_to_decide_on_one() -> None:
    plan = plan_day(a_snapshot(goal=None, companies=[]), today=MONDAY)
    assert [card.kind for card in plan.cards] == ["decide_goal"]


def test_without_companies_the_first_step_is_to_list_some() -> None:
    plan = plan_day(a_snapshot(companies=[]), today=MONDAY)
    assert [card.kind for card in plan.cards] == ["add_companies"]


def test_at_most_eight_strangers_a_week() -> None:
    companies = [a_company(n, f"C{n}") for n in range(1, 13)]
    people = [
        a_person(n, f"Boss {n}", at=c, title="Head of Purchasing", tie=None)
        for n, c in enumerate(companies, 1)
    ]
    seats = [a_seat(n, c, holder_id=n) for n, c in enumerate(companies, 1)]
    written = [an_approach(n, people[n - 1], a_line("write"), ask="meeting") for n in range(1, 9)]
    snapshot = a_snapshot(companies=companies, people=people, seats=seats, approaches=written)

    def new_ones(day: date) -> list[str]:
        return [c.name for c in plan_day(snapshot, today=day).showable if c.kind == "write"]

    assert new_ones(CALENDAR.after(MONDAY, 4)) == []
    assert new_ones(CALENDAR.after(MONDAY, 5)) == ["Boss 9", "Boss 10", "Boss 11", "Boss 12"]


def test_f20_thanks_due_on_one_day_go_by_motivation_then_by_company() -> None:
    dull, dear = a_company(1, "Dull", motivation=1), a_company(2, "Dear", motivation=5)
    people = [a_person(1, "One", at=dull), a_person(2, "Two", at=dear), a_person(3, "Ten", at=dull)]
    helped = [an_approach(p.id, p, a_line("write"), a_line("helped", MONDAY, 2)) for p in people]
    picture = a_snapshot(companies=[dull, dear], people=people, approaches=helped)
    assert names(plan_day(picture, today=MONDAY))[:3] == ["Two", "One", "Ten"]


def test_a_close_tie_is_worth_more_per_minute_than_a_dormant_one() -> None:
    one, two = a_company(1, "One"), a_company(2, "Two")
    people = [a_person(1, "Old", at=one, tie="dormant"), a_person(2, "Dear", at=two, tie="close")]
    seats = [a_seat(1, one), a_seat(2, two)]
    plan = plan_day(a_snapshot(companies=[one, two], people=people, seats=seats), today=MONDAY)
    assert names(plan) == ["Dear", "Old"]

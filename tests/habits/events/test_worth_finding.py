"""Who is worth finding at an event."""

from firststep.habits.events.worth_finding import worth_finding
from tests.builders import a_company, a_line, a_person, a_seat, a_snapshot, an_approach

NAMES = ("Acme", "Globex", "Initech", "Umbrella")
FOUR = [a_company(n, name, motivation=n) for n, name in enumerate(NAMES, 1)]


def test_three_at_most_from_the_most_wanted_companies_by_name_or_by_post() -> None:
    kim = a_person(9, "Kim Roe", at=FOUR[3], title="Head of Purchasing", tie=None)
    seats = [a_seat(n, company) for n, company in enumerate(FOUR[:3], 1)]
    seats.append(a_seat(4, FOUR[3], holder_id=9))

    found = worth_finding(a_snapshot(companies=FOUR, people=[kim], seats=seats))

    assert [(one.company, one.name) for one in found] == [
        ("Umbrella", "Kim Roe"), ("Initech", ""), ("Globex", ""),
    ]  # fmt: skip


def test_who_was_heard_from_or_met_there_and_a_company_at_an_interview_are_left_out() -> None:
    kim = a_person(9, "Kim Roe", at=FOUR[3], tie=None)
    lee = a_person(8, "Lee Fox", at=FOUR[2], tie=None)
    companies = [*FOUR[:1], a_company(2, "Globex", stage="interview"), *FOUR[2:]]
    seats = [a_seat(n, company) for n, company in enumerate(FOUR[:2], 1)]
    seats += [a_seat(3, FOUR[2], holder_id=8), a_seat(4, FOUR[3], holder_id=9)]
    heard = an_approach(1, kim, a_line("write"), a_line("no", order=2))
    campaign = a_snapshot(companies=companies, people=[kim, lee], seats=seats, approaches=[heard])

    assert [one.company for one in worth_finding(campaign)] == ["Initech", "Acme"]
    assert [one.company for one in worth_finding(campaign, met=[8])] == ["Acme"]


def test_the_company_an_event_is_named_after_comes_first() -> None:
    seats = [a_seat(n, company) for n, company in enumerate(FOUR, 1)]
    campaign = a_snapshot(companies=FOUR, seats=seats)

    found = worth_finding(campaign, about="Acme open house Tucson")

    assert [one.company for one in found] == ["Acme", "Umbrella", "Initech"]


def test_where_no_seat_is_left_to_find_people_known_are_there_or_elsewhere_in_the_field() -> None:
    there = a_person(7, "Ann Lee", at=FOUR[0], tie="known", title="Planner")
    field = a_person(
        8, "Bob Ray", at=a_company(9, "Elsewhere", is_target=False), title="Buyer", tie="close"
    )
    other = a_person(6, "Cy Fox", at=a_company(10, "Bank", is_target=False), title="Teller")
    asleep = a_person(5, "Di Moe", at=FOUR[0], tie="dormant")
    people = [there, field, other, asleep]
    campaign = a_snapshot(companies=FOUR[:1], people=people)

    found = worth_finding(campaign)

    assert [(one.name, one.company_id) for one in found] == [("Ann Lee", 1), ("Bob Ray", None)]
    assert "ask who runs Purchasing there" in found[0].why

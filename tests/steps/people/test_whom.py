"""Whom do I know at a company, and whom should I know there (M2)."""

from datetime import date
from typing import Any

from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import CompanyMatch, Person
from firststep.steps.people.whom import Whom, whom
from tests.cast import a_company, a_row_person, a_target


def at(campaign: Campaign, company: Company, monday: date) -> Whom:
    (answer,) = whom(campaign, [company], today=monday)
    return answer


def test_nobody_known_still_has_the_seat_to_fill(
    ada: Campaign, globex: Company, monday: date
) -> None:
    answer = at(ada, globex, monday)

    assert answer.known == ()
    assert [(seat.title, seat.holder) for seat in answer.seats] == [("Head of Purchasing", None)]


def test_who_works_there_now_stands_before_who_once_did(
    ada: Campaign, acme: Company, ann: Person, monday: date
) -> None:
    a_row_person(ada, "Abe Once", company=acme, title="Buyer", current=False, tie="close")

    answer = at(ada, acme, monday)

    assert [(one.name, one.current) for one in answer.known] == [
        ("Ann Lee", True),
        ("Abe Once", False),
    ]
    assert answer.known[0].tie == "close"


def test_somebody_with_two_posts_there_stands_once_with_the_present_one(
    ada: Campaign, acme: Company, ann: Person, monday: date
) -> None:
    ann.positions.create(
        campaign=ada, company=acme, written="Acme", title="Trainee", current=False, as_of=monday
    )

    (known,) = at(ada, acme, monday).known

    assert (known.title, known.current) == ("Analyst", True)


def written_otherwise(ada: Campaign, acme: Company, **fields: Any) -> CompanyMatch:
    """Mia works at "Acme Holding", which may be Acme."""
    holding = a_company(ada, "Acme Holding")
    a_row_person(ada, "Mia Roe", company=holding, title="Buyer")
    return CompanyMatch.objects.create(
        campaign=ada, written=holding, company=acme, tier="weak", why="the name begins alike",
        **fields,
    )  # fmt: skip


def test_a_likely_match_says_how_sure_it_is_and_why(
    ada: Campaign, acme: Company, monday: date
) -> None:
    written_otherwise(ada, acme)

    (mia,) = at(ada, acme, monday).known

    assert mia.sureness == "weak"
    assert "the name begins alike" in mia.why


def test_a_confirmed_match_is_exact(ada: Campaign, acme: Company, monday: date) -> None:
    written_otherwise(ada, acme, confirmed_on=monday)

    assert [one.sureness for one in at(ada, acme, monday).known] == ["exact"]


def test_a_refused_match_is_nobody(ada: Campaign, acme: Company, monday: date) -> None:
    written_otherwise(ada, acme, refused_on=monday)

    assert at(ada, acme, monday).known == ()


def test_ben_sees_nobody_of_adas(
    ada: Campaign, ben: Campaign, acme: Company, ann: Person, monday: date
) -> None:
    assert at(ben, acme, monday).known == ()
    assert at(ben, acme, monday).seats == ()


def test_many_companies_take_no_more_queries_than_one(
    ada: Campaign, monday: date, django_assert_num_queries: Any
) -> None:
    companies = [a_target(ada, f"Target {letter}") for letter in "abcdefgh"]
    for company in companies:
        a_row_person(ada, f"Friend at {company.name}", company=company)

    for asked in (companies[:1], companies):
        with django_assert_num_queries(5):
            answers = whom(ada, asked, today=monday)
        assert all(len(answer.known) == 1 for answer in answers)

"""Companies where people of the seeker's own employers went are proposed for the list (M1.2)."""

from datetime import date
from typing import Any

import pytest

from firststep.steps.goal.company_fit import Suggestion
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.employers.employers import suggested_companies
from firststep.steps.people.models import CompanyMatch, OwnPart, Person, Position
from tests.cast import a_company, a_row_person, a_target

D = date


@pytest.fixture
def hooli(ada: Campaign) -> Company:
    """Where Ada was from 2016 to 2019."""
    OwnPart.objects.create(
        campaign=ada, kind="post", name="Hooli GmbH", key="hooli", title="Buyer",
        began_on=D(2016, 1, 1), ended_on=D(2019, 6, 1),
    )  # fmt: skip
    return a_company(ada, "Hooli")


def moved(
    ada: Campaign, name: str, was_at: Company, to: Company, *, title: str = "Analyst", **was: Any
) -> Person:
    """Somebody who was at one company and is at another now."""
    person = a_row_person(ada, name, company=to, title=title)
    fields = {"current": False, "written": was_at.name, "as_of": D(2026, 1, 1), **was}
    Position.objects.create(campaign=ada, person=person, company=was_at, **fields)
    return person


def together(**more: Any) -> dict[str, Any]:
    return {"began_on": D(2018, 1, 1), "ended_on": D(2020, 1, 1), **more}


def found(campaign: Campaign) -> dict[str, Suggestion]:
    return {one.name: one for one in suggested_companies(campaign)}


def test_former_colleagues_who_now_work_at_one_company_speak_for_it_by_name(
    ada: Campaign, hooli: Company
) -> None:
    initrode = a_company(ada, "Initrode")
    moved(ada, "Sam Roe", hooli, initrode, **together())
    moved(ada, "Ann Fox", hooli, initrode, **together())

    (only,) = suggested_companies(ada)

    assert (only.name, only.people) == ("Initrode", 2)
    assert only.why == "2 people you worked with at Hooli GmbH work there now: Ann Fox, Sam Roe."


def test_where_years_are_not_known_nothing_is_claimed_of_them(
    ada: Campaign, hooli: Company
) -> None:
    moved(ada, "Sam Roe", hooli, a_company(ada, "Initrode"))

    assert found(ada)["Initrode"].why == (
        "1 person who was at Hooli GmbH, as you were, works there now: Sam Roe."
    )


def test_whoever_came_to_the_own_employer_after_the_seeker_left_is_no_former_colleague(
    ada: Campaign, hooli: Company
) -> None:
    moved(ada, "Sam Roe", hooli, a_company(ada, "Initrode"),
          began_on=D(2021, 1, 1), ended_on=D(2022, 1, 1))  # fmt: skip

    assert suggested_companies(ada) == []


def test_a_colleagues_earlier_employer_is_a_neighbour_too_and_weighs_less(
    ada: Campaign, hooli: Company
) -> None:
    before, now = a_company(ada, "Aviato"), a_company(ada, "Initrode")
    tom = a_row_person(ada, "Tom Orr", company=hooli)
    Position.objects.filter(person=tom).update(began_on=D(2017, 1, 1))
    Position.objects.create(
        campaign=ada,
        person=tom,
        company=before,
        written="Aviato",
        current=False,
        as_of=D(2026, 1, 1),
    )
    moved(ada, "Sam Roe", hooli, now, **together())

    first, second = suggested_companies(ada)

    assert (first.name, second.name) == ("Initrode", "Aviato")
    assert second.why == "1 person you worked with at Hooli GmbH worked there: Tom Orr."
    assert second.people == 0


def test_an_address_at_the_own_employer_shows_a_former_colleague(
    ada: Campaign, hooli: Company
) -> None:
    initrode = a_company(ada, "Initrode")
    a_row_person(ada, "Sam Roe", company=initrode, email="sam@mail.hooli.com")
    a_row_person(ada, "Dee Fox", company=initrode, email="dee@hooligans.com")

    assert found(ada)["Initrode"].why == (
        "1 person who was at Hooli GmbH, as you were, works there now: Sam Roe."
    )


def test_a_free_mailbox_is_no_employers(ada: Campaign) -> None:
    OwnPart.objects.create(campaign=ada, kind="post", name="Yahoo", key="yahoo")
    a_row_person(ada, "Sam Roe", company=a_company(ada, "Initrode"), email="sam@yahoo.com")

    assert suggested_companies(ada) == []


def test_the_own_employer_is_known_under_its_other_spellings(ada: Campaign, hooli: Company) -> None:
    """By the same words, and where the seeker said so; a refused or doubtful one is another."""
    initrode = a_company(ada, "Initrode")
    moved(ada, "Ann Fox", a_company(ada, "Hooli Group"), initrode, **together())
    said, refused = a_company(ada, "Big Search"), a_company(ada, "Hooli Holding")
    CompanyMatch.objects.create(
        campaign=ada, written=said, company=hooli, tier="weak", why="", confirmed_on=D(2026, 1, 1)
    )
    CompanyMatch.objects.create(
        campaign=ada,
        written=refused,
        company=hooli,
        tier="strong",
        why="",
        refused_on=D(2026, 1, 1),
    )
    moved(ada, "Bob Ode", said, initrode, **together())
    moved(ada, "Kim Orr", a_company(ada, "Hooli Germany"), initrode, **together())
    moved(ada, "Eve Kim", refused, initrode, **together())

    assert found(ada)["Initrode"].why == (
        "2 people you worked with at Hooli GmbH work there now: Ann Fox, Bob Ode."
    )


def test_targets_own_employers_and_no_employers_are_not_suggested(
    ada: Campaign, hooli: Company
) -> None:
    OwnPart.objects.create(campaign=ada, kind="post", name="Umbrella", key="umbrella")
    umbrella, acme = a_company(ada, "Umbrella"), a_target(ada, "Acme")
    acme_gmbh = a_company(ada, "Acme Europe")
    CompanyMatch.objects.create(
        campaign=ada,
        written=acme_gmbh,
        company=acme,
        tier="weak",
        why="",
        confirmed_on=D(2026, 1, 1),
    )
    for place in (umbrella, acme, acme_gmbh, a_company(ada, "Freelance")):
        moved(ada, f"Sam {place.name}", hooli, place, title="Buyer", **together())

    assert suggested_companies(ada) == []


def test_what_was_noted_of_a_target_or_of_the_present_employer_is_not_suggested(
    ada: Campaign,
) -> None:
    OwnPart.objects.create(campaign=ada, kind="post", name="Umbrella", key="umbrella")
    a_company(ada, "Umbrella", noted=["You follow it on LinkedIn."])
    spelled = a_company(ada, "Acme Inc", noted=["You follow it on LinkedIn."])
    CompanyMatch.objects.create(
        campaign=ada, written=spelled, company=a_target(ada, "Acme"), tier="exact", why=""
    )

    assert suggested_companies(ada) == []


def test_whoever_came_back_to_a_company_works_there_now(ada: Campaign, hooli: Company) -> None:
    initrode = a_company(ada, "Initrode")
    sam = a_row_person(ada, "Sam Roe", company=initrode, current=False)
    Position.objects.create(
        campaign=ada, person=sam, company=initrode, written="Initrode", as_of=D(2026, 1, 1)
    )
    Position.objects.create(
        campaign=ada, person=sam, company=hooli, written="Hooli", current=False,
        as_of=D(2026, 1, 1), began_on=D(2018, 1, 1), ended_on=D(2020, 1, 1),
    )  # fmt: skip

    assert found(ada)["Initrode"].why == (
        "1 person you worked with at Hooli GmbH works there now: Sam Roe."
    )


def test_nobody_who_is_not_to_be_contacted_speaks_for_a_company(
    ada: Campaign, hooli: Company
) -> None:
    sam = moved(ada, "Sam Roe", hooli, a_company(ada, "Initrode"), **together())
    sam.do_not_contact_on = D(2026, 1, 1)
    sam.save()

    assert suggested_companies(ada) == []


def test_who_runs_the_department_comes_before_former_colleagues_and_both_are_told(
    ada: Campaign, hooli: Company
) -> None:
    headed, many = a_company(ada, "Zenith"), a_company(ada, "Initrode")
    a_row_person(ada, "Hal Orr", company=headed, title="Head of Purchasing")
    for name in ("Ann Fox", "Bob Ode", "Cyd Lee", "Dee Roe"):
        moved(ada, name, hooli, many, **together())
    moved(ada, "Eve Kim", hooli, many, title="Buyer", **together())

    first, second = suggested_companies(ada)

    assert (first.name, second.name) == ("Zenith", "Initrode")
    assert second.why == (
        "1 person you know works in Purchasing there. 5 people you worked with at Hooli GmbH "
        "work there now: Ann Fox, Bob Ode, Cyd Lee and 2 more."
    )


def test_a_former_title_in_the_department_shows_that_the_work_is_done_there(
    ada: Campaign,
) -> None:
    a_row_person(
        ada, "Ida Berg", company=a_company(ada, "Initrode"), title="Einkäuferin", current=False
    )

    assert found(ada)["Initrode"].why == "1 person you know worked in Purchasing there before."


def test_neighbours_are_suggested_before_a_department_is_chosen(
    ada: Campaign, hooli: Company
) -> None:
    ada.goals.update(department="")
    moved(ada, "Sam Roe", hooli, a_company(ada, "Initrode"), title="Nurse", **together())

    assert list(found(ada)) == ["Initrode"]


def test_ben_gets_none_of_adas_neighbours(ada: Campaign, ben: Campaign, hooli: Company) -> None:
    moved(ada, "Sam Roe", hooli, a_company(ada, "Initrode"), **together())

    assert suggested_companies(ben) == []


def test_more_people_take_no_more_questions(
    ada: Campaign, hooli: Company, django_assert_num_queries: Any
) -> None:
    for few in (1, 12):
        for number in range(few):
            moved(
                ada, f"Sam {few} {number}", hooli, a_company(ada, f"N {few} {number}"), **together()
            )

        with django_assert_num_queries(14):
            assert suggested_companies(ada)

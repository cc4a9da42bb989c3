"""Titles, English and German: who runs a department, who sits in it, who recruits."""

import pytest

from firststep.steps.people.decision_makers import (
    department_key,
    proposed_holders,
    recruits,
    runs_department,
    seat_title,
    sits_in,
)


@pytest.mark.parametrize(
    ("title", "department", "sureness"),
    [
        ("Head of Purchasing", "Purchasing", "exact"),
        ("Head of Procurement", "Purchasing", "exact"),
        ("Head of Sourcing EMEA", "Einkauf", "exact"),
        ("Leiterin Einkauf", "Purchasing", "exact"),
        ("Einkaufsleiter", "Purchasing", "exact"),
        ("Abteilungsleiter Einkauf", "Procurement", "exact"),
        ("Leitung Strategischer Einkauf", "Purchasing", "exact"),
        ("Director, Supply Chain", "Supply chain", "exact"),
        ("Vice President, Engineering", "Engineering", "exact"),
        ("VP Product", "Product", "exact"),
        ("CFO", "Finance", "exact"),
        ("Chief Marketing Officer", "Marketing", "exact"),
        ("Vertriebsleiterin", "Sales", "exact"),
        ("IT Director", "IT", "exact"),
        ("Personalleiter", "HR", "exact"),
        ("Director of People Ops", "Human Resources", "exact"),
        ("Head of R&D", "Research and Development", "exact"),
        ("Leiter Qualitätssicherung", "Quality", "exact"),
        ("Purchasing Manager", "Purchasing", "strong"),
        ("Senior Manager, Supply Chain", "Supply Chain", "strong"),
        ("Deputy Head of Marketing", "Marketing", "weak"),
        ("Stellvertretender Leiter Einkauf", "Purchasing", "weak"),
        ("Team Lead Data Science", "Data", "weak"),
        ("VP Supply Chain", "Purchasing", "strong"),  # purchasing often reports there
        ("Head of Supply Chain", "Einkauf", "strong"),
        ("Supply Chain Planner", "Purchasing", None),
        ("Leiter Logistik", "Purchasing", None),
        ("General Counsel", "Legal", "exact"),
        ("Chefsyndikus", "Legal", "exact"),
        ("Deputy General Counsel", "Legal", "weak"),
        ("General Manager", "Legal", None),
        ("Chief Procurement Officer (CPO)", "Purchasing", "exact"),
        ("CPO", "Purchasing", "strong"),  # or product, or people
        ("Chief Product Officer (CPO)", "Purchasing", None),
        ("Chief Product Officer (CPO)", "Product", "exact"),
        ("Einkaufschefin", "Purchasing", "exact"),
        ("Chefeinkäufer", "Purchasing", "exact"),
        ("Einkaufsleiter a.D.", "Purchasing", None),
        ("Einkaufsleiter i. R.", "Purchasing", None),
        ("Ehem. Einkaufsleiter", "Purchasing", None),
        ("vormals Leiterin Einkauf", "Purchasing", None),
        ("Looking for Head of Procurement role", "Purchasing", None),
        ("Suche Position als Leiter Einkauf", "Purchasing", None),
        ("Projektleiter Einkauf", "Purchasing", None),
        ("Project Manager Procurement", "Purchasing", None),
        ("Head of Procurement Software Sales", "Purchasing", "weak"),
        ("Head of Procurement Software Sales", "Sales", "exact"),
        ("Head of IT Procurement", "Purchasing", "exact"),
        ("Head of IT Procurement", "IT", "weak"),
        ("Leiter Einkauf IT", "Purchasing", "exact"),
        ("Head of Procurement and Logistics", "Purchasing", "exact"),
        ("Director Procurement Operations", "Purchasing", "exact"),
        ("Product Manager", "Product", None),
        ("Assistant to the Head of Purchasing", "Purchasing", None),
        ("Assistenz der Einkaufsleitung", "Purchasing", None),
        ("Former Head of Purchasing", "Purchasing", None),
        ("Buyer", "Purchasing", None),
        ("Manager", "Purchasing", None),
        ("Head of Sales", "Purchasing", None),
        ("Director of Talent Acquisition", "Sales", None),
        ("Head of Beekeeping", "Beekeeping", "exact"),
        ("Head of Beekeeping", "Bees", None),
        ("", "Purchasing", None),
        ("Head of Purchasing", "", None),
    ],
)
def test_a_title_runs_the_department_as_surely_as_it_says(
    title: str, department: str, sureness: str | None
) -> None:
    assert runs_department(title, department) == sureness


@pytest.mark.parametrize(
    ("title", "department", "inside"),
    [
        ("Buyer", "Purchasing", True),
        ("Strategische Einkäuferin", "Purchasing", True),
        ("Category Manager", "Procurement", True),
        ("Software Engineer", "Engineering", True),
        ("Data Analyst", "Data", True),
        ("UX Designer", "Design", True),
        ("Buchhaltung", "Finance", True),
        ("Kundenservice", "Customer service", True),
        ("Rechtsabteilung", "Legal", True),
        ("CFO", "Finance", True),
        ("Itinerant Teacher", "IT", False),
        ("Databricks Champion", "Data", False),
        ("Wholesale Florist", "Sales", False),
        ("Nurse", "Purchasing", False),
    ],
)
def test_a_title_sits_in_a_department_by_whole_words(
    title: str, department: str, inside: bool
) -> None:
    assert sits_in(title, department) is inside


@pytest.mark.parametrize(
    ("title", "does"),
    [
        ("Senior Recruiter", True),
        ("Talent Acquisition Partner", True),
        ("Personalreferentin", True),
        ("Head of Sourcing", False),  # buys things, not people
        ("Buyer", False),
    ],
)
def test_recruiters_are_told_from_buyers(title: str, does: bool) -> None:
    assert recruits(title) is does


@pytest.mark.parametrize(
    "words", ["Purchasing", "procurement", "Sourcing", "Einkauf", "Global Procurement"]
)
def test_every_spelling_of_a_department_shares_a_key(words: str) -> None:
    assert department_key(words) == "purchasing"


def test_a_department_nobody_knows_is_its_own() -> None:
    assert department_key("Bee  Keeping") == "bee keeping"
    assert department_key("") == ""


def test_the_seat_is_called_after_the_department_as_the_seeker_says_it() -> None:
    assert seat_title("Purchasing") == "Head of Purchasing"
    assert seat_title(" Supply  chain ") == "Head of Supply chain"


def test_the_surest_three_are_proposed_for_a_seat_with_the_reason() -> None:
    people = [
        (4, "Dee", "Team Lead Purchasing"),
        (1, "Ann", "Buyer"),
        (2, "Bob", "Purchasing Manager"),
        (3, "Cyd", "Head of Procurement"),
        (5, "Eve", "Head of Purchasing"),
    ]

    found = proposed_holders(people, "Purchasing")

    assert [h.name for h in found] == ["Cyd", "Eve", "Bob"]
    assert found[0].why == 'Their title is "Head of Procurement".'


@pytest.mark.parametrize(
    "title", ["Owner", "Inhaber", "Geschäftsführer", "Geschäftsführerin", "CEO", "Co-Founder",
              "Founder & CEO", "Managing Director"],
)  # fmt: skip
def test_in_a_small_firm_whoever_owns_or_leads_it_is_proposed_and_the_reason_says_so(
    title: str,
) -> None:
    (found,) = proposed_holders([(1, "Ann", title), (2, "Bob", "Buyer")], "Purchasing")

    assert (found.person_id, found.sureness) == (1, "weak")
    assert found.why == (
        f'Their title is "{title}". You know 2 people there, none who runs Purchasing; '
        "in a small firm they decide themselves."
    )


@pytest.mark.parametrize("title", ["Product Owner", "Former CEO", "Assistant to the CEO"])
def test_not_everything_with_an_owner_in_its_name_owns_the_firm(title: str) -> None:
    assert proposed_holders([(1, "Ann", title)], "Purchasing") == []


def test_no_owner_is_proposed_where_somebody_runs_the_department_or_many_are_known() -> None:
    owner = (1, "Ann", "Owner")
    many = [(i, "Bob", "Clerk") for i in range(2, 12)]

    assert [h.name for h in proposed_holders([owner, (2, "Cyd", "CPO")], "Purchasing")] == ["Cyd"]
    assert proposed_holders([owner, *many], "Purchasing") == []


def test_a_head_whom_the_department_often_reports_to_is_proposed_with_that_reason() -> None:
    (found,) = proposed_holders([(1, "Ann", "VP Supply Chain")], "Purchasing")

    assert found.why == 'Their title is "VP Supply Chain", and Purchasing often reports there.'

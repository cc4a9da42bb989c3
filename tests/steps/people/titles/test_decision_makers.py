"""Titles, English and German: who runs a department, who sits in it."""

import pytest

from firststep.steps.people.titles.decision_makers import (
    department_key,
    department_of_seat,
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
        ("VP Supply Chain", "Purchasing", None),  # it stands above
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
    assert seat_title("Einkauf", "de") == "Leitung Einkauf"
    assert department_of_seat("Leitung Einkauf") == department_of_seat("Head of Einkauf")

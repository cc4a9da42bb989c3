"""What somebody at a company is for the seeker, by their title: runs, recruits, peer, inside."""

import pytest

from firststep.steps.people.titles.parts import part_of, same_work
from firststep.steps.people.titles.recruiters import recruits


@pytest.mark.parametrize(
    ("title", "sureness"),
    [
        ("Senior Recruiter", "exact"),
        ("IT-Recruiterin", "exact"),
        ("Recruitingmanagerin", "exact"),
        ("Leiterin Recruiting", "exact"),
        ("Talent Acquisition Partner", "exact"),
        ("Head of Talent Acquisition", "exact"),
        ("Talent Sourcer", "exact"),
        ("Specialist Personalgewinnung", "exact"),
        ("Personalreferentin", "strong"),
        ("Personalleiter", "strong"),
        ("HR Business Partner", "weak"),
        ("People & Culture Managerin", "weak"),
        ("Head of Sourcing", None),  # buys things, not people
        ("Technical Sourcing Manager", None),
        ("Buyer", None),
        ("Former Recruiter", None),
        ("Personal Assistant to the CEO", None),
        ("Personal Trainer", None),
        ("", None),
    ],
)
def test_recruiters_are_told_from_buyers_and_trainers(title: str, sureness: str | None) -> None:
    assert recruits(title) == sureness


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Head of Procurement", ("runs_department", "exact")),
        ("Einkaufsleiterin", ("runs_department", "exact")),
        ("Purchasing Manager", ("runs_department", "strong")),
        ("VP Supply Chain", ("runs_department", "weak")),
        ("Talent Acquisition Partner", ("recruits", "exact")),
        ("Personalreferentin", ("recruits", "strong")),
        ("HR Manager", ("recruits", "weak")),
        ("Senior Buyer", ("peer", "exact")),
        ("Strategische Einkäuferin (m/w/d)", ("peer", "exact")),
        ("Buyer at Acme | mother of two", ("peer", "exact")),
        ("Buyer, Electronics", ("peer", "strong")),
        ("Assistant Buyer", ("in_department", "exact")),
        ("Sachbearbeiterin Einkauf", ("in_department", "exact")),
        ("Owner", ("leads_company", "weak")),
        ("Inhaberin", ("leads_company", "weak")),
        ("Geschäftsführer", ("leads_company", "weak")),
        ("Co-Founder & CEO", ("leads_company", "weak")),
        ("Product Owner", None),
        ("Founder's Associate", None),
        ("Chief of Staff to the CEO", None),
        ("Head of Sales", None),
        ("Nurse", None),
        ("", None),
    ],
)
def test_a_title_tells_what_somebody_is_for_a_buyer(
    title: str, part: tuple[str, str] | None
) -> None:
    found = part_of(title, "Purchasing", "Buyer")

    assert (found and (found.role, found.sureness)) == part
    assert found is None or f'"{title}"' in found.why


def test_the_reason_says_more_where_the_title_alone_does_not() -> None:
    def why(title: str) -> str:
        found = part_of(title, "Purchasing", "Buyer")
        assert found
        return found.why.partition(". ")[2]

    assert why("VP Supply Chain") == "Supply Chain often stands above Purchasing."
    assert why("HR Manager") == "In many firms Human Resources recruit too."
    assert why("Owner") == "In a small firm whoever leads it decides."
    assert why("Buyer") == "That is the work you look for."


@pytest.mark.parametrize(
    ("title", "role", "same"),
    [
        ("Softwareentwicklerin", "Software Engineer", "exact"),
        ("Senior Software Engineer II", "Softwareentwickler", "exact"),
        ("Projektleiterin", "Project Manager", "exact"),
        ("Procurement Manager", "Purchasing Manager", "exact"),
        ("Data Engineer", "Engineer", "strong"),
        ("Engineer", "Data Engineer", None),
        ("Buyer", "", None),
        ("Head of Buyer Excellence", "Buyer", None),
        ("Former Buyer", "Buyer", None),
    ],
)
def test_the_same_work_is_known_in_both_languages_and_at_every_level(
    title: str, role: str, same: str | None
) -> None:
    assert same_work(title, role) == same


def test_without_a_goal_recruiters_are_still_told() -> None:
    found = part_of("Recruiter", "", "")

    assert found
    assert found.role == "recruits"
    assert part_of("Head of Purchasing", "", "") is None

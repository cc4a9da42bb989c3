"""Questions about somebody's own work, by what they do."""

import pytest

from firststep.steps.outreach.questions import questions, suits


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Head of Purchasing", "head"),
        ("Technical recruiter", "recruiter"),
        ("Buyer, Purchasing", "doer"),
        ("Nurse", "anyone"),
        ("", "anyone"),
        ("Purchasing Manager", "head"),
        ("Chief Procurement Officer", "head"),
        ("Einkaufsleiter", "head"),
        ("Category Manager", "part"),
        ("Category Manager Packaging", "part"),
        ("Commodity Manager Steel", "part"),
        ("Warengruppenmanagerin Metalle", "part"),
        ("Project Manager", "part"),
        ("Team Lead Purchasing", "team"),
        ("Teamleiterin Einkauf", "team"),
        ("Deputy Head of Purchasing", "team"),
        ("Strategic Buyer", "doer"),
        ("Senior Buyer", "doer"),
        ("Purchasing Assistant", "assistant"),
        ("Executive Assistant to the CPO", "assistant"),
        ("Werkstudent Einkauf", "beginner"),
        ("Intern Purchasing", "beginner"),
        ("Geschäftsführerin", "leader"),
        ("Managing Director", "leader"),
        ("CFO", "leader"),
        ("Professor of Supply Chain Management", "adviser"),
        ("Consultant", "adviser"),
        ("Retired Head of Purchasing", "former"),
        ("HR Business Partner", "recruiter"),
        ("International Sales Engineer", "anyone"),
        ("Software Engineer", "anyone"),
    ],
)
def test_the_title_says_which_questions_suit(title: str, heading: str) -> None:
    assert suits(title, "Purchasing") == heading


@pytest.mark.parametrize("heading", [
    "head", "part", "team", "leader", "assistant", "beginner", "adviser", "former", "recruiter",
    "doer", "anyone", "event",
])  # fmt: skip
def test_they_are_real_questions_the_same_each_time_and_others_for_others(heading: str) -> None:
    asked = questions(heading, department="Purchasing", seed=7, count=3)

    assert asked == questions(heading, department="Purchasing", seed=7, count=3)
    assert heading == "event" or len(questions(heading, department="", seed=1, count=3)) == 3
    assert len(set(asked)) == 3 and all(one.endswith("?") for one in asked)
    assert asked != questions(heading, department="Purchasing", seed=8, count=3)
    assert not any(
        "{" in one for one in (*asked, *questions(heading, department="", seed=1, count=9))
    )

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
    ],
)
def test_the_title_says_which_questions_suit(title: str, heading: str) -> None:
    assert suits(title, "Purchasing") == heading


@pytest.mark.parametrize("heading", ["head", "recruiter", "doer", "anyone", "event"])
def test_they_are_real_questions_the_same_each_time_and_others_for_others(heading: str) -> None:
    asked = questions(heading, department="Purchasing", seed=7, count=3)

    assert asked == questions(heading, department="Purchasing", seed=7, count=3)
    assert len(set(asked)) == 3 and all(one.endswith("?") for one in asked)
    assert asked != questions(heading, department="Purchasing", seed=8, count=3)
    assert not any(
        "{" in one for one in (*asked, *questions(heading, department="", seed=1, count=9))
    )

"""A week looked back on, counted from the log."""

from datetime import timedelta

from firststep.learn.look_back import look_back
from tests.builders import MONDAY, a_company, a_line, a_person, a_snapshot, an_approach

ACME = a_company(1, "Acme")
SUNDAY = MONDAY + timedelta(days=6)


def test_a_week_counts_first_touches_answers_yeses_and_talks_of_its_seven_days() -> None:
    before = MONDAY - timedelta(days=1)
    people = [a_person(n, f"P{n}", at=ACME) for n in (1, 2, 3)]
    picture = a_snapshot(
        people=people,
        approaches=[
            an_approach(1, people[0], a_line("write", before), a_line("helped", MONDAY, 2)),
            an_approach(
                2, people[1], a_line("write"), a_line("yes", MONDAY, 2), a_line("held", SUNDAY, 3),
                ask="meeting",
            ),
            an_approach(3, people[2], a_line("write", SUNDAY + timedelta(days=1))),
        ],
    )  # fmt: skip
    week = look_back(picture, until=SUNDAY)
    assert (week.touched, week.answered, week.agreed, week.talked) == (1, 2, 1, 1)
    assert week.words() == (
        "one person touched for the first time, 2 answered, 1 agreed to talk, 1 talked with you."
    )


def test_an_empty_week_blames_nobody() -> None:
    assert look_back(a_snapshot(), until=SUNDAY).words() == (
        "nothing recorded. The next small step is on Today."
    )

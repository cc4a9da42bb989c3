"""A week looked back on, counted from the log."""

from dataclasses import replace
from datetime import timedelta

from firststep.facts.snapshot import LooseTouch
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
    assert week.words == (
        "one person touched for the first time, 2 answered, 1 agreed to talk, 1 talked with you."
    )


def test_an_empty_week_blames_nobody() -> None:
    assert look_back(a_snapshot(), until=SUNDAY).words == (
        "nothing new. The next small step is on Today."
    )


def test_a_week_of_thanks_and_nudges_is_told_as_such() -> None:
    before = MONDAY - timedelta(days=7)
    people = [a_person(n, f"P{n}", at=ACME) for n in (1, 2, 3)]
    picture = a_snapshot(
        people=people,
        approaches=[
            an_approach(
                1, people[0], a_line("write", before), a_line("helped", before, 2),
                a_line("thank", MONDAY, 3), a_line("report_back", SUNDAY, 4),
            ),
            an_approach(2, people[1], a_line("write", before), a_line("nudge", SUNDAY, 2)),
            an_approach(3, people[2], a_line("write", before), a_line("nudge", before, 2)),
        ],
    )  # fmt: skip

    week = look_back(picture, until=SUNDAY)

    assert (week.touched, week.answered, week.followed_up) == (0, 0, 2)
    assert week.words == "you followed up with 2 people, nobody new."


def test_a_first_note_is_no_follow_up_and_a_second_one_is() -> None:
    ann = a_person(1, "Ann Lee", at=ACME)
    first = a_snapshot(people=[ann], approaches=[an_approach(1, ann, a_line("write"))])
    second = a_snapshot(
        people=[ann],
        approaches=[an_approach(1, ann, a_line("write"), a_line("nudge", SUNDAY, 2))],
    )

    assert look_back(first, until=SUNDAY).followed_up == 0
    assert look_back(second, until=SUNDAY).followed_up == 1


def test_staying_in_touch_is_a_follow_up_too() -> None:
    ann = a_person(1, "Ann Lee", at=ACME)
    days = (MONDAY - timedelta(days=30), MONDAY)
    kept = tuple(LooseTouch(person_id=1, on=day, out=True) for day in days)

    week = look_back(replace(a_snapshot(people=[ann]), loose_touches=kept), until=SUNDAY)

    assert (week.touched, week.followed_up) == (0, 1)

"""Who are asked for advice at one company get different questions (F38)."""

from dataclasses import replace

from firststep.plan.planner import plan_day
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.outreach.drafting.fields import ADVICE_ON
from tests.builders import MONDAY, a_person, a_snapshot, an_approach
from tests.rules.acme import ACME


def test_f38_five_people_at_one_company_are_asked_five_questions() -> None:
    people = [a_person(n, f"P{n} Lee", at=ACME) for n in range(1, 6)]
    asked = [an_approach(6 - n, one, ask="advice") for n, one in enumerate(people, 1)]
    picture = a_snapshot(people=people, approaches=asked)
    card = plan_day(picture, today=MONDAY).showable[0]
    letters = [
        draft(
            draft_facts(
                picture,
                card._replace(person_id=one.id, name=one.name, ask="advice", approach_id=None),
                on=MONDAY,
            )
        ).body
        for one in people
    ]

    told = [[what for what in ADVICE_ON if what in letter] for letter in letters]
    assert all(len(one) == 1 for one in told)
    assert len({one[0] for one in told}) == 5


def test_f38_the_question_stays_the_same_once_they_were_asked() -> None:
    ann, bob = (a_person(n, name, at=ACME) for n, name in ((1, "Ann Lee"), (2, "Bob Ray")))
    first = an_approach(1, bob, ask="advice")
    picture = a_snapshot(people=[ann, bob], approaches=[first])
    more = replace(picture, approaches={1: first, 2: an_approach(2, ann, ask="advice")})
    card = plan_day(picture, today=MONDAY).showable[0]
    of_bob = card._replace(person_id=2, name="Bob Ray", ask="advice", approach_id=1)

    before, after = (draft_facts(one, of_bob, on=MONDAY).question_no for one in (picture, more))
    assert (before, after) == (0, 0)

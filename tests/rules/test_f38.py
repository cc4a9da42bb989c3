"""Who are asked for advice at one company get different questions, and the answers meet (F38)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from firststep.plan.planner import plan_day
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.outreach.drafting.advice import ADVICE_ON, question_in
from firststep.steps.outreach.drafting.draft import draft
from tests.builders import MONDAY, a_person, a_snapshot, an_approach
from tests.rules.acme import ACME

if TYPE_CHECKING:
    from firststep.interfaces.answers.who import WhoThere
    from firststep.journal.actions import Stamp
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person


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

    told = {question_in(letter).casefold() for letter in letters}
    assert told == {one.casefold() for one in ADVICE_ON}


def test_f38_the_question_stays_the_same_once_they_were_asked() -> None:
    ann, bob = (a_person(n, name, at=ACME) for n, name in ((1, "Ann Lee"), (2, "Bob Ray")))
    first = an_approach(1, bob, ask="advice")
    picture = a_snapshot(people=[ann, bob], approaches=[first])
    more = replace(picture, approaches={1: first, 2: an_approach(2, ann, ask="advice")})
    card = plan_day(picture, today=MONDAY).showable[0]
    of_bob = card._replace(person_id=2, name="Bob Ray", ask="advice", approach_id=1)

    before, after = (draft_facts(one, of_bob, on=MONDAY).question_no for one in (picture, more))
    assert (before, after) == (0, 0)


def who_at(ada: "Campaign", acme: "Company", stamp: "Stamp") -> "WhoThere":
    from firststep.interfaces.answers.who import WhoThere, who

    found = who(ada, stamp=stamp, company=acme.name)
    assert isinstance(found, WhoThere)
    return found


def wrote_for_advice(ada: "Campaign", stamp: "Stamp", person: "Person", **said: Any) -> str:
    from firststep.verbs.thread import ask, record_sent

    ask(ada, stamp=stamp, who=str(person.pk), what="advice")
    record_sent(ada, stamp=stamp, ref=f"p{person.pk}", **said)
    return f"p{person.pk}"


def test_f38_what_several_there_were_asked_and_answered_stands_with_the_company(
    ada: "Campaign", acme: "Company", ann: "Person", stamp: "Stamp"
) -> None:
    from firststep.verbs.thread import record_reply
    from tests.cast import a_row_person, a_target

    bob, cem = (a_row_person(ada, name, company=acme) for name in ("Bob Ray", "Cem Ada"))
    eve = a_row_person(ada, "Eve Fox", company=a_target(ada, "Globex"))
    at = wrote_for_advice(
        ada, stamp, ann, text="Dear Ann,\nplease tell me how people get hired where you work."
    )
    record_reply(ada, stamp=stamp, ref=at, answer="helped", text="By the team lead, always.")
    wrote_for_advice(ada, stamp, bob, text="Hello. Which team\nwould you ring first? Thank you.")
    record_reply(ada, stamp=stamp, ref=wrote_for_advice(ada, stamp, cem), answer="later")
    wrote_for_advice(ada, stamp, eve, text="Who decides whom to take on?")

    told = {one.name: one for one in who_at(ada, acme, stamp).advice}

    assert {name: one.question for name, one in told.items()} == {
        "Ann Lee": "How people get hired where you work",
        "Bob Ray": "Which team would you ring first?",
        "Cem Ada": "",
    }
    assert [(one.kind, one.text) for one in told["Ann Lee"].said] == [
        ("helped", "By the team lead, always.")
    ]
    assert told["Bob Ray"].said == ()
    assert [(one.kind, one.text) for one in told["Cem Ada"].said] == [("later", "")]


def test_f38_who_is_asked_for_something_else_does_not_stand_among_the_advice(
    ada: "Campaign", acme: "Company", ann: "Person", stamp: "Stamp"
) -> None:
    from firststep.verbs.thread import ask, record_sent

    ask(ada, stamp=stamp, who="Ann", what="advice")
    assert who_at(ada, acme, stamp).advice == ()  # chosen, not asked yet
    ask(ada, stamp=stamp, who="Ann", what="referral")
    record_sent(ada, stamp=stamp, ref=f"p{ann.pk}", text="Would you put my name forward?")

    assert who_at(ada, acme, stamp).advice == ()

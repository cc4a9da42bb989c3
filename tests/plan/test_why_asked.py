"""Why just this is asked of somebody known, as their card tells it."""

import pytest

from firststep.facts.asks import Ask
from firststep.facts.snapshot import ApproachFacts, PersonFacts
from firststep.plan.planner import plan_day
from tests.builders import (
    MONDAY,
    a_company,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
    working,
)
from tests.rules.acme import plan, with_whom

ACME = a_company()
ANN = a_person(1, "Ann Lee", at=ACME)
AWAY = a_person(1, "Ann Lee")
DANA = a_person(1, "Dana Hall", at=ACME, title="Head of Purchasing")


def why(ask: Ask, person: PersonFacts = ANN) -> str:
    chosen = an_approach(1, person, ask=ask)
    picture = a_snapshot(people=[person], seats=[a_seat()], approaches=[chosen])
    cards = plan_day(picture, today=MONDAY).cards
    return next(card.why for card in cards if card.ask == ask)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("name", "You know Ann, who works at Acme. People you know come first: ask who runs"),
        ("introduction", "You know Ann, who works at Acme. An introduction to the manager is"),
        (
            "advice",
            "You know Ann, who works at Acme. Ask for advice, not for a job.",
        ),
        ("tip", "You know Ann, who works at Acme. A tip takes one line to give"),
        ("connect", "You know Ann, who works at Acme. Once you are connected"),
        ("referral", "You know Ann, who works at Acme. Their word for you is worth far more"),
        ("meeting", "You know Ann, who works at Acme. Ask for a short talk."),
    ],
)
def test_the_reason_is_that_of_what_is_asked(ask: Ask, told: str) -> None:
    assert why(ask).startswith(told)


def test_who_runs_the_department_is_known_as_such() -> None:
    assert why("meeting", DANA).startswith("You know Dana, who runs Purchasing at Acme.")


@pytest.mark.parametrize("ask", ["tip", "referral", "introduction"])
def test_nobody_is_said_to_have_worked_where_they_did_not(ask: Ask) -> None:
    assert "work" not in why(ask, AWAY)


def test_after_a_second_no_nobody_is_asked_again_who_else() -> None:
    first = with_whom(1, ANN, ("write", -9), ("no", -8), ("thank", -8), closed_on=working(-7))
    again = with_whom(2, ANN, ("write", -2), ("no", 0))

    def reason(*approaches: ApproachFacts) -> str:
        picture = a_snapshot(people=[ANN], approaches=approaches)
        return next(card.why for card in plan(0, picture).cards if card.kind == "thank")

    assert reason(again).endswith("One nearer the number. Thank, and ask once who else might know.")
    assert reason(first, again).endswith("One nearer the number. Thank them.")

"""Asking somebody for the same once more, about another seat: it is something else to ask."""

from datetime import date

import pytest

from firststep.facts.plan import Card, Waiting
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Person, Seat
from firststep.verbs import thread as actions
from firststep.verbs.thread.step import planned
from tests.cast import a_row_person


def on(day: int) -> Stamp:
    return Stamp(on=date(2026, 11, day), door="test")


@pytest.fixture
def seats(ada: Campaign, dana: Person, globex: Company) -> tuple[Seat, Seat]:
    """The seat Dana holds at Acme, and Uwe's at Globex."""
    uwe = a_row_person(
        ada, "Uwe Spree", company=globex, title="Head of Purchasing", tie=None,
        email="uwe@globex.example",
    )  # fmt: skip
    globex.seats.update(holder=uwe)
    return Seat.objects.get(holder=dana), Seat.objects.get(holder=uwe)


def comes(campaign: Campaign, person: Person, day: date) -> list[Card | Waiting]:
    return [x for x in planned(plan_on(campaign, day).plan) if x.person_id == person.pk]


def test_an_introduction_to_another_seat_is_asked_for_once_the_first_has_come(
    ada: Campaign, ann: Person, seats: tuple[Seat, Seat]
) -> None:
    actions.ask(ada, stamp=on(2), who="Ann Lee", what="introduction", for_seat=f"s{seats[0].pk}")
    sent = actions.record_sent(ada, stamp=on(2), ref="Ann Lee")
    actions.record_reply(
        ada, stamp=on(3), ref="Ann Lee", answer="refers", to="Dana Whitlock, Purchasing, Acme"
    )
    actions.thank(ada, stamp=on(3), person="Ann Lee")

    actions.ask(ada, stamp=on(3), who="Ann Lee", what="introduction", for_seat=f"s{seats[1].pk}")

    found = comes(ada, ann, date(2026, 11, 3))
    assert [(one.ref, one.kind) for one in found] == [(sent.ref, "ask_introduction")]


def test_asking_the_same_of_the_same_seat_changes_nothing(
    ada: Campaign, ann: Person, seats: tuple[Seat, Seat]
) -> None:
    for _ in range(2):
        actions.ask(ada, stamp=on(2), who="Ann Lee", what="name", for_seat=f"s{seats[0].pk}")
        actions.record_sent(ada, stamp=on(2), ref="Ann Lee")

    assert Approach.objects.get(person=ann).asked_on is None


def test_another_seat_chosen_before_the_note_keeps_what_was_answered_last(
    ada: Campaign, ann: Person, seats: tuple[Seat, Seat]
) -> None:
    actions.ask(ada, stamp=on(2), who="Ann Lee", what="name", for_seat=f"s{seats[0].pk}")
    actions.record_sent(ada, stamp=on(2), ref="Ann Lee")
    actions.record_reply(ada, stamp=on(3), ref="Ann Lee", answer="helped")
    actions.thank(ada, stamp=on(3), person="Ann Lee")

    for seat in seats:
        actions.ask(ada, stamp=on(4), who="Ann Lee", what="introduction", for_seat=f"s{seat.pk}")

    found = Approach.objects.get(person=ann)
    assert (found.ask, found.for_seat, found.asked_before) == ("introduction", seats[1], "name")

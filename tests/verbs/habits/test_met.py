"""Events, and who was met there: one line each, one entry each, nothing doubled."""

from datetime import date
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.habits.events.models import Encounter, Event
from firststep.habits.events.reckoning import events_on
from firststep.habits.favours.models import Promise
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.plan.shown import plan_on
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person, Tie
from firststep.verbs import thread
from firststep.verbs.habits.event import Met, add_event, met
from firststep.verbs.safety.undo import undo
from tests.cast import MONDAY, a_row_person
from tests.everything import everything

TUESDAY, NEXT_MONDAY = date(2026, 11, 3), date(2026, 11, 9)
PRIYA = "Priya Nair, Head of Ops, Acme"


def meets(campaign: Campaign, who: str = PRIYA, *, on: date = MONDAY, **said: Any) -> Met:
    return met(campaign, stamp=Stamp(on=on), who=who, **said)


def mixer(campaign: Campaign, on: date = MONDAY) -> Event:
    return add_event(campaign, stamp=Stamp(on=on), name="Tucson SCM mixer", place="Tucson")


def test_somebody_met_is_made_tied_and_followed_up_with_the_next_working_day(
    ada: Campaign, acme: Company
) -> None:
    event = mixer(ada)
    found = meets(
        ada, at="SCM mixer", promise="send the article", said="how they buy steel",
        email="priya@acme.example",
    )  # fmt: skip

    priya = Person.objects.get(pk=found.person_id)
    tie, encounter = Tie.objects.get(person=priya), Encounter.objects.get()
    assert (tie.kind, tie.how) == ("met", "at the Tucson SCM mixer")
    assert (encounter.event_id, encounter.said) == (event.pk, "how they buy steel")
    assert [(p.whose, p.what) for p in Promise.objects.all()] == [("mine", "send the article")]
    (card,) = [one for one in plan_on(ada, TUESDAY).plan.cards if one.person_id == priya.pk]
    assert (card.kind, card.due_on) == ("follow_up_met", TUESDAY)
    assert Entry.objects.filter(verb="met").count() == 1


def test_whom_one_met_at_an_event_was_met_on_its_day(ada: Campaign, acme: Company) -> None:
    event = mixer(ada)

    found = meets(ada, on=TUESDAY, at=f"e{event.pk}")

    assert (found.on, Touch.objects.get(kind="met").on) == (MONDAY, MONDAY)


def test_an_event_nobody_wrote_down_is_made_in_the_same_entry(ada: Campaign, acme: Company) -> None:
    before = everything()
    found = meets(ada, at="Tucson SCM mixer")

    assert Event.objects.get(pk=found.event_id).on == MONDAY
    undo(ada, stamp=Stamp(on=MONDAY))
    assert everything() == before


@pytest.mark.parametrize(
    ("who", "at", "words"),
    [
        (PRIYA, "Tucson SCN mixer", "Perhaps Tucson SCM mixer"),
        (PRIYA, "The fair", "to come"),
        (PRIYA, "n", "Perhaps"),
        ("priya@acme.example", "", "whom you met"),
        ("123", "", "whom you met"),
        (PRIYA, "???", "not the name of an event"),
    ],
)
def test_what_is_unclear_is_refused_and_nothing_is_written(
    ada: Campaign, acme: Company, who: str, at: str, words: str
) -> None:
    mixer(ada)
    add_event(ada, stamp=Stamp(on=MONDAY), name="The fair", on=NEXT_MONDAY)
    add_event(ada, stamp=Stamp(on=MONDAY), name="Night of nuts")
    add_event(ada, stamp=Stamp(on=MONDAY), name="Nut noon")
    before = everything()

    with pytest.raises(CannotDo, match=words.replace("?", ".")):
        meets(ada, who, at=at)

    assert everything() == before


def test_somebody_known_is_found_and_gets_the_address(
    ada: Campaign, acme: Company, ann: Person
) -> None:
    found = meets(ada, "Ann Lee, Acme", phone="+49 30 901820")
    by_address = meets(
        ada, "A. Lee", email=ann.addresses.get(kind="email").value, at="Tucson SCM mixer"
    )

    assert found.person_id == by_address.person_id == ann.pk
    assert ann.addresses.filter(kind="phone").exists()


def test_a_namesake_elsewhere_is_another_unless_an_address_says_it_is_the_same(
    ada: Campaign, acme: Company
) -> None:
    lee = a_row_person(ada, "Kim Lee", company=acme, email="kim@lee.example")

    assert meets(ada, "Kim Lee, Buyer, Unheard Of").person_id != lee.pk
    assert meets(ada, "Kim Lee, Other Firm", email="kim@lee.example").person_id == lee.pk


def test_met_twice_at_two_events_with_an_open_approach_is_one_thread(
    ada: Campaign, acme: Company, ann: Person
) -> None:
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    meets(ada, "Ann Lee, Acme", at="Monday mixer", on=TUESDAY)
    meets(ada, "Ann Lee, Acme", at="Wednesday walk", on=date(2026, 11, 4))

    (approach,) = Approach.objects.filter(person=ann)
    assert approach.pk == sent.approach_id
    assert (approach.origin, Touch.objects.filter(person=ann, kind="met").count()) == ("met", 2)
    assert [len(one.people) for one in events_on(ada, date(2026, 11, 4))] == [1, 1]
    cards = [one for one in plan_on(ada, date(2026, 11, 5)).plan.cards if one.person_id == ann.pk]
    assert [one.kind for one in cards] == ["follow_up_met"]


def test_an_event_counts_who_was_followed_up_in_time_and_the_talks_it_led_to(
    ada: Campaign, acme: Company
) -> None:
    mixer(ada)
    people = [meets(ada, f"{name} Roe, Acme", at="mixer") for name in ("Amy", "Bea", "Cy", "Di")]
    amy, bea, cy = (f"p{one.person_id}" for one in people[:3])
    late = date(2026, 11, 10)
    thread.record_sent(ada, stamp=Stamp(on=TUESDAY), ref=amy)
    thread.record_sent(ada, stamp=Stamp(on=NEXT_MONDAY), ref=bea)
    thread.record_sent(ada, stamp=Stamp(on=late), ref=cy)
    thread.record_reply(
        ada, stamp=Stamp(on=NEXT_MONDAY), ref=amy, answer="refers", to="Sam Fox, Acme"
    )
    sam = Person.objects.get(name="Sam Fox")
    thread.record_talked(ada, stamp=Stamp(on=late), ref=f"p{sam.pk}")

    (before,), (after,) = events_on(ada, TUESDAY), events_on(ada, late)
    assert [one.in_time for one in before.people] == [True, False, False, False]
    assert [one.in_time for one in after.people] == [True, True, False, False]
    assert (before.conversations, after.conversations) == (0, 1)


def test_ben_sees_and_reaches_no_event_of_adas(ada: Campaign, ben: Campaign) -> None:
    event = mixer(ada)
    assert events_on(ben, MONDAY) == []
    meets(ben, "Zoe Fox", at="Tucson SCM mixer")
    assert Encounter.objects.filter(event=event).count() == 0


def test_the_same_event_said_again_is_corrected(ada: Campaign) -> None:
    event = mixer(ada)
    again = add_event(
        ada, stamp=Stamp(on=MONDAY), name="the Tucson SCM Mixer", purpose="two buyers"
    )
    other = mixer(ada, NEXT_MONDAY)

    assert (again.pk, again.place, again.purpose) == (event.pk, "Tucson", "two buyers")
    assert other.pk != event.pk

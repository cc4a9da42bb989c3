"""The way an offer names is the way of its step, and its days begin where it says (F40)."""

from datetime import date
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.facts.plan import Card
from firststep.habits.events.reckoning import offers_on
from firststep.interfaces.answers.letters import draft
from firststep.journal.actions import Stamp
from firststep.learn.progress import progress
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Address, Person
from firststep.verbs import thread
from firststep.verbs.habits.offer import record_offer
from firststep.verbs.people.persons import edit_person
from firststep.verbs.safety.undo import undo
from tests.cast import MONDAY
from tests.everything import everything

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (3, 4, 5, 6))
NEXT_MONDAY, WEEK_AFTER = date(2026, 11, 9), date(2026, 11, 16)


def offers(campaign: Campaign, person: Person, says: str, **said: Any) -> None:
    record_offer(campaign, stamp=Stamp(on=MONDAY), person=str(person.pk), says=says, **said)


def number(campaign: Campaign, person: Person) -> None:
    edit_person(campaign, stamp=Stamp(on=MONDAY), person=str(person.pk), phone="+49 30 901820")


def step(campaign: Campaign, person: Person, on: date) -> Card | None:
    cards = plan_on(campaign, on).plan.showable
    return next((one for one in cards if one.person_id == person.pk), None)


def text(campaign: Campaign, person: Person, on: date, **how: Any) -> str:
    return draft(campaign, stamp=Stamp(on=on), ref=f"p{person.pk}", **how).body


@pytest.mark.parametrize(
    ("says", "known", "kind", "channel"),
    [
        ("ring me", {}, "find_number", "phone"),
        ("ring me", {"phone": "+49 30 901820"}, "call", "phone"),
        ("give me a ring", {}, "find_number", "phone"),
        ("write to me", {}, "offer_taken_up", "email"),
        ("find me on LinkedIn", {}, "offer_taken_up", None),
        ("find me on LinkedIn", {"linkedin": "ann-lee"}, "offer_taken_up", "linkedin"),
        ("find me on LinkedIn", {"phone": "+49 30 901820"}, "offer_taken_up", None),
        ("come by our office", {}, "offer_taken_up", "in_person"),
        ("drop in any time", {"phone": "+49 30 901820"}, "offer_taken_up", "in_person"),
        ("meet me for coffee", {}, "offer_taken_up", "email"),
        ("rufen Sie mich gern an", {}, "find_number", "phone"),
        ("schreib mir", {}, "offer_taken_up", "email"),
        ("kommen Sie doch vorbei", {}, "offer_taken_up", "in_person"),
    ],
)
def test_the_way_an_offer_names_is_the_way_of_its_step(
    ada: Campaign, ann: Person, says: str, known: dict[str, Any], kind: str, channel: str | None
) -> None:
    if known:
        edit_person(ada, stamp=Stamp(on=MONDAY), person=str(ann.pk), **known)
    offers(ada, ann, says)

    card = step(ada, ann, TUESDAY)
    assert card is not None
    assert (card.kind, card.channel, card.due_on) == (kind, channel, TUESDAY)
    assert f"“{says}”" in card.why and "6 days left" in card.why
    assert "no answer yet" not in card.why and "the only way" not in card.why


def test_a_call_that_was_offered_says_so_and_without_a_number_that_is_asked_for(
    ada: Campaign, ann: Person
) -> None:
    offers(ada, ann, "ring me")
    with pytest.raises(CannotDo, match="asked to be rung") as refused:
        text(ada, ann, TUESDAY)
    assert "--phone NUMBER" in str(refused.value.typed)
    assert "ring me" in text(ada, ann, TUESDAY, channel="email")

    number(ada, ann)
    said = text(ada, ann, TUESDAY)
    assert "call" in said.split("?")[0] and "where we met" not in said


def test_who_asked_to_be_written_to_is_not_rung_instead(ada: Campaign, ann: Person) -> None:
    Address.objects.filter(person=ann).delete()
    number(ada, ann)
    offers(ada, ann, "write to me")

    card = step(ada, ann, TUESDAY)
    assert card is not None
    assert (card.kind, card.channel, card.finds_way) == ("offer_taken_up", None, True)
    assert "find an address, or ring and ask for it" in card.why

    edit_person(ada, stamp=Stamp(on=MONDAY), person=str(ann.pk), email="ann@elsewhere.example")
    card = step(ada, ann, TUESDAY)
    assert card is not None
    assert (card.kind, card.channel, card.finds_way) == ("offer_taken_up", "email", False)


def test_who_offered_help_by_no_way_and_has_a_number_only_is_rung(
    ada: Campaign, ann: Person
) -> None:
    Address.objects.filter(person=ann).delete()
    number(ada, ann)
    offers(ada, ann, "I can look at your CV")

    card = step(ada, ann, TUESDAY)
    assert card is not None and card.kind == "call"


def test_who_said_come_by_is_told_so_when_one_stands_there(ada: Campaign, ann: Person) -> None:
    offers(ada, ann, "come by our office")

    said = text(ada, ann, TUESDAY)
    assert "come by" in said and "phone" not in said


def test_who_offered_a_coffee_is_asked_for_the_coffee(ada: Campaign, ann: Person) -> None:
    offers(ada, ann, "meet me for coffee")

    assert "15 minutes" not in text(ada, ann, TUESDAY)
    assert text(ada, ann, TUESDAY).count("coffee") == 2


def test_the_number_and_the_address_given_with_an_offer_are_kept_and_a_day_is_no_number(
    ada: Campaign, ann: Person
) -> None:
    before = everything()
    offers(ada, ann, "ring me on 2026-11-12")
    assert not Address.objects.filter(person=ann, kind="phone").exists()
    offers(ada, ann, "my number is +49 30 901820, ring me, or ann@elsewhere.example")

    assert Address.objects.get(person=ann, kind="phone").value == "+49 30 901820"
    assert Address.objects.filter(person=ann, kind="email").count() == 1  # one was known
    card = step(ada, ann, TUESDAY)
    assert card is not None and (card.kind, card.number) == ("call", "+49 30 901820")
    for _ in range(2):
        undo(ada, stamp=Stamp(on=MONDAY))
    assert everything() == before


def test_who_asked_to_be_rung_is_rung_again_and_then_written_to(ada: Campaign, ann: Person) -> None:
    number(ada, ann)
    offers(ada, ann, "ring me")
    ref = f"p{ann.pk}"

    thread.record_call(ada, stamp=Stamp(on=TUESDAY), ref=ref, outcome="no_answer")
    again = step(ada, ann, WEDNESDAY)
    assert again is not None and (again.kind, again.due_on) == ("call", WEDNESDAY)
    assert "You rang once" in again.why
    thread.record_call(ada, stamp=Stamp(on=WEDNESDAY), ref=ref, outcome="no_answer")
    written = step(ada, ann, THURSDAY)
    assert written is not None
    assert (written.kind, written.channel) == ("offer_taken_up", "email")


@pytest.mark.parametrize(
    ("says", "opens", "last"),
    [
        ("ring me next week", NEXT_MONDAY, WEEK_AFTER),
        ("write to me from Thursday", THURSDAY, date(2026, 11, 12)),
        ("schreib mir nächste Woche", NEXT_MONDAY, WEEK_AFTER),
        ("come by on 12 November", date(2026, 11, 12), date(2026, 11, 19)),
        ("write to me until Friday", None, NEXT_MONDAY),
        ("write to me any time", None, NEXT_MONDAY),
    ],
)
def test_the_days_of_an_offer_begin_where_it_says(
    ada: Campaign, ann: Person, says: str, opens: date | None, last: date
) -> None:
    number(ada, ann)
    offers(ada, ann, says)
    due = opens or TUESDAY

    first = step(ada, ann, due)
    assert first is not None and first.due_on == due
    assert f"{(last - due).days} days left" in first.why
    if opens:
        assert step(ada, ann, date.fromordinal(due.toordinal() - 1)) is None
    (made,) = offers_on(ada, last)
    assert (made.offer.opens_on, made.last_on) == (opens, last)
    assert fell_due(ada, last) == 0 and fell_due(ada, date.fromordinal(last.toordinal() + 1)) == 1


def fell_due(campaign: Campaign, on: date) -> int:
    return progress(plan_on(campaign, on).snapshot, today=on, silent=frozenset()).follow_up.due


def test_the_day_can_be_said_and_must_not_be_behind_the_last(ada: Campaign, ann: Person) -> None:
    with pytest.raises(CannotDo, match="over before it begins"):
        offers(ada, ann, "write to me", opens_on=FRIDAY, until=THURSDAY)
    offers(ada, ann, "write to me", opens_on=FRIDAY)

    card = step(ada, ann, FRIDAY)
    assert card is not None and card.due_on == FRIDAY and "7 days left" in card.why

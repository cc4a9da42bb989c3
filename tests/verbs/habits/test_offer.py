"""Offers: written down, taken up in the way they asked for, and what came of it."""

from datetime import date, timedelta
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.facts.draft import Draft
from firststep.habits.events.models import Offer
from firststep.habits.events.reckoning import offers_on
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.learn.progress import FollowUp, progress
from firststep.plan.shown import plan_on, step_on
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.people.models import Address, Person
from firststep.verbs import thread
from firststep.verbs.habits.event import met
from firststep.verbs.habits.offer import record_offer
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets.target import set_stage
from tests.cast import MONDAY
from tests.everything import everything

TUESDAY = date(2026, 11, 3)


def offers(campaign: Campaign, person: Person, *, on: date = MONDAY, **said: Any) -> Offer:
    return record_offer(campaign, stamp=Stamp(on=on), person=str(person.pk), **said)


def in_time(campaign: Campaign, on: date) -> tuple[int, int]:
    shown = plan_on(campaign, on)
    found: FollowUp = progress(shown.snapshot, today=on, silent=frozenset()).follow_up
    return found.due, found.in_time


def test_an_offer_opens_the_approach_with_what_was_offered_in_the_way_they_asked_for(
    ada: Campaign, ann: Person
) -> None:
    row = offers(ada, ann, says="Connect with me on LinkedIn", to="class")

    approach = row.touch.approach
    assert approach is not None
    assert (approach.ask, approach.channel, approach.origin) == ("connect", "linkedin", "offered")
    assert (row.to, row.touch.inbound, row.touch.on) == ("class", True, MONDAY)
    assert Entry.objects.latest("pk").words == "Ann Lee made you an offer."


def test_an_offer_counts_as_followed_up_once_it_was_taken_up_within_seven_days(
    ada: Campaign, ann: Person
) -> None:
    offers(ada, ann, says="write to me")
    assert in_time(ada, MONDAY + timedelta(days=7)) == (0, 0)
    assert in_time(ada, MONDAY + timedelta(days=8)) == (1, 0)

    thread.record_sent(ada, stamp=Stamp(on=MONDAY + timedelta(days=7)), ref=f"p{ann.pk}")
    assert in_time(ada, MONDAY + timedelta(days=8)) == (1, 1)
    (found,) = offers_on(ada, MONDAY + timedelta(days=8))
    assert (found.taken_up_on, found.in_time) == (MONDAY + timedelta(days=7), True)


def test_who_was_met_and_offered_on_one_day_is_one_to_follow_up_with(
    ada: Campaign, acme: Company, ann: Person
) -> None:
    met(ada, stamp=Stamp(on=MONDAY), who="Ann Lee, Acme")
    offers(ada, ann, says="call me")

    assert in_time(ada, MONDAY + timedelta(days=8)) == (1, 0)


def test_what_came_of_an_offer_is_read_from_the_log(
    ada: Campaign, acme: Company, ann: Person
) -> None:
    offers(ada, ann, says="write to me")
    later = iter(MONDAY + timedelta(days=n) for n in range(1, 9))

    def came() -> str:
        return offers_on(ada, MONDAY + timedelta(days=20))[0].came_of_it

    thread.record_sent(ada, stamp=Stamp(on=next(later)), ref=f"p{ann.pk}")
    assert came() == ""
    thread.record_reply(ada, stamp=Stamp(on=next(later)), ref=f"p{ann.pk}", answer="yes")
    assert came() == "reply"
    thread.record_talked(ada, stamp=Stamp(on=next(later)), ref=f"p{ann.pk}")
    assert came() == "conversation"
    set_stage(ada, stamp=Stamp(on=next(later)), company="Acme", stage="interview")
    assert came() == "interview"


def test_an_offer_joins_the_thread_that_runs_and_keeps_its_way(ada: Campaign, ann: Person) -> None:
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    row = offers(ada, ann, on=TUESDAY, says="add me on LinkedIn")

    assert row.touch.approach is not None
    assert (row.touch.approach_id, row.touch.approach.channel) == (sent.approach_id, "email")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"made_on": TUESDAY}, "to come"),
        ({"until": date(2026, 11, 1)}, "over before"),
        ({"to": "everybody"}, "Choose one of: me, class"),
        ({"ask": "a job"}, "not an ask"),
        ({"channel": "pigeon"}, "not a way"),
        ({"says": "x" * 501}, "500"),
    ],
)
def test_what_is_no_offer_is_refused_and_nothing_is_written(
    ada: Campaign, ann: Person, said: dict[str, Any], words: str
) -> None:
    before = everything()
    with pytest.raises(CannotDo, match=words):
        offers(ada, ann, **said)
    assert everything() == before


def test_undo_takes_an_offer_back_whole_and_ben_reaches_nobody(
    ada: Campaign, ben: Campaign, ann: Person
) -> None:
    before = everything()
    offers(ada, ann, says="write to me")
    undo(ada, stamp=Stamp(on=MONDAY))
    assert everything() == before
    with pytest.raises(CannotDo):
        offers(ben, ann, says="write to me")


def card_of(campaign: Campaign, person: Person, on: date) -> Any:
    return next(
        (one for one in plan_on(campaign, on).plan.cards if one.person_id == person.pk), None
    )


def test_taking_an_offer_up_is_a_step_of_its_own_in_the_way_they_asked_for(
    ada: Campaign, ann: Person
) -> None:
    ann.linkedin = "ann-lee"
    ann.save()
    offers(ada, ann, says="Connect with me on LinkedIn", to="class")

    assert card_of(ada, ann, MONDAY) is None or card_of(ada, ann, MONDAY).due_on == TUESDAY
    card = card_of(ada, ann, TUESDAY)
    assert (card.kind, card.channel, card.ask) == ("offer_taken_up", "linkedin", "connect")
    assert (card.due_on, card.minutes) == (TUESDAY, 8)
    assert "offered to your class" in card.why and "“Connect with me on LinkedIn”" in card.why
    assert "6 days left" in card.why
    text = draft_of_step(ada, ann, TUESDAY)
    assert text.channel == "linkedin" and text.body


def draft_of_step(campaign: Campaign, person: Person, on: date) -> Draft:
    at = step_on(campaign, f"p{person.pk}", on)
    return draft(draft_facts(at.snapshot, at.card, on=on))


def test_somebody_who_wants_to_be_called_is_called(ada: Campaign, ann: Person) -> None:
    Address.objects.create(
        campaign=ada, person=ann, kind="phone", value="+49 30 901820", key="+4930901820"
    )
    offers(ada, ann, says="call me any time")

    assert (card_of(ada, ann, TUESDAY).kind, card_of(ada, ann, TUESDAY).channel) == (
        "call", "phone",
    )  # fmt: skip


def test_an_offer_that_ends_sooner_than_seven_days_lapses_with_its_own_last_day(
    ada: Campaign, ann: Person
) -> None:
    offers(ada, ann, says="write to me", until=date(2026, 11, 4))

    assert card_of(ada, ann, date(2026, 11, 4)).kind == "offer_taken_up"
    assert "today is the last day" in card_of(ada, ann, date(2026, 11, 4)).why
    after = card_of(ada, ann, date(2026, 11, 5))
    assert after is None or after.kind == "write"


def test_once_written_the_usual_rhythm_goes_on(ada: Campaign, ann: Person) -> None:
    offers(ada, ann, says="write to me")
    sent = thread.record_sent(ada, stamp=Stamp(on=TUESDAY), ref=f"p{ann.pk}")
    following = thread.next_step(ada, sent.approach_id, TUESDAY)

    assert following is not None
    assert (following.kind, following.due_on) == ("nudge", date(2026, 11, 6))


def test_who_was_met_is_told_with_the_event_and_the_promise(ada: Campaign, acme: Company) -> None:
    found = met(
        ada, stamp=Stamp(on=MONDAY), who="Priya Nair, Head of Ops, Acme", at="SCM mixer",
        promise="send the article", email="priya@acme.example",
    )  # fmt: skip
    card = card_of(ada, Person.objects.get(pk=found.person_id), TUESDAY)

    assert card.why.startswith(
        "You met Priya at the SCM mixer on Monday 2 November. You promised: send the article."
    )


def test_a_guest_nobody_wrote_down_yet_is_told_with_the_offer_in_one_line(
    ada: Campaign, acme: Company
) -> None:
    before = everything()
    row = record_offer(
        ada, stamp=Stamp(on=MONDAY), person="Jane Ortiz, Supply director, Acme", to="class",
        says="connect with me on LinkedIn",
    )  # fmt: skip

    jane = row.touch.person
    assert (jane.name, jane.positions.get().company, jane.positions.get().title) == (
        "Jane Ortiz", acme, "Supply director",
    )  # fmt: skip
    (card,) = [one for one in plan_on(ada, TUESDAY).plan.cards if one.person_id == jane.pk]
    assert (card.kind, card.ask, card.due_on) == ("offer_taken_up", "connect", TUESDAY)
    again = record_offer(
        ada, stamp=Stamp(on=MONDAY), person="Jane Ortiz, Acme", says="write to me"
    )  # fmt: skip
    assert again.touch.person == jane and Person.objects.filter(campaign=ada).count() == 1
    for _ in range(2):
        undo(ada, stamp=Stamp(on=MONDAY))
    assert everything() == before
    with pytest.raises(CannotDo, match="in your address book"):
        record_offer(ada, stamp=Stamp(on=MONDAY), person="Jane Ortiz", says="write to me")

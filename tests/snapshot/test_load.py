"""One campaign read whole: what it touches, as of a day, in a fixed number of queries."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firststep.journal.actions import Stamp
from firststep.snapshot.load import load
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import CompanyMatch, Person, Position, Tie
from firststep.verbs.thread import record_reply, record_sent
from tests.cast import a_company, a_row_person

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)


def names(campaign: Campaign, on: date = MONDAY) -> set[str]:
    return {person.name for person in load(campaign, today=on).people.values()}


def test_people_at_targets_now_or_formerly_are_there_and_the_rest_of_the_book_is_not(
    ada: Campaign, acme: Company, ann: Person
) -> None:
    elsewhere = a_company(ada, "Elsewhere")
    former = a_row_person(ada, "Fay Ode", company=acme, title="Buyer", tie="")
    Position.objects.filter(person=former).update(current=False)
    a_row_person(ada, "Nobody Near", company=elsewhere, title="Baker", tie="")
    Tie.objects.filter(person__name="Nobody Near").update(by_hand=False)
    assert {"Ann Lee", "Fay Ode"} <= names(ada)
    assert "Nobody Near" not in names(ada)


def test_a_tie_made_by_hand_brings_somebody_in_from_anywhere(ada: Campaign) -> None:
    elsewhere = a_company(ada, "Elsewhere")
    person = a_row_person(ada, "Gil Roth", company=elsewhere, title="Baker", tie="close")
    Tie.objects.filter(person=person).update(by_hand=True)
    assert "Gil Roth" in names(ada)


def test_a_written_company_stands_for_its_target_with_its_sureness(
    ada: Campaign, acme: Company
) -> None:
    written = a_company(ada, "Acme (via acquisition)")
    person = a_row_person(ada, "Hal Ix", company=written, title="Buyer", tie="")
    match = CompanyMatch.objects.create(
        campaign=ada, written=written, company=acme, tier="weak", why="It says so."
    )
    found = load(ada, today=MONDAY)
    assert found.people[person.pk].positions[0].company_id == acme.pk
    assert found.people[person.pk].positions[0].sureness == "weak"
    assert [m.written for m in found.open_matches] == ["Acme (via acquisition)"]
    match.confirmed_on = MONDAY
    match.save()
    assert load(ada, today=MONDAY).people[person.pk].positions[0].sureness == "exact"
    match.confirmed_on, match.refused_on = None, MONDAY
    match.save()
    assert person.pk not in load(ada, today=MONDAY).people


def test_what_is_dated_later_than_the_day_is_not_there(ada: Campaign, ann: Person) -> None:
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    log = [line for a in load(ada, today=MONDAY).approaches.values() for line in a.log]
    before = load(ada, today=MONDAY - timedelta(days=1))
    assert [line.kind for line in log] == ["write"]
    assert [line for a in before.approaches.values() for line in a.log] == []


def test_the_number_of_queries_does_not_grow_with_the_people(ada: Campaign, acme: Company) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            load(ada, today=MONDAY)
        return len(seen)

    a_row_person(ada, "Ann Lee", company=acme, title="Analyst", tie="")
    few = queries()
    for n in range(60):
        a_row_person(ada, f"Person {n}", company=acme, title="Buyer", tie="")
    assert queries() == few


def test_ben_sees_nobody_of_adas(ada: Campaign, ben: Campaign, ann: Person) -> None:
    assert ann.name not in names(ben)


def test_what_is_filled_in_for_days_before_the_first_round_is_seen(
    ada: Campaign, ann: Person
) -> None:
    goal = ada.goals.get()
    goal.began_on = MONDAY
    goal.save()
    earlier = MONDAY - timedelta(days=7)
    record_sent(ada, stamp=Stamp(on=earlier), ref=f"p{ann.pk}")
    found = load(ada, today=earlier)
    assert [line.kind for a in found.approaches.values() for line in a.log] == ["write"]


def test_a_log_stands_in_the_order_of_time_not_of_typing(ada: Campaign, ann: Person) -> None:
    friday = MONDAY + timedelta(days=4)
    sent = record_sent(ada, stamp=Stamp(on=friday), ref=f"p{ann.pk}")
    record_reply(ada, stamp=Stamp(on=friday), ref=sent.ref, answer="question")
    record_sent(ada, stamp=Stamp(on=friday), ref=sent.ref, kind="answer")
    record_reply(ada, stamp=Stamp(on=MONDAY), ref=sent.ref, answer="later")
    log = load(ada, today=friday).approaches[int(sent.ref)].log
    assert [line.kind for line in log] == ["later", "write", "question", "answer"]


def test_an_address_that_is_dead_is_no_way_any_more_and_living_ones_stand_as_they_came(
    ada: Campaign, ann: Person
) -> None:
    for value in ("zoe@acme.example", "ann.new@acme.example"):
        ann.addresses.create(campaign=ada, kind="email", value=value, key=value)
    first = ann.addresses.order_by("id").first()
    assert first is not None
    ann.addresses.filter(pk=first.pk).update(dead_on=MONDAY)

    known = load(ada, today=MONDAY).people[ann.pk].emails

    assert known == ("zoe@acme.example", "ann.new@acme.example")


def test_nothing_is_under_way_once_the_round_has_ended(ada: Campaign, ann: Person) -> None:
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")

    ada.goals.update(ended_on=MONDAY)

    assert load(ada, today=MONDAY).approaches == {}

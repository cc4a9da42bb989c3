"""Landing: the round ends, everybody who helped hears of it, people and habits stay."""

from datetime import date, datetime, time
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.interfaces.answers.landing import LandedShown, landed
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.snapshot.earlier import read_landed
from firststep.steps.goal.models import Campaign, Company, Goal
from firststep.steps.goal.rows import present_goal
from firststep.steps.people.models import Person
from firststep.verbs import thread
from firststep.verbs.goal.choose_goal import choose_goal
from firststep.verbs.habits.favour import record_favour
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets.interview import record_interview
from tests.cast import MONDAY, a_row_person, a_target
from tests.everything import everything

TUESDAY, FRIDAY, NEXT_MONDAY = date(2026, 11, 3), date(2026, 11, 6), date(2026, 11, 9)


@pytest.fixture
def helped(ada: Campaign, acme: Company, ann: Person) -> Person:
    """Ann gave a name, Bob was talked with, Cy is a stranger who never answered."""
    bob = a_row_person(ada, "Bob Ray", email="bob@ray.example")
    a_row_person(ada, "Cy Fox", company=acme, tie=None, email="cy@acme.example")
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    thread.record_reply(
        ada, stamp=Stamp(on=TUESDAY), ref=str(sent.approach_id), answer="refers",
        to="Sam Lee, Acme",
    )  # fmt: skip
    thread.record_talked(ada, stamp=Stamp(on=TUESDAY), ref=f"p{bob.pk}")
    return bob


def land(campaign: Campaign, on: date = FRIDAY, **said: Any) -> LandedShown:
    return landed(campaign, stamp=Stamp(on=on), **said)


def test_landing_ends_the_round_and_prepares_a_note_to_everybody_who_helped(
    ada: Campaign, helped: Person
) -> None:
    found = land(ada, company="Acme")

    assert (found.company, found.round_ended_on) == ("Acme", FRIDAY)
    assert present_goal(ada) is None and Company.objects.get(name="Acme").stage == "job_offer"
    notes = {one.name: one.draft for one in found.notes}
    assert set(notes) == {"Ann Lee", "Bob Ray"}
    assert "the name of Sam Lee" in notes["Ann Lee"] and "Acme" in notes["Ann Lee"]
    assert "you took the time to talk with me" in notes["Bob Ray"]
    assert {one.name for one in found.may_go} == {"Cy Fox"}  # Sam was named, and is kept
    assert found.favours_open == 1


def test_the_notes_are_prepared_on_a_day_off_too(ada: Campaign, helped: Person) -> None:
    sunday = date(2026, 11, 8)
    assert {one.name for one in land(ada, sunday, company="Acme").notes} == {"Ann Lee", "Bob Ray"}


def test_today_has_the_news_to_tell_and_no_goal_to_decide(ada: Campaign, helped: Person) -> None:
    land(ada, company="Acme")

    def kinds(on: date) -> list[tuple[str, str]]:
        return [(card.kind, card.name) for card in plan_on(ada, on).plan.showable]

    assert plan_on(ada, FRIDAY).plan.after_yes == ()
    assert set(kinds(FRIDAY)) == {("tell_news", "Ann Lee"), ("tell_news", "Bob Ray")}
    thread.record_sent(ada, stamp=Stamp(on=NEXT_MONDAY), ref=f"p{helped.pk}")
    assert kinds(NEXT_MONDAY) == [("tell_news", "Ann Lee")]
    assert [one.name for one in land(ada, NEXT_MONDAY).notes] == ["Ann Lee"]


def test_whom_one_stays_in_touch_with_and_favours_outlast_the_round(
    ada: Campaign, helped: Person
) -> None:
    record_favour(
        ada, stamp=Stamp(on=TUESDAY), person=str(helped.pk), way="received", what="a lift"
    )
    land(ada, company="Acme")
    thread.record_sent(ada, stamp=Stamp(on=NEXT_MONDAY), ref=f"p{helped.pk}")
    helped.refresh_from_db()
    assert helped.keep == "quarterly"
    waits = [
        (row.kind, row.due_on) for row in plan_on(ada, date(2026, 11, 10)).plan.waiting
        if row.person_id == helped.pk
    ]  # fmt: skip
    assert ("keep_in_touch", date(2027, 2, 8)) in waits


def test_a_new_round_begins_over_the_same_people(ada: Campaign, helped: Person) -> None:
    land(ada, company="Acme")
    goal = choose_goal(ada, stamp=Stamp(on=NEXT_MONDAY), new_round=True)

    assert (goal.department, Goal.objects.count()) == ("Purchasing", 2)
    assert Goal.objects.order_by("pk")[0].ended_on == FRIDAY
    assert Company.objects.get(name="Acme").stage == ""
    plan = plan_on(ada, NEXT_MONDAY).plan
    assert plan.showable and not any(one.kind == "tell_news" for one in plan.showable)


def test_a_company_nobody_wrote_down_is_where_one_may_land(ada: Campaign, helped: Person) -> None:
    assert land(ada, company="Brand New Ltd").company == "Brand New Ltd"


def test_where_no_round_runs_or_none_is_named_it_is_refused(
    ada: Campaign, ben: Campaign, acme: Company
) -> None:
    before = everything()
    with pytest.raises(CannotDo, match="Say where you landed"):
        land(ada)
    with pytest.raises(CannotDo, match="began on"):
        land(ada, date(2026, 10, 1), company="Acme")
    assert everything() == before
    land(ada, company="Acme")
    with pytest.raises(CannotDo):
        land(ada, NEXT_MONDAY, company="Acme")
    assert Goal.objects.get(campaign=ben).ended_on is None


def test_undo_takes_landing_back_whole(ada: Campaign, helped: Person) -> None:
    before = everything()
    land(ada, company="Acme")
    undo(ada, stamp=Stamp(on=FRIDAY))
    assert everything() == before


@pytest.mark.parametrize(
    ("talk_on", "open_still"), [(date(2026, 11, 5), "words"), (FRIDAY, "talk"), (None, "talk")]
)
def test_only_a_talk_still_to_come_is_called_off(
    ada: Campaign, helped: Person, talk_on: date | None, open_still: str
) -> None:
    eve = a_row_person(ada, "Eve Roy", email="eve@globex.example")
    thread.record_sent(ada, stamp=Stamp(on=TUESDAY), ref=f"p{eve.pk}", kind="write")
    thread.record_reply(ada, stamp=Stamp(on=TUESDAY), ref=f"p{eve.pk}", answer="yes")
    if talk_on:
        at = datetime.combine(talk_on, time(10))
        thread.record_meeting(ada, stamp=Stamp(on=TUESDAY), ref=f"p{eve.pk}", at=at)

    draft = next(one.draft for one in land(ada, company="Acme").notes if one.name == "Eve Roy")

    found = read_landed(ada.pk, FRIDAY)
    assert found is not None and dict(found.left_open)[eve.pk] == open_still
    assert ("We were going to talk" in draft) == (open_still == "talk")


def test_what_is_agreed_elsewhere_and_who_stays_in_touch_is_named(
    ada: Campaign, helped: Person
) -> None:
    eve = a_row_person(ada, "Eve Roy", email="eve@globex.example")
    thread.record_meeting(
        ada, stamp=Stamp(on=TUESDAY), ref=f"p{eve.pk}", at=datetime(2026, 11, 12, 10)
    )
    a_target(ada, "Lakeside")
    for company, at in (
        ("Lakeside", datetime(2026, 11, 10, 9)),
        ("Acme", datetime(2026, 11, 9, 9)),
    ):
        record_interview(ada, stamp=Stamp(on=TUESDAY), company=company, at=at)
    found = land(ada, company="Acme")

    assert found.still_agreed == (
        "the talk with Eve Roy on Thursday 12 November",
        "the interview at Lakeside on Tuesday 10 November",
    )
    assert found.kept_in_touch == 1


def test_those_no_longer_needed_go_at_one_word_and_nobody_else(
    ada: Campaign, helped: Person
) -> None:
    a_row_person(ada, "Di Oh", tie=None, email="di@acme.example")
    listed = {one.name for one in land(ada, company="Acme").may_go}
    assert Person.objects.filter(name__in=listed).count() == len(listed) > 1
    before = Person.objects.count()
    left = land(ada, take_out=True)

    assert left.may_go == () and Person.objects.count() == before - len(listed)
    assert not Person.objects.filter(name__in=listed).exists()
    assert {one.name for one in left.notes} == {"Ann Lee", "Bob Ray"}


SAID = {
    "yes": ("the talk with {}", "We were going to talk"),
    "later": ("coming back to {}", "I was going to come back to you"),
    "question": ("the answer you owe {}", "asked me something about my search"),
}


@pytest.mark.parametrize("said", SAID)
def test_whoever_has_something_open_is_told_and_stands_there_until_then(
    ada: Campaign, acme: Company, said: str
) -> None:
    eve = a_row_person(ada, "Eve Roy", email="eve@globex.example")
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{eve.pk}")
    thread.record_reply(ada, stamp=Stamp(on=TUESDAY), ref=str(sent.approach_id), answer=said)
    found = land(ada, company="Acme")
    there, written = SAID[said]

    assert found.still_agreed == (there.format("Eve Roy"),)
    (note,) = found.notes
    assert note.name == "Eve Roy" and written in note.draft and "part in it" not in note.draft
    (card,) = plan_on(ada, FRIDAY).plan.showable
    assert card.kind == "tell_news" and "with thanks" in card.why
    thread.record_sent(ada, stamp=Stamp(on=NEXT_MONDAY), ref=f"p{eve.pk}")
    after = land(ada, NEXT_MONDAY)
    assert (after.still_agreed, after.notes) == ((), ())


@pytest.mark.parametrize("said", ["no", "refers", "held"])
def test_what_came_to_its_end_is_not_called_off(ada: Campaign, acme: Company, said: str) -> None:
    eve = a_row_person(ada, "Eve Roy", email="eve@globex.example")
    ref = str(thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{eve.pk}").approach_id)
    answer = "yes" if said == "held" else said
    to = {"to": "Sam Lee, Lakeside"} if said == "refers" else {}
    thread.record_reply(ada, stamp=Stamp(on=TUESDAY), ref=ref, answer=answer, **to)
    if said == "held":
        thread.record_talked(ada, stamp=Stamp(on=FRIDAY), ref=ref)
    found = land(ada, company="Acme")

    assert found.still_agreed == ()
    assert len(found.notes) == (said != "no")


def test_where_one_landed_an_open_yes_is_nothing_to_call_off(ada: Campaign, acme: Company) -> None:
    dana = a_row_person(ada, "Dana Hall", company=acme, email="dana@acme.example")
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{dana.pk}")
    thread.record_reply(ada, stamp=Stamp(on=TUESDAY), ref=str(sent.approach_id), answer="yes")
    found = land(ada, company="Acme")
    assert (found.still_agreed, found.notes) == ((), ())


def test_heads_known_by_their_title_stay_known_once_landed(ada: Campaign, acme: Company) -> None:
    """“Leiterin Einkauf” is the head of Purchasing by the department of the search alone."""
    head = a_row_person(ada, "Maren Falk", company=acme, title="Leiterin Einkauf", tie=None)
    a_target(ada, "Lakeside")

    def heads(on: date) -> set[int | None]:
        return {one.holder_id for one in plan_on(ada, on).snapshot.seats.values()}

    assert head.pk in heads(MONDAY)
    land(ada, company="Lakeside")
    assert plan_on(ada, NEXT_MONDAY).snapshot.goal is None
    assert head.pk in heads(NEXT_MONDAY)


def test_who_was_named_in_a_talk_and_not_written_to_is_kept_too(
    ada: Campaign, acme: Company, ann: Person
) -> None:
    thread.record_talked(
        ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}", named=["Lea Voss, Planner, Acme"]
    )

    assert land(ada, company="Acme").may_go == ()

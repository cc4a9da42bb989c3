"""After a yes from an employer Today names what is left, and an offer lets nothing new begin."""

from dataclasses import replace
from datetime import datetime, time
from typing import Any

import pytest

from firststep.facts.habits import InterviewFacts
from firststep.facts.kinds import CompanyStage
from firststep.facts.plan import AfterYes, ToTell
from firststep.facts.snapshot import Snapshot, TieFacts
from firststep.plan.planner import plan_day
from tests.builders import MONDAY, a_person, a_seat, a_snapshot
from tests.rules.acme import (
    ACME,
    ANN,
    BOB,
    CEM,
    DANA,
    GLOBEX,
    HELD,
    happened,
    plan,
    shown,
    told,
    with_whom,
    working,
)

FAY = a_person(5, "Fay Ode", at=GLOBEX)
EVE = a_person(6, "Eve Roy", at=GLOBEX)
NAMED = happened(("write", -20), ("refers", -19), ("thank", -19))


def at_stage(stage: CompanyStage, *more: Any, since: int = -1) -> Snapshot:
    """Ann at Acme named Dana, Fay at Globex helped; Acme has come so far since a working day."""
    acme = replace(ACME, stage=stage, staged_on=working(since), interviewed=bool(stage))
    return a_snapshot(
        companies=[acme, GLOBEX],
        people=[ANN, BOB, DANA, FAY, EVE, CEM],
        seats=[HELD, a_seat(2, GLOBEX)],
        approaches=[
            with_whom(1, ANN, ("write", -20), ("refers", -19), ("thank", -19)),
            with_whom(2, FAY, ("write", -20), ("helped", -19), ("thank", -19)),
            *more,
        ],
    )


def after(picture: Snapshot) -> AfterYes:
    return plan(0, picture).after_yes[0]


def test_f39_at_an_interview_today_offers_to_tell_who_helped_there_and_to_prepare() -> None:
    found = after(at_stage("interview"))

    assert (found.company, found.stage, found.tell) == (
        "Acme", "interview", (ToTell(1, "Ann Lee"),),
    )  # fmt: skip
    assert found.words[0] == "Acme wants to interview you."
    assert found.words[1].startswith("Tell who helped you there: Ann Lee.")
    assert found.words[2].startswith("Ask Ann Lee, Bob Ray, Cem Arslan who will sit there")
    assert "prepare the day before" in found.words[3]


def test_f39_who_was_told_since_is_not_named_again_and_a_dated_interview_needs_no_day() -> None:
    told_since = with_whom(3, ANN, ("report_back", 0))
    dated = with_whom(
        4, DANA, ("yes", -1), ("dated", -1, {"at": datetime(2026, 11, 6, 10)}), ask="meeting"
    )
    found = after(at_stage("interview", told_since, dated))

    assert found.tell == ()
    assert found.words[0] == "Acme wants to interview you."
    assert [words for words in found.words if "its day" in words] == []


def test_f39_at_an_offer_today_names_what_is_left() -> None:
    found = after(at_stage("job_offer"))

    assert found.tell == (ToTell(1, "Ann Lee"), ToTell(5, "Fay Ode"))
    words = " ".join(found.words)
    for what in ("offers you the job", "by when you answer", "Ann Lee, Fay Ode", "landed"):
        assert what in words


def test_f39_an_offer_lets_nothing_new_begin_and_what_runs_goes_on() -> None:
    silent = with_whom(3, BOB, ("write", -3))
    before, offered = (plan(0, at_stage(stage, silent)) for stage in ("", "job_offer"))
    first = {"write", "second_person", "ask_introduction", "find_name", "add_companies"}

    assert {kind for kind, _ in shown(before)} & first
    assert not {kind for kind, _ in shown(offered)} & first
    assert ("nudge", "Bob Ray") in shown(offered)
    assert told(offered, "Eve Roy") == (
        "You have a job offer. While you decide, nothing new is begun."
    )


def test_f39_who_was_met_is_still_followed_up() -> None:
    met = with_whom(3, EVE, ("met", -1), origin="met", ask="meeting")

    assert ("follow_up_met", "Eve Roy") in shown(plan(0, at_stage("job_offer", met)))


@pytest.mark.parametrize("stage", ["", "rejected"])
def test_f39_without_a_yes_nothing_is_said(stage: CompanyStage) -> None:
    assert plan(0, at_stage(stage)).after_yes == ()


def test_f39_a_company_that_is_no_target_any_more_holds_nothing() -> None:
    picture = at_stage("job_offer")
    dropped = replace(picture.companies[ACME.id], is_target=False)
    freed = replace(picture, companies={**picture.companies, ACME.id: dropped})

    assert plan_day(freed, today=MONDAY).after_yes == ()


def test_f39_both_doors_tell_it(begun: Any) -> None:
    begun.on_day("sent", "Ann Lee")
    begun.on_day("reply", "Ann Lee", "helped")
    begun.on_day("stage", "Acme", "job_offer")

    answer = begun.on_day("today")
    words = " ".join(begun("today", "--on", begun.on).out.split())

    assert answer["after_yes"][0]["stage"] == "job_offer"
    assert "Acme offers you the job. While you decide, nothing new is begun." in words
    ann = begun.on_day("person", "show", "Ann Lee")["person_id"]
    assert f"firststep draft p{ann}" in words


def with_interview(picture: Snapshot, **said: Any) -> Snapshot:
    return replace(picture, interviews=(InterviewFacts(1, ACME.id, working(2), **said),))


def test_f39_before_an_interview_those_who_know_the_house_may_be_asked_the_closest_first() -> None:
    ann = replace(ANN, tie=TieFacts(id=1, kind="dormant"))
    picture = with_interview(at_stage("interview"), at=time(10), people=(BOB.id,))
    picture = replace(picture, people={**picture.people, ANN.id: ann})
    found = after(picture)

    assert found.words[0] == "Your interview at Acme is on Wednesday 4 November at 10:00."
    assert found.ask == (ToTell(CEM.id, "Cem Arslan"), ToTell(ANN.id, "Ann Lee"))
    assert [words for words in found.words if "its day" in words] == []


def test_f39_after_an_interview_nobody_is_asked_about_it_any_more() -> None:
    picture = with_interview(at_stage("interview"), held_on=working(-1), people=(BOB.id,))

    assert after(picture).ask == ()
    assert after(picture).words[0].startswith("You were interviewed at Acme on Friday 30 October.")


def test_f39_an_offer_names_its_last_day_and_the_talks_that_are_still_under_way() -> None:
    talk = with_whom(
        3, EVE, ("yes", -1), ("dated", -1, {"at": datetime(2026, 11, 6, 10)}), ask="meeting"
    )
    silent = with_whom(4, BOB, ("write", -3))
    picture = at_stage("job_offer", talk, silent)
    acme = replace(picture.companies[ACME.id], answer_by=working(3))
    third = replace(GLOBEX, id=9, name="Initech", stage="interview")
    picture = replace(picture, companies={**picture.companies, ACME.id: acme, 9: third})
    found = plan(0, picture).after_yes[0]

    assert "They expect your answer by Thursday 5 November." in found.words
    (others,) = [words for words in found.words if words.startswith("Still under way")]
    assert "the interview at Initech, the talk with Eve Roy." in others and "Bob" not in others
    late = replace(acme, answer_by=working(-1))
    picture = replace(picture, companies={**picture.companies, ACME.id: late})
    assert any("Answer, or ask for more time" in w for w in plan(0, picture).after_yes[0].words)


def test_f39_of_many_who_helped_four_are_named_and_each_can_be_told() -> None:
    people = [a_person(n, f"P{n}", at=GLOBEX) for n in range(20, 27)]
    helping = [
        with_whom(n, one, ("write", -20), ("helped", -19), ("thank", -19))
        for n, one in enumerate(people, 20)
    ]
    picture = at_stage("job_offer", *helping)
    picture = replace(picture, people={**picture.people, **{one.id: one for one in people}})
    found = plan(0, picture).after_yes[0]

    assert len(found.tell) == 9
    assert "Then tell who helped you: Ann Lee, Fay Ode, P20, P21 and 5 more." in found.words

"""After a yes from an employer Today names what is left, and an offer lets nothing new begin."""

from dataclasses import replace
from datetime import datetime, time
from typing import Any

import pytest

from firststep.facts.draft import DraftFacts, InterviewTold
from firststep.facts.habits import InterviewFacts
from firststep.facts.kinds import CompanyStage
from firststep.facts.plan import AfterYes, Card, ToTell
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import PersonFacts, Snapshot, TieFacts
from firststep.plan.board import Board
from firststep.plan.planner import plan_day
from firststep.plan.step_at import step_at
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.outreach.drafting.draft import draft
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


def first_note(person: PersonFacts, picture: Snapshot) -> Card:
    """The note somebody would get as things stand, shown today or not."""
    board = Board(picture, MONDAY, DEFAULT, ()).lay_out()
    return step_at(board, plan_day(picture, today=MONDAY), f"p{person.id}").card


def test_f39_whoever_knows_the_house_of_an_interview_ahead_is_asked_about_it() -> None:
    picture = with_interview(at_stage("interview"), people=(DANA.id,))
    bob = first_note(BOB, picture)

    assert first_note(BOB, at_stage("interview")).ask == "introduction"
    assert first_note(DANA, picture).ask == "meeting"
    assert (bob.ask, bob.why) == (
        "advice",
        "You know Bob, and have an interview there soon. Ask who will sit there.",
    )
    letter = draft_facts(picture, bob, on=MONDAY)
    assert letter.interview == InterviewTold("interviewers", "Acme", working(2), ("Dana Whitlock",))
    assert "Do you know Dana Whitlock" in draft(replace(letter, voice=0)).body


@pytest.mark.parametrize("said", [
    {"people": (1, 2)},  # Ann and Bob sit there themselves
    {"held_on": working(-1)},
])  # fmt: skip
def test_f39_nobody_is_asked_about_an_interview_that_was_or_at_which_they_sit(said: Any) -> None:
    found = first_note(BOB, with_interview(at_stage("interview"), **said))
    assert found.ask == "introduction"


def reported(picture: Snapshot, who: int, day: int) -> tuple[DraftFacts, str]:
    """What the report to somebody knows, and its reason."""
    found = plan_day(picture, today=working(day))
    (card,) = [one for one in found.showable if one.person_id == who]
    assert card.kind == "report_back"
    return draft_facts(picture, card, on=working(day)), card.why


def test_f39_who_helped_is_told_of_the_interview_and_who_sat_there_is_asked_how_it_stands() -> None:
    sat = with_whom(3, BOB, ("held", -12), ("thank", -11), origin="met", ask="meeting")
    helped = with_whom(4, CEM, ("write", -25), ("helped", -12), ("thank", -11))
    picture = replace(at_stage("interview", since=-20), approaches={3: sat, 4: helped})
    had = InterviewFacts(1, ACME.id, working(-12), held_on=working(-12), people=(BOB.id,))
    picture = replace(picture, interviews=(had,))

    told, asked = reported(picture, CEM.id, 0), reported(picture, BOB.id, 0)

    assert told[0].interview and told[0].interview.tag == "interviewed"
    assert "I had an interview at Acme" in draft(replace(told[0], voice=0)).body
    assert asked[0].interview and asked[0].interview.tag == "sat_there"
    assert asked[1].startswith("Bob interviewed you on") and "Ask how it stands" in asked[1]
    assert "how things stand" in draft(replace(asked[0], voice=0)).body


def test_f39_help_that_came_after_the_interview_is_not_told_as_what_led_to_it() -> None:
    helped = with_whom(4, CEM, ("write", -25), ("helped", -11), ("thank", -11))
    had = InterviewFacts(1, ACME.id, working(-20), held_on=working(-20), people=(BOB.id,))
    picture = replace(at_stage("interview", since=-30), approaches={4: helped}, interviews=(had,))

    assert reported(picture, CEM.id, 0)[0].interview is None


def test_f39_the_thanks_to_who_sat_there_are_for_the_interview() -> None:
    sat = with_whom(3, BOB, ("held", -1), origin="met", ask="meeting")
    had = InterviewFacts(1, ACME.id, working(-1), held_on=working(-1), people=(BOB.id,))
    picture = replace(at_stage("interview"), approaches={3: sat}, interviews=(had,))

    (card,) = [one for one in plan_day(picture, today=MONDAY).cards if one.person_id == BOB.id]

    assert (card.kind, card.why) == (
        "thank", "Bob interviewed you on Friday 30 October. Thank within a day.",
    )  # fmt: skip


def test_f39_who_will_sit_there_is_named_to_those_who_are_asked() -> None:
    picture = with_interview(at_stage("interview"), people=(DANA.id,))
    words = after(picture).words
    assert (
        "Ask Ann Lee, Bob Ray, Cem Arslan about Dana Whitlock: what they look for, and what is "
        "asked."
    ) in words
    assert not [one for one in words if "who will sit there" in one]

"""Letters round an interview: to who may know who sits there, who helped, who sat there (F39)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from firststep.facts.draft import Brought, Draft, DraftFacts, InterviewTold
from firststep.steps.outreach.drafting.draft import draft

TUESDAY = date(2026, 12, 8)
SITTING = ("Dana Fox", "Raj Patel")
CHANNELS = ["email", "linkedin", "phone"]


def facts(tag: str, *, people: tuple[str, ...] = SITTING, **known: Any) -> DraftFacts:
    values: dict[str, Any] = {
        "kind": "report_back", "ask": "advice", "channel": "email", "seeker": "Ada Moreno",
        "role": "Buyer", "department": "Purchasing", "name": "Ann Lee", "given": "Ann",
        "about_company": "Acme", "company": "Acme", "on_list": True, "tie": "known",
        "on": date(2026, 12, 3), "answer_on": date(2026, 11, 20), "talked": True,
        "interview": InterviewTold(tag, "Acme", TUESDAY, people), **known,
    }  # fmt: skip
    return DraftFacts(**values)


def every_voice(known: DraftFacts) -> list[Draft]:
    return [draft(replace(known, voice=voice)) for voice in range(4)]


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("kind", ["write", "ask_introduction"])
def test_who_knows_the_house_is_asked_about_those_who_will_sit_there(
    kind: Any, channel: Any
) -> None:
    for said in every_voice(facts("interviewers", kind=kind, channel=channel)):
        assert "Dana Fox and Raj Patel" in said.body
        assert "interview" in said.body and "Acme" in said.body and "on Tuesday" in said.body
        assert "looking for" not in said.body and "15 minutes" not in said.body
        assert len(said.blanks) <= 1


@pytest.mark.parametrize("tag", ["interviewers", "interview_ahead"])
def test_where_nobody_is_known_to_sit_there_they_are_asked_who_will(tag: str) -> None:
    kind: Any = "write" if tag == "interviewers" else "report_back"
    for said in every_voice(facts(tag, people=(), kind=kind)):
        assert "Do you" in said.body or "Can you tell me" in said.body
        assert "who" in said.body and " ," not in said.body


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("answer", ["helped", "held", "refers"])
def test_who_helped_hears_of_the_interview_and_not_of_any_talk(answer: str, channel: Any) -> None:
    brought = Brought("Dana Fox", "Dana") if answer == "refers" else None
    known = facts(
        "interviewed", answer=answer, channel=channel, brought=brought, on=date(2026, 12, 10)
    )
    for said in every_voice(known):
        assert "Acme" in said.body and "interview" in said.body
        assert [blank for blank in said.blanks if blank.startswith("how it went")]
        assert "what came of it, in" not in said.body
        assert ("Dana Fox" in said.body) or answer != "refers" or "the name" in said.body


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("answer", ["helped", "held", "refers"])
def test_before_it_who_helped_hears_of_it_and_is_asked_about_them(
    answer: str, channel: Any
) -> None:
    brought = Brought("Kim Roe", "Kim") if answer == "refers" else None
    for said in every_voice(
        facts("interview_ahead", answer=answer, channel=channel, brought=brought)
    ):
        assert "Dana Fox and Raj Patel" in said.body and "on Tuesday" in said.body
        assert "o need to reply" not in said.body and "need to answer" not in said.body
        assert "just wanted you to know" not in said.body


@pytest.mark.parametrize("channel", CHANNELS)
def test_who_sat_there_is_thanked_for_the_interview_and_not_asked_for_names(channel: Any) -> None:
    known = facts("sat_there", kind="thank", answer="held", name="Dana Fox", given="Dana",
                  channel=channel, on=date(2026, 12, 9), tie="met", meeting_on=TUESDAY)  # fmt: skip
    for said in every_voice(known):
        assert "yesterday" in said.body
        assert "someone else" not in said.body and "somebody else" not in said.body
        assert "anyone else" not in said.body


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("thanked", [True, False])
def test_who_sat_there_is_asked_later_how_it_stands(channel: Any, thanked: bool) -> None:
    known = facts("sat_there", answer="held", name="Dana Fox", given="Dana", channel=channel,
                  on=date(2026, 12, 22), tie="met", thanked=thanked)  # fmt: skip
    for said in every_voice(known):
        assert "?" in said.body and "on 8 December" in said.body
        assert "came of it" not in said.body and "o need to reply" not in said.body

"""What is written and said once they have answered: it goes on from what they said."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.draft import draft, wordings_for
from tests.steps.outreach.drafting.voices import VOICES

THEIRS, MINE = date(2026, 12, 3), date(2026, 12, 4)


def facts(**known: Any) -> DraftFacts:
    values: dict[str, Any] = {
        "kind": "nudge", "ask": "meeting", "channel": "email", "seeker": "Ada Kaya",
        "role": "Controller", "department": "Finance", "places": ("Berlin",), "name": "Ken Boss",
        "given": "Ken", "about_company": "Elbwerk", "first_note_on": date(2026, 12, 1), **known,
    }  # fmt: skip
    return DraftFacts(**values)


ANSWERED = {
    "question": "You asked me a question on 3 December, and I answered on 4 December.",
    "talked": "We talked on the phone on 3 December, and I came back to you on 4 December.",
}


@pytest.mark.parametrize("channel", ["email", "linkedin", "phone"])
@pytest.mark.parametrize("answer", ANSWERED)
def test_a_note_after_an_answer_speaks_of_what_they_said_and_never_of_silence(
    answer: str, channel: Any
) -> None:
    known = facts(answer=answer, answer_on=THEIRS, answered_on=MINE, channel=channel)
    for wording in wordings_for(known)[: 2 if channel == "email" else 1]:
        said = draft(known, wording=wording.name)
        for text in filter(None, (said.body, said.voicemail)):
            assert ANSWERED[answer] in text
            assert "I wrote to you" not in text
    assert "Could we talk for 15 minutes" in draft(known).body
    less = draft(facts(answer=answer, answer_on=THEIRS, channel=channel, smaller_ask="short_call"))
    assert "could I call you for 10 minutes" in less.body and "15 minutes" not in less.body


def test_an_answer_on_the_day_they_asked_is_told_as_such() -> None:
    said = draft(facts(answer="question", answer_on=THEIRS, answered_on=THEIRS))
    assert "on 3 December, and I answered the same day." in said.body


def test_a_call_before_the_answer_is_the_answer() -> None:
    known = facts(kind="call", answer="question", answer_on=THEIRS)
    assert draft(known).wording == "answer-spoken"
    assert draft(facts(kind="call", answer="question", answered_on=MINE)).wording == "call-answered"


@pytest.mark.parametrize("kind", ["call", "nudge"])
def test_a_yes_without_a_day_is_settled_by_phone_also_where_nothing_was_ever_written(
    kind: Any,
) -> None:
    times = ("Friday 11 December at 10:00", "Tuesday 15 December at 14:00")
    said = draft(facts(kind=kind, channel="phone", answer="yes", first_note_on=None,
                       two_times=times))  # fmt: skip
    assert said.wording == "call-day"
    assert "Thank you for saying yes" in said.body and times[0] in said.body


@pytest.mark.parametrize("channel", ["phone", "in_person"])
def test_a_no_is_thanked_for_aloud_and_asked_once_who_else(channel: Any) -> None:
    said = draft(facts(kind="thank", answer="no", channel=channel))
    assert said.wording == "thanks-after-no-spoken"
    assert "Thanks for letting me know" in said.body
    assert said.body.partition("\n\n")[2].count("?") == 1 and "someone else" in said.body
    assert "someone else" in said.voicemail or channel == "in_person"


@pytest.mark.parametrize("channel", ["email", "linkedin", "phone"])
def test_the_answer_begins_with_what_came_in(channel: Any) -> None:
    known = facts(kind="answer", answer="talked", answer_on=THEIRS, channel=channel)
    said = draft(known)
    assert "Thank you for talking with me on the phone on 3 December." in said.body
    assert "your answer" not in f"{said.subject} {said.body} {said.voicemail}"
    assert "Thank you for your question." in draft(replace(known, answer="question")).body
    assert "Thank you for saying yes." in draft(replace(known, answer="yes")).body


@pytest.mark.parametrize("channel", ["email", "phone"])
def test_only_whoever_was_thanked_was_told_that_they_would_hear_of_it(channel: Any) -> None:
    known = facts(kind="report_back", answer="helped", channel=channel)
    missed, thanked = draft(known).body, draft(replace(known, thanked=True)).body
    assert "I'd like to tell you what came of it" in missed and "again" not in missed
    assert "Thank you again." in thanked


OFFERED = {
    "name": "to find out who runs finance at Elbwerk.",
    "introduction": "to introduce me to whoever runs finance at Elbwerk.",
    "tip": "offered me a tip.",
    "connect": "agreed to connect on LinkedIn.",
    "referral": "to put my name forward at Elbwerk.",
}


@pytest.mark.parametrize("channel", ["email", "phone"])
@pytest.mark.parametrize("ask", OFFERED)
def test_the_reminder_of_a_promise_says_what_was_promised(ask: Any, channel: Any) -> None:
    known = facts(ask=ask, answer="yes", channel=channel)
    said = draft(known)
    assert OFFERED[ask] in said.body and "leave it there" not in said.body
    assert said.blanks == ("what I could do with it",)
    assert OFFERED[ask] in said.voicemail or channel == "email"
    if ask == "introduction":
        assert (
            "introduce me to Dana Whitlock." in draft(replace(known, holder="Dana Whitlock")).body
        )


@VOICES
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_subject_of_a_time_taken_offers_no_two(voice: int, language: Any) -> None:
    taken = draft(
        facts(kind="answer", answer="yes", their_times=("on Tuesday at 10",), language=language,
              voice=voice)
    )  # fmt: skip

    assert "n Tuesday at 10" in taken.body
    assert not any(word in taken.subject for word in ("Two", "two", "Zwei", "?"))

"""What a letter says fits who gets it, what is asked, and what went before."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.facts.draft import Brought
from firststep.facts.habits import Between, OfferFacts
from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.outreach.drafting.names import is_one_seat
from firststep.steps.outreach.drafting.said import helped_said
from firststep.steps.outreach.review.review import review
from tests.steps.outreach.drafting.voices import VOICES, facts

FRIDAY = date(2026, 11, 20)


@VOICES
def test_long_after_a_silence_the_wish_is_said_once(voice: int) -> None:
    again = facts(tie="known", how="we shared a desk", after_silence=True, voice=voice)

    said = draft(replace(again, smaller_ask="one_question")).body.lower()

    assert sum(said.count(wish) for wish in ("hope", "how are things", "trust")) == 1


@VOICES
@pytest.mark.parametrize("channel", ["email", "linkedin"])
def test_a_question_for_a_name_may_be_left_by_who_does_not_know(voice: int, channel: Any) -> None:
    asked = facts(ask="name", tie="known", how="we shared a desk", channel=channel, voice=voice)

    for ask in ("name", "tip"):
        text = draft(replace(asked, ask=ask))
        for of_a_talk in ("timing", "bad time", "work for you", "rather not,"):
            assert of_a_talk not in text.body
        assert not [one for one in review(text, asked) if one.rule == "W7"]


@VOICES
@pytest.mark.parametrize("channel", ["email", "linkedin"])
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("ask", ["meeting", "name", "advice", "introduction"])
def test_a_reminder_is_never_longer_than_it_may_be(
    voice: int, ask: Any, language: Any, channel: Any
) -> None:
    reminder = facts(kind="nudge", ask=ask, language=language, channel=channel, voice=voice,
                     first_note_on=date(2026, 11, 9))  # fmt: skip
    named = replace(reminder, origin="referred", via="Bo Li")

    known = [replace(reminder, tie=tie) for tie in ("close", "known", "dormant", "met")]
    for one in (reminder, named, replace(named, talked=True, meeting_on=FRIDAY), *known):
        assert "W13" not in {found.rule for found in draft(one).findings}


@VOICES
def test_nobody_is_told_that_the_seeker_wants_their_seat(voice: int) -> None:
    wanted = facts(role="Head of Purchasing", places=("Lyon",), voice=voice)
    holder = draft(replace(wanted, title="Head of Purchasing, Europe")).body
    passed_on = replace(wanted, ask="introduction", tie="known", seat="Head of Purchasing")

    assert "head of purchasing" not in (holder + draft(passed_on).body).lower()
    assert "purchasing" in holder
    assert "head of purchasing" in draft(replace(wanted, title="Buyer")).body


def test_many_are_buyers_and_one_is_head_of_purchasing() -> None:
    assert is_one_seat("Head of Purchasing", of="Head of Purchasing")
    assert is_one_seat("Director Purchasing", of="Director of Purchasing & Supply")
    assert not is_one_seat("Buyer", of="Buyer")
    assert not is_one_seat("Head of Purchasing", of="Head of Sales")
    assert not is_one_seat("", of="")


@VOICES
def test_a_message_to_a_stranger_says_who_writes(voice: int) -> None:
    """L11."""
    assert "Ada Kaya, and" in draft(facts(channel="linkedin", voice=voice)).body


@VOICES
@pytest.mark.parametrize("tie", [None, "known"])
def test_once_accepted_nothing_is_said_again_that_the_note_has_said(voice: int, tie: Any) -> None:
    bare = facts(channel="linkedin", accepted_on=FRIDAY, tie=tie, how="", voice=voice)
    noted = draft(replace(bare, first_note_on=FRIDAY, smaller_ask="short_call"))

    assert "15 minutes" in draft(bare).body
    assert "10 minutes" in noted.body and "15 minutes" not in noted.body
    assert "who I am" not in noted.body
    assert any(said in noted.body for said in ("note", "As I wrote", "As I mentioned"))


def test_who_has_answered_or_helped_us_land_is_no_stranger_any_more() -> None:
    for known in ({"kind": "thank", "answer": "yes"}, {"kind": "answer", "answer": "question"},
                  {"kind": "tell_news", "landed_at": "Nordwerk"}):  # fmt: skip
        assert draft(facts(**known)).body.startswith("Hi Ria,")
    assert draft(facts(kind="thank", answer="no")).body.startswith("Dear Ria Num,")


@VOICES
def test_a_report_on_a_name_leaves_room_for_what_came_of_it_and_thanks_once(voice: int) -> None:
    """L12."""
    brought = Brought("Hanna Voss", "Hanna", FRIDAY, (FRIDAY,), date(2026, 11, 27), talked=True)
    told = draft(
        facts(kind="report_back", ask="name", tie="known", answer="refers", named="Hanna Voss",
              answer_on=FRIDAY, brought=brought, thanked=True, voice=voice)
    )  # fmt: skip

    assert told.blanks == ("what came of it, in a few words",)
    assert told.body.lower().count("on friday") + told.body.count("November") == 1
    assert told.body.count("Voss") == 1
    assert told.body.lower().count("thank") + told.body.count("It all started with you") <= 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("gave me Stuart's name", "gave me Stuart's name"),
        ("You introduced me to Stuart.", "introduced me to Stuart"),
        ("she told me about the opening", "told me about the opening"),
        ("the name of Stuart", "gave me the name of Stuart"),
        ("gave me his number", ""), ("thanks to Stuart", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_they_did_is_told_to_them_in_a_clause(words: str, said: str) -> None:
    assert helped_said(words) == said


@VOICES
def test_news_of_a_job_says_what_they_did_in_a_sentence(voice: int) -> None:
    news = facts(kind="tell_news", landed_at="Nordwerk", voice=voice)

    assert (
        "you gave me Stuart's name" in draft(replace(news, their_help="gave me Stuart's name")).body
    )
    assert "you took the time to talk with me" in draft(replace(news, talked=True)).body


@VOICES
@pytest.mark.parametrize("channel", ["email", "linkedin"])
@pytest.mark.parametrize("vacancy", ["buyer castings", "Operations analyst", "data"])
def test_no_article_stands_before_an_opening_but_the(
    voice: int, channel: Any, vacancy: str
) -> None:
    for tie in (None, "known"):
        body = draft(
            facts(vacancy=vacancy, tie=tie, how="we met", channel=channel, voice=voice)
        ).body
        assert f"the {vacancy.lower()} opening" in body.lower()


@VOICES
def test_a_fact_is_asked_in_a_line_and_a_wide_question_in_a_talk(voice: int) -> None:
    """F38."""
    asked = facts(ask="advice", tie="known", how="we shared a desk", voice=voice)

    assert "15 minutes" not in draft(replace(asked, question_no=2)).body
    assert "15 minutes" not in draft(replace(asked, question_no=3)).subject
    assert "15 minutes" in draft(replace(asked, question_no=1)).body


@VOICES
def test_a_friend_who_was_asked_for_a_name_hears_no_news_three_days_later(voice: int) -> None:
    nudge = facts(kind="nudge", tie="known", first_note_on=FRIDAY, voice=voice)

    name = draft(replace(nudge, ask="name", smaller_ask="which_team"))
    meeting = draft(replace(nudge, smaller_ask="short_call"))

    assert not name.blanks
    assert any("new thing" in blank for blank in meeting.blanks)


@VOICES
def test_thanks_for_connecting_promise_no_news_and_after_a_call_no_call_is_offered(
    voice: int,
) -> None:
    connected = draft(facts(kind="thank", ask="connect", tie="known", answer="yes", voice=voice))
    called = draft(facts(kind="answer", answer="talked", answer_on=FRIDAY, voice=voice))

    assert "how it goes" not in connected.body and "posted" not in connected.body
    assert "call" not in called.body.rsplit("\n\n", 2)[-2].split("]")[-1]


def test_after_a_talk_the_subject_is_of_the_talk() -> None:
    held = facts(kind="report_back", answer="held", meeting_on=FRIDAY, talked=True)

    named = replace(held, brought=Brought("Hanna Voss", "Hanna", FRIDAY))

    assert all("alk" in draft(replace(held, voice=voice)).subject for voice in range(4))
    assert not any("alk" in draft(replace(named, voice=voice)).subject for voice in range(4))


@pytest.mark.parametrize("channel", ["email", "linkedin", "phone"])
def test_whom_one_knows_gets_the_given_name_alone_and_a_stranger_the_whole(channel: Any) -> None:
    written = facts(channel=channel, own_phone="+49 30 1234")

    for tie in ("close", "known", "dormant"):
        said = draft(replace(written, ask="tip", tie=tie, how="we shared a desk")).body
        assert channel == "phone" or said.removesuffix("\n+49 30 1234").endswith("\nAda")
        assert tie != "close" or "Kaya" not in said
    thanks = replace(written, kind="thank", answer="held", meeting_on=FRIDAY, talked=True)
    assert channel == "phone" or "\nAda Kaya" not in draft(thanks).body
    assert (
        "Ada Kaya" in draft(written).body and "Ada Kaya" in draft(replace(written, tie="met")).body
    )


@VOICES
def test_an_invitation_after_an_offer_says_that_it_is_taken_up(voice: int) -> None:
    offer = Between(offer=OfferFacts("call me any time", "me", FRIDAY))
    note = draft(facts(kind="offer_taken_up", channel="linkedin", invitation="note", tie="met",
                       origin="offered", between=offer, voice=voice))  # fmt: skip

    taken_up = ("I'd be glad to", "here I am", "take you up on it", "come back to that")
    assert any(words in note.body for words in taken_up) and len(note.body) <= 200


@pytest.mark.parametrize("answer", ["no", "refers"])
def test_nothing_is_written_once_more_after_an_answer_that_settles_it(answer: str) -> None:
    answered = facts(kind="nudge", ask="name", tie="known", answer=answer)

    with pytest.raises(CannotDo, match="has answered"):
        draft(answered)
    assert draft(replace(answered, asked_anew=True)).body


@VOICES
def test_somebody_talked_with_before_is_no_stranger_when_named_once_more(voice: int) -> None:
    named = facts(origin="named", via="Sam Petrov", talked=True, voice=voice)
    body = draft(named).body

    assert body.startswith("Hi Ria,") and "Sam Petrov" in body and ", too." in body
    assert "don't know me" not in body and "talk" in body.split("\n\n")[1]

"""What people would say aloud: who is calling, what went before, and no more than is asked."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from firststep.facts.asks import ASK_KIND, ASKS
from firststep.steps.outreach.drafting.draft import draft
from tests.steps.outreach.drafting.voices import VOICES, facts

FRIDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 24)


@VOICES
def test_a_stranger_who_picks_up_is_asked_whether_it_is_them_and_whom_one_knows_is_not(
    voice: int,
) -> None:
    call = facts(kind="call", channel="phone", first_note_on=FRIDAY, voice=voice)

    first = draft(call).body.split("\n\n")[0]
    assert "Ria Num? " in first and "Ada Kaya" in first
    known = draft(replace(call, talked=True)).body
    assert known.startswith(("Hi Ria,", "Hello Ria,")) and "Num" not in known


@VOICES
@pytest.mark.parametrize("via", ["", "Sam Petrov"])
def test_a_machine_is_told_why_one_calls_whoever_gave_the_name(voice: int, via: str) -> None:
    origin: Any = "named" if via else "proposed"
    said = draft(facts(kind="call", channel="phone", via=via, origin=origin, voice=voice)).voicemail

    assert "as a buyer" in said and "15 minutes" in said and via in said


@VOICES
def test_who_is_not_written_to_after_the_call_is_promised_no_note(voice: int) -> None:
    call = facts(kind="call", channel="phone", first_note_on=FRIDAY, voice=voice)

    promised = draft(replace(call, tries_on=date(2026, 12, 3))).voicemail
    ways = ("write to you", "send you a note", "to you in writing", "you a line")
    assert any(f"{words} on Thursday" in promised for words in ways)
    assert "Thursday" not in draft(call).voicemail


@VOICES
@pytest.mark.parametrize("channel", ["email", "linkedin"])
def test_a_nudge_knows_of_the_message_left_on_the_machine(voice: int, channel: Any) -> None:
    nudge = facts(kind="nudge", smaller_ask="one_question", channel=channel, voice=voice)

    both = draft(replace(nudge, first_note_on=FRIDAY, left_message_on=TUESDAY)).body
    assert "on 20 November" in both and "on 24 November" in both
    alone = draft(replace(nudge, left_message_on=TUESDAY)).body
    assert alone.count("on 24 November") == 1 and "little while" not in alone
    assert "message" not in draft(replace(nudge, first_note_on=FRIDAY)).body


@VOICES
@pytest.mark.parametrize("ask", ["name", "tip", "introduction", "referral", "connect"])
def test_the_way_out_of_a_nudge_is_that_of_what_is_asked(voice: int, ask: Any) -> None:
    less = ASK_KIND[ask].less[0]
    nudge = facts(kind="nudge", ask=ask, tie="known", first_note_on=FRIDAY, smaller_ask=less,
                  voice=voice)  # fmt: skip

    for of_a_talk in ("time, ", "timing", "doesn't work for you", "minutes"):
        assert of_a_talk not in draft(nudge).body.partition("\n\n")[2]


@VOICES
def test_a_nudge_says_what_the_note_asked_unless_something_else_is_asked_by_now(
    voice: int,
) -> None:
    nudge = facts(kind="nudge", ask="name", tie="known", first_note_on=FRIDAY,
                  smaller_ask="which_team", voice=voice)  # fmt: skip

    assert "to ask who runs purchasing at Acme." in draft(nudge).body
    assert "to ask who" not in draft(replace(nudge, asked_else=True)).body


@VOICES
@pytest.mark.parametrize("channel", ["email", "linkedin"])
def test_whoever_works_there_is_written_to_as_somebody_who_does(voice: int, channel: Any) -> None:
    inside = facts(ask="name", tie="known", how="we shared a desk", channel=channel, voice=voice)

    here, elsewhere = draft(inside).body, draft(replace(inside, company="Globex")).body
    assert any(words in here for words in ("of you", "from the inside", "you came to mind"))
    assert "thought of you" not in elsewhere and "from the inside" not in elsewhere
    assert "Acme" in elsewhere


@VOICES
@pytest.mark.parametrize("channel", ["email", "linkedin"])
def test_an_opening_is_named_once_and_then_is_it(voice: int, channel: Any) -> None:
    said = draft(facts(ask="referral", tie="known", how="we shared a desk", channel=channel,
                       vacancy="Buyer castings", voice=voice)).body  # fmt: skip

    assert said.count("opening") == 1 and (" for it?" in said or " about it?" in said)


def test_a_subject_is_as_short_as_a_phone_shows() -> None:
    long = {
        "about_company": "Hanseatische Hafenlogistik und Umschlag", "seat": "Head of Purchasing",
        "department": "Procurement and Vendor Management", "holder": "Bartholomew Featherstone",
    }  # fmt: skip
    kinds: tuple[dict[str, Any], ...] = (
        {}, {"kind": "nudge"}, {"kind": "thank", "answer": "refers", "named": "Wilhelmina Voss"},
        {"kind": "report_back", "answer": "helped"}, {"kind": "keep_in_touch"},
    )  # fmt: skip
    for ask, tie, kind, voice in product(ASKS, (None, "known"), kinds, range(4)):
        asked = facts(ask=ask, tie=tie, voice=voice, first_note_on=FRIDAY, **long, **kind)
        subject = draft(asked).subject
        assert 0 < len(subject) <= 45, subject


@VOICES
@pytest.mark.parametrize("ask", ASKS)
def test_long_after_a_silence_no_more_than_two_things_are_left_to_fill_in(
    voice: int, ask: Any
) -> None:
    for less in ASK_KIND[ask].less:
        again = facts(ask=ask, tie="known", after_silence=True, smaller_ask=less, voice=voice)
        assert len(draft(again).blanks) <= 2
        assert len(draft(replace(again, channel="linkedin")).blanks) <= 2


@VOICES
def test_a_day_that_ends_in_a_dot_ends_the_sentence(voice: int) -> None:
    times = ("Monday, November 30 at 2:00 p.m.", "Friday, December 4 at 3:00 p.m.")
    for named in ({"two_times": times}, {"their_times": times}):
        said = draft(facts(kind="answer", answer="yes", voice=voice, **named)).body
        assert "p.m.." not in said and times[0] in said


def test_strangers_are_called_as_people_are_there() -> None:
    """L8: by the given name in America and on LinkedIn, else by the whole."""
    cold = facts()

    assert draft(replace(cold, country="US")).body.startswith("Dear Ria,")
    assert draft(replace(cold, country="US", given="R.")).body.startswith("Dear Ria Num,")
    assert draft(replace(cold, country="GB")).body.startswith("Dear Ria Num,")
    assert draft(replace(cold, channel="linkedin")).body.startswith("Hi Ria,")


@VOICES
@pytest.mark.parametrize("channel", ["email", "linkedin"])
def test_whom_one_knows_is_wished_a_happy_new_year_in_its_first_days(
    voice: int, channel: Any
) -> None:
    known = facts(tie="known", how="we shared a desk", channel=channel, voice=voice)

    assert draft(replace(known, on=date(2027, 1, 7))).body.startswith("Hi Ria, happy New Year.")
    assert "New Year" in draft(replace(known, on=date(2027, 1, 7), in_touch_on=FRIDAY)).body
    talked = replace(known, on=date(2027, 1, 7), in_touch_on=date(2027, 1, 6))
    for told in (talked, replace(known, on=date(2027, 1, 11)), facts(on=date(2027, 1, 7))):
        assert "New Year" not in draft(told).body


@VOICES
def test_an_introduction_says_which_post_it_is_to_unless_it_is_the_one_looked_for(
    voice: int,
) -> None:
    asked = facts(ask="introduction", tie="known", how="we shared a desk", voice=voice,
                  holder="Dana Whitlock", seat="Head of Purchasing")  # fmt: skip

    for channel in ("email", "linkedin"):
        said = draft(replace(asked, channel=channel)).body  # type: ignore[arg-type]
        assert "Dana Whitlock, the head of purchasing there" in said
    assert "head of" not in draft(replace(asked, role="Head of Purchasing")).body.lower()


@VOICES
def test_who_holds_the_post_that_is_looked_for_is_asked_for_their_view_and_not_to_join(
    voice: int,
) -> None:
    peer = facts(role="Head of Purchasing", title="Head of Purchasing", voice=voice)
    nudge = replace(peer, kind="nudge", first_note_on=FRIDAY, smaller_ask="one_question")
    call = replace(peer, kind="call", channel="phone", first_note_on=FRIDAY)
    note = replace(peer, channel="linkedin", invitation="note")

    for asked in (peer, replace(peer, channel="linkedin"), note, nudge, call):
        said = draft(asked)
        for to_join in ("your team", "fit in", "be useful", "when you hire", "on my list"):
            assert to_join not in said.body + said.voicemail
        assert "purchasing" in said.body
    assert "view" not in draft(replace(peer, title="Buyer")).body


@VOICES
def test_the_company_asked_about_is_named_once_and_then_is_there(voice: int) -> None:
    asked = facts(ask="advice", tie="known", how="we shared a desk", voice=voice)
    nudge = replace(asked, kind="nudge", first_note_on=FRIDAY, smaller_ask="one_question")

    assert "how people get hired there" in draft(asked).body
    assert "how people get hired at Acme" in draft(nudge).body
    assert "hired where you work" in draft(replace(asked, company="Globex")).body


@VOICES
def test_a_call_without_a_note_before_says_why_one_calls(voice: int) -> None:
    said = draft(facts(kind="call", channel="phone", voice=voice))

    assert "I'm calling because" in said.body and "Acme" in said.body
    assert "I'm calling because" in said.voicemail and "as a buyer" in said.voicemail


@VOICES
@pytest.mark.parametrize("kind", ["thank", "report_back"])
def test_a_message_on_a_machine_stands_alone(voice: int, kind: Any) -> None:
    said = draft(facts(kind=kind, channel="phone", answer="held", talked=True, meeting_on=FRIDAY,
                       voice=voice)).voicemail  # fmt: skip

    assert "20 November" in said and "hank" in said
    assert "how it goes" not in said and "send you a line" not in said


def test_before_the_holidays_a_talk_may_wait_and_whom_one_knows_is_wished_well() -> None:
    known, eve = facts(tie="known", how="we shared a desk"), date(2026, 12, 22)

    said = draft(replace(known, on=eve)).body
    assert "Any time in January would be good." in said and "Have a good break." in said
    cold = draft(facts(on=eve)).body
    assert "in January" in cold and "break" not in cold
    assert "January" not in draft(replace(known, on=eve, ask="name")).body
    assert "January" not in draft(known).body and "break" not in draft(known).body


@VOICES
def test_who_said_later_without_a_day_is_told_no_day_as_theirs(voice: int) -> None:
    later = facts(kind="thank", answer="later", again_on=date(2027, 2, 4), voice=voice)

    assert "on 4 February" in draft(later).body
    assert "in February" in draft(replace(later, again_named=False)).body
    soon = replace(later, again_named=False, again_on=date(2026, 12, 21))
    assert "in a few weeks" in draft(soon).body


def test_a_note_with_an_invitation_says_what_one_has_done_where_it_fits() -> None:
    note = facts(channel="linkedin", invitation="note")
    short = "I've bought castings for nine years."
    long = f"I've bought {'castings and ' * 9}motors."

    assert short in draft(replace(note, background=short)).body
    assert len(draft(replace(note, background=long)).body) <= 200
    assert "castings" not in draft(replace(note, background=long)).body


@VOICES
def test_whom_one_has_met_or_talked_with_is_not_called_as_a_stranger(voice: int) -> None:
    call = facts(kind="call", channel="phone", first_note_on=FRIDAY, talked=True, voice=voice)
    met = replace(call, tie="met", how="at the Bremen purchasing evening")

    for told in (draft(met).body, draft(met).voicemail):
        assert "Bremen purchasing evening" in told and "who I am" not in told
    for told in (draft(call).body, draft(call).voicemail):
        assert "talk" in told.split("November")[0]


@VOICES
def test_news_on_a_machine_says_what_the_thanks_are_for(voice: int) -> None:
    news = facts(kind="tell_news", channel="phone", landed_at="Nordwerk", talked=True, voice=voice)

    assert "took the time to talk with me" in draft(news).voicemail


@VOICES
def test_an_answer_by_phone_is_told_to_the_machine_too(voice: int) -> None:
    for answer in ("talked", "question"):
        said = draft(facts(kind="answer", channel="phone", answer=answer, answer_on=FRIDAY,
                           voice=voice))  # fmt: skip
        assert "[my answer" in said.voicemail and "wrong" not in said.body

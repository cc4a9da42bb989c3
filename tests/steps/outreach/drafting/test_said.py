"""What was offered, promised and said stands in the letter, in grammar (L4, L7)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from firststep.facts.draft import DraftFacts
from firststep.facts.habits import Between, OfferFacts
from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.outreach.drafting.said import promised_said

FRIDAY, TUESDAY = date(2026, 11, 27), date(2026, 12, 1)


def facts(between: Between, **known: Any) -> DraftFacts:
    values: dict[str, Any] = {
        "kind": "offer_taken_up", "ask": "meeting", "channel": "email", "seeker": "Ada Kaya",
        "name": "Ria Num", "given": "Ria", "company": "Acme", "tie": "met", "origin": "offered",
        "on": TUESDAY, "role": "Buyer", "between": between, **known,
    }  # fmt: skip
    return DraftFacts(**values)


def offered(says: str, to: Any = "me") -> Between:
    return Between(offer=OfferFacts(says, to, FRIDAY))


@pytest.mark.parametrize(
    ("says", "said"),
    [
        ("look at my CV", "offering on Friday to look at my CV."),
        ("I can look over your CV.", "offering on Friday to look over my CV."),
        ("happy to introduce me to Sam", "offering on Friday to introduce me to Sam."),
        ("happy to look at your resume", "offering on Friday to look at my resume."),
        ("I'll send you my notes", "offering on Friday to send me your notes."),
        ("introduce me to your team", "Thank you for offering to help."),
        ("send me your CV", "on Friday: “send me your CV”."),
        ("Write to me any time", "on Friday: “Write to me any time”."),
        ("his help", "Thank you for offering to help."),
        ("connect with me on LinkedIn", "Thank you for inviting me to connect on Friday."),
    ],
)
def test_an_offer_is_taken_up_in_the_words_it_was_made_in(says: str, said: str) -> None:
    assert said in draft(facts(offered(says))).body


def test_papers_that_were_offered_to_be_read_are_attached_and_connecting_is_one_click() -> None:
    for voice in range(4):
        papers = draft(facts(offered("look at my résumé"), voice=voice))
        connect = draft(facts(offered("Connect with me", "class"), voice=voice))
        assert "attached" in papers.body or "comes with" in papers.body
        assert "15 minutes" not in papers.body + connect.body
        assert "click" in connect.body and "invited us" in connect.body.replace(
            "inviting", "invited"
        )


def test_an_invitation_to_whoever_offered_thanks_and_fits() -> None:
    for voice in range(4):
        note = draft(facts(offered("connect with me"), channel="linkedin", invitation="note",
                           voice=voice))  # fmt: skip
        assert note.wording == "invite-offer" and len(note.body) <= 200
        assert len(note.blanks) == 1


def test_what_was_talked_about_where_they_met_needs_no_blank() -> None:
    between = Between(event="Career fair at Hamline", said="supply shortages in winter.")
    said = draft(facts(between, kind="follow_up_met", origin="met"))

    assert "meet you at the career fair at Hamline." in said.body.replace("Career", "career")
    assert "What stayed with me: supply shortages in winter." in said.body
    assert said.blanks == ()
    about_them = Between(said="she is hiring in spring")
    assert "hiring" not in draft(facts(about_them, kind="follow_up_met", origin="met")).body


@pytest.mark.parametrize(
    ("promised", "said"),
    [
        ("send her the article", "I said I'd send you the article, and here it is:"),
        ("to send them the list.", "I said I'd send you the list, and here it is:"),
        ("the article", "I promised you the article, and here it is:"),
    ],
)
def test_what_the_seeker_promised_is_kept_in_so_many_words(promised: str, said: str) -> None:
    kept = facts(Between(promised=("call Sam", promised)), kind="answer", answer="talked")

    assert said in draft(kept).body


@pytest.mark.parametrize(
    ("promised", "said"),
    [
        ("will introduce me to Sam", "You kindly offered to introduce me to Sam."),
        ("I'll send you the list", "You kindly offered to send me the list."),
        ("her boss's name", "You kindly offered to find out a name for me."),
    ],
)
def test_a_reminder_says_what_they_promised(promised: str, said: str) -> None:
    waits = facts(Between(awaited=(promised,)), kind="nudge", answer="yes", ask="name",
                  answer_on=FRIDAY)  # fmt: skip

    assert said in draft(waits).body


@pytest.mark.parametrize("voice", range(4))
@pytest.mark.parametrize("promised", ["send you the article we spoke of", "the article"])
def test_whoever_was_met_hears_of_what_the_seeker_promised(voice: int, promised: str) -> None:
    """F29: in a letter it goes with it, in a message it is not forgotten."""
    between = Between(event="the fair", promised=(promised,))
    met = replace(facts(between, kind="follow_up_met"), tie="met", origin="met", voice=voice)
    letter, message = draft(met), draft(replace(met, channel="linkedin"))
    accepted = draft(replace(met, kind="write", channel="linkedin", accepted_on=date(2026, 12, 7)))
    for said in (letter, message, accepted):
        assert "the article" in said.body, said.body
    assert "the link or attachment, or when it comes" in letter.blanks
    assert not any("promise" in one for one in (*message.blanks, *accepted.blanks))
    nothing = replace(met, between=Between(event="the fair"))
    assert "promise" not in draft(nothing).body and "I'd like to :" not in draft(nothing).body


@pytest.mark.parametrize(("noted", "said"), [
    ("my CV by friday (4 December)", "my CV"),
    ("my CV tomorrow (5 December)", "my CV"),
    ("bis Freitag (11 December) meinen Lebenslauf", "meinen Lebenslauf"),
    ("the list (both parts)", "the list (both parts)"),
])  # fmt: skip
def test_the_day_by_which_something_was_promised_is_the_seekers_to_know(
    noted: str, said: str
) -> None:
    assert promised_said(Between(promised=(noted,)))["promise_thing"] == said

"""The records of the asks: each name once, and whatever else an ask must have."""

from typing import Any, get_args

import pytest

from firststep.facts.asks import (
    ABOUT_A_SEAT,
    ASK_KINDS,
    ASKS,
    SMALLER,
    USUAL_ASK,
    Ask,
    AskKind,
    SmallerAsk,
)
from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.draft import draft, wordings_for
from firststep.steps.outreach.telling.promised import ask_promised
from firststep.steps.outreach.wordings.wording import all_wordings, shared_phrases

every_ask = pytest.mark.parametrize("ask", ASK_KINDS, ids=lambda ask: ask.name)
REASON = {
    "known": "You know Ann.", "known_far": "You know Ann.", "holder": "Dana", "department": "D",
    "company": "Acme",
}  # fmt: skip
FACTS: dict[str, Any] = {"seeker": "Ada Kaya", "name": "Ann Lee", "given": "Ann"}


def phrases(name: str, tag: str) -> list[str]:
    """The sentences of a shared phrase that are only that tag's."""
    choices = shared_phrases()[name]
    return [said[0][0] for tags, said in choices if tag in tags]


def test_each_ask_has_one_record() -> None:
    assert tuple(ask.name for ask in ASK_KINDS) == ASKS == get_args(Ask)
    assert set(SMALLER) == set(get_args(SmallerAsk))


def test_a_name_and_an_introduction_are_about_a_seat_and_a_meeting_is_the_usual_ask() -> None:
    assert {"name", "introduction"} == ABOUT_A_SEAT
    assert USUAL_ASK == "meeting"


def test_help_in_writing_is_no_yes_only_where_a_day_is_wanted() -> None:
    assert all(ask.conversation for ask in ASK_KINDS if not ask.in_writing)


@every_ask
def test_an_ask_has_its_words_at_every_place_where_it_is_told(ask: AskKind) -> None:
    assert ask.choice[0].isupper() and ask.noun and ask.about.split()[0] in ("about", "for", "to")
    assert "{" not in ask.known_reason.format(**REASON)
    assert ask.known_reason.startswith("{known")
    assert ask.less


@every_ask
def test_an_ask_has_its_phrases_and_so_has_what_is_asked_for_instead(ask: AskKind) -> None:
    for name in ("request", "short_request", "say_favour", "subject"):
        assert phrases(name, ask.name), f"<{name} {ask.name}> is missing in phrases-asks.txt"
    assert ask.conversation or (
        phrases("offered_when", ask.name) and phrases("say_offered", ask.name)
    )
    for rung in ask.less:
        assert phrases("less", rung) and phrases("little", rung)


@every_ask
@pytest.mark.parametrize("tie", [None, "known", "met"])
def test_an_ask_can_be_spoken_and_says_itself(ask: AskKind, tie: Any) -> None:
    facts = DraftFacts(kind="write", ask=ask.name, channel="phone", tie=tie, **FACTS)

    assert wordings_for(facts)
    said = draft(facts)
    others = [draft(DraftFacts(kind="write", ask=one, channel="phone", tie=tie, **FACTS))
              for one in ASKS if one != ask.name]  # fmt: skip
    assert (tie is None and ask.conversation) or said.body not in [one.body for one in others]


@every_ask
@pytest.mark.parametrize("kind", ["call", "nudge"])
def test_after_a_yes_a_day_is_asked_for_or_what_was_offered(ask: AskKind, kind: Any) -> None:
    after = {"answer": "yes", "first_note_on": None}
    spoken, written = (
        draft(DraftFacts(kind=kind, ask=ask.name, channel=by, tie="known", **after, **FACTS))
        for by in ("phone", "email")
    )

    assert spoken.wording == ("call-day" if ask.conversation else "call-promise")
    if kind == "nudge":
        assert written.wording == ("nudge-day" if ask.conversation else "nudge-promise")


@pytest.mark.parametrize(
    ("line", "promised"),
    [
        ("promised a coffee", "meeting"),
        ("will send me the name", "name"),
        ("promised me advice", "advice"),
        ("tips promised", "tip"),
        ("will put my name forward", "referral"),
        ("name of the boss promised, and promised a call", "name"),
        ("promised a tip and will refer me", "referral"),
    ],
)
def test_what_was_promised_is_read_the_name_first_then_the_smallest(
    line: str, promised: Ask
) -> None:
    assert ask_promised(line) == promised


def test_a_wording_names_one_ask_or_says_what_a_yes_is_so_that_a_new_ask_is_not_missed() -> None:
    several = {one.name for one in all_wordings() if len(one.fits.get("asks", ())) > 1}
    assert several == {"call"}  # its own words ask for a talk
    said = [yes for one in all_wordings() for yes in one.fits.get("yields", ())]
    assert set(said) == {ask.yields for ask in ASK_KINDS}

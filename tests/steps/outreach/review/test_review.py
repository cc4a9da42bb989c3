"""Each rule of the review fires where it should and stays silent where it should."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from firststep.facts.channels import Account
from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.review.review import RULES, review
from firststep.steps.outreach.wordings.wording import shared_phrases

COLD = DraftFacts(
    kind="write", ask="meeting", channel="email", seeker="Ada Kaya", role="Buyer",
    department="Purchasing", name="Dana Whitlock", given="Dana", company="Acme",
    about_company="Acme",
)  # fmt: skip
SUBJECT = "15 minutes about Purchasing at Acme"
GOOD = """Dear Dana Whitlock,

I read what you said in Lyon about buying less packaging at Acme. I am Ada Kaya, and for six
years I bought packaging for two bakeries.

I am looking for my next post as a buyer. Could we talk for 15 minutes, by phone or at your
office, about your work? If it does not suit you, I will understand.

Thank you for reading this, and if I can be of use to you in return, please tell me.

Kind regards,
Ada Kaya
"""
CASES: list[tuple[str, str, str, str, dict[str, Any]]] = [
    # rule, level, what stands in GOOD, what stands there instead, other facts
    ("W1", "hint", "Thank you for reading this, and if",
     "Thank you. " + "It is so. " * 15 + "If", {}),
    ("W1", "warning", "Thank you for", "Thank you. " + "It is so. " * 40 + "Thank you for", {}),
    ("W2", "warning", "Could we talk for 15 minutes, by phone or at your\noffice, about your work?",
     "I would like 15 minutes.", {}),
    ("W2", "warning", "about your work?", "about your work? Or not? Or when? Or where?", {}),
    ("W2", "warning", "about your work?",
     "about your work? And would you introduce me to Sam?", {}),
    ("W4", "error", "six\nyears", "[how many] years", {}),
    ("W4", "error", "Ada Kaya, and", "{seeker}, and", {}),
    ("W4", "error", "Ada Kaya, and", "TODO, and", {}),
    ("W4b", "warning", "I read what you said in Lyon about buying less packaging at Acme. I am Ada "
     "Kaya, and for six years I bought packaging for two bakeries.",
     "I hope you are well. I buy things for bakeries.", {}),
    ("W5", "warning", "I read what", "Could we talk? I read what", {}),
    ("W5", "warning", "", "", {"origin": "named", "via": "Sam Petrov"}),
    ("W6", "warning", "15 minutes", "60 minutes", {}),
    ("W6", "warning", "15 minutes", "an hour", {}),
    ("W6", "warning", "for 15 minutes, by", "by", {}),
    ("W7", "hint", "If it does not suit you, I will understand.", "", {}),
    ("W7", "hint", "I will understand.", "I will understand. If not, that is fine.", {}),
    ("W8", "warning", "Thank you for reading this, and if", "If", {}),
    ("W9", "warning", "my next post", "a job", {}),
    ("W9", "warning", "Thank you for", "I attach my CV. Thank you for", {}),
    ("W10", "hint", "for six\nyears I bought packaging for two bakeries.",
     "my professional responsibilities encompassed interdepartmental procurement optimisation, "
     "international supplier qualification, collaborative sustainability initiatives, contractual "
     "negotiation, organisational transformation and administrative accountability.", {}),
    ("W11", "hint", "I read what", "I read the amazing things", {}),
    ("W11", "hint", "I will understand.", "I will understand! Really!", {}),
    ("W12", "hint", "Dear Dana Whitlock,\n\n", "", {}),
    ("W13", "warning", "I read what", "I am just checking in. I read what", {"kind": "nudge"}),
    ("W13", "warning", "", "", {"kind": "nudge"}),
    ("W14", "hint", ", and if I can be of use to you in return, please tell me.", ".",
     {"tie": "known"}),
    ("W15", "hint", "about your work?", "on Friday?", {"kind": "answer", "answer": "yes"}),
    ("W16", "error", "", "", {"channel": "linkedin", "invitation": "note"}),
    ("L1", "hint", "packaging for", "coloured packaging for", {"country": "US"}),
    ("L1", "hint", "packaging for", "colored packaging for", {"country": "GB"}),
    ("L1", "hint", "for 15 minutes", "on 5 January for 15 minutes", {"country": "CA"}),
    ("L1", "hint", "for 15 minutes", "on January 5 for 15 minutes", {"country": "IE"}),
    ("L3", "warning", "", "", {"told_there": (("Bob Roe", GOOD),)}),
    ("L4", "warning", "six\nyears", "[how many] years, [where], [with whom]", {}),
    ("L4", "warning", "six\nyears", "[how many] years, [where]",
     {"channel": "linkedin", "invitation": "note"}),
    ("L5", "warning", "Thank you for", "Thank you so much for helping me. Thank you for", {}),
    ("L5", "warning", "Thank you for", "Thanks for what you did. Thank you for", {"tie": "known"}),
    ("L5", "warning", "Thank you for", "Thank you for the introduction. Thank you for", {}),
    ("L5", "warning", "Thank you for", "I appreciate all you did. Thank you for",
     {"kind": "thank", "answer": "no"}),
    ("L5", "hint", "Thank you for reading this", "Thank you for your help", {}),
    ("L5", "warning", "I read what", "We met at Acme. I read what", {"tie": "met"}),
    ("L5", "warning", "I read what", "It was good to meet you at Acme. I read what",
     {"tie": "met", "how": "at a fair"}),
    ("L5", "error", "I read what", "I wrote to you last week. I read what", {"kind": "nudge"}),
    ("L5", "error", "I read what", "Did you get my message? I read what", {"tie": "close"}),
    ("L5", "error", "I read what", "My last e-mail was short. I read what", {}),
    ("L5", "warning", "I read what", "You kindly offered to help. I read what", {"tie": "known"}),
    ("L5", "warning", "I read what", "You said you'd ask around. I read what", {"answer": "no"}),
    ("L5", "warning", "I read what", "You know Purchasing from the inside. I read what",
     {"title": "Accountant"}),
    ("L8", "error", "Dear Dana Whitlock,", "Hi ,", {}),
    ("L8", "error", "Dear Dana Whitlock,", "Hi,", {}),
    ("L8", "error", "Dear Dana Whitlock,", "Dear", {}),
    ("L8", "warning", "Dear Dana Whitlock,", "Hi Dr.,", {}),
    ("L8", "hint", "Dear Dana Whitlock,", "Hi DANA,", {}),
    ("L8", "hint", "Dear Dana Whitlock,", "Dear Sir or Madam,", {}),
    ("L8", "hint", "Dear Dana Whitlock,", "To whom it may concern,", {}),
    ("L8", "hint", "about your work?", "about Acme, for Acme is the Acme I like?", {}),
    ("L9", "warning", "I read what", "I am desperate. I read what", {}),
    ("L9", "warning", "I read what", "I would take anything. I read what", {"tie": "close"}),
    ("L9", "warning", "I read what", "So sorry to bother you. I read what", {}),
    ("L9", "warning", "I read what", "I hate to ask. I read what", {}),
    ("L9", "warning", "I read what", "As you never answered, I read what", {"kind": "nudge"}),
    ("L9", "warning", "I read what", "I have not heard from you. I read what", {"kind": "nudge"}),
    ("L9", "warning", "I will understand.", "I won't bother you again.", {}),
    ("W17", "error", "I read what", "Sam Petrov gave me your name. I read what", {}),
    ("W17", "error", "I read what", "Sam Petrov suggested I write. I read what",
     {"origin": "named", "via": "Ann Lee"}),
    ("W17", "error", "I read what", "A mutual friend named you. I read what", {}),
    ("W17", "error", "I read what", "It was great to meet you. I read what", {}),
]  # fmt: skip


def rules(text: str, facts: DraftFacts, *, subject: str | None = SUBJECT) -> dict[str, str]:
    return {f.rule: f.level for f in review(text, facts, subject=subject)}


def test_a_good_note_to_a_stranger_gets_no_remark() -> None:
    assert review(GOOD, COLD, subject=SUBJECT) == ()


@pytest.mark.parametrize(("rule", "level", "old", "new", "facts"), CASES)
def test_a_fault_is_named_at_its_level(
    rule: str, level: str, old: str, new: str, facts: dict[str, Any]
) -> None:
    flat = " ".join(old.split())
    text = GOOD if not old else GOOD.replace(old, new)
    if old and text == GOOD:
        joined = "\n\n".join(" ".join(p.split()) for p in GOOD.split("\n\n"))
        text = joined.replace(flat, new)
        assert text != joined, "the case changes nothing"

    found = rules(text, replace(COLD, **facts))

    assert found.get(rule) == level


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("", {"W3": "error"}),
        ("HELLO FROM ADA", {"W3": "error"}),
        ("Hello there you\nBcc: all", {"W3": "error"}),
        ("Hello", {"W3b": "hint"}),
        ("15 minutes about Purchasing!", {"W3": "warning"}),
        ("URGENT: 15 minutes about Purchasing", {"W3": "warning"}),
        ("Please, 15 minutes about IBM and HR", {}),
        ("word " * 13, {"W3b": "warning"}),
        ("a" * 81, {"W3b": "warning"}),
        ("A very long subject that goes on and on", {"W3b": "hint"}),
        ("Re: our talk about Acme", {"W17": "error"}),
        (SUBJECT, {}),
        (None, {}),
    ],
)
def test_a_subject_is_there_short_and_honest(subject: str | None, expected: dict[str, str]) -> None:
    assert rules(GOOD, COLD, subject=subject) == expected


def test_a_name_in_capitals_is_no_shout() -> None:
    nvidia = replace(COLD, company="NORDVIA", about_company="NORDVIA")
    text = GOOD.replace("Acme", "NORDVIA")

    assert rules(text, nvidia, subject="15 minutes about Purchasing at NORDVIA") == {}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Thank you so much for helping me.", {"answer": "helped", "kind": "report_back"}),
        ("Thanks for the introduction.", {"answer": "refers", "kind": "thank"}),
        ("You kindly offered to help.", {"answer": "yes", "kind": "nudge"}),
        ("Thank you for offering to help.", {"origin": "offered", "kind": "follow_up_met"}),
        ("We met at Acme.", {"tie": "met", "how": "we met at Acme's open day"}),
        ("It was good to meet you at the fair.", {"tie": "met", "how": "at the fair"}),
        ("It was good to see you at Acme.", {"tie": "met", "meeting_on": date(2026, 11, 9)}),
        ("I wrote to you on Monday.", {"kind": "nudge", "first_note_on": date(2026, 11, 9)}),
        ("I wrote to you in spring.", {"tie": "known", "after_silence": True}),
        ("I wrote to Sam Petrov.", {"tie": "known"}),
        ("You know Purchasing from the inside.", {"title": "Buyer", "tie": "known"}),
        ("I know you're busy, so here is a smaller ask.", {"tie": "known"}),
        ("I am sorry to hear that.", {"tie": "known"}),
        ("We still use the programme Colour Centre.", {"country": "US", "how": "Colour Centre",
                                                      "tie": "known", "overlap": "programme"}),
        ("The labour was hard.", {"country": "GB", "tie": "known"}),
        ("It was the labour of love.", {"tie": "known"}),
    ],
)  # fmt: skip
def test_what_is_so_may_be_said(text: str, facts: dict[str, Any]) -> None:
    found = rules(GOOD.replace("I read what", f"{text} I read what"), replace(COLD, **facts))

    assert not {"L1", "L3", "L4", "L5", "L8", "L9", "W17"} & set(found)


@pytest.mark.parametrize(
    ("same", "level"), [(0, None), (1, "hint"), (2, "hint"), (3, "warning"), (4, "warning")]
)
def test_letters_to_one_company_are_told_apart_by_the_share_of_their_sentences(
    same: int, level: str | None
) -> None:
    mine = [f"This is the {word} long sentence here." for word in ("first", "second", "third")]
    mine.append("And here is a last one.")
    theirs = [*mine[:same], *(f"Here {n} is what others read there." for n in range(4 - same))]
    facts = replace(COLD, told_there=(("Bob Roe", "Hi Bob,\n\n" + " ".join(theirs)),))

    found = review("Dear Dana,\n\n" + " ".join(mine), facts)

    assert [one.level for one in found if one.rule == "L3"] == ([level] if level else [])
    assert all("Bob Roe" in one.words for one in found if one.rule == "L3")


def test_short_sentences_may_be_the_same() -> None:
    facts = replace(COLD, told_there=(("Bob Roe", "Hi Bob,\n\nThank you. How are you?"),))

    assert "L3" not in rules("Dear Dana,\n\nThank you. How are you?", facts)


FREEING = ("way_out", "announce", "announce_short", "nudge_out")
RETURNING = ("thanks_return",)
OF_STRANGERS = frozenset({"cold", "warm"})  # nothing is offered in return


def _ways(names: tuple[str, ...]) -> list[str]:
    """Every sentence of ours that is said there, with something in each field."""
    choices = (ways for name in names for tags, ways in shared_phrases()[name]
               if not tags & OF_STRANGERS)  # fmt: skip
    said = (v for ways in choices for way in ways for sentence in way for v in sentence)
    return sorted(
        {
            re.sub(r"\{\w+\}", "Monday", one)
            for one in said
            if one != "-" and not one.startswith("{")
        }
    )


@pytest.mark.parametrize("way", _ways(FREEING))
def test_every_way_out_of_ours_is_seen_as_one(way: str) -> None:
    text = GOOD.replace("If it does not suit you, I will understand.", way)

    assert "W7" not in rules(text, COLD)


@pytest.mark.parametrize(
    "way",
    ["If it's not for you, don't give it a thought.", "If you'd rather not, that's fine.",
     "And if it isn't a good moment, no worries.", "Please say so if you don't have the time.",
     "If you're not sure, that's all right.", "Only if it suits you, of course."],
)  # fmt: skip
def test_a_way_out_in_other_words_is_seen_too(way: str) -> None:
    text = GOOD.replace("If it does not suit you, I will understand.", way)

    assert "W7" not in rules(text, COLD)


def test_every_return_of_ours_is_seen_as_one_and_a_message_has_no_room_for_it() -> None:
    known = replace(COLD, tie="known")
    bare = GOOD.replace(", and if I can be of use to you in return, please tell me.", ".")
    for way in _ways(RETURNING):
        assert "W14" not in rules(bare.replace("Thank you for reading this.", way), known), way

    assert rules(bare, known)["W14"] == "hint"
    assert "W14" not in rules(bare, replace(known, channel="linkedin"), subject="")


def test_a_stranger_is_offered_nothing_in_return() -> None:
    assert "W14" not in rules(GOOD.replace(", and if I can be of use to you in return", ""), COLD)


def test_re_is_honest_once_something_was_exchanged() -> None:
    later = replace(COLD, kind="nudge", first_note_on=date(2026, 11, 9))

    assert "W17" not in rules(GOOD, later, subject="Re: 15 minutes about Acme")


def test_a_true_sender_and_a_true_past_are_no_fault() -> None:
    warm = replace(COLD, origin="named", via="Sam Petrov")
    known = replace(COLD, tie="known")

    text = GOOD.replace("I read what", "Sam Petrov gave me your name. I read what")
    assert rules(text, warm) == {}
    assert "W17" not in rules(GOOD.replace("I read what", "When we met, I heard what"), known)


@pytest.mark.parametrize(
    ("length", "account", "said"),
    [(200, "free", False), (201, "free", True), (300, "paid", False), (301, "paid", True)],
)
def test_a_note_with_an_invitation_has_the_characters_of_the_account(
    length: int, account: Account, said: bool
) -> None:
    note = "Dear Dana Whitlock,\n" + "a" * (length - 20)
    to_connect = replace(COLD, channel="linkedin", invitation="note", account=account)

    assert ("W16" in rules(note, to_connect, subject="")) is said
    assert "W16" not in rules(note, replace(to_connect, invitation=""), subject="")


def test_a_nudge_is_measured_by_the_first_note_where_that_was_kept() -> None:
    nudge = replace(COLD, kind="nudge", first_note_on=date(2026, 11, 9), first_note=GOOD)
    short = "Dear Dana Whitlock,\n\nI have read your report. Could I ring you? Thank you."

    assert review(short, nudge, subject=SUBJECT) == ()
    assert rules(short, replace(nudge, first_note="Hi")) == {"W13": "warning"}


def test_what_is_said_aloud_is_read_for_blanks_honesty_and_tone_only() -> None:
    call = replace(COLD, kind="call", channel="phone")

    said = rules("[one line] and a mutual friend. I wrote to you. I am desperate.", call)

    assert said == {"W4": "error", "W17": "error", "L5": "error", "L9": "warning"}


def test_only_blanks_channel_subject_and_honesty_can_stop_a_message() -> None:
    assert [name for name, _ in RULES] == [
        "W1", "W2", "W3", "W3b", "W4", "W4b", "W5", "W6", "W7", "W8", "W9", "W10", "W11", "W12",
        "W13", "W14", "W15", "W16", "W17", "L1", "L2", "L3", "L4", "L5", "L5", "L5", "L5", "L5",
        "L8", "L8", "L9", "L9",
    ]  # fmt: skip
    stopping = {rule for rule, level, *_ in CASES if level == "error"} | {"W3"}
    assert stopping == {"W3", "W4", "W16", "W17", "L5", "L8"}


def test_no_finding_blames_or_exclaims() -> None:
    for _, _, old, new, facts in CASES:
        text = GOOD.replace(old, new) if old else GOOD
        for finding in review(text, replace(COLD, **facts), subject="HELLO"):
            assert "!" not in finding.words
            assert finding.words.endswith((".", "too."))

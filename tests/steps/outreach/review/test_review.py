"""Each rule of the review fires where it should and stays silent where it should."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from firststep.facts.channels import Account
from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.review.review import RULES, review

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
    ("W14", "hint", ", and if I can be of use to you in return, please tell me.", ".", {}),
    ("W15", "hint", "about your work?", "on Friday?", {"kind": "answer", "answer": "yes"}),
    ("W16", "error", "", "", {"channel": "linkedin", "invitation": "note"}),
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
        ("A very long subject that goes on and on", {"W3b": "hint"}),
        ("Re: our talk about Acme", {"W17": "error"}),
        (SUBJECT, {}),
        (None, {}),
    ],
)
def test_a_subject_is_there_short_and_honest(subject: str | None, expected: dict[str, str]) -> None:
    assert rules(GOOD, COLD, subject=subject) == expected


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
    nudge = replace(COLD, kind="nudge", first_note_on=date(2026, 11, 9))
    short = "Dear Dana Whitlock,\n\nI have read your report. Could I ring you? Thank you."

    assert review(short, nudge, subject=SUBJECT, first_note=GOOD) == ()
    assert [f.rule for f in review(short, nudge, subject=SUBJECT, first_note="Hi")] == ["W13"]


def test_what_is_said_aloud_is_read_for_blanks_and_honesty_only() -> None:
    call = replace(COLD, kind="call", channel="phone")

    assert rules("[one line] and a mutual friend", call) == {"W4": "error", "W17": "error"}


def test_only_blanks_channel_subject_and_honesty_can_stop_a_message() -> None:
    assert [name for name, _ in RULES] == [
        "W1", "W2", "W3", "W3b", "W4", "W4b", "W5", "W6", "W7", "W8", "W9", "W10", "W11", "W12",
        "W13", "W14", "W15", "W16", "W17",
    ]  # fmt: skip
    stopping = {rule for rule, level, *_ in CASES if level == "error"} | {"W3"}
    assert stopping == {"W3", "W4", "W16", "W17"}


def test_no_finding_blames_or_exclaims() -> None:
    for _, _, old, new, facts in CASES:
        text = GOOD.replace(old, new) if old else GOOD
        for finding in review(text, replace(COLD, **facts), subject="HELLO"):
            assert "!" not in finding.words
            assert finding.words.endswith((".", "too."))

"""What becomes of a message, and the mark of exactly one text."""

import pytest

from firststep.facts.channels import CHANNEL_NAMES
from firststep.facts.message import IS, MAY_BECOME, Text, may_be_written, may_become, text_hash

TEXT = Text("Your team", "Dear Ann,\n\nthank you.", "ann@acme.example", "email")


@pytest.mark.parametrize(
    ("state", "then"),
    [
        ("draft", "approved sent handed_over"),
        ("approved", "draft claimed sent handed_over"),
        ("claimed", "approved sent handed_over unknown"),
        ("handed_over", "draft sent"),
        ("unknown", "draft sent"),
        ("sent", ""),
    ],
)
def test_a_message_goes_from_draft_to_sent_and_never_back_from_there(state: str, then: str) -> None:
    assert {other for other in MAY_BECOME if may_become(state, other)} == {*then.split()}


def test_only_what_was_approved_is_sent_by_the_program() -> None:
    before_claimed = {state for state in MAY_BECOME if may_become(state, "claimed")}

    assert before_claimed == {"approved"}
    assert {state for state in MAY_BECOME if may_become(state, "unknown")} == {"claimed"}


def test_whatever_state_it_is_in_the_seeker_may_say_that_it_was_sent() -> None:
    assert all(may_become(state, "sent") for state in MAY_BECOME if state != "sent")


def test_a_text_is_written_until_it_is_on_its_way() -> None:
    written = {state for state in MAY_BECOME if may_be_written(state)}

    assert written == {"draft", "approved", "handed_over", "unknown"}
    assert IS.keys() == MAY_BECOME.keys()


@pytest.mark.parametrize(
    "other",
    [
        TEXT._replace(subject="Your Team"),
        TEXT._replace(body="Dear Ann,\n\nthank you. "),
        TEXT._replace(body="Dear Ann,\r\n\r\nthank you."),
        TEXT._replace(to="ann@acme.examp1e"),
        TEXT._replace(channel="linkedin"),
        TEXT._replace(subject="Your", body="team" + TEXT.body),
        TEXT._replace(subject="", body="Your team" + TEXT.body),
    ],
)
def test_another_letter_anywhere_is_another_mark(other: Text) -> None:
    assert text_hash(TEXT) == text_hash(Text(*TEXT))
    assert text_hash(other) != text_hash(TEXT)


def test_the_mark_is_the_same_on_every_machine_and_for_every_channel_another() -> None:
    marks = {text_hash(TEXT._replace(channel=name)) for name in CHANNEL_NAMES}

    assert text_hash(Text("Grüße", "Łódź", "a@b.example", "email"))[:12] == "71ff9130f42a"
    assert len(marks) == len(CHANNEL_NAMES)

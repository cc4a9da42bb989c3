"""The rows of a message: kept, approved, claimed, sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.facts.message import MAY_BECOME, Text, text_hash
from firststep.journal.actions import Recording, Stamp, recording
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Message
from firststep.steps.outreach.rows import (
    is_approved,
    keep_text,
    kept_message,
    message_becomes,
    whole_text,
)
from firststep.steps.people.models import Person
from tests.cast import MONDAY, a_row_person

TEXT = Text("Your team", "Dear Ann, thank you.", "ann@acme.example", "email")


@pytest.fixture
def ann(ada: Campaign) -> Person:
    return a_row_person(ada, "Ann Lee")


@contextmanager
def a_change(campaign: Campaign) -> Iterator[Recording]:
    with recording(campaign, Stamp(on=MONDAY), verb="message") as change:
        yield change


def a_message(person: Person, **fields: Any) -> Message:
    said = {"kind": "write", "ask": "advice", "kept_on": MONDAY, "order": 1} | fields
    return Message(campaign=person.campaign, person=person, **said)


def kept(person: Person, text: Text = TEXT, **fields: Any) -> Message:
    with a_change(person.campaign) as change:
        return keep_text(change, a_message(person, **fields), text)


def approved(person: Person) -> Message:
    message = kept(person)
    with a_change(person.campaign) as change:
        return message_becomes(change, message, "approved")


def test_a_kept_text_is_found_for_the_step_it_was_kept_for_and_no_other(ann: Person) -> None:
    message = kept(ann)

    assert kept_message(ann.pk, kind="write", ask="advice", approach_id=None) == message
    assert whole_text(message) == TEXT
    for kind, ask in (("nudge", "advice"), ("write", "meeting"), ("write", None)):
        assert kept_message(ann.pk, kind=kind, ask=ask, approach_id=None) is None


def test_approved_is_exactly_the_text_that_stands_there(ann: Person) -> None:
    message = approved(ann)

    assert message.approved == text_hash(TEXT)
    assert is_approved(message)


@pytest.mark.parametrize("part", Text._fields)
def test_a_text_changed_after_approval_loses_the_approval(ann: Person, part: str) -> None:
    message = approved(ann)
    with a_change(ann.campaign) as change:
        keep_text(change, message, TEXT._replace(**{part: "linkedin"}))

    message.refresh_from_db()
    assert (message.state, message.approved) == ("draft", "")
    with a_change(ann.campaign) as change, pytest.raises(CannotDo, match="a draft"):
        message_becomes(change, message, "claimed")


def test_the_same_text_kept_again_stays_approved(ann: Person) -> None:
    message = approved(ann)
    with a_change(ann.campaign) as change:
        keep_text(change, message, TEXT)

    assert message.state == "approved"
    assert is_approved(message)


def test_a_text_changed_behind_the_approval_is_not_claimed(ann: Person) -> None:
    message = approved(ann)
    Message.objects.update(body="Dear Ann, give me a job.")
    message.refresh_from_db()

    with a_change(ann.campaign) as change, pytest.raises(CannotDo, match="changed since"):
        message_becomes(change, message, "claimed")
    assert message.state == "approved"


@pytest.mark.parametrize("state", MAY_BECOME)
@pytest.mark.parametrize("then", MAY_BECOME)
def test_a_state_follows_only_where_it_may(ann: Person, state: str, then: str) -> None:
    message = kept(ann, state=state, approved=text_hash(TEXT))
    with a_change(ann.campaign) as change:
        if then in MAY_BECOME[state]:
            assert message_becomes(change, message, then).state == then
        else:
            with pytest.raises(CannotDo):
                message_becomes(change, message, then)
            assert message.state == state


@pytest.mark.parametrize("state", ["claimed", "sent"])
def test_the_text_of_what_is_on_its_way_stays(ann: Person, state: str) -> None:
    message = kept(ann, state=state)
    with a_change(ann.campaign) as change, pytest.raises(CannotDo, match="stays as it is"):
        keep_text(change, message, TEXT._replace(body="Another"))


def test_what_was_sent_is_kept_no_more(ann: Person) -> None:
    kept(ann, state="sent")

    assert kept_message(ann.pk, kind="write", ask="advice", approach_id=None) is None

"""Whom an export merely mentions is a stranger until something went both ways."""

import pytest

from firststep.interfaces.answers.persons import person_on as shown
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person, Tie
from firststep.verbs.people.import_files import undo_import
from firststep.verbs.people.tie import set_tie
from tests.bringing.importing import IN, INVITATIONS, MESSAGES, bring, message

ASKED = f'Bob Roe,Ada Byron,"1/29/26, 2:37 PM",,INCOMING,{IN}bob-roe,{IN}ada\n'
ASKS = f'Ada Byron,Bob Roe,"1/29/26, 2:37 PM",,OUTGOING,{IN}ada,{IN}bob-roe\n'
WRITES = message("Ada Byron", "Bob Roe", "2026-03-01")
ANSWERS = message("Bob Roe", "Ada Byron", "2026-03-02")


@pytest.fixture(autouse=True)
def named(ada: Campaign) -> None:
    ada.linkedin = "ada"
    ada.save()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (INVITATIONS + ASKED, "They asked you to connect on 29 January 2026; nothing more"),
        (INVITATIONS + ASKS, "You asked them to connect on 29 January 2026; nothing more"),
        (MESSAGES + WRITES, "You wrote, last on 1 March 2026; no answer"),
        (MESSAGES + ANSWERS, "They wrote, last on 2 March 2026; no answer of yours"),
    ],
)
def test_an_invitation_or_writing_one_way_makes_no_tie(
    ada: Campaign, stamp: Stamp, text: str, why: str
) -> None:
    bring(ada, stamp, text)

    bob = Person.objects.get(name="Bob Roe")
    assert not Tie.objects.filter(person=bob).exists()
    assert shown(bob, on=stamp.on).no_tie_why.startswith(why)


def test_an_answer_makes_the_tie_and_its_reason_is_shown(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, MESSAGES + WRITES)
    answer = bring(ada, stamp, MESSAGES + WRITES + ANSWERS)

    bob = Person.objects.get(name="Bob Roe")
    (tie,) = shown(bob, on=stamp.on).ties
    assert (tie.kind, tie.why) == (
        "known", "In touch on 2 days, both ways, last on 2 March 2026."
    )  # fmt: skip
    assert answer.import_id is not None
    undo_import(ada, stamp=stamp, import_id=answer.import_id)
    assert not Tie.objects.filter(person=bob).exists()


def test_a_tie_the_seeker_dropped_does_not_come_back_with_messages(
    ada: Campaign, stamp: Stamp
) -> None:
    bring(ada, stamp, MESSAGES + WRITES + ANSWERS)
    set_tie(ada, stamp=stamp, person="Bob Roe", drop=True)

    bring(ada, stamp, MESSAGES + message("Bob Roe", "Ada Byron", "2026-04-02"))

    assert not Tie.objects.exists()

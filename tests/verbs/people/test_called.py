"""Du or Sie in a German letter: as the seeker says, else by how they know each other."""

from typing import TYPE_CHECKING

import pytest

from firststep.errors import CannotDo
from firststep.interfaces.answers.letters import draft
from firststep.verbs.goal.campaign import edit_campaign
from firststep.verbs.people.persons import edit_person
from firststep.verbs.safety.undo import undo

if TYPE_CHECKING:
    from firststep.journal.actions import Stamp
    from firststep.steps.goal.models import Campaign
    from firststep.steps.people.models import Person


def letter(campaign: "Campaign", stamp: "Stamp", person: "Person") -> str:
    return draft(campaign, stamp=stamp, ref=f"p{person.pk}").body


def test_whom_the_seeker_calls_sie_gets_a_letter_with_sie(
    ada: "Campaign", ann: "Person", stamp: "Stamp"
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")
    assert letter(ada, stamp, ann).startswith("Hallo Ann,\n\n")

    edit_person(ada, stamp=stamp, person="Ann Lee", called="sie")

    assert letter(ada, stamp, ann).startswith("Guten Tag Ann Lee,\n\n")
    edit_person(ada, stamp=stamp, person="Ann Lee", called="")
    assert letter(ada, stamp, ann).startswith("Hallo Ann,\n\n")


def test_it_is_taken_back(ada: "Campaign", ann: "Person", stamp: "Stamp") -> None:
    edit_campaign(ada, stamp=stamp, language="de")
    edit_person(ada, stamp=stamp, person="Ann Lee", called="sie")

    undo(ada, stamp=stamp)

    assert letter(ada, stamp, ann).startswith("Hallo Ann,")


def test_there_is_nothing_but_du_and_sie(ada: "Campaign", ann: "Person", stamp: "Stamp") -> None:
    with pytest.raises(CannotDo, match="du or sie"):
        edit_person(ada, stamp=stamp, person="Ann Lee", called="ihr")

    ann.refresh_from_db()
    assert ann.called == ""


def test_nobody_calls_another_seekers_people(
    ben: "Campaign", ann: "Person", stamp: "Stamp"
) -> None:
    with pytest.raises(CannotDo):
        edit_person(ben, stamp=stamp, person=str(ann.pk), called="sie")

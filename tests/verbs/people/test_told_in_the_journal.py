"""What the journal says of a change is what was done, in words for a person."""

from datetime import date
from typing import TYPE_CHECKING

from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.verbs.people.persons import edit_person
from firststep.verbs.people.tie import set_tie
from firststep.verbs.thread import snooze
from tests.cast import MONDAY

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign
    from firststep.steps.people.models import Person


LATER = date(2026, 11, 12)


def newest(campaign: "Campaign") -> str:
    return Entry.objects.filter(campaign=campaign).latest("revision").words


def test_not_remembering_somebody_is_not_told_as_knowing_them(
    ada: "Campaign", ann: "Person"
) -> None:
    set_tie(ada, stamp=Stamp(on=MONDAY), person=f"p{ann.pk}", drop=True)

    assert newest(ada) == "You said that you and Ann Lee do not know each other."


def test_the_day_a_step_rests_until_is_said_as_a_day(ada: "Campaign", ann: "Person") -> None:
    snooze(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}", until=LATER)

    day = f"{LATER:%A} {LATER.day} {LATER:%B}"
    assert newest(ada) == f"You put Ann Lee off until {day}."


def test_a_way_that_was_looked_up_is_no_correction(ada: "Campaign", ann: "Person") -> None:
    stamp = Stamp(on=MONDAY)

    edit_person(ada, stamp=stamp, person=f"p{ann.pk}", phone="+49 30 5550123", note=None)
    assert newest(ada) == "You wrote down how to reach Ann Lee."

    edit_person(ada, stamp=stamp, person=f"p{ann.pk}", phone="+49 30 5550124", note="a desk")
    assert newest(ada) == "You corrected Ann Lee."

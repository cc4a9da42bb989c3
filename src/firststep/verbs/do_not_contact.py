"""Do-not-contact is for ever: it closes what is open and outlives the person's own row (P-f)."""

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person


def set_do_not_contact(
    campaign: Campaign, *, stamp: Stamp, person: str, why: str = "", lift: bool = False
) -> Person:
    """Marks a person and closes every open approach of theirs; lifting reopens nothing (F19)."""
    raise NotImplementedError

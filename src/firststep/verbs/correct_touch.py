"""Correcting what was recorded."""

from datetime import date

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Touch


def correct_touch(
    campaign: Campaign, *, stamp: Stamp, touch: str, on: date | None = None, delete: bool = False
) -> Touch:
    """Moves a touch to the day it really happened, or takes it away with what it came to."""
    raise NotImplementedError

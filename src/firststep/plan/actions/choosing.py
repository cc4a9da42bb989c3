"""Choosing oneself: what to ask, not until then, not this round."""

from datetime import date

from firststep.journal.actions import Stamp
from firststep.plan.actions.step import Recorded
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign


def ask(
    campaign: Campaign,
    *,
    stamp: Stamp,
    who: str,
    what: str,
    for_seat: str | None = None,
    via: str | None = None,
    channel: str | None = None,
) -> Approach:
    """Opens an approach with that ask, or changes the ask of the one that is open (F3)."""
    raise NotImplementedError


def snooze(campaign: Campaign, *, stamp: Stamp, ref: str, until: date, why: str = "") -> Recorded:
    """Rests a person, or a seat without a holder, until a day to come."""
    raise NotImplementedError


def close(campaign: Campaign, *, stamp: Stamp, ref: str, why: str = "") -> Recorded:
    """Ends an approach for this round (F19)."""
    raise NotImplementedError

"""How people know each other."""

from datetime import date

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Tie


def set_tie(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    other: str | None = None,
    kind: str | None = None,
    how: str | None = None,
    since: date | None = None,
    drop: bool = False,
) -> Tie:
    """Says how one knows a person, or how two people know each other."""
    raise NotImplementedError

"""Forgetting one person everywhere (P-h)."""

from dataclasses import dataclass

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How many rows of each table went, by the table's name."""

    removed: dict[str, int]


def forget(campaign: Campaign, *, stamp: Stamp, person: str) -> Forgotten:
    """Removes a person with all that hangs on them, also from what the journal remembers.

    Only the keyed hash of a do-not-contact stays. It cannot be undone.
    """
    raise NotImplementedError

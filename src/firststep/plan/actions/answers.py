"""Recording calls and what came back."""

from datetime import date

from firststep.journal.actions import Stamp
from firststep.plan.actions.step import Recorded
from firststep.steps.goal.models import Campaign


def record_call(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str,
    outcome: str,
    until: date | None = None,
    text: str = "",
) -> Recorded:
    """Records an attempt to ring somebody and how it ended."""
    raise NotImplementedError


def record_reply(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str,
    answer: str,
    until: date | None = None,
    to: str = "",
    email: str = "",
    phone: str = "",
    text: str = "",
) -> Recorded:
    """Records what came back; `to` names somebody ("Sam Lee, Operations, Acme") in one go (F11)."""
    raise NotImplementedError

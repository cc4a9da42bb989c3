"""Recording conversations: dated, cancelled, held."""

from collections.abc import Sequence
from datetime import datetime

from firststep.journal.actions import Stamp
from firststep.plan.actions.step import Recorded
from firststep.steps.goal.models import Campaign


def record_meeting(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str,
    at: datetime | None = None,
    how: str = "",
    cancelled: bool = False,
) -> Recorded:
    """Dates a conversation (`at` is local, naive); cancelled, it is undated again (F6)."""
    raise NotImplementedError


def record_talked(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str,
    named: Sequence[str] = (),
    can: str = "",
    text: str = "",
) -> Recorded:
    """Records a conversation that was held, whom it named, and what the other person can do."""
    raise NotImplementedError

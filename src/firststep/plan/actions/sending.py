"""Recording what the seeker wrote."""

from firststep.journal.actions import Stamp
from firststep.plan.actions.step import Recorded
from firststep.steps.goal.models import Campaign


def record_sent(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str,
    channel: str | None = None,
    kind: str | None = None,
    subject: str = "",
    text: str = "",
) -> Recorded:
    """Records that a message went out: what the plan shows now, unless `kind` says other (F16)."""
    raise NotImplementedError


def thank(
    campaign: Campaign, *, stamp: Stamp, person: str, channel: str | None = None, text: str = ""
) -> Recorded:
    """Records thanks to a person, on the approach that owes them."""
    raise NotImplementedError

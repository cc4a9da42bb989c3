"""Step 1, what one can do: begin a campaign."""

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign


def start_campaign(
    *,
    name: str,
    email: str = "",
    zone: str = "UTC",
    country: str = "",
    stamp: Stamp,
    beside: bool = False,
) -> Campaign:
    """Begins the seeker's campaign (`init`).

    A second one in the same database is refused, unless `beside` says that several seekers share
    it. Raises CannotDo for an empty name, an unknown time zone or a country that is no ISO code.
    """
    raise NotImplementedError

"""The posts one should know, and who holds them."""

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Seat


def name_seat(
    campaign: Campaign,
    *,
    stamp: Stamp,
    company: str,
    title: str | None = None,
    holder: str | None = None,
    rename: str | None = None,
    vacant: bool = False,
    drop: bool = False,
) -> Seat:
    """Opens a seat at a target, or says who holds it (`seat COMPANY [TITLE] --is PERSON`).

    Without a title it is the department's manager's. `rename` corrects the title, `vacant` takes
    the holder out, `drop` closes the seat.
    """
    raise NotImplementedError

"""Taking the newest entry back."""

from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign


def undo(campaign: Campaign, *, stamp: Stamp) -> Entry:
    """Takes back the newest entry that is neither an undo nor undone (F13), and answers with it.

    Never a message really sent, `forget`, `restore` or `init`: then it says so and stays there.
    """
    raise NotImplementedError

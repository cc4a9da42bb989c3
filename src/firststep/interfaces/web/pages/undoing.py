"""Taking back the newest thing recorded."""

from django.http import HttpResponse

from firststep.errors import Stale
from firststep.facts.said import say
from firststep.interfaces.web.visit import Visit, writes
from firststep.verbs.safety.undo import undo as take_back


@writes
def undo(visit: Visit) -> HttpResponse:
    """Only what the page showed: something newer is never taken back unseen."""
    stamp = visit.stamp()
    if stamp.seen is not None and stamp.seen != visit.campaign.revision:
        raise Stale(
            say("Since you opened this page something newer was recorded. Look at it first.")
        )
    take_back(visit.campaign, stamp=stamp)
    return visit.done()

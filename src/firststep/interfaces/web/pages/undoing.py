"""Taking back the newest thing recorded."""

from django.http import HttpResponse

from firststep.errors import Stale
from firststep.interfaces.web.pages.heard import given_back
from firststep.interfaces.web.visit import Visit, done_before, writes
from firststep.interfaces.web.where_it_stood import still_there
from firststep.steps.outreach.models import Heard
from firststep.verbs.safety.undo import to_take_back
from firststep.verbs.safety.undo import undo as take_back


@writes
def undo(visit: Visit) -> HttpResponse:
    """Only what the page showed: something newer is never taken back unseen. What was pasted stands
    in its field again."""
    if done_before(visit) is not None:
        return visit.done(still_there(visit.request, visit.back()))
    stamp = visit.stamp()
    if stamp.seen is not None and stamp.seen != visit.campaign.revision:
        raise Stale("Since you opened this page something newer was recorded. Look at it first.")
    pasted = _taken_in(visit)
    take_back(visit.campaign, stamp=stamp)
    if pasted is not None:
        return given_back(visit, pasted)
    return visit.done(still_there(visit.request, visit.back()))


def _taken_in(visit: Visit) -> Heard | None:
    """What came in with the newest entry, and goes with it; None where it was something else."""
    newest = to_take_back(visit.campaign)
    rows = newest.before if newest is not None else []
    made = [key for name, key, image in rows if name == Heard.__name__ and image is None]
    return Heard.objects.filter(campaign=visit.campaign, pk__in=made).first()

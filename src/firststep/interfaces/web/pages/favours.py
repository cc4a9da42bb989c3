"""Favours and promises: what is left to do on both sides."""

from django.http import HttpResponse

from firststep.interfaces.answers.favours import FavourListed, favour_list, promise_list
from firststep.interfaces.web.portion import A_PORTION, portion
from firststep.interfaces.web.visit import Visit, page
from firststep.interfaces.words.following import left_to_do
from firststep.plan.shown import until_changed

_A_PAGE = 20  # each with its three forms


@page
def favours(visit: Visit) -> HttpResponse:
    """What is open first, with what could be given in return; then all the rest."""
    found = until_changed(visit.campaign, visit.on, "favours", lambda: _newest_first(visit))
    promises = promise_list(visit.campaign, stamp=visit.stamp(), open=True)
    settled = [one for one in found if not one.open]
    part = portion(visit, [one for one in found if one.open], at_once=_A_PAGE)
    context = {
        "place": "people",
        **part,
        "rows": [(one, left_to_do(one)) for one in part["rows"]],
        "settled": settled[:A_PORTION],
        "all_settled": len(settled),
        "mine": [one for one in promises if one.whose == "mine"],
        "theirs": [one for one in promises if one.whose == "theirs"],
    }
    return visit.page("favours.html", context)


def _newest_first(visit: Visit) -> list[FavourListed]:
    return favour_list(visit.campaign, stamp=visit.stamp())[::-1]

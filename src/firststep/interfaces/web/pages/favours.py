"""Favours and promises: what is left to do on both sides."""

from django.http import HttpResponse

from firststep.interfaces.answers.favours import favour_list, promise_list
from firststep.interfaces.web.visit import Visit, page
from firststep.interfaces.words.following import left_to_do


@page
def favours(visit: Visit) -> HttpResponse:
    """What is open first, with what could be given in return; then all the rest."""
    stamp = visit.stamp()
    found = favour_list(visit.campaign, stamp=stamp)[::-1]
    promises = promise_list(visit.campaign, stamp=stamp, open=True)
    context = {
        "place": "people",
        "open": [(one, left_to_do(one)) for one in found if one.open],
        "settled": [one for one in found if not one.open],
        "mine": [one for one in promises if one.whose == "mine"],
        "theirs": [one for one in promises if one.whose == "theirs"],
    }
    return visit.page("favours.html", context)

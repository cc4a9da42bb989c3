"""Landed: whom to tell, what is still agreed, whose details are no longer needed."""

from django.http import HttpResponse
from django.http.response import HttpResponseRedirect

from firststep.facts.said import say_of
from firststep.interfaces.answers.landing import landed
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.counts import counted
from firststep.steps.goal.rows import landed_goal


@page
def landing(visit: Visit) -> HttpResponse:
    """What is left after landing; nobody is taken out by looking. Before it the goal's page asks
    where."""
    if landed_goal(visit.campaign) is None:
        return HttpResponseRedirect("/goal")
    found = landed(visit.campaign, stamp=visit.stamp())
    context = {"place": "goal", "landed": found, "favours": _favours(found.favours_open)}
    return visit.page("landed.html", context)


def _favours(still_open: int) -> str:
    if not still_open:
        return ""
    return say_of(
        "{n} favour of yours still open. Settle them, or carry them on.",
        "{n} favours of yours still open. Settle them, or carry them on.",
        still_open,
        n=counted(still_open),
    )


@writes
def take_out(visit: Visit) -> HttpResponse:
    """All who are listed as no longer needed, for good."""
    landed(visit.campaign, stamp=visit.stamp(), take_out=True)
    return visit.done("/landed")

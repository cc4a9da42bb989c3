"""One line that says what happened: shown as understood first, then written."""

from django.http import HttpResponse

from firststep.interfaces.web.visit import Visit, writes
from firststep.verbs.told.log import log, understood


@writes
def look(visit: Visit) -> HttpResponse:
    """What the line was understood to mean; nothing is written yet."""
    found = understood(visit.campaign, stamp=visit.stamp(), line=visit.text("line"))
    return visit.page("understood.html", {"place": "today", "understood": found})


@writes
def write(visit: Visit) -> HttpResponse:
    """Writes what the page before showed."""
    log(visit.campaign, stamp=visit.stamp(), line=visit.text("line"))
    return visit.done("/")

"""One line that says what happened, as it was understood; nothing is written yet."""

from django.http import HttpResponse

from firststep.interfaces.web.forms import record
from firststep.interfaces.web.pages.heard import is_pasted, taken_in
from firststep.interfaces.web.visit import Visit, writes


@writes
def understood(visit: Visit) -> HttpResponse:
    """What the line was understood to mean, to be said yes to; a text that was pasted is taken in
    as what somebody wrote."""
    if is_pasted(visit.text("line", longest=400_000)):
        return taken_in(visit, visit.text("line", longest=400_000))
    found = record(visit, "log", yes=False).understood
    context = {"place": "today", "line": visit.text("line"), "words": found.words}
    return visit.page("understood.html", context)

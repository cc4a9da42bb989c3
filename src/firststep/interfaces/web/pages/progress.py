"""Progress: how far one has come, each figure with its n and range."""

from collections import OrderedDict
from datetime import date
from typing import Any

from django.http import HttpResponse

from firststep.facts.snapshot import Snapshot
from firststep.interfaces.web.figures import drawn, follow_up_words, funnel, most_telling, touched
from firststep.interfaces.web.visit import Visit, page
from firststep.learn.progress import progress as figures_of
from firststep.plan.shown import plan_on

REMEMBERED = 8
_drawn: OrderedDict[tuple[int, date], tuple[Snapshot, dict[str, Any]]] = OrderedDict()


@page
def progress(visit: Visit) -> HttpResponse:
    """Counts from the log and nothing else; each can be worked out again from it."""
    snapshot, _plan = plan_on(visit.campaign, visit.on)
    figures = figures_of(snapshot, today=visit.on)
    context = {
        "place": "progress",
        "touched": touched(figures),
        "bars": funnel(figures),
        "rates": [drawn(one) for one in figures.rates],
        "follow_up": follow_up_words(figures.follow_up),
    }
    return visit.page("progress.html", context)


def side_figures(snapshot: Snapshot, on: date) -> dict[str, Any]:
    """The figures at the side of Today, worked out once for each snapshot."""
    key = (id(snapshot), on)
    if (found := _drawn.get(key)) is not None:
        return found[1]
    figures = figures_of(snapshot, today=on)
    while len(_drawn) >= REMEMBERED:
        _drawn.popitem(last=False)
    # The snapshot is kept beside its figures, so its id stands for nothing else meanwhile.
    drawing = {"touched": touched(figures), "rate": drawn(most_telling(figures))}
    _drawn[key] = (snapshot, drawing)
    return drawing

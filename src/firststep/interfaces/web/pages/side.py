"""The figures at the side of Today: right after a change the cards do not wait for them."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render

from firststep.facts.snapshot import Snapshot
from firststep.interfaces.web.visit import Visit, page
from firststep.plan.shown import Shown, plan_on

if TYPE_CHECKING:
    from firststep.interfaces.answers.progress import ProgressShown

FIGURES, CAME_BEFORE = "the figures at the side", "a look at Today"


@page
def side(visit: Visit) -> HttpResponse:
    """The figures alone, for a page that was shown before them."""
    figures = side_figures(plan_on(visit.campaign, visit.on), visit.on)
    return render(visit.request, "parts/figures.html", figures)


def figures_by_now(shown: Shown, on: date) -> dict[str, Any]:
    """The figures; nothing at the first look after a change, which they would make slow."""
    if FIGURES in shown.aside or CAME_BEFORE in shown.aside:
        return side_figures(shown, on)
    shown.once(CAME_BEFORE, lambda: True)
    return {}


def side_figures(shown: Shown, on: date) -> dict[str, Any]:
    """The figures, worked out once for each plan."""
    return shown.once(FIGURES, lambda: _worked_out(shown, on))


def _worked_out(shown: Shown, on: date) -> dict[str, Any]:
    # The first page after a start does not wait for what works them out.
    from firststep.interfaces.answers.progress import progress_on
    from firststep.interfaces.web.figures import most_telling, rate_drawn, touched
    from firststep.interfaces.words.outlook import few_settled

    figures = progress_on(shown, on)
    return {
        "touched": touched(figures),
        "noes": figures.noes,
        "rate": rate_drawn(most_telling(figures)),
        "rate_words": few_settled(figures.rates),
        **_outlook(shown.snapshot, figures, on),
    }


def _outlook(snapshot: Snapshot, figures: "ProgressShown", on: date) -> dict[str, Any]:
    """It begins with a goal and a list; what is usual, until it is one's own (F44)."""
    from firststep.interfaces.web import ahead
    from firststep.interfaces.words.outlook import usual_campaign

    if snapshot.goal is None or not snapshot.companies:
        return {}
    if not figures.forecast.is_own:
        return {"usual": usual_campaign(figures.forecast)}
    had = next(stage.n for stage in figures.funnel if stage.stage == "talked")
    return {"coming": ahead.nearest(figures.forecast, snapshot, had=had, today=on)}

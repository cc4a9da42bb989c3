"""Progress: how far one has come and how far still, each figure with its n and range."""

from datetime import date
from typing import Any

from django.http import HttpResponse

from firststep.facts.text import whole_number
from firststep.interfaces.answers.progress import progress_on
from firststep.interfaces.web import ahead
from firststep.interfaces.web.figures import (
    by_route,
    funnel,
    rate_drawn,
    touched,
)
from firststep.interfaces.web.visit import Visit, page
from firststep.interfaces.web.weeks import ring_drawn, weeks_drawn
from firststep.interfaces.words.counts import sentence
from firststep.interfaces.words.outlook import few_settled, followed_up, rests_on, usual_campaign
from firststep.interfaces.words.stages import REACHED
from firststep.learn.charts import people_ahead
from firststep.learn.forecast import WHAT_IF
from firststep.learn.weeks import weeks_so_far
from firststep.plan.shown import Shown, plan_on

FASTEST = 200  # people a week one may ask about


@page
def progress(visit: Visit) -> HttpResponse:
    """Counts from the log and nothing else; each can be worked out again from it."""
    shown, a_week = plan_on(visit.campaign, visit.on), _a_week(visit)
    told = shown.once(f"progress at {a_week}", lambda: _told(shown, visit.on, a_week))
    return visit.page("progress.html", {"place": "progress", **told})


def _told(shown: Shown, on: date, a_week: float) -> dict[str, Any]:
    snapshot, plan, book, *_ = shown
    figures = progress_on(shown, on, a_week=a_week)
    outlook = figures.forecast
    further = people_ahead(snapshot, today=on, silent=plan.silent, book=book)
    return {
        "touched": touched(figures),
        "bars": funnel(figures),
        "stages": tuple(REACHED.values()),
        "by_route": by_route(figures),
        "rates": [rate_drawn(one) for one in figures.rates],
        "follow_up": followed_up(figures.follow_up, figures.thanks),
        "met_due": figures.follow_up.due,
        "thanks_due": figures.thanks.due,
        "outlook": outlook,
        "milestones": ahead.rows(outlook, on),
        "usual": usual_campaign(outlook),
        "rests_on": rests_on(outlook),
        "chart": ahead.chart(further) if outlook.is_own else None,
        "a_week": f"{outlook.what_if.a_week:g}",
        "weeks": weeks_drawn(weeks_so_far(snapshot, on), a_week=outlook.at_minutes),
        "ring": ring_drawn(figures.follow_up),
        "rate_words": few_settled(figures.rates),
        "noes": figures.noes,
        "week_words": sentence(figures.week.words),
    }


def _a_week(visit: Visit) -> float:
    """The pace asked about; what is no such number is ten, as nothing is written here."""
    asked = whole_number(visit.asked("a_week"), digits=3) or 0
    return float(asked) if 0 < asked <= FASTEST else WHAT_IF

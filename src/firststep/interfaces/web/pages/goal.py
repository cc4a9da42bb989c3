"""Goal: what one looks for, and how much of a day it may take."""

from django.http import HttpResponse

from firststep.interfaces.web.visit import Visit, page, writes
from firststep.steps.goal.models import Company
from firststep.steps.goal.rows import present_goal
from firststep.verbs.goal.choose_goal import choose_goal


@page
def goal(visit: Visit) -> HttpResponse:
    """The goal of the present round."""
    present = present_goal(visit.campaign)
    context = {
        "place": "goal",
        "goal": present,
        "places": ", ".join(present.places) if present else "",
        "minutes": visit.campaign.minutes_a_day,
    }
    return visit.page("goal.html", context)


@writes
def choose(visit: Visit) -> HttpResponse:
    """Sets or changes the goal; the seats one should know follow the department."""
    exploring = visit.text("stage") == "exploring"
    choose_goal(
        visit.campaign,
        stamp=visit.stamp(),
        role=visit.text("role"),
        department=visit.text("department"),
        places=[one.strip() for one in visit.text("places").split(",") if one.strip()],
        minutes_a_day=visit.whole("minutes_a_day"),
        exploring=exploring,
        until=visit.day("until") if exploring else None,
        new_round=bool(visit.text("new_round")),
    )
    has_targets = Company.objects.filter(
        campaign=visit.campaign, targeted_on__isnull=False
    ).exists()
    return visit.done("/" if has_targets else "/companies/")

"""Goal: what one looks for, and how much of a day it may take."""

from django.http import HttpResponse

from firststep.habits.lessons.rows import lessons_on
from firststep.interfaces.web.forms import parted, record
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.following import learned_by_kind
from firststep.steps.goal.models import Company
from firststep.steps.goal.rows import landed_goal, present_goal


@page
def goal(visit: Visit) -> HttpResponse:
    """The goal of the present round."""
    present = present_goal(visit.campaign)
    context = {
        "place": "goal",
        "goal": present,
        "landed": None if present else landed_goal(visit.campaign),
        "places": ", ".join(present.places) if present else "",
        "minutes": visit.campaign.minutes_a_day,
        "learned": learned_by_kind(lessons_on(visit.campaign, visit.on)),
    }
    return visit.page("goal.html", context)


@writes
def choose_goal(visit: Visit) -> HttpResponse:
    """Sets or changes the goal; the seats one should know follow the department."""
    day = visit.day("until")
    until = day if visit.text("exploring") else None
    record(visit, "goal", places=parted(visit, "places"), until=until)
    has_targets = Company.objects.filter(
        campaign=visit.campaign, targeted_on__isnull=False
    ).exists()
    return visit.done("/" if has_targets else "/companies/")

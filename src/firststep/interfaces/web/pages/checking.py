"""Is it the same company? Every name in doubt on one screen, yes or no beside each."""

import re
from collections import defaultdict

from django.db.models import QuerySet
from django.http import HttpResponse

from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.counts import some
from firststep.steps.goal.companies.match_words import said_match
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import CompanyMatch, Position
from firststep.verbs.targets.target import confirm_matches

NAMES_AT_ONCE = 100
FIELD = re.compile(r"match-([0-9]{1,18})")
NAMES = 3


def in_doubt(campaign: Campaign) -> QuerySet[CompanyMatch]:
    """Weak matches with a target that nobody has answered yet."""
    return CompanyMatch.objects.filter(
        campaign=campaign,
        tier="weak",
        confirmed_on=None,
        refused_on=None,
        company__targeted_on__isnull=False,
    )


@page
def check(visit: Visit) -> HttpResponse:
    """Both names as written, the reason for the doubt, and who it would bring."""
    rows = in_doubt(visit.campaign).select_related("written", "company").order_by("company__name")
    matches = list(rows[: NAMES_AT_ONCE + 1])
    shown = matches[:NAMES_AT_ONCE]
    people = _people(shown)
    context = {
        "place": "companies",
        "rows": [
            (match, said_match(match.why), some(people[match.written_id], NAMES)) for match in shown
        ],
        "more": len(matches) > NAMES_AT_ONCE,
    }
    return visit.page("check.html", context)


def _people(matches: list[CompanyMatch]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    posts = Position.objects.filter(company__in=[match.written_id for match in matches])
    for company, name in posts.order_by("id").values_list("company_id", "person__name"):
        found[company].append(name)
    return found


@writes
def answers(visit: Visit) -> HttpResponse:
    """What was said of each, in one entry; whatever was left open stays in doubt."""
    said = {
        int(found[1]): visit.text(name) == "yes"
        for name in visit.request.POST
        if (found := FIELD.fullmatch(name)) and visit.text(name) in {"yes", "no"}
    }
    confirm_matches(visit.campaign, stamp=visit.stamp(), answers=said)
    return visit.done("/companies/check" if in_doubt(visit.campaign).exists() else "/companies/")

"""Which employers, as people wrote them, are targets."""

from collections import defaultdict

from firststep.facts.snapshot import OpenMatch
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import CompanyMatch

Matches = dict[int, list[tuple[int, str, str, str]]]  # written -> (target, name, sureness, why)


def read_matches(campaign: Campaign) -> Matches:
    """Which companies as written are which targets, those refused left out."""
    found: Matches = defaultdict(list)
    rows = CompanyMatch.objects.filter(
        campaign=campaign, refused_on=None, company__targeted_on__isnull=False
    ).values_list("written_id", "company_id", "company__name", "tier", "why", "confirmed_on")
    for written, target, name, tier, why, confirmed_on in rows:
        sureness = "exact" if confirmed_on else tier
        found[written].append((target, name, sureness, "you confirmed it" if confirmed_on else why))
    return found


def open_matches(campaign: Campaign) -> tuple[OpenMatch, ...]:
    """Weak matches nobody has answered, for the dearest companies first."""
    rows = CompanyMatch.objects.filter(
        campaign=campaign,
        refused_on=None,
        confirmed_on=None,
        tier="weak",
        company__targeted_on__isnull=False,
    ).order_by("-company__motivation", "company_id", "written_id")
    return tuple(
        OpenMatch(written=written, company_id=company, why=why)
        for written, company, why in rows.values_list("written__name", "company_id", "why")
    )

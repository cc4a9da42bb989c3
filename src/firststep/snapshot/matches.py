"""Which employers, as people wrote them, are targets."""

from collections import defaultdict
from operator import itemgetter
from typing import NamedTuple

from firststep.facts.snapshot import OpenMatch
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.people.models import CompanyMatch

MATCHED_IN = ("CompanyMatch", "Company")
_MATCHES = KeptQuery(
    lambda: (
        CompanyMatch.objects.filter(
            campaign=Blank("campaign"), refused_on=None, company__targeted_on__isnull=False
        )
        .order_by("id")
        .values_list(
            "written_id", "written__name", "company_id", "company__name", "company__motivation",
            "tier", "why", "confirmed_on",
        )
    )
)  # fmt: skip


class MatchedTo(NamedTuple):
    """A company as written, and the target it stands for."""

    written_id: int
    company_id: int
    company: str
    sureness: str
    why: str


class Matches(NamedTuple):
    """By the company as written; `open` are weak ones nobody has answered."""

    by_written: dict[int, list[MatchedTo]]
    open: tuple[OpenMatch, ...]


def read_matches(campaign: int) -> Matches:
    """Which companies as written are which targets, those refused left out; those nobody has
    answered for the dearest companies first."""
    found: dict[int, list[MatchedTo]] = defaultdict(list)
    asked: list[tuple[tuple[int, ...], OpenMatch]] = []
    for written, name, target, called, wanted, tier, why, confirmed_on in _MATCHES(
        campaign=campaign
    ):
        sureness, reason = ("exact", "you confirmed it") if confirmed_on else (tier, why)
        found[written].append(MatchedTo(written, target, called, sureness, reason))
        if sureness == "weak":
            open_match = OpenMatch(written=name, company_id=target, why=why)
            asked.append(((-wanted, target, written), open_match))
    return Matches(dict(found), tuple(one for _, one in sorted(asked, key=itemgetter(0))))

"""Company: whom one knows there, whom one should, and how far things are."""

from typing import Any

from django.db.models import Exists
from django.http import Http404, HttpResponse

from firststep.facts.text import fold
from firststep.interfaces.answers.companies import referrers
from firststep.interfaces.answers.who import Acquaintance, who_there
from firststep.interfaces.links import tel
from firststep.interfaces.web.cards import searches
from firststep.interfaces.web.forms import parted, record
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.people import TIES, part_words
from firststep.interfaces.words.stages import STAGES
from firststep.steps.goal.models import Company
from firststep.steps.goal.rows import openings_at, openings_seen, with_goal
from firststep.steps.people.models import CompanyMatch
from firststep.steps.people.whom import Whom, whom

MOTIVATIONS = ((5, "Dearest"), (4, "Very much"), (3, "Gladly"), (2, "Perhaps"), (1, "If need be"))
IN_DOUBT = {"exact": "", "strong": "very likely", "weak": "perhaps"}


@page
def company(visit: Visit, company: int) -> HttpResponse:
    """One target, or one company that is merely known."""
    rows = with_goal(Company.objects.filter(campaign=visit.campaign, pk=company), visit.campaign)
    # Most companies have no opening: those are not asked for.
    row: Any = rows.annotate(has_openings=Exists(openings_seen())).first()
    if row is None:
        raise Http404
    found = whom(visit.campaign, [row], today=visit.on, department=row.department)
    there = who_there(found[0], row.department, row.role)
    context = {
        "place": "companies",
        "company": row,
        "stage": STAGES.get(row.stage, ""),
        "stages": tuple((key, words or "Nothing yet") for key, words in STAGES.items()),
        "motivations": MOTIVATIONS,
        "known": [known_row(one) for one in there.known],
        "seats": [(seat, searches(there.company, seat.title)) for seat in there.seats],
        "aliases": ", ".join(row.aliases),
        **_openings(visit, row, found[0]),
        **_other_names(row),
        "rings": tel(row.phone),
    }
    return visit.page("company.html", context)


def _openings(visit: Visit, row: Any, there: Whom) -> dict[str, object]:
    """The openings seen there and, where there are any, who could refer the seeker."""
    seen = list(openings_at(row)) if row.targeted_on and row.has_openings else []
    able = referrers(visit.campaign, there, on=visit.on) if seen else ()
    return {"openings": seen, "referrers": able}


def _other_names(row: Company) -> dict[str, object]:
    """How the company is written elsewhere: names taken for it, and those still in doubt."""
    matches = CompanyMatch.objects.filter(company=row, refused_on=None).select_related("written")
    doubtful = [one for one in matches if one.tier == "weak" and one.confirmed_on is None]
    also = [one.written.name for one in matches if one not in doubtful]
    return {"to_check": doubtful, "also": also}


def known_row(one: Acquaintance) -> dict[str, object]:
    """Somebody known there: who, how sure, what they are for the seeker, and why."""
    return {
        "one": one,
        "tie": TIES[one.tie] if one.tie else "a stranger",
        "sure": IN_DOUBT[one.sureness],
        "part": part_words(one.part, one.part_sureness).removeprefix("works "),
        "tie_why": "" if one.tie_why == "You said so." else one.tie_why,
    }


@writes
def edit(visit: Visit, company: int) -> HttpResponse:
    """Corrects what is known of a company."""
    record(visit, "company edit", company=company, aliases=parted(visit, "aliases"))
    return visit.done()


@writes
def seat(visit: Visit, company: int) -> HttpResponse:
    """Who holds a post; a name not yet in the address book is added with it."""
    holder = visit.text("holder")
    key = visit.text("holder_id") or _known_there(visit, company, holder)
    record(
        visit,
        "seat",
        also=("linkedin",),
        company=company,
        holder=key or None,
        newcomer="" if key else holder,
    )
    return visit.done()


def _known_there(visit: Visit, company: int, name: str) -> str:
    """The id of who has that whole name at that company already (rhythm F11); "" for nobody."""
    row = Company.objects.filter(campaign=visit.campaign, pk=company).first()
    if not name or row is None:
        return ""
    known = whom(visit.campaign, [row], today=visit.on)[0].known
    return next((str(one.person_id) for one in known if fold(one.name) == fold(name)), "")

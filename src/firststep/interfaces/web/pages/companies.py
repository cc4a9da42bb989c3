"""Companies: the list one works from, and whom one knows at each."""

from dataclasses import dataclass

from django.http import HttpResponse

from firststep.interfaces.web.step_words import STAGES
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.steps.goal.models import Company
from firststep.steps.people.employers import suggested_companies
from firststep.steps.people.models import CompanyMatch
from firststep.steps.people.whom import Whom, whom
from firststep.verbs.target import add_company, confirm_match


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One target in a line."""

    id: int
    name: str
    stage: str
    motivation: int
    known: str
    post: str


@page
def companies(visit: Visit) -> HttpResponse:
    """All targets, the most wanted first."""
    rows = list(
        Company.objects.filter(campaign=visit.campaign, targeted_on__isnull=False).order_by(
            "-motivation", "name", "id"
        )
    )
    answers = whom(visit.campaign, rows, today=visit.on)
    to_check = CompanyMatch.objects.filter(
        campaign=visit.campaign,
        tier="weak",
        confirmed_on=None,
        refused_on=None,
        company__targeted_on__isnull=False,
    ).select_related("written", "company")
    context = {
        "place": "companies",
        "rows": [_row(row, answer) for row, answer in zip(rows, answers, strict=True)],
        "nobody": sum(1 for answer in answers if not answer.known),
        "to_check": list(to_check.order_by("id")[:20]),
    }
    return visit.page("companies.html", context)


def _row(company: Company, answer: Whom) -> Row:
    return Row(
        id=company.pk,
        name=company.name,
        stage=STAGES.get(company.stage, ""),
        motivation=company.motivation,
        known=known_words(answer),
        post=_post_words(answer),
    )


def known_words(answer: Whom) -> str:
    """Whom one knows there, in a few words: "Ann Lee, Ben Ode and 3 more"."""
    now = [one.name for one in answer.known if one.current]
    names = now or [f"{one.name} (formerly)" for one in answer.known]
    if not names:
        return "Nobody yet"
    more = len(answer.known) - min(len(names), 2)
    return ", ".join(names[:2]) + (f" and {more} more" if more else "")


def _post_words(answer: Whom) -> str:
    open_posts = [seat.title for seat in answer.seats if not seat.holder]
    if open_posts:
        return "manager not known yet"
    return ", ".join(f"{seat.holder}, {seat.title}" for seat in answer.seats[:1])


@page
def suggested(visit: Visit) -> HttpResponse:
    """Employers in the address book that fit the goal and are not on the list."""
    rows = suggested_companies(visit.campaign)
    return visit.page("suggested.html", {"place": "companies", "rows": rows})


@writes
def add(visit: Visit) -> HttpResponse:
    """One company more on the list."""
    added = add_company(
        visit.campaign,
        stamp=visit.stamp(),
        name=visit.text("name"),
        domain=visit.text("domain"),
        motivation=visit.whole("motivation"),
    )
    return visit.done(None if visit.text("stay") else f"/companies/{added.pk}")


@writes
def confirm(visit: Visit, company: int) -> HttpResponse:
    """Whether a company as somebody wrote it is this target."""
    confirm_match(
        visit.campaign,
        stamp=visit.stamp(),
        written=visit.text("written"),
        company=str(company),
        refuse=bool(visit.text("refuse")),
    )
    return visit.done()

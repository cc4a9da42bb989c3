"""Rows for tests: campaigns, target companies and people, made without any verb."""

from datetime import date
from typing import Any

from firststep.accounts.models import User
from firststep.steps.goal.models import Campaign, Company, Goal, JobOpening
from firststep.steps.people.models import Address, Person, Position, Seat, Tie

MONDAY = date(2026, 11, 2)  # a working day everywhere the cast lives; the tests' "today"


def a_campaign(name: str, email: str, *, goal: str = "Purchasing", **fields: Any) -> Campaign:
    """A campaign with a goal, weekdays as working days and no public holidays."""
    seeker = User.objects.create(name=name, email=email)
    campaign = Campaign.objects.create(seeker=seeker, time_zone="Europe/Berlin", **fields)
    if goal:
        Goal.objects.create(
            campaign=campaign,
            role=f"{goal} manager",
            department=goal,
            places=["Berlin"],
            began_on=MONDAY,
        )
    return campaign


def a_company(campaign: Campaign, name: str, **fields: Any) -> Company:
    return Company.objects.create(campaign=campaign, name=name, key=name.casefold(), **fields)


def a_target(campaign: Campaign, name: str, *, motivation: int = 3, **fields: Any) -> Company:
    """A target company with the empty seat of its department's head."""
    fields = {"domain": f"{name.casefold()}.example", "targeted_on": MONDAY, **fields}
    company = a_company(campaign, name, motivation=motivation, **fields)
    goal = campaign.goals.order_by("-id").first()
    title = f"Head of {goal.department if goal else 'Purchasing'}"
    Seat.objects.create(
        campaign=campaign,
        company=company,
        title=title,
        title_key=title.casefold(),
        opened_on=MONDAY,
    )
    return company


def an_opening(company: Company, role: str = "Buyer", **fields: Any) -> JobOpening:
    """An opening seen at a company."""
    fields = {"seen_on": MONDAY, **fields}
    return JobOpening.objects.create(
        campaign_id=company.campaign_id, company=company, role=role, **fields
    )


def a_row_person(
    campaign: Campaign,
    name: str,
    *,
    company: Company | None = None,
    title: str = "",
    current: bool = True,
    tie: str | None = "known",
    email: str | None = None,
    phone: str | None = None,
    **fields: Any,
) -> Person:
    """A person with a post, ways to reach them, and (unless `tie` is None) the seeker's tie."""
    given, _, family = name.rpartition(" ")
    person = Person.objects.create(
        campaign=campaign,
        name=name,
        given=given,
        family=family,
        name_key=name.casefold(),
        search_text=f"{name} {title} {company.name if company else ''}".casefold(),
        known_since=MONDAY,
        **fields,
    )
    if company:
        Position.objects.create(
            campaign=campaign,
            person=person,
            company=company,
            written=company.name,
            title=title,
            current=current,
            as_of=MONDAY,
        )
    for kind, value in (("email", email), ("phone", phone)):
        if value:
            Address.objects.create(
                campaign=campaign, person=person, kind=kind, value=value, key=value.lower()
            )
    if tie is not None:
        Tie.objects.create(campaign=campaign, person=person, kind=tie, by_hand=bool(tie))
    return person

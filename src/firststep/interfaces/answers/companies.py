"""Companies and the posts there."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from firststep.facts.kinds import CompanyStage
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.asked_there import Referrer, referrers, touches_there
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.companies.heard_of import heard_of
from firststep.steps.goal.models import Campaign, Company, JobOpening
from firststep.steps.goal.rows import newest_opening, present_goal, with_goal
from firststep.steps.outreach.models import Touch
from firststep.steps.people.employers.employers import suggested_companies
from firststep.steps.people.models import Seat
from firststep.steps.people.whom import whom


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyCounted:
    """A company: how many are known there, its seats, how many there were talked with."""

    company_id: int
    name: str
    motivation: int
    known: int
    seats: int
    seats_named: int
    met: int
    stage: CompanyStage | None
    domain: str
    opening: str
    phone: str
    aliases: tuple[str, ...]
    target: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningSeen:
    """An opening at a target, and who could refer one there."""

    opening_id: int
    company: str
    role: str
    link: str
    seen_on: date
    applied_on: date | None
    referrers: tuple[Referrer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanySuggested:
    """An employer that fits the goal, with how many work there and why it fits."""

    company_id: int
    name: str
    people: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatNamed:
    """A post at a target, and who holds it."""

    seat_id: int
    title: str
    company: str
    holder: str | None
    holder_id: int | None


def company(row: Company, asked: Asked) -> CompanyCounted:
    return _counted(asked.campaign, [row], asked.on)[0]


def company_list(campaign: Campaign, *, stamp: Stamp) -> list[CompanyCounted]:
    """The targets, the most wanted first."""
    return _counted(campaign, targets(campaign, stamp.on), stamp.on)


def targets(campaign: Campaign, on: date) -> list[Any]:
    """The companies on the list that day, the most wanted first, each with the goal's words."""
    rows = Company.objects.filter(campaign=campaign, targeted_on__lte=on)
    return list(with_goal(rows, campaign.pk).order_by("-motivation", "name", "id"))


def _counted(campaign: Campaign, rows: list[Company], on: date) -> list[CompanyCounted]:
    talked, goal = _talked_with(campaign, on), present_goal(campaign)
    found = whom(campaign, rows, today=on, department=goal.department if goal else "")
    roles = _roles_sought(rows)
    return [
        record_of(
            CompanyCounted,
            row,
            company_id=row.pk,
            opening=roles[row.pk],
            known=sum(1 for one in there.known if one.tie is not None),
            seats=len(there.seats),
            seats_named=sum(1 for seat in there.seats if seat.holder_id),
            met=sum(1 for one in there.known if one.person_id in talked),
            stage=row.stage or None,
            target=row.targeted_on is not None,
        )
        for row, there in zip(rows, found, strict=True)
    ]


def _roles_sought(rows: list[Company]) -> dict[int, str]:
    """What the newest opening at each is for, in the seeker's words."""
    found = Company.objects.filter(pk__in=[row.pk for row in rows])
    sought = found.annotate(role_sought=newest_opening("role")).values_list("pk", "role_sought")
    return {key: role or "" for key, role in sought}


def opening(row: JobOpening, asked: Asked) -> OpeningSeen:
    """One opening, with who could refer the seeker."""
    found = whom(asked.campaign, [row.company], today=asked.on)
    touches = touches_there(asked.campaign, found, on=asked.on)
    return record_of(
        OpeningSeen,
        row,
        opening_id=row.pk,
        company=row.company.name,
        referrers=referrers(found[0], touches),
    )


def _talked_with(campaign: Campaign, on: date) -> set[int | None]:
    """Everyone a conversation was held with, met or talked to on the phone."""
    spoken = Touch.objects.filter(
        Q(kind__in=("met", "talked", "held")), campaign=campaign, on__lte=on
    )
    held = Meeting.objects.filter(campaign=campaign, held_on__lte=on)
    return {
        *spoken.values_list("person_id", flat=True),
        *held.values_list("approach__person_id", flat=True),
    }


def company_suggest(campaign: Campaign, *, stamp: Stamp) -> list[CompanySuggested]:
    """Employers in the address book that fit the goal and are no targets yet, the best first."""
    shown = plan_on(campaign, stamp.on)
    found = shown.once(
        "companies to suggest",
        lambda: suggested_companies(campaign, heard=heard_of(shown.snapshot)),
    )
    return [record_of(CompanySuggested, one) for one in found]


def seat(row: Seat, _asked: Asked) -> SeatNamed:
    holder = row.holder.name if row.holder else None
    return record_of(SeatNamed, row, seat_id=row.pk, company=row.company.name, holder=holder)

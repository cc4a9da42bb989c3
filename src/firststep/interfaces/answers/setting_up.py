"""Answers of setting up: the campaign, the goal, companies and seats."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from firststep.errors import CannotDo
from firststep.interfaces.answers import shapes
from firststep.interfaces.answers.shapes import Json
from firststep.journal.actions import Stamp
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Touch
from firststep.steps.people.whom import whom
from firststep.verbs.goal import choose_goal
from firststep.verbs.goal.campaign import start_campaign
from firststep.verbs.targets import target
from firststep.verbs.targets.seat import name_seat

if TYPE_CHECKING:
    from firststep.interfaces.answers.people import Told


def init(
    *,
    stamp: Stamp,
    name: str | None = None,
    email: str | None = None,
    zone: str | None = None,
    country: str | None = None,
) -> Json:
    started = start_campaign(
        stamp=stamp,
        name=name or "",
        email=email or "",
        zone=zone or "UTC",
        country=country or "",
    )
    return {"campaign_id": started.pk}


def goal(
    campaign: Campaign,
    *,
    stamp: Stamp,
    role: str | None = None,
    department: str | None = None,
    places: Sequence[str] = (),
    minutes_a_day: int | None = None,
    exploring: bool = False,
    until: date | None = None,
    new_round: bool = False,
) -> Json:
    told = (role, department, minutes_a_day, until, exploring or None, new_round or None)
    if not places and all(one is None for one in told):
        return _present_goal(campaign)
    row = choose_goal.choose_goal(
        campaign,
        stamp=stamp,
        role=role,
        department=department,
        places=list(places) or None,
        minutes_a_day=minutes_a_day,
        exploring=True if exploring else False if role or department else None,
        until=until,
        new_round=new_round,
    )
    return {**shapes.goal(row), "heard_of": _heard_of(campaign, stamp.on)}


def _heard_of(campaign: Campaign, on: date) -> list[str]:
    """The companies heard of so far, which are the first list of targets (M1.3)."""
    from firststep.plan.heard_of import heard_of
    from firststep.plan.shown import plan_on

    snapshot = plan_on(campaign, on).snapshot
    return sorted(snapshot.companies[key].name for key in heard_of(snapshot))


def _present_goal(campaign: Campaign) -> Json:
    row = campaign.goals.filter(ended_on=None).order_by("-began_on", "-id").first()
    if row is None:
        raise CannotDo(
            "There is no goal yet. Say what you want: "
            "firststep goal --role Buyer --department Purchasing --place Hamburg",
            kind="not_found",
        )
    return shapes.goal(row)


def company_add(
    campaign: Campaign,
    *,
    stamp: Stamp,
    name: str,
    domain: str | None = None,
    motivation: int | None = None,
    opening: str | None = None,
    aliases: Sequence[str] = (),
) -> Json:
    row = target.add_company(
        campaign,
        stamp=stamp,
        name=name,
        domain=domain or "",
        motivation=motivation,
        opening=opening or "",
        aliases=aliases,
    )
    return company(campaign, row, on=stamp.on)


def company_import(
    campaign: Campaign,
    *,
    stamp: Stamp,
    files: Sequence[str],
    dry_run: bool = False,
    leave_out: bool = False,
    told: "Told | None" = None,
) -> Json:
    from firststep.interfaces.answers.people import import_files

    return import_files(
        campaign,
        stamp=stamp,
        files=files,
        dry_run=dry_run,
        leave_out=leave_out,
        format="companies",
        told=told,
    )


def company_list(campaign: Campaign, *, stamp: Stamp) -> list[Json]:
    """The targets, the most wanted first."""
    rows = Company.objects.filter(campaign=campaign, targeted_on__lte=stamp.on)
    return companies(campaign, rows.order_by("-motivation", "name", "id"), on=stamp.on)


def companies(campaign: Campaign, rows: Any, *, on: date) -> list[Json]:
    found = list(rows)
    answers = whom(campaign, found, today=on)
    talked = _talked_with(campaign, on)
    return [
        shapes.company(
            row,
            known=len(answer.known),
            seats=len(answer.seats),
            named=sum(1 for seat in answer.seats if seat.holder_id),
            met=sum(1 for one in answer.known if one.person_id in talked),
        )
        for row, answer in zip(found, answers, strict=True)
    ]


def company_suggest(campaign: Campaign, *, stamp: Stamp) -> list[Json]:
    """Employers in the address book that fit the goal and are no targets yet, the best first."""
    from firststep.plan.heard_of import heard_of
    from firststep.plan.shown import plan_on
    from firststep.steps.people.employers.employers import suggested_companies

    return [
        {"company_id": one.company_id, "name": one.name, "people": one.people, "why": one.why}
        for one in suggested_companies(
            campaign, heard=heard_of(plan_on(campaign, stamp.on).snapshot)
        )
    ]


def company(campaign: Campaign, row: Company, *, on: date) -> Json:
    return companies(campaign, [row], on=on)[0]


def _talked_with(campaign: Campaign, on: date) -> set[int]:
    """Everyone a conversation was held with, met or talked to on the phone."""
    spoken = Touch.objects.filter(
        Q(kind__in=("met", "talked", "held")), campaign=campaign, on__lte=on
    ).values_list("person_id", flat=True)
    held = Meeting.objects.filter(campaign=campaign, held_on__lte=on)
    return set(spoken) | {
        key for key in held.values_list("approach__person_id", flat=True) if key is not None
    }


def company_edit(
    campaign: Campaign,
    *,
    stamp: Stamp,
    company: str,
    new_name: str | None = None,
    domain: str | None = None,
    motivation: int | None = None,
    opening: str | None = None,
    aliases: Sequence[str] = (),
) -> Json:
    row = target.edit_company(
        campaign,
        stamp=stamp,
        company=company,
        name=new_name,
        domain=domain,
        motivation=motivation,
        opening=opening,
        aliases=list(aliases) or None,
    )
    return companies(campaign, [row], on=stamp.on)[0]


def company_drop(campaign: Campaign, *, stamp: Stamp, company: str) -> Json:
    row = target.drop_company(campaign, stamp=stamp, company=company)
    return companies(campaign, [row], on=stamp.on)[0]


def company_confirm(
    campaign: Campaign, *, stamp: Stamp, raw: str, company: str, refuse: bool = False
) -> Json:
    row = target.confirm_match(campaign, stamp=stamp, written=raw, company=company, refuse=refuse)
    return companies(campaign, [row], on=stamp.on)[0]


def stage(campaign: Campaign, *, stamp: Stamp, company: str, stage: str) -> Json:
    row = target.set_stage(campaign, stamp=stamp, company=company, stage=stage)
    return companies(campaign, [row], on=stamp.on)[0]


def seat(
    campaign: Campaign,
    *,
    stamp: Stamp,
    company: str,
    title: str | None = None,
    holder: str | None = None,
    rename: str | None = None,
    vacant: bool = False,
    drop: bool = False,
) -> Json:
    row = name_seat(
        campaign,
        stamp=stamp,
        company=company,
        title=title,
        holder=holder,
        rename=rename,
        vacant=vacant,
        drop=drop,
    )
    return shapes.seat(row)

"""Whom one knows at a company, what they are for the seeker there, and whom one should know."""

from firststep.interfaces.answers import shapes
from firststep.interfaces.answers.shapes import Json
from firststep.interfaces.links import search_links
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign, Company, Goal
from firststep.steps.goal.rows import present_goal
from firststep.steps.people.finding.finding import find_company
from firststep.steps.people.titles.decision_makers import Holder, proposed_holders
from firststep.steps.people.titles.parts import Part, part_of
from firststep.steps.people.whom import KnownThere, Whom, whom


def who(campaign: Campaign, *, stamp: Stamp, company: str | None = None) -> Json | list[Json]:
    """Whom one knows at a company, and whom one should; without one, all targets."""
    if company is None:
        rows = Company.objects.filter(campaign=campaign, targeted_on__lte=stamp.on)
        found = list(rows.order_by("-motivation", "name", "id"))
        goal = present_goal(campaign)
        return [_who(answer, goal) for answer in whom(campaign, found, today=stamp.on)]
    row = find_company(campaign, company)
    return _who(whom(campaign, [row], today=stamp.on)[0], present_goal(campaign))


def _who(answer: Whom, goal: Goal | None) -> Json:
    department, role = (goal.department, goal.role) if goal else ("", "")
    known = [(one, part_there(one, department=department, role=role)) for one in answer.known]
    return {
        "company_id": answer.company_id,
        "company": answer.company,
        "known": [shapes.known(one, part) for one, part in known],
        "recruiters": [
            {
                "person_id": one.person_id,
                "name": one.name,
                "title": one.title,
                "sureness": part.sureness,
                "why": part.why,
            }
            for one, part in known
            if part is not None and part.role == "recruits" and not one.do_not_contact
        ],
        "seats": [
            {
                "seat_id": seat.seat_id,
                "title": seat.title,
                "holder": seat.holder,
                "holder_id": seat.holder_id,
                "proposed": [] if seat.holder else _proposed(answer, seat.title),
                "search_links": search_links(answer.company, seat.title),
            }
            for seat in answer.seats
        ],
    }


def part_there(one: KnownThere, *, department: str, role: str) -> Part | None:
    """What somebody is for the seeker there; None for whoever works there no more."""
    return part_of(one.title, department, role) if one.current else None


def likely_holders(answer: Whom, title: str) -> list[Holder]:
    """Known people there whose title says they may hold the seat."""
    there = [
        (one.person_id, one.name, one.title)
        for one in answer.known
        if one.current and not one.do_not_contact
    ]
    return proposed_holders(there, title.removeprefix("Head of "))


def _proposed(answer: Whom, title: str) -> list[Json]:
    return [
        {"person_id": one.person_id, "name": one.name, "why": one.why, "sureness": one.sureness}
        for one in likely_holders(answer, title)
    ]

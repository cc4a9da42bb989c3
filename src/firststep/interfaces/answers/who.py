"""Whom one knows at a company, what they are for the seeker there, and whom one should know."""

from collections.abc import Sequence
from dataclasses import dataclass

from firststep.facts.kinds import Sureness, TieKind
from firststep.interfaces.answers.asked_there import (
    AdviceAsked,
    TouchThere,
    advice_asked,
    touches_there,
)
from firststep.interfaces.answers.companies import targets
from firststep.interfaces.answers.plain import record_of
from firststep.interfaces.links import search_links
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.rows import present_goal
from firststep.steps.people.finding.finding import find_company
from firststep.steps.people.titles.decision_makers import department_of_seat
from firststep.steps.people.titles.holders import proposed_holders
from firststep.steps.people.titles.parts import Role, part_of
from firststep.steps.people.whom import KnownThere, SeatThere, Whom, whom


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """Somebody known at a company; `part` is what they are for the seeker there, by their title."""

    person_id: int
    name: str
    title: str
    current: bool
    tie: TieKind | None
    tie_why: str
    sureness: Sureness
    why: str
    do_not_contact: bool
    part: Role | None
    part_sureness: Sureness | None
    part_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecruiterThere:
    person_id: int
    name: str
    title: str
    sureness: Sureness
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyHolder:
    """Somebody known there whose title says that they may hold the post."""

    person_id: int
    name: str
    why: str
    sureness: Sureness


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatToKnow:
    """A post one should know; with nobody in it, who may be, and where to look."""

    seat_id: int
    title: str
    holder: str | None
    holder_id: int | None
    by_title: bool
    proposed: tuple[LikelyHolder, ...]
    search_links: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoThere:
    company_id: int
    company: str
    known: tuple[Acquaintance, ...]
    recruiters: tuple[RecruiterThere, ...]
    seats: tuple[SeatToKnow, ...]
    advice: tuple[AdviceAsked, ...]


def who(
    campaign: Campaign, *, stamp: Stamp, company: str | None = None
) -> WhoThere | list[WhoThere]:
    """Whom one knows at a company, and whom one should; without one, all targets."""
    rows = targets(campaign, stamp.on) if company is None else [find_company(campaign, company)]
    goal = present_goal(campaign)
    work = (goal.department, goal.role) if goal else ("", "")
    found = whom(campaign, rows, today=stamp.on, department=work[0])
    touches = touches_there(campaign, found, on=stamp.on)
    told = [who_there(one, *work, touches) for one in found]
    return told if company is None else told[0]


def who_there(there: Whom, department: str, role: str, touches: Sequence[TouchThere]) -> WhoThere:
    """The answer for one company, with the seeker's department and work, and with the advice
    asked there among these touches."""
    known = tuple(_known(one, department, role) for one in there.known)
    return WhoThere(
        company_id=there.company_id,
        company=there.company,
        known=known,
        recruiters=tuple(
            record_of(RecruiterThere, one, sureness=one.part_sureness, why=one.part_why)
            for one in known
            if one.part == "recruits" and not one.do_not_contact
        ),
        seats=tuple(_seat(there, one) for one in there.seats),
        advice=advice_asked(there, touches),
    )


def _known(one: KnownThere, department: str, role: str) -> Acquaintance:
    part = part_of(one.title, department, role) if one.current else None
    plays, sureness, why = part or (None, None, "")
    return record_of(Acquaintance, one, part=plays, part_sureness=sureness, part_why=why)


def _seat(there: Whom, seat: SeatThere) -> SeatToKnow:
    return record_of(
        SeatToKnow,
        seat,
        proposed=() if seat.holder and not seat.by_title else _likely(there, seat.title),
        search_links=tuple(search_links(there.company, seat.title)),
    )


def surely_likely(there: Whom, title: str) -> tuple[str, ...]:
    """The names of those known there whose title says outright that they hold a post."""
    return tuple(one.name for one in _likely(there, title) if one.sureness != "weak")


def _likely(there: Whom, title: str) -> tuple[LikelyHolder, ...]:
    known = [
        (one.person_id, one.name, one.title)
        for one in there.known
        if one.current and not one.do_not_contact
    ]
    found = proposed_holders(known, department_of_seat(title))
    return tuple(record_of(LikelyHolder, one) for one in found)

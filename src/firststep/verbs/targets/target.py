"""Companies one wants to work for: each opens the seat of the department's manager."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.facts.kinds import COMPANY_STAGES, INTERVIEWED
from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.companies.match_words import BY_SEEKER
from firststep.steps.goal.companies.matching import key_of
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.rows import (
    move_openings,
    renew_opening,
    role_typed,
    saw_opening,
)
from firststep.steps.goal.typed import line, one_of
from firststep.steps.people.finding.finding import find_company
from firststep.steps.people.models import CompanyMatch
from firststep.steps.people.rows.seats import open_usual_seat
from firststep.steps.people.rows.targets import (
    known_company,
    refuse_doubled_name,
    rematch,
    target_named,
)
from firststep.steps.people.rows.ways import number_of
from firststep.steps.people.spelling.cells import web_domain


class CompanySaid(TypedDict, total=False):
    """What may be said of a company beside its name. None leaves a part as it is."""

    domain: str | None
    motivation: int | None
    opening: str | None
    phone: str | None
    aliases: Sequence[str] | None


@in_turn
def add_company(
    campaign: Campaign, *, stamp: Stamp, name: str, **said: Unpack[CompanySaid]
) -> Company:
    """Makes a company a target; one already known is made a target, never doubled."""
    told = _fields(campaign, said, stamp.on)
    fields = {part: value for part, value in told.items() if value not in ("", [])}
    role = role_typed(said.get("opening") or "")
    with recording(campaign, stamp, verb="company add") as change:
        company = target_named(campaign, name) or known_company(change, name)
        if company.targeted_on is not None:
            raise CannotDo(
                "{company} is on your list already (company {pk}). Correct it there.",
                company=company.name,
                pk=company.pk,
                candidates=[{"id": company.pk, "name": company.name, "is": "company"}],
                typed=f"firststep company edit {company.pk}",
            )
        fields["name"] = line(name, called="the company's name", most=300)
        make_target(change, company, **fields)
        if role:
            saw_opening(change, company, role=role)
        change.words = say("You put {company} on your list.", company=company.name)
        change.about = f"company:{company.pk}"
    return company


def make_target(change: Recording, company: Company, **said: Any) -> Company:
    """Puts a company on the list, opens its seat and finds who is known there."""
    change.change(company, targeted_on=company.targeted_on or change.on, **said)
    own = CompanyMatch.objects.filter(written=company, confirmed_on=None, refused_on=None)
    change.drop(list(own))
    open_usual_seat(change, company)
    rematch(change, company)
    return company


@in_turn
def edit_company(
    campaign: Campaign,
    *,
    stamp: Stamp,
    company: str,
    name: str | None = None,
    **said: Unpack[CompanySaid],
) -> Company:
    """Corrects a company."""
    found = find_company(campaign, company)
    fields = _fields(campaign, said, stamp.on)
    if name is not None:
        fields["name"] = line(name, called="the company's name", most=300, needed=True)
        fields["key"] = key_of(fields["name"])
        refuse_doubled_name(campaign, fields["key"], but=found.pk)
    opening = said.get("opening")
    role = None if opening is None else role_typed(opening)
    if not fields and role is None:
        raise CannotDo("Say what to correct.", kind="bad_input", typed="such as --motivation 5")
    with recording(campaign, stamp, verb="company edit", about=found) as change:
        change.change(found, **fields)
        if role is not None:
            renew_opening(change, found, role=role)
        if found.targeted_on is not None and fields.keys() & {"name", "domain", "aliases"}:
            rematch(change, found)
        change.words = say("You corrected {name}.", name=found.name)
    return found


@in_turn
def drop_company(campaign: Campaign, *, stamp: Stamp, company: str) -> Company:
    """Makes a target a merely known company again; opened threads run to their end (F19)."""
    found = a_target(find_company(campaign, company))
    words = say("You took {name} off your list.", name=found.name)
    with recording(campaign, stamp, verb="company drop", words=words, about=found) as change:
        change.change(found, targeted_on=None)
    return found


@in_turn
def confirm_match(
    campaign: Campaign, *, stamp: Stamp, written: str, company: str, refuse: bool = False
) -> Company:
    """Says for ever that a company as somebody wrote it is, or is not, a target."""
    target = a_target(find_company(campaign, company))
    raw = _as_written(campaign, written)
    if raw.pk == target.pk:
        raise CannotDo(
            "{name} is that company already; there is nothing to confirm.", name=target.name
        )
    both = {"name": raw.name, "target": target.name}
    if refuse:
        words = say("You said that {name} is not {target}.", **both)
    else:
        words = say("You said that {name} is {target}.", **both)
    with recording(campaign, stamp, verb="company confirm", words=words, about=target) as change:
        match = CompanyMatch.objects.filter(written=raw, company=target).first()
        if match is None:
            match = change.make(
                CompanyMatch(written=raw, company=target, tier="exact", why=BY_SEEKER)
            )
        _answer(change, match, refuse=refuse)
    return target


@in_turn
def confirm_matches(campaign: Campaign, *, stamp: Stamp, answers: Mapping[int, bool]) -> int:
    """Says of several matches at once (their ids) whether they are the same company, in one entry.

    Raises CannotDo for no answer at all, and for a match that is not of this campaign.
    """
    if not answers:
        raise CannotDo("Say yes or no to at least one of them.", kind="bad_input")
    found = CompanyMatch.objects.filter(campaign=campaign, pk__in=answers).order_by("id")
    matches = list(found)
    if len(matches) != len(answers):
        raise CannotDo("One of these is not here any more. Look again.", kind="not_found")
    same = sum(answers.values())
    words = say(
        "You said of {answers} names whether they are your companies: {same} are.",
        answers=len(answers),
        same=same,
    )
    with recording(campaign, stamp, verb="company confirm", words=words) as change:
        for match in matches:
            _answer(change, match, refuse=not answers[match.pk])
    return len(matches)


def _answer(change: Recording, match: CompanyMatch, *, refuse: bool) -> None:
    said = {"refused_on": change.on, "confirmed_on": None}
    change.change(match, **(said if refuse else {"refused_on": None, "confirmed_on": change.on}))
    if not refuse:
        move_openings(change, match.written, match.company)


@in_turn
def set_stage(
    campaign: Campaign, *, stamp: Stamp, company: str, stage: str, until: date | None = None
) -> Company:
    """Says how far things are at a target: interview, job_offer or rejected; "" for none. `until`
    is the day by which a job offer is to be answered.

    That there was an interview outlasts a rejection; "" says that there was none. Raises CannotDo
    for a day to answer by where nothing is offered.
    """
    one_of(stage, COMPANY_STAGES, called="a stage")
    if until is not None and stage != "job_offer":
        raise CannotDo("Only a job offer has a day by which to answer.", kind="bad_input")
    found = a_target(find_company(campaign, company))
    words = say(STAGED[stage], name=found.name)
    with recording(campaign, stamp, verb="stage", words=words, about=found) as change:
        stage_at(change, found, stage, **({"answer_by": until} if until else {}))
    return found


STAGED = {
    "": "{name}: no stage.",
    "interview": "{name}: interview.",
    "job_offer": "{name}: job offer.",
    "rejected": "{name}: rejected.",
}


def stage_at(change: Recording, company: Company, stage: str, **more: Any) -> Company:
    """The stage of a target, since the day of the entry; an offer that is gone needs no answer."""
    gone = {} if stage == "job_offer" else {"answer_by": None}
    return change.change(
        company,
        stage=stage,
        staged_on=change.on if stage else None,
        interviewed_on=_interviewed_on(company, stage, change.on),
        **(gone | more),
    )


def _interviewed_on(company: Company, stage: str, on: date) -> date | None:
    """The day of the first interview, or of an offer without one, once a stage is said."""
    if stage in INTERVIEWED:
        return min(company.interviewed_on or on, on)
    return company.interviewed_on if stage else None


def a_target(company: Company) -> Company:
    """The company itself. Raises CannotDo where it is not on the list."""
    if company.targeted_on is None:
        raise CannotDo(
            "{company} is not on your list. Put it there first.",
            company=company.name,
            typed=f'firststep company add "{company.name}"',
        )
    return company


def _as_written(campaign: Campaign, written: str) -> Company:
    """A company exactly as somebody wrote it, before any other that its words could mean."""
    exact = Company.objects.filter(campaign=campaign, name=written.strip()).first()
    return exact or find_company(campaign, written)


def _fields(campaign: Campaign, said: CompanySaid, on: date) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if (domain := said.get("domain")) is not None:
        fields["domain"] = _domain(domain)
    if (motivation := said.get("motivation")) is not None:
        if not 1 <= motivation <= 5:
            raise CannotDo("Motivation goes from 1 to 5.", kind="bad_input")
        fields["motivation"] = motivation
    if (phone := said.get("phone")) is not None:
        fields |= _switchboard(campaign, phone, on)
    if (aliases := said.get("aliases")) is not None:
        fields["aliases"] = _other_names(aliases)
    return fields


def _switchboard(campaign: Campaign, phone: str, on: date) -> dict[str, Any]:
    number = number_of(phone, campaign)
    return {"phone": number, "phone_on": on if number else None}


def _other_names(aliases: Sequence[str]) -> list[str]:
    names = [line(alias, called="another name", most=300) for alias in aliases]
    return list(dict.fromkeys(name for name in names if name))


def _domain(text: str) -> str:
    if not text.strip():
        return ""
    found = web_domain(text)
    if found is None:
        raise CannotDo(
            "{text} is not a web address such as acme.example.", text=text, kind="bad_input"
        )
    return found

"""An opening seen at a target: its link, who could refer one, since when it is applied for."""

from datetime import date
from typing import Any, TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.plan.playbook.situation import day
from firststep.steps.goal.models import Campaign, JobOpening
from firststep.steps.goal.rows import link_typed, opening_for, role_typed
from firststep.steps.people.finding.finding import find_company
from firststep.verbs.targets.target import a_target


class OpeningSaid(TypedDict, total=False):
    """What may be said of an opening. None leaves a part as it is."""

    role: str | None
    link: str | None
    seen: date | None
    applied: date | None
    drop: bool


@in_turn
def record_opening(
    campaign: Campaign, *, stamp: Stamp, company: str, **said: Unpack[OpeningSaid]
) -> JobOpening:
    """Records an opening at a target, or corrects the one of that role; without a role the newest.

    Another role is another opening. `drop` takes it out. Raises CannotDo for a company that is no
    target, a day to come, a link that is none, and where nothing is said of an opening known.
    """
    at = a_target(find_company(campaign, company))
    fields = _fields(said, stamp.on)
    found = opening_for(at, fields.get("role"))
    if said.get("drop"):
        return _dropped(campaign, stamp, found or _refuse(at.name))
    if found is not None and not fields:
        raise CannotDo(
            "There is an opening at {name} already. Say what is new, such as the day you applied.",
            name=at.name,
            typed=f'firststep opening "{at.name}" --applied {stamp.on}',
        )
    with recording(campaign, stamp, verb="opening", about=at) as change:
        seen_on = fields.get("seen_on") or fields.get("applied_on") or stamp.on
        row = found or change.make(JobOpening(company=at, seen_on=seen_on))
        change.change(row, **fields)
        change.words = _words(row, is_new=found is None, applied="applied_on" in fields)
    return row


def _words(row: JobOpening, *, is_new: bool, applied: bool) -> str:
    at = {"company": row.company.name}
    if applied and row.applied_on:
        at["day"] = day(row.applied_on)
        if row.role:
            return say(
                "You applied for the opening {role} at {company} on {day}.", role=row.role, **at
            )
        return say("You applied for an opening at {company} on {day}.", **at)
    if row.role:
        if is_new:
            return say("You saw the opening {role} at {company}.", role=row.role, **at)
        return say("You corrected the opening {role} at {company}.", role=row.role, **at)
    if is_new:
        return say("You saw an opening at {company}.", **at)
    return say("You corrected an opening at {company}.", **at)


def _dropped(campaign: Campaign, stamp: Stamp, row: JobOpening) -> JobOpening:
    name, about = row.company.name, f"company:{row.company_id}"
    words = (
        say("You took {role} at {name} out.", role=row.role, name=name)
        if row.role
        else say("You took an opening at {name} out.", name=name)
    )
    gone = row.pk
    with recording(campaign, stamp, verb="opening", words=words, about=about) as change:
        change.drop([row])
    row.pk = gone  # for the answer: which it was
    return row


def _refuse(name: str) -> JobOpening:
    raise CannotDo("No such opening at {name} is known.", name=name, kind="not_found")


def _fields(said: OpeningSaid, on: date) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if (role := said.get("role")) is not None:
        fields["role"] = role_typed(role)
    if (link := said.get("link")) is not None:
        fields["link"] = link_typed(link)
    for part in ("seen", "applied"):
        if (when := said.get(part)) is not None:
            fields[f"{part}_on"] = _past(when, on, part)  # type: ignore[arg-type]
    return fields


PAST = {
    "seen": "You can have seen it on {on} at the latest; {when} is to come.",
    "applied": "You can have applied on {on} at the latest; {when} is to come.",
}


def _past(when: date, on: date, part: str) -> date:
    if when > on:
        raise CannotDo(PAST[part], on=on, when=when, kind="bad_input")
    return when

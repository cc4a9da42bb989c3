"""An interview: when, who sits there, whom to tell and to ask, what to ask them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Unpack, cast

from firststep.facts.habits import InterviewFacts
from firststep.facts.plan import ToTell
from firststep.habits.practice.interview import at_an_interview
from firststep.interfaces.answers.calendar_entry import interview_entry
from firststep.journal.actions import Stamp
from firststep.plan.playbook.situation import last_interview, next_interview
from firststep.plan.shown import Shown, plan_on
from firststep.steps.followup.models import Interview
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.finding.finding import find_company
from firststep.verbs.targets.interview import InterviewSaid, record_interview
from firststep.verbs.targets.target import a_target


@dataclass(frozen=True, slots=True, kw_only=True)
class SitsThere:
    """Who interviews, with the step to them: the thanks, once it was had."""

    person_id: int
    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewShown:
    """`tell` are those who helped there and were not told yet, `ask` those who know the house;
    `file` is what the entry for the calendar was written into, null where it was not."""

    company_id: int
    company: str
    on: date | None
    at: datetime | None
    how: str
    held_on: date | None
    people: tuple[SitsThere, ...]
    tell: tuple[ToTell, ...]
    ask: tuple[ToTell, ...]
    words: tuple[str, ...]
    bring: tuple[str, ...]
    questions: tuple[str, ...]
    file: str | None


class InterviewAsked(InterviewSaid, total=False):
    """The same, with a file for the calendar's entry."""

    file: str | None


def interview(
    campaign: Campaign, *, stamp: Stamp, company: str, **said: Unpack[InterviewAsked]
) -> InterviewShown:
    """What there is to prepare for an interview; what is said of it is written down first. Raises
    CannotDo for a company that is no target."""
    told = cast(InterviewSaid, {name: value for name, value in said.items() if name != "file"})
    if any(told.values()):
        record_interview(campaign, stamp=stamp, company=company, **told)
    at = a_target(find_company(campaign, company))
    file = said.get("file")
    written = interview_entry(campaign, at, file=file).file if file is not None else None
    return _shown(plan_on(campaign, stamp.on), at, written)


def _shown(shown: Shown, company: Company, file: str | None) -> InterviewShown:
    snapshot, key = shown.snapshot, company.pk
    one = next_interview(snapshot, key) or last_interview(snapshot, key)
    prepared = at_an_interview(snapshot, key)
    return InterviewShown(
        company_id=key,
        company=company.name,
        people=tuple(_sit_there(shown, one)),
        bring=prepared.bring,
        questions=prepared.questions,
        file=file,
        **_dated(one),
        **_left(shown, key),
    )


def _dated(one: InterviewFacts | None) -> dict[str, Any]:
    """When it is or was, and how."""
    if one is None:
        return {"on": None, "at": None, "how": "", "held_on": None}
    at = datetime.combine(one.on, one.at) if one.at else None
    return {"on": one.on, "at": at, "how": _how(one), "held_on": one.held_on}


def _left(shown: Shown, company: int) -> dict[str, Any]:
    """What Today says of it, whom to tell and whom to ask."""
    rows = [row for row in shown.plan.after_yes if row.company_id == company]
    if not rows:
        return {"words": (), "tell": (), "ask": ()}
    return {"words": rows[0].words, "tell": rows[0].tell, "ask": rows[0].ask}


def _how(one: InterviewFacts) -> str:
    return Interview.objects.values_list("how", flat=True).get(pk=one.id)


def _sit_there(shown: Shown, one: InterviewFacts | None) -> list[SitsThere]:
    people = shown.snapshot.people
    known = [people[key] for key in (one.people if one else ()) if key in people]
    return [
        SitsThere(
            person_id=who.id,
            name=who.name,
            title=next((post.title for post in who.current), ""),
        )
        for who in known
    ]

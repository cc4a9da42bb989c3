"""Employers in the address book, read for the goal: titles that name the department, what the
seeker took note of, and where people of their own employers went."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.db import connections
from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL

from firststep.steps.goal.company_fit import EmployerFit, Suggestion, best_fitting
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.rows import present_goal
from firststep.steps.people.employers.neighbours import neighbours
from firststep.steps.people.finding.many_ids import among
from firststep.steps.people.finding.search_index import IDS_BY_TRIGRAMS, trigrams
from firststep.steps.people.models import CompanyMatch, OwnPart, Person, Position
from firststep.steps.people.spelling.no_employers import is_no_employer
from firststep.steps.people.titles.decision_makers import (
    department_words,
    runs_department,
    sits_in,
)

Noted = dict[int, tuple[str, ...]]  # per company why it is of interest, in words
_MOST_READ = 20_000  # titles; a department with more of them fills the list many times over


def suggested_companies(campaign: Campaign, *, heard: Noted | None = None) -> list[Suggestion]:
    """Employers that fit the goal and are not targets yet, best first. `heard` says which were
    heard of in conversations, and why.

    Without a department chosen only what was noted or heard of and where people of own employers
    went count.
    """
    goal = present_goal(campaign)
    department = goal.department if goal else ""
    return best_fitting(employers_in(campaign, department, heard=heard or {}), department)


def employers_in(campaign: Campaign, department: str, *, heard: Noted) -> list[EmployerFit]:
    """Employers, neither targets nor where the seeker works now, that anything speaks for."""
    taken = _taken(campaign)
    left_out = taken | _own_present(campaign)
    titles = _titles_by_employer(campaign, department, left_out) if department else {}
    noted = _noted(campaign)
    noted |= {pk: (*noted.get(pk, ()), *told) for pk, told in heard.items()}
    from_own = neighbours(campaign, taken=left_out)
    ids = (titles.keys() | noted.keys() | from_own.keys()) - left_out
    people = _people_at(campaign, ids)
    names = dict(Company.objects.filter(pk__in=among(ids)).values_list("id", "name"))
    return [
        replace(
            titles.get(pk) or EmployerFit(company_id=pk, name="", people=0),
            name=names[pk],
            people=people.get(pk, 0),
            noted=noted.get(pk, ()),
            from_own=tuple(from_own.get(pk, ())),
        )
        for pk in sorted(ids)
    ]


def _taken(campaign: Campaign) -> set[int]:
    """Companies that are, or may be, one of the targets under another name: that is asked first."""
    spoken = CompanyMatch.objects.filter(campaign=campaign, refused_on=None)
    return set(spoken.values_list("written_id", flat=True))


def _own_present(campaign: Campaign) -> set[int]:
    """Where the seeker works now: no place to look for work."""
    own = OwnPart.objects.filter(campaign=campaign, kind="post", ended_on=None).values("key")
    rows = Company.objects.filter(campaign=campaign, key__in=own)
    return set(rows.values_list("id", flat=True))


def _noted(campaign: Campaign) -> dict[int, tuple[str, ...]]:
    """Why the seeker took note of an employer: follows, saved jobs, applications."""
    rows = Company.objects.filter(campaign=campaign, targeted_on=None).exclude(noted=[])
    return {
        pk: tuple(noted)
        for pk, key, noted in rows.values_list("id", "key", "noted")
        if not is_no_employer(key)
    }


def _titles_by_employer(
    campaign: Campaign, department: str, left_out: Collection[int]
) -> dict[int, EmployerFit]:
    """The titles at each employer that run the department or sit in it, now and formerly."""
    running: dict[int, list[tuple[str, str]]] = defaultdict(list)
    sitting: dict[int, list[str]] = defaultdict(list)
    once: dict[int, list[str]] = defaultdict(list)
    for company, key, title, current in _titles(campaign, department):
        if company in left_out or is_no_employer(key):
            continue
        sureness = runs_department(title, department)
        if sureness is None and not sits_in(title, department):
            continue
        if not current:
            once[company].append(title)
        elif sureness is None:
            sitting[company].append(title)
        else:
            running[company].append((title, sureness))
    return {
        pk: EmployerFit(
            company_id=pk, name="", people=0, running=tuple(running[pk]),
            sitting=tuple(sitting[pk]), once=tuple(once[pk]),
        )
        for pk in {*running, *sitting, *once}
    }  # fmt: skip


def _people_at(campaign: Campaign, companies: Iterable[int]) -> dict[int, int]:
    rows = Position.objects.filter(campaign=campaign, company__in=among(companies), current=True)
    return dict(rows.values_list("company_id").annotate(n=Count("person", distinct=True)))


def _titles(campaign: Campaign, department: str) -> Iterator[tuple[int, str, str, bool]]:
    """Titles that may name the department, at employers that are not targets: the present first.

    The text a person is found by holds present titles only, so former ones are read all.
    """
    rows = Position.objects.filter(campaign=campaign, company__targeted_on=None)
    rows = rows.filter(person__do_not_contact_on=None).exclude(title="").order_by("id")
    now = rows.filter(current=True, person__in=_people(campaign, department_words(department)))
    for some in (now, rows.filter(current=False)):
        found = some.values_list("company_id", "company__key", "title", "current")
        yield from found[:_MOST_READ]


def _people(campaign: Campaign, words: tuple[str, ...]) -> "QuerySet[Person, Any]":
    """Whoever's folded text holds one of the words; a superset of those whose title does."""
    people = Person.objects.filter(campaign=campaign)
    needles = {_needle(word) for word in words}
    long = sorted(needle for needle in needles if len(needle) >= 3)
    found = Q()
    if connections[people.db].vendor == "sqlite" and long:
        found |= Q(pk__in=RawSQL(IDS_BY_TRIGRAMS, [" OR ".join(map(trigrams, long))]))
    else:
        for needle in long:
            found |= Q(search_text__contains=needle)
    for needle in sorted(needles - set(long)):
        found |= Q(search_text__contains=f" {needle}")
    return people.filter(found).values("id")


def _needle(spelling: str) -> str:
    """The longest word of a spelling; "r d" is written R&D."""
    longest = max(spelling.split(), key=len)
    return longest if len(longest) > 1 else spelling.replace(" ", "&")

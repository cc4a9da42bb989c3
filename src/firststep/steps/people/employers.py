"""Employers in the address book, read for the goal: only titles that name the department."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db import connections
from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL

from firststep.steps.goal.actions import present_goal
from firststep.steps.goal.company_fit import Employer, Suggestion, best_fitting
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.decision_makers import (
    department_words,
    runs_department,
    sits_in,
)
from firststep.steps.people.models import CompanyMatch, Person, Position
from firststep.steps.people.search_index import IDS_BY_TRIGRAMS, trigrams

_NO_EMPLOYERS = frozenset(
    {
        "self employed", "selfemployed", "freelance", "freelancer", "selbstandig",
        "selbststandig", "independent", "unemployed", "retired", "confidential", "stealth",
        "stealth startup", "various", "none", "n a", "student", "career break", "arbeitssuchend",
    }
)  # fmt: skip
_MOST_READ = 20_000  # titles; a department with more of them fills the list many times over


def suggested_companies(campaign: Campaign) -> list[Suggestion]:
    """Employers that fit the goal and are not targets yet, best first; none without a goal."""
    goal = present_goal(campaign)
    if goal is None or not goal.department:
        return []
    return best_fitting(employers_in(campaign, goal.department), goal.department)


def employers_in(campaign: Campaign, department: str) -> list[Employer]:
    """Employers, not targets, where somebody's present title names the department."""
    titles: dict[int, list[str]] = defaultdict(list)
    names: dict[int, str] = {}
    for company, name, key, title in _titles(campaign, department):
        if key not in _NO_EMPLOYERS and (
            sits_in(title, department) or runs_department(title, department)
        ):
            names[company] = name
            titles[company].append(title)
    noted = _noted(campaign)
    names |= {company: name for company, (name, _) in noted.items()}
    counted = _people_at(campaign, list(names))
    return [
        replace(
            _employer(company, name, counted.get(company, 0), titles[company], department),
            noted=noted[company][1] if company in noted else (),
        )
        for company, name in names.items()
    ]


def _noted(campaign: Campaign) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Employers the seeker follows, saved a job at or applied to, that are not targets yet."""
    spoken = CompanyMatch.objects.filter(campaign=campaign, refused_on=None)
    taken = spoken.values("written_id")  # a question waits: ask that first
    rows = Company.objects.filter(campaign=campaign, targeted_on=None).exclude(noted=[])
    found = rows.exclude(pk__in=taken).order_by("name", "id").values_list("id", "name", "noted")
    return {pk: (name, tuple(noted)) for pk, name, noted in found}


def _employer(company: int, name: str, people: int, titles: list[str], department: str) -> Employer:
    running: list[tuple[str, str]] = []
    sitting: list[str] = []
    for title in titles:
        sureness = runs_department(title, department)
        if sureness is None:
            sitting.append(title)
        else:
            running.append((title, sureness))
    return Employer(
        company_id=company, name=name, people=people,
        running=tuple(running), sitting=tuple(sitting),
    )  # fmt: skip


def _people_at(campaign: Campaign, companies: list[int]) -> dict[int, int]:
    rows = Position.objects.filter(campaign=campaign, company__in=companies, current=True)
    return dict(rows.values_list("company_id").annotate(n=Count("person", distinct=True)))


def _titles(campaign: Campaign, department: str) -> Iterator[tuple[int, str, str, str]]:
    """Present titles that may name the department, at employers that are not targets yet."""
    words = department_words(department)
    spoken = CompanyMatch.objects.filter(campaign=campaign, refused_on=None)
    taken = spoken.values("written_id")
    rows = (
        Position.objects.filter(campaign=campaign, current=True, company__targeted_on=None)
        .filter(person__in=_people(campaign, words), person__do_not_contact_on=None)
        .exclude(title="")
        .exclude(company__in=taken)
        .order_by("company__name", "company_id", "id")
    )
    yield from rows.values_list("company_id", "company__name", "company__key", "title")[:_MOST_READ]


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

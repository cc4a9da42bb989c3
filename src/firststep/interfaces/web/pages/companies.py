"""Companies: the list one works from, and whom one knows at each."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from firststep.facts.said import say, to_say
from firststep.facts.text import fold
from firststep.interfaces.answers.companies import company_suggest, targets
from firststep.interfaces.answers.who import surely_likely
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.pages.checking import in_doubt
from firststep.interfaces.web.portion import portion
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.counts import some
from firststep.interfaces.words.stages import STAGES
from firststep.plan.shown import until_changed
from firststep.steps.goal.models import Company
from firststep.steps.people.whom import KnownThere, Whom, whom


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """One target in a line: whom one knows there, whom one should, and what comes first."""

    id: int
    name: str
    stage: str
    motivation: int
    known: int
    now: str
    before: str
    post: str
    next: tuple[str, str]  # words and address


FURTHEST = ("job_offer", "interview", "", "rejected")


def _by_stage(row: TargetRow) -> int:
    return [STAGES[stage] for stage in FURTHEST].index(row.stage)


ORDERS: dict[str, tuple[str, Callable[[TargetRow], Any]]] = {
    "name": (to_say("By name"), lambda row: fold(row.name)),
    "known": (to_say("Most people known"), lambda row: -row.known),
    "unknown": (to_say("Nobody known yet"), lambda row: row.known),
    "stage": (to_say("Furthest along"), _by_stage),
}


def _named(rows: list[TargetRow], sought: str) -> list[TargetRow]:
    """Those with all the words in their name, or in the names of whom one knows there."""
    words = fold(sought).split()
    said = (fold(f"{row.name} {row.now} {row.before} {row.post}") for row in rows)
    return [row for row, text in zip(rows, said, strict=True) if all(w in text for w in words)]


NOTHING_YET = "none"  # what an address says for the stage that has no name
STAGE_OF = {STAGES[stage]: stage or NOTHING_YET for stage in FURTHEST}


def _at_stage(rows: list[TargetRow], stage: str) -> list[TargetRow]:
    """Those that have come so far; all where no such stage was asked for."""
    return [r for r in rows if STAGE_OF[r.stage] == stage] if stage in STAGE_OF.values() else rows


def _stages(rows: list[TargetRow], asked: str) -> list[tuple[str, str, int]]:
    """The stages that companies of the list have reached, with how many; nothing where all stand
    alike."""
    reached = Counter(STAGE_OF[row.stage] for row in rows)
    told = [
        (stage, say(words) if words else say("Nothing yet"), reached[stage])
        for words, stage in STAGE_OF.items()
        if reached[stage] or stage == asked
    ]
    return told if len(told) > 1 else []


def _in_order(rows: list[TargetRow], order: str) -> list[TargetRow]:
    return sorted(rows, key=ORDERS[order][1]) if order in ORDERS else rows


def known_at(visit: Visit) -> tuple[int, int]:
    """At how many of the targets somebody is known, and how many targets there are."""
    rows = _lines(visit)
    return sum(bool(row.known) for row in rows), len(rows)


def _lines(visit: Visit) -> list[TargetRow]:
    return until_changed(visit.campaign, visit.on, "a line for each target", lambda: _all(visit))


@page
def companies(visit: Visit) -> HttpResponse:
    """The targets in the order that was asked for, the most wanted first; or those with a name."""
    sought, order, stage = visit.asked("q"), visit.asked("sort"), visit.asked("stage")
    order = order if order in ORDERS else ""
    all_rows = _lines(visit)
    found = _in_order(_named(_at_stage(all_rows, stage), sought), order)
    context = {
        "place": "companies",
        **portion(visit, found, q=sought, sort=order, stage=stage),
        "stages": _stages(all_rows, stage),
        "stage": stage,
        "sought": sought,
        "order": order,
        "orders": [(key, say(words)) for key, (words, _by) in ORDERS.items()],
        "all": len(all_rows),
        "nobody": sum(not row.known for row in all_rows),
        "to_check": in_doubt(visit.campaign).count(),
    }
    return visit.page("companies.html", context)


def _all(visit: Visit) -> list[TargetRow]:
    rows = targets(visit.campaign, visit.on)
    department = rows[0].department if rows else ""
    answers = whom(visit.campaign, rows, today=visit.on, department=department)
    return [_row(row, answer) for row, answer in zip(rows, answers, strict=True)]


def _row(company: Company, answer: Whom) -> TargetRow:
    return TargetRow(
        id=company.pk,
        name=company.name,
        stage=STAGES.get(company.stage, ""),
        motivation=company.motivation,
        known=sum(bool(one.tie) for one in answer.known),
        now=some([one.name for one in answer.known if one.tie and one.current], 2),
        before=some([one.name for one in answer.known if one.tie and not one.current], 2),
        post=_post_words(answer),
        next=_next(answer),
    )


def _post_words(answer: Whom) -> str:
    named = [f"{seat.holder}, {seat.title}" for seat in answer.seats if seat.holder]
    missing = [_missing(answer, seat.title) for seat in answer.seats if not seat.holder]
    return "; ".join((named + missing)[:2])


def _missing(answer: Whom, title: str) -> str:
    """A post nobody is known to hold; of several whose titles say so the seeker says which."""
    names = surely_likely(answer, title)
    if len(names) > 1:
        one, other = names[:2]
        return say("{title}: {one} or {other}?", title=title, one=one, other=other)
    return say("{title}: no name yet", title=title)


def _next(answer: Whom) -> tuple[str, str]:
    """What to do where somebody is missing; nothing where the people are there."""
    unnamed = next((seat for seat in answer.seats if not seat.holder), None)
    known = next(filter(_may_be_asked, answer.known), None)
    if unnamed and len(surely_likely(answer, unnamed.title)) > 1:
        return (say("Say who it is"), f"/companies/{answer.company_id}")
    if unnamed and known:
        return (say("Ask {name} who it is", name=known.name), f"/touch/p{known.person_id}")
    if unnamed:
        return (say("Find the name"), f"/touch/s{unnamed.seat_id}")
    if not answer.seats:
        return (say("Say which post"), f"/companies/{answer.company_id}")
    return ("", "")


def _may_be_asked(one: KnownThere) -> bool:
    return bool(one.tie) and one.current and not one.do_not_contact


@page
def suggested(visit: Visit) -> HttpResponse:
    """Employers in the address book that fit the goal and are not on the list."""
    rows = company_suggest(visit.campaign, stamp=visit.stamp())
    return visit.page("suggested.html", {"place": "companies", "rows": rows})


@writes
def add_company(visit: Visit) -> HttpResponse:
    """One company more on the list."""
    added = record(visit, "company add")
    return visit.done(None if visit.text("stay") else f"/companies/{added.pk}")

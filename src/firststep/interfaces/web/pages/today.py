"""Today: the few steps of the day, the first one open."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from firststep.facts.plan import Plan, Waiting
from firststep.facts.snapshot import Snapshot
from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces.web.cards import line, sheet
from firststep.interfaces.web.pages.side import figures_by_now
from firststep.interfaces.web.visit import Visit, page
from firststep.interfaces.words.counts import in_words
from firststep.interfaces.words.days import nearby, short_day
from firststep.plan.shown import plan_on


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    ref: str
    who: str
    why: str
    words: str


@page
def today(visit: Visit) -> HttpResponse:
    """The day's plan; looking at it writes nothing."""
    shown = plan_on(visit.campaign, visit.on)
    snapshot, plan = shown.snapshot, shown.plan
    first, rest = plan.cards[:1], plan.cards[1:]
    context: dict[str, Any] = {
        "place": "today",
        "lead": lead(plan, snapshot),
        "sheet": sheet(shown, first[0]) if first else None,
        "lines": [line(card) for card in rest],
        "waiting": [_row(row) for row in plan.waiting],
        "rolled": _rolled(plan),
        "may_log": snapshot.goal is not None,
        "invitation": _invitation(plan, snapshot) if not first else None,
        "next": _next(plan),
        **figures_by_now(shown, visit.on),
    }
    return visit.page("today.html", context)


def lead(plan: Plan, snapshot: Snapshot) -> str:
    """The day in one or two sentences."""
    count = len(plan.cards)
    if count:
        minutes = max(5, 5 * round(sum(card.minutes for card in plan.cards) / 5))
        steps = f"{in_words(count).capitalize()} small step{'s' if count > 1 else ''}"
        return f"{steps}, about {minutes} minutes. Nothing else needs you today."
    beginning = "A day off." if plan.day_off else "Done for today."
    if coming := plan.coming:
        if coming.step.kind == "meet":  # with its hour, or that it is past
            return " ".join([beginning, *(row.why for row in _meetings(plan, coming.step))])
        return (
            f"{beginning} The next step is {nearby(coming.on, today=plan.on)}: {deed(coming.step)}."
        )
    if plan.waiting:
        return f"{beginning} What is left waits for others. A few more companies keep it going."
    if not snapshot.companies:
        return "Nothing to do yet. The plan begins with the companies you would like to work for."
    return beginning


def _meetings(plan: Plan, first: Waiting) -> list[Waiting]:
    """The conversation that comes next, and the others of that day."""
    return [row for row in plan.waiting if row.kind == "meet" and row.due_on == first.due_on]


def _next(plan: Plan) -> dict[str, Any] | None:
    if plan.coming is None:
        return None
    on, step = plan.coming
    words = deed(step)
    named = step.company and step.name and step.kind != "confirm_match"
    at = f" at {step.company}" if named else ""
    return {"due_on": on, "words": f"{words[0].upper()}{words[1:]}{at}."}


def deed(row: Waiting) -> str:
    """What is to be done, as it goes on in a sentence: "call Dana Whitlock"."""
    phrase = STEP_KIND[row.kind].phrase if row.kind else "wait for {name}"
    name = row.name or row.company
    return phrase.format(name=name, seat=name, company=row.company)


def _row(row: Waiting) -> WaitingRow:
    verb = STEP_KIND[row.kind].verb if row.kind else "Ends"
    who = " · ".join(part for part in (row.name, row.company) if part)
    words = f"{verb}, {short_day(row.due_on)}" if row.due_on else verb
    return WaitingRow(ref=row.ref, who=who, why=row.why, words=words)


def _rolled(plan: Plan) -> str:
    count = len(plan.rolled)
    if not count:
        return ""
    return f"{in_words(count).capitalize()} more can wait for another day."


def _invitation(plan: Plan, snapshot: Snapshot) -> tuple[str, str] | None:
    if plan.coming and plan.coming.step.kind == "meet":
        return ("Open the conversation", f"/touch/{plan.coming.step.ref}")
    if snapshot.goal is None:
        return ("Choose your goal", "/goal")
    if not snapshot.companies:
        return ("Add companies", "/companies/")
    if not snapshot.people:
        return ("Bring in the people you know", "/import")
    return None

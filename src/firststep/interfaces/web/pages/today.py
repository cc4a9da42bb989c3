"""Today: the few steps of the day, the first one open."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse

from firststep.facts.said import say, say_of
from firststep.facts.snapshot import Snapshot
from firststep.interfaces.answers.day import DayShown, NextOfAll, StepToCome, the_day
from firststep.interfaces.web.awaited import IN_ONE_PRESS, SHOWN_FIRST, Heaps, heaps
from firststep.interfaces.web.cards import StepLine, sheet, step_line
from firststep.interfaces.web.pages.side import figures_by_now
from firststep.interfaces.web.portion import A_PORTION
from firststep.interfaces.web.step_words import coming_words
from firststep.interfaces.web.visit import Visit, just_recorded, page
from firststep.interfaces.words.counts import about, counted, in_words, sentence
from firststep.interfaces.words.days import nearby
from firststep.interfaces.words.steps import deed
from firststep.plan.shown import Shown, plan_on


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
    told = shown.once("today", lambda: _told(shown))
    below = bool(told["awaited"]) and visit.asked("at") == "awaited"  # where it was pressed
    context = {
        **told,
        "told_below": below,
        "found": _found(visit),
        "to_prepare": _to_prepare(visit, shown),
        **figures_by_now(shown, visit.on),
    }
    return visit.page("today.html", context)


def _found(visit: Visit) -> str:
    """Right after people were brought in: at how many of the companies one knows somebody."""
    told = just_recorded(visit)
    if told is None or told.verb != "import":
        return ""
    from firststep.interfaces.web.pages.companies import known_at

    return known_words(*known_at(visit))


def known_words(known: int, companies: int) -> str:
    """The sentence for `known` of so many companies; "" without any."""
    if not companies:
        return ""
    if not known:
        return say_of(
            "You know nobody at your company yet. That is usual: the first steps find the names.",
            "You know nobody at your {n} companies yet. That is usual: the first steps find the "
            "names.",
            companies,
            n=companies,
        )
    if known == companies:
        return say_of(
            "You know somebody at your company.",
            "You know somebody at each of your {n} companies.",
            companies,
            n=companies,
        )
    return say("You know somebody at {known} of your {n} companies.", known=known, n=companies)


def _to_prepare(visit: Visit, shown: Shown) -> tuple[date, list[StepLine]] | None:
    """On a day off: the steps of the next working day, for who likes to read ahead."""
    if shown.plan.cards or not the_day(shown.plan).day_off:
        return None
    day = shown.snapshot.calendar.on_or_after(visit.on + timedelta(days=1))
    cards = the_day(plan_on(visit.campaign, day).plan).cards
    return (day, [step_line(card) for card in cards]) if cards else None


def _told(shown: Shown) -> dict[str, Any]:
    snapshot, plan = shown.snapshot, shown.plan
    day = the_day(replace(plan, rolled=plan.rolled[:A_PORTION]))  # hundreds may roll over
    first, rest = day.cards[:1], day.cards[1:]
    waits = heaps(shown.board, day.waiting, coming_words)
    return {
        "place": "today",
        "lead": lead(day, snapshot),
        "after_yes": day.after_yes,
        "sheet": sheet(shown, first[0]) if first else None,
        "lines": [step_line(step) for step in rest],
        "awaited": waits.answer[:SHOWN_FIRST],
        "awaited_too": waits.answer[SHOWN_FIRST:A_PORTION],
        "awaited_besides": len(waits.answer[A_PORTION:]),
        "at_once": IN_ONE_PRESS,
        "heaps": _heaps(waits),
        "rolled": [step_line(step) for step in day.rolled],
        "rolled_besides": len(plan.rolled[A_PORTION:]),
        "rolled_words": _rolled(len(plan.rolled)),
        "several_names": sum(one.kind == "find_name" for one in plan.showable) > 1,
        "may_log": snapshot.goal is not None,
        "invitation": _invitation(day, snapshot) if not first or day.landed_at else None,
        "next": _next(day),
    }


def lead(day: DayShown, snapshot: Snapshot) -> str:
    """The day in one or two sentences."""
    if day.cards:
        minutes, number = about(sum(step.minutes for step in day.cards)), len(day.cards)
        steps = say_of("One small step", "{n} small steps", number, n=counted(number))
        return say(
            "{steps}, {minutes}. Nothing else needs you today.", steps=steps, minutes=minutes
        )
    beginning = _beginning(day)
    if meetings := day.next_meetings:  # with its hour, or that it is past
        return " ".join([beginning, *(row.why for row in meetings)])
    if coming := day.coming:
        on, what = nearby(coming.on, today=day.on), _deed(coming)
        return f"{beginning} " + say("The next step is {on}: {what}.", on=on, what=what)
    if day.landed_at:
        return beginning
    if day.waiting:
        left = say("What is left waits for others. A few more companies keep it going.")
        return f"{beginning} {left}"
    if not snapshot.companies:
        return say(
            "Nothing to do yet. The plan begins with the companies you would like to work for."
        )
    return beginning


def _beginning(day: DayShown) -> str:
    if day.landed_at:
        return say("Your search has ended: you landed at {name}.", name=day.landed_at)
    return say("A day off.") if day.day_off else say("Done for today.")


def _next(day: DayShown) -> dict[str, Any] | None:
    step = day.coming
    if step is None:
        return None
    named = step.company and step.name and step.kind != "confirm_match"
    words = _deed(step)
    if named:
        words = say("{deed} at {company}", deed=words, company=step.company)
    return {"due_on": step.on, "words": sentence(words)}


def _deed(step: NextOfAll) -> str:
    return deed(step.kind, name=step.name, company=step.company)


def _heaps(waits: Heaps) -> list[tuple[str, list[WaitingRow], int]]:
    """What waits, beside what waits for an answer, under the words of its fold; and how many more
    than stand there."""
    own, by_others = len(waits.day), len(waits.held)
    told = (
        (
            say_of(
                "{n} whose day is still to come",
                "{n} whose day is still to come",
                own,
                n=in_words(own).capitalize(),
            ),
            waits.day,
        ),
        (
            say_of(
                "{n} waits for somebody else first",
                "{n} wait for somebody else first",
                by_others,
                n=in_words(by_others).capitalize(),
            ),
            waits.held,
        ),
    )
    return [
        (words, [_row(row) for row in rows[:A_PORTION]], len(rows[A_PORTION:]))
        for words, rows in told
        if rows
    ]


def _row(row: StepToCome) -> WaitingRow:
    who = " · ".join(part for part in (row.name, row.company) if part)
    return WaitingRow(ref=row.ref, who=who, why=row.why, words=coming_words(row))


def _rolled(steps: int) -> str:
    if not steps:
        return ""
    many = in_words(steps).capitalize()
    return say_of(
        "{n} more can wait for another day", "{n} more can wait for another day", steps, n=many
    )


def _invitation(day: DayShown, snapshot: Snapshot) -> tuple[str, str] | None:
    if day.coming and day.coming.kind == "meet":
        return (say("Open the conversation"), f"/touch/{day.coming.ref}")
    if day.landed_at:
        return (say("Whom to tell, and what is left"), "/landed")
    if snapshot.goal is None:
        return (say("Choose your goal"), "/goal")
    if not snapshot.companies:
        return (say("Add companies"), "/companies/")
    if not snapshot.people:
        return (say("Bring in the people you know"), "/import")
    return None

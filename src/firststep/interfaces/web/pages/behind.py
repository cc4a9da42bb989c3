"""Behind a figure of Progress: those it counts, each with the entry that made it count."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse

from firststep.errors import CannotDo
from firststep.facts.line_kinds import LINE_KIND
from firststep.facts.said import say, to_say
from firststep.interfaces.answers.noted import recorded_as, staged
from firststep.interfaces.web.noted_lines import NotedLine, links_to, under_days
from firststep.interfaces.web.portion import portion
from firststep.interfaces.web.visit import Visit
from firststep.interfaces.words.behind import COUNTS, told
from firststep.interfaces.words.days import short_day
from firststep.interfaces.words.stages import ROUTES
from firststep.journal.models import Entry
from firststep.keeping.kept_query import KeptQuery
from firststep.learn.behind import OF_PEOPLE, Behind, behind
from firststep.plan.shown import plan_on
from firststep.steps.people.finding.many_ids import among_given, ids_parameter
from firststep.steps.people.models import Person

_NAMES = KeptQuery(
    lambda: Person.objects.filter(pk__in=among_given("people")).values_list("pk", "name")
)


def behind_figure(visit: Visit, figure: str) -> HttpResponse:
    """The page of one figure. Raises CannotDo for one there is not."""
    if figure not in COUNTS:
        raise CannotDo("There is no figure of that name.", kind="not_found")
    shown = plan_on(visit.campaign, visit.on)
    given: dict[str, Any] = {"today": visit.on, "silent": shown.plan.silent, "book": shown.book}
    route = visit.asked("by") if figure in OF_PEOPLE else ""
    found = shown.once(
        f"behind {figure} {route}",
        lambda: behind(figure, shown.snapshot, **given, route=route),
    )
    week = _week(visit)
    if week:
        found = tuple(one for one in found if one.on and week <= one.on < week + timedelta(days=7))
    part = portion(visit, found, of=figure, by=route, week=week.isoformat() if week else "")
    context = {
        "title": say(COUNTS[figure].title),
        "by": say(ROUTES[route]) if route in ROUTES else _week_words(week),
        "lead": told(figure, found),
        "further": part["further"],
        "first": part["first"],
        "days": under_days(_lines(visit, figure, part["rows"])),
    }
    return visit.page("behind.html", context)


def _week(visit: Visit) -> date | None:
    """The first day of the week that was asked for; None for all of them."""
    try:
        return date.fromisoformat(visit.asked("week"))
    except ValueError:
        return None


def _week_words(week: date | None) -> str:
    return say("The week of {day}", day=short_day(week)) if week else ""


def _lines(visit: Visit, figure: str, found: Sequence[Behind]) -> list[NotedLine]:
    entries = _entries(visit, found)
    people = ids_parameter({one.person_id for one in found if one.person_id})
    names, rooms = dict(_NAMES(people=people)), links_to(map(_about, found))
    counting = COUNTS[figure]
    return [
        NotedLine(
            words=_words(one, entries[at], names.get(one.person_id or 0, "")),
            on=one.on,
            link=rooms.get(_about(one), ""),
            tag=counting.good if one.good else counting.otherwise,
        )
        for at, one in enumerate(found)
    ]


def _entries(visit: Visit, found: Sequence[Behind]) -> list[Entry | None]:
    """The entry that tells of each, where one does."""
    entries = recorded_as(visit.campaign, [one.order for one in found])
    stages = staged(visit.campaign, [one.company_id for one in found if one.company_id])
    return [entries.get(one.order) or stages.get(one.company_id or 0) for one in found]


def _about(one: Behind) -> str:
    return f"person:{one.person_id}" if one.person_id else f"company:{one.company_id}"


def _words(one: Behind, entry: Entry | None, name: str) -> str:
    """The entry's own, where they name who is meant; else what the log says of them."""
    if entry is not None and name in entry.words:
        return entry.words
    kind = LINE_KIND[one.kind].words if one.kind else to_say("counted from what was brought in")
    return f"{name}: {say(kind)}."

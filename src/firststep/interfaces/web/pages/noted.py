"""What you noted: all that was recorded, the newest first."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.http import urlencode

from firststep.facts.said import to_say
from firststep.facts.text import whole_number
from firststep.interfaces.answers.noted import noted
from firststep.interfaces.web.noted_lines import NotedLine, links_to, under_days
from firststep.interfaces.web.pages.behind import behind_figure
from firststep.interfaces.web.visit import Visit, page
from firststep.journal.models import Entry
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.outreach.models import Touch
from firststep.steps.people.finding.many_ids import among_given, ids_parameter
from firststep.verbs.safety.undo import to_take_back, why_final

A_PAGE = 50
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "wrote": (to_say("You wrote"), ("sent", "thank", "send")),
    "came": (to_say("They answered"), ("reply", "heard")),
    "talked": (to_say("You talked"), ("call", "meeting", "talked", "met")),
    "owed": (to_say("Favours and events"), ("favour", "promise", "offer", "event")),
    "people": (
        to_say("People"),
        ("person add", "person edit", "position", "tie", "keep", "merge", "merge not", "merge undo",
         "do-not-contact", "forget"),
    ),
    "companies": (
        to_say("Companies"),
        ("company add", "company edit", "company drop", "company confirm", "stage", "opening",
         "seat"),
    ),
}  # fmt: skip
THE_REST = "rest"
_NAMED = tuple(verb for _words, verbs in KINDS.values() for verb in verbs)
_CHOICES = (
    *((key, words) for key, (words, _verbs) in KINDS.items()),
    (THE_REST, to_say("The rest")),
)

_TOUCHES = KeptQuery(
    lambda: Touch.objects.filter(
        campaign=Blank("campaign"), order__in=among_given("revisions")
    ).order_by("id")
)


@page
def all_noted(visit: Visit) -> HttpResponse:
    """What was recorded, found by words and by kind; of a figure, what it counts."""
    if figure := visit.asked("of"):
        return behind_figure(visit, figure)
    kind, words = visit.asked("kind"), visit.asked("q")
    before = whole_number(visit.asked("before"))
    found = noted(visit.campaign, words=words, before=before, most=A_PAGE + 1, **_of_kind(kind))
    newest = to_take_back(visit.campaign)
    asked = {name: value for name, value in (("q", words), ("kind", kind)) if value}
    context = {
        "sought": words,
        "kind": kind,
        "kinds": _CHOICES,
        "days": under_days(_lines(found[:A_PAGE], newest)),
        "further": _further(found, asked),
        "first": f"?{urlencode(asked)}" if before else "",
        "final": why_final(newest) if found[:1] == [newest] else "",
    }
    return visit.page("noted.html", context)


def _of_kind(kind: str) -> dict[str, Any]:
    if kind == THE_REST:
        return {"besides": _NAMED}
    return {"verbs": KINDS[kind][1]} if kind in KINDS else {}


def _further(found: Sequence[Entry], asked: dict[str, str]) -> str:
    if len(found) <= A_PAGE:
        return ""
    return urlencode({**asked, "before": str(found[A_PAGE - 1].revision)})


def _lines(entries: Sequence[Entry], newest: Entry | None) -> list[NotedLine]:
    rooms, touches = links_to(entry.about for entry in entries), _touches(entries)
    may_undo = not why_final(newest)
    return [
        NotedLine(
            words=entry.words,
            on=entry.on,
            link=rooms.get(entry.about, ""),
            tag=to_say("taken back") if entry.undone_by else "",
            touches=touches[entry.revision],
            moved_to=_moved_to(entry, touches[entry.revision]),
            newest=may_undo and newest == entry,
        )
        for entry in entries
    ]


def _moved_to(entry: Entry, touches: Sequence[Touch]) -> date | None:
    return next((one.on for one in touches if one.on != entry.on), None)


def _touches(entries: Sequence[Entry]) -> defaultdict[int, tuple[Touch, ...]]:
    """The touches each entry made: they carry its revision."""
    found: defaultdict[int, tuple[Touch, ...]] = defaultdict(tuple)
    if entries:
        revisions = ids_parameter(entry.revision for entry in entries)
        for row in _TOUCHES(campaign=entries[0].campaign_id, revisions=revisions):
            found[row.order] += (row,)
    return found

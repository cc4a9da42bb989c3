"""Prepare and practise: the page before a talk, the rehearsal, the entry for a calendar."""

from django.http import HttpResponse

from firststep.facts.text import whole_number
from firststep.interfaces.answers.brief import PractiseSaid, brief, practise
from firststep.interfaces.answers.calendar_entry import calendar_entry
from firststep.interfaces.links import tel
from firststep.interfaces.web.visit import Visit, page
from firststep.interfaces.words.following import talk_is


@page
def prepare(visit: Visit, ref: str) -> HttpResponse:
    """One page before a talk."""
    found = brief(visit.campaign, stamp=visit.stamp(), ref=ref)
    context = {
        "place": "today",
        "ref": ref,
        "brief": found,
        "when": talk_is(found),
        "number": (found.number, tel(found.number)) if found.number else None,
    }
    return visit.page("prepare.html", context)


@page
def practice(visit: Visit, ref: str = "") -> HttpResponse:
    """Cue cards, a recorder of this device alone, and what they may say."""
    seed = whole_number(visit.asked("seed"))
    said: PractiseSaid = {} if seed is None else {"seed": seed}
    found = practise(visit.campaign, stamp=visit.stamp(), ref=ref, **said)
    context = {"place": "today", "ref": ref, "practice": found, "next_seed": found.seed + 1}
    return visit.page("practice.html", context)


@page
def talk(visit: Visit, ref: str) -> HttpResponse:
    """The conversation as a file for any calendar."""
    entry = calendar_entry(visit.campaign, stamp=visit.stamp(), ref=ref)
    answer = HttpResponse(entry.text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="talk.ics"'
    return answer

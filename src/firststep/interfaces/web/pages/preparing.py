"""Prepare and practise: the page before a talk or an interview, the rehearsal, the entry for a
calendar."""

from django.http import Http404, HttpResponse

from firststep.facts.said import to_say
from firststep.facts.text import whole_number
from firststep.interfaces.answers.brief import brief
from firststep.interfaces.answers.calendar_entry import (
    CalendarEntry,
    calendar_entry,
    interview_entry,
)
from firststep.interfaces.answers.interviews import interview
from firststep.interfaces.answers.practising import PractiseSaid, practise
from firststep.interfaces.links import tel
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.following import interview_is, last_time, sits_there, talk_is
from firststep.steps.goal.models import Company
from firststep.verbs.thread.conversations import HOWS

HOW_WORDS = {
    "phone": to_say("By phone"), "video": to_say("On video"), "in_person": to_say("In person"),
}  # fmt: skip
ASKED_AT_ONCE = 5  # so many of what they may say stand on a page


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
def interview_at(visit: Visit, company: int) -> HttpResponse:
    """One page before an interview, and after it."""
    house = _target(visit, company)
    found = interview(visit.campaign, stamp=visit.stamp(), company=str(house.pk))
    context = {
        "place": "companies",
        "interview": found,
        "when": interview_is(found),
        "there": [(one.person_id, sits_there(one)) for one in found.people],
        "hows": [(how, HOW_WORDS[how]) for how in HOWS],
        "is_past": found.on is not None and found.on < visit.on,
    }
    return visit.page("interview.html", context)


@writes
def interview_told(visit: Visit, company: int) -> HttpResponse:
    """Its day, who sits there, that it was had or called off."""
    at = visit.moment("day", "hour") if visit.text("hour") else None
    record(visit, "interview", company=company, at=at, file=None)
    return visit.done()


@page
def interview_file(visit: Visit, company: int) -> HttpResponse:
    """The interview as a file for any calendar."""
    return _calendar_file(interview_entry(visit.campaign, _target(visit, company)), "interview")


def _target(visit: Visit, company: int) -> Company:
    rows = Company.objects.filter(campaign=visit.campaign, targeted_on__isnull=False, pk=company)
    house = rows.first()
    if house is None:
        raise Http404
    return house


@page
def practice(visit: Visit, ref: str = "", company: int | None = None) -> HttpResponse:
    """Cue cards, a recorder of this device alone, and what they may say."""
    seed = whole_number(visit.asked("seed"))
    said: PractiseSaid = {} if seed is None else {"seed": seed}
    if company is not None:
        said["company"] = str(_target(visit, company).pk)
    found = practise(visit.campaign, stamp=visit.stamp(), ref=ref, **said)
    room = f"/companies/{company}" if company is not None else f"/touch/{ref}" if ref else ""
    context = {
        "place": "today",
        "practice": found,
        "next_seed": found.seed + 1,
        "last_time": last_time(found),
        "before": f"{room}/{'interview' if company is not None else 'prepare'}" if room else "",
        "done": f"{room}/practised" if room else "/practice/done",
    }
    return visit.page("practice.html", context)


@writes
def practised(visit: Visit, ref: str = "", company: int | None = None) -> HttpResponse:
    """That one has practised, with one's own replies where some were typed."""
    typed = [(n, visit.text(f"reply{n}")) for n in range(1, ASKED_AT_ONCE + 1)]
    replies = [f"{n}: {text}" for n, text in typed if text]
    record(visit, "practise", replies=replies, ref=ref or None, company=company)
    return visit.done()


@page
def talk(visit: Visit, ref: str) -> HttpResponse:
    """The conversation as a file for any calendar."""
    return _calendar_file(calendar_entry(visit.campaign, stamp=visit.stamp(), ref=ref), "talk")


def _calendar_file(entry: CalendarEntry, name: str) -> HttpResponse:
    answer = HttpResponse(entry.text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer

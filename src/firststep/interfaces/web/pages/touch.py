"""Touch: the working sheet of one step, and recording what came of it."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseRedirect

from firststep.errors import CannotDo
from firststep.facts.asks import ASK_KINDS
from firststep.facts.channels import BY_CALL, BY_INVITATION, channel_named
from firststep.facts.line_kinds import LINE_KIND, REPLIES, ReplyKind
from firststep.facts.said import say, to_say
from firststep.facts.snapshot import PersonFacts
from firststep.facts.step_kinds import STEP_KIND
from firststep.habits.favours.called import favour_said
from firststep.habits.favours.ideas import Ideas
from firststep.interfaces.answers.day import step_of_the_day
from firststep.interfaces.answers.letters import letter_at
from firststep.interfaces.answers.ways_in import ways_at
from firststep.interfaces.links import hand_over, tel
from firststep.interfaces.web.cards import later_days, number_searches, searches
from firststep.interfaces.web.happenings import in_a_thread
from firststep.interfaces.web.papers import chosen_wording, letter, other_wordings, paper
from firststep.interfaces.web.person_words import own_tie, present_post, ways
from firststep.interfaces.web.refusals import STATUS
from firststep.interfaces.web.step_words import CALL_REPLIES
from firststep.interfaces.web.step_words import title as step_title
from firststep.interfaces.web.visit import Visit, page
from firststep.interfaces.words.counts import within
from firststep.interfaces.words.days import day_within
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.plan.shown import step_on
from firststep.plan.step_at import StepAt
from firststep.steps.approach.models import Approach

REPLY_BUTTONS: dict[ReplyKind, str] = {
    "yes": to_say("Yes"), "no": to_say("No"), "later": to_say("Not now"),
    "question": to_say("A question back"), "helped": to_say("They helped"),
    "refers": to_say("They named somebody"), "accepted": to_say("They accepted my invitation"),
    "out_of_office": to_say("Out of office"), "bounced": to_say("It came back unread"),
}  # fmt: skip
WAYS = 5  # as many ways in as are compared at once
REPLY_CHOICES = tuple((answer, REPLY_BUTTONS[answer]) for answer in REPLIES)

_ENDED = KeptQuery(
    lambda: Approach.objects.filter(
        campaign=Blank("campaign"), goal__ended_on__lte=Blank("on"), pk=Blank("approach")
    )
)


@page
def touch(visit: Visit, ref: str) -> HttpResponse:
    """The sheet of one step: its message or its call, and what came of it."""
    if ref.isdecimal():
        asked = {"campaign": visit.campaign.pk, "on": visit.on, "approach": int(ref)}
        if (whose := _ENDED.first(**asked)) is not None:
            return HttpResponseRedirect(_after_the_round(whose))
    return _touch_page(visit, ref)


def _after_the_round(approach: Approach) -> str:
    """Where a step of a round that has ended leads: to the person, else to what is left."""
    return f"/people/{approach.person_id}" if approach.person_id else "/landed"


def not_kept(visit: Visit, ref: str, refused: CannotDo) -> HttpResponse:
    """The sheet again, with the text as it was typed, and why it was not kept."""
    return _touch_page(visit, ref, refused)


def _touch_page(visit: Visit, ref: str, refused: CannotDo | None = None) -> HttpResponse:
    at = step_on(visit.campaign, ref, visit.on)
    tab = "message" if refused else _tab(visit, at)
    nameless = at.person is None and at.seat is not None
    later = later_days(at.snapshot.calendar, visit.on, finding=nameless)
    context: dict[str, Any] = {
        "place": "today",
        "ref": ref,
        "sheet": f"/touch/{ref}",
        "step": at,
        "title": step_title(step_of_the_day(at.card)) if at.shown else _whom(at),
        "verb": say(STEP_KIND[at.card.kind].verb) if at.shown else "",
        "why": _why(at) or at.over,
        "company": _company(at),
        "tab": tab,
        "tabs": _tabs(at),
        "later": later,
        "rest_until": later[0][1] if nameless else None,
        "history": in_a_thread(at.newest),
        "ways_in": ways_at(at, most=WAYS),
        "ways": ways(at.person),
        "tie": own_tie(at.person, at.newest),
        "post": present_post(at.person),
        "reply_choices": REPLY_CHOICES,
        "call_replies": CALL_REPLIES,
        "ask_choices": ASK_KINDS,
        "wait_for_answer": _asked_already(at),
        "agreed": visit.asked("agreed"),
        "coming": at.card.kind in {"meet", "prepare"},
        "invited_on": _invited_on(at),
        "refused": refused.words if refused else "",
        **_sheet(visit, at, tab),
    }
    return visit.page("touch.html", context, status=STATUS[refused.kind] if refused else 200)


def _sheet(visit: Visit, at: StepAt, tab: str) -> dict[str, Any]:
    if at.seat and not at.person:
        company = at.snapshot.companies[at.seat.company_id]
        return {"seat": at.seat, "searches": searches(company.name, at.seat.title)}
    if at.person is None or at.person.do_not_contact:
        return {"stopped": bool(at.person)}
    if before := _before_writing(at, at.person, tab) or _to_return(visit, at):
        return before
    try:
        if tab == "call":
            return {**_call(visit, at), "number": (at.card.number, tel(at.card.number))}
        return {"paper": paper(visit, at, at.person)}
    except CannotDo:
        return {}


def _call(visit: Visit, at: StepAt) -> dict[str, Any]:
    """What to say, by the wording that was chosen where it is one for this call."""
    found = letter_at(at, channel=BY_CALL)
    wanted = chosen_wording(visit)
    if wanted in dict(other_wordings(found)):
        found = letter_at(at, channel=BY_CALL, wording=wanted)
    return {"call": letter(found.draft), "wordings": other_wordings(found)}


def _before_writing(at: StepAt, person: PersonFacts, tab: str) -> dict[str, Any]:
    """What a step asks for that has no text: a way, a number, an invitation without a note."""
    if at.card.finds_way:
        return {"needs_way": True, "searches": searches(at.card.company, person.name)}
    if at.card.kind == "find_number":
        own = at.card.channel == BY_CALL  # they asked to be rung, by no switchboard
        house = None if own else _company(at)
        return {"needs_number": number_searches(at.card.company), "number_at": house}
    if at.card.invitation == "bare" and tab == "message" and at.shown:
        return {"bare": hand_over(channel_named(BY_INVITATION), person.linkedin)}
    return {}


def _to_return(visit: Visit, at: StepAt) -> dict[str, Any]:
    """The favour that something is given for, with ideas of what."""
    if at.card.kind != "return_favour" or at.person is None:
        return {}
    theirs = (one for one in at.snapshot.favours if one.person_id == at.person.id)
    got = next((one for one in theirs if one.is_to_return), None)
    if got is None:
        return {}
    ideas = Ideas(at.snapshot, visit.on).of(at.person.id)
    return {"returns": got.ref, "got": favour_said(got.what), "ideas": ideas[1:]}


def _asked_already(at: StepAt) -> bool:
    """Whether something went out that may be answered: to be made an offer is no such thing."""
    log = at.approach.log if at.approach else ()
    return any(LINE_KIND[line.kind].sent or LINE_KIND[line.kind].asks for line in log)


def _invited_on(at: StepAt) -> date | None:
    """Since when an invitation waits to be accepted, while that may still change something."""
    return None if at.lane.thread.is_closed else at.lane.thread.invited_on


def _tab(visit: Visit, at: StepAt) -> str:
    asked = visit.asked("tab")
    if asked in {"message", "call"}:
        return asked
    return "call" if at.card.kind == "call" else "message"


def _tabs(at: StepAt) -> bool:
    if at.person is None:
        return False
    return at.person.has_written_way if at.card.kind == "call" else bool(at.card.number)


def _why(at: StepAt) -> str:
    row = at.waiting
    if at.shown or row is None:
        return at.card.why
    if row.due_on is None or (row.kind == "meet" and row.due_on <= at.board.today):
        return row.why
    day = day_within(row.due_on)
    if not row.kind:
        return say("Ends, {day}. {why}", day=day, why=row.why)
    step = within(say(STEP_KIND[row.kind].verb))
    return say("Next: {step}, {day}. {why}", step=step, day=day, why=row.why)


def _whom(at: StepAt) -> str:
    return at.person.name if at.person else at.seat.title if at.seat else ""


def _company(at: StepAt) -> tuple[int, str] | None:
    company = at.snapshot.companies.get(at.card.company_id or 0)
    return (company.id, company.name) if company else None

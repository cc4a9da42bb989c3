"""Touch: the working sheet of one step, and recording what came of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from firststep.facts.channels import (
    BY_CALL,
    SPOKEN,
    USUAL,
    ChannelName,
    channel_named,
    written_channel,
)
from firststep.facts.kinds import ANSWERS, Answer, CardKind
from firststep.facts.plan import Card
from firststep.facts.snapshot import Snapshot
from firststep.interfaces.links import Door, doors
from firststep.interfaces.web.cards import later_days, searches
from firststep.interfaces.web.letters import Letter, written
from firststep.interfaces.web.step_words import (
    ASK_CHOICES,
    CALL_REPLIES,
    SENT_AS,
    VERBS,
    WRITTEN,
)
from firststep.interfaces.web.step_words import title as step_title
from firststep.interfaces.web.thread_words import (
    Thread,
    happenings,
    post_words,
    thread_of,
    tie_words,
    ways,
)
from firststep.interfaces.web.visit import Visit, page
from firststep.interfaces.web.ways_in import ways_in
from firststep.interfaces.web.words import long_day
from firststep.plan.playbook.held import why_no_note
from firststep.plan.shown import Shown, plan_on
from firststep.steps.people.models import Person

REPLY_WORDS: dict[Answer, str] = {
    "yes": "Yes", "no": "No", "later": "Not now", "question": "A question back",
    "helped": "They helped", "refers": "They named somebody", "out_of_office": "Out of office",
    "bounced": "It came back unread",
}  # fmt: skip
REPLY_CHOICES = tuple((answer, REPLY_WORDS[answer]) for answer in ANSWERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The message as it is worked on."""

    letter: Letter
    channel: ChannelName
    doors: tuple[Door, ...]  # where it can be handed over, the channel's own first
    sent_as: str


@page
def touch(visit: Visit, ref: str) -> HttpResponse:
    """The sheet of one step: its message or its call, and what came of it."""
    shown = plan_on(visit.campaign, visit.on)
    snapshot = shown.snapshot
    if _is_apart(visit, snapshot, ref):
        return HttpResponseRedirect(f"/people/{ref[1:]}")
    thread = thread_of(snapshot, shown.plan, ref)
    tab = _tab(visit, thread)
    nameless = thread.person is None and thread.seat is not None
    later = later_days(snapshot.calendar, visit.on, finding=nameless)
    over = why_no_note(shown.plan, str(thread.approach.id)) if thread.approach else ""
    context: dict[str, Any] = {
        "place": "today",
        "ref": ref,
        "thread": thread,
        "title": step_title(thread.card) if thread.card else _whom(thread),
        "verb": VERBS[thread.card.kind] if thread.card else "",
        "why": _why(thread, visit.on) or over,
        "company": _company(snapshot, thread),
        "tab": tab,
        "tabs": _tabs(thread),
        "later": later,
        "rest_until": later[0][1] if nameless else None,
        "history": happenings(thread.approach),
        "ways_in": ways_in(shown, thread, visit.on),
        "ways": ways(thread.person),
        "tie": tie_words(thread.person),
        "post": post_words(thread.person),
        "reply_choices": REPLY_CHOICES,
        "call_replies": CALL_REPLIES,
        "ask_choices": ASK_CHOICES,
        "wait_for_answer": bool(thread.approach and thread.approach.log),
        "coming": (step := thread.card or thread.waiting) and step.kind in {"meet", "prepare"},
        **({} if over and tab == "message" else _sheet(shown, thread, tab, visit.on)),
    }
    return visit.page("touch.html", context)


def _is_apart(visit: Visit, snapshot: Snapshot, ref: str) -> bool:
    """Whether it is somebody of the address book whom the campaign does not touch yet."""
    if not ref.startswith("p") or int(ref[1:]) in snapshot.people:
        return False
    return Person.objects.filter(campaign=visit.campaign, pk=int(ref[1:])).exists()


def _sheet(shown: Shown, thread: Thread, tab: str, on: date) -> dict[str, Any]:
    snapshot, book = shown.snapshot, shown.book
    if thread.seat and not thread.person:
        company = snapshot.companies[thread.seat.company_id]
        return {"seat": thread.seat, "searches": searches(company.name, thread.seat.title)}
    if thread.person is None or thread.person.do_not_contact:
        return {"stopped": bool(thread.person)}
    card = thread.card or _card_of(thread, on)
    if card.kind == "find_address":
        return {"needs_way": True}
    if tab == "call":
        return {"call": written(snapshot, card._replace(kind="call", channel=BY_CALL), on, book)}
    kind = card.kind if card.kind in WRITTEN else _note_kind(thread)
    if kind is None:
        return {}
    channel = _channel(thread, card)
    text = written(snapshot, card._replace(kind=kind, channel=channel), on, book)
    return {"paper": _paper(thread, text, kind, channel) if text else None}


def _paper(thread: Thread, text: Letter, kind: CardKind, channel: ChannelName) -> Paper:
    return Paper(
        letter=text,
        channel=channel,
        doors=doors(thread.person, channel_named(channel), subject=text.subject, body=text.body),
        sent_as=SENT_AS.get(kind, "I sent it"),
    )


def _card_of(thread: Thread, on: date) -> Card:
    """A step the plan does not show today, as if the seeker took it now."""
    approach, person, seat = thread.approach, thread.person, thread.seat
    now = person.current if person else ()
    return Card(
        kind=_note_kind(thread) or "write",
        ref=thread.ref,
        approach_id=approach.id if approach else None,
        state="open" if approach else "proposed",
        person_id=person.id if person else None,
        name=person.name if person else "",
        company_id=now[0].company_id if now else None,
        company=now[0].company if now else "",
        seat_id=seat.id if seat else None,
        seat=seat.title if seat else "",
        channel=approach.channel if approach else None,
        ask=approach.ask if approach else "advice",
        origin=approach.origin if approach else "proposed",
        via_id=approach.via_id if approach else None,
        for_seat_id=approach.for_seat_id if approach else None,
        due_on=on,
        minutes=0,
        why="",
    )


def _note_kind(thread: Thread) -> CardKind | None:
    if thread.card and thread.card.kind in {"meet", "prepare"}:
        return None
    if thread.card is None and thread.waiting and thread.waiting.kind in WRITTEN:
        return thread.waiting.kind
    return "nudge" if thread.approach and thread.approach.log else "write"


def _channel(thread: Thread, card: Card) -> ChannelName:
    if card.channel and card.channel not in SPOKEN:
        return card.channel
    return (written_channel(thread.person.ways) if thread.person else None) or USUAL


def _tab(visit: Visit, thread: Thread) -> str:
    asked = visit.asked("tab")
    if asked in {"message", "call"}:
        return asked
    return "call" if thread.card and thread.card.kind == "call" else "message"


def _tabs(thread: Thread) -> bool:
    is_call = thread.card is not None and thread.card.kind == "call"
    return thread.person is not None and (is_call or bool(thread.person.phones))


def _why(thread: Thread, on: date) -> str:
    if thread.card or thread.waiting is None:
        return thread.card.why if thread.card else ""
    row = thread.waiting
    if row.open_ended or (row.kind == "meet" and row.due_on <= on):
        return row.why
    coming = f"Next: {VERBS[row.kind].lower()}" if row.kind else "Ends"
    return f"{coming}, {long_day(row.due_on)}. {row.why}"


def _whom(thread: Thread) -> str:
    return thread.person.name if thread.person else thread.seat.title if thread.seat else ""


def _company(snapshot: Snapshot, thread: Thread) -> tuple[int, str] | None:
    key = thread.card.company_id if thread.card else thread.seat.company_id if thread.seat else None
    if key is None and thread.person and thread.person.current:
        key = thread.person.current[0].company_id
    company = snapshot.companies.get(key or 0)
    return (company.id, company.name) if company else None

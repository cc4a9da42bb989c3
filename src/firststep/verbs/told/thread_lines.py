"""What a line tells of a thread, each by the verb that records it."""

from collections.abc import Callable
from dataclasses import replace

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.channels import BY_CALL
from firststep.habits.events.models import Event
from firststep.journal.actions import Stamp
from firststep.steps.followup.rows import agreed_meeting
from firststep.steps.outreach.models import Outcome, Touch
from firststep.steps.outreach.telling.happening import LineHappening, NamedInLine
from firststep.steps.outreach.telling.occasion import occasion_in
from firststep.steps.people.models import Person
from firststep.steps.people.naming import Named
from firststep.verbs.habits.event import event_told, met, noted_there, somebody_met
from firststep.verbs.thread.answers import record_reply
from firststep.verbs.thread.calls import record_call
from firststep.verbs.thread.conversations import record_meeting, record_talked
from firststep.verbs.thread.met import MetSaid, record_met
from firststep.verbs.thread.sending import record_sent, thank
from firststep.verbs.thread.sheet import SheetSaid
from firststep.verbs.thread.step import Meant, Recorded, person_step
from firststep.verbs.told.line_writing import LineWriting


def _reply(writing: LineWriting, stamp: Stamp, one: LineHappening) -> Recorded:
    person = writing.person(one)
    named = [str(to) for to in one.to]
    answer = "accepted" if one.do == "accepted" else one.answer or "helped"
    made = record_reply(
        writing.campaign,
        stamp=stamp,
        ref=f"p{person.pk}",
        answer=answer,
        until=one.until,
        to=named[0] if named else "",
        expected=one.expected,
        text=one.note,
    )
    created = list(made.created)
    for to in named[1:]:
        more = record_reply(
            writing.campaign,
            stamp=replace(stamp, once_key=None, seen=None),
            ref=f"p{person.pk}",
            answer=answer,
            to=to,
            expected=one.expected,
            text=one.note,
        )
        created += more.created
    return replace(made, created=tuple(created))


def _sent(writing: LineWriting, stamp: Stamp, one: LineHappening) -> Recorded:
    person = writing.person(one)
    step = person_step(writing.campaign, person, stamp.on)
    return record_sent(
        writing.campaign, stamp=stamp, ref=step.ref, channel=one.channel, told=one.note
    )


def _call(writing: LineWriting, stamp: Stamp, one: LineHappening) -> Recorded:
    return record_call(
        writing.campaign,
        stamp=stamp,
        ref=writing.ref(one),
        outcome=one.outcome or "talked",
        until=one.until,
        to=str(one.to[0]) if one.to else "",
        expected=one.expected,
        text=one.note,
        learned=learned(one),
    )


def _meeting(writing: LineWriting, stamp: Stamp, one: LineHappening) -> Recorded:
    return record_meeting(
        writing.campaign,
        stamp=stamp,
        ref=writing.ref(one),
        at=one.at,
        how=one.how,
        cancelled=one.do == "cancelled",
    )


def _talked(writing: LineWriting, stamp: Stamp, one: LineHappening) -> Recorded:
    """The conversation that was agreed; else one on the phone, or one that came about by itself."""
    person = writing.person(one)
    step = person_step(writing.campaign, person, stamp.on)
    if one.channel == BY_CALL and not _is_agreed(step) and len(one.to) < 2:
        return _call(writing, stamp, replace(one, outcome="talked"))
    return record_talked(
        writing.campaign,
        stamp=stamp,
        ref=step.ref,
        named=[str(to) for to in one.to],
        expected=one.expected,
        text=one.note,
        held_on=stamp.on,
        **learned(one),
    )


def learned(one: LineHappening) -> SheetSaid:
    """What a talk taught, as its sheet takes it."""
    said = SheetSaid()
    for about, what in one.learned:
        said[about] = "; ".join(filter(None, (said.get(about, ""), what)))
    return said


def _is_agreed(step: Meant) -> bool:
    """Whether a conversation is agreed, dated or not, and was not held yet."""
    approach = step.unfinished
    if approach is None:
        return False
    if agreed_meeting(approach) is not None:
        return True
    newest = Outcome.objects.filter(approach=approach).order_by("-on", "-order").first()
    held = approach.meetings.filter(held_on__isnull=False).exists()
    asked = approach.ask in CONVERSATION_ASKS
    return asked and newest is not None and newest.kind == "yes" and not held


def _thank(writing: LineWriting, stamp: Stamp, one: LineHappening) -> Recorded:
    return thank(
        writing.campaign,
        stamp=stamp,
        person=str(writing.person(one).pk),
        channel=one.channel,
        told=one.note,
    )


def _met(writing: LineWriting, stamp: Stamp, one: LineHappening) -> Recorded:
    """Somebody known, or new with post and company as the line says."""
    assert one.who is not None
    known, said = _whom_met(writing, one), _said_of_them(one)
    name = known.name if known else one.who.name
    there = event_told(writing.campaign, said["how"], on=stamp.on)
    if isinstance(there, Event):
        stamp = replace(stamp, on=min(there.on, stamp.on))
        if known and noted_there(known, there) and not one.learned:
            return _said_more(writing, stamp, known, there)
    if there is not None:
        said |= {"event": there}
    made = record_met(writing.campaign, stamp=stamp, name=name, person=known, **said)
    writing.remember(one, Touch.objects.get(pk=made.touch_id or 0).person_id)
    return made


def _said_more(writing: LineWriting, stamp: Stamp, known: Person, there: Event) -> Recorded:
    """Somebody noted at that event already is not met twice."""
    done = met(writing.campaign, stamp=stamp, who=known.name, at=f"e{there.pk}")
    return Recorded(words=done.words, approach_id=done.approach_id, ref=f"p{known.pk}")


def _whom_met(writing: LineWriting, one: LineHappening) -> Person | None:
    if key := writing.key_of(one):
        return Person.objects.get(campaign=writing.campaign, pk=key)
    who, _ = _told_apart(one)
    if who is None:
        return None
    named = Named(name=who.name, title=who.title, company=who.company)
    return somebody_met(writing.campaign, named)


def _said_of_them(one: LineHappening) -> MetSaid:
    name = one.who.name if one.who else ""
    own, named = _told_apart(one)
    said: MetSaid = {
        "how": _occasion(one, name),
        "text": one.note,
        "named": [str(to) for to in named],
        "learned": learned(one),
    }
    if own and own.company:
        said |= {"company": own.company, "title": own.title}
    return said


def _told_apart(one: LineHappening) -> tuple[NamedInLine | None, tuple[NamedInLine, ...]]:
    """Whoever was met as the line names them, where they are new, and whom they spoke of."""
    if one.to and one.who and one.to[0].name == one.who.name:
        return one.to[0], one.to[1:]
    return None, one.to


def _occasion(one: LineHappening, name: str) -> str:
    """Behind the name; else before a list of names: "Met two at the mixer: Ann, Bob"."""
    head, colon, rest = one.note.partition(":")
    found = occasion_in(_behind(one, name), how="")
    return found or (occasion_in(head, how="") if colon and name in rest else "")


def _behind(one: LineHappening, name: str) -> str:
    """What the line says behind the name and where they work."""
    text = one.note.partition(name)[2] or one.note
    own, _ = _told_apart(one)
    company = own.company if own else ""
    text = text.partition(company)[2] if company and company in text else text
    return text.lstrip(" )")


THREAD_LINES: dict[str, Callable[[LineWriting, Stamp, LineHappening], Recorded | None]] = {
    "reply": _reply, "accepted": _reply, "sent": _sent, "call": _call, "meeting": _meeting,
    "moved": _meeting, "cancelled": _meeting, "talked": _talked, "thank": _thank, "met": _met,
}  # fmt: skip

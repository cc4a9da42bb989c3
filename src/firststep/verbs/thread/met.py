"""Recording that one met somebody: at an event, in a corridor, over coffee."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from firststep.facts.asks import USUAL_ASK
from firststep.facts.channels import FACE_TO_FACE
from firststep.facts.habits import PROMISE_WHOSE
from firststep.facts.said import say
from firststep.habits.events.models import Event
from firststep.habits.events.rows import make_event, write_encounter
from firststep.habits.favours.rows import write_promise
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.approach.models import Approach
from firststep.steps.approach.rows import Opening, join_or_open
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.rows import needed_goal
from firststep.steps.goal.typed import line, note
from firststep.steps.outreach.brought import bring_person
from firststep.steps.outreach.models import Touch
from firststep.steps.outreach.rows import (
    best_written,
    write_outcome,
    write_touch,
)
from firststep.steps.people.models import Person
from firststep.steps.people.naming import named
from firststep.steps.people.rows.making import PersonSaid, make_person, typed_name
from firststep.steps.people.rows.ties import tie_between, write_tie
from firststep.steps.people.rows.ways import add_way, slug_of
from firststep.verbs.thread.sheet import SheetSaid, write_sheet
from firststep.verbs.thread.step import Meant, Recorded, person_step


class MetSaid(TypedDict, total=False):
    """What may be told of meeting somebody. A `promise` (an introduction, a name) is what they
    agreed to: thanks are due for it. `to` names somebody they spoke of, `named` several. `how` is
    the occasion, which a letter may name; `text`, where given, is kept with the meeting instead.
    `event` is where it was, one known or the name of a new one; `said` what was talked about;
    `mine` and `theirs` are promises in words, which ask for no thanks; `learned` what they told of
    the work."""

    company: str
    title: str
    email: str
    phone: str
    linkedin: str
    promise: str | None
    to: str
    named: Sequence[str]
    how: str
    text: str
    event: Event | str
    said: str
    mine: str
    theirs: str
    learned: SheetSaid


@in_turn
def record_met(
    campaign: Campaign,
    *,
    stamp: Stamp,
    name: str,
    person: Person | None = None,
    **said: Unpack[MetSaid],
) -> Recorded:
    """Makes the person where they are new, the tie *met*, and the approach that follows it up."""
    name, promise = typed_name(name), said.get("promise")
    how = note(said.get("how", ""), called="the note", most=20_000)
    text = note(said.get("text", ""), called="the note", most=20_000) or how
    needed_goal(campaign)
    step = person_step(campaign, person, stamp.on) if person is not None else None
    with recording(campaign, stamp, verb="met", about=person or "", takes_step=True) as change:
        known = reached(change, person, said) if person else _new_person(change, name, said)
        change.words = say("You met {name}.", name=known.name)
        change.about = f"person:{known.pk}"
        _tie_met(change, known, how)
        approach = _approach(change, known, step, promise)
        touch = write_touch(
            change, known, kind="met", approach=approach, channel=FACE_TO_FACE, text=text
        )
        _write_besides(change, touch, said)
        if promise:
            _write_promise(change, known, approach)
        done = step.finished if step else frozenset()
        spoken_of = [named(to) for to in (said.get("to"), *said.get("named", ())) if to]
        brought = [
            bring_person(change, approach, one, origin="named", finished=done) for one in spoken_of
        ]
    return Recorded.by(change, approach, touch=touch, brought=brought)


def _new_person(change: Recording, name: str, said: MetSaid) -> Person:
    company = line(said.get("company", ""), called="the company's name", most=300)
    title = line(said.get("title", ""), called="the title", most=300)
    told: PersonSaid = {
        "company": company,
        "title": title,
        "email": said.get("email", ""),
        "phone": said.get("phone", ""),
        "linkedin": _free_profile(change, said),
    }
    return make_person(change, name=name, **told)


def _free_profile(change: Recording, said: MetSaid) -> str | None:
    """Their profile, unless it is kept as somebody else's."""
    slug = slug_of(said.get("linkedin", ""))
    taken = Person.objects.filter(campaign=change.campaign, linkedin=slug)
    return None if slug is None or taken.exists() else slug


def reached(change: Recording, person: Person, said: MetSaid) -> Person:
    """Somebody known, with the ways to reach them that were told."""
    for kind, text in (("email", said.get("email", "")), ("phone", said.get("phone", ""))):
        if text.strip():
            add_way(change, person, kind, text)
    if not person.linkedin:
        change.change(person, linkedin=_free_profile(change, said))
    return person


def _write_besides(change: Recording, touch: Touch, said: MetSaid) -> None:
    """Where it was, what was talked about, and what the two promised each other."""
    event, talk = said.get("event"), said.get("said", "")
    if isinstance(event, str):
        event = make_event(change, name=event, on=change.on)
    if event is not None or talk:
        write_encounter(change, touch, event=event, said=talk)
    write_promises(change, touch, said)
    write_sheet(change, touch, said.get("learned", {}))


def write_promises(change: Recording, touch: Touch, said: MetSaid) -> None:
    """What the two promised each other there."""
    for whose in PROMISE_WHOSE:
        if what := said.get(whose, ""):
            write_promise(change, touch.person, whose=whose, what=what, touch=touch)


def _write_promise(change: Recording, person: Person, approach: Approach) -> None:
    yes = write_touch(
        change, person, kind="yes", approach=approach, inbound=True, channel=FACE_TO_FACE
    )
    write_outcome(change, approach, kind="yes", touch=yes)


def _tie_met(change: Recording, person: Person, how: str) -> None:
    """A tie that was nothing more becomes *met*; a closer one stays what it is."""
    tie = tie_between(person, None)
    if tie is None or tie.kind in ("", "dormant"):
        write_tie(change, person, None, kind="met", how=how[:500] if tie is None else None)


def _approach(
    change: Recording, person: Person, step: Meant | None, promise: str | None
) -> Approach:
    """M6.2: one asks for the conversation, unless something was promised or asked already."""
    running = step.unfinished if step else None
    ask = promise or (running.ask if running else USUAL_ASK)
    opening = Opening(
        person=person,
        ask=ask,  # type: ignore[arg-type]  # one of Ask, read from a line or kept
        channel=step.opening.channel if step else best_written(person),
        origin="met",
    )
    return join_or_open(change, opening, finished=step.finished if step else frozenset())

"""Recording calls and what came back."""

from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.facts.channels import BY_CALL, BY_INVITATION
from firststep.facts.kinds import Origin
from firststep.facts.line_kinds import CALL_OUTCOMES, REPLIES
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.approach.models import Approach
from firststep.steps.followup.rows import write_call
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import note, one_of
from firststep.steps.outreach.brought import bring_person
from firststep.steps.outreach.hearing.rows import settle_heard
from firststep.steps.outreach.models import Heard, Touch
from firststep.steps.outreach.rows import (
    kill_addresses,
    kill_used_address,
    last_channel,
    write_outcome,
    write_touch,
)
from firststep.steps.people.models import Person
from firststep.steps.people.naming import EXAMPLE, named
from firststep.steps.people.rows.making import may_be_known
from firststep.steps.people.rows.ways import add_way, keep_suppressed
from firststep.verbs.thread.step import Meant, Recorded, opened, said_of, step_for, whose

DECIDED = ("yes", "no", "later")
CALL_WORDS = {
    "talked": "You talked with {} on the phone.",
    "voicemail": "You left {} a voicemail.",
    "no_answer": "You rang {}; nobody answered.",
    "yes": "You called {}: yes.",
    "no": "You called {}: no.",
    "later": "You called {}: later.",
}
REPLY_WORDS = {
    "yes": "{} said yes.",
    "no": "{} said no.",
    "later": "{} said later.",
    "question": "{} asked you something.",
    "helped": "{} helped.",
    "refers": "{} referred you.",
    "accepted": "{} accepted your invitation.",
    "out_of_office": "{} is out of the office.",
    "bounced": "The message to {} bounced.",
}


class CallSaid(TypedDict, total=False):
    """What may be told of a call: the day a `later` named, somebody they spoke of (`to`) and
    whether that person is said to expect the seeker (`expected`), what they agreed to do
    (`promise`, an ask), what was said."""

    until: date | None
    to: str
    expected: bool
    promise: str | None
    text: str


class ReplySaid(CallSaid, total=False):
    """What may be told of an answer. `email` and `phone` are those of the person named; without
    one, of the person who answered; a `promise` is what they agreed to where that is not what was
    asked. `dead` are the addresses a bounce found dead, none of them where it will arrive later;
    without it the one in use is. `heard` is what it was read in, which it settles."""

    email: str
    phone: str
    dead: tuple[str, ...]
    heard: Heard


@in_turn
def record_call(
    campaign: Campaign, *, stamp: Stamp, ref: str, outcome: str, **said: Unpack[CallSaid]
) -> Recorded:
    """Records an attempt to ring somebody and how it ended. Nobody answering is an attempt and no
    touch."""
    one_of(outcome, CALL_OUTCOMES, called="the end of a call")
    until, promise = said.get("until"), said.get("promise")
    _refuse_until(until, stamp, outcome, ("later",))
    _refuse_nobody(said)
    outcome = "yes" if promise and outcome == "talked" else outcome
    told: ReplySaid = {"to": said.get("to", ""), "expected": said.get("expected", False)}
    step = step_for(campaign, ref, stamp.on, look=_names_known(campaign, told))
    person, text = whose(step), note(said.get("text", ""), called="the note", most=100_000)
    about = f"person:{person.pk}"
    with recording(campaign, stamp, verb="call", about=about, takes_step=True) as change:
        change.words = CALL_WORDS[outcome].format(person.name)
        approach = opened(change, step, ask=promise)
        touch = _call_touch(change, person, approach, outcome, text)
        write_call(change, approach, outcome=outcome, touch=touch)
        created = _brought(change, step, approach, "refers", told)
        change.words = _calling(person, outcome, change.words)
        if outcome in DECIDED or created:
            write_outcome(
                change,
                approach,
                kind=outcome if outcome in DECIDED else "refers",
                touch=touch,
                until=until,
                named=created[0] if created else None,
                expected=said.get("expected", False),
                by_call=True,
            )
    return Recorded.by(change, approach, touch=touch, brought=[created] if created else [])


def _calling(person: Person, outcome: str, words: str) -> str:
    """`You left Ann a voicemail` has no place behind it for what is said of Ann: "You called"."""
    if person.do_not_contact_on is None:
        return words
    ended = "" if outcome == "talked" else f" ({outcome.replace('_', ' ')})"
    return said_of(person, f"You called {person.name}{ended}")


def _call_touch(
    change: Recording, person: Person, approach: Approach, outcome: str, text: str
) -> Touch | None:
    if outcome == "no_answer":
        return None
    kind = "voicemail" if outcome == "voicemail" else "talked"
    return write_touch(change, person, kind=kind, approach=approach, channel=BY_CALL, text=text)


@in_turn
def record_reply(
    campaign: Campaign, *, stamp: Stamp, ref: str, answer: str, **said: Unpack[ReplySaid]
) -> Recorded:
    """Records what came back; `to` names somebody ("Sam Lee, Operations, Acme") in one go (F11)."""
    one_of(answer, REPLIES, called="an answer")
    until, to = said.get("until"), said.get("to", "")
    _refuse_until(until, stamp, answer, ("later", "out_of_office"))
    if answer == "refers" and not to.strip():
        raise CannotDo(f"Say to whom, such as {EXAMPLE}.", kind="bad_input", typed="--to")
    _refuse_nobody(said)
    step = step_for(campaign, ref, stamp.on, look=_names_known(campaign, said))
    person, text = whose(step), note(said.get("text", ""), called="the reply", most=100_000)
    about = f"person:{person.pk}"
    with recording(campaign, stamp, verb="reply", about=about, takes_step=True) as change:
        change.words = REPLY_WORDS[answer].format(person.name)
        approach = opened(change, step, ask=said.get("promise"))
        if answer == "bounced":
            _bounced(change, person, approach, said)
        touch = _reply_touch(change, person, approach, answer, text)
        created = _brought(change, step, approach, answer, said)
        write_outcome(
            change,
            approach,
            kind=answer,
            touch=touch,
            until=until,
            named=created[0] if created else None,
            expected=said.get("expected", False),
        )
        settle_heard(change, said.get("heard"), answer)
    return Recorded.by(change, approach, touch=touch, brought=[created] if created else [])


def _reply_touch(
    change: Recording, person: Person, approach: Approach, answer: str, text: str
) -> Touch | None:
    if answer == "bounced":
        return None
    return write_touch(
        change,
        person,
        kind=answer,
        approach=approach,
        inbound=True,
        channel=BY_INVITATION if answer == "accepted" else last_channel(approach),
        text=text,
    )


def _bounced(change: Recording, person: Person, approach: Approach, said: ReplySaid) -> None:
    """The address is dead (F17): those the report names, else the one in use."""
    if "dead" in said:
        kill_addresses(change, person, said["dead"])
    else:
        kill_used_address(change, approach, person)


def _brought(
    change: Recording, step: Meant, approach: Approach, answer: str, said: ReplySaid
) -> tuple[Person, Approach | None] | None:
    ways = {"email": said.get("email", ""), "phone": said.get("phone", "")}
    if not said.get("to", "").strip():
        for kind, way in ways.items():
            if way.strip() and approach.person is not None:
                add_way(change, approach.person, kind, way)
                keep_suppressed(change, approach.person)
        return None
    introduced = answer == "refers" and approach.ask == "introduction"
    introduced = introduced or said.get("expected", False)
    origin: Origin = "introduced" if introduced else "named"
    who = replace(named(said["to"]), **ways)
    brought = bring_person(change, approach, who, origin=origin, finished=step.finished)
    if answer == "refers" and approach.person is not None:
        by = approach.person.name
        change.words = f"{by} named {brought[0].name}."
    else:
        change.words = f"{change.words[:-1]} and named {brought[0].name}."
    return brought


def _names_known(campaign: Campaign, said: ReplySaid) -> bool:
    """Whether somebody was named who may be known already: only then has the plan to say which
    threads of theirs silence has closed."""
    if not said.get("to", "").strip():
        return False
    ways = {"email": said.get("email", ""), "phone": said.get("phone", "")}
    return may_be_known(campaign, name=named(said["to"]).name, **ways)


def _refuse_nobody(said: CallSaid) -> None:
    """Nobody expects the seeker who was not named."""
    if said.get("expected") and not said.get("to", "").strip():
        words = f"Say who expects you, such as {EXAMPLE}."
        raise CannotDo(words, kind="bad_input", typed="--to")


def _refuse_until(until: date | None, stamp: Stamp, said: str, fitting: tuple[str, ...]) -> None:
    if until is None:
        return
    if said not in fitting:
        words = f"A day goes with {' or '.join(fitting)} only."
        raise CannotDo(words.replace("_", " "), kind="bad_input", typed="--until")
    if until <= stamp.on:
        raise CannotDo(f"{until} is not a day to come. Leave it out, or give a later one.")

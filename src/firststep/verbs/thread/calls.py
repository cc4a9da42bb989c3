"""Recording calls and how they ended."""

from typing import Unpack

from firststep.facts.channels import BY_CALL
from firststep.facts.line_kinds import CALL_OUTCOMES
from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.approach.models import Approach
from firststep.steps.followup.rows import write_call
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import note, one_of
from firststep.steps.outreach.models import Touch
from firststep.steps.outreach.rows import write_outcome, write_touch
from firststep.steps.people.models import Person
from firststep.verbs.thread.named import (
    CallSaid,
    NamingSaid,
    bring_named,
    names_known,
    refuse_nobody,
    refuse_until,
)
from firststep.verbs.thread.sheet import write_sheet
from firststep.verbs.thread.step import Recorded, opened, said_of, step_for, whose

DECIDED = ("yes", "no", "later")
CALL_WORDS = {
    "talked": "You talked with {name} on the phone.",
    "voicemail": "You left {name} a voicemail.",
    "no_answer": "You rang {name}; nobody answered.",
    "yes": "You called {name}: yes.",
    "no": "You called {name}: no.",
    "later": "You called {name}: later.",
}
CALL_ENDED = {
    "talked": "You called {name}",
    "voicemail": "You called {name} (voicemail)",
    "no_answer": "You called {name} (no answer)",
    "yes": "You called {name} (yes)",
    "no": "You called {name} (no)",
    "later": "You called {name} (later)",
}


@in_turn
def record_call(
    campaign: Campaign, *, stamp: Stamp, ref: str, outcome: str, **said: Unpack[CallSaid]
) -> Recorded:
    """Records an attempt to ring somebody and how it ended. Nobody answering is an attempt and no
    touch."""
    one_of(outcome, CALL_OUTCOMES, called="the end of a call")
    until, promise = said.get("until"), said.get("promise")
    refuse_until(until, stamp, (outcome,), ("later",))
    refuse_nobody(said)
    outcome = "yes" if promise and outcome == "talked" else outcome
    told: NamingSaid = {"to": said.get("to", ""), "expected": said.get("expected", False)}
    known = names_known(campaign, told)
    step = step_for(campaign, ref, stamp.on, look=known)
    person, text = whose(step), note(said.get("text", ""), called="the note", most=100_000)
    with recording(campaign, stamp, verb="call", about=person, takes_step=True) as change:
        change.words = say(CALL_WORDS[outcome], name=person.name)
        approach = opened(change, step, ask=promise)
        touch = _call_touch(change, person, approach, outcome, text)
        if touch is not None:
            write_sheet(change, touch, said.get("learned", {}))
        write_call(change, approach, outcome=outcome, touch=touch)
        created = bring_named(change, step, approach, ("refers",), told, may_be_known=known)
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
    return said_of(person, say(CALL_ENDED[outcome], name=person.name))


def _call_touch(
    change: Recording, person: Person, approach: Approach, outcome: str, text: str
) -> Touch | None:
    if outcome == "no_answer":
        return None
    kind = "voicemail" if outcome == "voicemail" else "talked"
    return write_touch(change, person, kind=kind, approach=approach, channel=BY_CALL, text=text)

"""Whom an answer or a call names, and what goes with neither."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypedDict

from firststep.errors import CannotDo
from firststep.facts.kinds import Origin
from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.brought import bring_person
from firststep.steps.people.models import Person
from firststep.steps.people.naming import EXAMPLE, named
from firststep.steps.people.rows.making import may_be_known
from firststep.steps.people.rows.ways import add_way, keep_suppressed
from firststep.verbs.thread.sheet import SheetSaid
from firststep.verbs.thread.step import Meant


class CallSaid(TypedDict, total=False):
    """What may be told of a call: the day a `later` named, somebody they spoke of (`to`) and
    whether that person is said to expect the seeker (`expected`), what they agreed to do
    (`promise`, an ask), what was said, what they told of the work (`learned`)."""

    until: date | None
    to: str
    expected: bool
    promise: str | None
    text: str
    learned: SheetSaid


class NamingSaid(CallSaid, total=False):
    """`email` and `phone` are the named person's; without one, of the person who answered."""

    email: str
    phone: str


def bring_named(
    change: Recording,
    step: Meant,
    approach: Approach,
    kinds: Sequence[str],
    said: NamingSaid,
    *,
    may_be_known: bool,
) -> tuple[Person, Approach | None] | None:
    """Brings in whom they named, and says so in the words of the entry; without anybody a way to
    themselves is kept."""
    ways = {"email": said.get("email", ""), "phone": said.get("phone", "")}
    if not said.get("to", "").strip():
        _keep_ways(change, approach.person, ways)
        return None
    introduced = "refers" in kinds and approach.ask == "introduction"
    introduced = introduced or said.get("expected", False)
    origin: Origin = "introduced" if introduced else "named"
    who = replace(named(said["to"]), **ways)
    brought = bring_person(
        change,
        approach,
        who,
        origin=origin,
        finished=step.finished,
        may_be_known=may_be_known,
    )
    change.words = _naming(change.words, kinds, approach.person, brought[0].name)
    return brought


def _keep_ways(change: Recording, person: Person | None, ways: dict[str, str]) -> None:
    for kind, way in ways.items():
        if way.strip() and person is not None:
            add_way(change, person, kind, way)
            keep_suppressed(change, person)


def _naming(words: str, kinds: Sequence[str], by: Person | None, name: str) -> str:
    if {*kinds} == {"refers"} and by is not None:
        return say("{by} named {name}.", by=by.name, name=name)
    if "bounced" in kinds:
        return f"{words} {say('It named {name}.', name=name)}"
    return say("{told} and named {name}.", told=words[:-1], name=name)


def names_known(campaign: Campaign, said: NamingSaid) -> bool:
    """Whether somebody was named who may be known already: only then has the plan to say which
    threads of theirs silence has closed."""
    if not said.get("to", "").strip():
        return False
    ways = {"email": said.get("email", ""), "phone": said.get("phone", "")}
    return may_be_known(campaign, name=named(said["to"]).name, **ways)


def refuse_nobody(said: CallSaid) -> None:
    """Nobody expects the seeker who was not named."""
    if said.get("expected") and not said.get("to", "").strip():
        words = say("Say who expects you, such as {example}.", example=EXAMPLE)
        raise CannotDo(words, kind="bad_input", typed="--to")


def refuse_until(
    until: date | None, stamp: Stamp, said: Sequence[str], fitting: tuple[str, ...]
) -> None:
    if until is None:
        return
    if not {*said} & {*fitting}:
        words = say(
            "A day goes with {fitting} only.", fitting=" or ".join(fitting).replace("_", " ")
        )
        raise CannotDo(words, kind="bad_input", typed="--until")
    if until <= stamp.on:
        raise CannotDo(
            "{until} is not a day to come. Leave it out, or give a later one.", until=until
        )

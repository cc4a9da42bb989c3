"""Saying how people know each other."""

from typing import Unpack

from firststep.errors import CannotDo
from firststep.facts.kinds import TIE_KINDS
from firststep.facts.said import say
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import one_of
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Tie
from firststep.steps.people.rows.letting_go import let_facts_go
from firststep.steps.people.rows.ties import HowKnown, tie_between, write_tie


@in_turn
def set_tie(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    other: str | None = None,
    drop: bool = False,
    **said: Unpack[HowKnown],
) -> Tie:
    """Says how one knows a person, or how two people know each other."""
    _refuse_unfit(campaign, stamp, person, said, empty=other is None and not drop)
    a = find_person(campaign, person)
    b = find_person(campaign, other) if other else None
    if b is not None and b.pk == a.pk:
        raise CannotDo("{name} is one person. Name two.", name=a.name, kind="bad_input")
    whom = f"{a.name} and {b.name}" if b else f"you and {a.name}"
    words = (
        say("You said that {whom} do not know each other.", whom=whom)
        if drop
        else say("You said how {whom} know each other.", whom=whom)
    )
    with recording(campaign, stamp, verb="tie", words=words, about=a) as change:
        if not drop:
            return write_tie(change, a, b, **said)
        tie = tie_between(a, b)
        if tie is None:
            raise CannotDo("No tie between {whom} is known.", whom=whom, kind="not_found")
        key = tie.pk
        if b is None:
            let_facts_go(change, a, "tie", [""])
        change.drop([tie])
        tie.pk = key
        return tie


def _refuse_unfit(
    campaign: Campaign, stamp: Stamp, person: str, said: HowKnown, *, empty: bool
) -> None:
    kind, since = said.get("kind"), said.get("since")
    if kind is not None:
        one_of(kind, TIE_KINDS, called="a tie")
    if empty and all(part is None for part in said.values()):
        raise CannotDo(
            "Say how well you know {name}, from where, or since when.",
            name=find_person(campaign, person).name,
            kind="bad_input",
            typed='--kind known, --how "from where", --since DATE, or --drop',
        )
    if since is not None and since > stamp.on:
        raise CannotDo("{since} is not here yet.", since=since, kind="bad_input")

"""Recording what came back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Unpack

from firststep.errors import CannotDo
from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.channels import BY_INVITATION
from firststep.facts.line_kinds import REPLIES
from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.plan.playbook.situation import day
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Meeting
from firststep.steps.followup.rows import date_meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import note, one_of
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
from firststep.steps.people.naming import EXAMPLE
from firststep.verbs.thread.conversations import HOWS, refuse_hour
from firststep.verbs.thread.named import (
    NamingSaid,
    bring_named,
    names_known,
    refuse_nobody,
    refuse_until,
)
from firststep.verbs.thread.step import Meant, Recorded, opened, step_for, whose

REPLY_WORDS = {
    "yes": "{name} said yes.",
    "no": "{name} said no.",
    "later": "{name} said not now.",
    "question": "{name} asked you something.",
    "helped": "{name} helped.",
    "refers": "{name} referred you.",
    "accepted": "{name} accepted your invitation.",
    "out_of_office": "{name} is out of the office.",
    "bounced": "The message to {name} bounced.",
}


class ReplySaid(NamingSaid, total=False):
    """What may be told of an answer; a `promise` is what they agreed to where that is not what was
    asked. `dead` are the addresses a bounce found dead, none of them where it will arrive later;
    without it the one in use is. `heard` is what it was read in, which it settles. `also` is what
    else the same message said, each of REPLIES; `at` (local, naive) the hour a yes agreed to talk,
    `how` the way."""

    dead: tuple[str, ...]
    heard: Heard
    also: Sequence[str]
    at: datetime | None
    how: str


@in_turn
def record_reply(
    campaign: Campaign, *, stamp: Stamp, ref: str, answer: str, **said: Unpack[ReplySaid]
) -> Recorded:
    """Records what came back; `to` names somebody ("Sam Lee, Operations, Acme") in one go (F11).

    The next step goes by `answer`; what a message said besides is an outcome of its own.
    """
    kinds = (*said.get("also", ()), answer)
    _refuse_unfit(campaign, stamp, ref, kinds, said)
    known = names_known(campaign, said)
    step = step_for(campaign, ref, stamp.on, look=known)
    person, text = whose(step), note(said.get("text", ""), called="the reply", most=100_000)
    with recording(campaign, stamp, verb="reply", about=person, takes_step=True) as change:
        change.words = _replying(person, kinds)
        approach = opened(change, step, ask=_agreed_to(step, said))
        if "bounced" in kinds:
            _bounced(change, person, approach, said)
        touch = _reply_touch(change, step, approach, answer, text)
        created = bring_named(change, step, approach, kinds, said, may_be_known=known)
        _write_outcomes(change, approach, kinds, touch, created, said)
        meeting = _dated(change, approach, said)
        settle_heard(change, said.get("heard"), answer)
    brought = [created] if created else []
    return Recorded.by(change, approach, touch=touch, meeting=meeting, brought=brought)


def _refuse_unfit(
    campaign: Campaign, stamp: Stamp, ref: str, kinds: Sequence[str], said: ReplySaid
) -> None:
    """Raises CannotDo for what does not go together."""
    for kind in kinds:
        one_of(kind, REPLIES, called="an answer")
    refuse_until(said.get("until"), stamp, kinds, ("later", "out_of_office"))
    if "refers" in kinds and not said.get("to", "").strip():
        raise CannotDo(
            "Say to whom, such as {example}.", example=EXAMPLE, kind="bad_input", typed="--to"
        )
    refuse_nobody(said)
    if (at := said.get("at")) is not None:
        if "yes" not in kinds:
            raise CannotDo("An hour goes with yes only.", kind="bad_input", typed="--at")
        refuse_hour(at, campaign, on=stamp.on, typed=f"firststep talked {ref}")
    if how := said.get("how"):
        one_of(how, HOWS, called="a way to talk")


def _replying(person: Person, kinds: Sequence[str]) -> str:
    """“Ann said no. They helped.” Whom they named is told behind it."""
    told = [kind for kind in kinds if kind != "refers"] or ["refers"]
    return " ".join(
        say(REPLY_WORDS[kind], name=say("They") if at else person.name)
        for at, kind in enumerate(told)
    )


def _agreed_to(step: Meant, said: ReplySaid) -> str | None:
    """What they agreed to where that is not what was asked: with an hour it is to talk."""
    asked = step.approach.ask if step.approach else step.opening.ask
    talk = said.get("at") is not None and asked not in CONVERSATION_ASKS
    return said.get("promise") or ("meeting" if talk else None)


def _write_outcomes(
    change: Recording,
    approach: Approach,
    kinds: Sequence[str],
    touch: Touch | None,
    created: tuple[Person, Approach | None] | None,
    said: ReplySaid,
) -> None:
    """An outcome for each thing said; the last one has the touch."""
    naming = "refers" if "refers" in kinds else kinds[-1]
    for at, kind in enumerate(kinds, start=1):
        names = kind == naming
        write_outcome(
            change,
            approach,
            kind=kind,
            touch=touch if at == len(kinds) else None,
            until=said.get("until") if kind in ("later", "out_of_office") else None,
            named=created[0] if created and names else None,
            expected=said.get("expected", False) and names,
        )


def _dated(change: Recording, approach: Approach, said: ReplySaid) -> Meeting | None:
    at = said.get("at")
    if at is None:
        return None
    words = say("You will talk on {day} at {hour}.", day=day(at), hour=f"{at:%H:%M}")
    change.words += f" {words}"
    return date_meeting(change, approach, at=at, how=said.get("how", ""))


def _reply_touch(
    change: Recording, step: Meant, approach: Approach, answer: str, text: str
) -> Touch | None:
    if answer == "bounced":
        return None
    way = last_channel(approach) if step.approach else approach.channel  # nothing went out yet
    return write_touch(
        change,
        whose(step),
        kind=answer,
        approach=approach,
        inbound=True,
        channel=BY_INVITATION if answer == "accepted" else way,
        text=text,
    )


def _bounced(change: Recording, person: Person, approach: Approach, said: ReplySaid) -> None:
    """The address is dead (F17): those the report names, else the one in use."""
    if "dead" in said:
        kill_addresses(change, person, said["dead"])
    else:
        kill_used_address(change, approach, person)

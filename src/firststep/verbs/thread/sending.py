"""Recording what the seeker wrote."""

from dataclasses import dataclass
from typing import TypedDict, Unpack

from firststep.facts.channels import (
    BY_CALL,
    BY_INVITATION,
    CHANNEL_NAMES,
    FACE_TO_FACE,
    USUAL_CHANNEL,
    ChannelName,
)
from firststep.facts.line_kinds import SENT_KINDS
from firststep.facts.plan import Plan
from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.plan.shown import plan_on
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line, note, one_of
from firststep.steps.outreach.models import Message, Touch
from firststep.steps.outreach.rows import (
    best_written,
    message_becomes,
    write_touch,
    wrote_already,
)
from firststep.steps.outreach.shelf import choose_wording
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Person
from firststep.verbs.thread.keeping import kept_at, occasion_at
from firststep.verbs.thread.step import (
    Meant,
    Recorded,
    opened,
    person_step,
    planned,
    said_of,
    step_for,
    whose,
)

WORDS = {
    "write": "You wrote to {name}.",
    "nudge": "You reminded {name}.",
    "thank": "You thanked {name}.",
    "answer": "You answered {name}.",
    "report_back": "You told {name} what came of it.",
    "invite": "You invited {name} to connect.",
}


SAID_THERE = "You asked {name} in person."


class SentSaid(TypedDict, total=False):
    """What may be said of what went out. Without a `text` it is the one kept for the step; `told`
    is the line in which the seeker told of it. A `wording` that was chosen for it comes first when
    the same is asked again."""

    channel: ChannelName | None
    kind: str | None
    subject: str | None
    text: str | None
    told: str
    wording: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gone:
    """What went out: `message` is the row it was kept in, if it was; `chosen` the occasion and the
    wording that was taken on it, if one was."""

    kind: str
    channel: ChannelName | None
    subject: str
    text: str
    told: str
    message: Message | None
    chosen: tuple[str, str]


@in_turn
def record_sent(
    campaign: Campaign, *, stamp: Stamp, ref: str, **said: Unpack[SentSaid]
) -> Recorded:
    """Records that a message went out: what the plan shows now, unless `kind` says other (F16).

    What happened is never refused, beyond the limits or to do-not-contact.
    """
    step = step_for(campaign, ref, stamp.on)
    whose(step)
    return _send(campaign, stamp, step, _gone(step, said), verb="sent")


@in_turn
def thank(campaign: Campaign, *, stamp: Stamp, person: str, **said: Unpack[SentSaid]) -> Recorded:
    """Records thanks to a person, on the approach that owes them."""
    found = find_person(campaign, person)
    owing = _owing_thanks(plan_on(campaign, stamp.on).plan, found)
    if owing is not None:
        step = step_for(campaign, str(owing), stamp.on)
    else:
        step = person_step(campaign, found, stamp.on)
    gone = _gone(step, {**said, "kind": "thank"})
    if step.approach is None:
        return _loose(campaign, stamp, found, gone, verb="thank")
    return _send(campaign, stamp, step, gone, verb="thank")


def _owing_thanks(plan: Plan, person: Person) -> int | None:
    owing = (i for i in planned(plan) if i.kind == "thank" and i.person_id == person.pk)
    return next((item.approach_id for item in owing), None)


def _gone(step: Meant, said: SentSaid) -> _Gone:
    """What was said of it, tidied; what was not said is as it was kept."""
    kind, channel = _as_said(step, said)
    message = kept_at(step.at, kind=kind) if step.at else None
    subject, text = said.get("subject"), said.get("text")
    if message is not None:
        channel = channel or message.channel
        subject = message.subject if subject is None else subject
        text = message.body if text is None else text
    return _Gone(
        kind=kind,
        channel=channel,
        subject=line(subject or "", called="the subject", most=300),
        text=note(text or "", called="the message", most=100_000),
        told=said.get("told", ""),
        message=message,
        chosen=_chosen(step, channel, said.get("wording") or ""),
    )


def _chosen(step: Meant, channel: ChannelName | None, wording: str) -> tuple[str, str]:
    if step.at is None or not wording:
        return "", ""
    return occasion_at(step.at, channel, wording=wording), wording


def _as_said(step: Meant, said: SentSaid) -> tuple[str, ChannelName | None]:
    """What kind of message, and by which way where that was said."""
    channel, kind = said.get("channel"), said.get("kind")
    if channel is not None:
        one_of(channel, CHANNEL_NAMES, called="a way to write")
    if kind is None:
        kind = _kind_now(step, channel)
    one_of(kind, SENT_KINDS, called="a kind of message")
    return kind, BY_INVITATION if kind == "invite" else channel


def _send(campaign: Campaign, stamp: Stamp, step: Meant, gone: _Gone, *, verb: str) -> Recorded:
    person = whose(step)
    if step.keeps_in_touch and gone.kind in ("write", "report_back"):
        return _loose(campaign, stamp, person, gone, verb=verb)
    with recording(campaign, stamp, verb=verb, about=person, takes_step=True) as change:
        begins = gone.kind in ("write", "invite")
        approach = opened(change, step, channel=gone.channel if begins else None)
        channel = gone.channel or _channel(step, approach, person)
        asked_there = channel == FACE_TO_FACE and gone.kind in ("write", "nudge")
        words = say(SAID_THERE if asked_there else WORDS[gone.kind], name=person.name)
        change.words = said_of(person, words)
        touch = _touch(change, person, gone, channel=channel, approach=approach)
    return Recorded.by(change, approach, touch=touch)


def _touch(
    change: Recording,
    person: Person,
    gone: _Gone,
    *,
    channel: ChannelName,
    approach: Approach | None = None,
) -> Touch:
    """What went out as a touch; where its text was kept, that message is sent now."""
    touch = write_touch(
        change,
        person,
        kind=gone.kind,
        approach=approach,
        channel=channel,
        subject=gone.subject,
        text=gone.text or gone.told,
    )
    if gone.chosen[0]:
        choose_wording(change, *gone.chosen)
    if gone.message is not None:
        sent = {"subject": gone.subject, "body": gone.text or gone.message.body}
        by = {"touch": touch, "approach": approach, "channel": channel}
        message_becomes(change, gone.message, "sent", **sent, **by)
    return touch


def _kind_now(step: Meant, channel: ChannelName | None) -> str:
    """What the letter of the step is: by another way than the invitation's it is the note."""
    if step.at is not None:
        sent_as = step.at.sent_as
        return "write" if sent_as == "invite" and channel not in (None, BY_INVITATION) else sent_as
    return "nudge" if step.approach and wrote_already(step.approach) else "write"


def _channel(step: Meant, approach: Approach, person: Person) -> str:
    """By which way the letter of the step goes, as it is drafted where no way is known; what stands
    for a call goes in writing."""
    card = step.at.card if step.at else None
    usual = (card.channel or USUAL_CHANNEL) if card else approach.channel
    called = usual == BY_CALL and (card is None or card.kind == "call")
    return best_written(person) if called else usual


def _loose(campaign: Campaign, stamp: Stamp, person: Person, gone: _Gone, *, verb: str) -> Recorded:
    """Thanks, or two lines to stay in touch, outside every approach: they ask for nothing, so they
    count people, never steps."""
    words, about = said_of(person, say(WORDS[gone.kind], name=person.name)), f"person:{person.pk}"
    change: Recording
    with recording(campaign, stamp, verb=verb, words=words, about=about, takes_step=True) as change:
        touch = _touch(change, person, gone, channel=gone.channel or best_written(person))
    return Recorded.by(change, None, ref=f"p{person.pk}", touch=touch)

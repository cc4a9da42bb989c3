"""Recording what the seeker wrote."""

from firststep.facts.channels import BY_CALL, CHANNEL_NAMES
from firststep.facts.line_kinds import SENT_KINDS
from firststep.facts.plan import Plan
from firststep.journal.actions import Recording, Stamp, recording
from firststep.plan.shown import plan_on
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line, note, one_of
from firststep.steps.outreach.rows import best_written, write_touch, wrote_already
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Person
from firststep.verbs.thread.step import (
    Meant,
    Recorded,
    opened,
    person_step,
    planned,
    said_of,
    step_for,
    whom,
)

WORDS = {
    "write": "You wrote to {}.",
    "nudge": "You reminded {}.",
    "thank": "You thanked {}.",
    "answer": "You answered {}.",
    "report_back": "You told {} what came of it.",
}


def record_sent(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str,
    channel: str | None = None,
    kind: str | None = None,
    subject: str = "",
    text: str = "",
) -> Recorded:
    """Records that a message went out: what the plan shows now, unless `kind` says other (F16).

    What happened is never refused, beyond the limits or to do-not-contact.
    """
    step = step_for(campaign, ref, stamp.on)
    return _send(
        campaign, stamp, step, channel=channel, kind=kind, subject=subject, text=text, verb="sent"
    )


def thank(
    campaign: Campaign, *, stamp: Stamp, person: str, channel: str | None = None, text: str = ""
) -> Recorded:
    """Records thanks to a person, on the approach that owes them."""
    found = find_person(campaign, person)
    owing = _owing_thanks(plan_on(campaign, stamp.on).plan, found)
    if owing is not None:
        step = step_for(campaign, str(owing), stamp.on)
    else:
        step = person_step(campaign, found, stamp.on)
        if step.approach is None:
            return _loose(campaign, stamp, found, kind="thank", channel=channel, text=text)
    return _send(campaign, stamp, step, channel=channel, kind="thank", text=text, verb="thank")


def _owing_thanks(plan: Plan, person: Person) -> int | None:
    owing = (i for i in planned(plan) if i.kind == "thank" and i.person_id == person.pk)
    return next((item.approach_id for item in owing), None)


def _send(
    campaign: Campaign,
    stamp: Stamp,
    step: Meant,
    *,
    verb: str,
    channel: str | None = None,
    kind: str | None = None,
    subject: str = "",
    text: str = "",
) -> Recorded:
    person = whom(step)
    if channel is not None:
        one_of(channel, CHANNEL_NAMES, called="a way to write")
    kind = one_of(kind, SENT_KINDS, called="a kind of message") if kind else _kind_now(step)
    subject = line(subject, called="the subject", most=300)
    text = note(text, called="the message", most=100_000)
    if step.keeps_in_touch and kind == "write":
        return _loose(campaign, stamp, person, kind=kind, channel=channel, text=text, verb=verb)
    with recording(campaign, stamp, verb=verb, about=f"person:{person.pk}") as change:
        change.words = said_of(person, WORDS[kind].format(person.name))
        approach = opened(change, step, channel=channel if kind == "write" else None)
        touch = write_touch(
            change,
            person,
            kind=kind,
            approach=approach,
            channel=channel or _channel(step, approach, person),
            subject=subject,
            text=text,
        )
    return Recorded(approach_id=approach.pk, ref=str(approach.pk), touch_id=touch.pk)


def _kind_now(step: Meant) -> str:
    """What the letter of the step is."""
    if step.at is not None:
        return step.at.sent_as
    return "nudge" if step.approach and wrote_already(step.approach) else "write"


def _channel(step: Meant, approach: Approach, person: Person) -> str:
    """By which way the letter of the step goes; what stands for a call goes in writing."""
    card = step.at.card if step.at else None
    usual = (card and card.channel) or approach.channel
    called = usual == BY_CALL and (card is None or card.kind == "call")
    return best_written(person) if called else usual


def _loose(
    campaign: Campaign,
    stamp: Stamp,
    person: Person,
    *,
    kind: str,
    channel: str | None,
    text: str,
    verb: str = "thank",
) -> Recorded:
    """Thanks, or two lines to stay in touch, outside every approach: they ask for nothing, so they
    count people, never steps."""
    change: Recording
    words, about = said_of(person, WORDS[kind].format(person.name)), f"person:{person.pk}"
    with recording(campaign, stamp, verb=verb, words=words, about=about) as change:
        touch = write_touch(
            change, person, kind=kind, channel=channel or best_written(person), text=text
        )
    return Recorded(approach_id=None, ref=f"p{person.pk}", touch_id=touch.pk)

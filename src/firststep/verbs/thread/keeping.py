"""Keeping the text of a step as it stands, and finding it again."""

from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from firststep.errors import CannotDo
from firststep.facts.channels import CHANNEL_NAMES, ChannelName, channel_named
from firststep.facts.draft import Draft, DraftFacts
from firststep.facts.message import Text
from firststep.facts.said import say
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.plan.step_at import StepAt
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.approach.told_apart import colleagues
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line, note, one_of
from firststep.steps.outreach.drafting.draft import (
    as_it_stands,
    draft,
    occasion_of,
    wordings_for,
)
from firststep.steps.outreach.drafting.names import signs_given
from firststep.steps.outreach.models import Message, Touch
from firststep.steps.outreach.rows import keep_text, kept_message, texts_to
from firststep.steps.outreach.shelf import choose_wording, shelf_of
from firststep.verbs.thread.step import Meant, step_for, whose

MOST_OF_A_TEXT = 100_000
_FEW = 3  # of their newest texts show how they sign
_THEIRS = KeptQuery(
    lambda: (
        Touch.objects.filter(person=Blank("person"), inbound=True, on__lte=Blank("on"))
        .exclude(text="")
        .order_by("-on", "-order")
        .values_list("text", flat=True)[:_FEW]
    )
)
_FIRST_NOTE = KeptQuery(
    lambda: (
        Touch.objects.filter(approach=Blank("approach"), kind="write")
        .exclude(text="")
        .order_by("-on", "-order")
        .values_list("text", flat=True)[:1]
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """What is kept for a step, with the blanks it still has and what the review says of it."""

    message: Message
    draft: Draft


def kept_at(at: StepAt, *, kind: str | None = None) -> Message | None:
    """The text kept for the step that stands there; another step has none of it."""
    if at.person is None:
        return None
    approach = at.approach
    return kept_message(
        at.person.id,
        kind=kind or at.sent_as,
        ask=at.card.ask,
        approach_id=approach.id if approach else None,
    )


class KeptSaid(TypedDict, total=False):
    """What may be said of a text beside itself."""

    subject: str | None
    channel: ChannelName | None
    wording: str | None


@in_turn
def keep_message(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str,
    text: str,
    **said: Unpack[KeptSaid],
) -> KeptText:
    """Keeps the text of a step as it stands, blanks and all. Nothing goes out, and no approach is
    opened by it.

    Without a subject that of the draft is kept. The `wording` it was drafted from, where it was
    chosen, comes first when the same is asked again. Raises CannotDo where nothing is to be
    written, and for a wording that is none of this step.
    """
    channel, wording, subject = said.get("channel"), said.get("wording"), said.get("subject")
    if channel is not None:
        one_of(channel, CHANNEL_NAMES, called="a way to write")
    step = step_for(campaign, ref, stamp.on)
    at, person = _at(step), whose(step)
    found = kept_at(at)
    facts = facts_at(at, channel or (found.channel if found else None))
    meant = draft(facts, wording=wording or None)
    usual = found.subject if found else meant.subject
    kept = _typed(at, facts.channel, text=text, subject=usual if subject is None else subject)
    with recording(campaign, stamp, verb="message", about=person) as change:
        change.words = say("You kept a draft to {name}.", name=person.name)
        message = found or Message(
            campaign=campaign,
            person=person,
            approach=step.approach,
            kind=at.sent_as,
            ask=at.card.ask or "",
            wording=meant.wording,
            kept_on=change.on,
            order=change.revision,
        )
        keep_text(change, message, kept)
        if wording:
            change.change(message, wording=meant.wording)
            choose_wording(change, occasion_of(facts), meant.wording)
    return KeptText(message=message, draft=draft_of(message, facts))


def facts_at(at: StepAt, channel: ChannelName | None) -> DraftFacts:
    """What the letter of a step may know, by that way or by the step's own; what the seeker has of
    wordings, and what others at the same company got."""
    facts = draft_facts(at.snapshot, at.by(channel), on=at.board.today, book=at.board.book)
    others = colleagues(at.snapshot, at.person) - {at.person.id if at.person else 0}
    shelf = shelf_of(at.snapshot.campaign_id)._asdict()
    first_note = _first_note(at) if facts.kind == "nudge" else ""
    return replace(
        facts,
        first_note=first_note, told_there=texts_to(others), signed_given=signed_by_given(at),
        **shelf,
    )  # fmt: skip


def _first_note(at: StepAt) -> str:
    """The first note of their thread as it went out; "" where its text was not kept."""
    return (_FIRST_NOTE.first(approach=at.approach.id) or "") if at.approach else ""


def signed_by_given(at: StepAt) -> bool:
    """Whether something they wrote ends in their given name (L8)."""
    if at.person is None:
        return False
    texts = _THEIRS(person=at.person.id, on=at.board.today)
    return any(signs_given(text, at.person.given) for text in texts)


def occasion_at(at: StepAt, channel: ChannelName | None, *, wording: str) -> str:
    """The occasion on which that wording was taken; "" where it is none of this step."""
    facts = facts_at(at, channel)
    fits = any(one.name == wording for one in wordings_for(facts))
    return occasion_of(facts) if fits else ""


def draft_of(message: Message, facts: DraftFacts) -> Draft:
    """The kept text as a draft of the step it is for."""
    return as_it_stands(facts, subject=message.subject, body=message.body, wording=message.wording)


def _at(step: Meant) -> StepAt:
    """The step itself. Raises CannotDo where no message is left to write."""
    person = whose(step)
    if person.do_not_contact_on is not None:
        raise CannotDo("{name} is not to be contacted. You said so yourself.", name=person.name)
    if step.at is None:
        raise CannotDo("That is of an earlier round. Give p12 or the name for what comes now.")
    if step.at.over:
        raise CannotDo(step.at.over)
    return step.at


def _typed(at: StepAt, by: ChannelName, *, text: str, subject: str) -> Text:
    channel, body = channel_named(by), note(text, called="the message", most=MOST_OF_A_TEXT)
    if channel.is_spoken:
        raise CannotDo(
            "What goes {by} is said, and no text of it is kept. Give a way to write.",
            by=channel.by,
            typed="--channel",
        )
    if not body:
        raise CannotDo("There is no text to keep.", kind="bad_input")
    subject = line(subject, called="the subject", most=300) if channel.has_subject else ""
    return Text(subject, body, at.person.first(channel) if at.person else "", by)

"""The message of a step: drafted, or as it was kept; and keeping it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from firststep.errors import CannotDo
from firststep.facts.channels import BY_CALL, SPOKEN, ChannelName, channel_named
from firststep.facts.draft import Draft, DraftFacts, Finding
from firststep.facts.message import text_hash
from firststep.facts.plan import Card
from firststep.facts.said import say
from firststep.facts.snapshot import PersonFacts
from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.plain import record_of
from firststep.interfaces.answers.shell import quoted
from firststep.interfaces.links import hand_over
from firststep.journal.actions import Stamp
from firststep.plan.shown import step_on
from firststep.plan.step_at import StepAt
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.drafting.draft import draft as written
from firststep.steps.outreach.drafting.draft import wordings_for
from firststep.steps.outreach.models import Message
from firststep.steps.outreach.rows import whole_text
from firststep.steps.people.finding.references import reference_of
from firststep.verbs.thread.keeping import KeptText, draft_of, facts_at, kept_at


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptShown:
    """What is kept for the step: the mark is of exactly the text that stands there."""

    message_id: int
    state: str
    kept_on: date
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftShown:
    """One message, its blanks, and what the review says of it. `kept` says that it is the text
    the seeker kept."""

    subject: str
    body: str
    blanks: tuple[str, ...]
    findings: tuple[Finding, ...]
    channel: ChannelName
    wording: str
    wordings: tuple[str, ...]
    voicemail: str
    name: str
    to: str
    kept: KeptShown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageKept:
    """What was kept, the blanks that are left, and what the review says of it."""

    message_id: int
    state: str
    blanks: tuple[str, ...]
    findings: tuple[Finding, ...]
    hash: str
    name: str
    channel: ChannelName


class LetterAt(NamedTuple):
    """The text of a step and what it was drafted from; `message` is the row it is kept in,
    `besides` one in which another text is kept."""

    draft: Draft
    facts: DraftFacts
    message: Message | None
    besides: Message | None


def draft(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str,
    wording: str | None = None,
    channel: ChannelName | None = None,
    fresh: bool = False,
) -> DraftShown:
    """The message of a step; writes nothing. Raises CannotDo for do-not-contact."""
    at = step_on(campaign, reference_of(campaign, ref), stamp.on)
    found = letter_at(at, wording=wording, channel=channel, fresh=fresh)
    return record_of(
        DraftShown,
        found.draft,
        wordings=tuple(one.name for one in wordings_for(found.facts)),
        name=at.card.name,
        to=_address(at.person, found.draft.channel),
        kept=_kept_shown(found.message) if found.message else None,
    )


def message_kept(kept: KeptText, _asked: Asked) -> MessageKept:
    return record_of(
        MessageKept,
        kept.draft,
        message_id=kept.message.pk,
        state=kept.message.state,
        hash=text_hash(whole_text(kept.message)),
        name=kept.message.person.name,
    )


def letter_at(
    at: StepAt,
    *,
    wording: str | None = None,
    channel: ChannelName | None = None,
    fresh: bool = False,
    in_writing: bool = False,
) -> LetterAt:
    """The message of a step, whatever door asks for it: as it was kept, unless another wording or
    way is asked for, or a `fresh` one. `in_writing` gives the note that stands for a call. Raises
    CannotDo where none is to be written."""
    _refuse_unwritable(at, at.by(channel))
    if at.over:
        raise CannotDo(at.over)
    found = kept_at(at) if in_writing or not _is_spoken(at.by(channel)) else None
    kept = None if wording or fresh else _by(found, channel)
    facts = facts_at(at, kept.channel if kept else channel or _note(at, in_writing))
    text = draft_of(kept, facts) if kept else written(facts, wording=wording)
    return LetterAt(text, facts, kept, None if kept else found)


def _by(kept: Message | None, channel: ChannelName | None) -> Message | None:
    """What is kept, unless another way was asked for."""
    return kept if kept and channel in (None, kept.channel) else None


def _note(at: StepAt, in_writing: bool) -> ChannelName | None:
    """The way of the note that stands for a call; None for the step's own way."""
    call = in_writing and STEP_KIND[at.card.kind].spoken
    return at.person.usual_channel if call and at.person else None


def _is_spoken(card: Card) -> bool:
    return STEP_KIND[card.kind].spoken or card.channel in SPOKEN


def _kept_shown(message: Message) -> KeptShown:
    return KeptShown(
        message_id=message.pk,
        state=message.state,
        kept_on=message.kept_on,
        hash=text_hash(whole_text(message)),
    )


def _refuse_unwritable(at: StepAt, card: Card) -> None:
    person = at.person
    if person and person.do_not_contact:
        raise CannotDo("{name} is not to be contacted. You said so yourself.", name=person.name)
    if card.finds_way:
        raise CannotDo(
            "There is no way to reach {name} yet. Write an address down, or a number or profile.",
            name=card.name,
            typed=f"firststep person edit {quoted(card.name)} --email ADDRESS",
        )
    if card.kind == "find_number" and card.channel == BY_CALL:
        raise CannotDo(
            "{name} asked to be rung, and no number is known yet.",
            name=card.name,
            typed=f"firststep person edit {quoted(card.name)} --phone NUMBER",
        )
    if card.person_id is None:
        raise CannotDo(
            "There is nobody to write to yet. Find the {seat} first.",
            seat=card.seat or say("manager"),
            typed=f"firststep who {quoted(card.company)}" if card.company else "",
        )


def _address(person: PersonFacts | None, channel: str) -> str:
    """Where the message goes by that channel; "" where no such way is known."""
    if person is None:
        return ""
    goes_by = channel_named(channel)
    address = person.first(goes_by)
    is_page = goes_by.hand_over is not None and goes_by.hand_over.is_page
    return hand_over(goes_by, address) if is_page else address

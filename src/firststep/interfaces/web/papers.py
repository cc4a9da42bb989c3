"""The message of a step as a page shows it, its blanks marked, and as it is worked on."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from firststep.errors import CannotDo
from firststep.facts.channels import (
    CHANNEL_NAMES,
    CHANNELS,
    SPOKEN,
    Channel,
    ChannelName,
    channel_named,
)
from firststep.facts.draft import Draft
from firststep.facts.snapshot import PersonFacts
from firststep.interfaces.answers.letters import LetterAt, letter_at
from firststep.interfaces.links import Door, door
from firststep.interfaces.web.step_words import sent_words
from firststep.interfaces.web.visit import LONGEST, Visit
from firststep.interfaces.web.wording_titles import title_here
from firststep.plan.step_at import StepAt
from firststep.steps.outreach.drafting.draft import as_it_stands, wordings_for
from firststep.steps.outreach.wordings.blanks import blanks_for

SHOWN_OF_LONG = 2  # paragraphs: the greeting, and what it begins with
BLANK = re.compile(r"\[[^\[\]\n]{1,200}\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    text: str
    is_blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A draft, cut into paragraphs of pieces; `of_the_goal` are the blanks that what is written
    once with the goal fills in every letter."""

    subject: str
    body: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    blanks: tuple[str, ...]
    voicemail: tuple[tuple[Piece, ...], ...] = ()
    findings: tuple[tuple[str, str], ...] = ()
    of_the_goal: frozenset[str] = frozenset()

    @property
    def first(self) -> tuple[tuple[Piece, ...], ...]:
        """What a card shows of it, so that what is to be done stands on the first screen of a
        phone. What is to be said on the phone is read while one speaks, and stays whole."""
        is_long = len(self.paragraphs) > SHOWN_OF_LONG + 1 and not self.voicemail
        return self.paragraphs[:SHOWN_OF_LONG] if is_long else self.paragraphs

    @property
    def rest(self) -> tuple[tuple[Piece, ...], ...]:
        return self.paragraphs[len(self.first) :]


def letter(text: Draft) -> Letter:
    """A draft ready to be shown; the remarks of the review as (level, words)."""
    return Letter(
        subject=text.subject,
        body=text.body,
        paragraphs=paragraphs(text.body),
        blanks=tuple(BLANK.findall(text.body)),
        voicemail=paragraphs(text.voicemail),
        # The blanks stand above the message as questions: W4 would only say them again.
        findings=tuple((one.level, one.words) for one in text.findings if one.rule != "W4"),
        of_the_goal=blanks_for("background"),
    )


def paragraphs(text: str) -> tuple[tuple[Piece, ...], ...]:
    """The text's paragraphs, each cut at its blanks; a blank loses its brackets."""
    return tuple(_pieces(part) for part in re.split(r"\n\s*\n", text.strip()) if part.strip())


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces, at = [], 0
    for found in BLANK.finditer(text):
        if found.start() > at:
            pieces.append(Piece(text=text[at : found.start()]))
        pieces.append(Piece(text=found.group()[1:-1], is_blank=True))
        at = found.end()
    if at < len(text):
        pieces.append(Piece(text=text[at:]))
    return tuple(pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePaper:
    """The message, where it is opened to be sent by hand, and what is kept of it."""

    letter: Letter
    channel: Channel
    door: Door | None
    others: tuple[Channel, ...]  # the other ways to write to them
    wording: str  # the one that was chosen on the page, "" for the usual one
    wordings: tuple[tuple[str, str], ...]  # what else could be said, by name and title
    kept_on: date | None  # since when it is kept as it stands
    kept_besides: date | None  # another text is kept, and this is a new one
    sent_words: str


def paper(visit: Visit, at: StepAt, person: PersonFacts) -> MessagePaper:
    """What is kept for the step, or its draft; by the way that was chosen, or as it was typed.
    Raises CannotDo where nothing is to be written."""
    found, wording = _found(visit, at)
    channel, text = channel_named(found.draft.channel), letter(_as_typed(visit, found))
    return MessagePaper(
        letter=text,
        channel=channel,
        door=door(person, channel, subject=text.subject, body=text.body),
        others=_others(person, channel),
        wording=wording,
        wordings=other_wordings(found),
        kept_on=found.message.kept_on if found.message else None,
        kept_besides=found.besides.kept_on if found.besides else None,
        sent_words=sent_words(at.sent_as, channel.name),
    )


def _found(visit: Visit, at: StepAt) -> tuple[LetterAt, str]:
    """The letter by the wording that was chosen, with its name; by the usual one where that is none
    of this step any more."""
    said: dict[str, Any] = {"channel": _chosen(visit), "in_writing": True}
    if wanted := chosen_wording(visit):
        with suppress(CannotDo):
            return letter_at(at, wording=wanted, **said), wanted
    return letter_at(at, fresh=bool(visit.asked("fresh")), **said), ""


def chosen_wording(visit: Visit) -> str:
    """The wording that was chosen on the page, or stood in the form that was refused."""
    return visit.asked("wording") or visit.request.POST.get("wording", "")


def other_wordings(found: LetterAt) -> tuple[tuple[str, str], ...]:
    """What else could be said at this step, by name and title."""
    there = wordings_for(found.facts)
    others = (one for one in there if one.name != found.draft.wording)
    return tuple((one.name, title_here(one.name, one.title)) for one in others)


def _chosen(visit: Visit) -> ChannelName | None:
    """The way to write that was chosen on the page, or stood in the form that was refused."""
    chosen = visit.asked("channel") or visit.request.POST.get("channel", "")
    return chosen if chosen in CHANNEL_NAMES and chosen not in SPOKEN else None


def _others(person: PersonFacts, channel: Channel) -> tuple[Channel, ...]:
    written = (one for one in CHANNELS if not one.is_spoken and one != channel)
    return tuple(one for one in written if one.goes_by in person.open_ways)


def _as_typed(visit: Visit, found: LetterAt) -> Draft:
    """The text as it came with a form that was refused, else as it was found."""
    form = visit.request.POST
    if "text" not in form:
        return found.draft
    said = {"subject": form.get("subject", "")[:LONGEST], "body": form["text"][:LONGEST]}
    return as_it_stands(found.facts, **said, wording=found.draft.wording)

"""The message of a step as it is worked on at its page."""

from dataclasses import dataclass
from datetime import date

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
from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces.answers.letters import LetterAt, letter_at
from firststep.interfaces.links import Door, door
from firststep.interfaces.web.letters import Letter, letter
from firststep.interfaces.web.visit import LONGEST, Visit
from firststep.plan.step_at import StepAt
from firststep.steps.outreach.drafting.draft import as_it_stands


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePaper:
    """The message, where it is opened to be sent by hand, and what is kept of it."""

    letter: Letter
    channel: Channel
    door: Door | None
    others: tuple[Channel, ...]  # the other ways to write to them
    kept_on: date | None  # since when it is kept as it stands
    kept_besides: date | None  # another text is kept, and this is a new one
    sent_words: str


def paper(visit: Visit, at: StepAt, person: PersonFacts) -> MessagePaper:
    """What is kept for the step, or its draft; by the way that was chosen, or as it was typed.
    Raises CannotDo where nothing is to be written."""
    found = letter_at(at, channel=_chosen(visit), fresh=bool(visit.asked("fresh")), in_writing=True)
    channel, text = channel_named(found.draft.channel), letter(_as_typed(visit, found))
    return MessagePaper(
        letter=text,
        channel=channel,
        door=door(person, channel, subject=text.subject, body=text.body),
        others=_others(person, channel),
        kept_on=found.message.kept_on if found.message else None,
        kept_besides=found.besides.kept_on if found.besides else None,
        sent_words=STEP_KIND[at.sent_as].sent_words,
    )


def _chosen(visit: Visit) -> ChannelName | None:
    """The way to write that was chosen on the page, or stood in the form that was refused."""
    chosen = visit.asked("channel") or visit.request.POST.get("channel", "")
    return chosen if chosen in CHANNEL_NAMES and chosen not in SPOKEN else None


def _others(person: PersonFacts, channel: Channel) -> tuple[Channel, ...]:
    written = (one for one in CHANNELS if not one.is_spoken and one != channel)
    return tuple(one for one in written if person.first(one))


def _as_typed(visit: Visit, found: LetterAt) -> Draft:
    """The text as it came with a form that was refused, else as it was found."""
    form = visit.request.POST
    if "text" not in form:
        return found.draft
    said = {"subject": form.get("subject", "")[:LONGEST], "body": form["text"][:LONGEST]}
    return as_it_stands(found.facts, **said, wording=found.draft.wording)

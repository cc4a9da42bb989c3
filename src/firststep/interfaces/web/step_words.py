"""How a step is called on a page: its verb, its title, what one answers to "How did it go?"."""

from dataclasses import dataclass, field

from firststep.facts.asks import ASK_KIND
from firststep.facts.channels import SPOKEN, ChannelName
from firststep.facts.said import say, to_say
from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces.answers.day import StepOfTheDay, StepToCome
from firststep.interfaces.words.days import short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer to "How did it go?": a button that records it."""

    words: str
    verb: str  # which address below the step's own records it
    fields: tuple[tuple[str, str], ...] = field(default=())


def title(card: StepOfTheDay) -> str:
    """The step in one line: "Call Dana Whitlock about a short conversation"."""
    kind = STEP_KIND[card.kind]
    own = (card.late and kind.when_late) or kind.title or kind.phrase
    said = say(kind.said(wayless=True) if card.finds_way else own)
    name, about = card.name or card.seat or card.company, _about(card)
    words = said.format(name=name, company=card.company, seat=card.seat, about=about)
    return words[0].upper() + words[1:]


def coming_words(row: StepToCome) -> str:
    """What comes, and its day where a rule gives one: "Call, 30 Nov"."""
    verb = say(STEP_KIND[row.kind].verb) if row.kind else say("Ends")
    return f"{verb}, {short_day(row.due_on)}" if row.due_on else verb


def _about(card: StepOfTheDay) -> str:
    if card.ask is None:
        return ""
    if card.ask == "name" and card.seat:
        return " " + say("for the name of the {seat}", seat=card.seat)
    return " " + say(ASK_KIND[card.ask].about)


CALL_REPLIES: tuple[tuple[str, str], ...] = (
    ("yes", to_say("Said yes")), ("later", to_say("Not now")), ("no", to_say("Said no")),
    ("voicemail", to_say("Left a message")), ("no_answer", to_say("No answer")),
    ("talked", to_say("We talked, nothing decided")),
)  # fmt: skip


def replies(card: StepOfTheDay) -> tuple[Reply, ...]:
    """What one can answer to "How did it go?" in one press, by kind of step."""
    if card.kind == "call":
        return tuple(
            Reply(words=say(words), verb="call", fields=(("outcome", outcome),))
            for outcome, words in CALL_REPLIES
        )
    if card.kind == "meet":
        cancelled = (("cancelled", "1"),)
        return (Reply(words=say("It was put off"), verb="meeting", fields=cancelled),)
    if not STEP_KIND[card.kind].sent_as or card.finds_way:
        return ()
    bare = card.invitation == "bare"
    words = say("I invited them") if bare else sent_words(card.kind, card.channel)
    return (Reply(words=words, verb="sent"),)


def sent_words(kind: str, channel: ChannelName | None) -> str:
    """What one says when it is done: a note is sent, where one stands before them one asks."""
    words = STEP_KIND[kind].sent_words
    is_said = channel in SPOKEN and words == STEP_KIND["write"].sent_words
    return say("I asked them") if is_said else say(words)

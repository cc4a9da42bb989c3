"""What a message is drafted from, and what a draft is."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from firststep.facts.asks import Ask, SmallerAsk
from firststep.facts.channels import Account, ChannelName
from firststep.facts.habits import NOTHING_BETWEEN, Between, LeftOpen
from firststep.facts.kinds import HowCalled, Language, Origin, TieKind
from firststep.facts.plan import Invited
from firststep.facts.step_kinds import CardKind


class Brought(NamedTuple):
    """Somebody they named or introduced, and what came of it so far."""

    name: str
    given: str = ""
    on: date | None = None  # the day of the name
    notes: tuple[date, ...] = ()  # the days the seeker wrote to them since
    talk_on: date | None = None  # the day agreed for a talk
    talked: bool = False  # they talked


class InterviewTold(NamedTuple):
    """An interview a letter is about. `tag` says what it is to them: they may know who sits there
    (`interviewers`, or `interview_ahead` where they helped), it was had (`interviewed`), or they
    sat there themselves (`sat_there`)."""

    tag: str
    at: str
    on: date
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFacts:
    """All a wording may know: one step, its person, and what has gone before."""

    kind: CardKind
    ask: Ask
    channel: ChannelName
    seeker: str
    on: date | None = None  # the day of drafting, which days near by are named after
    country: str = ""  # the seeker's: how days are written there
    language: Language = ""  # of the text; "" is English
    address: HowCalled = ""  # du or Sie, where the seeker chose; else it goes by the tie
    smaller_ask: SmallerAsk | None = None  # what a nudge, or a note long after, asks for instead
    exploring: bool = False  # conversations for information only (M1.3)
    asked_anew: bool = False  # something else is asked than what came before was about
    asked_else: bool = False  # the first note asked for something else than is asked by now
    after_silence: bool = False  # an approach before this one had no answer
    role: str = ""
    department: str = ""
    places: tuple[str, ...] = ()
    background: str = ""  # what the seeker has done that bears on it, as a sentence of theirs
    name: str
    given: str = ""
    title: str = ""
    company: str = ""  # where this person works now
    about_company: str = ""  # the target the ask is about
    on_list: bool = False  # whether that company is a target
    question_no: int = 0  # which question they get of those for several asked there (F38)
    voice: int = 0  # which of several ways to say a thing they get: no two alike at one company
    vacancy: str = ""  # what the company is known to look for, in the seeker's words
    applied_on: date | None = None  # since when the seeker applied there
    seat: str = ""  # the post the ask is about, e.g. "Head of Purchasing"
    holder: str = ""  # who holds it, when known: whom to be introduced to
    holder_noted_on: date | None = None  # the day of the newest note to them that nothing came of
    tie: TieKind | None = None
    talked: bool = False  # they have talked with each other, in this approach or another
    in_touch_on: date | None = None  # the newest day one of them reached the other
    signed_given: bool = False  # they have signed with their given name
    how: str = ""  # how we know each other, in the seeker's words
    overlap: str = ""  # e.g. "Globex, 2016 to 2019"
    origin: Origin = "proposed"
    via: str = ""  # who gave the name or makes the introduction
    first_note_on: date | None = None
    who_else_asked: bool = False  # they were asked already who else there might be, after a no
    named: str = ""  # whom that answer named, when it did
    named_reached: bool = True  # there is a way to write to them
    brought: Brought | None = None  # what came of whom they named or introduced
    answer: str = ""  # the latest answer: yes, no, later, helped, refers …
    answer_on: date | None = None  # the day of that answer
    answered_on: date | None = None  # the day the seeker answered a question or a talk
    thanked: bool = False  # whether thanks went out since, which promise to tell what comes of it
    later_on: date | None = None  # the day they said later, while nothing was sent since
    again_on: date | None = None  # the day they are written to again
    again_named: bool = True  # they named that day themselves
    own_phone: str = ""  # the seeker's own number
    invitation: Invited = ""  # it goes with an invitation to connect (F33)
    account: Account = "free"  # which tells how long the note of one may be
    accepted_on: date | None = None  # the day an invitation was accepted, while nothing was written
    put_through: bool = False  # the number called is their company's switchboard
    calls_on: date | None = None  # the day a call follows this first note
    tries_on: date | None = None  # the day of the note that follows if a machine answers this call
    left_message_on: date | None = None  # the day a message was left on their machine
    meeting_on: date | None = None
    landed_at: str = ""  # where the seeker has landed
    interview: InterviewTold | None = None  # one they helped towards, know of or sat at
    their_help: str = ""  # what they did for it, in the seeker's words
    left_open: LeftOpen | Literal[""] = ""  # what they need not keep open any more
    between: Between = NOTHING_BETWEEN  # where they met, what was promised, what they offered
    two_times: tuple[str, ...] = ()  # two concrete times to offer, in words
    their_times: tuple[str, ...] = ()  # the times they offered, in words
    first_note: str = ""  # its body, where that was kept: a nudge is to be shorter (W13)
    told_there: tuple[tuple[str, str], ...] = ()  # who else at the company got which text
    own_wordings: tuple[tuple[str, str], ...] = ()  # the seeker's own: each name with its text
    chosen_wordings: tuple[
        tuple[str, str], ...
    ] = ()  # each occasion with what was taken on it last


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A named remark of the review. Only an `error` keeps a message from being approved."""

    rule: str
    level: Literal["error", "warning", "hint"]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text the seeker finishes: every blank stands in the body as `[blank]`."""

    wording: str
    channel: ChannelName
    subject: str
    body: str
    blanks: tuple[str, ...]
    findings: tuple[Finding, ...] = field(default=())
    voicemail: str = ""

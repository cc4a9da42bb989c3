"""What the planner answers: the day's cards, what waits, and how much did not fit."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from firststep.facts.asks import Ask, SmallerAsk
from firststep.facts.channels import ChannelName
from firststep.facts.kinds import Origin
from firststep.facts.step_kinds import STEP_KIND, CardKind

Invited = Literal["", "note", "bare"]
SILENCE = "silence"  # why a thread ended: nothing came, and nothing more is sent


class Card(NamedTuple):
    """One step of a day. `ref` is the approach's id, or `p12` / `s7` while it is proposed.

    A tuple, like `Waiting`, since hundreds are made anew for every plan.
    """

    kind: CardKind
    ref: str
    approach_id: int | None
    state: Literal["proposed", "open"]
    person_id: int | None
    name: str
    company_id: int | None
    company: str
    seat_id: int | None
    seat: str
    channel: ChannelName | None
    ask: Ask | None
    origin: Origin
    via_id: int | None
    for_seat_id: int | None
    due_on: date
    minutes: int
    why: str
    late: bool = False
    smaller_ask: SmallerAsk | None = None  # what a nudge, or a note long after, asks for instead
    number: str = ""  # by which they are called
    put_through: bool = False  # it is their company's switchboard
    invitation: Invited = ""  # it goes with an invitation to connect, with a note or without (F33)
    calls_on: date | None = None  # the day a call follows this first note if nothing comes
    heard_id: int | None = None  # what came in and waits for a word

    @property
    def finds_way(self) -> bool:
        """Whether it is about a way to reach somebody."""
        return STEP_KIND[self.kind].seeks_way(person_id=self.person_id, channel=self.channel)


# By what a step is held back at a company, or by the day itself.
Reason = Literal[
    "pause", "rejected", "stage", "job_offer", "conversation", "brought", "known_first",
    "live_threads", "awaiting", "strangers", "one_a_day", "introducer", "look_again",
    "heard",
]  # fmt: skip
# Why a step waits: its day has not come, no note is left before that day, the playbook leaves it
# out, or it is held back.
WaitsFor = Literal["its_day", "rested", "left_out"] | Reason


class Waiting(NamedTuple):
    """A later step, a thread awaiting only its closing (`kind` None), or a held-back proposal.
    `due_on` None: others hold it, and no rule says until when; `why` says in words what `waits_for`
    is."""

    ref: str
    approach_id: int | None
    person_id: int | None
    name: str
    company: str
    kind: CardKind | None
    due_on: date | None
    why: str
    waits_for: WaitsFor = "its_day"

    @property
    def open_ended(self) -> bool:
        return self.due_on is None


class Coming(NamedTuple):
    """The next step after today's, and the day it is shown."""

    on: date
    step: Waiting


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody to write to: who helped and was not told yet what came of it, or who knows them."""

    person_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterYes:
    """What is left after a yes from an employer, in `words`, whom to `tell`, and before an
    interview whom to `ask` about those who will sit there (F39)."""

    company_id: int
    company: str
    stage: Literal["interview", "job_offer"]
    words: tuple[str, ...]
    tell: tuple[ToTell, ...]
    ask: tuple[ToTell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    on: date
    cards: tuple[Card, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    rolled: tuple[Card, ...] = ()
    closed: tuple[tuple[int, date, str], ...] = ()  # approach id, day, why
    coming: Coming | None = None
    after_yes: tuple[AfterYes, ...] = ()
    landed_at: str = ""  # the company the search ended with, until the next one begins
    minutes: int = 45
    day_off: bool = False

    @property
    def done_for_today(self) -> bool:
        return not self.cards

    @property
    def silent(self) -> frozenset[int]:
        """The approaches that silence has closed."""
        return frozenset(key for key, _, why in self.closed if why == SILENCE)

    @property
    def showable(self) -> tuple[Card, ...]:
        return self.cards + self.rolled

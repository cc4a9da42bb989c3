"""The day: its few steps, what waits, and what comes next. Kept light: it is asked most often."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from firststep.facts.asks import Ask, SmallerAsk
from firststep.facts.channels import BY_CALL, ChannelName
from firststep.facts.plan import AfterYes, Card, Invited, Plan, Waiting
from firststep.facts.step_kinds import HAS_HOUR, STEP_KIND, UNOPENED, CardKind
from firststep.interfaces.answers.plain import record_of
from firststep.interfaces.links import search_links
from firststep.journal.actions import Stamp
from firststep.plan.shown import Shown, plan_on

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

Reference = int | str | None  # an approach's number; `p12` or `s7` while it is only proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOfTheDay:
    """One step of the day; without `approach_id` where there is nobody, or nothing to pursue.

    `invitation`: a first note goes with one to connect, with a `note` or `bare`. `number` is the
    one to call, of their company's switchboard where they are to be `put_through`; `calls_on` the
    day a call follows a first note; `heard_id` what came in and waits for a word.
    """

    kind: CardKind
    approach_id: Reference
    ref: str
    state: Literal["proposed", "open"]
    person_id: int | None
    name: str
    company: str
    company_id: int | None
    seat: str
    channel: ChannelName | None
    ask: Ask | None
    smaller_ask: SmallerAsk | None
    invitation: Invited
    number: str
    put_through: bool
    calls_on: date | None
    heard_id: int | None
    due_on: date
    minutes: int
    why: str
    late: bool
    search_links: tuple[str, ...]  # where to look for a name, or for a way to somebody

    @property
    def finds_way(self) -> bool:
        """Whether it is about a way to reach somebody."""
        return STEP_KIND[self.kind].seeks_way(person_id=self.person_id, channel=self.channel)

    @property
    def asked_to_be_rung(self) -> bool:
        """Whether a number of their own is to be found, since they offered to be rung."""
        return self.kind == "find_number" and self.channel == BY_CALL


@dataclass(frozen=True, slots=True, kw_only=True)
class StepToCome:
    """A step that waits for its day; `open_ended`: for others, and no rule gives a day. Without
    `kind` it only closes."""

    approach_id: Reference
    ref: str
    person_id: int | None
    name: str
    company: str
    kind: CardKind | None
    due_on: date | None
    open_ended: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextOfAll(StepToCome):
    """The next step that has a day, and the day it is shown (`on`)."""

    on: date
    kind: CardKind
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """`rolled` are the steps that did not fit into the day, `rolled_over` how many they are;
    `landed_at` is the company the search has ended with, "" while one runs."""

    on: date
    cards: tuple[StepOfTheDay, ...]
    waiting: tuple[StepToCome, ...]
    rolled: tuple[StepOfTheDay, ...]
    rolled_over: int
    after_yes: tuple[AfterYes, ...]
    landed_at: str
    coming: NextOfAll | None
    done_for_today: bool
    day_off: bool

    @property
    def next_meetings(self) -> list[StepToCome]:
        """Where a conversation comes next: that one, and the others of its day."""
        if self.coming is None or self.coming.kind not in HAS_HOUR:
            return []
        rows = (row for row in self.waiting if row.kind in HAS_HOUR)
        return [row for row in rows if row.due_on == self.coming.due_on]


def today(campaign: "Campaign", *, stamp: Stamp, minutes: int | None = None) -> DayShown:
    """The day's few steps, what waits, and how much did not fit."""
    return the_day(plan_on(campaign, stamp.on, minutes=minutes).plan)


def day_of(shown: Shown) -> DayShown:
    """The answer for what is shown of a day, made once."""
    return shown.once("the day", lambda: the_day(shown.plan))


def the_day(plan: Plan) -> DayShown:
    """The answer a plan gives."""
    next_, waiting = plan.coming, plan.waiting
    return record_of(
        DayShown,
        plan,
        cards=tuple(map(step_of_the_day, plan.cards)),
        waiting=tuple(record_of(StepToCome, one, approach_id=_known(one)) for one in waiting),
        rolled=tuple(map(step_of_the_day, plan.rolled)),
        rolled_over=len(plan.rolled),
        coming=next_
        and record_of(NextOfAll, next_.step, on=next_.on, approach_id=_known(next_.step)),
    )


def step_of_the_day(card: Card) -> StepOfTheDay:
    """A card as it is told."""
    return record_of(
        StepOfTheDay, card, approach_id=_known(card), search_links=tuple(_where_to_look(card))
    )


def _where_to_look(card: Card) -> list[str]:
    if card.finds_way:
        return search_links(card.company, card.name)
    return search_links(card.company, card.seat) if card.kind == "find_name" else []


def _known(one: Card | Waiting) -> Reference:
    if one.kind == "confirm_heard":
        return reference(one.approach_id, f"p{one.person_id}" if one.person_id else "")
    return None if one.kind in UNOPENED else reference(one.approach_id, one.ref)


def reference(approach_id: int | None, ref: str) -> Reference:
    """What the next command takes."""
    return approach_id if approach_id is not None else ref or None

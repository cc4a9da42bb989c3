"""Ways to go about a campaign: the real planner with its playbook, and habits that differ from it.

Each policy takes its steps from `plan.planner`; a habit may order the day otherwise or leave steps
undone. None knows more than a seeker sees: the day's cards.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from firststep.facts.asks import USUAL_ASK, Ask
from firststep.facts.kinds import Origin
from firststep.facts.playbook import DEFAULT, TWO_HOUR, Playbook
from firststep.facts.step_kinds import FIRST_NOTES, FOLLOW_UPS, CardKind


class StepSeen(Protocol):
    """What a seeker sees of a step, on its card or before it has one."""

    @property
    def kind(self) -> CardKind: ...
    @property
    def person_id(self) -> int | None: ...
    @property
    def company_id(self) -> int | None: ...
    @property
    def origin(self) -> Origin: ...
    @property
    def ask(self) -> Ask | None: ...
    @property
    def due_on(self) -> date: ...


Rank = Callable[[StepSeen], tuple[float | int, ...]]
BEGINS: frozenset[CardKind] = FIRST_NOTES - FOLLOW_UPS | {"find_name"}
FOLLOW_UP_USUAL = 0.05  # M0.1: one in twenty follows up


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """`second` and `met`: the share of second touches, and of people met, that are followed up;
    `done`: the share of all steps done on the day they show. `rank` orders the day; None leaves
    the planner's order."""

    name: str
    words: str
    book: Playbook = DEFAULT
    rank: Rank | None = None
    second: float = 1.0
    met: float = 1.0
    done: float = 1.0


def newest_first(card: StepSeen) -> tuple[float | int, ...]:
    """Whatever came up last."""
    return (-(card.person_id or card.company_id or 0),)


def alphabetical(card: StepSeen) -> tuple[float | int, ...]:
    """Down the list of companies, each as it stands there."""
    return (card.company_id or 0, card.person_id or 0)


def cold_first(card: StepSeen) -> tuple[float | int, ...]:
    """Strangers before people known; what is under way first, by its day."""
    under_way = card.kind not in BEGINS
    cold = card.kind in ("find_name", "second_person") or (
        card.kind == "write" and card.origin == "proposed" and card.ask == USUAL_ASK
    )
    return (not under_way, not cold, card.due_on.toordinal(), card.company_id or 0)


def due_then_warm(card: StepSeen) -> tuple[float | int, ...]:
    """The plain rule: what is due first, then the warmest, without weighing gain."""
    warmth = ("met", "offered", "introduced", "referred", "named", "proposed")
    first_note = card.kind in BEGINS
    known = card.ask not in (None, USUAL_ASK)
    return (
        first_note,
        card.due_on.toordinal(),
        warmth.index(card.origin),
        not known,
        card.company_id or 0,
    )


# Strangers need not wait for people known there when the order is to be cold first.
UNORDERED = replace(DEFAULT, name="cold first", known_first=0)
POLICIES: dict[str, Policy] = {
    policy.name: policy
    for policy in (
        Policy(name="default", words="the plan as Firststep shows it"),
        Policy(name="two-hour", words="the two-hour playbook", book=TWO_HOUR),
        Policy(
            name="no_follow_up",
            words="the plan's order, second touches one time in twenty",
            second=FOLLOW_UP_USUAL,
        ),
        Policy(
            name="habit",
            words="newest first, second touches and people met one time in twenty",
            rank=newest_first,
            second=FOLLOW_UP_USUAL,
            met=FOLLOW_UP_USUAL,
        ),
        Policy(
            name="list_once",
            words="down the list, no second touch",
            rank=alphabetical,
            second=0.0,
        ),
        Policy(name="list_full", words="down the list, full follow-up", rank=alphabetical),
        Policy(
            name="cold_first",
            words="strangers first, full follow-up",
            book=UNORDERED,
            rank=cold_first,
        ),
        Policy(name="plain", words="due, then warm; gain not weighed", rank=due_then_warm),
        Policy(name="most_days", words="the plan, 85% of steps done on their day", done=0.85),
    )
}
# What a difference between two policies tells of.
EFFECTS: dict[str, tuple[tuple[str, str], ...]] = {
    "discipline": (
        ("default", "no_follow_up"),
        ("list_full", "list_once"),
        ("list_full", "habit"),
    ),
    "ordering": (
        ("default", "list_full"),
        ("default", "cold_first"),
        ("default", "plain"),
    ),
    "playbook": (("default", "two-hour"),),
}

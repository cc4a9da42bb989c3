"""Which step is meant: an approach's id, `p12`, `s7` or a person's name, and what follows it."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from firststep.facts.plan import Card
from firststep.steps.approach.actions import Opening
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person


class NextStep(TypedDict):
    kind: str | None
    due_on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of one thread. `approach` is None while it is proposed; `opening` says how then.

    `card` is what the plan shows for it on that day, if anything.
    """

    ref: str
    approach: Approach | None
    opening: Opening
    card: Card | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a verb wrote. `created` are the (person id, approach id) somebody's words brought."""

    approach_id: int | None
    ref: str
    touch_id: int | None = None
    meeting_id: int | None = None
    created: tuple[tuple[int, int | None], ...] = ()


def step_for(campaign: Campaign, ref: str, on: date) -> Step:
    """The step a reference stands for (F3), whether the plan proposes it on that day or not.

    Digits are an approach; `p12` and `s7` that person's, or that seat's holder's, newest approach.
    Raises CannotDo (`not_found`, `ambiguous`).
    """
    raise NotImplementedError


def next_step(campaign: Campaign, ref: str | int | None, on: date) -> NextStep | None:
    """What follows for that approach, as the plan of that day has it; None when nothing does."""
    raise NotImplementedError


def person_of(step: Step) -> Person | None:
    raise NotImplementedError

"""Choosing the goal opens the seats one should know at every target."""

from collections.abc import Sequence
from datetime import date

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign, Goal


def choose_goal(
    campaign: Campaign,
    *,
    stamp: Stamp,
    role: str | None = None,
    department: str | None = None,
    places: Sequence[str] | None = None,
    minutes_a_day: int | None = None,
    exploring: bool | None = None,
    until: date | None = None,
    new_round: bool = False,
) -> Goal:
    """Sets or changes the goal of the present round; None leaves a part as it is.

    Another department opens its manager's seat at every target and closes the old empty ones.
    `new_round` ends the present round and begins the next over the same people.
    """
    raise NotImplementedError

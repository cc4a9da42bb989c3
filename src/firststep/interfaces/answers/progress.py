"""How far one has come, and how far it may still be."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.learn.forecast import WHAT_IF, Days, Forecast, Milestone, People, forecast
from firststep.learn.look_back import LookBack, look_back
from firststep.learn.noes import Noes, week_of_noes
from firststep.learn.progress import Progress
from firststep.learn.progress import progress as counted
from firststep.plan.shown import Shown, plan_on
from firststep.steps.goal.models import Campaign


@dataclass(frozen=True, slots=True, kw_only=True)
class AtAnotherPace:
    a_week: float
    by: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastShown:
    """`more_people` and `by` are until a job offer, `milestones` tell the way; `n` settled people
    it rests on, `assumed` while the starting belief outweighs them. Before `is_own` the doors tell
    what a usual campaign takes instead, and of the milestones those reached. `at_minutes` people a
    week is what the seeker's minutes a day allow, `at_twice` what twice as many do."""

    more_people: People
    by: Days
    what_if: AtAnotherPace
    n: int
    assumed: bool
    is_own: bool
    a_week: float
    own_pace: bool
    slow_lately: bool
    minutes: int
    at_minutes: float
    at_twice: float
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressShown(Progress):
    """The figures of a day, the week before it, and the outlook; `noes` where that week brought
    noes alone. `follow_up` tells of people met
    and of offers, `thanks` of thanks; `aim` is the people to touch, `published` the decision makers
    practitioners counted before an accepted offer."""

    week: LookBack
    noes: Noes | None
    forecast: ForecastShown


def progress(campaign: Campaign, *, stamp: Stamp, a_week: float = WHAT_IF) -> ProgressShown:
    """How far the campaign has come and how far still; `a_week`: what if that many people a week
    were written to."""
    return progress_on(plan_on(campaign, stamp.on), stamp.on, a_week=a_week)


def progress_on(shown: Shown, on: date, *, a_week: float = WHAT_IF) -> ProgressShown:
    """The figures of a day, from its plan."""
    given: dict[str, Any] = {"today": on, "silent": shown.plan.silent, "book": shown.book}
    found = counted(shown.snapshot, **given)
    return record_of(
        ProgressShown,
        found,
        week=look_back(shown.snapshot, until=on),
        noes=week_of_noes(shown.snapshot, found.rates, until=on),
        forecast=_forecast(forecast(shown.snapshot, what_if=a_week, **given)),
    )


def _forecast(found: Forecast) -> ForecastShown:
    offer = found.offer
    return record_of(
        ForecastShown,
        found,
        more_people=offer.more_people,
        by=offer.by,
        what_if=AtAnotherPace(a_week=found.what_if_a_week, by=offer.what_if),
    )

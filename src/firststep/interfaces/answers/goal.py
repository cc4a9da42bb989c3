"""The campaign begun, and its goal."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Unpack

from firststep.errors import CannotDo
from firststep.habits.lessons.rows import LessonTold, lessons_on
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.goal.companies.heard_of import heard_of
from firststep.steps.goal.models import Campaign, Goal
from firststep.steps.goal.rows import present_goal
from firststep.verbs.goal.choose_goal import GoalSaid, choose_goal


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignBegun:
    campaign_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentGoal:
    """What is looked for in the present round. `learned`: what talks taught about the work, the
    newest first: `pay`, `way_in`, `read_first`, or what `stayed`."""

    goal_id: int
    role: str
    department: str
    places: tuple[str, ...]
    background: str
    stage: Literal["exploring", "targeting"]
    until: date | None
    began_on: date
    minutes_a_day: int
    learned: tuple[LessonTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenGoal(PresentGoal):
    """`heard_of`: companies heard of so far, which are the first list of targets (M1.3)."""

    heard_of: tuple[str, ...]


def begun(campaign: Campaign, _asked: Asked) -> CampaignBegun:
    return CampaignBegun(campaign_id=campaign.pk)


def goal(campaign: Campaign, *, stamp: Stamp, **said: Unpack[GoalSaid]) -> PresentGoal | ChosenGoal:
    """The goal, chosen first where something is said. Naming the work ends exploring."""
    if not said:
        return _shown(PresentGoal, _present(campaign), stamp.on)
    if said.get("role") or said.get("department"):
        said.setdefault("exploring", False)
    row = choose_goal(campaign, stamp=stamp, **said)
    snapshot = plan_on(campaign, stamp.on).snapshot
    names = sorted(snapshot.companies[key].name for key in heard_of(snapshot))
    return _shown(ChosenGoal, row, stamp.on, heard_of=tuple(names))


def _present(campaign: Campaign) -> Goal:
    if row := present_goal(campaign):
        return row
    raise CannotDo(
        "There is no goal yet. Say what you want: "
        "firststep goal --role Buyer --department Purchasing --place Hamburg",
        kind="not_found",
    )


def _shown(kind: type[PresentGoal], row: Goal, on: date, **more: tuple[str, ...]) -> PresentGoal:
    return record_of(
        kind,
        row,
        goal_id=row.pk,
        places=tuple(row.places),
        stage="exploring" if row.exploring else "targeting",
        minutes_a_day=row.campaign.minutes_a_day,
        learned=tuple(lessons_on(row.campaign, on)),
        **more,
    )

"""Step 1, how its rows are written: the goal of a round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from firststep.errors import CannotDo
from firststep.journal.actions import Recording
from firststep.steps.goal.models import Campaign, Goal
from firststep.steps.goal.typed import line

NO_GOAL = "First say what you look for, on the page Goal."


def minutes_in_a_day(minutes: int) -> int:
    """How long a day may be. Raises CannotDo for less than 5 or more than 480 minutes."""
    if not 5 <= minutes <= 480:
        raise CannotDo("A day may have 5 to 480 minutes.", kind="bad_input")
    return minutes


def present_goal(campaign: Campaign) -> Goal | None:
    """The goal of the round that runs, if one was chosen."""
    return campaign.goals.filter(ended_on=None).order_by("-id").first()


def needed_goal(campaign: Campaign) -> Goal:
    """The goal of the round that runs. Raises CannotDo where none was chosen yet."""
    if goal := present_goal(campaign):
        return goal
    raise CannotDo(NO_GOAL, typed="firststep goal --role Buyer --department Purchasing")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWords:
    """What was said about the goal; None leaves a part as it is."""

    role: str | None = None
    department: str | None = None
    places: Sequence[str] | None = None
    exploring: bool | None = None
    until: date | None = None

    def fields(self) -> dict[str, Any]:
        said: dict[str, Any] = {}
        if self.role is not None:
            said["role"] = line(self.role, called="the job", most=200)
        if self.department is not None:
            said["department"] = line(self.department, called="the department", most=200)
        if self.places is not None:
            places = [line(place, called="a place", most=200) for place in self.places]
            said["places"] = list(dict.fromkeys(place for place in places if place))
        if self.exploring is not None:
            said |= {"exploring": self.exploring} | ({} if self.exploring else {"until": None})
        if self.until is not None:
            said["until"] = self.until
        return said


def write_goal(change: Recording, words: GoalWords, *, new_round: bool) -> Goal:
    """Makes or changes the goal; a new round ends the one before it and keeps what was not said."""
    before, said = present_goal(change.campaign), words.fields()
    if new_round and before is None:
        raise CannotDo("There is no round to end yet.", typed="leave out --new-round")
    if said.get("until") and said["until"] <= change.on:
        raise CannotDo(f"{said['until']} is past. Give a day to come.")
    if said.get("exploring") is not None:
        said["exploring_since"] = _since(change, before if not new_round else None, said)
    if before is not None and not new_round:
        _complete(said | {k: getattr(before, k) for k in _NEEDED if k not in said})
        return change.change(before, **said)
    if before is not None:
        kept = {name: getattr(before, name) for name in (*_NEEDED, "places")}
        said = {**kept, "exploring": False, **said}
        change.change(before, ended_on=change.on)
    _complete(said)
    return change.make(Goal(campaign=change.campaign, began_on=change.on, **said))


def _since(change: Recording, before: Goal | None, said: dict[str, Any]) -> date | None:
    """The day exploring began, however often it is said again."""
    if not said["exploring"]:
        return None
    already = before.exploring_since if before is not None and before.exploring else None
    return already or change.on


_NEEDED = ("role", "department", "exploring")


def _complete(goal: dict[str, Any]) -> None:
    """Exploring needs no answer yet; a search for a job needs the job and where it sits."""
    if goal.get("exploring"):
        return
    for name, called, typed in (
        ("role", "the job, such as Buyer", "--role Buyer"),
        ("department", "the department the job sits in", "--department Purchasing"),
    ):
        if not goal.get(name):
            raise CannotDo(f"Say {called}.", kind="bad_input", typed=typed)

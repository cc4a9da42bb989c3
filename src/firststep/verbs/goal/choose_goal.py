"""Choosing the goal opens the seats one should know at every target."""

from typing import Unpack

from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign, Company, Goal
from firststep.steps.goal.rows import (
    GoalWords,
    minutes_in_a_day,
    present_goal,
    write_goal,
)
from firststep.steps.people.models import Seat
from firststep.steps.people.rows.seats import open_usual_seat
from firststep.steps.people.titles.decision_makers import usual_seat_keys


class GoalSaid(GoalWords, total=False):
    """What may be said of the goal, of the day and of the round. None leaves a part as it is."""

    minutes_a_day: int | None
    new_round: bool


@in_turn
def choose_goal(campaign: Campaign, *, stamp: Stamp, **said: Unpack[GoalSaid]) -> Goal:
    """Sets or changes the goal of the present round.

    Another department opens its manager's seat at every target and closes the old empty ones.
    `new_round` ends the present round and begins the next over the same people.
    """
    minutes, new_round = said.get("minutes_a_day"), said.get("new_round", False)
    if minutes is not None:
        minutes_in_a_day(minutes)
    before = present_goal(campaign)
    old = before.department if before else ""
    with recording(campaign, stamp, verb="goal", about="goal") as change:
        goal = write_goal(change, said, new_round=new_round)
        if minutes is not None:
            change.change(campaign, minutes_a_day=minutes)
        if new_round:
            _begin_stages_anew(change)
        if goal.department and (goal.department != old or new_round):
            _move_seats(change, old=old, new=goal.department)
        change.words = say(
            "You chose the goal: {role}.", role=goal.role or say("finding out what you want")
        )
    return goal


def _begin_stages_anew(change: Recording) -> None:
    for company in Company.objects.filter(campaign=change.campaign).exclude(stage=""):
        change.change(company, stage="", staged_on=None, interviewed_on=None)


def _move_seats(change: Recording, *, old: str, new: str) -> None:
    """Opens the department's seat at every target; the old department's empty ones close."""
    empty = Seat.objects.filter(campaign=change.campaign, holder=None, closed_on=None)
    if old and not usual_seat_keys(old) & usual_seat_keys(new):
        for seat in empty.filter(title_key__in=usual_seat_keys(old)):
            change.change(seat, closed_on=change.on)
    targets = Company.objects.filter(campaign=change.campaign, targeted_on__isnull=False)
    for company in targets.order_by("id"):
        open_usual_seat(change, company)

"""What a rule looks at: one lane on one day, with the few words reasons are made of."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from typing import NamedTuple

from firststep.facts.habits import NOTHING_BETWEEN, Between, InterviewFacts
from firststep.facts.said import language_now, say, say_day
from firststep.facts.snapshot import Snapshot
from firststep.plan.board import Board
from firststep.plan.lane import Lane
from firststep.steps.followup.thread import Step


class Situation(NamedTuple):
    board: Board
    lane: Lane
    step: Step

    @property
    def first(self) -> str:
        """What to call the person in a sentence."""
        person = self.lane.person
        return (person.given or person.name) if person else ""

    @property
    def between(self) -> Between:
        """What the two have besides notes: an event, promises, an offer."""
        person = self.lane.person
        known = self.board.snapshot.between
        return known.get(person.id, NOTHING_BETWEEN) if person else NOTHING_BETWEEN

    @property
    def has_way(self) -> bool:
        """Whether they can be reached by any way that is known."""
        person = self.lane.person
        return person is not None and person.usual_channel is not None

    @property
    def company(self) -> str:
        company = self.board.snapshot.companies.get(self.lane.company_id or 0)
        return company.name if company else say("their company", sense="in place of a name")

    @property
    def seat(self) -> str:
        seat = self.lane.seat
        return seat.title if seat else say("the manager", sense="in place of a name")

    @property
    def tie(self) -> str:
        person = self.lane.person
        return person.tie.kind if person and person.tie else ""

    @property
    def via(self) -> str:
        via = self.board.snapshot.people.get(self.lane.approach.via_id or 0)
        return via.name if via else ""

    @property
    def holder(self) -> str:
        seat = self.lane.seat
        holder = self.board.snapshot.people.get(seat.holder_id or 0) if seat else None
        return holder.name if holder else ""

    @property
    def department(self) -> str:
        goal = self.board.snapshot.goal
        return goal.department if goal else say("your field", sense="in place of a name")

    @property
    def answer(self) -> str:
        return self.lane.thread.answer.kind if self.lane.thread.answer else ""

    @property
    def answered_on(self) -> date:
        answer = self.lane.thread.answer
        return answer.on if answer else self.board.today

    @property
    def meets(self) -> str:
        """When the conversation is, e.g. "on Thursday 3 December at 11:00"."""
        on, at = self.lane.thread.meets_on, self.lane.thread.meets_at
        return when_it_is(on, at, self.board.today) if on else say("soon", sense="a talk")

    @property
    def silent_days(self) -> int:
        since = self.lane.thread.silent_since
        return self.board.snapshot.calendar.between(since, self.board.today) if since else 0


Rule = Callable[[Situation], str]


def talks_held(board: Board) -> int:
    """Conversations held in this round so far."""
    logs = (approach.log for approach in board.snapshot.approaches.values())
    return sum(line.kind == "held" and line.on <= board.today for log in logs for line in log)


def next_interview(snapshot: Snapshot, company_id: int) -> InterviewFacts | None:
    """The interview at a company that is still to be told of, None where there is none."""
    there = [one for one in snapshot.interviews if one.company_id == company_id]
    return next((one for one in there if one.held_on is None), None)


def last_interview(snapshot: Snapshot, company_id: int) -> InterviewFacts | None:
    """The newest interview at a company that was had."""
    there = [one for one in snapshot.interviews if one.company_id == company_id and one.held_on]
    return there[-1] if there else None


def when_it_is(on: date, at: time | datetime | None, today: date) -> str:
    """When something is, within a sentence: "today at 11:00", "on Thursday 3 December"."""
    if at is None:
        return say("today") if on == today else say("on {day}", day=day(on))
    if on == today:
        return say("today at {hour}", hour=f"{at:%H:%M}")
    return say("on {day} at {hour}", day=day(on), hour=f"{at:%H:%M}")


def day(on: date | None) -> str:
    """A day in words, e.g. "Thursday 3 December"."""
    return _day(on, language_now()) if on else ""


@cache
def _day(on: date, _language: str) -> str:
    return say_day(on, "EEEE d MMMM")

"""What waits for its day or for others, told with its reason, and which of it comes next. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from firststep.facts.plan import Coming, Waiting, WaitsFor
from firststep.facts.said import say
from firststep.facts.step_kinds import CardKind
from firststep.plan.board import Board
from firststep.plan.cards import Candidate, Due, Order, company_name, minutes_of, order_of
from firststep.plan.held_back import HeldBack
from firststep.plan.lane import Lane
from firststep.plan.playbook.situation import Situation
from firststep.plan.playbook.waiting import (
    ENDS_BEFORE,
    LEFT_OUT,
    MEANWHILE,
    why_held_back,
    why_later,
)
from firststep.steps.followup.thread import Step

Holds = Callable[[Situation, CardKind], HeldBack | None]


class Wait(NamedTuple):
    """What is told of one step that waits, and why; `shows_on` the day it is shown where that is
    before it is due."""

    kind: CardKind | None
    due_on: date | None
    why: str
    shows_on: date | None = None
    waits_for: WaitsFor = "its_day"


# What is to come, and when; with the step of today where it did not fit into the day.
ToCome = tuple[date, CardKind, Situation, Wait, Candidate | None]


def shown_on(step: Step, today: date) -> date:
    """The day a step is shown: its own, else the day asked for."""
    return step.shows_on or step.due_on or today


@dataclass(slots=True)
class Waits:
    """The steps of a day that are not shown on it."""

    board: Board
    rows: list[Waiting] = field(default_factory=list)
    ahead: list[ToCome] = field(default_factory=list)

    def closing(self, lane: Lane) -> None:
        """A thread that awaits only its closing."""
        situation = Situation(self.board, lane, Step(kind="nudge"))
        self._add(situation, Wait(None, lane.thread.closes_on, why_later(situation, None)))

    def later(self, situation: Situation, kind: CardKind) -> None:
        """A step whose day has not come."""
        step = situation.step
        shows = shown_on(step, self.board.today)
        rested = step.delay is not None and step.delay.why == "rested"
        told = why_later(situation, step.delay)
        waits_for: WaitsFor = "rested" if rested else "its_day"
        self._add(situation, Wait(kind, step.due_on or shows, told, shows, waits_for))

    def left_out(self, situation: Situation, kind: CardKind) -> None:
        """A step the playbook leaves out."""
        self._add(situation, Wait(kind, None, say(LEFT_OUT), waits_for="left_out"))

    def not_today(
        self, found: Candidate, until: date | None, why: str, waits_for: WaitsFor = "its_day"
    ) -> None:
        """A step that could be shown but for today; what follows it, where its days end before."""
        last = found.situation.step.last_on
        wait = Wait(found.kind, until, why, None, waits_for)
        if until is not None and last is not None and last < until:
            wait = self._after(found.lane, until, say(ENDS_BEFORE))._replace(waits_for=waits_for)
        self._add(found.situation, wait)

    def rolled_over(self, found: Candidate) -> None:
        """A step that did not fit: it is shown the next working day (F36); what is about nobody has
        days of its own."""
        situation, due = found.situation, found.due
        lane, last = situation.lane, situation.step.last_on
        has_lapsed = last is not None and last < self.board.tomorrow
        if (lane.person or lane.seat or lane.approach.id) and not has_lapsed:
            wait = Wait(due.kind, due.due_on, "")
            self.ahead.append((self.board.tomorrow, due.kind, situation, wait, found))

    def held_back(self, situation: Situation, kind: CardKind, held: HeldBack) -> None:
        """A step that others hold back. What waits is what the thread shows once they do not, for
        lapsing and closing run on meanwhile (F22); after a rejection nothing comes but the
        closing."""
        lane, told = situation.lane, why_held_back(situation, held)
        until, last = held.until, situation.step.last_on
        if held.reason == "rejected":
            ends = self.board.ends_on(lane.thread) or self.board.tomorrow
            wait = Wait(None, ends, told)
        elif until is None or last is None or last >= until:
            wait = Wait(kind, until, told)
        else:
            wait = self._after(lane, until, told)
        self._add(situation, wait._replace(waits_for=held.reason))

    def _after(self, lane: Lane, until: date, told: str) -> Wait:
        then = self.board.on_day(lane.thread, until)
        if not then.steps or then.is_closed:
            ends = max(then.ended_on or then.closes_on or until, self.board.tomorrow)
            return Wait(None, ends, f"{told} {say(MEANWHILE)}")
        step = then.steps[0]
        due_on, shows_on = (max(until, day or until) for day in (step.due_on, step.shows_on))
        return Wait(step.kind, due_on, told, shows_on if step.shows_on else None)

    def _add(self, situation: Situation, row: Wait) -> None:
        self.rows.append(self._told(situation, row))
        shows = row.shows_on or row.due_on
        if row.kind is not None and shows is not None:
            self.ahead.append((shows, row.kind, situation, row, None))

    def _told(self, situation: Situation, row: Wait) -> Waiting:
        lane = situation.lane
        person, approach = lane.person, lane.approach
        name = lane.name or (lane.seat.title if lane.seat else "")
        whom = (lane.ref, approach.id or None, person.id if person else None, name)
        # From all of its values: hundreds wait in a long campaign.
        return Waiting._make(
            (*whom, company_name(lane, self.board), row.kind, row.due_on, row.why, row.waits_for)
        )

    def told(self) -> tuple[Waiting, ...]:
        """All that waits, by its day; what has none stands with the next working day's."""
        soon = self.board.tomorrow
        return tuple(sorted(self.rows, key=lambda row: (row.due_on or soon, row.name, row.ref)))

    def coming(self, holds: Holds) -> Coming | None:
        """The step to come next, in the order of its day; None where all that waits is for others
        to answer, without a day. `holds` says what holds a step back as things stand: a step whose
        day comes sooner than that is over comes later than its day."""
        best: tuple[date, Order, Situation, Wait] | None = None
        for ahead in sorted(self.ahead, key=itemgetter(0)):
            if best is not None and ahead[0] > best[0]:
                break
            if found := self._comes(ahead, holds):
                best = min(best or found, found, key=itemgetter(0, 1))
        return Coming(best[0], self._told(*best[2:])) if best else None

    def _comes(self, ahead: ToCome, holds: Holds) -> tuple[date, Order, Situation, Wait] | None:
        """When a step comes, and where it stands in its day; None where no day is known."""
        shows, kind, situation, row, rolled = ahead
        if rolled is not None:  # nothing holds it, and its place is known
            return shows, rolled.order, situation, row
        held = holds(situation, kind)
        on = held.until if held else shows
        if on is None:
            return None
        return max(on, shows), self._order(situation, kind, row.due_on or on), situation, row

    def _order(self, situation: Situation, kind: CardKind, due_on: date) -> Order:
        """Where a step stands in the order of its day."""
        return order_of(situation, Due(kind, due_on, minutes_of(situation.lane, kind, self.board)))

"""What somebody silent still gets, and when: two written touches and one call at most. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from firststep.facts.calendar import WorkCalendar
from firststep.facts.playbook import Playbook
from firststep.facts.step_kinds import CardKind
from firststep.steps.followup.delays import UsedUp
from firststep.steps.followup.thread import Thread

NOTES_IN_ALL = 2  # written touches to somebody silent, in all


class Run(NamedTuple):
    """The steps of a thread since something last came in."""

    state: Thread
    calendar: WorkCalendar
    book: Playbook

    def steps(self) -> Iterator[CardKind]:
        """What a silent run brings, in order: managers with a number are called first (F12);
        after an undated yes the nudge comes before the call (F6)."""
        called, mode = self._may_call(), self.state.mode
        if called and mode == "rhythm" and self.state.rhythm.manager:
            yield "call"
        if self._may_nudge():
            yield "nudge"
        if called and mode == "undated":
            yield "call"

    @property
    def _used_up(self) -> UsedUp:
        """What earlier approaches leave less of; nothing, once somebody has answered."""
        before = self.state.rhythm.used_up if self.state.answer is None else None
        return before or UsedUp(notes=0, calls=0, rested_on=date.min)

    def _may_call(self) -> bool:
        number = self.state.rhythm.has_number
        return number and self.book.runs("call") and not self._used_up.calls

    def _may_nudge(self) -> bool:
        way = self.state.rhythm.has_written_way
        return way and self.book.runs("nudge") and self._used_up.notes + 1 < NOTES_IN_ALL

    def done_on(self, kind: CardKind) -> date | None:
        state = self.state
        if kind == "nudge":
            return state.nudge_on
        if state.call_on is None and len(state.rings) >= self.book.rings:
            return state.rings[-1]
        return state.call_on

    def call_due(self, since: date) -> date:
        if self.state.rings:
            return self.calendar.after(self.state.rings[-1], 1)
        if (named_on := self.named_since(since)) is not None:
            return named_on
        undated = self.state.mode == "undated"
        days = self.book.call_undated_days if undated else self.book.call_manager_days
        return self.calendar.after(since, days)

    def nudge_due(self, since: date, call_day: date | None) -> date:
        book, after = self.book, self.calendar.after
        if self.state.bounced_on:
            return self.calendar.on_or_after(self.state.bounced_on)
        if self.state.mode == "promised":
            return after(since, book.remind_promise_days)
        if self.state.mode != "rhythm":
            return after(since, book.nudge_answered_days)
        named_on = self.named_since(since)
        if named_on is not None and (call_day is None or call_day < named_on):
            return named_on
        if not self.state.rhythm.manager:
            return after(since, book.nudge_known_days)
        if call_day is None:
            return after(since, book.nudge_without_number_days)
        return max(
            after(since, book.nudge_manager_days), after(call_day, book.nudge_after_call_days)
        )

    def named_since(self, since: date) -> date | None:
        """The day a person already written to was named: the next step is due at once (F11)."""
        named_on = self.state.rhythm.named_on
        if self.state.mode != "rhythm" or named_on is None or named_on <= since:
            return None
        return self.calendar.on_or_after(named_on)

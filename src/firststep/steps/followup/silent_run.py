"""What somebody silent still gets, and when: two written touches and one call at most. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from firststep.facts.calendar import WorkCalendar
from firststep.facts.playbook import Playbook
from firststep.facts.step_kinds import CardKind
from firststep.steps.followup.delays import UsedUp, moved
from firststep.steps.followup.thread import Thread

NOTES_IN_ALL = 2  # written touches to somebody silent, in all


class Run(NamedTuple):
    """The steps of a thread since something last came in."""

    state: Thread
    calendar: WorkCalendar
    book: Playbook

    def steps(self) -> Iterator[CardKind]:
        """What a silent run brings, in order: managers are called first (F12), by a number that is
        found for it where none is known (F32); after an undated yes the nudge comes before the call
        (F6)."""
        mode = self.state.mode
        if mode == "rhythm" and self.state.rhythm.manager and (call := self._call()):
            yield call
        if self._may_nudge():
            yield "nudge"
        elif self.state.invited_on and not self.state.rhythm.manager and self._may_ring():
            yield "call"
        if mode == "undated" and self._may_ring():
            yield "call"

    def _may_ring(self) -> bool:
        return self._may_call() and self.state.rhythm.has_number

    def _call(self) -> CardKind | None:
        """The call, or the number it needs (F32): found too late, it brings no call any more."""
        if not self._may_call():
            return None
        if self.state.call_on or self.state.rings or self._has_number_in_time():
            return "call"
        return "find_number" if self.book.runs("find_number") else None

    def _has_number_in_time(self) -> bool:
        rhythm, since = self.state.rhythm, self.state.since
        if rhythm.number_on is None or since is None:
            return rhythm.has_number
        due, lapses = self.number_due(since), self.book.step_lapses_days
        return rhythm.number_on <= moved(due, lapses, self.state.delays, self.calendar).last

    @property
    def _used_up(self) -> UsedUp:
        """What earlier approaches leave less of; nothing, once somebody has answered."""
        before = self.state.rhythm.used_up if self.state.answer is None else None
        return before or UsedUp(notes=0, calls=0, rested_on=date.min)

    def _may_call(self) -> bool:
        return self.book.runs("call") and not self._used_up.calls

    def _may_nudge(self) -> bool:
        rhythm = self.state.rhythm
        way = rhythm.has_written_way and not rhythm.only_invites
        return way and self.book.runs("nudge") and self._used_up.notes + 1 < NOTES_IN_ALL

    def done_on(self, kind: CardKind) -> date | None:
        state = self.state
        if kind == "nudge":
            return state.nudge_on
        if state.call_on is None and len(state.rings) >= self.book.rings:
            return state.rings[-1]
        return state.call_on

    def due(self, kind: CardKind, since: date, call_day: date | None) -> date:
        """The day a step of the run is due; `call_day` is that of the call before it."""
        if kind == "nudge":
            return self.nudge_due(since, call_day)
        return self.call_due(since) if kind == "call" else self.number_due(since)

    def call_due(self, since: date) -> date:
        if self.state.rings:
            return self.calendar.after(self.state.rings[-1], 1)
        if self.state.mode == "undated":
            return self.calendar.after(since, self.book.call_undated_days)
        if self.state.invited_on and not self.state.rhythm.manager:
            return self.calendar.after(since, self.book.invitation_days)
        found_on = self.state.rhythm.number_on or since
        return max(self.number_due(since), self.calendar.on_or_after(found_on))

    def number_due(self, since: date) -> date:
        """The day a number is needed: that of the call, however late it was found."""
        named_on = self.named_since(since)
        return named_on or self.calendar.after(since, self.book.call_manager_days)

    def nudge_due(self, since: date, call_day: date | None) -> date:
        book, after = self.book, self.calendar.after
        if self.state.bounced_on:
            return self.calendar.on_or_after(self.state.bounced_on)
        if self.state.mode == "promised":
            return after(since, book.remind_promise_days)
        if self.state.invited_on:
            return after(since, book.invitation_days)
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

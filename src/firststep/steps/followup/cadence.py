"""The rhythm of one thread: from what happened to the next step, its days, and its closing.

Pure: a function of the thread's log and a day (docs/method.md, rules F1-F28).
"""

from collections.abc import Sequence
from datetime import date

from firststep.facts.calendar import WorkCalendar
from firststep.facts.kinds import BROUGHT
from firststep.facts.plan import SILENCE
from firststep.facts.playbook import Playbook
from firststep.facts.snapshot import IN_TIME, ApproachFacts, LogLine
from firststep.facts.step_kinds import CardKind
from firststep.steps.followup.delays import Delay, comes_again_on
from firststep.steps.followup.folding import introduced_anew, take_in, thanked
from firststep.steps.followup.following_up import FollowingUp
from firststep.steps.followup.silent_run import NOTES_IN_ALL, Run
from firststep.steps.followup.thread import (
    CLOSED,
    REFUSED,
    STOPPED,
    Rhythm,
    Step,
    Thread,
)


def thread(
    approach: ApproachFacts,
    *,
    rhythm: Rhythm,
    calendar: WorkCalendar,
    today: date,
    book: Playbook,
    snoozes: Sequence[Delay] = (),
) -> Thread:
    """The thread as of a day. Only log lines up to that day are looked at."""
    state = Thread(approach=approach, rhythm=rhythm, delays=snoozes)
    take_in_all(state, _up_to(today, approach.log), calendar, book)
    decide(state, calendar=calendar, today=today, book=book)
    return state


def take_in_all(
    state: Thread, lines: Sequence[LogLine], calendar: WorkCalendar, book: Playbook
) -> None:
    """Tells a new thread all that happened in it, whatever day it is."""
    state.delays = delays = [*state.delays]
    if anew := state.rhythm.introduced_at:
        earlier = [line for line in lines if IN_TIME(line) <= anew]
        take_in(state, earlier, delays, calendar, book)
        introduced_anew(state)
        lines = lines[len(earlier) :]
    take_in(state, lines, delays, calendar, book)


def decide(state: Thread, *, calendar: WorkCalendar, today: date, book: Playbook) -> None:
    """Decides what a thread that was told all comes to on a day."""
    approach = state.approach
    if state.rhythm.do_not_contact:
        state.closed_on, state.closed_why = approach.closed_on or today, STOPPED
    elif approach.closed_on is not None and state.stays_closed(today):
        state.closed_on, state.closed_why = approach.closed_on, CLOSED
    else:
        _Next(state, calendar, today, book).decide()


def _up_to(today: date, log: Sequence[LogLine]) -> Sequence[LogLine]:
    """What stands in a log by a day: all of it, mostly."""
    if not log or log[-1].on <= today:
        return log
    return [line for line in log if line.on <= today]


def on_day(found: Thread, *, calendar: WorkCalendar, day: date, book: Playbook) -> Thread:
    """An open thread as it will stand on a later day if nothing more happens."""
    state = found.copy()
    state.steps, state.closes_on = (), None
    _Next(state, calendar, day, book).decide()
    return state


class _Next(FollowingUp):
    """Decides a thread's next step; a lapsed step counts as done on its last due day (F1, F22)."""

    def decide(self) -> None:
        since, mode = self.state.since, self.state.mode
        if mode == "new" or since is None:
            self._first_note()
        elif mode == "owe_answer":
            if not self._owed("answer", since):
                self._close(self.lapsed_on, "the answer was missed")
        elif mode == "owe_thank":
            self._thank(since)
        elif mode == "dated":
            self._meet()
        elif mode == "report":
            self._report(since)
        elif self.state.goes_on:
            self._goes_on(since)
        elif mode == "closed":
            self._close(since, "done")
        else:
            self._silence(since)

    def _thank(self, since: date) -> None:
        if self._later_on <= self.today and not self.state.rhythm.refused:
            self.state.mode = "later"  # on its day a later is written to (F25)
            self._goes_on(since)
        elif not self._owed("thank", since):
            thanked(self.state, self.calendar.after(since, 1))
            self.decide()
            if self.state.closed_why == "done":
                self.state.closed_why = "the thanks were missed"

    # Steps shown without a day of their own, or at once.

    def _first_note(self) -> None:
        approach = self.state.approach
        if approach.person_id is None:
            return self._show(self._moved(Step(kind="find_name")))
        if self.state.rhythm.refused and approach.id:
            return self._close(max(approach.opened_on, self.state.last_on), REFUSED)
        due, bounced = self._begins_on, self.state.bounced_on
        if not bounced and self._met():
            return None
        if self._is_out_of_reach:
            return self._find_address(due)
        if not self.state.rhythm.has_written_way:
            return self._call_first(due)
        if not bounced and (rested := self._rested(due)):
            return self._show_rested(rested)
        return self._show(self._moved(Step(kind="write", due_on=due)))

    @property
    def _begins_on(self) -> date | None:
        return self._bounced_on or self._asked_on()

    @property
    def _is_out_of_reach(self) -> bool:
        """Whether no way is known but one by which a note came back."""
        rhythm = self.state.rhythm
        number = rhythm.has_number and not self.state.bounced_on
        return not rhythm.has_written_way and not number

    def _asked_on(self) -> date | None:
        """Named people are due at once; a plain proposal has no day of its own (F14, F26)."""
        approach, state = self.state.approach, self.state
        if state.asked_on is not None:
            rest = self.book.introducer_rest_days
            rested = self.calendar.after(state.rests_from, rest) if state.rests_from else None
            return self.calendar.on_or_after(max(state.asked_on, rested or state.asked_on))
        if approach.origin in BROUGHT:
            return self.calendar.on_or_after(self.state.rhythm.named_on or approach.opened_on)
        return None

    def _rested(self, due: date | None) -> date | None:
        """Where earlier notes are used up and none is left: the day the rest is over."""
        used_up = self.state.rhythm.used_up
        if used_up is None or used_up.notes < NOTES_IN_ALL or self.today >= used_up.rested_on:
            return None
        return max(used_up.rested_on, due or used_up.rested_on)

    @property
    def _bounced_on(self) -> date | None:
        """The day a note came back, or the next working day: nothing is due on a day off."""
        return self.calendar.on_or_after(on) if (on := self.state.bounced_on) else None

    def _find_address(self, due: date | None) -> None:
        opened_on = self.state.approach.opened_on if self.state.approach.id else None
        due = due or (self.calendar.on_or_after(opened_on) if opened_on else None)
        step = Step(kind="find_address", due_on=due)
        if due is None:
            return self._show(self._moved(step))
        if not self._pending("find_address", due, self.book.owed_lapses_days):
            self._close(self.lapsed_on, SILENCE)
        return None

    def _call_first(self, due: date | None) -> None:
        """Only a number is known: the call stands for the first note (F21)."""
        if self.state.rings:
            return self._ring_again(self.state.rings)
        self._put_off_until_after(self.calendar.quiet_days(max(due or self.today, self.today)))
        return self._show(self._moved(Step(kind="call", due_on=due)))

    def _ring_again(self, rings: Sequence[date]) -> None:
        """An attempt in vain is tried again the next day, twice at most."""
        if len(rings) >= self.book.rings:
            return self._closing(rings[-1])
        again = self.calendar.after(rings[-1], 1)
        if not self._pending("call", again, self.book.step_lapses_days):
            self._closing(again)
        return None

    def _owed(self, kind: CardKind, since: date) -> bool:
        due = self.calendar.after(since, 1)
        return self._pending(kind, due, self.book.owed_lapses_days, shows_on=since)

    def _report(self, since: date) -> None:
        if not self.book.runs("report_back"):
            return self._close(self.calendar.after(since, 1), "done")
        due = self.calendar.after(since, self.book.report_due_days)
        shows = self.calendar.after(since, self.book.report_from_days)
        if not self._pending("report_back", due, self.book.owed_lapses_days, shows_on=shows):
            self._close(self.lapsed_on, "the report was missed")
        return None

    @property
    def _later_on(self) -> date:
        """The day somebody asked to be written to again; never, where they asked for no such."""
        answer = self.state.answer
        later = answer is not None and answer.kind == "later"
        return comes_again_on(answer, self.calendar, self.book) if answer and later else date.max

    def _goes_on(self, since: date) -> None:
        """A note to who asked for it, or has accepted an invitation (F25, F33)."""
        accepted = self.state.mode == "accepted"
        day = self.calendar.after(since, 1) if accepted else self._later_on
        if self.state.rhythm.refused:
            self.state.closes_on = day
            return self._close(day, REFUSED) if self.today >= day else None
        return self._write_again(day, shows_on=since if accepted else None)

    def _write_again(self, day: date, *, shows_on: date | None) -> None:
        rhythm = self.state.rhythm
        if not rhythm.has_written_way and not rhythm.has_number:
            return self._find_address(day)
        kind: CardKind = "write" if rhythm.has_written_way else "call"  # F21
        rings = [on for on in self.state.rings if on >= day]
        if kind == "call" and rings:
            return self._ring_again(rings)
        return self._show(self._moved(Step(kind=kind, due_on=day, shows_on=shows_on)))

    def _meet(self) -> None:
        day = self.state.meets_on
        assert day is not None
        eve, off = self.calendar.before(day), not self.calendar.is_working(day)
        days = self._move(day, self.book.meeting_waits_days, shows_on=eve)
        if self.today > days.last:
            self.shown_to = days.last
            return self._close(days.last, "not held")
        put_off = days.by if days.shows > eve else None
        shows = days.shows if off or put_off else max(days.shows, days.due)
        meet = Step("meet", days.due, shows, days.last, put_off)
        practised = self.state.practised_on
        if put_off or self.today > eve or (practised and practised >= eve):
            return self._show(meet)
        prepare = Step(kind="prepare", due_on=eve, shows_on=eve, last_on=eve)
        return self._show(prepare, meet) if off else self._show(prepare)

    # Steps of somebody silent.

    def _silence(self, since: date) -> None:
        """The pending nudge or call of the run, one at a time; else the closing."""
        state = self.state
        if state.bounced_on and not self.state.rhythm.has_written_way:
            return self._find_address(self._bounced_on)
        run = Run(state, self.calendar, self.book)
        last, call_day = since, None
        for kind in run.steps():
            day = run.done_on(kind)
            if day is None:
                due = run.due(kind, since, call_day)
                if self._pending(kind, due, self.book.step_lapses_days):
                    return None
                day = self._move(due, self.book.step_lapses_days).due
            call_day = call_day if kind == "nudge" else day
            last = max(last, day)
        return self._closing(last)

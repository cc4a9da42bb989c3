"""A step's days: when it is shown, put off or past, and when its thread closes. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from firststep.facts.calendar import WorkCalendar
from firststep.facts.plan import SILENCE
from firststep.facts.playbook import Playbook
from firststep.facts.step_kinds import CardKind
from firststep.steps.followup.delays import Delay, StepDays, kept_open, moved
from firststep.steps.followup.silent_run import Run
from firststep.steps.followup.thread import Step, Thread

TO_SOMEBODY_SILENT: frozenset[CardKind] = frozenset({"call", "find_number", "nudge"})


@dataclass(slots=True)
class Stepping:
    """One thread as of a day, whose steps are shown and which is closed here."""

    state: Thread
    calendar: WorkCalendar
    today: date
    book: Playbook
    lapsed_on: date = date.min
    shown_to: date = date.min  # the last day of any step that has lapsed

    def _move(self, due: date, lapses_days: int, *, shows_on: date | None = None) -> StepDays:
        return moved(due, lapses_days, self.state.delays, self.calendar, shows_on=shows_on)

    def _pending(
        self, kind: CardKind, due: date, lapses_days: int, *, shows_on: date | None = None
    ) -> bool:
        """Shows a dated step unless it has lapsed."""
        days = self._move(due, lapses_days, shows_on=shows_on)
        if kind in TO_SOMEBODY_SILENT and self._is_put_off_by_quiet_days(due, days.last):
            days = self._move(due, lapses_days, shows_on=shows_on)
        if self.today > days.last:
            self.lapsed_on, self.shown_to = days.last, max(self.shown_to, days.last)
            return False
        self._show(Step(kind, days.due, days.shows, days.last, days.by))
        return True

    def _moved(self, step: Step) -> Step:
        """A step that never lapses by itself, held by a snooze or an absence."""
        for delay in sorted(self.state.delays, key=lambda delay: delay.until):
            if delay.until > (step.due_on or self.today):
                until = self.calendar.on_or_after(delay.until)
                over = self.today >= until
                step = step._replace(due_on=until, shows_on=until, delay=None if over else delay)
        return step

    def _is_put_off_by_quiet_days(self, due: date, last: date) -> bool:
        """Nobody silent is rung or reminded while most people are away, and what was due shortly
        before may still be sent after (F45)."""
        quiet = self.calendar.quiet_days(last)
        if quiet is None or quiet[0] > max(due, self.today):
            return False
        self._put_off_until_after(quiet)
        return True

    def _put_off_until_after(self, quiet: tuple[date, date] | None) -> None:
        if quiet is None:
            return
        delay = Delay(since=quiet[0], until=quiet[1], why="quiet_days")
        if delay not in self.state.delays:
            self.state.delays = [*self.state.delays, delay]

    def _show(self, *steps: Step) -> None:
        self.state.steps = tuple(map(self._reasoned, steps)) if self.state.delays else steps

    def _show_rested(self, day: date) -> None:
        """A note again, on the day a rest is over."""
        day = self.calendar.on_or_after(day)
        rest = Delay(since=self.today, until=day, why="rested") if self.today < day else None
        step = self._moved(Step(kind="write", due_on=day, shows_on=day))
        self._show(step._replace(delay=step.delay or rest))

    def _reasoned(self, step: Step) -> Step:
        """With the first reason that still delays it: a snooze before an absence (F27), and of
        several absences the one that ends last."""
        if step.delay is None or step.delay.why == "rested":
            return step  # of its own making
        delays = (h for h in self.state.delays if self.today < self.calendar.on_or_after(h.until))
        by = min(delays, key=_told_first, default=None)
        return step._replace(delay=by)

    def _closing(self, last: date) -> None:
        """Closed so many days after the last step, by silence."""
        run = Run(self.state, self.calendar, self.book)
        if (named_on := run.named_since(last)) is not None:  # nothing was left to send (F11)
            rested = last + timedelta(days=self.book.revisit_calendar_days)
            return self._show_rested(max(rested, named_on))
        known = self.state.mode in ("rhythm", "new", "later") and not self.state.rhythm.manager
        answered = self.state.mode in ("answered", "undated", "promised")
        days = self.book.close_known_days if known else self.book.close_manager_days
        days = self.book.close_answered_days if answered else days
        day = self.calendar.after(last, days)
        if self.state.invited_on is not None:  # it may still be accepted (F33)
            day = max(day, self.calendar.after(self.state.invited_on, self.book.invitation_days))
        day = kept_open(day, self.state.delays, self.calendar)
        if self.lapsed_on >= day:  # a closing day never cuts off a step still shown
            day = self.calendar.after(self.lapsed_on, 1)
        self.state.closes_on = day
        return self._close(day, SILENCE) if self.today >= day else None

    def _close(self, day: date, why: str) -> None:
        self.state.mode, self.state.closed_on, self.state.closed_why = "closed", day, why
        self.state.ended_on = max(day, self.shown_to + timedelta(days=1))


def _told_first(delay: Delay) -> tuple[bool, int]:
    return delay.why != "snoozed", -delay.until.toordinal()

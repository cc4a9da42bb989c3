"""Following up with somebody met, and taking up an offer: in its days, by their way. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from firststep.facts.channels import BY_CALL, USUAL_CHANNEL
from firststep.facts.kinds import MET
from firststep.facts.step_kinds import CardKind
from firststep.steps.followup.stepping import Stepping
from firststep.steps.followup.thread import Step


@dataclass(slots=True)
class FollowingUp(Stepping):
    """The first step with somebody met or who offered (F29)."""

    def _met(self) -> bool:
        """Whether somebody was met, and may still be followed up with; without a way to them that
        way is looked for in the same days (F29)."""
        approach, rings = self.state.approach, self.state.rings
        if approach.origin not in MET or (rings and not self._asked_to_be_rung):
            return False
        met_on = self.state.since or approach.opened_on
        lapses = self._lapses(met_on)
        due = min(self._begins_after(met_on), self.calendar.before(lapses + timedelta(days=1)))
        if self.today > lapses or due < met_on:  # where all of its days are off, it cannot be done
            return False
        shows = due if rings or self._opens_later(met_on) else None
        return self._show_in_time(Step(self._follows_up_by, due, shows, lapses), lapses)

    def _show_in_time(self, step: Step, lapses: date) -> bool:
        """Shows it, unless it is put off past its days: then it is none."""
        step = self._moved(step)
        if (step.due_on or lapses) > lapses:
            return False
        self._show(step)
        return True

    def _lapses(self, met_on: date) -> date:
        """The last day in time, counted from when the offer holds."""
        begins = max(met_on, self.state.offer_opens or met_on)
        lapses = begins + timedelta(days=self.book.met_lapses_calendar_days)
        return min(lapses, self.state.offer_until or lapses)

    def _opens_later(self, met_on: date) -> bool:
        return self.state.offer_opens is not None and self.state.offer_opens > met_on

    def _begins_after(self, met_on: date) -> date:
        """The working day after they were met or rung in vain, or from when the offer holds."""
        after = self.calendar.after(max([met_on, *self.state.rings]), 1)
        return self.calendar.on_or_after(max(after, self.state.offer_opens or after))

    @property
    def _follows_up_by(self) -> CardKind:
        """Who has a number only is called (F21); who offered is approached by the way they named,
        and where a call needs a number, that is looked for (F40)."""
        rhythm, offered = self.state.rhythm, self.state.offered
        if self._asked_to_be_rung and not self._rang_in_vain:
            return "call" if rhythm.has_number else "find_number"
        usual = self.state.approach.channel == USUAL_CHANNEL and self.state.offer_by is None
        named = offered and not usual
        if rhythm.has_number and not rhythm.has_written_way and not named:
            return "call"
        return "offer_taken_up" if offered else "follow_up_met"

    @property
    def _asked_to_be_rung(self) -> bool:
        return self.state.offered and self.state.approach.channel == BY_CALL

    @property
    def _rang_in_vain(self) -> bool:
        """Whoever asked to be rung and is never there is written to, where that is possible."""
        often = len(self.state.rings) >= self.book.rings
        return often and self.state.rhythm.has_written_way

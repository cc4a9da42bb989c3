"""What moves a step or takes it away: an absence, a snooze, and what was sent before. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from firststep.facts.calendar import WorkCalendar
from firststep.facts.line_kinds import NOTES, SPOKE
from firststep.facts.playbook import Playbook
from firststep.facts.snapshot import IN_TIME, LAST_OF_DAY, LogLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """From a day on, not before another: an out-of-office answer or a snooze (F22), or the quiet
    days at the end of a year (F45)."""

    since: date
    until: date
    why: Literal["snoozed", "out_of_office", "rested", "quiet_days"]
    order: int = LAST_OF_DAY  # of recording

    def ends_with(self, news: LogLine) -> bool:
        """Whether that news is later: an absence is over, and a snooze held what was owed to
        somebody silent (F35)."""
        return (self.since, self.order) <= (news.on, news.order)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedUp:
    """What an unanswered earlier approach used up of two notes and a call (F11, E2)."""

    notes: int
    calls: int
    rested_on: date  # from that day on everything may be sent anew


class StepDays(NamedTuple):
    """From which day a step is shown, when it is due, its last day, and what moved them."""

    shows: date
    due: date
    last: date
    by: Delay | None


def now_absent(delays: list[Delay], line: LogLine, *, until: date) -> None:
    """Adds an absence. What was told of one before holds only until then: the day told last
    counts."""
    delays[:] = [
        replace(one, until=line.on) if one.why == "out_of_office" and one.until > line.on else one
        for one in delays
    ]
    delays.append(Delay(since=line.on, until=until, why="out_of_office", order=line.order))


def comes_again_on(later: LogLine, calendar: WorkCalendar, book: Playbook) -> date:
    """The day somebody who said "later" is written to again: theirs, or so many calendar days on
    (F5); a working day."""
    day = later.until or later.on + timedelta(days=book.later_calendar_days)
    return calendar.on_or_after(day)


def moved(
    due: date,
    lapses_days: int,
    delays: Sequence[Delay],
    calendar: WorkCalendar,
    *,
    shows_on: date | None = None,
) -> StepDays:
    """A step's days after snoozes and absences have moved them (F22); `shows_on` None: shown when
    it is due. A delay that came after the step had lapsed moves nothing.
    """
    shows = due if shows_on is None else shows_on
    last, by = calendar.after(due, lapses_days), None
    for delay in sorted(delays, key=lambda delay: delay.since) if delays else ():
        if shows < delay.until and delay.since <= last:
            shows, by = calendar.on_or_after(delay.until), delay
            due = max(due, shows)
            last = calendar.after(due, lapses_days)
    return StepDays(shows, due, last, by)


def kept_open(day: date, delays: Sequence[Delay], calendar: WorkCalendar) -> date:
    """A closing day waits for the end of a snooze or an absence it falls into (F22)."""
    for delay in delays:
        if delay.since <= day < delay.until:
            day = calendar.on_or_after(delay.until)
    return day


def used_up_by(lines: Iterable[LogLine], *, rest_days: int) -> UsedUp | None:
    """Notes and calls since the last answer in earlier approaches; the rest in calendar days."""
    notes = calls = 0
    last = date.min
    for line in sorted(lines, key=IN_TIME):
        if line.kind in SPOKE:
            notes = calls = 0
        elif line.kind in NOTES:
            notes, last = notes + 1, line.on
        elif line.kind == "voicemail":
            calls, last = calls + 1, line.on
        elif line.kind in ("bounced", "accepted"):  # what was invited for is still to be written
            notes = max(0, notes - 1)
    if not notes and not calls:
        return None
    return UsedUp(notes=notes, calls=calls, rested_on=last + timedelta(days=rest_days))

"""The weeks so far as bars beside what the minutes allow, and follow-ups as a ring."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi

from firststep.facts.said import say, say_of
from firststep.interfaces.words.counts import counted
from firststep.interfaces.words.days import short_day
from firststep.learn.progress import FollowUp
from firststep.learn.weeks import Week

WIDE, HIGH = 620, 120  # of the bars
GAP, WIDEST = 16, 56
RING = 26  # its radius


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekBar:
    """One week: where its bar stands, from the left and the top, and its words."""

    left: int
    top: int
    high: int
    middle: int
    people: int
    words: str
    begins: str  # as an address says it


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksDrawn:
    """`level` is where the line of what the minutes allow lies, from the top."""

    bars: tuple[WeekBar, ...]
    wide: int
    level: int
    allowed: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RingDrawn:
    """A part of a ring: the length of what was in time, and of all of it."""

    part: float
    whole: float
    words: str


def weeks_drawn(weeks: Sequence[Week], *, a_week: float) -> WeeksDrawn | None:
    """The weeks as bars; nothing while there is only one."""
    if len(weeks) < 2:  # one bar compares nothing
        return None
    most = max(a_week, *(week.people for week in weeks))
    step = WIDE // len(weeks)
    wide = min(WIDEST, step - GAP)
    bars = tuple(
        WeekBar(
            left=at * step,
            top=round(HIGH - HIGH * week.people / most),
            high=round(HIGH * week.people / most),
            middle=at * step + wide // 2,
            people=week.people,
            words=short_day(week.begins_on),
            begins=week.begins_on.isoformat(),
        )
        for at, week in enumerate(weeks)
    )
    allowed = round(a_week)
    return WeeksDrawn(
        bars=bars,
        wide=wide,
        level=round(HIGH - HIGH * a_week / most),
        allowed=allowed,
        label=_this_week(weeks[-1].people, allowed),
    )


def _this_week(people: int, allowed: int) -> str:
    if not people:
        return say("No new people this week so far; your minutes allow about {n}.", n=allowed)
    return say_of(
        "{n} new person this week so far; your minutes allow about {allowed}.",
        "{n} new people this week so far; your minutes allow about {allowed}.",
        people, n=counted(people), allowed=allowed,
    )  # fmt: skip


def ring_drawn(followed: FollowUp) -> RingDrawn | None:
    """Whom one met and followed up in time; nothing where nobody was to be."""
    if not followed.due:
        return None
    whole = 2 * pi * RING
    return RingDrawn(
        part=round(whole * followed.in_time / followed.due, 1),
        whole=round(whole, 1),
        words=say("{n} of {of}", n=followed.in_time, of=followed.due),
    )

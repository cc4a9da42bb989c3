"""How far still: how many more people, and by which day, until conversations and a job offer.

Method M5.4, evidence a4. Ranges hold eight in ten drawn futures (`chances`), uncertain rates
included, from what is known `so_far`. Pure.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import ceil
from random import Random
from typing import Literal

from firststep.facts.calendar import WorkCalendar
from firststep.facts.playbook import DEFAULT, USUAL_MINUTES, Playbook
from firststep.facts.snapshot import Snapshot
from firststep.learn.chances import MOST_PEOPLE, futures
from firststep.learn.conversations import Conversations, conversations
from firststep.learn.funnel import hiring
from firststep.learn.progress import settled
from firststep.learn.so_far import known_so_far, own_pace

TALKS = (3, 5, 10)
FARTHEST = 40  # conversations drawn, enough for a drawing of the next hundred people
# People a week in the usual minutes, as many strangers as the method allows; and at most: beyond it
# names and answers are wanted, not minutes (played seasons of the planner, F30).
USUAL_PACE, FASTEST = 8.0, 14.0
TALK_LAG, OFFER_LAG = 7, 25  # working days: answer and talk; then interview and offer (evidence e)
LAG_SHAPE = 4  # of the gamma those days are drawn from: half as much spread as mean, an assumption
ENOUGH = 5  # settled people before an outlook of one's own is told (F44)
OUTWEIGHS = 40  # settled people before own data outweigh what was assumed (evidence a4)
WHAT_IF = 10.0
FARTHEST_YEARS = 10
SHARE = 0.8  # of the futures a range holds

_Goal = Literal["conversations", "job_offer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """How many more people: the median, and the range eight in ten futures lie in."""

    median: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """By which day at a pace; None is more than ten years."""

    median: date | None
    low: date | None
    high: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """So many people talked with in all, or one job offer; `reached` when the log says so already,
    `agreed` when nobody more is needed, for the conversations still to be held are agreed."""

    until: _Goal
    count: int
    reached: bool
    agreed: bool
    more_people: People
    by: Days
    what_if: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """`n` settled people it rests on, `assumed` while the starting belief outweighs them; the pace
    in people a week, `own_pace` when it is the seeker's of the last four weeks; it is the usual one
    at the start, and when few were written to lately (`slow_lately`). `is_own` once enough are
    settled to tell an outlook of one's own: before, only what a usual campaign takes (F44)."""

    n: int
    assumed: bool
    is_own: bool
    a_week: float
    own_pace: bool
    slow_lately: bool
    what_if_a_week: float
    minutes: int
    at_minutes: float  # people a week that these minutes a day allow, and those twice as many do
    at_twice: float
    milestones: tuple[Milestone, ...]

    @property
    def offer(self) -> Milestone:
        return self.milestones[-1]


def forecast(
    snapshot: Snapshot,
    *,
    today: date,
    silent: Collection[int],
    book: Playbook = DEFAULT,
    what_if: float = WHAT_IF,
) -> Forecast:
    """The outlook of a day. `silent` are the approaches that silence has closed, as its plan says;
    `what_if` is another pace, in people a week."""
    known = known_so_far(snapshot, today=today, silent=silent, book=book)
    drawn = futures(known, talks=FARTHEST)
    pace = own_pace(snapshot, today)
    minutes = snapshot.minutes_a_day
    usual, twice = (pace_of(many, snapshot.calendar) for many in (minutes, 2 * minutes))
    told = _Told(snapshot.calendar, today, pace.a_week or usual, what_if)
    had = conversations(snapshot, today=today, silent=silent)
    milestones = [told.conversations(count, had, [one.talks for one in drawn]) for count in TALKS]
    offered = any("job_offer" in hiring(one) for one in snapshot.companies.values())
    n = sum(n for _, _, n in known.seen)
    return Forecast(
        n=n,
        assumed=n < OUTWEIGHS,
        is_own=sum(1 for _ in settled(snapshot, today, silent)) >= ENOUGH,
        a_week=round(pace.a_week or usual, 1),
        own_pace=pace.a_week is not None,
        slow_lately=pace.is_slow,
        what_if_a_week=what_if,
        minutes=minutes,
        at_minutes=usual,
        at_twice=twice,
        milestones=(*milestones, told.job_offer(offered, [one.offer_after for one in drawn])),
    )


def pace_of(minutes: int, calendar: WorkCalendar) -> float:
    """People a week that so many minutes a working day allow, their follow-ups included; at least
    one, so that a day can be told."""
    days = len(calendar.weekdays) / 5
    return round(max(1.0, min(FASTEST, USUAL_PACE * minutes / USUAL_MINUTES * days)), 1)


@dataclass(frozen=True, slots=True)
class _Told:
    """Numbers of people told as ranges and as days."""

    calendar: WorkCalendar
    today: date
    a_week: float
    what_if: float

    def conversations(
        self, count: int, had: Conversations, talks: Sequence[Sequence[int]]
    ) -> Milestone:
        wanting = count - len(had.held)
        if wanting <= 0:
            return self._reached("conversations", count)
        if wanting <= len(had.agreed):
            nobody = People(median=0, low=0, high=0)
            first = self._days_until(had.agreed[wanting - 1])
            days = [max(first, lag) for lag in _lags(len(talks), TALK_LAG)]
            by = self._days(days)
            return Milestone(
                until="conversations", count=count, reached=False, agreed=True,
                more_people=nobody, by=by, what_if=by,
            )  # fmt: skip
        at = wanting - len(had.agreed) - 1
        return self._ahead("conversations", count, [one[at] for one in talks], (TALK_LAG,))

    def job_offer(self, offered: bool, after: Sequence[int]) -> Milestone:
        if offered:
            return self._reached("job_offer", 1)
        return self._ahead("job_offer", 1, after, (TALK_LAG, OFFER_LAG))

    def _reached(self, until: _Goal, count: int) -> Milestone:
        now = Days(median=self.today, low=self.today, high=self.today)
        return Milestone(
            until=until, count=count, reached=True, agreed=False,
            more_people=People(median=0, low=0, high=0), by=now, what_if=now,
        )  # fmt: skip

    def _ahead(
        self, until: _Goal, count: int, people: Sequence[int], lags: tuple[int, ...]
    ) -> Milestone:
        """After so many more people in each drawn future, and so many working days then."""
        later = _lags(len(people), *lags)
        return Milestone(
            until=until,
            count=count,
            reached=False,
            agreed=False,
            more_people=_wide(range_of(sorted(people))),
            by=self._days(self._until(people, later, self.a_week)),
            what_if=self._days(self._until(people, later, self.what_if)),
        )

    def _until(self, people: Sequence[int], later: Sequence[float], a_week: float) -> list[float]:
        """Working days in each drawn future."""
        a_day = a_week / len(self.calendar.weekdays)
        most = FARTHEST_YEARS * 52 * len(self.calendar.weekdays)
        return [
            more / a_day + lag if more < MOST_PEOPLE else most + 1
            for more, lag in zip(people, later, strict=True)
        ]

    def _days(self, drawn: Sequence[float]) -> Days:
        """The days on which so many working days from now are over; an interval has width."""
        told = _wide(range_of(sorted(max(1, round(days)) for days in drawn)))
        return Days(
            median=self._day(told.median), low=self._day(told.low), high=self._day(told.high)
        )

    def _day(self, days: int) -> date | None:
        if days > FARTHEST_YEARS * 52 * len(self.calendar.weekdays):
            return None
        return self.calendar.after(self.today, days)

    def _days_until(self, day: date | None) -> int:
        """Working days until a conversation is held: the next one where it has no day yet."""
        return max(1, self.calendar.between(self.today, day)) if day else 1


@lru_cache(maxsize=8)
def _lags(draws: int, *means: int) -> tuple[float, ...]:
    """Working days until what was agreed has come, drawn about their means one after the other:
    some come sooner, some later."""
    random = Random(2)
    return tuple(
        sum(random.gammavariate(LAG_SHAPE, mean / LAG_SHAPE) for mean in means)
        for _ in range(draws)
    )


def _wide(found: People) -> People:
    """What is drawn is not certain, however alike the draws are."""
    return People(median=found.median, low=found.low, high=max(found.high, found.low + 1))


def range_of(drawn: list[int]) -> People:
    """The median of sorted draws, and the range that holds eight in ten: one lies below it and one
    above. Where nobody lies below, two in ten lie above."""
    last = len(drawn) - 1
    low = drawn[round(last * 0.1)]
    below = bisect_left(drawn, low)
    high = drawn[min(last, below + ceil(len(drawn) * SHARE) - 1)]
    return People(median=drawn[last // 2], low=low, high=max(high, drawn[last // 2]))

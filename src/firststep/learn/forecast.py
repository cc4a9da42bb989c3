"""How far still: how many more people, and by which day, until conversations and a job offer.

Method M5.4, evidence a4. Ranges hold eight in ten drawn futures (`chances`), uncertain rates
included, from what is known `so_far`. Pure.
"""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Literal

from firststep.facts.calendar import WorkCalendar
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import Snapshot
from firststep.learn.chances import MOST_PEOPLE, futures
from firststep.learn.so_far import agreed, known_so_far, own_pace

TALKS = (3, 5, 10)
FARTHEST = 40  # conversations drawn, enough for a drawing of the next hundred people
USUAL_PACE = 8.0  # people a week: as many strangers as the method allows
TALK_LAG, OFFER_LAG = 7, 25  # working days: answer and talk; then interview and offer (evidence e)
OUTWEIGHS = 40  # settled people before own data outweigh what was assumed (evidence a4)
WHAT_IF = 10.0
FARTHEST_DAYS = 3650
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
    """So many conversations in all, or one job offer; `reached` when it is already so."""

    until: _Goal
    count: int
    reached: bool
    more_people: People
    by: Days
    what_if: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """`n` settled people it rests on, `assumed` while the starting belief outweighs them; the pace
    in people a week, `own_pace` when it is the seeker's of the last four weeks; it is the usual one
    at the start, and when few were written to lately (`slow_lately`)."""

    n: int
    assumed: bool
    a_week: float
    own_pace: bool
    slow_lately: bool
    what_if_a_week: float
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
    told = _Told(snapshot.calendar, today, pace.a_week or USUAL_PACE, what_if)
    had = len(agreed(snapshot, today))
    offered = any(one.stage == "job_offer" for one in snapshot.companies.values())
    milestones = [
        told.milestone("conversations", count, had >= count,
                       sorted(one.talks[max(0, count - had - 1)] for one in drawn))
        for count in TALKS
    ]  # fmt: skip
    after = sorted(one.offer_after for one in drawn)
    n = sum(n for _, _, n in known.seen)
    return Forecast(
        n=n,
        assumed=n < OUTWEIGHS,
        a_week=round(pace.a_week or USUAL_PACE, 1),
        own_pace=pace.a_week is not None,
        slow_lately=pace.is_slow,
        what_if_a_week=what_if,
        milestones=(*milestones, told.milestone("job_offer", 1, offered, after)),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """Numbers of people told as ranges and as days."""

    calendar: WorkCalendar
    today: date
    a_week: float
    what_if: float

    def milestone(self, until: _Goal, count: int, reached: bool, drawn: list[int]) -> Milestone:
        people = People(median=0, low=0, high=0) if reached else range_of(drawn)
        lag = TALK_LAG + (OFFER_LAG if until == "job_offer" else 0)
        lag = 0 if reached else lag
        return Milestone(
            until=until,
            count=count,
            reached=reached,
            more_people=people,
            by=self._by(people, self.a_week, lag),
            what_if=self._by(people, self.what_if, lag),
        )

    def _by(self, people: People, a_week: float, lag: int) -> Days:
        return Days(
            median=self._day(people.median, a_week, lag),
            low=self._day(people.low, a_week, lag),
            high=self._day(people.high, a_week, lag),
        )

    def _day(self, people: int, a_week: float, lag: int) -> date | None:
        days = people / a_week * 7
        if people >= MOST_PEOPLE or days > FARTHEST_DAYS:
            return None
        return self.calendar.after(self.today + timedelta(days=round(days)), lag)


def range_of(drawn: list[int]) -> People:
    """The median of sorted draws, and the range that holds eight in ten: one lies below it and one
    above. Where nobody lies below, two in ten lie above."""
    last = len(drawn) - 1
    low = drawn[round(last * 0.1)]
    below = bisect_left(drawn, low)
    high = drawn[min(last, below + ceil(len(drawn) * SHARE) - 1)]
    return People(median=drawn[last // 2], low=low, high=max(high, drawn[last // 2]))

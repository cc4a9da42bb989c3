"""How far still, as the pages tell it: by which day, between which days, drawn and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from firststep.facts.said import say, say_of
from firststep.facts.snapshot import Snapshot
from firststep.interfaces.answers.progress import ForecastShown
from firststep.interfaces.words.counts import as_written, in_words
from firststep.interfaces.words.outlook import between_days, by_day, people_more, short
from firststep.learn.charts import Ahead
from firststep.learn.forecast import Days, Milestone

WIDE, HIGH = 260.0, 60.0  # the small drawing at the side
CHART_WIDE, CHART_HIGH = 620.0, 200.0
BEFORE_DAYS = 14  # the least of what has been that the small drawing shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Points of what has been, of the median ahead and of its range; where today's dot stands."""

    had: str
    ahead: str
    band: str
    today: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The nearest great milestone at the side of a page: its day and its range, drawn."""

    of: str
    day: str
    drawing: Drawing
    words: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRow:
    """One milestone: by which day, after how many more people, and at another pace."""

    of: str
    day: str
    people: str
    between: str
    what_if: str
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What the next hundred people may bring: a line, its band, and the figures behind them."""

    line: str
    band: str
    end: int  # where the line ends, from the top
    ticks: tuple[tuple[int, int], ...]  # from the top, and how many conversations
    label: str
    points: tuple[Ahead, ...]


def nearest(found: ForecastShown, snapshot: Snapshot, *, had: int, today: date) -> Nearest | None:
    """Ten conversations, else the job offer; None once both are reached."""
    great = next((one for one in found.milestones[-2:] if not one.reached), None)
    if great is None:
        return None
    between = between_days(great.by, today)
    words = f"{_pace(found)} {between}"
    return Nearest(
        of=_named(great),
        day=short(great.by.median, today),
        words=f"{words} {_assumption(found)}".strip(),
        label=say(
            "{what}: {by}. {between}",
            what=_named(great),
            by=by_day(great.by, today),
            between=between,
        ),
        drawing=_drawn(found, great, _begun(snapshot, today), had, today),
    )


def _named(one: Milestone) -> str:
    """Ten conversations; A job offer."""
    if one.until == "job_offer":
        return say("A job offer")
    return say("{n} conversations", n=in_words(one.count).capitalize())


def rows(found: ForecastShown, today: date) -> list[MilestoneRow]:
    """Every milestone, nearest first; while the outlook is not one's own, those reached."""
    return [
        MilestoneRow(
            of=_named(one),
            reached=one.reached,
            day=say("reached") if one.reached else short(one.by.median, today),
            people="" if one.reached else people_more(one),
            between=between_days(one.by, today),
            what_if=_at_other_pace(found, one, today),
        )
        for one in found.milestones
        if found.is_own or one.reached
    ]


def chart(points: tuple[Ahead, ...]) -> Chart:
    """Conversations after so many more people, ten by ten."""
    top = max(5, points[-1].high)
    step = 5 if top <= 25 else 10

    def y(count: float) -> float:
        return CHART_HIGH * (1 - count / top)

    at = [(CHART_WIDE * one.people / points[-1].people, one) for one in points]
    last = points[-1]
    return Chart(
        line=_points([(x, y(one.median)) for x, one in at]),
        band=_points(
            [(x, y(one.high)) for x, one in at] + [(x, y(one.low)) for x, one in reversed(at)]
        ),
        end=round(y(last.median)),
        ticks=tuple((round(y(count)), count) for count in range(step, top + 1, step)),
        label=say(
            "After {people} more people about {median} more conversations, eight times in ten "
            "between {low} and {high}.",
            people=last.people,
            median=last.median,
            low=last.low,
            high=last.high,
        ),
        points=points,
    )


def _pace(found: ForecastShown) -> str:
    count = found.a_week
    told = in_words(int(count)) if count == int(count) else as_written(count)
    return say_of(
        "At {n} new person a week.", "At {n} new people a week.", 1 if count == 1 else 2, n=told
    )


def _assumption(found: ForecastShown) -> str:
    return say("An assumption, until your own answers outweigh it.") if found.assumed else ""


def _at_other_pace(found: ForecastShown, one: Milestone, today: date) -> str:
    if one.reached:
        return ""
    days = one.what_if
    return say(
        "At {n} a week {by} ({low} to {high}).",
        n=as_written(found.what_if.a_week), by=by_day(days, today),
        low=short(days.low, today), high=short(days.high, today),
    )  # fmt: skip


# The small drawing ---------------------------------------------------------------------------


def _begun(snapshot: Snapshot, today: date) -> date:
    """The first day something was recorded, at least two weeks back."""
    first = (line.on for one in snapshot.approaches.values() for line in one.log)
    return min([*first, today - timedelta(days=BEFORE_DAYS)])


def _drawn(found: ForecastShown, great: Milestone, begun: date, had: int, today: date) -> Drawing:
    """What has been up to today, then the median and the range through every milestone to come."""
    steps = [one for one in found.milestones if one.until == great.until and not one.reached]
    sheet = _Sheet(begun=begun, last=_last(great.by) or today + timedelta(days=3650),
                   top=great.count)  # fmt: skip
    here = sheet.at(today, min(had, great.count) if great.until == "conversations" else 0)
    low = [sheet.at(one.by.low, one.count) for one in steps]
    median = [sheet.at(one.by.median, one.count) for one in steps]
    high = [sheet.at(one.by.high, one.count) for one in steps]
    return Drawing(
        had=_points([(0.0, HIGH), here]),
        ahead=_points([here, *median]),
        band=_points([here, *low, *reversed(high)]),
        today=round(here[0]),
        level=round(here[1]),
    )


def _last(by: Days) -> date | None:
    """The farthest day that can be told."""
    return by.high or by.median or by.low


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """From which day to which the small drawing goes, and how many stand at its top."""

    begun: date
    last: date
    top: int

    def at(self, day: date | None, count: int) -> tuple[float, float]:
        """Where so many on that day stand; a day that cannot be told stands at the end."""
        whole = max(1, (self.last - self.begun).days)
        x = WIDE * ((day or self.last) - self.begun).days / whole
        return min(WIDE, x), HIGH * (1 - count / self.top)


def _points(pairs: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.0f},{y:.0f}" for x, y in pairs)

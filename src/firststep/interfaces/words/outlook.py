"""How far it may still be, in the same words on every door."""

from datetime import date
from typing import TYPE_CHECKING

from firststep.interfaces.words.counts import figures
from firststep.interfaces.words.days import short_day
from firststep.learn.forecast import OUTWEIGHS, Days, Milestone

if TYPE_CHECKING:
    from firststep.interfaces.answers.progress import ForecastShown

SOON_DAYS = 300  # beyond it a day is told with its year
MANY = 5_000  # people; beyond it only "more" can be said


def rests_on(found: "ForecastShown") -> str:
    """What the outlook is made of, and for how long it stays an assumption."""
    settled = f"{_settled(found.n)} of your own {'is' if found.n == 1 else 'are'} in it"
    those = "" if found.n == 1 else "those "  # the rates count whoever answered sooner, too
    words = f"{_at_pace(found)} Eight times in ten it falls between the two days. {settled}, "
    words += f"{those}whose days to answer are over"
    if found.assumed:
        return f"{words}; until they are {OUTWEIGHS} it is, for the most part, an assumption."
    return f"{words}; they outweigh what was assumed at the start."


def _at_pace(found: "ForecastShown") -> str:
    """At which pace, and why at the usual one where it is not the seeker's own."""
    a_week = f"{found.a_week:g} new people a week"
    if found.own_pace:
        return f"Your pace of the last four weeks: {a_week}."
    if found.slow_lately:
        return (
            "You have written to few people lately, and a slow month foretells little: this is at "
            f"{a_week}, the usual pace."
        )
    return f"Until your own pace shows, this is at {a_week}."


def _settled(count: int) -> str:
    return "One settled person" if count == 1 else f"{count} settled people"


def short(day: date | None, today: date) -> str:
    """22 Dec; with the year where it is far; "over ten years" where it is too far to tell."""
    return f"{short_day(day)}{_year(day, today)}" if day else "over ten years"


def _long(day: date | None, today: date) -> str:
    return f"{day.day} {day:%B}{_year(day, today)}" if day else "ten years from now"


def _year(day: date, today: date) -> str:
    return f" {day.year}" if (day - today).days > SOON_DAYS else ""


def by_day(days: Days, today: date) -> str:
    """By 22 December."""
    return f"by {_long(days.median, today)}" if days.median else "in over ten years"


def between_days(days: Days, today: date) -> str:
    """Eight times in ten between 1 December and 22 January."""
    if days.high is None:
        return f"Eight times in ten not before {_long(days.low, today)}."
    return f"Eight times in ten between {_long(days.low, today)} and {_long(days.high, today)}."


def people_more(one: Milestone) -> str:
    """About 30 more people, 12 to 80."""
    more = one.more_people
    high = f"{more.high:,}" if more.high < MANY else f"{MANY:,} or more"
    if more.median == 0:
        most = "person" if more.high == 1 else "people"
        return f"Perhaps nobody more is needed; at most about {high} more {most}."
    return f"About {figures(more.median, 'more person', 'more people')}, {more.low:,} to {high}."

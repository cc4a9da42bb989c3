"""How far it may still be, in the same words on every door."""

from datetime import date
from typing import TYPE_CHECKING

from firststep.interfaces.words.counts import figures, in_percent, in_words
from firststep.interfaces.words.days import short_day
from firststep.learn.forecast import ENOUGH, OUTWEIGHS, Days, Milestone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firststep.interfaces.answers.progress import ForecastShown
    from firststep.learn.progress import FollowUp
    from firststep.learn.rates import Rate

SOON_DAYS = 300  # beyond it a day is told with its year
HUNDRED = 100  # people of a usual campaign (M5.4)
MANY = 5_000  # people; beyond it only "more" can be said


def usual_campaign(found: "ForecastShown") -> str:
    """What a campaign usually takes, while too few of one's own are settled to tell more (F44);
    nothing once they are. M5.4."""
    if found.is_own:
        return ""
    twice = f", {_weeks(found.at_twice)} at {2 * found.minutes}" if _is_faster(found) else ""
    return (
        "A usual campaign writes to about a hundred people for about ten conversations, some "
        f"{_weeks(found.at_minutes)} weeks at your {found.minutes} minutes a day{twice}; how far "
        f"yours may still be is told once {in_words(ENOUGH)} people are settled."
    )


def _weeks(a_week: float) -> int:
    return round(HUNDRED / a_week)


def _is_faster(found: "ForecastShown") -> bool:
    """Whether twice the minutes would change anything."""
    return found.at_twice > found.at_minutes


def followed_up(met: "FollowUp", thanks: "FollowUp") -> str:
    """How many people met, or who offered, were followed up in time, beside the one in twenty that
    is usual (M0.1); how many thanks were, of which nothing usual is known (F40)."""
    said = []
    if met.due:
        share = f"{met.in_time} of {met.due} in time, {in_percent(met.rate or 0)}"
        said.append(f"People met, and offers: {share}. 1 in 20 is usual.")
    if thanks.due:
        said.append(f"Thanks and answers: {thanks.in_time} of {thanks.due} in time.")
    return " ".join(said) or "Nothing was due yet."


def few_settled(rates: "Sequence[Rate]") -> str:
    """How many are settled, while they are too few for a rate to say anything (F44); "" once they
    are enough."""
    settled, yes = sum(one.n for one in rates), sum(one.yes for one in rates)
    if settled >= ENOUGH:
        return ""
    if not settled:
        return f"Nobody is settled yet. A rate says something once {in_words(ENOUGH)} people are."
    said = "a yes" if yes == settled == 1 else f"{in_words(yes)} of them yes"
    people = figures(settled, "person is", "people are")
    return f"{people} settled, {said}. A rate says something once {in_words(ENOUGH)} are."


def rests_on(found: "ForecastShown") -> str:
    """What the outlook is made of, and for how long it stays an assumption."""
    words = f"{_at_pace(found)} Eight times in ten it falls between the two days. {_whose(found.n)}"
    if found.assumed:
        return f"{words}; until they are {OUTWEIGHS} it is, for the most part, an assumption."
    return f"{words}; they outweigh what was assumed at the start."


def _whose(count: int) -> str:
    """The rates count whoever answered sooner, too."""
    if count == 0:
        return "None of your own people are in it yet, for their days to answer run on"
    if count == 1:
        return "One settled person of your own is in it, whose days to answer are over"
    people = f"{count} settled people of your own"
    return f"{people} are in it, those whose days to answer are over"


def _at_pace(found: "ForecastShown") -> str:
    """At which pace, and why at the usual one where it is not the seeker's own."""
    a_week = f"{found.a_week:g} new people a week"
    if found.own_pace:
        return f"Your pace of the last four weeks: {a_week}."
    if found.slow_lately:
        return (
            "You have written to few people lately, and a slow month foretells little: this is at "
            f"{a_week}, {_allowed(found)}."
        )
    return f"Until your own pace shows, this is at {a_week}, {_allowed(found)}."


def _allowed(found: "ForecastShown") -> str:
    """What the pace comes from, and what more minutes would change."""
    more = f"; {2 * found.minutes} would allow {found.at_twice:g}"
    words = f"what {found.minutes} minutes a day allow"
    return words + (more if _is_faster(found) else "")


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
    if one.agreed:
        return "Nobody more is needed: they are agreed, and not all held yet."
    high = f"{more.high:,}" if more.high < MANY else f"{MANY:,} or more"
    if more.median == 0:
        most = "person" if more.high == 1 else "people"
        return f"Perhaps nobody more is needed; at most about {high} more {most}."
    return f"About {figures(more.median, 'more person', 'more people')}, {more.low:,} to {high}."

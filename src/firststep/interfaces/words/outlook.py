"""How far it may still be, in the same words on every door."""

from datetime import date
from typing import TYPE_CHECKING, Any

from firststep.facts.said import say, say_day, say_number, say_of
from firststep.interfaces.words.counts import as_written, in_percent, in_words
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
    said: dict[str, Any] = {
        "weeks": _weeks(found.at_minutes),
        "minutes": found.minutes,
        "enough": in_words(ENOUGH),
    }
    if _is_faster(found):
        return say(
            "A usual campaign writes to about a hundred people for about ten conversations, some "
            "{weeks} weeks at your {minutes} minutes a day, {fewer} at {twice}; how far yours may "
            "still be is told once {enough} people are settled.",
            fewer=_weeks(found.at_twice), twice=2 * found.minutes, **said,
        )  # fmt: skip
    return say(
        "A usual campaign writes to about a hundred people for about ten conversations, some "
        "{weeks} weeks at your {minutes} minutes a day; how far yours may still be is told once "
        "{enough} people are settled.",
        **said,
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
        words = say(
            "People met, and offers: {n} of {due} in time, {percent}. 1 in 20 is usual.",
            n=met.in_time, due=met.due, percent=in_percent(met.rate or 0),
        )  # fmt: skip
        said.append(words)
    if thanks.due:
        words = say("Thanks and answers: {n} of {due} in time.", n=thanks.in_time, due=thanks.due)
        said.append(words)
    return " ".join(said) or say("Nothing has been due yet.")


def few_settled(rates: "Sequence[Rate]") -> str:
    """How many are settled, while they are too few for a rate to say anything (F44); "" once they
    are enough."""
    settled, yes = sum(one.n for one in rates), sum(one.yes for one in rates)
    if settled >= ENOUGH:
        return ""
    enough = in_words(ENOUGH)
    if not settled:
        return say(
            "Nobody has said yes or no yet, or let the days to answer pass. A rate says something "
            "once {enough} people have.",
            enough=enough,
        )
    more = say("A rate says something once {enough} are.", enough=enough)
    if yes == settled == 1:
        return f"{say('1 person is settled, a yes.')} {more}"
    people = say_of(
        "{n} person is settled, {yes} of them yes.", "{n} people are settled, {yes} of them yes.",
        settled, yes=say_number(yes) if yes else in_words(yes),
    )  # fmt: skip
    return f"{people} {more}"


def rests_on(found: "ForecastShown") -> str:
    """What the outlook is made of, and for how long it stays an assumption."""
    usual = say("Eight times in ten it falls between the two days.")
    if found.assumed:
        more = say(
            "{whose}; until they are {n} it is, for the most part, an assumption.",
            whose=_whose(found.n), n=OUTWEIGHS,
        )  # fmt: skip
    else:
        more = say("{whose}; they outweigh what was assumed at the start.", whose=_whose(found.n))
    return f"{_at_pace(found)} {usual} {more}"


def _whose(count: int) -> str:
    """The rates count whoever answered sooner, too."""
    if count == 0:
        return say("None of your own people are in it yet, for their days to answer run on")
    return say_of(
        "One settled person of your own is in it, whose days to answer are over",
        "{n} settled people of your own are in it, those whose days to answer are over",
        count, n=count,
    )  # fmt: skip


def _at_pace(found: "ForecastShown") -> str:
    """At which pace, and why at the usual one where it is not the seeker's own."""
    a_week = say("{n} new people a week", n=as_written(found.a_week))
    if found.own_pace:
        return say("Your pace of the last four weeks: {a_week}.", a_week=a_week)
    if found.slow_lately:
        return say(
            "You have written to few people lately, and a slow month foretells little: this is at "
            "{a_week}, {allowed}.",
            a_week=a_week, allowed=_allowed(found),
        )  # fmt: skip
    return say(
        "Until your own pace shows, this is at {a_week}, {allowed}.",
        a_week=a_week, allowed=_allowed(found),
    )  # fmt: skip


def _allowed(found: "ForecastShown") -> str:
    """What the pace comes from, and what more minutes would change."""
    if _is_faster(found):
        return say(
            "what {n} minutes a day allow; {twice} would allow {more}",
            n=found.minutes, twice=2 * found.minutes, more=as_written(found.at_twice),
        )  # fmt: skip
    return say("what {n} minutes a day allow", n=found.minutes)


def short(day: date | None, today: date) -> str:
    """22 Dec; with the year where it is far; "over ten years" where it is too far to tell."""
    return f"{short_day(day)}{_year(day, today)}" if day else say("over ten years")


def _long(day: date | None, today: date) -> str:
    if day is None:
        return say("ten years from now")
    return f"{say_day(day, 'd MMMM')}{_year(day, today)}"


def _year(day: date, today: date) -> str:
    return f" {day.year}" if (day - today).days > SOON_DAYS else ""


def by_day(days: Days, today: date) -> str:
    """By 22 December."""
    if not days.median:
        return say("in over ten years")
    return say("by {day}", day=_long(days.median, today))


def between_days(days: Days, today: date) -> str:
    """Eight times in ten between 1 December and 22 January."""
    low = _long(days.low, today)
    if days.high is None:
        return say("Eight times in ten not before {day}.", day=low)
    high = _long(days.high, today)
    return say("Eight times in ten between {day} and {other}.", day=low, other=high)


def people_more(one: Milestone) -> str:
    """About 30 more people, 12 to 80."""
    more = one.more_people
    if one.agreed:
        return say("Nobody more is needed: they are agreed, and not all held yet.")
    if more.median == 0:
        return _perhaps_nobody(more.high)
    return say_of(
        "About {n} more person, {low} to {high}.", "About {n} more people, {low} to {high}.",
        more.median, low=say_number(more.low), high=_at_most(more.high),
    )  # fmt: skip


def _perhaps_nobody(most: int) -> str:
    return say_of(
        "Perhaps nobody more is needed; at most about {high} more person.",
        "Perhaps nobody more is needed; at most about {high} more people.",
        most, high=_at_most(most),
    )  # fmt: skip


def _at_most(number: int) -> str:
    return say_number(number) if number < MANY else say("{n} or more", n=say_number(MANY))

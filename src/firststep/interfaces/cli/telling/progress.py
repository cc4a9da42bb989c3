"""How far one has come and how far still, in words: each figure with its n and its range."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from firststep.interfaces.cli.telling import phrases
from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.counts import in_percent
from firststep.interfaces.words.days import full_day

if TYPE_CHECKING:
    from firststep.interfaces.answers.progress import ForecastShown, ProgressShown
    from firststep.learn.forecast import Days, Milestone
    from firststep.learn.funnel import RouteFunnel
    from firststep.learn.rates import Rate

FAR = 5_000  # people; beyond it only "more" can be said
ROUTES = {
    "close": "people close to you", "known": "people you know",
    "dormant": "people from long ago", "met": "people you met", "named": "named by somebody",
    "introduced": "introduced to you", "stranger": "strangers",
}  # fmt: skip


def progress(answer: "ProgressShown", paper: Paper, _again: Any) -> None:
    """How far one has come: counts, the funnel, the rates with their n and range."""
    paper.title(f"{answer.people_touched} of 100 people touched")
    paper.line(
        f"Friends: {answer.friends}. Inside your targets: {answer.insiders}. "
        f"Decision makers: {answer.decision_makers} of about {answer.published}, which is "
        "what practitioners counted before an accepted offer."
    )
    paper.space()
    paper.table([(one.stage.replace("_", " "), str(one.n)) for one in answer.funnel])
    _by_route(answer.funnel_by_route, paper)
    paper.space()
    _rates(answer.rates, paper)
    due = answer.follow_up.due
    if due:
        paper.space()
        in_time = answer.follow_up.in_time
        paper.line(f"Thanks and follow-ups done in time: {in_time} of {due}. 1 in 20 is usual.")
    paper.space()
    paper.line(f"The last seven days: {answer.week.words}")
    _forecast(answer.forecast, paper)


def _by_route(routes: "Sequence[RouteFunnel]", paper: Paper) -> None:
    """How far the people of each route came, where more than one was gone."""
    if len(routes) < 2:
        return
    paper.space()
    paper.line("By the way you came to them:")
    paper.table([(str(ROUTES[one.route]), phrases.far(one.stages)) for one in routes])


def _rates(rates: "Sequence[Rate]", paper: Paper) -> None:
    """Each way in with its chance of a yes, its range and its n."""
    paper.line("How often a yes comes, so far as is known:")
    paper.table([(str(ROUTES.get(one.of, one.of)), _rate(one)) for one in rates])
    paper.soft(
        "Where nothing is settled yet this is a starting belief of practitioners and studies; "
        "your own answers take its place."
    )


def _rate(one: "Rate") -> str:
    spread = f"{round(one.low * 100)} to {in_percent(one.high)}"
    if not one.n:
        return f"{in_percent(one.mean)} ({spread}), nothing settled yet"
    settled = f"{one.yes} yes of {one.n} settled"
    return f"{in_percent(one.mean)} ({spread}), {settled}, begun from {in_percent(one.prior)}"


def _forecast(answer: "ForecastShown", paper: Paper) -> None:
    """How many more people until conversations and an offer, and by when at this pace."""
    paper.space()
    paper.line(_pace(answer))
    paper.table([_milestone(one) for one in answer.milestones])
    what_if = answer.what_if
    if not answer.milestones[-1].reached:
        paper.line(
            f"Writing to {what_if.a_week:g} a week: an offer {_by(what_if.by)}, "
            f"{_between(what_if.by)}."
        )
    paper.soft(_rests_on(answer))


def _pace(answer: "ForecastShown") -> str:
    """At which pace, and why at the usual one where it is not the seeker's own."""
    a_week = f"{answer.a_week:g} people a week"
    if answer.own_pace:
        return f"How far it may still be, at your pace of {a_week}:"
    if answer.slow_lately:
        return (
            "How far it may still be. You have written to few people lately, and a slow month "
            f"foretells little; at {a_week}, the usual pace:"
        )
    return f"How far it may still be. Until your own pace shows, at {a_week}:"


def _milestone(one: "Milestone") -> tuple[str, str]:
    what = "a job offer" if one.until == "job_offer" else f"{one.count} conversations"
    if one.reached:
        return what, "reached"
    more = one.more_people
    span = f"{more.low} to {_people(more.high)}"
    return what, f"{_more(more.median)} ({span}); {_by(one.by)}, {_between(one.by)}"


def _more(count: int) -> str:
    if not count:
        return "perhaps nobody more: what is under way may do"
    return f"about {_people(count)} more {_noun(count)}"


def _noun(count: int) -> str:
    return "person" if count == 1 else "people"


def _people(count: int) -> str:
    return str(count) if count < FAR else f"{FAR} or more"


def _by(days: "Days") -> str:
    return f"by {full_day(days.median)}" if days.median else "in over ten years"


def _between(days: "Days") -> str:
    if not days.low:
        return "eight times in ten later than ten years from now"
    early = full_day(days.low)
    late = full_day(days.high) if days.high else "more than ten years from now"
    return f"eight times in ten between {early} and {late}"


def _rests_on(answer: "ForecastShown") -> str:
    n = answer.n
    if answer.assumed:
        return (
            f"Eight times in ten it falls within the range. It rests on {_settled(n)} and, for the "
            "most part still, on an assumption."
        )
    return f"Eight times in ten it falls within the range. It rests on {_settled(n)}."


def _settled(n: int) -> str:
    """Fewer than the rates count: whoever answered soon is in those already."""
    those = "" if n == 1 else "those "
    return f"{n} settled {_noun(n)} of your own ({those}whose days to answer are over)"

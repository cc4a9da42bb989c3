"""How far one has come and how far still, in words: each figure with its n and its range."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.counts import in_percent, sentence
from firststep.interfaces.words.outlook import (
    between_days,
    by_day,
    followed_up,
    people_more,
    rests_on,
    usual_campaign,
)
from firststep.interfaces.words.stages import REACHED, ROUTES

if TYPE_CHECKING:
    from firststep.interfaces.answers.progress import ForecastShown, ProgressShown
    from firststep.learn.forecast import Milestone
    from firststep.learn.funnel import RouteFunnel, Stage
    from firststep.learn.rates import Rate


def progress(answer: "ProgressShown", paper: Paper, _again: Any) -> None:
    """How far one has come: counts, the funnel, the rates with their n and range."""
    paper.title(f"{answer.people_touched} of 100 people touched")
    paper.line(
        f"Friends: {answer.friends}. Inside your targets: {answer.insiders}. "
        f"Decision makers: {answer.decision_makers} of about {answer.published}, which is "
        "what practitioners counted before an accepted offer."
    )
    paper.space()
    paper.table([(REACHED[one.stage], str(one.n)) for one in answer.funnel])
    _by_route(answer.funnel_by_route, paper)
    paper.space()
    _rates(answer.rates, paper)
    if answer.follow_up.due or answer.thanks.due:
        paper.space()
        paper.line(followed_up(answer.follow_up, answer.thanks))
    paper.space()
    paper.line(f"The last seven days: {answer.week.words}")
    if answer.noes:
        paper.line(answer.noes.words)
    _forecast(answer.forecast, paper, answer.week.until)


def _by_route(routes: "Sequence[RouteFunnel]", paper: Paper) -> None:
    """How far the people of each route came, where more than one was gone."""
    if len(routes) < 2:
        return
    paper.space()
    paper.line("By the way you came to them:")
    paper.table([(ROUTES[one.route], _far(one.stages)) for one in routes])


def _far(stages: "Sequence[Stage]") -> str:
    """`12 touched, 5 answered`: the stages somebody came to."""
    return ", ".join(f"{one.n} {REACHED[one.stage].lower()}" for one in stages if one.n)


def _rates(rates: "Sequence[Rate]", paper: Paper) -> None:
    """Each way in with its chance of a yes, its range and its n."""
    paper.line("How often a yes comes, so far as is known:")
    paper.table([(ROUTES[one.of], _rate(one)) for one in rates])
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


def _forecast(answer: "ForecastShown", paper: Paper, today: date) -> None:
    """How many more people until conversations and an offer, and by when at this pace."""
    paper.space()
    paper.line("How far it may still be:")
    known = [one for one in answer.milestones if answer.is_own or one.reached]
    paper.table([_milestone(one, today) for one in known])
    if usual := usual_campaign(answer):
        paper.line(usual)
        return
    what_if = answer.what_if
    if not answer.milestones[-1].reached:
        span = between_days(what_if.by, today)
        paper.line(
            f"Writing to {what_if.a_week:g} a week: an offer {by_day(what_if.by, today)}. {span}"
        )
    paper.soft(rests_on(answer))


def _milestone(one: "Milestone", today: date) -> tuple[str, str]:
    what = "a job offer" if one.until == "job_offer" else f"{one.count} conversations"
    if one.reached:
        return what, "reached"
    when = sentence(by_day(one.by, today))
    return what, f"{when} {people_more(one)} {between_days(one.by, today)}"

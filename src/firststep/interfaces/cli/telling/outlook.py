"""Simulated campaigns in words: what each way of going about it came to."""

from typing import TYPE_CHECKING, Any

from firststep.interfaces.cli.terminal import Paper

if TYPE_CHECKING:
    from firststep.interfaces.answers.outlook import SimulatedAndDrawn
    from firststep.outlook.estimates import Estimate
    from firststep.outlook.simulate import Effect, Figures

_FEW = 30  # campaigns
ALONE = (
    "One campaign tells no range: it shows how one may go, not what a way is worth. Play more "
    "with --runs."
)
SCARCE = (
    "So few campaigns prove little: the ranges are wide, or cannot be told at all. Play more with "
    "--runs."
)
MORE_OFFERS = {-1: "an offer less", 0: "no offer more or less", 1: "an offer more"}


def simulated(answer: "SimulatedAndDrawn", paper: Paper, _again: Any) -> None:
    """What each way of going about it came to, and what differed in the same campaigns."""
    runs, weeks = answer.runs, answer.weeks
    alone = runs == 1
    many = "One invented campaign" if alone else f"{runs} invented campaigns"
    paper.title(f"{many} of {weeks} weeks{'' if alone else ' each'}")
    paper.soft("The rates are assumptions; compare the lines, do not read them as your chances.")
    if runs < _FEW:
        paper.soft(ALONE if alone else SCARCE)
    for one in answer.policies:
        paper.space()
        paper.accent(f"{one.policy}: {one.words}", hang=2)
        paper.table(_policy(one, weeks))
    if answer.effects:
        paper.space()
        paper.line(
            "The same campaign compared:"
            if alone
            else "The same campaigns compared, with the range the difference lies in:"
        )
        paper.table([_effect(one) for one in answer.effects])
    if answer.svg:
        paper.space()
        paper.line(f"The drawing is in {answer.svg}.")


def _policy(one: "Figures", weeks: int) -> list[tuple[str, str]]:
    rows = [
        (f"offer within {week} weeks", _share(share, alone=one.runs == 1))
        for week, share in one.offer_by.items()
    ]
    rows += [
        ("working days to an offer", _days(one, weeks)),
        ("people written to", _mean(one.people_written_to)),
        ("touches for each", _mean(one.touches_per_person, places=2)),
        ("conversations", _mean(one.conversations)),
        ("hours", _mean(one.hours)),
    ]
    if one.people_per_offer and one.runs > 1:
        rows.append(("people for each offer", _mean(one.people_per_offer)))
    return rows


def _days(one: "Figures", weeks: int) -> str:
    median = one.median_days
    if one.runs == 1:
        return str(median) if median else f"more than {weeks * 5}"
    half = f"half of them by working day {median}; " if median else ""
    return f"{half}{_mean(one.days)} on average, cut at {weeks * 5}"


def _effect(one: "Effect") -> tuple[str, str]:
    days, more = one.days_sooner, one.offers_more
    offers = f"{more.mean * 100:+.0f} offers in a hundred"
    if one.runs == 1:
        offers = MORE_OFFERS[round(more.mean)]
    elif more.low is not None and more.high is not None:
        offers += f" ({more.low * 100:+.0f} to {more.high * 100:+.0f})"
    return f"{one.policy} over {one.over}", f"{_mean(days)} working days sooner; {offers}"


def _share(one: "Estimate", *, alone: bool) -> str:
    if alone or one.low is None or one.high is None:
        return "yes" if one.mean else "no"
    return f"{one.mean:.0%} ({one.low * 100:.0f} to {one.high:.0%})"


def _mean(one: "Estimate", *, places: int = 1) -> str:
    mean = f"{one.mean:.{places}f}"
    if one.low is None:
        return mean
    return f"{mean} ({one.low:.{places}f} to {one.high:.{places}f})"

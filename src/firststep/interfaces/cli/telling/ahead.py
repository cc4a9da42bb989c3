"""What lies ahead, in words: the forecast with its range and what it rests on."""

from typing import Any

from firststep.interfaces.cli.telling import phrases
from firststep.interfaces.cli.terminal import Paper

Json = dict[str, Any]
FAR = 5_000  # people; beyond it only "more" can be said


def forecast(answer: Json, paper: Paper) -> None:
    """How many more people until conversations and an offer, and by when at this pace."""
    paper.space()
    pace = "your pace of" if answer["own_pace"] else "the usual pace of"
    paper.line(f"How far it may still be, at {pace} {answer['a_week']:g} people a week:")
    paper.table([_milestone(one) for one in answer["milestones"]])
    what_if = answer["what_if"]
    if not answer["milestones"][-1]["reached"]:
        paper.line(
            f"Writing to {what_if['a_week']:g} a week: an offer {_by(what_if['by'])}, "
            f"{_between(what_if['by'])}."
        )
    paper.soft(_rests_on(answer))


def _milestone(one: Json) -> tuple[str, str]:
    what = "a job offer" if one["until"] == "job_offer" else f"{one['count']} conversations"
    if one["reached"]:
        return what, "reached"
    more = one["more_people"]
    return what, (
        f"about {_people(more['median'])} more {_noun(more['median'])} ({more['low']} to "
        f"{_people(more['high'])}); {_by(one['by'])}, {_between(one['by'])}"
    )


def _noun(count: int) -> str:
    return "person" if count == 1 else "people"


def _people(count: int) -> str:
    return str(count) if count < FAR else f"{FAR} or more"


def _by(days: Json) -> str:
    return f"by {phrases.with_year(days['median'])}" if days["median"] else "in over ten years"


def _between(days: Json) -> str:
    if not days["low"]:
        return "eight times in ten later than ten years from now"
    early = phrases.with_year(days["low"])
    late = phrases.with_year(days["high"]) if days["high"] else "more than ten years from now"
    return f"eight times in ten between {early} and {late}"


def _rests_on(answer: Json) -> str:
    n = answer["n"]
    if answer["assumed"]:
        return (
            f"Eight times in ten it falls within the range. It rests on {_settled(n)} of your own "
            "and, for the most part still, on an assumption."
        )
    return f"Eight times in ten it falls within the range. It rests on {_settled(n)}."


def _settled(n: int) -> str:
    return f"{n} settled {_noun(n)}"


def simulated(answer: Json, paper: Paper, _again: Any) -> None:
    """What each way of going about it came to, and what differed in the same campaigns."""
    runs, weeks = answer["runs"], answer["weeks"]
    paper.title(f"{runs} invented campaigns of {weeks} weeks each")
    paper.soft("The rates are assumptions; compare the lines, do not read them as your chances.")
    for one in answer["policies"]:
        paper.space()
        paper.accent(f"{one['policy']}: {one['words']}", hang=2)
        paper.table(_policy(one, weeks))
    if answer["effects"]:
        paper.space()
        paper.line("The same campaigns compared, with the range the difference lies in:")
        paper.table([_effect(one) for one in answer["effects"]])
    if answer["svg"]:
        paper.space()
        paper.line(f"The drawing is in {answer['svg']}.")


def _policy(one: Json, weeks: int) -> list[tuple[str, str]]:
    rows = [
        (f"offer within {week} weeks", _share(share)) for week, share in one["offer_by"].items()
    ]
    median = one["median_days"]
    half = f"half of them by working day {median}; " if median else ""
    rows += [
        ("working days to an offer", f"{half}{_mean(one['days'])} on average, cut at {weeks * 5}"),
        ("people written to", _mean(one["people_written_to"])),
        ("touches for each", _mean(one["touches_per_person"], places=2)),
        ("conversations", _mean(one["conversations"])),
        ("hours", _mean(one["hours"])),
    ]
    if one["people_per_offer"]:
        rows.append(("people for each offer", _mean(one["people_per_offer"])))
    return rows


def _effect(one: Json) -> tuple[str, str]:
    days, more = one["days_sooner"], one["offers_more"]
    return (
        f"{one['policy']} over {one['over']}",
        f"{_mean(days)} working days sooner; {more['mean'] * 100:+.0f} offers in a hundred "
        f"({more['low'] * 100:+.0f} to {more['high'] * 100:+.0f})",
    )


def _share(one: Json) -> str:
    low, high = max(0.0, one["low"]), min(1.0, one["high"])
    return f"{one['mean']:.0%} ({low * 100:.0f} to {high:.0%})"


def _mean(one: Json, *, places: int = 1) -> str:
    return f"{one['mean']:.{places}f} ({one['low']:.{places}f} to {one['high']:.{places}f})"

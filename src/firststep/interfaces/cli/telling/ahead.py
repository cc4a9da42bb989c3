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
        f"about {_people(more['median'])} more people ({more['low']} to "
        f"{_people(more['high'])}); {_by(one['by'])}, {_between(one['by'])}"
    )


def _people(count: int) -> str:
    return str(count) if count < FAR else f"{FAR} or more"


def _by(days: Json) -> str:
    return f"by {phrases.with_year(days['median'])}" if days["median"] else "in over ten years"


def _between(days: Json) -> str:
    early = phrases.with_year(days["low"]) if days["low"] else "ten years from now"
    late = phrases.with_year(days["high"]) if days["high"] else "not within ten years"
    return f"as early as {early}, as late as {late}"


def _rests_on(answer: Json) -> str:
    n = answer["n"]
    if answer["assumed"]:
        return (
            f"Eight times in ten it falls within the range. It rests on {n} settled people of "
            "your own and, for the most part still, on an assumption."
        )
    return f"Eight times in ten it falls within the range. It rests on {n} settled people."

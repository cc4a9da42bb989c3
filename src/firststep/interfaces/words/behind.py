"""What each figure of Progress counts, in words."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from firststep.facts.said import say, say_of
from firststep.interfaces.words.stages import ROUTES
from firststep.learn.behind import Behind

AGREED = "A yes to a conversation, or a day found for one."


class Counting(NamedTuple):
    """A figure: its title, what makes somebody count, and how those that do and do not are told."""

    title: str
    rule: str
    of: Literal["people", "companies", "threads", "times"] = "people"
    good: str = ""
    otherwise: str = ""


COUNTS: dict[str, Counting] = {
    "touched": Counting("People touched", "Each once, with the first that reached them."),
    "friend": Counting("Friends touched", "People who work elsewhere."),
    "insider": Counting("Insiders touched", "People who work at one of your companies."),
    "decision_maker": Counting(
        "Decision makers touched", "People who hold a post you want to reach, or run it."
    ),
    "answered": Counting("Who answered", "Absences and messages that came back are left out."),
    "agreed": Counting("Who agreed to talk", AGREED),
    "talked": Counting(
        "Whom you talked with",
        "Each once, with the first conversation. A short call counts as an answer.",
    ),
    "interview": Counting(
        "Interviews", "Whatever came of them afterwards.", "companies"
    ),
    "job_offer": Counting("Job offers", "Where an offer stands.", "companies"),
    **{
        route: Counting(
            words, "Settled: answered, or closed by silence.", "threads",
            "yes", "not this time",
        )
        for route, words in ROUTES.items()
    },
    "follow_up": Counting(
        "Followed up", "People met, and offers: seven days count as in time.", "times",
        "in time", "later, or not",
    ),
    "thanks": Counting(
        "Thanks and answers", "By the next working day counts as in time.", "times",
        "in time", "later, or not",
    ),
}  # fmt: skip


def told(figure: str, counted: Sequence[Behind]) -> str:
    """How many, how many of them well, and by which rule."""
    said = COUNTS[figure]
    rule = say(said.rule)
    if not counted:
        return f"{say('Nobody yet.')} {rule}"
    many, good = _many(said, len(counted)), sum(one.good for one in counted)
    if said.good:
        many = say("{many}, {n} of them {good}", many=many, n=good, good=say(said.good))
    return f"{many}. {rule}"


def _many(said: Counting, number: int) -> str:
    match said.of:
        case "people":
            return say_of("{n} person", "{n} people", number)
        case "companies":
            return say_of("{n} company", "{n} companies", number)
        case "threads":
            return say_of("{n} thread", "{n} threads", number)
        case "times":
            return say_of("{n} time", "{n} times", number)

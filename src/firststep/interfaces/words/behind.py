"""What each figure of Progress counts, in words."""

from collections.abc import Sequence
from typing import NamedTuple

from firststep.interfaces.words.counts import figures
from firststep.interfaces.words.stages import ROUTES
from firststep.learn.behind import Behind

AGREED = "A yes to a conversation, or a day found for one."


class Counting(NamedTuple):
    """A figure: its title, what makes somebody count, and how those that do and do not are told."""

    title: str
    rule: str
    of: tuple[str, str] = ("person", "people")
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
    "talked": Counting("Whom you talked with", "Each once, with the first conversation."),
    "interview": Counting(
        "Interviews", "Whatever came of them afterwards.", ("company", "companies")
    ),
    "job_offer": Counting("Job offers", "Where an offer stands.", ("company", "companies")),
    **{
        route: Counting(
            words, "Settled: answered, or closed by silence.", ("thread", "threads"),
            "yes", "not this time",
        )
        for route, words in ROUTES.items()
    },
    "follow_up": Counting(
        "Followed up", "People met, and offers: seven days count as in time.", ("time", "times"),
        "in time", "later, or not",
    ),
    "thanks": Counting(
        "Thanks and answers", "By the next working day counts as in time.", ("time", "times"),
        "in time", "later, or not",
    ),
}  # fmt: skip


def told(figure: str, counted: Sequence[Behind]) -> str:
    """How many, how many of them well, and by which rule."""
    said = COUNTS[figure]
    if not counted:
        return f"Nobody yet. {said.rule}"
    many = figures(len(counted), *said.of)
    good = sum(one.good for one in counted)
    part = f"{many}, {good} of them {said.good}" if said.good else many
    return f"{part}. {said.rule}"

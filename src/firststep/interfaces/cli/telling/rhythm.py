"""The rhythm in words: the playbook, days away, whom to stay in touch with."""

from typing import TYPE_CHECKING, Any

from firststep.interfaces.answers.shell import LINE
from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.days import full_day

if TYPE_CHECKING:
    from firststep.interfaces.answers.rhythm import (
        Absences,
        CampaignShown,
        KeptInTouch,
        PlaybookShown,
    )


def playbook(answer: "PlaybookShown", paper: Paper, _again: Any) -> None:
    """The playbook as the file it can be loaded from; a long remark stands above its line."""
    for line in answer.toml.splitlines():
        setting, mark, remark = line.partition("  # ")
        if mark and len(line) > LINE:
            paper.raw(f"# {remark}")
            line = setting
        paper.raw(line)


def playbook_changed(answer: "PlaybookShown", paper: Paper, _again: Any) -> None:
    paper.line(f"Noted. Your playbook is {answer.name}; the plan follows it from now on.")
    paper.soft(
        "See it whole: firststep playbook show. Back to the start: firststep playbook reset."
    )


def campaign(answer: "CampaignShown", paper: Paper, _again: Any) -> None:
    paper.table(
        [
            ("name", answer.name),
            ("address", answer.email or "none"),
            ("time zone", answer.zone),
            ("country", answer.country or "none, so no public holidays"),
            ("language", answer.language or "as your browser asks"),
            ("working days", " ".join(answer.working_days)),
            ("minutes a day", str(answer.minutes_a_day)),
        ]
    )


def keep(answer: "KeptInTouch", paper: Paper, _again: Any) -> None:
    if answer.every == "never":
        paper.line(f"{answer.name} will not come up by themselves any more.")
    else:
        paper.line(
            f"{answer.name} comes up {answer.every}, counted from your last contact, while "
            "nothing else with them is open."
        )


def away(answer: "Absences", paper: Paper, _again: Any) -> None:
    if not answer.away:
        paper.line("You are not away on any day to come.")
    for span in answer.away:
        paper.line(f"Away from {full_day(span.from_)} to {full_day(span.to)}.")
    paper.soft("What falls due meanwhile waits for you; nothing piles up.")

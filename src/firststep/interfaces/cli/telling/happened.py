"""What was recorded, and what follows, in words."""

from typing import TYPE_CHECKING, Any

from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.counts import sentence
from firststep.interfaces.words.days import long_day
from firststep.interfaces.words.steps import deed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from firststep.interfaces.answers.inbox import InboxRead
    from firststep.interfaces.answers.recorded import (
        AskChosen,
        MeetingAgreed,
        MeetingHeld,
        ReplyHeard,
        StepPutAside,
        TakenBack,
        TouchMade,
    )
    from firststep.interfaces.answers.told import LineLogged
    from firststep.verbs.thread.step import Created, NextStep


def recorded(answer: "TouchMade | MeetingAgreed | StepPutAside", paper: Paper, _again: Any) -> None:
    """`You wrote to Ann Lee.` and the next step."""
    _told(answer.words, (), answer.next, paper)


def replied(answer: "ReplyHeard", paper: Paper, _again: Any) -> None:
    _told(answer.words, filter(None, (answer.created,)), answer.next, paper)


def talked(answer: "MeetingHeld", paper: Paper, _again: Any) -> None:
    _told(answer.words, answer.created, answer.next, paper)


def logged(answer: "LineLogged", paper: Paper, _again: Any) -> None:
    """What was understood, and that it stands written."""
    for words in answer.words:
        paper.line(sentence(words))
    if answer.written and answer.next is None and not answer.created:
        paper.line("Written down. What follows from it stands on Today:")
        paper.command("firststep today")
    elif answer.written:
        _told("Written down.", answer.created, answer.next, paper)


def inbox_read(answer: "InboxRead", paper: Paper, _again: Any) -> None:
    """Each line of the file, what it was understood to say, and what is left to ask."""
    for one in answer.lines:
        paper.line(f"“{one.line.strip()}”")
        for words in one.words:
            paper.line(f"- {sentence(words)}", indent=2, hang=2)
        if one.written:
            paper.line("Written down.", indent=2)
        elif one.question:
            paper.line(one.question, indent=2)
    if not answer.lines:
        paper.line(f"Nothing new in {answer.file}.")
    elif not any(one.written for one in answer.lines):
        paper.soft("Nothing was written yet. With --yes the sure lines are.")


def _told(words: str, created: "Iterable[Created]", found: "NextStep | None", paper: Paper) -> None:
    paper.line(words or "Written down.")
    for one in created:
        ref = one.approach_id or f"p{one.person_id}"
        paper.line(f"Somebody new to write to: firststep draft {ref}")
    follows(found, paper)


def follows(found: "NextStep | None", paper: Paper) -> None:
    """The one line that says what follows."""
    if found is None:
        paper.soft("Nothing more to do here.")
        return
    on = f" on {long_day(found.due_on)}" if found.due_on else ""
    if found.kind is None:
        paper.soft(f"If nothing comes, this closes by itself{on}.")
        return
    paper.soft(f"Next: {deed(found.kind)}{on}. {sentence(found.why)}".strip(), hang=2)


def asked(answer: "AskChosen", paper: Paper, _again: Any) -> None:
    paper.line("That is what you will ask. The message:")
    paper.command(f"firststep draft {answer.approach_id}")


def undone(answer: "TakenBack", paper: Paper, _again: Any) -> None:
    """`Undone: You wrote to Ann Lee.`"""
    found = answer.undone
    paper.line(f"Undone: {found.words}")
    paper.soft(f"It was recorded for {long_day(found.on)}. The plan is as before it.")

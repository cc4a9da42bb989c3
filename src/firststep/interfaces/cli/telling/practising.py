"""Before a talk, in words: the brief, the rehearsal, the entry for a calendar."""

import sys
from typing import TYPE_CHECKING, Any

from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.days import full_day
from firststep.interfaces.words.following import talk_is

if TYPE_CHECKING:
    from collections.abc import Iterable

    from firststep.interfaces.answers.brief import BriefShown, PracticeShown
    from firststep.interfaces.answers.calendar_entry import CalendarEntry


def brief(answer: "BriefShown", paper: Paper, _again: Any) -> None:
    """The page before a talk, the hour and the number on top."""
    paper.title(" · ".join(filter(None, (answer.person, talk_is(answer), answer.number))))
    _part("How you know each other", answer.known, paper)
    if answer.said:
        paper.space()
        paper.line("What was said")
    for one in answer.said:
        paper.soft(f"{full_day(one.on)}, {one.what}:", indent=2)
        paper.said(one.text)
    _part("What they do", answer.work, paper)
    _part("To begin", answer.opening_lines, paper)
    _part("Three questions about their work", answer.questions, paper)
    _part("The one ask", (answer.ask,), paper)
    names = f" You look for {' and '.join(answer.next_names)}." if answer.next_names else ""
    _part("To end", (answer.ending + names,), paper)
    paper.space()
    paper.soft("Two minutes aloud make it easier:")
    paper.command(f"firststep practise {answer.ref}")


def _part(title: str, lines: "Iterable[str]", paper: Paper) -> None:
    told = tuple(lines)
    if told:
        paper.space()
        paper.line(title)
    for line in told:
        paper.line(line, indent=2, hang=2)


def practise(answer: "PracticeShown", paper: Paper, _again: Any) -> None:
    """The cards, then their lines one by one; on a terminal each waits for an answer."""
    paper.title(f"Practise for {answer.person}" if answer.person else "Say who you are")
    if answer.noted:
        paper.soft(f"Last time you noted: {answer.noted}")
    for card in answer.cards:
        paper.line(card, indent=2, hang=2)
    paper.space()
    _rehearse(answer, paper, waits=sys.stdin.isatty() and paper.stream.isatty())
    paper.space()
    paper.soft("Done? Then the preparing is done, too:")
    paper.command(" ".join(filter(None, ("firststep practise", answer.ref, "--done"))))


def _rehearse(answer: "PracticeShown", paper: Paper, *, waits: bool) -> None:
    aloud = "They may say this. Answer aloud; Enter shows what you might say."
    paper.line(aloud if waits else "They may say this, and you might answer:")
    for one in answer.answers:
        paper.space()
        paper.accent(one.they_say)
        if waits and not _waited():
            return
        for line in one.you_might:
            paper.line(line, indent=2, hang=2)


def _waited() -> bool:
    """Waits for Enter; False where the input ends."""
    try:
        input()
    except EOFError:
        return False
    return True


def calendar(answer: "CalendarEntry", paper: Paper, _again: Any) -> None:
    if answer.file is None:
        paper.raw(answer.text.replace("\r\n", "\n").rstrip("\n"))
        return
    took = "It takes the entry out of your calendar." if answer.cancelled else ""
    paper.line(f"Written to {answer.file}. Open it with your calendar. {took}".strip())

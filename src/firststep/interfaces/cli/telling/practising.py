"""Before a talk, in words: the brief, the rehearsal, the entry for a calendar."""

import sys
from typing import TYPE_CHECKING, Any

from firststep.interfaces.answers.shell import quoted
from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.days import full_day
from firststep.interfaces.words.following import interview_is, last_time, sits_there, talk_is

if TYPE_CHECKING:
    from collections.abc import Iterable

    from firststep.interfaces.answers.brief import BriefShown
    from firststep.interfaces.answers.calendar_entry import CalendarEntry
    from firststep.interfaces.answers.interviews import InterviewShown
    from firststep.interfaces.answers.practising import MayBeSaid, PracticeShown


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


def interview(answer: "InterviewShown", paper: Paper, _again: Any) -> None:
    """When it is, who sits there, whom to tell and to ask, and what to bring."""
    paper.title(" · ".join(filter(None, (f"Interview at {answer.company}", interview_is(answer)))))
    for words in answer.words[1:]:
        paper.line(words)
    for person in answer.tell:
        paper.command(f"firststep draft p{person.person_id}", indent=2)
    _part("Who sits there", [sits_there(one) for one in answer.people], paper)
    if answer.held_on is None:
        _part("In your hand", answer.bring, paper)
        _part("To ask them", answer.questions, paper)
    paper.space()
    if answer.file:
        paper.line(f"Written to {answer.file}. Open it with your calendar.")
    house = quoted(answer.company)
    if answer.held_on is not None:
        paper.soft("Today has the thanks to each. Who else was there?" if answer.people
                   else "Who was there? Say it, and the thanks to each are ready:")  # fmt: skip
        paper.command(f'firststep interview {house} --with "Their Name, Title"')
    elif answer.on is None:
        paper.command(f'firststep interview {house} --at "YYYY-MM-DD HH:MM"')
    else:
        paper.soft("Twenty minutes aloud make it easier:")
        paper.command(f"firststep practise --company {house}")


def practise(answer: "PracticeShown", paper: Paper, again: Any) -> None:
    """The cards, then their lines one by one; on a terminal each waits for an answer."""
    whom = answer.person or (f"your interview at {answer.company}" if answer.company else "")
    paper.title(f"Practise for {whom}" if whom else "Say who you are")
    if last := last_time(answer):
        paper.soft(last)
    for card in answer.cards:
        paper.line(card, indent=2, hang=2)
    paper.space()
    waits = sys.stdin.isatty() and paper.stream.isatty()
    typed = _rehearse(answer, paper, waits=waits)
    paper.space()
    if typed:
        paper.line("Keep what you typed for the next time? Enter keeps it, n forgets it.")
        if _typed() == "":
            again("practise", **_of(answer), done=True, seed=answer.seed, replies=typed)
            paper.soft("Kept, and you have practised.")
            return
    paper.soft("Done? Then the preparing is done, too:")
    house = f"--company {quoted(answer.company)}" if answer.company else ""
    paper.command(" ".join(filter(None, ("firststep practise", answer.ref, house, "--done"))))


def _of(answer: "PracticeShown") -> dict[str, str]:
    said = {"ref": answer.ref, "company": answer.company, "occasion": answer.occasion}
    return {name: value for name, value in said.items() if value}


def _rehearse(answer: "PracticeShown", paper: Paper, *, waits: bool) -> list[str]:
    """Their lines, and what one typed to each, with its number."""
    aloud = (
        "They may say this. Answer aloud, or type what you would say; Enter shows what you might."
    )
    paper.line(aloud if waits else "They may say this, and you might answer:")
    typed: list[str] = []
    for number, one in enumerate(answer.answers, 1):
        paper.space()
        paper.accent(one.they_say)
        if waits:
            own = _typed()
            if own is None:
                return typed
            typed += [f"{number}: {own}"] if own else []
        _might(one, paper)
    return typed


def _might(one: "MayBeSaid", paper: Paper) -> None:
    if one.you_said:
        paper.line(f"Your own words: {one.you_said}", indent=2, hang=2)
    for line in one.you_might:
        paper.line(line, indent=2, hang=2)


def _typed() -> str | None:
    """What is typed until Enter; None where the input ends."""
    try:
        return input().strip()
    except EOFError:
        return None


def calendar(answer: "CalendarEntry", paper: Paper, _again: Any) -> None:
    if answer.file is None:
        paper.raw(answer.text.replace("\r\n", "\n").rstrip("\n"))
        return
    took = "It takes the entry out of your calendar." if answer.cancelled else ""
    paper.line(f"Written to {answer.file}. Open it with your calendar. {took}".strip())

"""What came in, and what follows, in words."""

from typing import TYPE_CHECKING, Any

from firststep.facts.heard_kinds import HEARD_WORDS
from firststep.interfaces.cli.telling.happened import follows
from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.days import long_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firststep.interfaces.answers.hearing import (
        HeardConfirmed,
        HeardDismissed,
        HeardShown,
        HeardWaiting,
        NextDraft,
        ProposalShown,
    )

_SURE = {"sure": "", "likely": ", most likely", "ask": ", perhaps"}


def heard(answer: "HeardShown", paper: Paper, _again: Any) -> None:
    """`Ann Lee wrote. That is a yes: "Tuesday at 10 works for me."`"""
    by = "A machine wrote, about" if answer.automatic else "From"
    paper.line(f"{by} {answer.name or 'somebody who is not known yet'}.")
    for one in answer.proposals:
        paper.line(f"That is {HEARD_WORDS[one.kind]}{_SURE[one.sure]}.")
        if one.sentence:
            paper.soft(f"“{one.sentence}”", indent=2, hang=2)
        _besides(one, paper)
    paper.line("Nothing else is written yet. If that is right:")
    paper.command(_confirming(answer))
    paper.soft("If it is something else, say so with --as; or put it aside:")
    paper.command(f"firststep heard dismiss {answer.heard_id}")
    if answer.next_draft:
        paper.line("The message that follows then:")
        _draft(answer.next_draft, paper)


def _confirming(answer: "HeardShown") -> str:
    """The command that notes it, with all that goes together."""
    of = "" if answer.person_id else " --of PERSON"
    kinds = [one.kind for one in answer.proposals if one.together]
    said = "".join(f" --as {kind}" for kind in kinds) if len(kinds) > 1 else ""
    return f"firststep heard confirm {answer.heard_id}{of}{said}"


def _besides(one: "ProposalShown", paper: Paper) -> None:
    for moment in one.at:
        settled = "You talk on " if one.agreed else ""
        paper.line(f"{settled}{long_day(moment.date())} at {moment:%H:%M}", indent=2)
    if one.at and not one.agreed:
        paper.soft('Where one of them is settled, say it with: --at "YYYY-MM-DD HH:MM"', indent=2)
    if one.until:
        paper.line(f"From {long_day(one.until)} on", indent=2)
    if one.to:
        told = (one.to.name, one.to.title, one.to.company, one.to.email, one.to.phone)
        paper.line(", ".join(filter(None, told)), indent=2)


def _draft(found: "NextDraft", paper: Paper) -> None:
    if found.subject:
        paper.line(f"Subject: {found.subject}", indent=2)
    for line in found.body.split("\n"):
        paper.line(line, indent=2)
    paper.soft(f"To change it: firststep draft {found.ref}")


def waiting(answer: "Sequence[HeardWaiting]", paper: Paper, _again: Any) -> None:
    if not answer:
        paper.line("Nothing waits. What came in is settled.")
    for one in answer:
        paper.line(f"{one.heard_id}  {one.name or 'somebody'}, {long_day(one.on)}: "
                   f"{HEARD_WORDS[one.kind]}{_SURE[one.sure]}")  # fmt: skip
        paper.soft(f"“{one.sentence}”", indent=4, hang=4)


def confirmed(answer: "HeardConfirmed", paper: Paper, _again: Any) -> None:
    paper.line(answer.words)
    follows(answer.next, paper)
    if answer.next_draft:
        _draft(answer.next_draft, paper)


def dismissed(answer: "HeardDismissed", paper: Paper, _again: Any) -> None:
    paper.line(answer.words)

"""What was recorded, and what follows, in words."""

from typing import Any

from firststep.interfaces.cli.telling import phrases
from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.words.counts import sentence

Json = dict[str, Any]


def recorded(answer: Json, paper: Paper, _again: Any) -> None:
    """`You wrote to Ann Lee.` and the next step."""
    paper.line(answer.get("words") or "Written down.")
    brought = answer.get("created")
    for one in brought if isinstance(brought, list) else [brought] if brought else []:
        ref = one["approach_id"] or f"p{one['person_id']}"
        paper.line(f"Somebody new to write to: firststep draft {ref}")
    next_step(answer.get("next"), paper)


def next_step(found: Json | None, paper: Paper) -> None:
    """The one line that says what follows."""
    if found is None:
        paper.soft("Nothing more to do here.")
        return
    when = phrases.in_words(found["due_on"])
    if found["kind"] is None:
        paper.soft(f"If nothing comes, this closes by itself on {when}.")
        return
    step, on = phrases.step(found["kind"]), f" on {when}" if when else ""
    paper.soft(f"Next: {step}{on}. {sentence(found['why'])}".strip(), hang=2)


def logged(answer: Json, paper: Paper, _again: Any) -> None:
    """What was understood, and that it stands written."""
    for words in answer["understood"]["words"]:
        paper.line(sentence(words))
    if answer["written"]:
        brought = answer["written"].get("created") or []
        recorded(
            {"words": "Written down.", "created": brought, "next": answer["next"]}, paper, None
        )


def asked(answer: Json, paper: Paper, _again: Any) -> None:
    paper.line("That is what you will ask. The message:")
    paper.command(f"firststep draft {answer['approach_id']}")


def undone(answer: Json, paper: Paper, _again: Any) -> None:
    """`Undone: You wrote to Ann Lee.`"""
    found = answer["undone"]
    paper.line(f"Undone: {found['words']}")
    paper.soft(f"It was recorded for {phrases.in_words(found['on'])}. The plan is as before it.")

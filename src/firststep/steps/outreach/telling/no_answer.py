"""What of a plain line sounds like an answer and is none (F41). Pure."""

import re

from firststep.errors import CannotDo
from firststep.steps.outreach.telling.parts import answer_in

BY_MACHINE = (
    r"(?:auto(?:matic|mated|matically)?[- ]?(?:repl(?:y|ies|ied)|respon(?:se|ded)|answer(?:ed)?"
    r"|message|e-?mail|mail|notice|confirmation)|out[- ]of[- ]office(?: reply| message| notice)?"
    r"|(?:read|delivery) (?:receipt|confirmation)|receipt|notification)"
)
_ABSENT = re.compile(r"(?i)\bout[- ]of[- ]office\b|\bvacation\b|\baway\b|\bleave\b")
_MACHINE = re.compile(rf"(?i)\b{BY_MACHINE}\b|\b(?:replied|answered) automatically\b")
_ASKED_THERE = r"(?:request|invit(?:ation|e))"
_CONNECTED = re.compile(
    r"(?i)\baccept(?:ed|s)?(?: to)?(?: my| the| your| a)?(?: linked-?in)? ?(?:connection|contact"
    r"|connect)\b|\bagree[sd] to (?:connect|link up)\b|\baccept(?:ed|s)? my linked-?in\b"
    rf"|\baccept(?:ed|s)? (?:me |(?:my|the) {_ASKED_THERE} )?(?:on|by|via) linked-?in\b"
    rf"|\baccept(?:ed|s)? (?:my|the) {_ASKED_THERE} to connect\b"
    r"|\bconnected (?:with me|to me|on linked-?in)|\b(?:is|are) (?:now )?connected\b"
)
_INVITED = re.compile(
    rf"(?i)\baccept(?:ed|s)? (?:my|the|our) {_ASKED_THERE}\b"
    r"(?! to (?:meet|talk|speak|a |coffee|lunch|dinner|breakfast)| for )"
)
_INTRODUCED = re.compile(
    r"(?i)\b(?:accept(?:ed|s)?|agree[sd](?: to)?|said yes to|yes to|welcome[sd]) "
    r"(?:an |the |my |our |\S+[’']s )?(?:intro(?:duction)?\b|be(?:ing)? introduced\b)"
)


def is_by_machine(text: str) -> bool:
    """Whether the text tells of a notice that nobody wrote."""
    return _MACHINE.search(text) is not None


def tells_of_connecting(text: str) -> bool:
    """Whether the text tells that an invitation to connect was accepted (F33)."""
    return _CONNECTED.search(text) is not None and not is_by_machine(text)


def refuse_no_answer(name: str, text: str, *, away: bool) -> None:
    """A notice by a machine, but for an absence and what came back; to be connected; to be ready
    for an introduction: none of them answers what was asked. `away`: the line tells until when.
    Raises CannotDo."""
    if is_by_machine(text):
        if not away:
            _refuse_machine(name, text)
    elif _INTRODUCED.search(text):
        raise CannotDo(
            f"That {name} is ready for an introduction is no yes to a talk yet. Say who makes it: "
            f"Ann Lee introduces me to {name}.",
            kind="ambiguous",
        )
    elif _CONNECTED.search(text):
        raise CannotDo(
            f"To be connected with {name} is no answer to what you ask. Write to them there, and "
            f"log that: Messaged {name} on LinkedIn.",
            kind="bad_input",
        )
    elif _INVITED.search(text):
        raise CannotDo(
            f"Which invitation did {name} accept? To a talk, say: {name} said yes. To connect: "
            f"{name} accepted my connection request.",
            kind="ambiguous",
        )


def _refuse_machine(name: str, text: str) -> None:
    if answer_in(text) in ("out_of_office", "bounced") or _ABSENT.search(text):
        return
    raise CannotDo(
        f"A notice by a machine is no answer of {name}’s, so nothing is noted. If it says they "
        f"are away: {name} is out of office until 3 December.",
        kind="bad_input",
    )

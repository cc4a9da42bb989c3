"""Which ask a line tells was promised: an introduction, a name, a tip. Pure."""

import re

from firststep.facts.asks import ASK_KINDS, Ask

# What is about a seat is looked for first, then the smallest ask.
_PROMISES = tuple(
    (one.name, re.compile(f"(?i){one.promised_as}"))
    for one in sorted(ASK_KINDS, key=lambda one: one.about_seat)[::-1]
    if one.promised_as
)


def ask_promised(text: str) -> Ask | None:
    """The ask that a text says somebody will fulfil; None where it names none."""
    return next((ask for ask, pattern in _PROMISES if pattern.search(text)), None)

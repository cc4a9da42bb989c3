"""What becomes of a message: the states it goes through, and the mark of exactly one text. Pure."""

import json
from hashlib import sha256
from typing import NamedTuple

# Which state may become which. The seeker approves exactly one text; whoever then sends it claims
# it first, so that nobody else does, and learns that it went, that it did not, or neither. Handed
# over is not sent: only the seeker knows whether it went.
MAY_BECOME: dict[str, frozenset[str]] = {
    "draft": frozenset({"approved", "handed_over", "sent"}),
    "approved": frozenset({"draft", "claimed", "handed_over", "sent"}),
    "claimed": frozenset({"approved", "handed_over", "sent", "unknown"}),
    "handed_over": frozenset({"draft", "sent"}),
    "unknown": frozenset({"draft", "sent"}),
    "sent": frozenset(),
}

# How one says of a message where it stands.
IS = {
    "draft": "a draft",
    "approved": "approved",
    "claimed": "being sent",
    "sent": "sent",
    "handed_over": "handed over",
    "unknown": "sent perhaps: nobody knows",
}


class Text(NamedTuple):
    """All that goes out: a message is approved with every word of it, to that address."""

    subject: str
    body: str
    to: str
    channel: str


def text_hash(text: Text) -> str:
    """The mark of exactly that text: another letter anywhere gives another mark."""
    return sha256(json.dumps(text, ensure_ascii=True).encode()).hexdigest()


def may_become(state: str, then: str) -> bool:
    return then in MAY_BECOME[state]


def may_be_written(state: str) -> bool:
    """Whether the text may still change, by which it is a draft again."""
    return state == "draft" or may_become(state, "draft")

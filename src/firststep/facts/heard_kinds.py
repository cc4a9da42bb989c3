"""What something that came in can be. Most are answers of `line_kinds`. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from firststep.facts.said import say

HeardKind = Literal[
    "yes", "no", "no_contact", "later", "refers", "question", "helped", "promise", "accepted",
    "out_of_office", "bounced", "thanks", "nothing",
]  # fmt: skip
HEARD_KINDS: tuple[HeardKind, ...] = get_args(HeardKind)
# What each is called, as it stands behind "That is".
HEARD_WORDS: dict[str, str] = {
    "yes": "a yes",
    "no": "a no",
    "no_contact": "a wish to be left alone",
    "later": "not now",
    "refers": "a name to turn to",
    "question": "a question",
    "helped": "help",
    "promise": "a promise",
    "accepted": "your invitation accepted",
    "out_of_office": "an absence",
    "bounced": "a message that came back",
    "thanks": "a thank you",
    "nothing": "nothing to answer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardFacts:
    """Something that came in and waits for the seeker's word; `name` is "" for nobody known."""

    id: int
    on: date
    name: str
    kind: HeardKind  # what it was understood to be first
    automatic: bool
    person_id: int | None = None
    approach_id: int | None = None

    @property
    def who(self) -> str:
        """From whom it is, in words."""
        return self.name or say("somebody", sense="who wrote")

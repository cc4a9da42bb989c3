"""A message under review: the text, its step, and what every rule asks about them."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from firststep.facts.channels import Channel, channel_named
from firststep.facts.draft import DraftFacts, Finding
from firststep.facts.kinds import BROUGHT
from firststep.facts.said import to_say
from firststep.facts.step_kinds import FIRST_NOTES
from firststep.steps.outreach.review.patterns import PATTERNS
from firststep.steps.outreach.review.patterns.patterns import Patterns
from firststep.steps.outreach.review.reading import (
    message_proper,
    sentences_in,
    without_enclosed,
    words_in,
)

SEEN = to_say("seen in many messages, not proven")


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """`subject` None: not known, so not read."""

    body: str
    subject: str | None
    facts: DraftFacts

    @property
    def patterns(self) -> Patterns:
        """What to look for in the language it is written in."""
        return PATTERNS[self.facts.language]

    @property
    def is_spoken(self) -> bool:
        return self.channel.is_spoken or self.facts.kind == "call"

    @property
    def channel(self) -> Channel:
        return channel_named(self.facts.channel)

    @property
    def is_first_note(self) -> bool:
        return self.facts.kind in FIRST_NOTES

    @property
    def is_connection_note(self) -> bool:
        """What goes with an invitation to connect (F33)."""
        return bool(self.facts.invitation) and self.is_first_note

    @cached_property
    def letter(self) -> str:
        """The body without what is enclosed to pass on."""
        return without_enclosed(self.body)

    @cached_property
    def proper(self) -> str:
        return message_proper(self.letter)

    @cached_property
    def sentences(self) -> list[str]:
        return sentences_in(self.proper)

    @cached_property
    def words(self) -> int:
        return len(words_in(self.letter))

    @property
    def warm_by(self) -> str:
        """Who gave the name or makes the introduction, if anybody did."""
        return self.facts.via if self.facts.origin in BROUGHT else ""

    def says(self, pattern: str) -> bool:
        return bool(self.phrase(pattern))

    def phrase(self, pattern: str) -> str:
        """The words of the message that are so, on one line; "" where none are."""
        found = re.search(rf"(?i)\b(?:{pattern})", self.proper) if pattern else None
        return " ".join(found[0].split()) if found else ""


def finding(rule: str, level: Literal["error", "warning", "hint"], words: str) -> Finding:
    return Finding(rule=rule, level=level, words=words)

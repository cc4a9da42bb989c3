"""What came in, before and after it was read. Pure."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from firststep.facts.heard_kinds import HeardKind
from firststep.steps.people.naming import Named

HowSure = Literal["sure", "likely", "ask"]
Signs = Literal["", "looks", "machine", "bounce"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CameIn:
    """What came in, as it came. `signs` is what its header says of who wrote it: "" for nothing,
    which is how a person's mail and a pasted text look; "looks" for the words of a subject alone.

    `answers_to` holds the ids of the mails it answers, the newest first. `dead` are the addresses a
    mail server found dead, `waiting` those it still tries. `calendar` is the answer to an
    invitation a calendar sent ("ACCEPTED").
    """

    text: str
    subject: str = ""
    sender: Named = field(default_factory=Named)
    others: tuple[Named, ...] = ()  # who else got it
    message_id: str = ""
    answers_to: tuple[str, ...] = ()
    on: date | None = None
    signs: Signs = ""
    dead: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    calendar: str = ""
    is_mail: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One thing that was understood, with the sentence it rests on, as it stands in the text.

    `until` is the day they said, `at` the times they offered, or the one they agreed to
    (`agreed`).
    """

    kind: HeardKind
    sentence: str = ""
    sure: HowSure = "sure"
    until: date | None = None
    at: tuple[datetime, ...] = ()
    agreed: bool = False
    to: Named | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What came in, read: `automatic` says that no person wrote it; the likeliest stands first.

    `words` are theirs alone, without what they quote; `writer` is who wrote them, where a chat or a
    header that was pasted along tells, and `signed` the name below them; `dead` are addresses that
    will never arrive; `knowledge` is what their signature tells of themselves.
    """

    automatic: bool
    proposals: tuple[Proposal, ...]
    words: str = ""
    writer: str = ""
    signed: str = ""
    dead: tuple[str, ...] = ()
    knowledge: Named | None = None

"""What a line was understood to say: happenings, each sure or to be asked about. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from firststep.errors import RefusalKind
from firststep.facts.channels import ChannelName
from firststep.facts.habits import LessonAbout

Do = Literal[
    "reply", "sent", "call", "meeting", "talked", "thank", "met", "offer", "favour", "stage",
    "seat", "do_not_contact", "address", "accepted", "promise", "cancelled", "moved", "note",
]  # fmt: skip
Sure = Literal["sure", "ask"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWhom:
    """Somebody of a line; without a `person_id` they are new, or not found yet."""

    person_id: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedInLine:
    """Somebody a line names, with post and company as it says them."""

    name: str
    title: str = ""
    company: str = ""

    def __str__(self) -> str:
        parts = [self.name, self.title, self.company]
        while not parts[-1]:
            parts.pop()
        return ", ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineHappening:
    """One thing that happened. What was not said is empty. `note` is the address itself for an
    address, else what was said; `words` what was promised; `learned` what a talk taught, each with
    what it is about; `doubt` is the question to ask where it is not sure."""

    do: Do
    who: LineWhom | None = None
    approach_id: int | None = None
    answer: str | None = None
    on: date | None = None
    until: date | None = None
    at: datetime | None = None
    channel: ChannelName | None = None
    how: str = ""  # of a conversation: phone, video, in_person
    outcome: str | None = None
    to: tuple[NamedInLine, ...] = ()
    expected: bool = False  # whoever was named expects the seeker
    company: str | None = None
    company_id: int | None = None
    note: str = ""
    words: str = ""
    held: bool = False  # an interview that was had
    learned: tuple[tuple[LessonAbout, str], ...] = ()
    doubt: str = ""
    kind: RefusalKind = "ambiguous"

    @property
    def sure(self) -> Sure:
        return "ask" if self.doubt else "sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReading:
    """One way to say the line that leaves no question: in `words`, and the `line` itself."""

    words: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRead:
    """A line, read: what happened in it; `question` is the one thing to ask, where there is one.
    Without happenings it is what keeps the line from being noted."""

    line: str
    happenings: tuple[LineHappening, ...] = ()
    question: str = ""
    kind: RefusalKind = "bad_input"
    candidates: tuple[int, ...] = ()  # people who could be meant
    says_more: bool = False  # words nothing was made of: the whole line is kept with it
    refused: str = ""  # silence, plan, wish, news, question, unclear
    readings: tuple[LineReading, ...] = ()  # what may be meant, the likeliest first

    @property
    def is_sure(self) -> bool:
        """Whether all of it may be written as it is."""
        return bool(self.happenings) and not self.question

"""One thread as its log tells it, line by line: who owes whom what, and since when. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.calendar import WorkCalendar
from firststep.facts.channels import ChannelName
from firststep.facts.line_kinds import SPOKE
from firststep.facts.playbook import Playbook
from firststep.facts.snapshot import ApproachFacts, LogLine, OrderedDay
from firststep.facts.step_kinds import CardKind
from firststep.steps.followup.delays import Delay, UsedUp

Mode = Literal[
    "new", "rhythm", "owe_answer", "owe_thank", "answered", "undated", "dated", "promised",
    "report", "later", "closed", "accepted",
]  # fmt: skip
# Why a thread ended, beside the words of its cadence; what the seeker gave as a reason is hers.
CLOSED, STOPPED, REFUSED = "closed", "do not contact", "the company said no"


class Rhythm(NamedTuple):
    """What the rhythm goes by: the person, not the ask (F12)."""

    manager: bool
    has_number: bool
    has_written_way: bool
    do_not_contact: bool = False
    number_on: date | None = None  # the day their number was written down; None: known before
    named_on: date | None = None  # the day somebody last named this person
    only_invites: bool = False  # the written way is an invitation to connect, and one note (F33)
    introduced_at: OrderedDay | None = None  # when somebody last introduced them
    used_up: UsedUp | None = None  # by earlier approaches nobody answered
    refused: bool = False  # their company has said no, so nothing new is begun there (F9)


class Step(NamedTuple):
    """The one step a thread shows. `due_on` None: no date of its own, due the day asked for."""

    kind: CardKind
    due_on: date | None = None
    shows_on: date | None = None
    last_on: date | None = None
    delay: Delay | None = None


@dataclass(kw_only=True)
class Thread:
    """One approach as it stands on a day. `delays`: absences and snoozes that move its steps."""

    approach: ApproachFacts
    rhythm: Rhythm
    delays: Sequence[Delay] = ()
    mode: Mode = "new"
    last_on: date = date.min  # of all lines
    rings: list[date] = field(default_factory=list)
    # What follows is told by the log alone, and stays of the class until it is: a plan makes a
    # thousand threads, and most of it is never told.
    steps: tuple[Step, ...] = field(default=(), init=False)
    closes_on: date | None = field(default=None, init=False)
    closed_on: date | None = field(default=None, init=False)
    # The first day it counts as closed: what lapses has its last day.
    ended_on: date | None = field(default=None, init=False)
    closed_why: str = field(default="", init=False)
    # Of the current run: since something last came in.
    first_on: date | None = field(default=None, init=False)
    ever_out_on: date | None = field(default=None, init=False)
    answer: LogLine | None = field(default=None, init=False)
    bounced_on: date | None = field(default=None, init=False)
    # By an invitation that is not accepted yet (F33).
    invited_on: date | None = field(default=None, init=False)
    # Something else is asked since the answer.
    asked_on: date | None = field(default=None, init=False)
    rests_from: date | None = field(default=None, init=False)  # the answer before that
    meets_on: date | None = field(default=None, init=False)
    # By the seeker's clock; None where only the day is known.
    meets_at: datetime | None = field(default=None, init=False)
    practised_on: date | None = field(default=None, init=False)
    handled_on: date | None = field(default=None, init=False)
    since: date | None = field(default=None, init=False)
    # What is to be followed up with is an offer of theirs.
    offered: bool = field(default=False, init=False)
    offer_opens: date | None = field(default=None, init=False)  # from when, where that is later
    offer_by: ChannelName | None = field(default=None, init=False)  # the way they named
    offer_until: date | None = field(default=None, init=False)  # its last day, where they said one
    nudge_on: date | None = field(default=None, init=False)
    call_on: date | None = field(default=None, init=False)
    last_note: str = field(default="", init=False)

    def copy(self) -> "Thread":
        """The same thread, to go on with by itself. `copy.copy` takes five times as long, since it
        asks first how; a plan looks at hundreds as they will be."""
        other = object.__new__(Thread)
        other.__dict__.update(self.__dict__)
        return other

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    def stays_closed(self, today: date) -> bool:
        """The seeker has closed it, and no answer came since that wants its thanks (F16)."""
        closed_on = self.approach.closed_on
        if closed_on is None or closed_on > today:
            return False
        closed = (closed_on, self.approach.closed_order)
        return self.answer is None or (self.answer.on, self.answer.order) <= closed

    @property
    def live(self) -> bool:
        """From the first touch until answered or closed, and again after a later, a question
        or an undated yes (F1); a promise is not live (F24)."""
        if self.closed_on is not None:
            return False
        if self.mode in ("rhythm", "answered", "undated", "later", "accepted"):
            return True
        if self.mode not in ("owe_answer", "owe_thank") or self.answer is None:
            return False
        return self.answer.kind in ("question", "talked", "later") or self.conversation

    @property
    def goes_on(self) -> bool:
        """What is written next is no first note: it was asked for, or an invitation was accepted
        (F25, F33)."""
        return self.mode in ("later", "accepted")

    @property
    def silent_since(self) -> date | None:
        """The first touch out since something last came in (F23)."""
        return self.first_on if self.mode == "rhythm" else self.since if self.awaiting else None

    @property
    def conversation(self) -> bool:
        """A conversation is agreed and neither held nor closed (F24)."""
        if not self._said_yes:
            return False
        assert self.answer is not None
        asked = self.approach.ask_at(self.answer)
        return asked in CONVERSATION_ASKS or self.meets_on is not None

    @property
    def promise(self) -> bool:
        """A yes to a small favour that is neither kept nor closed (F5)."""
        return self._said_yes and not self.conversation

    @property
    def _said_yes(self) -> bool:
        answer = self.answer
        return answer is not None and answer.kind == "yes" and self.closed_on is None

    @property
    def awaiting(self) -> bool:
        """The seeker waits for an answer."""
        return self.closed_on is None and self.mode in ("rhythm", "answered", "undated")

    def pause_until(self, calendar: WorkCalendar, book: Playbook) -> date | None:
        """The first day others at the company may be written to again; None: no pause (F23)."""
        if self.answer is None or self.answer.kind not in SPOKE or self.handled_on is not None:
            return None
        if self.closed_why == STOPPED:
            return None
        return calendar.after(self.answer.on, book.pause_days)

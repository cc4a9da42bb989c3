"""One thread as its log tells it, line by line: who owes whom what, and since when. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.calendar import WorkCalendar
from firststep.facts.line_kinds import NEWS, OWES_AN_ANSWER, REQUESTS, SPOKE, LogKind
from firststep.facts.playbook import Playbook
from firststep.facts.snapshot import ApproachFacts, LogLine, OrderedDay
from firststep.facts.step_kinds import CardKind
from firststep.steps.followup.delays import Delay, UsedUp

Mode = Literal[
    "new", "rhythm", "owe_answer", "owe_thank", "answered", "undated", "dated", "promised",
    "report", "later", "closed",
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
    steps: tuple[Step, ...] = ()
    closes_on: date | None = None
    closed_on: date | None = None
    ended_on: date | None = None  # the first day it counts as closed: what lapses has its last day
    closed_why: str = ""
    first_on: date | None = None  # of the current run: since something last came in
    ever_out_on: date | None = None
    last_on: date = date.min  # of all lines
    answer: LogLine | None = None
    bounced_on: date | None = None
    asked_on: date | None = None  # something else is asked since the answer
    rests_from: date | None = None  # the answer before that
    meets_on: date | None = None
    meets_at: datetime | None = None  # by the seeker's clock; None where only the day is known
    handled_on: date | None = None
    since: date | None = None
    nudge_on: date | None = None
    call_on: date | None = None
    rings: list[date] = field(default_factory=list)
    last_note: str = ""

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
        if self.is_closed:
            return False
        if self.mode in ("rhythm", "answered", "undated", "later"):
            return True
        if self.mode not in ("owe_answer", "owe_thank") or self.answer is None:
            return False
        return self.answer.kind in ("question", "talked", "later") or self.conversation

    @property
    def silent_since(self) -> date | None:
        """The first touch out since something last came in (F23)."""
        return self.first_on if self.mode == "rhythm" else self.since if self.awaiting else None

    @property
    def conversation(self) -> bool:
        """A conversation is agreed and neither held nor closed (F24)."""
        if self.is_closed or self.answer is None or self.answer.kind != "yes":
            return False
        asked = self.approach.ask_at(self.answer)
        return asked in CONVERSATION_ASKS or self.meets_on is not None

    @property
    def promise(self) -> bool:
        """A yes to a small favour that is neither kept nor closed (F5)."""
        if self.is_closed or self.answer is None or self.answer.kind != "yes":
            return False
        return not self.conversation

    @property
    def awaiting(self) -> bool:
        """The seeker waits for an answer."""
        return not self.is_closed and self.mode in ("rhythm", "answered", "undated")

    def pause_until(self, calendar: WorkCalendar, book: Playbook) -> date | None:
        """The first day others at the company may be written to again; None: no pause (F23)."""
        if self.answer is None or self.answer.kind not in SPOKE or self.handled_on is not None:
            return None
        if self.closed_why == STOPPED:
            return None
        return calendar.after(self.answer.on, book.pause_days)


def take_in(
    state: Thread, line: LogLine, delays: list[Delay], calendar: WorkCalendar, book: Playbook
) -> None:
    """Adds one line of the log; an absence is added to `delays`."""
    kind = line.kind
    if delays and kind in NEWS:
        delays[:] = [delay for delay in delays if not delay.ends_with(line)]
    if kind == "out_of_office":
        until = _back(line, calendar, book)
        delays.append(Delay(since=line.on, until=until, why="out_of_office", order=line.order))
    elif kind in REQUESTS:
        _out(state, line)
    elif kind in SPOKE:
        _answered(state, line)
    elif kind in _FOLDS:
        _FOLDS[kind](state, line)


def _back(line: LogLine, calendar: WorkCalendar, book: Playbook) -> date:
    if line.until is None:
        return calendar.after(line.on, book.out_of_office_days)
    return calendar.on_or_after(line.until + timedelta(days=1))


def _run(state: Thread, mode: Mode, on: date) -> None:
    """Begins a run of steps anew: the limit of two notes and a call counts from here (F6)."""
    state.mode, state.since = mode, on
    state.nudge_on = state.call_on = None
    state.rings = []


def _out(state: Thread, line: LogLine) -> None:
    state.bounced_on = None
    state.last_note = line.kind
    state.ever_out_on = state.ever_out_on or line.on
    if state.mode in ("new", "later", "closed") or _thanks_for_later(state):
        # A note that bounced begins anew, but a call made meanwhile stays the one call.
        called, rings = (state.call_on, state.rings) if state.mode == "new" else (None, [])
        _run(state, "rhythm", line.on)
        state.first_on, state.rings = line.on, rings
        state.call_on = line.on if line.kind == "voicemail" else called
    elif line.kind == "voicemail":
        state.call_on = line.on
    else:
        state.nudge_on = line.on
    state.first_on = state.first_on or line.on


def _thanks_for_later(state: Thread) -> bool:
    """Thanks are owed for a later alone: a note begins anew whether they were said or missed."""
    return state.mode == "owe_thank" and state.answer is not None and state.answer.kind == "later"


def _bounce(state: Thread, line: LogLine) -> None:
    """The note never arrived: it is taken back as a touch and settles nothing (F17)."""
    state.bounced_on = line.on
    if state.nudge_on is not None and state.last_note == "nudge":
        state.nudge_on = None
    elif state.mode == "rhythm":
        state.mode, state.first_on, state.since = "new", None, None
        if state.call_on is None:
            state.ever_out_on = None


def _answered(state: Thread, line: LogLine) -> None:
    state.answer, state.handled_on, state.first_on = line, None, None
    state.asked_on = None
    state.bounced_on = None
    state.meets_on = None
    owes_answer = line.kind in OWES_AN_ANSWER or (
        line.kind == "yes" and state.approach.ask_at(line) in CONVERSATION_ASKS
    )
    state.mode, state.since = ("owe_answer" if owes_answer else "owe_thank"), line.on


def thanked(state: Thread, on: date) -> None:
    """Moves a thread on once it was thanked or the thanks were missed, by what they were for."""
    assert state.since is not None
    answer = state.answer.kind if state.answer else "met"
    if state.asked_on is not None:
        _begin_anew(state)
    elif answer == "yes" and not state.conversation:
        _run(state, "promised", on)
    elif answer == "later":
        state.mode = "later"
    elif answer == "no":
        state.mode, state.since = "closed", on
    else:
        state.mode = "report"  # counted from the day of the help or talk (F28): `since` stays


def _begin_anew(state: Thread) -> None:
    """Something else is asked of somebody whose answer is settled: a first note again, once they
    have rested."""
    state.rests_from = state.answer.on if state.answer else None
    state.answer = state.first_on = state.ever_out_on = state.since = None
    state.mode, state.nudge_on, state.call_on, state.rings = "new", None, None, []


def introduced_anew(state: Thread) -> None:
    """Somebody silent was really introduced: the whole rhythm begins anew (F34)."""
    if state.mode == "rhythm":
        _begin_anew(state)


def _rang(state: Thread, line: LogLine) -> None:
    state.rings.append(line.on)


def _has_answered(state: Thread, line: LogLine) -> None:
    state.handled_on = state.handled_on or line.on
    yes = state.answer is not None and state.answer.kind == "yes"
    _run(state, "undated" if yes and state.conversation else "answered", line.on)


def _has_thanked(state: Thread, line: LogLine) -> None:
    state.handled_on = state.handled_on or line.on
    if state.mode == "owe_thank":
        thanked(state, line.on)


def _has_reported(state: Thread, line: LogLine) -> None:
    state.mode, state.since = "closed", line.on


def _asks_anew(state: Thread, line: LogLine) -> None:
    state.asked_on = line.on
    if state.mode in ("report", "promised"):
        _begin_anew(state)


def _dated(state: Thread, line: LogLine) -> None:
    state.mode, state.since = "dated", line.on
    state.meets_on, state.meets_at = (line.at.date() if line.at else line.on), line.at
    state.handled_on = state.handled_on or line.on


def _cancelled(state: Thread, line: LogLine) -> None:
    state.meets_on = None
    _run(state, "undated", line.on)


def _held(state: Thread, line: LogLine) -> None:
    state.meets_on, state.answer, state.first_on = None, line, None
    state.mode, state.since = "owe_thank", line.on


def _met(state: Thread, line: LogLine) -> None:
    if state.mode == "rhythm":  # a note without an answer is past: they have talked since (F29)
        _begin_anew(state)
    state.since = line.on


# What each other line does to a thread.
_FOLDS: dict[LogKind, Callable[[Thread, LogLine], None]] = {
    "no_answer": _rang,
    "bounced": _bounce,
    "answer": _has_answered,
    "thank": _has_thanked,
    "report_back": _has_reported,
    "asked": _asks_anew,
    "dated": _dated,
    "cancelled": _cancelled,
    "held": _held,
    "met": _met,
}

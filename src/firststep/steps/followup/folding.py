"""What each line of a log does to its thread. Pure."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.calendar import WorkCalendar
from firststep.facts.line_kinds import ANSWERS, NEWS, OWES_AN_ANSWER, REQUESTS, LogKind
from firststep.facts.playbook import Playbook
from firststep.facts.snapshot import LogLine
from firststep.steps.followup.delays import Delay, now_absent
from firststep.steps.followup.thread import Mode, Thread


def take_in(
    state: Thread,
    lines: Sequence[LogLine],
    delays: list[Delay],
    calendar: WorkCalendar,
    book: Playbook,
) -> None:
    """Adds lines of the log, in the order of time; absences are added to `delays`."""
    folds = _FOLDS.get
    for line in lines:  # half of a plan's time is spent here
        kind = line.kind
        if delays and kind in NEWS:
            delays[:] = [delay for delay in delays if not delay.ends_with(line)]
        if fold := folds(kind):
            fold(state, line)
        elif kind == "out_of_office":
            now_absent(delays, line, until=_back(line, calendar, book))
    if lines:
        state.last_on = lines[-1].on


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
    if state.mode != "rhythm" and _begins(state, line):
        _begin(state, line)
        state.call_on = line.on if line.kind == "voicemail" else state.call_on
        state.invited_on = line.on if line.invites else None
    elif line.kind == "voicemail":
        state.call_on = line.on
    else:
        state.nudge_on = line.on
    state.first_on = state.first_on or line.on


def _begins(state: Thread, line: LogLine) -> bool:
    """Whether a run of steps begins with that line."""
    if state.mode == "accepted":
        return line.kind != "voicemail" or not state.rhythm.has_written_way  # a message is to come
    return state.mode in ("new", "later", "closed") or _thanks_for_later(state)


def _begin(state: Thread, line: LogLine) -> None:
    """A run begins. After a note that bounced, or an invitation, a call made meanwhile stays the
    one call, and a second note the second one."""
    kept = state.mode in ("new", "accepted")
    if not kept:
        state.call_on, state.rings = None, []
    if state.mode != "accepted":
        state.nudge_on = None
    state.mode, state.since, state.first_on = "rhythm", line.on, line.on


def _invite(state: Thread, line: LogLine) -> None:
    """An invitation without a note: it asks for nothing, and holds the place of the first note."""
    if state.mode in ("new", "later", "closed"):
        _begin(state, line)
        state.invited_on = line.on
        state.bounced_on = None
    state.ever_out_on = state.ever_out_on or line.on


def _accepted(state: Thread, line: LogLine) -> None:
    """No yes and no answer (F41): what was invited for can be written now. Nothing changes where
    the first note went another way."""
    unmet = state.mode == "new" and state.since is None
    if unmet or (state.mode == "rhythm" and state.invited_on is not None):
        state.mode, state.since, state.first_on = "accepted", line.on, None
    state.invited_on = None


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
    state.bounced_on = state.invited_on = None
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


def _offered(state: Thread, line: LogLine) -> None:
    """An offer is taken up in the same days as somebody met is followed up with (M6.1). What is
    owed to them, or under way between the two, goes on as it was."""
    if state.mode not in ("new", "rhythm", "later", "report"):
        return
    if state.mode != "new":
        _begin_anew(state)
    state.since, state.offered = line.on, True
    state.offer_opens, state.offer_until = line.opens, line.until
    state.offer_by = line.channel or None


def _has_practised(state: Thread, line: LogLine) -> None:
    state.practised_on = line.on


# What each line does to a thread; an absence moves its days.
_FOLDS: dict[LogKind, Callable[[Thread, LogLine], None]] = {
    **dict.fromkeys(REQUESTS, _out),
    **dict.fromkeys(ANSWERS, _answered),
    "talked": _answered,
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
    "offered": _offered,
    "practised": _has_practised,
    "invite": _invite,
    "accepted": _accepted,
}

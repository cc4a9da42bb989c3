"""What is fair to ask of whom, and what instead when nothing comes or a no. Pure.

Method M3.2, M4.1, M5.2; rhythm F12. First a name, then the introduction, then the meeting; after
silence less; after a no only who else, in the thanks.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from firststep.facts.asks import ASK_KIND, Ask, SmallerAsk
from firststep.facts.line_kinds import HEARD, REQUESTS
from firststep.facts.snapshot import LogLine

_NO_ANSWER = frozenset({"no_answer", "out_of_office", "invite"})
_REOPENS = HEARD - {"no"} | {"met"}


def fair_ask(
    *,
    manager: bool,
    known_at_target: bool,
    seat_is_empty: bool,
    holder_reached: bool,
    opening_there: bool = False,
    exploring: bool = False,
) -> Ask:
    """A department manager is asked for a meeting; somebody known at a target for the manager's
    name while nobody has one, then for the introduction, unless the manager is reached without it
    or not to be reached at all: then, where an opening was seen there, to put one's name forward;
    everyone else for advice. While exploring everyone is asked for
    advice: conversations for information only (M1.3)."""
    if exploring:
        return "advice"
    if manager:
        return "meeting"
    if known_at_target and seat_is_empty:
        return "name"
    if known_at_target and not holder_reached:
        return "introduction"
    return "referral" if known_at_target and opening_there else "advice"


def smaller_ask(ask: Ask, log: Sequence[LogLine]) -> SmallerAsk | None:
    """What the next note asks for instead, once so many touches have no answer: a meeting becomes
    a short call, then one question. None while nothing was asked in vain."""
    rungs, at = ASK_KIND[ask].less, unanswered(log)
    return rungs[min(at, len(rungs)) - 1] if at else None


def unanswered(log: Sequence[LogLine]) -> int:
    """Notes and voicemails since something last came in; a note that came back was none."""
    count = 0
    for line in log:
        if line.kind in REQUESTS and not line.by_call:
            count += 1
        elif line.kind == "bounced":
            count = max(0, count - 1)
        elif line.kind not in _NO_ANSWER:
            count = 0
    return count


def ended_by_no(log: Sequence[LogLine]) -> LogLine | None:
    """The no that ended it for this round: only who else is asked then, in the thanks (M5.6). An
    answer after it opens the matter again."""
    ended: LogLine | None = None
    for line in log:
        if line.kind == "no":
            ended = line
        elif line.kind in _REOPENS:
            ended = None
    return ended


def asked_who_else(logs: Iterable[Sequence[LogLine]]) -> bool:
    """Whether somebody was asked already, after a no of theirs, who else there might be: once is
    enough, whatever they say no to later (M5.6)."""
    return any(
        line.kind == "thank" and ended_by_no(log[:n]) is not None
        for log in logs
        for n, line in enumerate(log)
    )


def first_notes(log: Sequence[LogLine]) -> list[date]:
    """The days a note began a thread, or began it anew; a call stands for the first note where
    nothing was written before (F21)."""
    notes: list[date] = []
    for line in log:
        if line.kind in ("write", "invite") or (not notes and line.kind in ("voicemail", "talked")):
            notes.append(line.on)
    return notes

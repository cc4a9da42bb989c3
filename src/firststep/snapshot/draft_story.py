"""What became of a note and of a name, as a letter can tell it (L4, L5, L12). Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from firststep.facts.draft import Brought
from firststep.facts.line_kinds import HEARD, LINE_KIND, NOTES
from firststep.facts.snapshot import BY_ID, ApproachFacts, LogLine, PersonFacts, Snapshot
from firststep.steps.approach.asks import asked_who_else

_TALKED = frozenset({"talked", "held", "met"})


def brought_by(snapshot: Snapshot, person_id: int | None, *, on: date) -> Brought | None:
    """Of those this person named or introduced, whom most came of; the newest of several alike."""
    told = [
        _told(snapshot, one, on=on)
        for one in sorted(snapshot.approaches.values(), key=BY_ID)
        if one.via_id == person_id and person_id is not None and one.person_id in snapshot.people
    ]
    return max(enumerate(told), key=lambda one: (_how_far(one[1]), one[0]), default=(0, None))[1]


def answered_with(snapshot: Snapshot, answer: LogLine | None) -> dict[str, Any]:
    """Their newest answer and whom it named: help that was a name is thanked for as one."""
    if answer is None:
        return {}
    kind = "refers" if answer.kind == "helped" and answer.named_id else answer.kind
    named = snapshot.people.get(answer.named_id or 0)
    return {
        "answer": kind,
        "answer_on": answer.on,
        "named": named.name if named else "",
        "named_reached": named is not None and named.written_channel is not None,
    }


def noted_in_vain(snapshot: Snapshot, person_id: int | None) -> date | None:
    """The day of the newest note to somebody who has not answered since; None where they did, or
    nothing was written."""
    log = _log_of(snapshot, person_id)
    if any(line.kind in HEARD for line in log):
        return None
    bounced = {line.on for line in log if line.kind == "bounced"}
    notes = [line.on for line in log if line.kind in NOTES]
    return notes[-1] if notes and not bounced else None


def talks_with(
    snapshot: Snapshot, person_id: int | None, log: tuple[LogLine, ...]
) -> dict[str, Any]:
    """Whether the two have talked, whatever it was about then, when they were last in touch, and
    the day of the talk in this log."""
    lines = _log_of(snapshot, person_id)
    touches = [line.on for line in lines if LINE_KIND[line.kind].out or line.kind in HEARD]
    helped = dict(snapshot.landed.helped) if snapshot.landed else {}
    talked_then = helped.get(person_id or 0) == ""  # in the round that ended, and no more is known
    talked = talked_then or any(line.kind in _TALKED for line in lines)
    in_touch_on = touches[-1] if touches else None
    return {"talked": talked, "in_touch_on": in_touch_on, "meeting_on": meeting_day(log)}


def landed_said(snapshot: Snapshot, person: PersonFacts | None) -> dict[str, str]:
    """Where the seeker has landed, and what this person did for it."""
    if snapshot.landed is None:
        return {}
    helped = dict(snapshot.landed.helped)
    return {
        "landed_at": snapshot.landed.company,
        "their_help": helped.get(person.id if person else 0, ""),
        "left_open": dict(snapshot.landed.left_open).get(person.id if person else 0, ""),
    }


def meeting_day(log: tuple[LogLine, ...]) -> date | None:
    """The day of the talk that was agreed: as it was held, else as it was to be."""
    lines = [line for line in log if line.kind in ("dated", "held")]
    last = lines[-1] if lines else None
    if last is None or last.kind == "held":
        return last.on if last and len(lines) > 1 else None
    return last.at.date() if last.at else None


def _told(snapshot: Snapshot, approach: ApproachFacts, *, on: date) -> Brought:
    person = snapshot.people[approach.person_id or 0]
    log = [line for line in _log_of(snapshot, person.id) if approach.opened_on <= line.on <= on]
    held = [line.on for line in log if line.kind == "held"]
    return Brought(
        name=person.name,
        given=person.given,
        on=approach.opened_on,
        notes=tuple(line.on for line in log if line.kind in NOTES),
        talk_on=held[-1] if held else _agreed(log, on=on),
        talked=bool(held),
    )


def _agreed(log: list[LogLine], *, on: date) -> date | None:
    """The day of the talk that is agreed and still to come."""
    dated = [line for line in log if line.kind in ("dated", "cancelled")]
    last = dated[-1] if dated else None
    day = last.at.date() if last and last.at and last.kind == "dated" else None
    return day if day and day >= on else None


def _how_far(one: Brought) -> tuple[bool, bool, bool]:
    return (one.talked, one.talk_on is not None, bool(one.notes))


def _log_of(snapshot: Snapshot, person_id: int | None) -> list[LogLine]:
    """All lines with somebody, whatever approach they are of, in the order of time."""
    found: Iterable[LogLine] = (
        line
        for one in snapshot.approaches.values()
        if one.person_id == person_id and person_id is not None
        for line in one.log
    )
    return sorted(found, key=lambda line: (line.on, line.order))


def arrived_on(log: tuple[LogLine, ...]) -> date | None:
    """The day of the newest first note that did not come back (F17)."""
    notes: list[LogLine] = []
    for line in log:
        if line.kind in NOTES:
            notes.append(line)
        elif line.kind == "bounced" and notes:
            notes.pop()
    return next((line.on for line in reversed(notes) if line.kind == "write"), None)


def message_left_on(log: tuple[LogLine, ...]) -> date | None:
    """The day of the newest message left on a machine, where no note has gone out and nothing has
    come in since."""
    told = [line for line in log if line.kind in NOTES | HEARD | {"voicemail", "talked"}]
    return told[-1].on if told and told[-1].kind == "voicemail" else None


def asked_anew(log: tuple[LogLine, ...]) -> bool:
    """Whether no note has gone out since something else is asked."""
    kinds = [line.kind for line in log if line.kind in NOTES | {"asked"}]
    return bool(kinds) and kinds[-1] == "asked"


def asked_else(log: tuple[LogLine, ...]) -> bool:
    """Whether something else is asked than by the first note."""
    kinds = [line.kind for line in log if line.kind in ("write", "asked")]
    return "asked" in kinds and kinds[-1] == "asked"


def who_else_asked(snapshot: Snapshot, person_id: int | None) -> bool:
    """Whether they were asked already who else there might be, after a no of theirs."""
    theirs = (one for one in snapshot.approaches.values() if one.person_id == person_id)
    return asked_who_else(one.log for one in theirs)


def accepted_on(log: tuple[LogLine, ...]) -> date | None:
    """The day an invitation was accepted, where no message has gone out since (F33)."""
    told = [line for line in log if line.kind in NOTES | {"accepted"}]
    return told[-1].on if told and told[-1].kind == "accepted" else None

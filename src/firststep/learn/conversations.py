"""Which conversations were had, and which are agreed and still to be held. Pure."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from firststep.facts.line_kinds import HEARD
from firststep.facts.snapshot import IN_TIME, ApproachFacts, LogLine, Snapshot
from firststep.learn.funnel import is_agreed

_CAME_OF_IT = HEARD | {"dated"}


class Conversations(NamedTuple):
    """Whom one has talked with, and of those who agreed to talk the days it is arranged for, the
    earliest first; None, before all others, where it has no day yet. Each person counts once."""

    held: frozenset[int]
    agreed: tuple[date | None, ...]


def conversations(snapshot: Snapshot, *, today: date, silent: Collection[int]) -> Conversations:
    """What the log tells of conversations up to a day (F44). `silent` are the approaches that
    silence has closed."""
    held = frozenset(
        approach.person_id or 0
        for approach in snapshot.approaches.values()
        if approach.person_id in snapshot.people and _is_held(approach, today)
    )
    agreed_on = {
        approach.person_id: _arranged_for(approach, today)
        for approach in to_be_held(snapshot, today=today, silent=silent)
        if approach.person_id in snapshot.people and approach.person_id not in held
    }
    return Conversations(held, tuple(sorted(agreed_on.values(), key=lambda day: day or date.min)))


def to_be_held(snapshot: Snapshot, *, today: date, silent: Collection[int]) -> list[ApproachFacts]:
    """Those in which a conversation is agreed and not held yet, and neither closed by hand nor by
    silence."""
    return [
        approach
        for approach in snapshot.approaches.values()
        if approach.closed_on is None
        and approach.id not in silent
        and _is_agreed(approach, today)
        and not _is_held(approach, today)
    ]


def agreed(snapshot: Snapshot, today: date) -> set[int]:
    """Approaches in which a conversation was agreed or held; a yes taken back is none."""
    return {
        approach.id
        for approach in snapshot.approaches.values()
        if _is_held(approach, today) or _is_agreed(approach, today)
    }


def _is_held(approach: ApproachFacts, today: date) -> bool:
    return any(line.kind == "held" and line.on <= today for line in approach.log)


def _is_agreed(approach: ApproachFacts, today: date) -> bool:
    last = _last(approach, today)
    return last is not None and (last.kind == "dated" or is_agreed(approach, last))


def _last(approach: ApproachFacts, today: date) -> LogLine | None:
    """What came in or was arranged last."""
    lines = [x for x in approach.log if x.kind in _CAME_OF_IT and x.on <= today]
    return max(lines, key=IN_TIME, default=None) if lines else None


def _arranged_for(approach: ApproachFacts, today: date) -> date | None:
    last = _last(approach, today)
    return last.at.date() if last and last.kind == "dated" and last.at else None

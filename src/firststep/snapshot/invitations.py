"""Who is connected with the seeker, whom they have invited, and which notes went with that. Pure.

A note to somebody who is not connected goes with an invitation (rhythm F33). It is told from what
was recorded, never kept: a later import, or an entry put in before, tells it anew.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from firststep.facts.channels import INVITING
from firststep.facts.line_kinds import ANSWERS, NOTES
from firststep.facts.snapshot import ApproachFacts, LogLine

_ACCEPTS = ANSWERS | {"accepted"}  # whoever answers there can be written to there


class Sent(NamedTuple):
    """Something written or heard by a channel that takes invitations."""

    person: int
    on: date
    order: int
    kind: str
    touch: int


class Invitations(NamedTuple):
    """By person: since when they are connected, and the invitation that waits. `notes` are the
    touches that were a note with an invitation, with their days; `accepted` the days an import
    shows that an invitation was."""

    connected: dict[int, date]
    waiting: dict[int, date]
    notes: dict[int, date]
    accepted: dict[int, date]


def invited(sent: Iterable[Sent], known: Mapping[int, date], today: date) -> Invitations:
    """What was sent and heard, in the order of time, beside the connections that are known."""
    told = {pk: on for pk, on in known.items() if on <= today}
    found = Invitations(dict(told), {}, {}, {})
    for one in sorted(sent, key=lambda one: (one.on, one.order)):
        _add(one, found)
    for person in found.waiting.keys() & found.connected.keys():
        since, invited_on = found.connected[person], found.waiting.pop(person)
        if told.get(person) == since and invited_on <= since:
            found.accepted[person] = since
    return found


def _add(one: Sent, found: Invitations) -> None:
    since = found.connected.get(one.person)
    if one.kind in _ACCEPTS:
        found.connected[one.person] = min(since or one.on, one.on)
    elif (since is None or one.on <= since) and one.person not in found.waiting:
        found.waiting[one.person] = one.on
        if one.kind in NOTES:
            found.notes[one.touch] = one.on


def is_sent_there(kind: str, channel: str) -> bool:
    """Whether a touch says something of invitations."""
    return channel in INVITING and (kind in NOTES or kind in _ACCEPTS or kind == "invite")


def marked(log: Iterable[LogLine], found: Invitations, person: int | None) -> tuple[LogLine, ...]:
    """A log whose notes say which went with an invitation, and that it was accepted where only an
    import shows it."""
    lines = [line._replace(invites=line.touch_id in found.notes) for line in log]
    since = found.accepted.get(person or 0)
    if since is not None and _is_still_invited(lines):
        at = bisect_right(lines, since, key=lambda line: line.on)
        lines.insert(at, LogLine("accepted", since, lines[at - 1].order if at else 0))
    return tuple(lines)


def _is_still_invited(lines: list[LogLine]) -> bool:
    kinds = {line.kind for line in lines}
    invited_once = "invite" in kinds or any(line.invites for line in lines)
    return invited_once and "accepted" not in kinds


def with_invitations(
    begun: dict[int, ApproachFacts], told: Invitations
) -> dict[int, ApproachFacts]:
    """The approaches, whose notes say which of them went with an invitation."""
    if not (told.notes or told.accepted):
        return begun
    return {
        key: one._replace(log=log)
        if (log := marked(one.log, told, one.person_id)) != one.log
        else one
        for key, one in begun.items()
    }

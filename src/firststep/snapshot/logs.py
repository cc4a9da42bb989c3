"""What happened, as the log of each approach."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.db import connection

from firststep.facts.channels import INVITING
from firststep.facts.snapshot import LogLine, LooseTouch
from firststep.snapshot.invitations import Sent, is_sent_there

FetchedRow = tuple[Any, ...]
_LINE = LogLine._make  # from all of its values: in a third of the time that it takes by its name
Logs = dict[int, list[LogLine]]
TOUCHED_IN, ANSWERED_IN, ARRANGED_IN = ("Touch",), ("Outcome",), ("Call", "Meeting", "Practice")
_NO_MORE = (False, False)  # it invites nobody, and nobody named expects the seeker
# Written out: these are the rows a campaign has by the thousand, read anew after every entry.
_TOUCHES = """
SELECT id, person_id, approach_id, kind, "on", "order", inbound, channel,
CASE WHEN (inbound OR kind IN ('held', 'talked', 'met')) AND kind <> 'offered'
THEN substr(text, 1, 1000) ELSE '' END
FROM firststep_touch WHERE campaign_id = %s AND "on" <= %s
"""
_OUTCOMES = """
SELECT touch_id, approach_id, kind, "on", "order", until, named_id, by_call, expected
FROM firststep_outcome WHERE campaign_id = %s AND "on" <= %s ORDER BY id
"""
_ARRANGED = """
SELECT approach_id, 'dated', dated_on, dated_order, on_day, at_time
FROM firststep_meeting WHERE campaign_id = %s AND dated_on <= %s AND on_day IS NOT NULL
UNION ALL
SELECT approach_id, 'cancelled', cancelled_on, ended_order, NULL, NULL
FROM firststep_meeting WHERE campaign_id = %s AND cancelled_on <= %s
UNION ALL
SELECT approach_id, 'practised', "on", "order", NULL, NULL
FROM firststep_practice WHERE campaign_id = %s AND "on" <= %s AND approach_id IS NOT NULL
UNION ALL
SELECT approach_id, outcome, "on", "order", NULL, NULL
FROM firststep_call WHERE campaign_id = %s AND "on" <= %s AND outcome = 'no_answer'
"""


class Happened(NamedTuple):
    """The log of each approach, the touches outside every approach, all who were touched or named,
    and what tells of invitations to connect."""

    logs: Logs
    loose: tuple[LooseTouch, ...]
    people: frozenset[int]
    sent: tuple[Sent, ...]


def read_touches(campaign: int, today: date) -> list[FetchedRow]:
    """Every touch up to a day: its id, with whom, in which approach, what, when, whether it came
    in, by which channel, and the beginning of what they said."""
    return fetched(_TOUCHES, campaign, today)


def read_outcomes(campaign: int, today: date) -> list[FetchedRow]:
    """What every answer up to a day said: its touch, its approach, what, when, until when, whom it
    named, whether by phone, and whether whoever it named expects the seeker. Of several things one
    message said the one the thread goes by comes last."""
    return fetched(_OUTCOMES, campaign, today)


def read_arranged(campaign: int, today: date) -> list[tuple[int, LogLine]]:
    """The days that were agreed for conversations, those put off, those on which one practised, and
    the rings in vain, with their approach."""
    return [
        (approach, LogLine(kind, on, order, at=datetime.combine(day, clock or time(0))))
        if day
        else (approach, LogLine(kind, on, order))
        for approach, kind, on, order, day, clock in fetched(_ARRANGED, *(campaign, today) * 4)
    ]


def fetched(sql: str, *given: Any) -> list[FetchedRow]:
    """The rows that a written-out question finds."""
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()  # type: ignore[no-any-return]  # a cursor is untyped


def by_approach(
    touches: list[FetchedRow],
    outcomes: list[FetchedRow],
    arranged: Iterable[tuple[int, LogLine]],
    until: Mapping[int, date],
) -> Happened:
    """The rows by approach; `until`: how long an offer stands, by its touch. A touch that brought
    an outcome is told by that alone."""
    logs: Logs = defaultdict(list)
    for touch, approach, kind, on, order, ends_on, named, by_call, expected in outcomes:
        said = (bool(by_call), ends_on, None, named, touch, False, bool(expected))
        logs[approach].append(_LINE((kind, on, order, None, *said)))
    loose = _add_touches(logs, touches, {row[0] for row in outcomes}, until)
    for approach, line in arranged:
        logs[approach].append(line)
    people = {row[1] for row in touches} | {row[6] for row in outcomes}
    invite = [_sent(row) for row in touches if row[7] in INVITING and is_sent_there(row[3], row[7])]
    return Happened(dict(logs), loose, frozenset(people - {None}), tuple(invite))


def _add_touches(
    logs: Logs, touches: list[FetchedRow], answered: Collection[int], until: Mapping[int, date]
) -> tuple[LooseTouch, ...]:
    """Adds their lines to the logs; answers with those outside every approach."""
    loose: list[LooseTouch] = []
    for touch, person, approach, kind, on, order, inbound, channel, _ in touches:
        if approach is None:
            loose.append(LooseTouch(person_id=person, on=on, out=not inbound))
        elif touch not in answered:
            ends_on = until.get(touch) if until else None
            line = (kind, on, order, channel or None, False, ends_on, None, None, touch, *_NO_MORE)
            logs[approach].append(_LINE(line))
    return tuple(loose)


def _sent(row: FetchedRow) -> Sent:
    touch, person, _, kind, on, order, *_ = row
    return Sent(person=person, on=on, order=order, kind=kind, touch=touch)

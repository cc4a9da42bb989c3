"""What happened, as the log of each approach."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from operator import itemgetter
from typing import Any, NamedTuple

from django.db import connection

from firststep.facts.channels import INVITING
from firststep.facts.snapshot import LogLine, LooseTouch
from firststep.snapshot.invitations import Sent, is_sent_there
from firststep.steps.people.finding.many_ids import ids_named, ids_parameter

FetchedRow = tuple[Any, ...]
_LINE = LogLine._make  # from all of its values: in a third of the time that it takes by its name
Logs = dict[int, list[LogLine]]
RowsByKey = dict[int, FetchedRow]  # by their keys
Arranged = Sequence[tuple[int, LogLine]]
ARRANGED_IN = ("Call", "Meeting", "Practice")
_NO_MORE = (False, False)  # it invites nobody, and nobody named expects the seeker
# Written out: these are the rows a campaign has by the thousand, read anew after every entry.
_TOUCHES = """
SELECT id, person_id, approach_id, kind, "on", "order", inbound, channel,
CASE WHEN (inbound OR kind IN ('held', 'talked', 'met')) AND kind <> 'offered'
THEN substr(text, 1, 1000) ELSE '' END
FROM firststep_touch WHERE campaign_id = %s AND "on" <= %s {among} ORDER BY "on", id
"""
_OUTCOMES = """
SELECT id, touch_id, approach_id, kind, "on", "order", until, named_id, by_call, expected
FROM firststep_outcome WHERE campaign_id = %s AND "on" <= %s {among} ORDER BY id
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


class OfferDays(NamedTuple):
    """From when and until when an offer holds, where they said so."""

    opens: date | None = None
    until: date | None = None


Hold = Mapping[int, OfferDays]
_ALWAYS = OfferDays()


class Happened(NamedTuple):
    """The log of each approach, the touches outside every approach, all who were touched or named,
    and what tells of invitations to connect."""

    logs: Logs
    loose: tuple[LooseTouch, ...]
    people: frozenset[int]
    sent: tuple[Sent, ...]


def read_touches(
    campaign: int, today: date, *, only: Collection[int] | None = None
) -> list[FetchedRow]:
    """Every touch up to a day: its id, with whom, in which approach, what, when, whether it came
    in, by which channel, and the beginning of what they said."""
    return fetched_among(_TOUCHES, campaign, today, only=only)


def read_outcomes(
    campaign: int, today: date, *, only: Collection[int] | None = None
) -> list[FetchedRow]:
    """What every answer up to a day said: its id, its touch, its approach, what, when, until when,
    whom it named, whether by phone, and whether whoever it named expects the seeker. Of several
    things one message said the one the thread goes by comes last."""
    return fetched_among(_OUTCOMES, campaign, today, only=only)


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


def fetched_among(sql: str, *given: Any, only: Collection[int] | None) -> list[FetchedRow]:
    """The rows that a question with a place for it finds `only` among those keys; None: all."""
    if only is None:
        return fetched(sql.format(among=""), *given)
    # SQLite would look through all rows of the campaign for few keys: no index knows `+ 0`.
    narrow = sql.replace("_id = %s", "_id + 0 = %s").format(among=f"AND id IN ({ids_named()})")
    return fetched(narrow, *given, ids_parameter(only))


def by_approach(
    touches: RowsByKey, outcomes: RowsByKey, arranged: Arranged, hold: Hold
) -> Happened:
    """The rows by approach; `hold`: from when and until when an offer does, by its touch. A
    touch that brought an outcome is told by that alone."""
    logs = _logs(touches.values(), outcomes.values(), arranged, _answered(outcomes), hold)
    return _with_all(logs, touches, outcomes)


def log_mended(
    known: Happened,
    before: tuple[RowsByKey, RowsByKey, Arranged, Hold],
    touches: RowsByKey,
    outcomes: RowsByKey,
    arranged: Arranged,
    hold: Hold,
) -> Happened:
    """The same, told anew only for the approaches of rows that are not as they were before."""
    if hold is not before[3]:
        return by_approach(touches, outcomes, arranged, hold)
    places = _places(_differing(before[0], touches), _differing(before[1], outcomes), before[0])
    if arranged is not before[2]:
        places |= {approach for approach, _ in {*before[2]} ^ {*arranged}}
    here = [one for one in arranged if one[0] in places]
    answered = _answered(outcomes)
    again = _logs(_there(touches, places), _there(outcomes, places), here, answered, hold)
    kept = {key: log for key, log in known.logs.items() if key not in places}
    return _with_all(kept | again, touches, outcomes)


def _places(
    touches: list[FetchedRow], outcomes: list[FetchedRow], before: RowsByKey
) -> set[int | None]:
    """The approaches of these rows, and of the touches that an outcome is or was told for."""
    answered = (before[row[1]] for row in outcomes if row[1] in before)
    return {row[2] for rows in (touches, outcomes, answered) for row in rows}


def _there(rows: RowsByKey, places: Collection[int | None]) -> list[FetchedRow]:
    return [row for row in rows.values() if row[2] in places]


def _differing(before: RowsByKey, now: RowsByKey) -> list[FetchedRow]:
    """The rows that are new, gone, or other than they were, in both ways."""
    new = [row for key, row in now.items() if before.get(key) is not row]
    return [*new, *(row for key, row in before.items() if now.get(key) is not row)]


def _answered(outcomes: RowsByKey) -> set[int]:
    """The touches that brought an outcome."""
    return {row[1] for row in outcomes.values()}


def _logs(
    touches: Iterable[FetchedRow],
    outcomes: Iterable[FetchedRow],
    arranged: Arranged,
    answered: Collection[int],
    hold: Hold,
) -> Logs:
    logs: dict[int, list[Any]] = defaultdict(list)
    for _, touch, approach, kind, on, order, ends_on, named, by_call, expected in outcomes:
        said = (bool(by_call), ends_on, None, named, touch, False, bool(expected), None)
        logs[approach].append(_LINE((kind, on, order, None, *said)))
    for touch, _, approach, kind, on, order, _, channel, _ in touches:
        if approach is not None and touch not in answered:
            opens, ends = hold.get(touch, _ALWAYS) if hold else _ALWAYS
            way = channel or None
            values = (kind, on, order, way, False, ends, None, None, touch, *_NO_MORE, opens)
            logs[approach].append(_LINE(values))
    for approach, line in arranged:
        logs[approach].append(line)
    return dict(logs)


def _with_all(logs: Logs, touches: RowsByKey, outcomes: RowsByKey) -> Happened:
    """The logs, with what is told of no approach alone."""
    every = touches.values()
    people = {row[1] for row in every} | {row[7] for row in outcomes.values()}
    invite = [_sent(row) for row in every if row[7] in INVITING and is_sent_there(row[3], row[7])]
    loose = sorted((row for row in every if row[2] is None), key=itemgetter(4, 0))
    return Happened(
        logs,
        tuple([LooseTouch(person_id=row[1], on=row[4], out=not row[6]) for row in loose]),
        frozenset(people - {None}),
        tuple(invite),
    )


def _sent(row: FetchedRow) -> Sent:
    touch, person, _, kind, on, order, *_ = row
    return Sent(person=person, on=on, order=order, kind=kind, touch=touch)

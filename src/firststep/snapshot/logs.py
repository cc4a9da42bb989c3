"""What happened, as the log of each approach."""

from collections import defaultdict
from datetime import date, datetime, time
from operator import itemgetter
from typing import Any, NamedTuple

from django.db import connection

from firststep.facts.channels import INVITING
from firststep.facts.snapshot import LogLine, LooseTouch
from firststep.habits.practice.models import Practice
from firststep.snapshot.invitations import Sent, is_sent_there
from firststep.steps.followup.models import Meeting

Logs = dict[int, list[LogLine]]
FetchedRow = tuple[Any, ...]
HAPPENED_IN, ARRANGED_IN = (
    ("Touch", "Outcome", "Call", "Offer"),
    ("Meeting", "Practice"),
)
_OUTCOME, _TOUCH = 1, 2
# Written out: these are the rows a campaign has by the thousand, read anew after every entry.
_HAPPENED = """
SELECT 1, touch_id, approach_id, kind, "on", "order", until, named_id, by_call,
    CAST(NULL AS bigint), '', expected
FROM firststep_outcome WHERE campaign_id = %s AND "on" <= %s
UNION ALL
SELECT 2, id, approach_id, kind, "on", "order", CASE WHEN kind = 'offered' THEN
    (SELECT until FROM firststep_offer WHERE touch_id = firststep_touch.id) END,
    NULL, inbound, person_id, channel, 1 = 0
FROM firststep_touch WHERE campaign_id = %s AND "on" <= %s
UNION ALL
SELECT 3, NULL, approach_id, outcome, "on", "order", NULL, NULL, 1 = 0, NULL, '', 1 = 0
FROM firststep_call WHERE campaign_id = %s AND outcome = 'no_answer' AND "on" <= %s
"""


class Happened(NamedTuple):
    """The log of each approach, the touches outside every approach, all who were touched, and what
    tells of invitations to connect."""

    logs: Logs
    loose: tuple[LooseTouch, ...]
    people: frozenset[int]
    sent: tuple[Sent, ...]


def read_happened(campaign: int, today: date) -> list[FetchedRow]:
    """Every touch, outcome and ring in vain up to a day."""
    with connection.cursor() as cursor:
        cursor.execute(_HAPPENED, [campaign, today] * 3)
        return sorted(cursor.fetchall(), key=itemgetter(0))


def read_arranged(campaign: int, today: date) -> list[tuple[int, LogLine]]:
    """The days that were agreed for conversations, those put off, and those on which one practised,
    with their approach."""
    lines: list[tuple[int, LogLine]] = []
    meetings = Meeting.objects.filter(campaign=campaign).values_list(
        "approach_id", "on_day", "at_time", "dated_on", "dated_order", "cancelled_on", "ended_order"
    )
    for approach, day, clock, dated_on, order, cancelled_on, ended_order in meetings:
        if day is not None and dated_on is not None and dated_on <= today:
            at = datetime.combine(day, clock or time(0))
            lines.append((approach, LogLine(kind="dated", on=dated_on, order=order, at=at)))
        if cancelled_on is not None and cancelled_on <= today:
            lines.append((approach, LogLine(kind="cancelled", on=cancelled_on, order=ended_order)))
    rows = Practice.objects.filter(campaign=campaign, approach__isnull=False, on__lte=today)
    for practised, on, order in rows.values_list("approach_id", "on", "order"):
        lines.append((practised or 0, LogLine(kind="practised", on=on, order=order)))
    return lines


def by_approach(rows: list[FetchedRow], arranged: list[tuple[int, LogLine]]) -> Happened:
    """The rows by approach. A touch that brought an outcome is told by that alone."""
    logs: Logs = defaultdict(list)
    loose: list[LooseTouch] = []
    sent: list[Sent] = []
    people: set[int] = set()
    answered = {row[1] for row in rows if row[0] == _OUTCOME}
    for row in rows:
        table, touch, approach, _, on, *_, flag, person, channel, _ = row
        if table == _TOUCH:
            people.add(person)
            sent += _sent(row) if channel in INVITING else ()
        if approach is None:
            loose.append(LooseTouch(person_id=person, on=on, out=not flag))
        elif table != _TOUCH or touch not in answered:
            logs[approach].append(_line(row))
    for approach, line in arranged:
        logs[approach].append(line)
    return Happened(dict(logs), tuple(loose), frozenset(people), tuple(sent))


def _sent(row: FetchedRow) -> tuple[Sent, ...]:
    _, touch, _, kind, on, order, *_, person, channel, _ = row
    told = Sent(person=person, on=on, order=order, kind=kind, touch=touch)
    return (told,) if is_sent_there(kind, channel) else ()


def _line(row: FetchedRow) -> LogLine:
    table, touch, _, kind, on, order, until, named, flag, _, channel, expected = row
    by_call, way = table == _OUTCOME and bool(flag), channel or None
    return LogLine(kind, on, order, way, by_call, until, None, named, touch, False, bool(expected))

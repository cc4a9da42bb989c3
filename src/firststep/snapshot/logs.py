"""What happened, as the log of each approach."""

from collections import defaultdict
from datetime import date, datetime, time
from typing import Any

from django.db import connection

from firststep.facts.snapshot import LogLine, LooseTouch
from firststep.steps.followup.models import Call, Meeting
from firststep.steps.goal.models import Campaign

Logs = dict[int, list[LogLine]]
# Written out: these are the rows a campaign has by the thousand, read anew for every plan.
_TOUCHES = """
SELECT id, person_id, approach_id, "on", "order", kind, inbound, channel
FROM firststep_touch WHERE campaign_id = %s AND "on" <= %s
"""
_OUTCOMES = """
SELECT approach_id, touch_id, kind, "on", "order", until, named_id, by_call
FROM firststep_outcome WHERE campaign_id = %s AND "on" <= %s
"""


def read_logs(campaign: Campaign, today: date) -> tuple[Logs, list[LooseTouch], set[int]]:
    """The log of each approach, the touches outside every approach, and all who were touched."""
    logs: Logs = defaultdict(list)
    loose: list[LooseTouch] = []
    answered = _outcomes(campaign, today, logs)
    people: set[int] = set()
    for pk, person, approach, on, order, kind, inbound, channel in _rows(_TOUCHES, campaign, today):
        people.add(person)
        if approach is None:
            loose.append(LooseTouch(person_id=person, on=on, out=not inbound))
        elif pk not in answered:
            logs[approach].append(LogLine(kind, on, order, channel or None, touch_id=pk))
    _arrangements(campaign, today, logs)
    return logs, loose, people


def _outcomes(campaign: Campaign, today: date, logs: Logs) -> set[int]:
    answered: set[int] = set()
    rows = _rows(_OUTCOMES, campaign, today)
    for approach, touch, kind, on, order, until, named, by_call in rows:
        line = LogLine(
            kind, on, order, by_call=bool(by_call), until=until, named_id=named, touch_id=touch
        )
        logs[approach].append(line)
        if touch is not None:
            answered.add(touch)
    return answered


def _rows(sql: str, campaign: Campaign, today: date) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [campaign.pk, today])
        return cursor.fetchall()  # type: ignore[no-any-return]  # a cursor is untyped


def _arrangements(campaign: Campaign, today: date, logs: Logs) -> None:
    calls = Call.objects.filter(campaign=campaign, outcome="no_answer", on__lte=today)
    for approach, on, order in calls.values_list("approach_id", "on", "order"):
        logs[approach].append(LogLine(kind="no_answer", on=on, order=order))
    meetings = Meeting.objects.filter(campaign=campaign).values_list(
        "approach_id", "on_day", "at_time", "dated_on", "dated_order", "cancelled_on", "ended_order"
    )
    for approach, day, clock, dated_on, order, cancelled_on, ended_order in meetings:
        if day is not None and dated_on is not None and dated_on <= today:
            at = datetime.combine(day, clock or time(0))
            logs[approach].append(LogLine(kind="dated", on=dated_on, order=order, at=at))
        if cancelled_on is not None and cancelled_on <= today:
            logs[approach].append(LogLine(kind="cancelled", on=cancelled_on, order=ended_order))

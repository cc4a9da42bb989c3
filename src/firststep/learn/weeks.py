"""People touched for the first time, week by week, counted from the log. Pure."""

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from firststep.facts.snapshot import Snapshot
from firststep.learn.behind import first_touched

MOST_WEEKS = 8


class Week(NamedTuple):
    """The week that begins on a Monday, and how many people were touched in it who had not been
    before."""

    begins_on: date
    people: int


def weeks_so_far(snapshot: Snapshot, today: date) -> tuple[Week, ...]:
    """The last weeks, the present one last, from the first in which somebody was touched."""
    counts = Counter(_monday(on) for on in first_touched(snapshot, today))
    if not counts:
        return ()
    present = _monday(today)
    last = [present - timedelta(weeks=back) for back in range(MOST_WEEKS)]
    return tuple(Week(begins, counts[begins]) for begins in reversed(last) if begins >= min(counts))


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())

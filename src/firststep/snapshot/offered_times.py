"""Two times that may be offered for a conversation (F42). Pure."""

from datetime import date, datetime, time

from firststep.facts.snapshot import Snapshot
from firststep.steps.outreach.drafting.dates import written_time


def two_times(snapshot: Snapshot, on: date) -> tuple[str, ...]:
    """Two concrete times, one soon (evidence W15): in two and in four working days, counted from
    the day of drafting, or the next that may be offered (F42), and at no hour that is taken. A step
    may be late, and a day that is past cannot be offered."""
    calendar, taken = snapshot.calendar, _taken(snapshot)
    soon = calendar.offered_after(on, 2)
    then = calendar.offered_after(soon, 2)
    return (
        written_time(_free(soon, (10, 11, 15, 16), taken), country=calendar.country),
        written_time(_free(then, (14, 15, 11, 10), taken), country=calendar.country),
    )


def _taken(snapshot: Snapshot) -> set[datetime]:
    """The hours at which conversations are agreed."""
    lines = (line for one in snapshot.approaches.values() for line in one.log)
    return {line.at.replace(minute=0) for line in lines if line.kind == "dated" and line.at}


def _free(day: date, hours: tuple[int, ...], taken: set[datetime]) -> datetime:
    at = [datetime.combine(day, time(hour)) for hour in hours]
    return next((one for one in at if one not in taken), at[0])

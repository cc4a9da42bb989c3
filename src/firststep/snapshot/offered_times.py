"""Days that a text names before they come: two times for a talk (F42), the next note. Pure."""

from datetime import date, datetime, time

from firststep.facts.channels import channel_named
from firststep.facts.line_kinds import HEARD, NOTES
from firststep.facts.plan import Card
from firststep.facts.playbook import Playbook
from firststep.facts.snapshot import LogLine, Snapshot
from firststep.steps.outreach.drafting.tongues import TONGUES


def two_times(snapshot: Snapshot, on: date) -> tuple[str, ...]:
    """Two concrete times, one soon (evidence W15): in two and in four working days, counted from
    the day of drafting, or the next that may be offered (F42), and at no hour that is taken. A step
    may be late, and a day that is past cannot be offered."""
    calendar, taken = snapshot.calendar, _taken(snapshot)
    soon = calendar.offered_after(on, 2)
    then = calendar.offered_after(soon, 2)
    written = TONGUES[snapshot.language].written_time
    return (
        written(_free(soon, (10, 11, 15, 16), taken), country=calendar.country),
        written(_free(then, (14, 15, 11, 10), taken), country=calendar.country),
    )


def times_named(snapshot: Snapshot, person_id: int, *, after: date) -> tuple[datetime, ...]:
    """The times somebody named with their newest yes that are still to come."""
    named = snapshot.times.get(person_id, ())
    return tuple(moment for moment in named if moment.date() > after)


def their_times(snapshot: Snapshot, person_id: int, on: date) -> tuple[str, ...]:
    """The first two of them, as the seeker writes them."""
    written, country = TONGUES[snapshot.language].written_time, snapshot.calendar.country
    named = times_named(snapshot, person_id, after=on)
    return tuple(written(one, country=country) for one in named[:2])


def _taken(snapshot: Snapshot) -> set[datetime]:
    """The hours at which conversations are agreed."""
    lines = (line for one in snapshot.approaches.values() for line in one.log)
    return {line.at.replace(minute=0) for line in lines if line.kind == "dated" and line.at}


def _free(day: date, hours: tuple[int, ...], taken: set[datetime]) -> datetime:
    at = [datetime.combine(day, time(hour)) for hour in hours]
    return next((one for one in at if one not in taken), at[0])


def next_note_on(
    snapshot: Snapshot, card: Card, log: tuple[LogLine, ...], *, on: date, book: Playbook
) -> date | None:
    """When the note after this call is due, should a machine answer: only where one is left, and
    where they can be written to."""
    notes = [line.on for line in log if line.kind in NOTES]
    calendar, answered = snapshot.calendar, any(line.kind in HEARD for line in log)
    if card.kind != "call" or len(notes) > 1 or answered or not _is_written_to(snapshot, card):
        return None
    if not notes:
        return calendar.after_quiet_days(calendar.after(on, book.nudge_known_days))
    after_note = calendar.after(notes[0], book.nudge_manager_days)
    after_call = calendar.after(on, book.nudge_after_call_days)
    return calendar.after_quiet_days(max(after_note, after_call))


def _is_written_to(snapshot: Snapshot, card: Card) -> bool:
    """Whether there is a way to write that needs no invitation first."""
    person = snapshot.people.get(card.person_id or 0)
    by = person.written_channel if person else None
    return bool(person and by and not person.is_invited_by(channel_named(by)))

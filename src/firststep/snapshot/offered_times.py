"""Days that a text names before they come: two times for a talk (F42), the next note. Pure."""

from datetime import date, datetime, time

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.channels import channel_named
from firststep.facts.line_kinds import HEARD, NOTES
from firststep.facts.plan import Card
from firststep.facts.playbook import Playbook
from firststep.facts.snapshot import IN_TIME, ApproachFacts, LogLine, Snapshot
from firststep.steps.outreach.drafting.tongues import TONGUES


def two_times(snapshot: Snapshot, on: date, *, approach_id: int) -> tuple[str, ...]:
    """Two concrete times, one soon (evidence W15): in two and in four working days, counted from
    the day of drafting, or the next that may be offered (F42), and at no hour that is taken, or
    offered to somebody else. A step may be late, and a day that is past cannot be offered."""
    taken = _taken(snapshot)
    for day, id_ in _offers(snapshot, on):
        if id_ != approach_id and (day, id_) < (on, approach_id):
            taken.update(_two(snapshot, day, taken))
    written, country = TONGUES[snapshot.language].written_time, snapshot.calendar.country
    return tuple(written(one, country=country) for one in _two(snapshot, on, taken))


def _two(snapshot: Snapshot, on: date, taken: set[datetime]) -> tuple[datetime, datetime]:
    soon = snapshot.calendar.offered_after(on, 2)
    then = snapshot.calendar.offered_after(soon, 2)
    return _free(soon, (10, 11, 15, 16), taken), _free(then, (14, 15, 11, 10), taken)


def _offers(snapshot: Snapshot, on: date) -> list[tuple[date, int]]:
    """Whoever said yes to a talk that has no hour yet: the day their two times were written, or are
    now, in that order. The times are worked out anew, as all that was said is."""
    open_yes = ((one, _open_yes(one)) for one in snapshot.approaches.values())
    return sorted((_written(one, yes) or on, one.id) for one, yes in open_yes if yes)


def _open_yes(approach: ApproachFacts) -> LogLine | None:
    said = [line for line in approach.log if line.kind in HEARD | {"dated"}]
    if approach.closed_on or not said or said[-1].kind != "yes":
        return None
    return said[-1] if approach.ask_at(said[-1]) in CONVERSATION_ASKS else None


def _written(approach: ApproachFacts, yes: LogLine) -> date | None:
    since = (line for line in approach.log if IN_TIME(line) > IN_TIME(yes))
    return max((line.on for line in since if line.kind in ("answer", "nudge")), default=None)


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

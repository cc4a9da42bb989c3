"""A conversation as an entry for any calendar: one file that moves and cancels what it made."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from firststep.errors import CannotDo
from firststep.interfaces.answers.named_files import file_to_write
from firststep.journal.actions import Stamp
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs.thread.step import step_for, whose

LASTS = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """`uid` stays the same however often the day moves; `sequence` grows with each change.
    `file` is what it was written into, null where it was not."""

    uid: str
    sequence: int
    starts_at: datetime
    cancelled: bool
    text: str
    file: str | None


def calendar_entry(
    campaign: Campaign, *, stamp: Stamp, ref: str, file: str | None = None
) -> CalendarEntry:
    """The conversation agreed with somebody, or the one called off last. Raises CannotDo where no
    day was agreed, or the file cannot be written."""
    step = step_for(campaign, ref, stamp.on, look=False)
    person = whose(step)
    rows = Meeting.objects.filter(campaign=campaign, held_on=None, on_day__isnull=False)
    found = rows.filter(approach=step.approach).order_by("-id").first() if step.approach else None
    if found is None:
        raise CannotDo(
            f"No conversation with {person.name} has a day yet.",
            kind="not_found",
            typed=f'firststep meeting {ref} --at "YYYY-MM-DD HH:MM"',
        )
    entry = _entry(campaign, found, person)
    if file is not None:
        _write_entry(file, entry.text)
    return replace(entry, file=file)


def _entry(campaign: Campaign, row: Meeting, person: Person) -> CalendarEntry:
    starts_at = _starts_at(campaign, row)
    uid, sequence = _uid(campaign, row), max(row.dated_order, row.ended_order)
    cancelled = row.cancelled_on is not None
    text = _text(row, person, starts_at, uid=uid, sequence=sequence)
    return CalendarEntry(
        uid=uid,
        sequence=sequence,
        starts_at=starts_at,
        cancelled=cancelled,
        text=text,
        file=None,
    )


def _starts_at(campaign: Campaign, row: Meeting) -> datetime:
    """By the seeker's clock; of an hour that comes twice the first. A talk without an hour stands
    at nine."""
    assert row.on_day is not None
    at = datetime.combine(row.on_day, row.at_time or time(9))
    return at.replace(tzinfo=ZoneInfo(campaign.time_zone))


def _uid(campaign: Campaign, row: Meeting) -> str:
    """The same for one conversation however often it moves; another for the next one."""
    before = Meeting.objects.filter(approach=row.approach_id, held_on__isnull=False, pk__lt=row.pk)
    seeker = campaign.seeker.email or campaign.seeker.name
    return f"{uuid5(NAMESPACE_URL, f'{seeker}/{row.approach_id}/{before.count()}')}@firststep"


def _text(row: Meeting, person: Person, starts_at: datetime, *, uid: str, sequence: int) -> str:
    from icalendar import Calendar, Event

    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Firststep//Conversations//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if row.cancelled_on else "PUBLISH")
    post = person.positions.filter(current=True).order_by("id").first()
    at = f" ({post.written})" if post and post.written else ""
    event.add("uid", uid)
    event.add("sequence", sequence)
    event.add("dtstamp", starts_at.astimezone(UTC))
    event.add("dtstart", starts_at.astimezone(UTC))
    event.add("dtend", (starts_at + LASTS).astimezone(UTC))
    event.add("summary", f"Talk with {person.name}{at}")
    event.add("status", "CANCELLED" if row.cancelled_on else "CONFIRMED")
    number = person.addresses.filter(kind="phone", dead_on=None).order_by("id").first()
    if row.how == "phone" and number is not None:
        event.add("location", number.value)
    calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))


def _write_entry(file: str, text: str) -> None:
    try:
        file_to_write(file).write_bytes(text.encode())
    except OSError as error:
        raise CannotDo(
            f"The entry could not be written to {file}: {error.strerror}.", kind="bad_input"
        ) from None

"""A conversation or an interview as an entry for any calendar: one file that moves and cancels what
it made."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, Protocol
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.interfaces.answers.named_files import file_to_write
from firststep.journal.actions import Stamp
from firststep.steps.followup.models import Interview, Meeting
from firststep.steps.goal.models import Campaign, Company
from firststep.verbs.thread.step import step_for, whose

LASTS = timedelta(minutes=30)
INTERVIEW_LASTS = timedelta(hours=1)


class OnADay(Protocol):
    """A row that has a day and perhaps an hour, by the seeker's clock."""

    @property
    def on_day(self) -> date | None: ...
    @property
    def at_time(self) -> time | None: ...
    @property
    def cancelled_on(self) -> date | None: ...


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
            "No conversation with {name} has a day yet.",
            name=person.name,
            kind="not_found",
            typed=f'firststep meeting {ref} --at "YYYY-MM-DD HH:MM"',
        )
    number = person.addresses.filter(kind="phone", dead_on=None).order_by("id").first()
    post = person.positions.filter(current=True).order_by("id").first()
    summary = (
        say("Talk with {name} ({post})", name=person.name, post=post.written)
        if post and post.written
        else say("Talk with {name}", name=person.name)
    )
    entry = _entry(
        campaign,
        found,
        _Told(
            uid=_uid(campaign, found),
            sequence=max(found.dated_order, found.ended_order),
            summary=summary,
            lasts=LASTS,
            place=number.value if found.how == "phone" and number is not None else "",
        ),
    )
    return _written(entry, file)


def interview_entry(
    campaign: Campaign, company: Company, *, file: str | None = None
) -> CalendarEntry:
    """The same of the interview at a company. Raises CannotDo where it has no day."""
    rows = Interview.objects.filter(company=company, held_on=None)
    found = rows.order_by("-id").first()
    if found is None:
        raise CannotDo(
            "No interview at {company} has a day yet.",
            company=company.name,
            kind="not_found",
            typed=f'firststep interview "{company.name}" --at "YYYY-MM-DD HH:MM"',
        )
    before = Interview.objects.filter(company=company, held_on__isnull=False).count()
    told = _Told(
        uid=_uid_of(campaign, f"interview/{company.pk}/{before}"),
        sequence=found.order,
        summary=say("Interview at {company}", company=company.name),
        lasts=INTERVIEW_LASTS,
    )
    return _written(_entry(campaign, found, told), file)


class _Told(NamedTuple):
    """What an entry says beside its day."""

    uid: str
    sequence: int
    summary: str
    lasts: timedelta
    place: str = ""


def _entry(campaign: Campaign, row: OnADay, told: _Told) -> CalendarEntry:
    starts_at = _starts_at(campaign, row)
    return CalendarEntry(
        uid=told.uid,
        sequence=told.sequence,
        starts_at=starts_at,
        cancelled=row.cancelled_on is not None,
        text=_text(told, starts_at, cancelled=row.cancelled_on is not None),
        file=None,
    )


def _starts_at(campaign: Campaign, row: OnADay) -> datetime:
    """By the seeker's clock; of an hour that comes twice the first. What has no hour stands at
    nine."""
    assert row.on_day is not None
    at = datetime.combine(row.on_day, row.at_time or time(9))
    return at.replace(tzinfo=ZoneInfo(campaign.time_zone))


def _uid(campaign: Campaign, row: Meeting) -> str:
    """The same for one conversation however often it moves; another for the next one."""
    before = Meeting.objects.filter(approach=row.approach_id, held_on__isnull=False, pk__lt=row.pk)
    return _uid_of(campaign, f"{row.approach_id}/{before.count()}")


def _uid_of(campaign: Campaign, what: str) -> str:
    seeker = campaign.seeker.email or campaign.seeker.name
    return f"{uuid5(NAMESPACE_URL, f'{seeker}/{what}')}@firststep"


def _text(told: _Told, starts_at: datetime, *, cancelled: bool) -> str:
    from icalendar import Calendar, Event

    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Firststep//Conversations//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    event.add("uid", told.uid)
    event.add("sequence", told.sequence)
    event.add("dtstamp", starts_at.astimezone(UTC))
    event.add("dtstart", starts_at.astimezone(UTC))
    event.add("dtend", (starts_at + told.lasts).astimezone(UTC))
    event.add("summary", told.summary)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    if told.place:
        event.add("location", told.place)
    calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))


def _written(entry: CalendarEntry, file: str | None) -> CalendarEntry:
    """The entry, written into the file where one is named."""
    if file is not None:
        _write_entry(file, entry.text)
    return replace(entry, file=file)


def _write_entry(file: str, text: str) -> None:
    try:
        file_to_write(file).write_bytes(text.encode())
    except OSError as error:
        raise CannotDo(
            f"The entry could not be written to {file}: {error.strerror}.", kind="bad_input"
        ) from None

"""What has been between somebody and the seeker: asked, said, rung, given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from firststep.facts.asks import Ask
from firststep.facts.channels import ChannelName
from firststep.facts.kinds import Origin
from firststep.facts.line_kinds import CallOutcome, LogKind
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.plain import record_of
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Call
from firststep.steps.outreach.models import Outcome, Touch
from firststep.steps.people.models import Person

_ASKED = KeptQuery(
    lambda: (
        Approach.objects.filter(person=Blank("person"))
        .select_related("via", "seat__company")
        .order_by("id")
    )
)
_SAID = KeptQuery(
    lambda: Touch.objects.filter(person=Blank("person"), on__lte=Blank("on")).order_by(
        "on", "order"
    )
)
HELPED = {"helped": "helped you", "refers": "gave you a name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproachShown:
    """What was asked of them, when, through whom, and why it ended."""

    approach_id: int
    ask: Ask
    channel: ChannelName
    origin: Origin
    via: str | None
    seat: str | None
    opened_on: date
    closed_on: date | None
    closed_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchShown:
    touch_id: int
    person_id: int
    approach_id: int | None
    on: date
    kind: LogKind
    direction: Literal["in", "out"]
    channel: ChannelName | None
    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchCorrected(TouchShown):
    deleted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CallShown:
    """A ring nobody answered: an attempt, no touch."""

    on: date
    outcome: CallOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class FavourShown:
    direction: Literal["received"]
    on: date
    what: str
    named: str | None


def touch(row: Touch, asked: Asked) -> TouchCorrected:
    deleted = bool(asked.said.get("delete"))
    return record_of(TouchCorrected, row, **_of_touch(row), deleted=deleted)


def opened_with(row: Person) -> list[Approach]:
    """The rows of what was asked of them, the oldest first, with whom it went through and the post
    it was about."""
    return _ASKED(person=row.pk)


def approaches_of(rows: Iterable[Approach]) -> tuple[ApproachShown, ...]:
    """What was asked, in that order."""
    return tuple(
        record_of(
            ApproachShown,
            one,
            approach_id=one.pk,
            via=one.via.name if one.via else None,
            seat=one.seat.title if one.seat else None,
        )
        for one in rows
    )


def touches_with(row: Person, on: date) -> tuple[TouchShown, ...]:
    """What has been between them and the seeker up to a day, the oldest first."""
    rows = _SAID(person=row.pk, on=on)
    return tuple(record_of(TouchShown, one, **_of_touch(one)) for one in rows)


def _of_touch(row: Touch) -> dict[str, Any]:
    return {
        "touch_id": row.pk,
        "direction": "in" if row.inbound else "out",
        "channel": row.channel or None,
    }


def unanswered_calls(row: Person, on: date) -> Iterator[CallShown]:
    """The calls up to a day that nobody answered."""
    rows = Call.objects.filter(approach__person=row, touch=None, on__lte=on)
    return (record_of(CallShown, one) for one in rows.order_by("on", "order"))


def favours_from(row: Person, on: date) -> Iterator[FavourShown]:
    """What they did for the seeker up to a day."""
    rows = Outcome.objects.filter(approach__person=row, kind__in=tuple(HELPED), on__lte=on)
    for one in rows.select_related("named").order_by("on", "order"):
        named = one.named.name if one.named else None
        yield FavourShown(direction="received", on=one.on, what=HELPED[one.kind], named=named)

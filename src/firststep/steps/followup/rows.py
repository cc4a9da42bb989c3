"""Step 5, what one can do: write down calls and conversations."""

from datetime import datetime, timedelta

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.journal.actions import Recording
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Call, Meeting
from firststep.steps.outreach.models import Touch

_TALK = timedelta(minutes=30)


def write_call(change: Recording, approach: Approach, *, outcome: str, touch: Touch | None) -> Call:
    """One attempt to ring and how it ended; `no_answer` is no touch."""
    return change.make(
        Call(approach=approach, touch=touch, outcome=outcome, on=change.on, order=change.revision)
    )


def agreed_meeting(approach: Approach) -> Meeting | None:
    """The conversation that is agreed and neither held nor cancelled."""
    standing = Meeting.objects.filter(approach=approach, held_on=None, cancelled_on=None)
    return standing.order_by("-id").first()


def date_meeting(change: Recording, approach: Approach, *, at: datetime, how: str) -> Meeting:
    """Dates the agreed conversation, or moves it to another day. Says so where they have another
    one at that hour."""
    change.words += _meanwhile(approach, at)
    said = {
        "on_day": at.date(),
        "at_time": at.time(),
        "dated_on": change.on,
        "dated_order": change.revision,
    }
    if how:
        said["how"] = how
    if (found := agreed_meeting(approach)) is not None:
        return change.change(found, **said)
    return change.make(Meeting(approach=approach, **said))


def _meanwhile(approach: Approach, at: datetime) -> str:
    """Whom they talk with less than half an hour before or after."""
    agreed = Meeting.objects.filter(campaign=approach.campaign, held_on=None, cancelled_on=None)
    near = agreed.filter(on_day=at.date()).exclude(approach=approach).order_by("at_time", "id")
    for one in near.select_related("approach__person"):
        then = datetime.combine(at.date(), one.at_time) if one.at_time else None
        if then and abs(then - at) < _TALK and (other := one.approach.person):
            words = say(
                "You also talk with {name} at {hour}.", name=other.name, hour=f"{then:%H:%M}"
            )
            return f" {words}"
    return ""


def cancel_meeting(change: Recording, approach: Approach) -> Meeting:
    """A cancelled conversation is undated again (F6)."""
    found = agreed_meeting(approach)
    if found is None:
        raise CannotDo("No conversation is agreed there that could be cancelled.")
    return change.change(found, cancelled_on=change.on, ended_order=change.revision)


def hold_meeting(change: Recording, approach: Approach, *, touch: Touch, can: str) -> Meeting:
    """The conversation took place: the agreed one, or one nobody had written down."""
    found = agreed_meeting(approach) or change.make(Meeting(approach=approach, on_day=change.on))
    return change.change(
        found, held_on=change.on, ended_order=change.revision, touch=touch, can=can
    )

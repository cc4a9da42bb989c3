"""Correcting what was recorded."""

from datetime import date

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.followup.models import Call, Meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Message, Outcome, Touch

TOO_LARGE = 10**18  # for the number of a row


@in_turn
def correct_touch(
    campaign: Campaign, *, stamp: Stamp, touch: int, on: date | None = None, delete: bool = False
) -> Touch:
    """Moves a touch to the day it really happened, or takes it away with what it came to.

    A conversation taken away is agreed and not held again, and a message is one to send again.
    """
    found = _own_touch(campaign, touch)
    if on is None and not delete:
        raise CannotDo("Say the right day.", kind="bad_input", typed="--on, or --delete")
    about = f"person:{found.person_id}"
    with recording(campaign, stamp, verb="touch", about=about) as change:
        who = found.person.name
        if delete:
            change.words = say("You took back a touch with {who}.", who=who)
            _take_away(change, found)
        elif on is not None:
            change.words = say("You moved a touch with {who} to {on}.", who=who, on=on)
            _move(change, found, on)
    return found


def _own_touch(campaign: Campaign, touch: int) -> Touch:
    known = Touch.objects.filter(campaign=campaign).select_related("person", "approach")
    found = known.filter(pk=touch).first() if touch < TOO_LARGE else None
    if found is None:
        raise CannotDo(
            "There is no touch {touch}. Their numbers stand with the person.",
            touch=touch,
            kind="not_found",
            typed="firststep person show PERSON",
        )
    return found


def _move(change: Recording, touch: Touch, on: date) -> None:
    change.change(touch, on=on)
    for outcome in Outcome.objects.filter(touch=touch):
        change.change(outcome, on=on)
    for call in Call.objects.filter(touch=touch):
        change.change(call, on=on)
    for meeting in Meeting.objects.filter(touch=touch):
        change.change(meeting, held_on=on)
    if touch.approach is not None and touch.approach.opened_on > on:
        change.change(touch.approach, opened_on=on)


def _take_away(change: Recording, touch: Touch) -> None:
    for meeting in Meeting.objects.filter(touch=touch):
        if meeting.dated_on is None:
            change.drop([meeting])
        else:
            change.change(meeting, touch=None, held_on=None, ended_order=0, can="")
    for message in Message.objects.filter(touch=touch):  # it never went out, so it is one to send
        change.change(message, touch=None, state="draft")
    key = touch.pk
    change.drop([touch])
    touch.pk = key

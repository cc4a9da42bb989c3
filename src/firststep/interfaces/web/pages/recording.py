"""Recording what happened with a step: each form one entry."""

from django.http import HttpResponse

from firststep.errors import CannotDo
from firststep.interfaces.web.pages import touch
from firststep.interfaces.web.visit import Visit, writes
from firststep.verbs.thread import (
    ask,
    close,
    keep_message,
    record_call,
    record_meeting,
    record_reply,
    record_sent,
    record_talked,
    snooze,
)


@writes
def sent(visit: Visit, ref: str) -> HttpResponse:
    """The message went out; its text is kept where it was given."""
    record_sent(
        visit.campaign,
        stamp=visit.stamp(),
        ref=ref,
        channel=visit.text("channel") or None,
        kind=visit.text("kind") or None,
        subject=visit.given("subject"),
        text=visit.given("text"),
    )
    return visit.done()


@writes
def message(visit: Visit, ref: str) -> HttpResponse:
    """The text is kept as it stands; refused, it stands on the page again."""
    try:
        keep_message(
            visit.campaign,
            stamp=visit.stamp(),
            ref=ref,
            text=visit.text("text"),
            subject=visit.given("subject"),
            channel=visit.text("channel") or None,
        )
    except CannotDo as refused:
        if refused.kind != "bad_input":
            raise
        return touch.not_kept(visit, ref, refused)
    return visit.done(f"/touch/{ref}?tab=message")


@writes
def call(visit: Visit, ref: str) -> HttpResponse:
    """A ring, and how it ended."""
    record_call(
        visit.campaign,
        stamp=visit.stamp(),
        ref=ref,
        outcome=visit.text("outcome"),
        until=visit.day("until"),
        text=visit.text("text"),
    )
    return visit.done()


@writes
def reply(visit: Visit, ref: str) -> HttpResponse:
    """What came back, and whom it named."""
    record_reply(
        visit.campaign,
        stamp=visit.stamp(),
        ref=ref,
        answer=visit.text("answer"),
        until=visit.day("until"),
        to=visit.text("to"),
        email=visit.text("email"),
        phone=visit.text("phone"),
        text=visit.text("text"),
    )
    return visit.done()


@writes
def meeting(visit: Visit, ref: str) -> HttpResponse:
    """The day and hour of a conversation, or that it was put off."""
    record_meeting(
        visit.campaign,
        stamp=visit.stamp(),
        ref=ref,
        at=visit.moment("day", "hour"),
        how=visit.text("how"),
        cancelled=bool(visit.text("cancelled")),
    )
    return visit.done()


@writes
def talked(visit: Visit, ref: str) -> HttpResponse:
    """A conversation was held: whom it named, and what the other person can do."""
    record_talked(
        visit.campaign,
        stamp=visit.stamp(),
        ref=ref,
        named=[line.strip() for line in visit.text("named").splitlines() if line.strip()],
        can=visit.text("can"),
        text=visit.text("text"),
    )
    return visit.done()


@writes
def rest(visit: Visit, ref: str) -> HttpResponse:
    """Not until a day to come."""
    until = visit.day("until")
    if until is None:
        raise CannotDo("Say until which day.", kind="bad_input")
    snooze(visit.campaign, stamp=visit.stamp(), ref=ref, until=until, why=visit.text("why"))
    return visit.done()


@writes
def leave(visit: Visit, ref: str) -> HttpResponse:
    """Not in this round."""
    close(visit.campaign, stamp=visit.stamp(), ref=ref, why=visit.text("why"))
    return visit.done()


@writes
def change_ask(visit: Visit, ref: str) -> HttpResponse:
    """What to ask of them instead."""
    ask(
        visit.campaign,
        stamp=visit.stamp(),
        who=visit.text("who") or ref,
        what=visit.text("ask"),
        channel=visit.text("channel") or None,
    )
    return visit.done()

"""Answers of the verbs of the day: what was recorded, and what follows."""

from collections.abc import Sequence
from datetime import date, datetime

from firststep.interfaces.answers import shapes
from firststep.interfaces.answers.shapes import Json
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.verbs import thread as actions
from firststep.verbs.thread import Recorded
from firststep.verbs.told import log as told


def _next(campaign: Campaign, stamp: Stamp, what: Recorded) -> Json | None:
    return shapes.next_step(actions.next_step(campaign, what.approach_id or what.ref, stamp.on))


def _touched(campaign: Campaign, stamp: Stamp, what: Recorded) -> Json:
    return {
        "words": what.words,
        "touch_id": what.touch_id,
        **shapes.recorded(what),
        "next": _next(campaign, stamp, what),
    }


def sent(
    campaign: Campaign,
    *,
    stamp: Stamp,
    approach: str,
    channel: str | None = None,
    kind: str | None = None,
) -> Json:
    what = actions.record_sent(campaign, stamp=stamp, ref=approach, channel=channel, kind=kind)
    return _touched(campaign, stamp, what)


def call(
    campaign: Campaign, *, stamp: Stamp, approach: str, outcome: str, until: date | None = None
) -> Json:
    what = actions.record_call(campaign, stamp=stamp, ref=approach, outcome=outcome, until=until)
    return _touched(campaign, stamp, what)


def reply(
    campaign: Campaign,
    *,
    stamp: Stamp,
    approach: str,
    answer: str,
    until: date | None = None,
    to: str | None = None,
    email: str | None = None,
    phone: str | None = None,
) -> Json:
    what = actions.record_reply(
        campaign,
        stamp=stamp,
        ref=approach,
        answer=answer,
        until=until,
        to=to or "",
        email=email or "",
        phone=phone or "",
    )
    brought = shapes.created(what.created[0]) if what.created else None
    return {**_touched(campaign, stamp, what), "created": brought}


def meeting(
    campaign: Campaign,
    *,
    stamp: Stamp,
    approach: str,
    at: datetime | None = None,
    how: str | None = None,
    cancelled: bool = False,
) -> Json:
    what = actions.record_meeting(
        campaign, stamp=stamp, ref=approach, at=at, how=how or "", cancelled=cancelled
    )
    return {
        "meeting_id": what.meeting_id,
        **shapes.recorded(what),
        "words": what.words,
        "next": _next(campaign, stamp, what),
    }


def talked(
    campaign: Campaign,
    *,
    stamp: Stamp,
    approach: str,
    named: Sequence[str] = (),
    can: str | None = None,
) -> Json:
    what = actions.record_talked(campaign, stamp=stamp, ref=approach, named=named, can=can or "")
    return {
        "meeting_id": what.meeting_id,
        **shapes.recorded(what),
        "created": [shapes.created(pair) for pair in what.created],
        "words": what.words,
        "next": _next(campaign, stamp, what),
    }


def thank(campaign: Campaign, *, stamp: Stamp, person: str) -> Json:
    what = actions.thank(campaign, stamp=stamp, person=person)
    return _touched(campaign, stamp, what)


def ask(
    campaign: Campaign,
    *,
    stamp: Stamp,
    whom: str,
    ask: str,
    for_seat: str | None = None,
    via: str | None = None,
    channel: str | None = None,
) -> Json:
    row = actions.ask(
        campaign, stamp=stamp, who=whom, what=ask, for_seat=for_seat, via=via, channel=channel
    )
    return {"approach_id": row.pk, "state": "open"}


def understood(campaign: Campaign, *, stamp: Stamp, line: str) -> Json:
    """What `log` would write for a line."""
    found = told.understood(campaign, stamp=stamp, line=line)
    return {
        "verb": found.verb,
        "person_id": found.person_id,
        "name": found.name,
        "company": found.company,
        "words": list(found.words),
    }


def log(campaign: Campaign, *, stamp: Stamp, line: str, yes: bool = False) -> Json:
    """`yes`: the question was answered; a door asks it before it comes here."""
    meant = understood(campaign, stamp=stamp, line=line)
    if not yes:
        return {"understood": meant, "written": None, "next": None}
    what = told.log(campaign, stamp=stamp, line=line)
    written = {
        "touch_id": what.touch_id,
        "meeting_id": what.meeting_id,
        **shapes.recorded(what),
        "created": [shapes.created(pair) for pair in what.created],
    }
    return {"understood": meant, "written": written, "next": _next(campaign, stamp, what)}


def snooze(
    campaign: Campaign, *, stamp: Stamp, approach: str, until: date, why: str | None = None
) -> Json:
    what = actions.snooze(campaign, stamp=stamp, ref=approach, until=until, why=why or "")
    return {
        **shapes.recorded(what),
        "words": what.words,
        "next": _next(campaign, stamp, what),
    }


def close(campaign: Campaign, *, stamp: Stamp, approach: str, why: str | None = None) -> Json:
    what = actions.close(campaign, stamp=stamp, ref=approach, why=why or "")
    return {
        **shapes.recorded(what),
        "words": what.words,
        "next": _next(campaign, stamp, what),
    }


def undo(campaign: Campaign, *, stamp: Stamp) -> Json:
    from firststep.verbs.safety.undo import undo as take_back

    entry = take_back(campaign, stamp=stamp)
    return {
        "undone": {"verb": entry.verb, "on": shapes.day(entry.on), "words": entry.words},
    }

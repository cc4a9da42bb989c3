"""All that is known of one person, and what has been between them and the seeker."""

from datetime import date
from typing import Any

from firststep.interfaces.answers import shapes
from firststep.interfaces.answers.shapes import Json, day
from firststep.interfaces.links import profile
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Call
from firststep.steps.outreach.models import Outcome, Touch
from firststep.steps.people.models import Person
from firststep.steps.people.ties.in_touch import in_touch, no_tie
from firststep.steps.people.ties.tie_kind import InTouch, tie_told

FAVOURS = {"helped": "helped you", "refers": "gave you a name"}


def person(row: Person, *, on: date) -> Json:
    """One person whole: ways to reach them, ties, posts, approaches, touches, favours."""
    addresses = list(row.addresses.order_by("id"))
    ties = _ties(row, on)
    tied = any(tie["person_id"] is None for tie in ties)
    return {
        "person_id": row.pk,
        "name": row.name,
        "given": row.given,
        "family": row.family,
        "place": row.place,
        "emails": [a.value for a in addresses if a.kind == "email" and not a.dead_on],
        "phones": [a.value for a in addresses if a.kind == "phone" and not a.dead_on],
        "dead_addresses": [a.value for a in addresses if a.dead_on],
        "linkedin": profile(row.linkedin or ""),
        "note": row.note,
        "do_not_contact": row.do_not_contact_on is not None,
        "do_not_contact_why": row.do_not_contact_why,
        "known_since": day(row.known_since),
        "ties": ties,
        "no_tie_why": "" if tied else no_tie(row.pk, today=on),
        "positions": [
            shapes.position(one)
            for one in row.positions.select_related("company").order_by(
                "-current", "-began_on", "id"
            )
        ],
        "seats": [
            {"seat_id": seat.pk, "title": seat.title, "company": seat.company.name}
            for seat in row.seats.filter(closed_on=None).select_related("company").order_by("id")
        ],
        "approaches": _approaches(row),
        "touches": [touch(one) for one in row.touches.filter(on__lte=on).order_by("on", "order")],
        "calls": _unanswered(row, on),
        "favours": _favours(row, on),
    }


def _unanswered(row: Person, on: date) -> list[Json]:
    """Calls nobody answered: attempts, no touches."""
    rows = Call.objects.filter(approach__person=row, touch=None, on__lte=on)
    return [{"on": day(one.on), "outcome": one.outcome} for one in rows.order_by("on", "order")]


def touch(row: Touch) -> Json:
    return {
        "touch_id": row.pk,
        "person_id": row.person_id,
        "approach_id": row.approach_id,
        "on": day(row.on),
        "kind": row.kind,
        "direction": "in" if row.inbound else "out",
        "channel": row.channel or None,
        "subject": row.subject,
        "text": row.text,
    }


def _ties(row: Person, on: date) -> list[Json]:
    mine = row.ties.select_related("other").order_by("id")
    theirs = row.ties_from.select_related("person").order_by("id")
    seen = in_touch([row.pk], today=on).get(row.pk)
    return [
        *(_tie(tie, tie.other, on, None if tie.other else seen) for tie in mine),
        *(_tie(tie, tie.person, on, None) for tie in theirs),
    ]


def _tie(tie: Any, other: Person | None, on: date, seen: InTouch | None) -> Json:
    told = tie_told(tie.kind, tie.since, today=on, in_touch=seen)
    return {
        "tie_id": tie.pk,
        "with": other.name if other else "you",
        "person_id": other.pk if other else None,
        "kind": told.kind,
        "why": told.why,
        "in_touch": None
        if seen is None
        else {
            "days": seen.days,
            "in": seen.inbound,
            "out": seen.outbound,
            "meetings": seen.meetings,
            "last_on": day(seen.last_on),
        },
        "how": tie.how,
        "since": day(tie.since),
    }


def _approaches(row: Person) -> list[Json]:
    rows = Approach.objects.filter(person=row).select_related("via", "seat__company")
    return [
        {
            "approach_id": one.pk,
            "ask": one.ask,
            "channel": one.channel,
            "origin": one.origin,
            "via": one.via.name if one.via else None,
            "seat": one.seat.title if one.seat else None,
            "opened_on": day(one.opened_on),
            "closed_on": day(one.closed_on),
            "closed_why": one.closed_why,
        }
        for one in rows.order_by("id")
    ]


def _favours(row: Person, on: date) -> list[Json]:
    rows = Outcome.objects.filter(approach__person=row, kind__in=tuple(FAVOURS), on__lte=on)
    return [
        {
            "direction": "received",
            "on": day(one.on),
            "what": FAVOURS[one.kind],
            "named": one.named.name if one.named else None,
        }
        for one in rows.select_related("named").order_by("on", "order")
    ]

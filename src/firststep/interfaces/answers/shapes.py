"""The shapes of the answers: plain dictionaries made from rows and facts."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from firststep.facts.plan import Card, Coming, Waiting
from firststep.facts.snapshot import Snapshot

if TYPE_CHECKING:
    from firststep.learn.forecast import Forecast
    from firststep.steps.approach.paths import Path
    from firststep.steps.goal.models import Company, Goal
    from firststep.steps.people.models import Position, Seat
    from firststep.steps.people.titles.parts import Part
    from firststep.steps.people.whom import KnownThere
    from firststep.verbs.thread.step import NextStep, Recorded

Json = dict[str, Any]
# Steps that belong to no approach: there is nobody yet, or nothing to pursue.
UNOPENED = frozenset(
    {"find_name", "add_companies", "decide_goal", "confirm_match", "keep_in_touch", "look_again"}
)


def plain(value: Any) -> Any:
    """Any answer as JSON knows it: days as 2026-11-25, records as objects, the order kept."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (frozenset, set)):
        return sorted(plain(one) for one in value)
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def forecast(one: "Forecast") -> Json:
    """The outlook: `more_people` and `by` are until a job offer, `milestones` tell the way."""
    offer = plain(one.offer)
    return {
        "more_people": offer["more_people"],
        "by": offer["by"],
        "what_if": {"a_week": one.what_if_a_week, "by": offer["what_if"]},
        "n": one.n,
        "assumed": one.assumed,
        "a_week": one.a_week,
        "own_pace": one.own_pace,
        "slow_lately": one.slow_lately,
        "milestones": plain(one.milestones),
    }


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def card(one: Card) -> Json:
    """One step of today. `approach_id` is `p12` or `s7` while the step is only proposed."""
    return {
        "kind": one.kind,
        "approach_id": None if one.kind in UNOPENED else reference(one.approach_id, one.ref),
        "ref": one.ref,
        "state": one.state,
        "person_id": one.person_id,
        "name": one.name,
        "company": one.company,
        "seat": one.seat,
        "channel": one.channel,
        "ask": one.ask,
        "smaller_ask": one.smaller_ask,
        "due_on": day(one.due_on),
        "minutes": one.minutes,
        "why": one.why,
        "late": one.late,
    }


def waiting(one: Waiting) -> Json:
    return {
        "approach_id": None if one.kind in UNOPENED else reference(one.approach_id, one.ref),
        "ref": one.ref,
        "person_id": one.person_id,
        "name": one.name,
        "company": one.company,
        "kind": one.kind,
        "due_on": day(one.due_on),
        "open_ended": one.open_ended,
        "why": one.why,
    }


def coming(one: Coming) -> Json:
    """The next step that has a day, and the day it is shown."""
    return {"on": day(one.on), **waiting(one.step)}


def reference(approach_id: int | None, ref: str) -> int | str | None:
    """What the next command takes: the number once it is open, `p12` or `s7` before."""
    return approach_id if approach_id is not None else ref or None


def goal(row: "Goal") -> Json:
    return {
        "goal_id": row.pk,
        "role": row.role,
        "department": row.department,
        "places": list(row.places),
        "stage": "exploring" if row.exploring else "targeting",
        "until": day(row.until),
        "began_on": day(row.began_on),
        "minutes_a_day": row.campaign.minutes_a_day,
    }


def company(row: "Company", *, known: int, seats: int, named: int, met: int) -> Json:
    """A company with how many are known there, its seats, and how many there were talked with."""
    return {
        "company_id": row.pk,
        "name": row.name,
        "motivation": row.motivation,
        "known": known,
        "seats": seats,
        "seats_named": named,
        "met": met,
        "stage": row.stage or None,
        "domain": row.domain,
        "opening": row.opening,
        "aliases": list(row.aliases),
        "target": row.targeted_on is not None,
    }


def seat(row: "Seat") -> Json:
    return {
        "seat_id": row.pk,
        "title": row.title,
        "company": row.company.name,
        "holder": row.holder.name if row.holder else None,
        "holder_id": row.holder_id,
    }


def known(one: "KnownThere", part: "Part | None" = None) -> Json:
    """Somebody known at a company, and what they are for the seeker there by their title."""
    return {
        "person_id": one.person_id,
        "name": one.name,
        "title": one.title,
        "current": one.current,
        "tie": one.tie,
        "tie_why": one.tie_why,
        "sureness": one.sureness,
        "why": one.why,
        "do_not_contact": one.do_not_contact,
        "part": part.role if part else None,
        "part_sureness": part.sureness if part else None,
        "part_why": part.why if part else "",
    }


def position(row: "Position") -> Json:
    return {
        "position_id": row.pk,
        "company_id": row.company_id,
        "company": row.written or row.company.name,
        "title": row.title,
        "from": day(row.began_on),
        "to": day(row.ended_on),
        "current": row.current,
    }


def next_step(found: "NextStep | None") -> Json | None:
    if found is None:
        return None
    return {"kind": found["kind"], "due_on": day(found["due_on"]), "why": found["why"]}


def created(pair: tuple[int, int | None]) -> Json:
    return {"person_id": pair[0], "approach_id": pair[1]}


def recorded(what: "Recorded") -> Json:
    return {"approach_id": reference(what.approach_id, what.ref)}


def way_in(one: "Path", snapshot: Snapshot) -> Json:
    """One way in: through whom, how likely a yes is, and from which day."""
    return {
        "via": [snapshot.people[key].name for key in one.via],
        "via_ids": list(one.via),
        "kind": one.kind,
        "channel": one.channel,
        "chance": {
            "mean": round(one.chance.mean, 3),
            "low": round(one.chance.low, 3),
            "high": round(one.chance.high, 3),
            "n": one.n,
        },
        "why": one.why,
        "blocked_until": day(one.blocked_until),
    }

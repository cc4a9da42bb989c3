"""The shapes of the answers: plain dictionaries made from rows and facts."""

from datetime import date
from typing import TYPE_CHECKING, Any

from firststep.facts.plan import Card, Coming, Waiting
from firststep.facts.snapshot import Snapshot
from firststep.facts.step_kinds import UNOPENED
from firststep.interfaces.answers.plain import plain

if TYPE_CHECKING:
    from firststep.learn.forecast import Forecast
    from firststep.steps.approach.paths import Path
    from firststep.verbs.thread.step import NextStep, Recorded

Json = dict[str, Any]


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

"""Ways in to one seat or person, compared: directly, or through somebody who can introduce. Pure.

Chances are beliefs before own data (EVIDENCE a2), always a mean with its 10-90% range.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from firststep.facts.belief import PRIORS, Belief, both
from firststep.facts.kinds import Channel, TieKind
from firststep.facts.snapshot import PersonFacts, SeatFacts, Snapshot

# An introducer agrees to introduce; EVIDENCE section e, as beliefs worth twenty people.
AGREES: dict[TieKind, Belief] = {
    "close": Belief(9, 11),
    "known": Belief(5, 15),
    "dormant": Belief(4, 16),
    "met": Belief(5, 15),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One way in. `via` are people's ids in order, empty for a direct note."""

    via: tuple[int, ...]
    kind: Literal["direct", "introduction", "event"]
    channel: Channel | None
    chance: Belief
    why: str
    blocked_until: date | None = None


def best_paths(
    snapshot: Snapshot,
    *,
    person: PersonFacts | None,
    seat: SeatFacts | None,
    blocked: Mapping[int, date] | None = None,
) -> list[Path]:
    """Every way in, likeliest first. `blocked` says from which day somebody may be written to."""
    blocked = blocked or {}
    paths = [_direct(person, blocked)]
    company_id = seat.company_id if seat else _employer(person)
    for known in sorted(snapshot.people.values(), key=lambda p: p.id):
        if known.tie is None or known.do_not_contact or known == person:
            continue
        if how := _knows(known, person, company_id):
            paths.append(_through(known, how, blocked))
    return sorted(paths, key=lambda p: (-p.chance.mean, p.via))


def _direct(person: PersonFacts | None, blocked: Mapping[int, date]) -> Path:
    if person is None:
        return Path(
            via=(),
            kind="direct",
            channel=None,
            chance=PRIORS["stranger"],
            why="Nobody has a name for this seat yet; a cold note comes after finding it.",
        )
    tie = person.tie
    if tie is None:
        why = f"You do not know {person.name}; about one in ten agrees to a cold approach."
    elif tie.kind == "met":
        why = f"You have met {person.name}."
    else:
        why = f"You know {person.name} yourself."
    return Path(
        via=(),
        kind="event" if tie and tie.kind == "met" else "direct",
        channel=person.written_channel if person.has_written_way else _phone(person),
        chance=PRIORS[tie.kind] if tie else PRIORS["stranger"],
        why=why,
        blocked_until=blocked.get(person.id),
    )


def _through(known: PersonFacts, how: str, blocked: Mapping[int, date]) -> Path:
    assert known.tie is not None
    return Path(
        via=(known.id,),
        kind="introduction",
        channel=known.written_channel if known.has_written_way else _phone(known),
        chance=both(AGREES[known.tie.kind], PRIORS["introduced"]),
        why=how,
        blocked_until=blocked.get(known.id),
    )


def _knows(known: PersonFacts, person: PersonFacts | None, company_id: int | None) -> str:
    closeness = known.tie.kind if known.tie else ""
    if person is not None and any(tie.other_id == person.id for tie in known.ties_to):
        return f"{known.name} ({closeness}) knows {person.name}."
    if person is not None and any(tie.other_id == known.id for tie in person.ties_to):
        return f"{known.name} ({closeness}) knows {person.name}."
    posts = [p for p in known.positions if p.company_id == company_id and p.sureness != "weak"]
    if not posts:
        return ""
    works = "works" if any(p.current for p in posts) else "used to work"
    return f"{known.name} ({closeness}) {works} at {posts[0].company}."


def _employer(person: PersonFacts | None) -> int | None:
    return next((post.company_id for post in person.current), None) if person else None


def _phone(person: PersonFacts) -> Channel | None:
    return "phone" if person.phones else None

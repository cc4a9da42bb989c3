"""Ways in to one seat or person, compared: directly, or through somebody who can introduce. Pure.

Chances are beliefs before own data (evidence a2), always a mean with its 10-90% range.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from firststep.facts.belief import PRIORS, Belief, Route, both
from firststep.facts.channels import ChannelName
from firststep.facts.kinds import BROUGHT, TieKind
from firststep.facts.said import say
from firststep.facts.snapshot import PersonFacts, SeatFacts, Snapshot

CLOSENESS: dict[TieKind, str] = {
    "close": "close to you", "known": "you know them", "met": "you have met",
    "dormant": "not in touch for a long time",
}  # fmt: skip
# An introducer agrees to introduce; evidence section e, as beliefs worth twenty people.
AGREES: dict[TieKind, Belief] = {
    "close": Belief(9, 11),
    "known": Belief(5, 15),
    "dormant": Belief(4, 16),
    "met": Belief(5, 15),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One way in. `via` are people's ids in order, whom to ask first; empty for a direct note. The
    chance rests on `n` settled people of the seeker's own, beside what was assumed."""

    via: tuple[int, ...]
    kind: Literal["direct", "introduction", "event"]
    channel: ChannelName | None
    chance: Belief
    why: str
    n: int = 0
    blocked_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What is known beside the people: own data's beliefs and how many settled people they rest
    on, from which day somebody may be written to (`blocked`), and from which day somebody may be
    asked for this introduction (`rests`), and who has answered or talked (`heard`)."""

    beliefs: Mapping[Route, Belief]
    blocked: Mapping[int, date]
    settled: Mapping[Route, int] = field(default_factory=dict)
    rests: Callable[[int], date | None] = lambda _person: None  # asked of those near alone
    heard: Collection[int] = ()

    def tie(self, person: PersonFacts) -> TieKind | None:
        """How close somebody is by now: whoever has answered is no stranger, nor long ago."""
        kind = person.tie.kind if person.tie else None
        if person.id in self.heard and kind in (None, "dormant"):
            return "known" if kind else "met"
        return kind


NO_BOUNDS = Bounds(beliefs=PRIORS, blocked={})


def best_paths(
    snapshot: Snapshot,
    *,
    person: PersonFacts | None,
    seat: SeatFacts | None,
    bounds: Bounds = NO_BOUNDS,
) -> list[Path]:
    """Every way in, likeliest first: directly, through one, through two at most."""
    paths = [_direct(person, bounds, _brought(snapshot, person))]
    company_id = seat.company_id if seat else _employer(person)
    people = [
        known
        for known in sorted(snapshot.people.values(), key=lambda p: p.id)
        if known != person and not known.do_not_contact
    ]
    near = {
        known.id: how
        for known in people
        if (how := _knows(known, person, company_id, closeness=_closeness(known, bounds)))
    }
    paths += _by_ways_of(people, near, bounds)
    return sorted(paths, key=lambda p: (-p.chance.mean, p.via))


def _by_ways_of(
    people: Sequence[PersonFacts], near: Mapping[int, str], bounds: Bounds
) -> Iterator[Path]:
    """Through each whom the seeker knows."""
    beyond = [other for other in people if other.id in near and other.tie is None]
    for known in people:
        if known.tie is not None:
            yield from _by_way_of(known, beyond, near, bounds)


def _by_way_of(
    known: PersonFacts, beyond: Sequence[PersonFacts], near: Mapping[int, str], bounds: Bounds
) -> Iterator[Path]:
    """Through somebody known who is near, else through whom they know there, of those `beyond`
    whom the seeker does not know."""
    if known.id in near:
        yield _through(known, near[known.id], bounds)
        return
    for other in beyond:
        if _are_tied(known, other):
            yield _through_two(known, other, near[other.id], bounds)


def _brought(snapshot: Snapshot, person: PersonFacts | None) -> tuple[Route, str] | None:
    """Whether somebody named or introduced this person, and who."""
    for approach in sorted(snapshot.approaches.values(), key=lambda a: -a.id):
        if person is None or approach.person_id != person.id:
            continue
        via = snapshot.people.get(approach.via_id or 0)
        names = {"via": via.name if via else say("Somebody"), "name": person.name}
        if approach.origin == "introduced":
            return "introduced", say("{via} introduced you to {name}.", **names)
        if approach.origin in BROUGHT:
            return "named", say("{via} gave you the name of {name}.", **names)
    return None


def _direct(person: PersonFacts | None, bounds: Bounds, brought: tuple[Route, str] | None) -> Path:
    if person is None:
        return Path(
            via=(),
            kind="direct",
            channel=None,
            chance=bounds.beliefs["stranger"],
            n=bounds.settled.get("stranger", 0),
            why=say("Nobody has a name for this seat yet; a cold note comes after finding it."),
        )
    tie = bounds.tie(person)
    route: Route = brought[0] if brought else tie or "stranger"
    chance = bounds.beliefs[route]
    if person.id in bounds.heard:
        why = say("You are in touch with {name} already.", name=person.name)
    elif brought:
        why = brought[1]
    elif tie is None:
        why = say(
            "You do not know {name}; about one in {n} agrees to a cold approach.",
            name=person.name, n=_one_in(chance),
        )  # fmt: skip
    elif tie == "met":
        why = say("You have met {name}.", name=person.name)
    else:
        why = say("You know {name} yourself.", name=person.name)
    return Path(
        via=(),
        kind="event" if person.tie and person.tie.kind == "met" else "direct",
        channel=person.usual_channel,
        chance=chance,
        n=bounds.settled.get(route, 0),
        why=why,
        blocked_until=bounds.blocked.get(person.id),
    )


def _through(known: PersonFacts, how: str, bounds: Bounds) -> Path:
    return Path(
        via=(known.id,),
        kind="introduction",
        channel=known.usual_channel,
        chance=both(_agrees(known, bounds), bounds.beliefs["introduced"]),
        n=bounds.settled.get("introduced", 0),
        why=how,
        blocked_until=_not_before(known, bounds),
    )


def _through_two(known: PersonFacts, other: PersonFacts, how: str, bounds: Bounds) -> Path:
    """Somebody known knows somebody there; the second link counts as a plain acquaintance's."""
    asked = both(_agrees(known, bounds), AGREES["known"])
    return Path(
        via=(known.id, other.id),
        kind="introduction",
        channel=known.usual_channel,
        chance=both(asked, bounds.beliefs["introduced"]),
        n=bounds.settled.get("introduced", 0),
        why=f"{_knows_them(known, other, _closeness(known, bounds))} {how}",
        blocked_until=_not_before(known, bounds),
    )


def _not_before(known: PersonFacts, bounds: Bounds) -> date | None:
    """Her own rest, a favour still open, or another who is asked for the same introduction."""
    days = [bounds.blocked.get(known.id), bounds.rests(known.id)]
    return max((day for day in days if day is not None), default=None)


def _one_in(chance: Belief) -> int:
    return max(2, round(1 / chance.mean))


def _agrees(known: PersonFacts, bounds: Bounds) -> Belief:
    return AGREES[bounds.tie(known) or "met"]


def _closeness(known: PersonFacts, bounds: Bounds) -> str:
    tie = bounds.tie(known) if known.tie else None
    return f" ({say(CLOSENESS[tie])})" if tie else ""


def _knows_them(known: PersonFacts, other: PersonFacts, closeness: str) -> str:
    return say("{who} knows {name}.", who=f"{known.name}{closeness}", name=other.name)


def _knows(
    known: PersonFacts, person: PersonFacts | None, company_id: int | None, *, closeness: str
) -> str:
    if person is not None and _are_tied(known, person):
        return _knows_them(known, person, closeness)
    posts = [p for p in known.positions if p.company_id == company_id and p.sureness != "weak"]
    if not posts:
        return ""
    names = {"who": f"{known.name}{closeness}", "company": posts[0].company}
    if any(p.current for p in posts):
        return say("{who} works at {company}.", **names)
    return say("{who} used to work at {company}.", **names)


def _are_tied(one: PersonFacts, other: PersonFacts) -> bool:
    """Whether they know each other, by a tie written on either end."""
    ends = {tie.other_id for tie in one.ties_to}, {tie.other_id for tie in other.ties_to}
    return other.id in ends[0] or one.id in ends[1]


def _employer(person: PersonFacts | None) -> int | None:
    return next((post.company_id for post in person.current), None) if person else None

"""From a first word to an offer, in all and by route: how many people came how far (F18). Pure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.belief import PRIORS, Route
from firststep.facts.kinds import BROUGHT
from firststep.facts.line_kinds import HEARD, NOTES, OUT
from firststep.facts.snapshot import (
    IN_TIME,
    ApproachFacts,
    CompanyFacts,
    LogLine,
    LooseTouch,
    PersonFacts,
    Snapshot,
)

StageName = Literal["touched", "answered", "agreed", "talked", "interview", "job_offer"]
Reached = dict[StageName, set[int]]
_STAGES: tuple[StageName, ...] = (
    "touched", "answered", "agreed", "talked", "interview", "job_offer",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    stage: StageName
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteFunnel:
    """How far the people of one route came; of interviews and offers, the companies whose first
    conversation came by it."""

    route: Route
    stages: tuple[Stage, ...]


class HowFar(NamedTuple):
    """Everybody touched, and how many came how far: in all, and by each route gone at all."""

    touched: frozenset[int]
    stages: tuple[Stage, ...]
    routes: tuple[RouteFunnel, ...]


def how_far(snapshot: Snapshot, today: date) -> HowFar:
    """People touched, answered, agreed and talked with, each once, and the target companies where
    it led to an interview, whatever came of that, and to a job offer. A person met on two routes
    counts in both of them."""
    everybody: Reached = defaultdict(set)
    routes: dict[Route, Reached] = defaultdict(lambda: defaultdict(set))
    for route, stage, person in _reached(snapshot, today):
        everybody[stage].add(person)
        routes[route][stage].add(person)
    everybody["touched"] |= {one.person_id for one in loose_touches(snapshot, today)}
    first_talks = _first_talks(snapshot, today)
    for company in snapshot.companies.values():
        for stage in hiring(company):
            everybody[stage].add(company.id)
            if company.id in first_talks:
                routes[first_talks[company.id]][stage].add(company.id)
    return HowFar(
        touched=frozenset(everybody["touched"]),
        stages=_counted(everybody),
        routes=tuple(
            RouteFunnel(route=route, stages=_counted(routes[route]))
            for route in PRIORS
            if route in routes
        ),
    )


def everybody_touched(snapshot: Snapshot, today: date) -> frozenset[int]:
    """Everybody touched up to a day, as `how_far` counts them, and no more than that."""
    found = {one.person_id for one in loose_touches(snapshot, today)}
    for approach in snapshot.approaches.values():
        person = approach.person_id
        if person is None or person in found or person not in snapshot.people:
            continue
        if any(map(reaches, reaching(approach.log, today))):
            found.add(person)
    return frozenset(found)


def route_of(approach: ApproachFacts, person: PersonFacts) -> Route:
    """By which route this approach goes: how it began, else the tie."""
    if approach.origin in ("introduced", "met"):
        return "introduced" if approach.origin == "introduced" else "met"
    if approach.origin in BROUGHT:
        return "named"
    return person.tie.kind if person.tie else "stranger"


def loose_touches(snapshot: Snapshot, today: date) -> list[LooseTouch]:
    """Touches out up to a day that stand in no approach of this round."""
    return [one for one in snapshot.loose_touches if one.out and one.on <= today]


def reaches(line: LogLine) -> bool:
    """Whether that line is a touch out: it reached somebody."""
    return line.kind in OUT or line.by_call


def is_agreed(approach: ApproachFacts, line: LogLine) -> bool:
    """Whether that line is a yes to a conversation (F18, F24)."""
    return line.kind == "yes" and approach.ask_at(line) in CONVERSATION_ASKS


def _reached(snapshot: Snapshot, today: date) -> Iterator[tuple[Route, StageName, int]]:
    for approach in snapshot.approaches.values():
        person = snapshot.people.get(approach.person_id or 0)
        if person is None:
            continue
        route = route_of(approach, person)
        for line in reaching(approach.log, today):
            for stage in stages(approach, line):
                yield route, stage, person.id


def stages(approach: ApproachFacts, line: LogLine) -> Iterator[StageName]:
    """How far somebody came with that line."""
    if reaches(line):
        yield "touched"
    if line.kind in HEARD:
        yield "answered"
    if line.kind in ("dated", "held") or is_agreed(approach, line):
        yield "agreed"
    if line.kind == "held":
        yield "talked"


def reaching(log: Sequence[LogLine], today: date) -> list[LogLine]:
    """The log as of a day, in time, without the notes that came back: a bounce takes the note
    before it back as a touch (F17)."""
    kept: list[LogLine] = []
    for line in log:
        if line.on > today:
            continue
        if line.kind == "bounced":
            last = next((x for x in reversed(kept) if x.kind in NOTES), None)
            kept = [x for x in kept if x is not last]
        else:
            kept.append(line)
    return kept


def _first_talks(snapshot: Snapshot, today: date) -> dict[int, Route]:
    """By which route the first conversation at each target came."""
    first: dict[int, tuple[date, int, Route]] = {}
    for approach in snapshot.approaches.values():
        person = snapshot.people.get(approach.person_id or 0)
        held = [x for x in approach.log if x.kind == "held" and x.on <= today]
        if person is None or not held:
            continue
        talk = min(held, key=IN_TIME)
        found = (talk.on, talk.order, route_of(approach, person))
        for company in _at(snapshot, approach, person):
            first[company] = min(first.get(company, found), found)
    return {company: route for company, (_, _, route) in first.items()}


def _at(snapshot: Snapshot, approach: ApproachFacts, person: PersonFacts) -> set[int]:
    """The target companies a conversation was about or with."""
    seats = (snapshot.seats.get(key or 0) for key in (approach.seat_id, approach.for_seat_id))
    at = {seat.company_id for seat in seats if seat} | {post.company_id for post in person.current}
    return {key for key in at if (c := snapshot.companies.get(key)) and c.is_target}


def hiring(company: CompanyFacts) -> Iterator[StageName]:
    """How far things came at a target: an interview counts, though a rejection followed."""
    if company.is_target and company.interviewed:
        yield "interview"
        if company.stage == "job_offer":
            yield "job_offer"


def _counted(reached: Reached) -> tuple[Stage, ...]:
    return tuple(Stage(stage=stage, n=len(reached[stage])) for stage in _STAGES)

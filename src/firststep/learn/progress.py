"""How the campaign is going, counted from the log and from nothing else (F18, P-d)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from firststep.facts.asks import ASK_KIND
from firststep.facts.belief import PRIORS, Route, priors
from firststep.facts.line_kinds import REQUESTS, SETTLING
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import ApproachFacts, LogLine, PersonFacts, Snapshot
from firststep.learn.funnel import RouteFunnel, Stage, how_far, reaching, route_of
from firststep.learn.in_time import FellDue, fell_due, follow_ups, owed_thanks
from firststep.learn.rates import Rate, rate
from firststep.steps.people.titles.managers import is_manager

# Decision makers met before the accepted offer (Pierson, LHH; evidence a3): practice, no study.
DECISION_MAKERS = 25
AIM = 100  # METHOD M5.4: a campaign touches a hundred people or more


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What fell due, and how much of it was done in time."""

    due: int
    in_time: int
    rate: float | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rate", self.in_time / self.due if self.due else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    people_touched: int
    friends: int
    insiders: int
    decision_makers: int
    funnel: tuple[Stage, ...]
    funnel_by_route: tuple[RouteFunnel, ...]
    rates: tuple[Rate, ...]
    follow_up: FollowUp  # people met, and who offered: what 1 in 20 is said of (M0.1, F40)
    thanks: FollowUp
    aim: int = AIM
    published: int = DECISION_MAKERS


def progress(
    snapshot: Snapshot, *, today: date, silent: Collection[int], book: Playbook = DEFAULT
) -> Progress:
    """The figures of a day. `silent` are the approaches that silence has closed, as the plan of
    that day says."""
    far = how_far(snapshot, today)
    kinds = [*kinds_of_person(snapshot, far.touched).values()]
    return Progress(
        people_touched=len(far.touched),
        friends=kinds.count("friend"),
        insiders=kinds.count("insider"),
        decision_makers=kinds.count("decision_maker"),
        funnel=far.stages,
        funnel_by_route=far.routes,
        rates=_rates(snapshot, today, silent, book),
        follow_up=_counted(fell_due(snapshot, today, follow_ups(book))),
        thanks=_counted(fell_due(snapshot, today, owed_thanks(snapshot.calendar))),
    )


def _counted(fell: Iterable[FellDue]) -> FollowUp:
    in_time = [one.in_time for one in fell]
    return FollowUp(due=len(in_time), in_time=sum(in_time))


def kinds_of_person(snapshot: Snapshot, keys: Collection[int]) -> dict[int, str]:
    """Each counts once: decision maker, else insider (now at a target), else friend (F18)."""
    holders = {seat.holder_id for seat in snapshot.seats.values()}
    targets = {key for key, company in snapshot.companies.items() if company.is_target}

    def kind(person: PersonFacts) -> str:
        if is_manager(person, snapshot.goal, holds_seat=person.id in holders):
            return "decision_maker"
        inside = any(p.company_id in targets and p.sureness != "weak" for p in person.current)
        return "insider" if inside else "friend"

    return {key: kind(snapshot.people[key]) for key in keys if key in snapshot.people}


def _rates(
    snapshot: Snapshot, today: date, silent: Collection[int], book: Playbook
) -> tuple[Rate, ...]:
    """One rate per route; only settled approaches count: answered, or closed by silence."""
    yes: dict[Route, int] = dict.fromkeys(PRIORS, 0)
    n: dict[Route, int] = dict.fromkeys(PRIORS, 0)
    for route, said_yes in settled(snapshot, today, silent):
        n[route] += 1
        yes[route] += said_yes
    before = priors(book)
    return tuple(rate(one, before[one], yes=yes[one], n=n[one]) for one in before)


def settled(
    snapshot: Snapshot, today: date, silent: Collection[int]
) -> Iterator[tuple[Route, bool]]:
    """Every settled approach: by which route, and whether it was a yes."""
    for approach, person, said_yes in verdicts(snapshot, today, silent):
        yield route_of(approach, person), said_yes


def verdicts(
    snapshot: Snapshot, today: date, silent: Collection[int]
) -> Iterator[tuple[ApproachFacts, PersonFacts, bool]]:
    """Every settled approach with whom it is, and whether it was a yes."""
    for approach in snapshot.approaches.values():
        person = snapshot.people.get(approach.person_id or 0)
        found = verdict(approach, silent=approach.id in silent, today=today)
        if person is not None and found is not None:
            yield approach, person, found


def verdict(approach: ApproachFacts, *, silent: bool, today: date) -> bool | None:
    """Yes, not yes, or not settled: later, bounced and do-not-contact settle nothing (F18). The
    newest answer counts: a yes that was taken back is none; advice may also be given in writing.
    `silent`: closed by silence, after a later only once it was written to again."""
    log = reaching(approach.log, today)
    if any(line.kind == "held" for line in log):
        return True
    last = next((line for line in reversed(log) if line.kind in SETTLING), None)
    if last is not None:
        in_writing = ASK_KIND[approach.ask_at(last)].in_writing
        return last.kind != "no" if in_writing else last.kind in ("yes", "dated")
    return _without_an_answer(log, silent=silent)


def _without_an_answer(log: Sequence[LogLine], *, silent: bool) -> bool | None:
    for line in reversed(log):
        if line.kind == "later":
            return None
        if silent and line.kind in REQUESTS:
            return False
    return None

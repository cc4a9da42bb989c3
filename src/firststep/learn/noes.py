"""A week of noes, met with what is so: how many, out of how many, and how usual that is. Counted
from the log. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import prod

from firststep.facts.belief import Route
from firststep.facts.line_kinds import SETTLING
from firststep.facts.said import say
from firststep.facts.snapshot import LogLine, Snapshot
from firststep.learn.funnel import reaching, route_of
from firststep.learn.rates import Rate

A_WEEK_OF = 3  # noes, and no yes: fewer are told by the day alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Noes:
    """People who said no in seven days in which nobody said yes. `settled` were asked on the same
    way so far and `yes` of them said it; `low` and `high` are the range of that rate (10-90%), and
    `usual` how likely so many noes in a row are at its mean; `words` say it in a sentence or
    three."""

    people: int
    settled: int
    yes: int
    low: float
    high: float
    usual: float
    words: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", _told(self))


def week_of_noes(snapshot: Snapshot, rates: Sequence[Rate], *, until: date) -> Noes | None:
    """The seven days that end on `until`; None where fewer said no, or somebody said yes."""
    said = dict(_said(snapshot, until))
    if len(said) < A_WEEK_OF or None in said.values():
        return None
    routes = Counter(route for route in said.values() if route)
    by_route = {one.of: one for one in rates}
    most = by_route[routes.most_common(1)[0][0]]
    return Noes(
        people=len(said),
        settled=most.n,
        yes=most.yes,
        low=most.low,
        high=most.high,
        usual=prod((1 - by_route[route].mean) ** count for route, count in routes.items()),
    )


def _said(snapshot: Snapshot, until: date) -> Iterator[tuple[int, Route | None]]:
    """Who answered for good in that week: by which way for a no, None for a yes of any kind."""
    since = until - timedelta(days=6)
    for key, approach in snapshot.approaches.items():
        person = snapshot.people.get(approach.person_id or 0)
        last = _settled_by(reaching(approach.log, until))
        if person is not None and last is not None and last.on >= since:
            yield key, route_of(approach, person) if last.kind == "no" else None


def _settled_by(log: Sequence[LogLine]) -> LogLine | None:
    return next((line for line in reversed(log) if line.kind in {*SETTLING, "held"}), None)


def _told(one: Noes) -> str:
    told = say(
        "{people} said no in these seven days, and nobody yes. Of {settled} asked in that way so "
        "far {yes} said yes, which fits {low} to {high} in 100.",
        people=one.people, settled=one.settled, yes=one.yes,
        low=round(100 * one.low), high=round(100 * one.high),
    )  # fmt: skip
    return f"{told} {_how_usual(one)}"


def _how_usual(one: Noes) -> str:
    if one.usual >= 0.15:
        return say(
            "At that rate {people} noes in a row come about {n} times in 10.",
            people=one.people, n=min(round(10 * one.usual), 9),
        )  # fmt: skip
    return say(
        "At that rate {people} noes in a row come about once in {n}.",
        people=one.people, n=max(round(1 / max(one.usual, 0.001)), 7),
    )  # fmt: skip

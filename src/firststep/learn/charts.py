"""Figures laid out to be drawn: plain points, with their ranges. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import Snapshot
from firststep.learn.chances import futures
from firststep.learn.forecast import FARTHEST
from firststep.learn.so_far import known_so_far

EVERY, UP_TO = 10, 100  # people; M5.4 speaks of a hundred


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """After so many more people: conversations agreed (median, and the range eight in ten futures
    lie in) and the chance that a job offer has come of them, 0 to 1."""

    people: int
    median: int
    low: int
    high: int
    job_offer: float


def people_ahead(
    snapshot: Snapshot, *, today: date, silent: Collection[int], book: Playbook = DEFAULT
) -> tuple[Ahead, ...]:
    """What the next hundred people may bring, ten by ten, starting from now. `silent` are the
    approaches that silence has closed."""
    known = known_so_far(snapshot, today=today, silent=silent, book=book)
    drawn = futures(known, talks=FARTHEST)
    last = len(drawn) - 1
    points = []
    for people in range(0, UP_TO + 1, EVERY):
        talks = sorted(sum(after <= people for after in one.talks) for one in drawn)
        points.append(
            Ahead(
                people=people,
                median=talks[last // 2],
                low=talks[round(last * 0.1)],
                high=talks[round(last * 0.9)],
                job_offer=round(sum(o.offer_after <= people for o in drawn) / len(drawn), 3),
            )
        )
    return tuple(points)

"""The pace of a campaign of 48 targets, a third of them with somebody known (F30).

Its cards are done as they come, and one name in two is found: what is not, is put off.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

import pytest

from firststep.facts.plan import Card, Plan
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import CompanyFacts, SeatFacts, SnoozeFacts
from firststep.facts.step_kinds import OUTSIDE_MINUTES
from firststep.outlook.policies import POLICIES
from firststep.outlook.season import CALENDAR, Season
from firststep.outlook.world import Conditions, World
from firststep.plan.planner import plan_day

SIX_WEEKS, EIGHT_WEEKS = 30, 40
KNOWN = (("known", 16), ("dormant", 8))
SEEDS = (0, 1, 2)


@dataclass
class Day:
    """How many people were touched by then, and the minutes of the steps that were done."""

    touched: int
    minutes: int
    dry: bool  # nothing was left that might have filled them


class Graduate(Season):
    """Does each day's cards until none is left; offers end nothing."""

    def __init__(self, seed: int, minutes: int) -> None:
        given = Conditions(
            strangers=48,
            known_at=16,
            known=KNOWN,
            minutes=minutes,
            met_every=10**6,  # type: ignore[arg-type]
        )
        super().__init__(World(seed, given), POLICIES["default"], days=EIGHT_WEEKS)
        self.snoozes: list[SnoozeFacts] = []

    def lived(self) -> Iterator[Day]:
        for at, day in enumerate(self.days):
            self.arrive(at)
            minutes, dry = self._all_of(at, day)
            yield Day(len(self.touched), minutes, dry)

    def _all_of(self, at: int, day: date) -> tuple[int, bool]:
        done: set[tuple[str, str]] = set()
        minutes = 0
        while cards := [c for c in self._shown(day).cards if (c.kind, c.ref) not in done]:
            for card in cards:
                done.add((card.kind, card.ref))
                minutes += 0 if card.kind in OUTSIDE_MINUTES else card.minutes
                self._do(card, at, day)
            self.arrive(at)
        left = self._shown(day).rolled
        return minutes, not [c for c in left if c.kind not in ("find_name", "add_companies")]

    def _shown(self, day: date) -> Plan:
        plan = plan_day(self.record.snapshot, snoozes=self.snoozes, today=day, book=DEFAULT)
        self.finished = {key for key, _, _ in plan.closed}
        return plan

    def _do(self, card: Card, at: int, day: date) -> None:
        if card.kind == "add_companies":
            self._add_companies(day)
        elif card.kind == "find_name" and not self._finds(card):
            until = CALENDAR.after(day, 5)
            self.snoozes.append(
                SnoozeFacts(person_id=None, seat_id=card.seat_id, made_on=day, until=until)
            )
        else:
            super()._do(card, at, day)

    def _finds(self, card: Card) -> bool:
        tried = sum(one.seat_id == card.seat_id for one in self.snoozes)
        return Random(f"{self.world.seed}:{card.seat_id}:{tried}").random() < 0.5

    def _add_companies(self, day: date) -> None:
        targets = [key for key, one in self.record.companies.items() if one.is_target]
        for key in range(max(targets) + 1, max(targets) + 4):
            self.record.companies[key] = CompanyFacts(
                id=key, name=f"C{key}", is_target=True, targeted_on=day
            )
            self.record.seats[key] = SeatFacts(
                id=key, company_id=key, title="Head of Purchasing", opened_on=day
            )


def played(minutes: int) -> list[list[Day]]:
    return [list(Graduate(seed, minutes).lived()) for seed in SEEDS]


def mean(figures: list[float]) -> float:
    return sum(figures) / len(figures)


@pytest.mark.slow
@pytest.mark.parametrize(("minutes", "by_six", "by_eight"), [(45, 52, 60), (90, 70, 90)])
def test_f30_so_many_people_are_touched_in_the_minutes_given(
    minutes: int, by_six: int, by_eight: int
) -> None:
    seasons = played(minutes)
    assert mean([days[SIX_WEEKS - 1].touched for days in seasons]) >= by_six
    assert mean([days[EIGHT_WEEKS - 1].touched for days in seasons]) >= by_eight
    busy = [day.minutes for days in seasons for day in days[:SIX_WEEKS] if not day.dry]
    assert mean([min(used, minutes) for used in busy]) >= 0.8 * minutes

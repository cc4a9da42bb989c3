"""Reasons in a reader's language: over whole seasons no word of them stays English."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest

from firststep.facts.plan import Plan
from firststep.facts.said import Catalogue, in_language
from firststep.plan.planner import plan_day
from tests.builders import MONDAY
from tests.plan.test_season import Season

OPENS, CLOSES = "⟦", "⟧"


class Framed(Mapping[str, str]):
    """Every text in frames, so that a word outside of them was said without a catalogue."""

    def get(self, key: str, default: Any = None) -> str:
        return f"{OPENS}{default}{CLOSES}"

    def __getitem__(self, key: str) -> str:
        return self.get(key, key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


FRAMED = Catalogue(
    language="eo",
    texts=Framed(),
    plural=lambda one, many, count: f"{OPENS}{one if count == 1 else many}{CLOSES}",
    day=lambda on, pattern: f"{OPENS}{on}{CLOSES}",
    figure=str,
)


def outside_of_frames(words: str) -> str:
    """What stands in no frame, be it within another."""
    depth, found = 0, []
    for sign in words:
        depth += (sign == OPENS) - (sign == CLOSES)
        if depth == 0 and sign not in (OPENS, CLOSES):
            found.append(sign)
    return "".join(found).strip()


def reasons(plan: Plan) -> list[str]:
    told = [*plan.showable, *plan.waiting]
    return [
        *(one.why for one in told if one.why),
        *(words for one in plan.after_yes for words in one.words),
    ]


@pytest.mark.parametrize("seed", range(6))
def test_every_reason_of_a_season_is_said_whole(seed: int) -> None:
    season, day, told = Season(seed), MONDAY, set()
    for _ in range(50):
        with in_language(FRAMED):
            plan = plan_day(season.snapshot, today=day, snoozes=season.snoozes, book=season.book)
            told |= set(reasons(plan))
        season.play(day)
        day += timedelta(days=1)

    assert len(told) > 50
    assert not [words for words in told if outside_of_frames(words)]
    assert not [words for words in told if re.search(r"\{\w", words)]

"""Whether the forecast's ranges hold what they say, on campaigns the planner plays."""

from collections import Counter

import pytest

from firststep.outlook.world import Conditions
from tests.outlook.seasons_held import STRANGERS, share_held


@pytest.mark.slow
@pytest.mark.parametrize(
    ("responsiveness", "campaigns", "least", "most"),
    [(0.5, 40, 0.70, 0.90), (1.0, 100, 0.76, 0.84), (2.0, 60, 0.70, 0.90)],
)
def test_eight_in_ten_truths_lie_within_the_ranges_after_sixty_settled_people(
    responsiveness: float, campaigns: int, least: float, most: float
) -> None:
    """All milestones together, since few campaigns fit into a test: the figures of each, over many
    more, are in docs/simulation.md."""
    given = Conditions(rates_vary=True, responsiveness=responsiveness, strangers=STRANGERS)
    sides: Counter[int] = sum(share_held(given, campaigns=campaigns).values(), Counter())
    assert sides.total() > 3 * campaigns
    assert least <= sides[0] / sides.total() <= most
    assert sides[-1] > sides.total() / 40
    assert sides[1] > sides.total() / 40

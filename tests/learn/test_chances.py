"""Drawn futures, one by one, and the ranges told of them."""

from collections.abc import Sequence
from random import Random

import pytest

from firststep.facts.belief import PRIORS
from firststep.learn.chances import TALK_TAKES, Gamma, KnownSoFar, _agreed
from firststep.learn.forecast import range_of
from firststep.learn.so_far import INTERVIEW, OFFER


def test_somebody_named_in_a_conversation_is_written_to_once_it_was_held() -> None:
    known = KnownSoFar(
        priors=(),
        names=Gamma(1e6, 1e4),  # a hundred names each
        ahead=(("met", 1),),
        interview=INTERVIEW,
        offer=OFFER,
    )
    sure = {route: 1.0 if route in ("met", "named", "introduced") else 0.0 for route in PRIORS}
    agreed = _agreed(known, sure, Random(1))
    assert [next(agreed) for _ in range(3)] == [1, 1 + TALK_TAKES + 1, 1 + TALK_TAKES + 2]


@pytest.mark.parametrize(
    ("drawn", "low", "high"),
    [
        (range(1, 102), 11, 91),
        ([0] * 50 + [*range(1, 51)], 0, 30),  # nobody lies below: two in ten lie above
        ([7] * 100, 7, 7),
    ],
)
def test_a_range_holds_eight_in_ten(drawn: Sequence[int], low: int, high: int) -> None:
    found = range_of(list(drawn))
    assert (found.low, found.high) == (low, high)
    assert sum(low <= one <= high for one in drawn) >= 0.8 * len(drawn)

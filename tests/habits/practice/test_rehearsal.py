"""Cue cards and likely answers."""

import pytest

from firststep.habits.practice.brief import NOTHING_TO_SAY
from firststep.habits.practice.rehearsal import (
    PRACTISED_FOR,
    Occasion,
    cue_cards,
    likely_answers,
)


@pytest.mark.parametrize("occasion", PRACTISED_FOR)
def test_the_order_differs_by_the_seed_and_can_be_had_again(occasion: Occasion) -> None:
    orders = {
        tuple(one.they_say for one in likely_answers(occasion, department="Purchasing", seed=seed))
        for seed in range(20)
    }
    again = likely_answers(occasion, department="Purchasing", seed=3)

    assert len(orders) > 3
    assert again == likely_answers(occasion, department="Purchasing", seed=3)
    assert all(one.you_might and "{" not in "".join(one.you_might) for one in again)


def test_the_answers_one_dreads_on_the_phone_are_there() -> None:
    said = {one.they_say for one in likely_answers("call", department="", seed=1, count=99)}
    for dreaded in (
        "in a meeting",
        "not hiring",
        "send me your CV",
        "Who gave you my number",
        "Silence",
    ):
        assert any(dreaded in one for one in said), dreaded


def test_the_cards_of_who_one_is_need_no_brief() -> None:
    cards = cue_cards(NOTHING_TO_SAY, "who", name="", role="Buyer")
    assert len(cards) == 3 and "Buyer" in cards[1]

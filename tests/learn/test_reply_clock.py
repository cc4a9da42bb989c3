"""How long answers take."""

from itertools import pairwise

import pytest

from firststep.facts.playbook import DEFAULT
from firststep.learn.reply_clock import share_to_come, touches_of

MANAGER = touches_of("stranger", favour=False, book=DEFAULT)
FRIEND = touches_of("close", favour=True, book=DEFAULT)


@pytest.mark.parametrize(
    ("days", "share"),
    # note .050, call .040 on day 3, nudge .035 on day 7; .45 the same day, .75 by the next
    [(0, 0.82), (1, 0.70), (3, 0.308), (7, 0.166), (8, 0.082), (22, 0.0)],
)
def test_what_a_manager_may_still_say_after_so_many_working_days(days: int, share: float) -> None:
    assert share_to_come(MANAGER, days) == pytest.approx(share, abs=0.001)


def test_the_share_to_come_never_rises_and_a_favour_is_settled_sooner() -> None:
    for touches in (MANAGER, FRIEND):
        shares = [share_to_come(touches, days) for days in range(-1, 25)]
        assert shares[0] == 1.0
        assert shares[-1] == 0.0
        assert all(later <= sooner for sooner, later in pairwise(shares))
    assert share_to_come(FRIEND, 2) < share_to_come(MANAGER, 2)


def test_somebody_known_who_is_asked_for_a_conversation_is_followed_up_like_a_manager() -> None:
    assert touches_of("close", favour=False, book=DEFAULT) == MANAGER

"""The board of a day: how its threads will end."""

from datetime import timedelta

import pytest

from firststep.plan.board import Board
from tests.builders import MONDAY
from tests.plan.test_season import Season


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_a_thread_ends_on_the_first_day_it_counts_as_closed(seed: int) -> None:
    season, told = Season(seed), 0
    for number in range(60):
        day = MONDAY + timedelta(days=number)
        board = Board(season.snapshot, day, season.book, season.snoozes).lay_out()
        for thread in board.threads.values():
            if (until := board.ends_on(thread)) and not thread.is_closed:
                told += 1
                for on, ended in ((until, True), (until - timedelta(days=1), False)):
                    later = Board(season.snapshot, on, season.book, season.snoozes).indexed()
                    assert later.thread_of(thread.approach).is_closed is ended
        season.play(day)
    assert told > 100

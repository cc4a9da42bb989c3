"""The bar a person sees while something takes longer than a second."""

from io import StringIO

from firststep.interfaces.cli.waiting import Bar


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_drawn_in_the_first_second() -> None:
    clock, paper = Clock(), StringIO()
    bar = Bar(paper, clock)
    clock.now = 0.9
    bar(50, 100)
    bar(100, 100)
    assert paper.getvalue() == ""


def test_after_a_second_it_says_how_many_and_how_long_still() -> None:
    clock, paper = Clock(), StringIO()
    bar = Bar(paper, clock)
    bar(0, 100_000)
    clock.now = 2.0
    bar(20_000, 100_000)
    assert paper.getvalue() == (
        "\r[######........................] 20,000 of 100,000, about 8 seconds left"
    )
    clock.now = 10.0
    bar(100_000, 100_000)
    assert paper.getvalue().endswith(" \r")


def test_a_new_whole_begins_a_new_bar_and_a_long_wait_is_told_in_minutes() -> None:
    clock, paper = Clock(), StringIO()
    bar = Bar(paper, clock)
    bar(10, 10)
    clock.now = 5.0
    bar(0, 1_000)
    clock.now = 15.0
    bar(10, 1_000)
    assert "10 of 1,000, about 16 minutes left" in paper.getvalue()

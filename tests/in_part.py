"""Corpora and whole grids: all of it in a whole run, a fixed part for who has little time."""

import pytest


def in_part(every: int) -> pytest.MarkDecorator:
    """Runs a test with `every` = 1, which is slow, and with one of so many."""
    return pytest.mark.parametrize("every", [pytest.param(1, marks=pytest.mark.slow), every])


def the_first_quickly(values: list[object] | tuple[object, ...] | range) -> list[object]:
    """Values for a test of which only the first is tried by who has little time."""
    first, *others = values
    return [first, *(pytest.param(one, marks=pytest.mark.slow) for one in others)]

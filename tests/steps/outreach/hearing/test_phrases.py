"""Each way of saying something, by its example."""

import pytest

from firststep.steps.outreach.hearing.phrases import Saying, all_sayings, found_in
from firststep.steps.outreach.language.plain import plain_words
from tests.in_part import in_part


@in_part(4)
def test_each_way_is_found_in_its_example_and_means_that(every: int) -> None:
    missed = [way.said for way in all_sayings()[::every] if not is_found_in_its_example(way)]

    assert not missed, "\n".join(missed)


def is_found_in_its_example(way: Saying) -> bool:
    words = plain_words(way.example)
    kinds = {found.answer.kind for found in found_in(words)}
    return way.pattern.search(words) is not None and way.kind in kinds


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("i am not able to help", ["no"]),
        ("it is a pass for now", ["no"]),
        ("i can not say no to you", ["plain"]),
        ("no bother at all", ["plain"]),
        ("please do not write to me again", ["no_contact"]),
    ],
)
def test_the_longest_way_takes_its_words(words: str, kinds: list[str]) -> None:
    assert [found.answer.kind for found in found_in(words)] == kinds

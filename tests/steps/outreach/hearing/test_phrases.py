"""Each way of saying something, by its example."""

import pytest

from firststep.steps.outreach.hearing.phrases import Saying, all_sayings, found_in
from firststep.steps.outreach.language.plain import plain_words


@pytest.mark.parametrize("way", all_sayings(), ids=lambda way: way.example)
def test_each_way_is_found_in_its_example_and_means_that(way: Saying) -> None:
    words = plain_words(way.example)

    assert way.pattern.search(words)
    assert way.kind in {found.answer.kind for found in found_in(words)}


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

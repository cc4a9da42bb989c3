"""What must stand in a text for a way of saying to be in it: few ways are looked for in a text, and
none is missed."""

import pytest

from firststep.steps.outreach.hearing.phrases import all_sayings
from firststep.steps.outreach.language.pieces import DIGITS, WaysByLetters, pieces_of, searched
from firststep.steps.outreach.language.plain import plain_words
from firststep.steps.outreach.language.when import day_ways, hour_ways


@pytest.mark.parametrize(
    ("said", "pieces"),
    [
        ("call me back", {"call"}),
        ("[please] ring", {"ring"}),
        ("(call/ring) me", {"call", "ring"}),
        ("(call/calls/ring) me", {"call", "ring"}),  # who says calls says call
        ("([please] call/{few}) me", {"me"}),  # one of the choices needs nothing
        ("can(not/ not) come", {"come"}),
        ("übernächste woche", {"chste"}),  # ä, ö, ü and ß are typed in two ways
        ("am {d}.{d}.", DIGITS),
        ("{few}", set()),
    ],
)
def test_one_of_these_stands_wherever_the_way_does(said: str, pieces: set[str]) -> None:
    assert pieces_of(said, {"d": DIGITS}) == pieces


def test_a_bracket_left_open_in_a_table_is_told() -> None:
    with pytest.raises(ValueError, match="not closed"):
        pieces_of("call (me/us back", {})


@pytest.mark.parametrize(
    ("text", "small"),
    [("Am ſonntag", "am sonntag"), ("٣ Uhr", "0 uhr"), ("Çay İçelim", "çay içelim")],
)
def test_a_text_is_searched_as_a_pattern_reads_it(text: str, small: str) -> None:
    assert searched(text) == small


def test_what_needs_nothing_may_always_stand_there() -> None:
    standing = WaysByLetters([frozenset({"call", "ring"}), frozenset(), frozenset({"a"}), DIGITS])

    assert standing.places("do ring") == [0, 1]
    assert standing.places("later") == [1, 2]
    assert standing.places("@7") == [1, 3]


def test_no_way_of_saying_a_day_or_an_hour_is_missed_for_its_pieces() -> None:
    ways = (*day_ways(), *hour_ways())
    standing = WaysByLetters([way.pieces for way in ways])

    for text in {way.example for way in ways}:
        there = standing.places(searched(text))
        assert not [
            way.said for at, way in enumerate(ways) if at not in there and way.pattern.search(text)
        ], text


def test_no_way_of_answering_is_missed_for_its_pieces() -> None:
    ways = all_sayings()
    standing = WaysByLetters([way.pieces for way in ways])

    for text in {plain_words(way.example) for way in ways[::9]}:
        there = standing.places(text)
        assert not [
            way.said for at, way in enumerate(ways) if at not in there and way.pattern.search(text)
        ], text


def test_few_ways_are_looked_for_in_a_sentence() -> None:
    standing = WaysByLetters([way.pieces for way in all_sayings()])
    texts = [plain_words(way.example) for way in all_sayings()]

    looked_for = sum(len(standing.places(text)) for text in texts)

    assert looked_for * 20 < len(texts) * len(all_sayings())

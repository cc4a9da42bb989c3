"""Companies by hand and by thousands: what is sure is right, and nearly all of it is found."""

from collections.abc import Iterable

import pytest

from firststep.steps.goal.companies.matching import Target, matched
from firststep.steps.goal.companies.typing_slips import mistyped
from tests.in_part import the_first_quickly
from tests.steps.goal.companies.hard_companies import DIFFERENT, PARTS, SAME, pairs
from tests.steps.goal.companies.truth_companies import figures

HELD_OUT = (103, 223, 311, 409, 509)


def test_there_are_a_hundred_of_each() -> None:
    assert len(pairs(SAME)) >= 100
    assert len(pairs(DIFFERENT)) >= 100


def tiers(written_pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """How surely each written name is its target: "" for no match at all."""
    found = {(one, written): matched(written, [Target(1, one)]) for one, written in written_pairs}
    return {pair: match.tier if match else "" for pair, match in found.items()}


def test_the_same_house_is_known_however_it_is_written() -> None:
    missed = {p: tier for p, tier in tiers(pairs(SAME)).items() if tier not in ("exact", "strong")}

    assert missed == {}


def test_another_house_is_never_taken_for_it() -> None:
    taken = {p: tier for p, tier in tiers(pairs(DIFFERENT)).items() if tier not in ("", "weak")}

    assert taken == {}


def test_a_part_of_a_house_is_a_question_and_never_nothing() -> None:
    assert set(tiers(pairs(PARTS)).values()) == {"weak"}
    for target, written in pairs(PARTS):
        match = matched(written, [Target(1, target)])
        assert match and f'"{written}"' in match.why, written


@pytest.mark.parametrize(
    "written", ["Epic Games, Inc.", "Apple Bank AG", "Loopio", "Continental Airlines Inc."]
)
def test_a_name_behind_an_ordinary_word_is_not_even_a_question(written: str) -> None:
    names = ["Epic", "Apple", "Loop", "Continental"]

    assert matched(written, [Target(i, name) for i, name in enumerate(names)]) is None


@pytest.mark.parametrize("seed", the_first_quickly(HELD_OUT))
def test_what_is_sure_is_right_and_nearly_all_is_found(seed: int) -> None:
    found = figures(seed)

    assert found.precision >= 0.995
    assert found.recall >= 0.98


@pytest.mark.parametrize(
    "written", ["acme.example", "https://www.acme.example/", "de.acme.example"]
)
def test_a_website_is_its_company(written: str) -> None:
    match = matched(written, [Target(1, "Acme Holding", domain="acme.example")])

    assert match is not None
    assert match.tier == "exact"
    assert "website" in match.why


def test_another_domain_is_no_match_where_the_own_one_is_known() -> None:
    assert matched("acme.org", [Target(1, "Acme", domain="acme.example")]) is None


@pytest.mark.parametrize(
    ("meant", "written", "slip"),
    [
        ("foods", "fodos", True), ("foods", "goods", False), ("harbour", "harbor", True),
        ("maple", "mapple", True), ("maple", "maplw", True), ("maple", "maplx", False),
        ("siemens", "siemans", True), ("nova", "novo", False), ("rowe", "rwe", False),
        ("alder", "elder", False),
    ],
)  # fmt: skip
def test_one_slip_of_the_finger_is_told_from_another_word(
    meant: str, written: str, slip: bool
) -> None:
    assert mistyped(meant, written) is slip

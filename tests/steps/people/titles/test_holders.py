"""Whose title says that they hold a seat."""

from functools import partial
from typing import Any

import pytest

from firststep.steps.people.titles.holders import (
    ByTitle,
    heads_by_title,
    held_by_title,
    may_hold_by_title,
    proposed_holders,
    speaks_of_another,
)


def test_the_surest_three_are_proposed_for_a_seat_with_the_reason() -> None:
    people = [
        (4, "Dee", "Team Lead Purchasing"),
        (1, "Ann", "Buyer"),
        (2, "Bob", "Purchasing Manager"),
        (3, "Cyd", "Head of Procurement"),
        (5, "Eve", "Head of Purchasing"),
    ]

    found = proposed_holders(people, "Purchasing")

    assert [h.name for h in found] == ["Cyd", "Eve", "Bob"]
    assert found[0].why == 'Their title is "Head of Procurement".'


def test_where_nobody_surely_runs_it_whoever_leads_the_firm_is_proposed_too() -> None:
    people = [(1, "Ann", "Buyer"), (2, "Bob", "Inhaber"), (3, "Cyd", "VP Supply Chain"),
              (4, "Dee", "Product Owner")]  # fmt: skip

    found = proposed_holders(people, "Purchasing")
    with_a_head = proposed_holders([*people, (5, "Eve", "Head of Purchasing")], "Purchasing")

    assert [(h.name, h.sureness) for h in found] == [("Bob", "weak"), ("Cyd", "weak")]
    assert found[0].why == 'Their title is "Inhaber". In a small firm whoever leads it decides.'
    assert [h.name for h in with_a_head] == ["Eve", "Cyd"]


@pytest.mark.parametrize("title", ["Former CEO", "Assistant to the CEO", "Geschäftsführer a.D."])
def test_who_led_the_firm_once_or_assists_who_does_holds_no_seat(title: str) -> None:
    assert proposed_holders([(1, "Ann", title)], "Purchasing") == []


def test_no_owner_is_proposed_where_many_are_known_for_the_firm_is_not_small() -> None:
    owner = (1, "Ann", "Owner")
    many = [(i, "Bob", "Clerk") for i in range(2, 12)]

    assert [h.name for h in proposed_holders([owner], "Purchasing")] == ["Ann"]
    assert proposed_holders([owner, *many], "Purchasing") == []


def test_letters_that_stand_for_several_posts_are_said_so() -> None:
    (found,) = proposed_holders([(1, "Ann", "CPO")], "Purchasing")

    assert found.why == 'Their title is "CPO". These letters can also mean another post.'


@pytest.mark.parametrize(
    ("titles", "heads"),
    [
        (["Head of Purchasing"], (1,)),
        (["Director of Procurement", "Buyer"], (1,)),
        (["Einkaufsleiterin"], (1,)),
        (["Head of Purchasing", "Purchasing Manager"], (1,)),
        (["Buyer", "Purchasing Manager"], (2,)),
        (["Head of Purchasing", "Leiter Einkauf"], (1, 2)),
        (["Purchasing Manager", "Procurement Manager"], (1, 2)),
        (["Head of Marketing", "Sam Lee, Operations", ""], ()),
        (["Deputy Head of Purchasing"], ()),
        (["Former Head of Purchasing"], ()),
        (["CPO"], ()),
        (["Owner"], ()),
    ],
)
def test_f31_a_title_that_surely_heads_the_department_names_the_holder(
    titles: list[str], heads: tuple[int, ...]
) -> None:
    people = list(enumerate(titles, 1))
    assert heads_by_title("Head of Purchasing", "Purchasing", people) == heads


def test_f31_one_head_fills_the_seat_of_two_the_seeker_says_which_and_never_whom_they_refused() -> (
    None
):
    one, two = (1, "Head of Purchasing"), (2, "Leiter Einkauf")
    held = partial(held_by_title, "Head of Purchasing", "Purchasing")

    assert held([one], not_held_by=frozenset()) == ByTitle(1)
    assert held([one, two], not_held_by=frozenset()) == ByTitle(None, (1, 2))
    assert held([one, two], not_held_by=frozenset({1})) == ByTitle(2)
    assert held([one], not_held_by=frozenset({1})) == ByTitle(None)


@pytest.mark.parametrize(
    ("current", "sureness", "stopped", "may"),
    [
        (True, "exact", False, True), (True, "strong", False, True), (True, "weak", False, False),
        (False, "exact", False, False), (True, "exact", True, False),
    ],
)  # fmt: skip
def test_f31_only_who_surely_works_there_now_and_may_be_written_to_fills_a_seat(
    current: bool, sureness: Any, stopped: bool, may: bool
) -> None:
    told = {"current": current, "sureness": sureness, "do_not_contact": stopped}
    assert may_hold_by_title(**told) is may


def test_f31_another_seat_is_held_by_whoever_bears_its_very_title() -> None:
    people = [(1, "Head of Purchasing"), (2, "Plant manager"), (3, "Operations manager")]
    assert heads_by_title("Plant Manager", "Purchasing", people) == (2,)


@pytest.mark.parametrize(
    ("title", "another"),
    [
        ("Operations", True), ("Head of Marketing", True), ("HR Business Partner", True),
        ("", False), ("Purchasing", False), ("Head of Procurement", False), ("Team lead", False),
        ("Manager", False),
    ],
)  # fmt: skip
def test_f31_a_name_in_another_role_is_not_the_head(title: str, another: bool) -> None:
    assert speaks_of_another(title, "Purchasing") is another

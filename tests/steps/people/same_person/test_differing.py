"""Of what two entries tell differently the right one is taken: the spelling that is proven."""

from typing import NamedTuple

import pytest

from firststep.steps.people.same_person.differing import differences, righter, tidier


class Entry(NamedTuple):
    pk: int
    name: str = "Ann Lee"
    linkedin: str | None = None
    place: str = ""
    birthday: str = ""
    keep: str = ""
    by_hand: list[str] = []


@pytest.mark.parametrize(
    ("slip", "right", "texts"),
    [
        ("ANN LEE", "Ann Lee", []),
        ("ann lee", "Ann Lee", []),
        ("Jose Nunez", "José Núñez", []),
        ("Mueller Joerg", "Mueller Jörg", []),
        ("JÃ¶rg Frei", "Jörg Frei", []),
        ("A. Lee", "Ann Lee", []),
        ("Ann", "Ann Lee", []),
        ("Jonh Fox", "John Fox", ["john.fox"]),
        ("Sophia Roy", "Sofia Roy", ["sofia-roy-123", "s.roy"]),
        ("Ann Leee", "Ann Lee", ["annlee"]),
        ("Zoe Okafor", "Zoë Okafor", ["zoe.okafor"]),
    ],
)
def test_the_right_spelling_beats_the_slip_whichever_entry_is_older(
    slip: str, right: str, texts: list[str]
) -> None:
    assert righter(slip, right, texts)[0]
    assert not righter(right, slip, texts)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robert Lee", "Bob Lee"),
        ("Ann Lee", "Ann Vos"),
        ("Ann Lee", "Lee Ann"),
        ("Bo Li", "Al Fox"),
    ],
)
def test_where_each_may_be_right_the_older_entry_has_it(one: str, other: str) -> None:
    assert righter(one, other, ["lee", "vos"]) == (False, "the older entry has it")


def test_only_what_both_tell_and_tell_differently_is_a_difference() -> None:
    one = Entry(3, linkedin="ann-lee", place="Utrecht", birthday="--02-14")
    other = Entry(7, linkedin="ann-lee-2", place="Leiden", keep="month", by_hand=["place"])

    found = {each.field: (each.takes, each.why) for each in differences(one, other)}

    assert found == {
        "linkedin": (3, "the older entry has it"), "place": (7, "you wrote it by hand"),
    }  # fmt: skip


def test_of_two_spellings_of_a_title_the_one_not_shouted_is_kept() -> None:
    assert tidier("HEAD OF PURCHASING", "Head of Purchasing") == "Head of Purchasing"
    assert tidier("", "BUYER") == "BUYER"
    assert tidier("Acheteuse generale", "Acheteuse générale") == "Acheteuse générale"

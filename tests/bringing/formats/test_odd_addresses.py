"""Addresses that look like another one, or that no mail reaches."""

import pytest

from firststep.bringing.formats import read_file
from firststep.steps.people.spelling.cells import addresses

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@pytest.mark.parametrize(
    "odd",
    [
        "\u0430dmin@b.example",  # a Cyrillic a among Latin letters
        "admin@\u0430cme.example",
        "\u0430\u0441\u0435@b.example",  # "ace", all Cyrillic
        "ad\u03bfn@b.example",  # a Greek o
        "dot.@c.example", ".dot@c.example", "d..ot@c.example", "dot@.example.org", "dot@-c.example",
    ],
)  # fmt: skip
def test_a_look_alike_or_unreachable_address_is_left_out(odd: str) -> None:  # B12
    assert addresses(odd) == ([], [odd])


@pytest.mark.parametrize(
    "good",
    ["ann.lee@acme.example", "jörg@müller.example", "иван@почта.рф", "иван.петров@b.example",
     "d-ot@c-d.example", "o'neill@x.example"],
)  # fmt: skip
def test_an_address_in_any_one_alphabet_is_kept(good: str) -> None:
    assert addresses(good) == ([good], [])


def test_a_look_alike_is_told_of_with_a_note() -> None:  # B12
    row = "Ann,Lee,,\u0430dmin@b.example,Acme,Buyer,08 Feb 2020\n"

    found = read_file("c.csv", (HEADER + row).encode())

    (note,) = found.notes
    assert (found.people[0].emails, note.row, note.column) == ((), 2, "Email Address")
    assert "another alphabet" in note.problem

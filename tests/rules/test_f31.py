"""A title names the holder, and nobody is asked who it is (F31)."""

from dataclasses import replace
from typing import Any

import pytest

from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import PersonFacts
from firststep.plan.board import Board
from firststep.plan.done_today import names_looked_for_today
from firststep.snapshot.load import named_by_title
from tests.builders import MONDAY, a_company, a_goal, a_person, a_position, a_seat
from tests.interfaces.cli.conftest import Program
from tests.rules.acme import ACME, ANN, DANA, HELD, at_acme, days

MAREN = a_person(8, "Maren Falk", at=ACME, title="Leiterin Einkauf", tie=None)
MANAGER = a_person(7, "Gil Roth", at=ACME, title="Purchasing Manager", tie=None)


def filled(*people: PersonFacts, **seat: Any) -> tuple[int | None, tuple[int, ...]]:
    found = named_by_title({1: a_seat(1, ACME, **seat)}, {p.id: p for p in people}, a_goal())[1]
    return found.holder_id, found.perhaps


@pytest.mark.parametrize(
    ("people", "holder", "perhaps"),
    [
        ((ANN, DANA), 9, ()),
        ((MANAGER,), 7, ()),
        ((DANA, MANAGER), 9, ()),
        ((DANA, MAREN), None, (8, 9)),
        ((ANN,), None, ()),
    ],
)
def test_f31_the_surest_title_fills_the_seat_and_of_two_the_seeker_says_which(
    people: tuple[PersonFacts, ...], holder: int | None, perhaps: tuple[int, ...]
) -> None:
    assert filled(*people) == (holder, perhaps)


@pytest.mark.parametrize(
    "person",
    [
        replace(DANA, do_not_contact=True),
        replace(DANA, positions=(DANA.positions[0]._replace(current=False),)),
        replace(DANA, positions=(DANA.positions[0]._replace(sureness="weak"),)),
        replace(DANA, positions=(a_position(a_company(2, "Globex"), title="Head of Purchasing"),)),
    ],
    ids=["do not contact", "formerly", "weak match", "elsewhere"],
)
def test_f31_no_title_counts_of_whoever_is_not_surely_there(person: PersonFacts) -> None:
    assert filled(person) == (None, ())


def test_f31_who_was_said_not_to_hold_it_does_not_and_who_was_said_to_does() -> None:
    assert filled(DANA, not_held_by=frozenset({9})) == (None, ())
    assert filled(DANA, MAREN, not_held_by=frozenset({9})) == (8, ())
    assert filled(DANA, MAREN, holder_id=1) == (1, ())


def there(program: Program, name: str, title: str, *more: str) -> None:
    address = f"{name.split()[0].lower()}@acme.example"
    program.on_day("person", "add", name, "--company", "Acme", "--title", title,
                   "--email", address, *more)  # fmt: skip


def asks(program: Program) -> dict[str, str]:
    answer = program.on_day("today")
    return {card["name"]: card["ask"] for card in answer["cards"] if card["ask"]}


def acme(program: Program) -> dict[str, Any]:
    listed: list[dict[str, Any]] = program.on_day("company", "list")
    return next(one for one in listed if one["name"] == "Acme")


def test_f31_whose_title_says_so_fills_the_seat_at_every_door(begun: Program) -> None:
    assert asks(begun)["Ann Lee"] == "name"
    there(begun, "Dana Whitlock", "Head of Purchasing")

    (seat,) = begun.on_day("who", "Acme")["seats"]
    assert (seat["holder"], seat["by_title"]) == ("Dana Whitlock", True)
    assert acme(begun)["seats_named"] == 1
    assert asks(begun)["Ann Lee"] == "introduction"
    drafted = begun.on_day("draft", "Ann Lee")
    assert "Dana Whitlock" in drafted["body"] and "who runs" not in drafted["body"]


def test_f31_a_seat_filled_by_its_title_is_none_of_the_names_looked_for_that_day() -> None:
    """Nothing was looked up for it: the day has as much room as before (F30)."""
    by_title = replace(HELD, by_title=True)
    by_hand = replace(HELD, named_on=MONDAY)

    counted = [
        names_looked_for_today(
            Board(at_acme([ANN, DANA], seat=seat), MONDAY, DEFAULT, ()).lay_out()
        )
        for seat in (by_title, by_hand)
    ]

    assert counted == [0, 1]


def test_f31_not_so_is_kept_and_can_be_taken_back(begun: Program) -> None:
    there(begun, "Dana Whitlock", "Head of Purchasing")
    begun.on_day("seat", "Acme", "--vacant")
    assert begun.on_day("who", "Acme")["seats"][0]["holder"] is None
    assert asks(begun)["Ann Lee"] == "name"
    begun.on_day("undo")
    assert begun.on_day("who", "Acme")["seats"][0]["holder"] == "Dana Whitlock"
    begun.on_day("seat", "Acme", "--vacant")
    begun.on_day("seat", "Acme", "--is", "Dana Whitlock")
    (seat,) = begun.on_day("who", "Acme")["seats"]
    assert (seat["holder"], seat["by_title"]) == ("Dana Whitlock", False)


def test_f31_of_two_the_card_asks_which_and_nobody_is_asked_who_it_is(begun: Program) -> None:
    there(begun, "Dana Whitlock", "Head of Purchasing")
    there(begun, "Maren Falk", "Director of Purchasing")
    assert asks(begun).get("Ann Lee") != "name"
    begun.on_day("close", "Ann Lee")
    rows = begun.on_day("today")
    told = [c["why"] for c in (*rows["cards"], *rows["waiting"]) if c["kind"] == "find_name"]
    assert any("Dana Whitlock or Maren Falk: say which" in why for why in told)


@pytest.mark.parametrize(
    ("named", "holder"),
    [
        ("Sam Lee, Operations, Acme", None),
        ("Sam Lee, Head of Marketing, Acme", None),
        ("Sam Lee, Purchasing, Acme", "Sam Lee"),
        ("Sam Lee, Acme", "Sam Lee"),
    ],
)
def test_f31_a_name_in_another_role_never_becomes_the_head(
    begun: Program, named: str, holder: str | None
) -> None:
    begun.on_day("sent", "Ann Lee")
    days(begun, "11-24").on_day("reply", "Ann Lee", "refers", "--to", named)
    assert begun.on_day("who", "Acme")["seats"][0]["holder"] == holder


def test_f31_somebody_merely_looked_up_is_not_counted_as_known(begun: Program) -> None:
    before = acme(begun)["known"]
    there(begun, "Lou Found", "Buyer")
    assert acme(begun)["known"] == before

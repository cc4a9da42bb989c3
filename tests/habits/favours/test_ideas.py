"""What could be given in return, from what the campaign knows."""

from collections.abc import ValuesView
from dataclasses import replace
from datetime import timedelta

from firststep.facts.habits import Between
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import ApproachFacts, OpeningFacts
from firststep.habits.favours.ideas import Ideas
from firststep.plan.board import Board
from tests.builders import (
    MONDAY,
    a_company,
    a_line,
    a_person,
    a_position,
    a_snapshot,
    an_approach,
)

ACME, GLOBEX = a_company(1, "Acme"), a_company(2, "Globex")
ANN = a_person(1, "Ann Lee", at=ACME, title="Buyer")


def ideas(*people: object, heard: tuple[int, ...] = (), **fields: object) -> tuple[str, ...]:
    begun = [
        an_approach(n, person, a_line("write"), a_line("yes", order=2))
        for n, person in enumerate(people, 1) if person.id in heard
    ]  # fmt: skip
    values = {"companies": [ACME, GLOBEX], **fields}
    campaign = a_snapshot(people=people, approaches=begun, **values)  # type: ignore[arg-type]
    return Ideas(campaign, MONDAY).of(1)


def test_a_promise_that_is_open_comes_first() -> None:
    found = ideas(ANN, between={1: Between(promised=("send the article",))})
    assert found == ("You promised it: send the article.",)


def test_somebody_heard_from_in_the_same_field_elsewhere_could_be_introduced() -> None:
    tom = a_person(2, "Tom Berg", at=GLOBEX, title="Head of Purchasing")
    near = a_person(3, "Ned Ray", at=ACME, title="Buyer")
    other = a_person(4, "Nina Fox", at=GLOBEX, title="Nurse")

    (found,) = ideas(ANN, near, other, tom, heard=(2, 3, 4))
    assert found.startswith("You could introduce Ann to Tom Berg (Globex)")
    assert ideas(ANN, tom) == ()


def test_an_opening_elsewhere_that_is_their_work_is_an_idea_and_one_of_their_own_house_is_not() -> (
    None
):
    looks = a_company(2, "Globex", opening=OpeningFacts("Buyer"))
    (found,) = ideas(ANN, companies=[ACME, looks])
    assert found.startswith("Globex looks for a Buyer")
    own = a_company(1, "Acme", opening=OpeningFacts("Buyer"))
    assert ideas(ANN, companies=[own, GLOBEX]) == ()


def test_a_new_post_is_one_to_congratulate_on_while_it_is_new() -> None:
    def since(days: int) -> tuple[str, ...]:
        post = a_position(GLOBEX, title="Nurse", began_on=MONDAY - timedelta(days=days))
        return ideas(a_person(1, "Ann Lee", positions=(post,)))

    assert since(30) == ("Ann is new at Globex: a line to congratulate is enough.",)
    assert since(91) == ()


def test_nothing_is_made_up() -> None:
    assert ideas(ANN) == () and ideas(a_person(2, "Bob Ray")) == ()


def test_a_campaign_is_looked_through_once_for_all_to_whom_something_could_be_given() -> None:
    looked: list[int] = []

    class Counted(dict[int, ApproachFacts]):
        def values(self) -> ValuesView[ApproachFacts]:
            looked.append(1)
            return super().values()

    tom = a_person(2, "Tom Berg", at=GLOBEX, title="Buyer")
    begun = Counted({1: an_approach(1, tom, a_line("yes", order=2))})
    campaign = replace(a_snapshot(people=[ANN, tom], companies=[ACME, GLOBEX]), approaches=begun)
    board = Board(campaign, MONDAY, DEFAULT, ())

    found = [board.ideas.first(person) for person in (1, 2, 1, 3)]

    assert found[0] == found[2] and "introduce Ann to Tom Berg" in found[0]
    assert found[1] == found[3] == ""
    assert len(looked) == 1

"""What to have in mind before a talk."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from firststep.facts.habits import Between, OfferFacts
from firststep.facts.snapshot import OpeningFacts, TieFacts
from firststep.habits.practice.brief import Brief, brief_for
from tests.builders import (
    MONDAY,
    a_company,
    a_goal,
    a_person,
    a_position,
    a_seat,
    a_snapshot,
    an_approach,
)

ACME, GLOBEX = a_company(1, "Acme"), a_company(2, "Globex", motivation=5)
ANN = a_person(1, "Ann Lee", at=ACME, title="Head of Purchasing")
TOM = a_person(2, "Tom Berg", at=GLOBEX)


def briefed(person: Any = ANN, approach: Any = None, **fields: Any) -> Brief:
    values = {"companies": [ACME, GLOBEX], "people": [person, TOM], **fields}
    return brief_for(a_snapshot(**values), person, approach, today=MONDAY)


def test_it_asks_three_questions_about_their_work_that_fit_the_title() -> None:
    head, doer = briefed(), briefed(a_person(1, "Ann Lee", at=ACME, title="Buyer, Purchasing"))

    assert len(set(head.questions)) == 3 and not set(head.questions) & set(doer.questions)
    assert all(one.endswith("?") for one in (*head.questions, *doer.questions))


def test_two_at_one_company_are_asked_different_things() -> None:
    bea = a_person(3, "Bea Roe", at=ACME, title="Head of Purchasing")
    people = [ANN, bea]
    first, second = (briefed(one, people=people) for one in people)

    assert not set(first.questions) & set(second.questions)


def test_it_says_how_the_two_know_each_other_and_what_was_promised() -> None:
    between = Between(
        event="SCM mixer", said="how they buy steel", promised=("send the article",),
        awaited=("a name",), offer=OfferFacts("write to me", "me", MONDAY),
    )  # fmt: skip
    ann = replace(ANN, tie=TieFacts(id=1, kind="met", how="from the choir"))

    assert briefed(ann, between={1: between}).known == (
        "How you know each other: from the choir.", "You met at the SCM mixer.",
        "You talked about how they buy steel.", "They offered: “write to me”.",
        "You promised: send the article.", "They promised: a name.",
    )  # fmt: skip


def test_who_brought_them_together_comes_first_and_is_named_in_the_first_line() -> None:
    found = briefed(approach=an_approach(1, ANN, via_id=2, origin="introduced"))

    assert found.known[0].startswith("Tom Berg brought you together")
    assert "Tom Berg thought" in found.opening_lines[0] and len(found.opening_lines) == 2


def test_the_one_ask_is_that_of_the_approach() -> None:
    seat = a_seat(1, GLOBEX, title="Head of Purchasing", holder_id=2)
    asks = {
        ask: briefed(approach=an_approach(1, ANN, ask=ask, for_seat_id=1), seats=[seat]).ask
        for ask in ("meeting", "advice", "introduction", "name")
    }
    empty = an_approach(1, ANN, ask="introduction", for_seat_id=1)

    assert "considered for purchasing" in asks["meeting"]
    assert "Tom Berg" in asks["introduction"] and "Globex" in asks["name"]
    assert len(set(asks.values())) == 4
    assert briefed(approach=empty, seats=[a_seat(1, GLOBEX)]).ask == asks["name"]


def test_it_ends_with_names_to_ask_for_their_own_house_first() -> None:
    seats = [a_seat(1, GLOBEX, title="Head of Sourcing"), a_seat(2, ACME, title="Head of Sales")]

    assert briefed(seats=seats).next_names == (
        "the Head of Sales at Acme", "the Head of Sourcing at Globex",
    )  # fmt: skip


def test_a_new_post_and_an_opening_are_told_of_their_work() -> None:
    post = a_position(ACME, title="Buyer", began_on=MONDAY - timedelta(days=60))
    looks = a_company(1, "Acme", opening=OpeningFacts("Trainee"))
    work = briefed(a_person(1, "Ann Lee", positions=(post,)), companies=[looks, GLOBEX]).work

    assert work[0] == "Buyer, Acme." and work[1].startswith("New there since September")
    assert work[2].startswith("Acme looks for Trainee")


def test_who_explores_asks_for_no_post() -> None:
    found = briefed(goal=a_goal(exploring=True, role=""))
    assert "finding out" in found.opening_lines[1] and "post" not in found.opening_lines[1]


def test_one_begins_with_what_they_know_and_a_friend_as_a_friend() -> None:
    begins = {
        title: briefed(a_person(1, "Ann Lee", at=ACME, title=title)).opening_lines[1]
        for title in ("Head of Purchasing", "Quality Manager")
    }
    nowhere = briefed(a_person(1, "Ann Lee")).opening_lines[1]
    friend = briefed(replace(ANN, tie=TieFacts(id=1, kind="close"))).opening_lines[0]

    assert "you know the work" in begins["Head of Purchasing"]
    assert "you know Acme from the inside" in begins["Quality Manager"]
    assert "you know" not in nowhere
    assert friend.startswith("It's good to talk, Ann.")

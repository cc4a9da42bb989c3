"""A large address book is looked through some at a time, with the same pairs found."""

import pytest

from firststep.steps.goal.models import Campaign
from firststep.steps.people.same_person import suggesting
from firststep.steps.people.same_person.gathering import Gathered
from firststep.steps.people.same_person.known import Known
from firststep.steps.people.same_person.suggesting import forget_pairs, likely_pairs
from tests.cast import a_row_person

PEOPLE = (("Ann Lee", "lee"), ("Bob Kerr", "kerr"), ("Ann Lee", "lee"), ("Cy Fox", "fox"),
          ("Robert Kerr", "kerr"), ("Dee Orr", "orr"))  # fmt: skip


def test_people_read_some_at_a_time_are_the_pairs_of_one_reading(
    ada: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, mailbox in PEOPLE:
        a_row_person(ada, name, email=f"{mailbox}@x.example")
    at_once = likely_pairs(ada)

    monkeypatch.setattr(suggesting, "_AT_A_TIME", 2)
    forget_pairs()
    some_at_a_time = likely_pairs(ada)

    assert len(at_once.pairs) > 1
    assert some_at_a_time == at_once


def test_an_address_that_hundreds_have_tells_nobody_apart_also_where_none_of_them_is_compared() -> (
    None
):
    gathered = Gathered()
    gathered.take_in(Known(n, "", emails=("all@x.example",)) for n in range(301))

    assert gathered.candidates() == []
    assert gathered.is_everybodys("all@x.example")
    assert not gathered.is_everybodys("own@x.example")

"""Somebody is found by as much of an address, a number or a profile as was typed."""

from typing import TYPE_CHECKING

import pytest

from firststep.steps.people.finding.by_way import reached_by
from firststep.steps.people.models import Address
from tests.cast import a_row_person

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign
    from firststep.steps.people.models import Person


@pytest.fixture
def rosa(ada: "Campaign") -> "Person":
    rosa = a_row_person(ada, "Rosa Park", email="r.park@halden.example", linkedin="rosa-park")
    Address.objects.create(
        campaign=ada, person=rosa, kind="phone", value="+49 30 555 0199", key="+49305550199"
    )
    a_row_person(ada, "Gil Moss", email="gil@moss.example", phone="+4930999111")
    return rosa


@pytest.mark.parametrize(
    "typed",
    ["r.park@halden.example", "R.Park@Halden", "halden.example", "030 555 0199", "5550199",
     "+49 (30) 555-0199", "0049305550199", "https://www.linkedin.com/in/rosa-park/"],
)  # fmt: skip
def test_what_was_typed_finds_who_has_it(ada: "Campaign", rosa: "Person", typed: str) -> None:
    assert reached_by(ada, typed) == {rosa.pk}


@pytest.mark.parametrize("typed", ["", "Rosa", "030", "49", "12 Main Street", "@nobody", "a.b c.d"])
def test_what_is_no_address_and_no_number_finds_nobody(
    ada: "Campaign", rosa: "Person", typed: str
) -> None:
    assert reached_by(ada, typed) == set()


def test_nobody_of_bens_is_found(ada: "Campaign", ben: "Campaign") -> None:
    assert reached_by(ada, "tom@initech.example") == set()
    assert len(reached_by(ben, "tom@initech.example")) == 1

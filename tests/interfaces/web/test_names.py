"""Names found several at a sitting, and what can wait for another day."""

from typing import TYPE_CHECKING

import pytest

from firststep.steps.goal.models import Campaign
from tests.cast import a_row_person, a_target
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from datetime import date

pytestmark = pytest.mark.django_db


def test_names_of_several_companies_are_found_in_one_sitting(
    reader: Reader, ada: Campaign, monday: "date"
) -> None:
    firms = [a_target(ada, f"Firm {n}") for n in range(1, 8)]
    page = reader.open("/companies/names")
    assert [name for name in (firm.name for firm in firms) if name in page.text] == [
        f"Firm {n}" for n in range(1, 6)
    ]
    assert page.text.count("Search people on LinkedIn") == 5
    reader.send(page, f"/companies/{firms[0].pk}/seat", holder="Dana Whitlock",
                linkedin="dana-whitlock")  # fmt: skip
    after = reader.open("/companies/names")
    assert "Firm 1" not in after.text
    assert firms[0].seats.get().holder.name == "Dana Whitlock"


def test_a_name_not_found_rests_five_working_days(reader: Reader, ada: Campaign) -> None:
    firm = a_target(ada, "Firm 1")
    page = reader.open("/companies/names")
    page = reader.send(page, f"/touch/s{firm.seats.get().pk}/snooze")
    assert "No name is asked for today" in page.text


def test_what_does_not_fit_can_be_opened_and_taken_today(reader: Reader, ada: Campaign) -> None:
    for n in range(1, 12):
        a_row_person(ada, f"Person {n:02}", company=a_target(ada, f"Firm {n:02}"), title="Buyer",
                     email=f"p{n}@firm.example")  # fmt: skip
    page = reader.open("/")
    assert "Four more can wait for another day" in page.text
    assert "Person 11" in page.text
    last = ada.people.get(name="Person 11")
    taken = reader.open(f"/touch/p{last.pk}")
    assert "I sent it" in taken.text

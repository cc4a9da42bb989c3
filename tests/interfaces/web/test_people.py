"""People and companies are found: by kind, by address, by a name with a slip, in an order."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from firststep.interfaces.web.people_kinds import KINDS_OF_PEOPLE
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.verbs.targets.target import set_stage
from firststep.verbs.thread import record_reply, record_sent
from tests.cast import MONDAY, a_row_person, a_target
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from django.conf import LazySettings

    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

STAMP = Stamp(on=MONDAY)


def names(reader: Reader, address: str) -> list[str]:
    """The people or companies a page lists, in its order."""
    main = reader.open(address).text.partition("<main")[2].partition("<aside")[0]
    listed = main.split('class="who">')[1:] or main.split('<th scope="row">')[1:]
    return [one.partition("</a>")[0].partition("</span>")[0].rpartition(">")[2] for one in listed]


def test_each_kind_shows_its_people(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", settings: "LazySettings"
) -> None:
    fay, gil = (a_row_person(ada, name, email="a@b.example") for name in ("Fay Ode", "Gil Moss"))
    record_sent(ada, stamp=STAMP, ref=f"p{fay.pk}")
    record_sent(ada, stamp=STAMP, ref=f"p{gil.pk}")
    record_reply(ada, stamp=STAMP, ref=f"p{gil.pk}", answer="helped")

    assert names(reader, "/people/") == ["Ann Lee", "Fay Ode", "Gil Moss"]
    assert names(reader, "/people/?show=open") == ["Fay Ode", "Gil Moss"]
    assert names(reader, "/people/?show=waiting") == ["Fay Ode"]
    assert names(reader, "/people/?show=companies") == ["Ann Lee"]
    assert names(reader, "/people/?show=quiet") == []
    settings.TODAY = MONDAY + timedelta(days=40)
    assert names(reader, "/people/?show=quiet") == ["Fay Ode"]
    assert names(reader, "/people/?show=quiet&q=gil") == []


def test_a_kind_counts_as_the_plan_does(ada: "Campaign", acme: "Company", ann: "Person") -> None:
    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}")
    shown = plan_on(ada, MONDAY)

    found = {kind: who(shown) for kind, (_words, who) in KINDS_OF_PEOPLE.items()}

    assert found == {
        "open": {ann.pk}, "waiting": {ann.pk}, "companies": {ann.pk}, "quiet": set(),
    }  # fmt: skip


@pytest.mark.parametrize("typed", ["ann.lee@acme", "Ann Leee", "an lee"])
def test_an_address_or_a_name_with_a_slip_finds_who_is_meant(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", typed: str
) -> None:
    a_row_person(ada, "Tom Berg", email="tom@berg.example")

    assert names(reader, f"/people/?q={typed}") == ["Ann Lee"]


def test_a_guess_says_that_it_is_one_and_nobody_is_made_up(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    assert "Perhaps you meant" in reader.open("/people/?q=Ann Leee").text
    assert "Perhaps you meant" not in reader.open("/people/?q=Ann").text
    assert names(reader, "/people/?q=Xenophon") == []


def test_companies_stand_in_the_order_one_asks_for(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    for name, wanted in (("Zeta", 4), ("Beta", 2)):
        a_target(ada, name, motivation=wanted)
    set_stage(ada, stamp=STAMP, company="Beta", stage="interview")
    set_stage(ada, stamp=STAMP, company="Zeta", stage="rejected")

    assert names(reader, "/companies/?sort=name") == ["Acme", "Beta", "Zeta"]
    assert names(reader, "/companies/?sort=known")[0] == "Acme"
    assert names(reader, "/companies/?sort=unknown")[-1] == "Acme"
    assert names(reader, "/companies/?sort=stage") == ["Beta", "Acme", "Zeta"]
    assert names(reader, "/companies/?sort=luck") == names(reader, "/companies/")


def test_a_company_is_found_by_its_name_or_by_somebody_there(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    a_target(ada, "Zeta")

    assert names(reader, "/companies/?q=zet") == ["Zeta"]
    assert names(reader, "/companies/?q=ann") == ["Acme"]
    nothing = reader.open("/companies/?q=nothing")
    assert "None of your companies" in nothing.text
    assert "2 you would like to work for" in nothing.text


def test_an_address_that_leads_nowhere_offers_to_search(reader: Reader, ada: "Campaign") -> None:
    page = reader.open("/people/999")

    assert page.status == 404
    assert page.form("/people/").method == "get"

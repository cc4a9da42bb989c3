"""Long lists come a page at a time, whole, and are worked out once."""

from typing import TYPE_CHECKING

import pytest

from firststep.interfaces.web.pages import companies as companies_page
from firststep.interfaces.web.portion import A_PORTION
from firststep.journal.actions import Stamp
from firststep.verbs.targets.target import add_company
from firststep.verbs.thread import record_sent
from tests.cast import MONDAY, a_row_person, a_target
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company


def linked(text: str, room: str) -> list[str]:
    links = text.split(f'href="{room}')[1:]
    return [one.split('"')[0] for one in links if one[:1].isdigit()]


@pytest.fixture
def many(ada: "Campaign", acme: "Company") -> int:
    for number in range(120):
        a_target(ada, f"Target {number:03d}", motivation=3)
    return 121


@pytest.mark.parametrize("asked", ["", "?sort=name", "?q=target", "?sort=known&q=target"])
def test_companies_are_read_on_page_by_page_without_a_gap(
    asked: str, reader: Reader, many: int
) -> None:
    seen: list[str] = []
    address = f"/companies/{asked}"
    pages = 0
    while address:
        page = reader.open(address)
        seen += linked(page.text, "/companies/")
        further = [link for link in page.parsed.links if "from=" in link]
        address = f"/companies/{further[0]}" if further else ""
        pages += 1

    assert len(seen) == len(set(seen)) == (many if "q=" not in asked else many - 1)
    assert pages == 3


@pytest.mark.parametrize("begin", ["9999", "-1", "x", "1e9", "999999999999999999999"])
def test_a_number_past_the_end_begins_anew(begin: str, reader: Reader, many: int) -> None:
    page = reader.open(f"/companies/?from={begin}")

    assert page.status == 200
    assert len(linked(page.text, "/companies/")) == A_PORTION < many


def test_the_list_is_worked_out_once_until_something_is_noted(
    reader: Reader, ada: "Campaign", many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    really = companies_page.whom

    def counted(*given: object, **more: object) -> object:
        asked.append(1)
        return really(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(companies_page, "whom", counted)
    for order in ("", "?sort=name", "?q=target", "?from=50"):
        reader.open(f"/companies/{order}")
    assert len(asked) == 1

    add_company(ada, stamp=Stamp(on=MONDAY), name="Aardvark", motivation=5)

    assert "Aardvark" in reader.open("/companies/?sort=name").text
    assert len(asked) == 2


def test_each_campaign_gets_its_own_list(
    reader: Reader, ada: "Campaign", ben: "Campaign", acme: "Company"
) -> None:
    assert "Initech" not in reader.open("/companies/").text


def test_what_waits_beyond_fifty_is_counted_and_found_among_people(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    for number in range(A_PORTION + 10):
        person = a_row_person(ada, f"Rosa {number:02d}", company=acme, email=f"r{number}@a.example")
        record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{person.pk}")

    page = reader.open("/")

    assert page.text.count("data-found=") == A_PORTION
    assert '<a href="/people/?show=waiting">All who may answer</a>' in page.text


def test_favours_come_twenty_at_a_time_the_newest_first(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    from firststep.habits.favours.models import Favour

    person = a_row_person(ada, "Rosa Park", company=acme, email="rosa@acme.example")
    for number in range(45):
        Favour.objects.create(
            campaign=ada, person=person, way="received", what=f"tip {number:02d}", on=MONDAY
        )

    first, last = reader.open("/favours/"), reader.open("/favours/?from=40")

    assert first.text.count("I did something") == 20 and "tip 44" in first.text
    assert last.text.count("I did something") == 5 and "tip 00" in last.text
    assert "Further on" in first.text and "From the beginning" in last.text

"""Refusals on the site: plain words without commands, and what was meant perhaps as links."""

from typing import TYPE_CHECKING

from tests.cast import a_row_person
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person


def test_whom_an_ambiguous_name_could_mean_is_asked_with_a_press_for_each(
    reader: Reader, ada: "Campaign", acme: "Company", globex: "Company", ann: "Person"
) -> None:
    other = a_row_person(ada, "Ann Lee", company=globex, title="Chef")
    page = reader.send(reader.open("/"), "/log", line="Met Ann Lee for coffee")
    assert "Ann Lee (Globex)" in page.text
    for one in (ann, other):
        assert f'value="Met p{one.pk} for coffee"' in page.text


def test_a_company_that_is_there_already_is_linked_and_no_command_is_named(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    page = reader.send(reader.open("/companies/"), "/companies/add", name="Acme")
    assert page.status == 409
    assert "on your list already" in page.text
    assert f"/companies/{acme.pk}" in page.parsed.links
    assert "firststep company" not in page.text
    assert "--" not in page.text.split("<main", 1)[1].split("</main", 1)[0]


def test_candidates_that_are_mere_words_are_shown_as_words(reader: Reader, ada: "Campaign") -> None:
    page = reader.send(reader.open("/settings"), "/settings/yourself", country="Gerlandia")
    assert page.status == 400
    assert "Germany" in page.text


def test_an_hour_that_summer_time_skips_is_refused_with_what_to_do(
    reader: Reader, ada: "Campaign", acme: "Company", dana: "Person"
) -> None:
    page = reader.open(f"/touch/p{dana.pk}")
    page = reader.send(page, f"/touch/p{dana.pk}/meeting", day="2027-03-28", hour="02:30")
    assert page.status == 400
    assert "There is no 02:30 on 2027-03-28 in Europe/Berlin" in page.text
    assert "Ask which hour is meant" in page.text
    assert not ada.meetings.exists()

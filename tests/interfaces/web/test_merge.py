"""Who stands twice: side by side, one press each, the same without scripts."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firststep.interfaces.answers.merging import merge
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.people.models import Evidence, NotSame, Person
from firststep.steps.people.same_person.suggesting import forget_pairs
from tests.cast import a_row_person
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company


@pytest.fixture
def twin(ada: "Campaign", acme: "Company", ann: Person) -> Person:
    """Ann Lee once more, as the address book of the phone has her."""
    return a_row_person(
        ada, "Lee Ann", company=acme, title="Analyst", tie="known",
        email="ann.lee@acme.example", phone="+4930123456", note="Met at the fair.",
    )  # fmt: skip


def test_the_two_stand_side_by_side_with_the_reason(
    reader: Reader, ann: Person, twin: Person
) -> None:
    page = reader.open("/people/same")

    for words in ("Ann Lee", "Lee Ann", "+4930123456", "Met at the fair.", "As good as certain",
                  "The same name in another order"):  # fmt: skip
        assert words in page.text


def test_how_close_each_is_stands_there_as_on_their_own_page(
    reader: Reader, ada: "Campaign", ann: Person, twin: Person
) -> None:
    twin.ties.update(kind="")
    ann.ties.update(kind="met")
    Evidence.objects.bulk_create(
        Evidence(campaign=ada, person=twin, kind="mail", inbound=bool(day % 2),
                 on=date(2026, 10, 1 + day))
        for day in range(20)
    )  # fmt: skip
    stranger = a_row_person(ada, "Ann L. Lee", tie=None, email="ann.lee@acme.example")

    both, alone = reader.open("/people/same").text, reader.open(f"/people/{twin.pk}").text

    assert "<dt>Tie</dt><dd>close</dd>" in both
    assert '<p class="lead">Close.</p>' in alone
    assert f'<a href="/people/{stranger.pk}">' in both


def test_same_person_makes_them_one_and_it_can_be_undone(
    reader: Reader, ann: Person, twin: Person
) -> None:
    page = reader.send(reader.open("/people/same"), "/people/same/merge")

    assert "You said Ann Lee and Lee Ann are one person." in page.text
    assert list(Person.objects.values_list("pk", flat=True)) == [ann.pk]
    reader.send(page, "/undo")
    assert Person.objects.count() == 2


def test_a_merge_is_taken_back_on_the_page_of_the_person(
    reader: Reader, ann: Person, twin: Person
) -> None:
    reader.send(reader.open("/people/same"), "/people/same/merge")
    page = reader.open(f"/people/{ann.pk}")
    assert "You said Ann Lee and Lee Ann are one person." in page.text

    page = reader.send(page, "/people/same/undo")

    assert "You took back" in page.text
    assert "Make them two again" not in reader.open(f"/people/{ann.pk}").text
    assert Person.objects.count() == 2


def test_after_thirty_days_the_page_offers_no_merge_back(
    reader: Reader, ann: Person, twin: Person
) -> None:
    reader.send(reader.open("/people/same"), "/people/same/merge")
    Entry.objects.update(on=date(2026, 1, 1))

    assert "Make them two again" not in reader.open(f"/people/{ann.pk}").text


def test_not_the_same_is_never_asked_again(reader: Reader, ann: Person, twin: Person) -> None:
    page = reader.send(reader.open("/people/same"), "/people/same/not")

    assert "Nobody stands in your address book twice" in page.text
    assert NotSame.objects.count() == 1
    assert Person.objects.count() == 2


def test_ben_is_not_shown_nor_merged(
    reader: Reader, ada: "Campaign", ann: Person, ben: "Campaign"
) -> None:
    for email in ("tom@home.example", "tom@other.example"):
        a_row_person(ben, "Tom Berg", company=ben.companies.get(), title="Buyer", email=email)

    assert "Tom Berg" not in reader.open("/people/same").text


def test_many_pairs_take_no_more_questions_than_one(
    reader: Reader, ada: "Campaign", acme: "Company", ann: Person, twin: Person
) -> None:
    def queries() -> int:
        forget_pairs()
        with CaptureQueriesContext(connection) as seen:
            assert reader.open("/people/same").status == 200
        return len(seen)

    few = queries()
    for number in range(30):
        for name in (f"Person N{number}", f"N{number} Person"):
            a_row_person(ada, name, company=acme, title="Buyer", email=f"n{number}@home.example")

    assert queries() == few <= 9
    assert "more after these" in reader.open("/people/same").text


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", ["/people/same", "/people/{a}/compare",
                                     "/people/{a}/compare?with={b}"])  # fmt: skip
def test_the_page_fits_and_shuts_nobody_out(
    browser: Callable[..., Any], ann: Person, twin: Person, scheme: str, width: int, address: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser(
        address.format(a=ann.pk, b=twin.pk),
        color_scheme=scheme,
        viewport={"width": width, "height": 844},
        reduced_motion="reduce",
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).response["violations"] == []


def test_a_fact_that_differs_is_chosen_on_the_page(
    reader: Reader, ann: Person, twin: Person
) -> None:
    Person.objects.filter(pk=ann.pk).update(place="Utrecht")
    Person.objects.filter(pk=twin.pk).update(place="Leiden")
    page = reader.open("/people/same")
    assert "Utrecht: the older entry has it." in page.text

    reader.send(page, "/people/same/merge", take_place=str(twin.pk), take_name=str(twin.pk))

    one = Person.objects.get()
    assert (one.pk, one.name, one.place) == (ann.pk, "Lee Ann", "Leiden")


def test_the_page_the_list_and_the_page_of_two_tell_the_same(
    reader: Reader, ada: "Campaign", acme: "Company", ann: Person, twin: Person, stamp: Stamp
) -> None:
    for name in ("Ann Leigh", "Tom Orr", "Orr Tom", "Ann Vos"):  # a crowd on one number
        a_row_person(ada, name, company=acme, title="Nurse", phone="+4930123456")
    forget_pairs()
    listed = merge(ada, stamp=stamp, a="list")
    assert isinstance(listed, list)
    assert len(listed) > 1
    page = reader.open("/people/same").text

    places = [page.index(f'value="{pair.a}"><input type="hidden" name="b"') for pair in listed]
    assert places == sorted(places)
    for pair in listed:
        forget_pairs()
        both = reader.open(f"/people/{pair.a}/compare?with={pair.b}").text
        for said in (pair.why, *(f"{one.value}: {one.why}." for one in pair.differs)):
            assert said in page
            assert said in both

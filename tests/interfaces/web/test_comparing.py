"""Whether two people are one is also asked from a person's own page, for any two of them."""

from typing import TYPE_CHECKING, Any

import pytest

from firststep.steps.people.models import NotSame, Person
from tests.cast import a_row_person
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company


@pytest.fixture
def married(ada: "Campaign", acme: "Company") -> Person:
    """Ann Lee under the name she took: nothing tells that they are one but Ada herself."""
    return a_row_person(ada, "Anna Berger", company=acme, title="Planner", phone="+4930123456")


def test_somebody_else_is_looked_for_from_a_persons_page_and_stands_beside(
    reader: Reader, ann: Person, married: Person
) -> None:
    assert f'href="/people/{ann.pk}/compare"' in reader.open(f"/people/{ann.pk}").text

    nobody = reader.open(f"/people/{ann.pk}/compare")
    found = reader.open(f"/people/{ann.pk}/compare?q=berger")
    both = reader.open(f"/people/{ann.pk}/compare?with={married.pk}")

    assert "Nobody else looks like Ann Lee" in nobody.text
    assert f"/people/{ann.pk}/compare?with={married.pk}" in found.text
    assert f"compare?with={ann.pk}" not in reader.open(f"/people/{ann.pk}/compare?q=lee").text
    for words in ("Ann Lee", "Anna Berger", "+4930123456", "ann.lee@acme.example",
                  "Nothing you have on them shows that they are one."):  # fmt: skip
        assert words in both.text


def test_whoever_shares_an_address_or_a_name_is_offered_with_the_reason(
    reader: Reader, ada: "Campaign", ann: Person, married: Person
) -> None:
    a_row_person(ada, "Bea Lee", title="Nurse")
    a_row_person(ada, "Tom Orr", title="Cook")
    same = a_row_person(ada, "Lee Ann", email="ann.lee@acme.example")
    married.addresses.create(campaign=ada, kind="email", value="a@b.example", key="a@b.example")
    ann.addresses.create(campaign=ada, kind="email", value="a@b.example", key="a@b.example")

    page = reader.open(f"/people/{ann.pk}/compare").text

    assert page.index(f"with={same.pk}") < page.index("Anna Berger") < page.index("Bea Lee")
    assert "The same name in another order" in page
    assert "Tom Orr" not in page


@pytest.mark.parametrize("newer_first", [False, True])
def test_same_person_leads_to_the_one_who_is_left_and_can_be_undone(
    reader: Reader, ann: Person, married: Person, newer_first: bool
) -> None:
    one, other = (married, ann) if newer_first else (ann, married)

    page = reader.send(reader.open(f"/people/{one.pk}/compare?with={other.pk}"),
                       "/people/same/merge")  # fmt: skip

    assert page.address.startswith(f"/people/{ann.pk}")
    assert "are one person." in page.text
    assert list(Person.objects.values_list("pk", flat=True)) == [ann.pk]
    reader.send(page, "/undo")
    assert Person.objects.count() == 2


def test_a_second_press_of_same_person_finds_the_one_who_is_left(
    reader: Reader, ann: Person, married: Person
) -> None:
    page = reader.open(f"/people/{married.pk}/compare?with={ann.pk}")
    fields = page.form("/people/same/merge").fields

    first, second = (reader.post("/people/same/merge", fields) for _ in range(2))

    assert (first.status, second.status) == (200, 200)
    assert second.address.startswith(f"/people/{ann.pk}")


def test_not_the_same_is_remembered_and_told_when_they_are_compared_again(
    reader: Reader, ann: Person, married: Person
) -> None:
    address = f"/people/{married.pk}/compare?with={ann.pk}"

    page = reader.send(reader.open(address), "/people/same/not")
    again = reader.open(address)

    assert page.address.startswith(f"/people/{married.pk}")
    assert NotSame.objects.filter(one=ann, other=married).exists()
    assert "that they are two people" in again.text
    assert "Not the same" not in again.text


def test_whoever_is_not_there_or_bens_or_the_same_is_not_compared(
    reader: Reader, ada: "Campaign", ann: Person, ben: "Campaign"
) -> None:
    tom: Any = ben.people.get()

    for address in (f"/people/{ann.pk}/compare?with={tom.pk}", f"/people/{tom.pk}/compare",
                    f"/people/{ann.pk}/compare?with={ann.pk}", f"/people/{ann.pk}/compare?with=x",
                    f"/people/{ann.pk}/compare?with=99999"):  # fmt: skip
        assert reader.open(address).status == 404
    assert "Tom Berg" not in reader.open(f"/people/{ann.pk}/compare?q=tom").text

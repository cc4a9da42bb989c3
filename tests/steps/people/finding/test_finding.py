"""A person, a company, a seat is found by what one would type; doubts are shown, not guessed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firststep.errors import CannotDo
from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.finding.finding import find_company, find_person, find_seat, people_page
from firststep.steps.people.models import Person
from tests.cast import a_company, a_row_person, a_target


def refusal(find: Callable[[Campaign, str], Any], campaign: Campaign, text: str) -> CannotDo:
    with pytest.raises(CannotDo) as refused:
        find(campaign, text)
    return refused.value


def test_a_person_is_found_by_id_name_and_part_of_it(ada: Campaign, ann: Person) -> None:
    for text in (str(ann.pk), f"p{ann.pk}", "Ann Lee", "ann  LEE", "Änn Lee", "lee", "an"):
        assert find_person(ada, text) == ann, text


def test_a_whole_name_beats_a_part_and_whole_words_beat_parts(ada: Campaign) -> None:
    ann = a_row_person(ada, "Ann")
    lee = a_row_person(ada, "Ann Lee")
    a_row_person(ada, "Leeann Cole")

    assert find_person(ada, "ann") == ann
    assert find_person(ada, "lee") == lee


def test_two_of_one_name_are_told_apart_by_company_or_refused(ada: Campaign, ann: Person) -> None:
    globex = a_target(ada, "Globex")
    other = a_row_person(ada, "Ann Lee", company=globex, title="Chef")

    refused = refusal(find_person, ada, "Ann Lee")

    assert refused.kind == "ambiguous"
    assert refused.candidates == [
        {"id": ann.pk, "name": "Ann Lee", "title": "Analyst", "company": "Acme", "is": "person"},
        {"id": other.pk, "name": "Ann Lee", "title": "Chef", "company": "Globex", "is": "person"},
    ]
    assert find_person(ada, "Ann Lee, Globex") == other


@pytest.mark.parametrize("text", ["Nobody Known", "p999999", "99", "%", "_", "' OR 1=1 --", '"'])
def test_who_is_not_there_is_not_found(ada: Campaign, ann: Person, text: str) -> None:
    if text == str(ann.pk):
        return

    assert refusal(find_person, ada, text).kind == "not_found"


def test_another_seeker_s_people_companies_and_seats_are_not_found(
    ada: Campaign, ben: Campaign
) -> None:
    tom = Person.objects.get(campaign=ben)
    initech = Company.objects.get(campaign=ben)

    for text in ("Tom Berg", str(tom.pk), "berg"):
        assert refusal(find_person, ada, text).kind == "not_found"
    for text in ("Initech", str(initech.pk)):
        assert refusal(find_company, ada, text).kind == "not_found"
    assert refusal(find_seat, ada, f"s{initech.seats.get().pk}").kind == "not_found"
    assert people_page(ada, "berg").people == []


def test_a_target_beats_a_known_company_and_an_alias_is_a_name(ada: Campaign) -> None:
    acme = a_target(ada, "Acme", aliases=["Wile Works"])
    a_company(ada, "Acme Dental")
    a_company(ada, "Dental Care")
    a_target(ada, "Wile Works Labs")

    for text in ("acme", "ACME GmbH", "wile works", "Wile Works Inc.", "acm", str(acme.pk)):
        assert find_company(ada, text) == acme, text
    assert find_company(ada, "care").name == "Dental Care"
    assert [c["name"] for c in refusal(find_company, ada, "dental").candidates] == [
        "Acme Dental",
        "Dental Care",
    ]


def test_a_seat_is_found_by_id_company_and_title(ada: Campaign, acme: Company) -> None:
    a_target(ada, "Globex")
    seat = acme.seats.get()

    for text in (f"s{seat.pk}", "Acme", "Acme, Head of Purchasing", "head of purchasing at acme"):
        assert find_seat(ada, text) == seat, text
    assert refusal(find_seat, ada, "Head of Purchasing").kind == "ambiguous"


def test_people_are_found_by_a_part_of_name_title_or_company(ada: Campaign, ann: Person) -> None:
    zoe = a_row_person(ada, "Zoë Brontë")
    Person.objects.filter(pk=zoe.pk).update(search_text=fold(zoe.name), name_key=fold(zoe.name))

    for text in ("nn le", "analyst", "acm", "ann analyst", "an", "ANN", "a"):
        found = people_page(ada, text).people
        assert ann in found, text
        assert all(fold(text).split()[0] in p.search_text for p in found), text
    assert [p.name for p in people_page(ada, "bronte").people] == ["Zoë Brontë"]
    for text in ("xyz", "100%", "ann xyz", 'a"b', "zo_"):
        assert people_page(ada, text).people == [], text


def test_the_search_follows_what_is_corrected_and_removed(ada: Campaign, ann: Person) -> None:
    ann.search_text = "anna smith buyer globex"
    ann.save()

    assert people_page(ada, "analyst").people == []
    assert people_page(ada, "globex").people == [ann]
    ann.delete()
    assert people_page(ada, "globex").people == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:  # raises where the table and the people differ
            table = "firststep_person_search"
            cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")


def test_a_page_shows_fifty_and_goes_on_where_it_ended(ada: Campaign) -> None:
    names = [f"Sam {i % 7} {i:03}" for i in range(120)]
    for name in names:
        a_row_person(ada, name)
    a_row_person(ada, "Sam 3 003")  # two of one name: none is skipped at a page's end

    seen: list[str] = []
    after = ""
    while True:
        page = people_page(ada, "sam", after=after)
        seen += [p.name for p in page.people]
        after = page.after
        if not after:
            break

    assert seen == sorted([*names, "Sam 3 003"])
    assert len(people_page(ada).people) == 50
    assert people_page(ada, after="nonsense").people == people_page(ada).people


def test_a_page_takes_the_same_few_queries_however_many_people(ada: Campaign) -> None:
    def queries(text: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            page = people_page(ada, text)
            for person in page.people:
                assert page.positions.get(person.pk) is None or page.positions[person.pk].written
        return len(seen)

    acme = a_target(ada, "Acme")
    a_row_person(ada, "Sam 0", company=acme)
    one = queries("sam"), queries("")
    for i in range(1, 60):
        a_row_person(ada, f"Sam {i}", company=acme)

    assert (queries("sam"), queries("")) == one
    assert one[1] <= 2
    assert one[0] <= 3

"""Several met at once: an entry each, all or none, nobody doubled; and cards read before that."""

from dataclasses import replace
from datetime import date

import pytest

from firststep.errors import CannotDo
from firststep.habits.events.models import Encounter, Event
from firststep.habits.events.reckoning import events_on
from firststep.habits.favours.models import Promise
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person
from firststep.verbs import thread
from firststep.verbs.habits.cards import MetRead, read_met
from firststep.verbs.habits.event import Met, MetOne, met, met_all
from firststep.verbs.safety.undo import undo
from tests.cast import MONDAY, a_row_person
from tests.everything import everything

TUESDAY = date(2026, 11, 3)
CARD = b"Priya Nair\nHead of Operations\nAcme\n+49 30 901820\npriya@acme.example"
VCARD = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Priya Nair\r\nN:Nair;Priya;;;\r\nORG:Acme\r\n"
    b"TITLE:Head of Operations\r\nTEL;TYPE=CELL:+49 30 901820\r\nEMAIL:priya@acme.example\r\n"
    b"END:VCARD\r\n"
)


def meet_all(campaign: Campaign, *people: MetOne, at: str = "", on: date = MONDAY) -> list[Met]:
    return met_all(campaign, stamp=Stamp(on=on), people=people, at=at)


def read(campaign: Campaign, data: bytes) -> tuple[MetRead, ...]:
    return read_met(campaign, data)


@pytest.mark.parametrize("data", [CARD, VCARD, b"Hello,\n\n" + VCARD])
def test_a_card_is_read_shown_and_booked(ada: Campaign, acme: Company, data: bytes) -> None:
    before = everything()
    (found,) = read(ada, data)
    assert everything() == before and not found.question

    (done,) = meet_all(ada, found.one, at="SCM mixer")

    priya = Person.objects.get(pk=done.person_id)
    post = priya.positions.get()
    assert (priya.name, post.title, post.company) == ("Priya Nair", "Head of Operations", acme)
    assert {row.value for row in priya.addresses.all()} == {"+49 30 901820", "priya@acme.example"}
    assert Encounter.objects.get().event == Event.objects.get(name="SCM mixer")


def test_each_is_an_entry_and_undo_takes_one_at_a_time(ada: Campaign, acme: Company) -> None:
    before = everything()
    meet_all(ada, MetOne(name="Amy Roe"), MetOne(name="Bea Roe", company="Acme"), at="The fair")

    assert [entry.words for entry in Entry.objects.filter(verb="met")] == [
        "You met Amy Roe.", "You met Bea Roe.",
    ]  # fmt: skip
    assert Event.objects.count() == 1
    for _ in range(2):
        undo(ada, stamp=Stamp(on=MONDAY))
    assert everything() == before


def test_where_one_of_them_is_refused_nobody_is_written(ada: Campaign, acme: Company) -> None:
    before = everything()
    with pytest.raises(CannotDo, match="not an e-mail address"):
        meet_all(ada, MetOne(name="Amy Roe"), MetOne(name="Bea Roe", email="bea"), at="The fair")
    assert everything() == before


def test_a_post_without_its_company_is_asked_for_so_that_it_is_not_lost(ada: Campaign) -> None:
    with pytest.raises(CannotDo, match=r"At which company is Amy Roe \(Buyer\)"):
        meet_all(ada, MetOne(name="Amy Roe", title="Buyer"))


def test_the_same_list_twice_doubles_nothing_and_keeps_what_is_new(
    ada: Campaign, acme: Company
) -> None:
    first = MetOne(name="Amy Roe", company="Acme", said="steel")
    meet_all(ada, first, at="The fair")
    before = everything()
    meet_all(ada, first, at="The fair")
    assert everything() == before

    more = MetOne(name="Amy Roe", company="Acme", said="copper", phone="+49 30 1", promise="a list")
    meet_all(ada, replace(more, phone="+49 30 901820"), at="The fair")

    assert Touch.objects.filter(kind="met").count() == 1
    assert Encounter.objects.get().said == "steel; copper"
    assert [row.what for row in Promise.objects.all()] == ["a list"]
    assert Person.objects.get(name="Amy Roe").addresses.get().value == "+49 30 901820"
    undo(ada, stamp=Stamp(on=MONDAY))
    assert everything() == before


def test_several_met_at_two_events_with_a_thread_already_keep_one_thread_each(
    ada: Campaign, acme: Company, ann: Person, dana: Person
) -> None:
    sent = [
        thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{one.pk}") for one in (ann, dana)
    ]
    people = [MetOne(name=ann.name, company="Acme"), MetOne(name=dana.name, person_id=dana.pk)]
    meet_all(ada, *people, at="Monday mixer")
    meet_all(ada, *people, at="Tuesday walk", on=TUESDAY)

    assert {row.pk for row in Approach.objects.all()} == {one.approach_id for one in sent}
    assert Person.objects.filter(campaign=ada).count() == 2
    assert [len(one.people) for one in events_on(ada, TUESDAY)] == [2, 2]


def test_who_is_known_is_told_and_a_namesake_elsewhere_is_asked_about(
    ada: Campaign, acme: Company, ann: Person
) -> None:
    known, elsewhere = read(ada, b"Ann Lee, Acme\n\nAnn Lee, Buyer, Globex")
    assert (known.one.person_id, known.known_as) == (ann.pk, "Ann Lee (Acme)")
    assert elsewhere.question == (
        "You know Ann Lee (Acme). Is it the same person, or somebody new?"
    )

    (new,) = meet_all(ada, MetOne(name="Ann Lee", company="Globex", is_new=True))
    (same,) = meet_all(ada, MetOne(name="Ann Lee", company="Globex", person_id=ann.pk))
    assert new.person_id != ann.pk == same.person_id


def test_a_title_and_a_surname_mean_the_one_they_fit(ada: Campaign, acme: Company) -> None:
    ines = a_row_person(ada, "Ines Ode", company=acme)
    a_row_person(ada, "Tobias Ode", company=acme)
    sue = a_row_person(ada, "Sue Hart")

    her, elsewhere, nobody, house = read(
        ada, b"Mrs Ode, Acme: their move\nMs Hart\nMrs Ode, Globex\nDr. Ode, Acme\nAmy Roe, Acme"
    )[:4]

    assert (her.one.person_id, her.known_as, her.question) == (ines.pk, "Ines Ode (Acme)", "")
    assert elsewhere.maybe == ((sue.pk, "Sue Hart"),)
    assert elsewhere.question == "You know Sue Hart. Is it the same person, or somebody new?"
    assert [key for key, _ in nobody.maybe] == [ines.pk]
    assert house.one.person_id is None
    (met_her,) = meet_all(ada, MetOne(name="Mrs Ode", company="Acme"))
    assert met_her.person_id == ines.pk


def test_a_profile_tells_who_somebody_is(ada: Campaign, ann: Person) -> None:
    kim = a_row_person(ada, "Kim Park", linkedin="kimpark")
    (found,) = read(ada, b"K. Park\nBuyer\nTandem GmbH\nlinkedin.com/in/kimpark")
    assert found.one.person_id == kim.pk
    (new,) = meet_all(ada, MetOne(name="Lou Fox", linkedin="https://www.linkedin.com/in/loufox"))
    assert Person.objects.get(pk=new.person_id).linkedin == "loufox"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Nobody stands here yet"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "Of a photo"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "Of a photo"),
        (b"PK\x03\x04rest", "neither text nor an address card"),
        (b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", "Nobody stands here yet"),
        (b"a" * 500_000, "far more"),
    ],
)
def test_what_holds_nobody_is_refused_with_what_to_do(
    ada: Campaign, data: bytes, words: str
) -> None:
    with pytest.raises(CannotDo, match=words):
        read(ada, data)


def test_ways_that_are_none_are_asked_about(ada: Campaign) -> None:
    looks_alike = "Priya Nair, Acme, priya@\u0430cme.example"  # a Cyrillic letter
    (found,) = read(ada, looks_alike.encode())
    assert "another alphabet" in found.question


def test_of_ada_ben_meets_nobody(ada: Campaign, ben: Campaign, ann: Person) -> None:
    (found,) = read(ben, b"Ann Lee, Acme")
    assert found.one.person_id is None and not found.maybe
    with pytest.raises(CannotDo, match="no person"):
        meet_all(ben, MetOne(name="Ann Lee", person_id=ann.pk))


def test_who_was_told_in_one_line_and_in_a_list_is_one(ada: Campaign, acme: Company) -> None:
    one = met(ada, stamp=Stamp(on=MONDAY), who="Priya Nair, Head of Ops, Acme", at="The fair")
    (found,) = read(ada, CARD)
    (again,) = meet_all(ada, found.one, at="The fair")
    assert again.person_id == one.person_id and Touch.objects.count() == 1

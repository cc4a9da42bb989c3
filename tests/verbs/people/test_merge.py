"""Two people become one, without loss, and may become two again."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Snooze
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Touch
from firststep.steps.people.finding.finding import find_person, people_page
from firststep.steps.people.models import NotSame, Person, Position, Seat, Suppression, Tie
from firststep.verbs import thread as actions
from firststep.verbs.people import import_files as imports
from firststep.verbs.people import joining
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.merge import Merged, merge_people, not_the_same
from firststep.verbs.people.persons import add_person, edit_person, edit_position
from firststep.verbs.people.tie import set_tie
from firststep.verbs.people.unmerge import undo_merge
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.undo import undo
from tests.cast import a_row_person
from tests.everything import everything


@pytest.fixture
def annie(ada: Campaign, globex: Company) -> Person:
    """Annie Lee of Globex: Ann Lee again, as the phone knows her."""
    return a_row_person(
        ada,
        "Annie Lee",
        company=globex,
        title="Buyer",
        tie="dormant",
        email="annie@home.example",
        phone="+491701234567",
        linkedin="annie-lee",
        note="Likes chess.",
    )


def merged(ada: Campaign, stamp: Stamp, a: Person, b: Person) -> Merged:
    return merge_people(ada, stamp=stamp, a=str(a.pk), b=str(b.pk))


def test_the_older_number_stays_and_all_that_was_known_goes_over(
    ada: Campaign, ann: Person, annie: Person, globex: Company, stamp: Stamp
) -> None:
    Seat.objects.filter(company=globex).update(holder=annie)

    answer = merged(ada, stamp, annie, ann)

    one = Person.objects.get(campaign=ada)
    assert (answer.person.pk, one.pk) == (ann.pk, ann.pk)
    assert (one.name, one.linkedin, one.note) == ("Ann Lee", "annie-lee", "Likes chess.")
    assert set(one.positions.values_list("title", flat=True)) == {"Analyst", "Buyer"}
    assert {way.value for way in one.addresses.all()} == {
        "ann.lee@acme.example", "annie@home.example", "+491701234567"
    }  # fmt: skip
    assert Tie.objects.get(person=one).kind == "close"
    assert Seat.objects.get(company=globex).holder == one
    assert [row.pk for row in people_page(ada, "Buyer").people] == [one.pk]
    assert Entry.objects.get(campaign=ada).pk == answer.merge_id


def test_what_was_said_by_hand_wins(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    edit_person(ada, stamp=stamp, person=str(annie.pk), name="Ann Marie Lee", tie="met")
    Tie.objects.filter(person=ann).update(by_hand=False)

    merged(ada, stamp, ann, annie)

    one = Person.objects.get(campaign=ada)
    assert (one.name, one.name_key, one.by_hand) == ("Ann Marie Lee", "ann marie lee", ["name"])
    assert Tie.objects.get(person=one).kind == "met"


FILLED = {"CharField": "sie", "TextField": "told", "DateField": date(2026, 5, 4), "JSONField": [1]}


@pytest.mark.parametrize("field", sorted(joining._alike()))
def test_no_field_of_a_person_is_lost_in_a_merge(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp, field: str
) -> None:
    told = FILLED[Person._meta.get_field(field).get_internal_type()]
    Person.objects.filter(pk=annie.pk).update(**{field: told})

    merged(ada, stamp, ann, annie)

    assert getattr(Person.objects.get(campaign=ada), field) == told


def test_every_field_of_a_person_is_joined_alike_but_for_those_with_a_rule_of_their_own() -> None:
    fields = {field.name for field in Person._meta.concrete_fields}

    assert {"place", "birthday", "keep"} <= set(joining._alike())
    assert fields - set(joining._alike()) == joining._OF_ITS_OWN


def test_one_post_told_twice_is_one_and_the_corrected_one_stays(
    ada: Campaign, ann: Person, acme: Company, stamp: Stamp
) -> None:
    other = a_row_person(ada, "A. Lee", company=acme, title="", tie=None)
    edit_position(
        ada, stamp=stamp, person=str(other.pk), position=other.positions.get().pk,
        began_on=date(2020, 1, 1),
    )  # fmt: skip

    merged(ada, stamp, ann, other)

    post = Position.objects.get(person=ann)
    assert (post.by_hand, post.began_on) == (True, date(2020, 1, 1))


def test_f2_two_unfinished_approaches_become_one_the_warmest_way_in_and_the_newest_ask(
    ada: Campaign, ann: Person, annie: Person, dana: Person, stamp: Stamp
) -> None:
    actions.record_sent(ada, stamp=stamp, ref=f"p{ann.pk}")
    actions.ask(ada, stamp=stamp, who=str(annie.pk), what="referral")
    Approach.objects.filter(person=annie).update(origin="referred", via=dana)
    first = Approach.objects.get(person=ann).pk

    merged(ada, stamp, ann, annie)

    joined = Approach.objects.get(campaign=ada)
    assert (joined.pk, joined.person_id) == (first, ann.pk)
    assert (joined.origin, joined.via_id, joined.ask) == ("referred", dana.pk, "referral")
    assert Touch.objects.get().approach_id == first


def test_an_approach_that_silence_closed_stays_as_it_is(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    actions.record_sent(ada, stamp=stamp, ref=f"p{ann.pk}")
    actions.ask(ada, stamp=stamp, who=str(annie.pk), what="advice")

    merged(ada, replace(stamp, on=stamp.on + timedelta(days=60)), ann, annie)

    assert Approach.objects.filter(person=ann).count() == 2


def test_do_not_contact_wins(ada: Campaign, ann: Person, annie: Person, stamp: Stamp) -> None:
    actions.ask(ada, stamp=stamp, who=str(ann.pk), what="name")
    set_do_not_contact(ada, stamp=stamp, person=str(annie.pk), why="She asked.")
    before = Suppression.objects.count()

    merged(ada, stamp, ann, annie)

    one = Person.objects.get(campaign=ada)
    assert (one.do_not_contact_on, one.do_not_contact_why) == (stamp.on, "She asked.")
    assert not Approach.objects.filter(closed_on=None).exists()
    assert Suppression.objects.count() > before


@pytest.fixture
def busy(ada: Campaign, ann: Person, annie: Person, dana: Person, stamp: Stamp) -> None:
    """Both have been written to, snoozed, tied to the same third person, and marked."""
    for person in (ann, annie):
        sent = actions.record_sent(ada, stamp=stamp, ref=f"p{person.pk}", text="Hello")
        actions.record_reply(ada, stamp=stamp, ref=sent.ref, answer="yes")
        actions.snooze(ada, stamp=stamp, ref=sent.ref, until=stamp.on + timedelta(days=9))
        set_tie(ada, stamp=stamp, person=str(person.pk), other=str(dana.pk), kind="known")
    set_tie(ada, stamp=stamp, person=str(ann.pk), other=str(annie.pk), kind="met")
    add_person(ada, stamp=stamp, name="Tom Fox")
    not_the_same(ada, stamp=stamp, a="Annie Lee", b="Tom Fox")
    set_do_not_contact(ada, stamp=stamp, person=str(annie.pk))


@pytest.mark.usefixtures("busy")
def test_undo_puts_every_row_back(ada: Campaign, ann: Person, annie: Person, stamp: Stamp) -> None:
    before = everything()

    merged(ada, stamp, ann, annie)
    assert everything() != before
    undo(ada, stamp=stamp)

    assert everything() == before


@pytest.mark.usefixtures("busy")
def test_a_merge_is_taken_back_by_its_number_and_loses_nothing(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    before = everything()
    answer = merged(ada, stamp, ann, annie)

    kept = undo_merge(ada, stamp=stamp, merge_id=answer.merge_id)

    assert kept == ann
    assert everything() == before
    with pytest.raises(CannotDo, match="taken back already"):
        undo_merge(ada, stamp=stamp, merge_id=answer.merge_id)


def test_what_was_recorded_since_stays_with_the_one_kept(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    answer = merged(ada, stamp, ann, annie)
    actions.record_sent(ada, stamp=stamp, ref=f"p{ann.pk}")
    edit_position(ada, stamp=stamp, person=str(ann.pk), company="Umbrella", title="Chair")

    undo_merge(ada, stamp=stamp, merge_id=answer.merge_id)

    assert Touch.objects.get().person == ann
    assert find_person(ada, "Annie Lee").addresses.count() == 2
    assert set(ann.positions.values_list("title", flat=True)) == {"Analyst", "Chair"}
    assert [p.pk for p in people_page(ada, "Chair").people] == [ann.pk]
    assert [p.name for p in people_page(ada, "Buyer").people] == ["Annie Lee"]


def test_something_newer_in_the_way_is_named(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    answer = merged(ada, stamp, ann, annie)
    edit_person(ada, stamp=stamp, person=str(ann.pk), note="Quite another note.")
    before = everything()

    with pytest.raises(CannotDo, match="You corrected Ann Lee"):
        undo_merge(ada, stamp=stamp, merge_id=answer.merge_id)

    assert everything() == before


def test_an_address_taken_out_since_stands_in_the_way(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    answer = merged(ada, stamp, ann, annie)
    edit_person(ada, stamp=stamp, person=str(ann.pk), phone="")

    with pytest.raises(CannotDo, match="Something newer"):
        undo_merge(ada, stamp=stamp, merge_id=answer.merge_id)


def test_after_thirty_days_a_merge_stays(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    answer = merged(ada, stamp, ann, annie)

    with pytest.raises(CannotDo, match="30 days"):
        undo_merge(ada, stamp=Stamp(on=stamp.on + timedelta(days=31)), merge_id=answer.merge_id)
    undo_merge(ada, stamp=Stamp(on=stamp.on + timedelta(days=30)), merge_id=answer.merge_id)


def test_undo_never_takes_back_that_a_merge_was_taken_back(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    add_person(ada, stamp=stamp, name="Tom Fox")
    answer = merged(ada, stamp, ann, annie)
    undo_merge(ada, stamp=stamp, merge_id=answer.merge_id)

    assert undo(ada, stamp=stamp).verb == "person add"


def test_who_is_marked_after_the_merge_stays_marked_when_it_is_taken_back(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    answer = merged(ada, stamp, ann, annie)
    set_do_not_contact(ada, stamp=stamp, person=str(ann.pk))

    undo_merge(ada, stamp=stamp, merge_id=answer.merge_id)

    assert Person.objects.filter(campaign=ada, do_not_contact_on=None).count() == 0


def test_forgetting_the_one_kept_forgets_what_was_merged_into_them(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    answer = merged(ada, stamp, ann, annie)

    forget(ada, stamp=stamp, person=str(ann.pk))

    left = str(list(Entry.objects.values("words", "about", "before"))).lower()
    assert "annie" not in left
    assert "chess" not in left
    with pytest.raises(CannotDo):
        undo_merge(ada, stamp=stamp, merge_id=answer.merge_id)


def test_not_the_same_is_remembered_once_and_goes_over_in_a_merge(
    ada: Campaign, ann: Person, dana: Person, annie: Person, stamp: Stamp
) -> None:
    not_the_same(ada, stamp=stamp, a=str(dana.pk), b=str(annie.pk))

    with pytest.raises(CannotDo, match="said so before"):
        not_the_same(ada, stamp=stamp, a=str(annie.pk), b=str(dana.pk))
    merged(ada, stamp, ann, annie)
    row = NotSame.objects.get()
    assert ann.pk < dana.pk < annie.pk
    assert (row.one_id, row.other_id) == (ann.pk, dana.pk)


def test_snoozes_of_both_stand(ada: Campaign, ann: Person, annie: Person, stamp: Stamp) -> None:
    actions.snooze(ada, stamp=stamp, ref=f"p{annie.pk}", until=stamp.on + timedelta(days=3))

    merged(ada, stamp, ann, annie)

    assert Snooze.objects.get().person_id == ann.pk


def test_one_person_is_not_merged_with_themselves(ada: Campaign, ann: Person, stamp: Stamp) -> None:
    with pytest.raises(CannotDo, match="one person"):
        merge_people(ada, stamp=stamp, a="Ann Lee", b=str(ann.pk))


def test_ben_merges_nobody_of_adas(
    ada: Campaign, ben: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    answer = merged(ada, stamp, ann, annie)

    for refused in (
        lambda: merge_people(ben, stamp=stamp, a=str(ann.pk), b="Tom Berg"),
        lambda: not_the_same(ben, stamp=stamp, a=str(ann.pk), b="Tom Berg"),
        lambda: undo_merge(ben, stamp=stamp, merge_id=answer.merge_id),
    ):
        with pytest.raises(CannotDo) as error:
            refused()
        assert error.value.kind == "not_found"


CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Annie Lee
N:Lee;Annie;;;
ORG:Globex
TEL:+491701234567
EMAIL:annie@home.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Lee Ann
N:Ann;Lee;;;
TEL:+49 30 5550 1234
END:VCARD
"""
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def test_no_import_brings_a_merged_person_anew(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    edit_person(ada, stamp=stamp, person=str(ann.pk), linkedin="ann-lee")
    merged(ada, stamp, ann, annie)
    rows = "Annie,Lee,https://www.linkedin.com/in/annie-lee,,Globex,Buyer,01 Mar 2020\n"

    for name, text in (
        ("Connections.csv", HEADER + rows),
        ("cards.vcf", CARDS.partition("BEGIN:VCARD\nVERSION:3.0\nFN:Lee")[0]),
    ):
        imports.import_files(ada, stamp=stamp, streams=[(name, BytesIO(text.encode()))])

    assert Person.objects.filter(campaign=ada).count() == 1


def test_an_import_joins_by_number_only_with_a_like_name(
    ada: Campaign, ann: Person, dana: Person, stamp: Stamp
) -> None:
    edit_person(ada, stamp=stamp, person=str(ann.pk), phone="+49 30 5550 1234")

    imports.import_files(ada, stamp=stamp, streams=[("cards.vcf", BytesIO(CARDS.encode()))])

    assert set(Person.objects.filter(campaign=ada).values_list("name", flat=True)) == {
        "Ann Lee", "Dana Whitlock", "Annie Lee"
    }  # fmt: skip


def test_a_title_is_never_lost_to_a_post_corrected_by_hand_without_one(
    ada: Campaign, ann: Person, acme: Company, stamp: Stamp
) -> None:
    other = a_row_person(ada, "Lee Ann", company=acme, title="", tie=None)
    edit_position(
        ada, stamp=stamp, person=str(other.pk), position=other.positions.get().pk,
        began_on=date(2020, 1, 1),
    )  # fmt: skip

    merged(ada, stamp, ann, other)

    post = Position.objects.get(person=ann)
    assert (post.title, post.by_hand, post.began_on) == ("Analyst", True, date(2020, 1, 1))


def test_two_titles_at_one_employer_are_both_kept(
    ada: Campaign, ann: Person, acme: Company, stamp: Stamp
) -> None:
    merged(ada, stamp, ann, a_row_person(ada, "Lee Ann", company=acme, title="Buyer"))

    titles = set(Position.objects.filter(person=ann).values_list("title", flat=True))
    assert titles == {"Analyst", "Buyer"}


def test_the_right_spelling_beats_the_slip_and_both_come_back(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    Person.objects.filter(pk=ann.pk).update(name="JOSE NUNEZ", given="JOSE", by_hand=[])
    other = a_row_person(ada, "José Núñez", tie=None)

    answer = merged(ada, stamp, ann, other)

    assert [(one.field, one.takes, one.why) for one in answer.decided] == [
        ("name", other.pk, "it is not all in capitals or small letters")
    ]
    assert Person.objects.get(pk=ann.pk).name == "José Núñez"
    undo_merge(ada, stamp=stamp, merge_id=answer.merge_id)
    names = Person.objects.order_by("pk").values_list("name", "given")
    assert list(names) == [("JOSE NUNEZ", "JOSE"), ("José Núñez", "José")]


def test_what_is_chosen_is_taken_and_is_said_by_hand_from_then_on(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp
) -> None:
    Person.objects.filter(pk=ann.pk).update(
        place="Utrecht", birthday="1990-01-01", by_hand=["name"]
    )
    Person.objects.filter(pk=annie.pk).update(place="Leiden", birthday="1990-01-02")
    choice = {"name": annie.pk, "place": annie.pk, "birthday": ann.pk}

    merge_people(ada, stamp=stamp, a=str(ann.pk), b=str(annie.pk), take=choice)

    one = Person.objects.get(campaign=ada)
    assert (one.name, one.place, one.birthday) == ("Annie Lee", "Leiden", "1990-01-01")
    assert one.by_hand == ["birthday", "name", "place"]


@pytest.mark.parametrize("choice", [{"shoe": 1}, {"name": 999}])
def test_a_choice_there_is_not_is_refused_and_nothing_is_done(
    ada: Campaign, ann: Person, annie: Person, stamp: Stamp, choice: dict[str, int]
) -> None:
    with pytest.raises(CannotDo):
        merge_people(ada, stamp=stamp, a=str(ann.pk), b=str(annie.pk), take=choice)

    assert Person.objects.filter(campaign=ada).count() == 2

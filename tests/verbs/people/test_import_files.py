"""An import is previewed, repeated without effect, undone whole; what the seeker said stands."""

import io
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.employers.employers import suggested_companies
from firststep.steps.people.models import (
    Address,
    CompanyMatch,
    Import,
    Person,
    Position,
    Seat,
    Suppression,
    Tie,
)
from firststep.steps.people.suppression import digests_of
from firststep.verbs.people.import_files import ImportAnswer, import_files, undo_import
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets.target import add_company
from firststep.verbs.thread import ask
from tests.cast import a_company, a_row_person, a_target

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
IN = "https://www.linkedin.com/in/"
ANN = f"Ann,Lee,{IN}ann,ann@lee.example,Hooli GmbH,Buyer,08 Feb 2020\n"
BOB = f"Bob,Roe,{IN}bob,,Hooli,Planner,09 Feb 2021\n"
TABLES = (Person, Position, Tie, Address, Company, CompanyMatch, Seat, Import)


def bring(campaign: Campaign, stamp: Stamp, *texts: str, **how: Any) -> ImportAnswer:
    streams = [(f"{i}.csv", io.BytesIO(text.encode())) for i, text in enumerate(texts, 1)]
    return import_files(campaign, stamp=stamp, streams=streams, **how)


def of(model: Any, campaign: Campaign) -> "QuerySet[Any]":
    return model.objects.filter(campaign=campaign).order_by("id")


def everything(campaign: Campaign) -> dict[str, list[Any]]:
    return {model.__name__: list(of(model, campaign).values()) for model in TABLES}


def counts(answer: ImportAnswer, file: int = 0) -> tuple[int, int, int]:
    one = answer.files[file]
    return one.new, one.same, one.changed


def test_people_come_in_with_their_post_their_tie_and_their_address(
    ada: Campaign, stamp: Stamp
) -> None:
    answer = bring(ada, stamp, HEADER + ANN + BOB)

    ann = of(Person, ada).get(name="Ann Lee")
    assert counts(answer) == (2, 0, 0)
    assert (answer.people, answer.companies) == (2, 1)
    assert (ann.linkedin, ann.name_key, ann.search_text) == (
        "ann",
        "ann lee",
        "ann lee buyer hooli gmbh",
    )
    post = ann.positions.get()
    assert (post.company.key, post.written, post.title, post.current, post.as_of) == (
        "hooli", "Hooli GmbH", "Buyer", True, date(2021, 2, 9),  # the newest connection's
    )  # fmt: skip
    assert ann.addresses.get().key == "ann@lee.example"
    tie = ann.ties.get()
    assert (tie.other, tie.kind, tie.by_hand, str(tie.since)) == (None, "", False, "2020-02-08")
    assert {row.import_id_id for row in (ann, post, tie)} == {answer.import_id}


def test_a_row_made_the_fast_way_is_like_one_made_the_slow_way(ada: Campaign, stamp: Stamp) -> None:
    """The columns written fast are the model's: none is forgotten, none reads back otherwise."""
    bring(ada, stamp, HEADER + ANN)

    for model in (Address, Tie, Position, Person):
        row = of(model, ada).get()
        fields = {
            one.attname: getattr(row, one.attname)
            for one in row._meta.concrete_fields
            if not one.primary_key
        }
        row.delete()
        twin = model.objects.create(**fields)
        twin.refresh_from_db()
        assert {name: getattr(twin, name) for name in fields} == fields


def test_one_entry_is_written_and_the_revision_rises_by_one(ada: Campaign, stamp: Stamp) -> None:
    before = ada.revision

    bring(ada, stamp, HEADER + ANN)

    assert Entry.objects.filter(campaign=ada, revision=before + 1, verb="import").count() == 1
    assert ada.revision == before + 1


def test_a_preview_answers_alike_and_writes_nothing(ada: Campaign, stamp: Stamp) -> None:
    before = everything(ada)

    preview = bring(ada, stamp, HEADER + ANN + BOB, dry_run=True)
    assert everything(ada) == before

    real = bring(ada, stamp, HEADER + ANN + BOB)
    assert preview.import_id is None
    assert (preview.files, preview.people, preview.companies) == (
        real.files,
        real.people,
        real.companies,
    )


@pytest.mark.parametrize("text", [HEADER + ANN + BOB, OLD + "Ann,Lee,,Hooli,Buyer,5 Apr 2018\n"])
def test_the_same_file_twice_changes_nothing(ada: Campaign, stamp: Stamp, text: str) -> None:
    first = bring(ada, stamp, text)
    before, revision = everything(ada), ada.revision

    again = bring(ada, stamp, text)

    assert counts(again) == (0, first.people, 0)
    assert again.import_id is None
    assert everything(ada) == before
    assert ada.revision == revision


def test_the_same_person_in_two_files_of_one_import_is_one(ada: Campaign, stamp: Stamp) -> None:
    answer = bring(ada, stamp, HEADER + ANN + ANN, HEADER + ANN + BOB)

    assert (counts(answer, 0), answer.files[0].skipped) == ((1, 0, 0), 1)
    assert counts(answer, 1) == (1, 1, 0)


@pytest.mark.parametrize(
    ("second", "people"),
    [
        (HEADER + ANN.replace("Ann,Lee", "Anna,Lee-Roe"), 1),  # the profile is the identity
        (HEADER + ANN.replace("in/ann,", "in/ann-new,"), 1),  # the address, with a like name
        (OLD + "Ann,Lee,ANN@lee.example,Other,Chef,5 Apr 2018\n", 1),
        (OLD + "Zed,Quux,ann@lee.example,Other,Chef,5 Apr 2018\n", 2),  # a shared address
        (OLD + "Ann,Lee,,Hooli,Buyer,5 Apr 2018\n", 2),  # one of the two has a profile
        (HEADER + f"Ann,Lee,{IN}other,,Hooli,Buyer,5 Apr 2018\n", 2),  # two profiles
    ],
)
def test_who_is_the_same_person(ada: Campaign, stamp: Stamp, second: str, people: int) -> None:
    bring(ada, stamp, HEADER + ANN)

    bring(ada, stamp, second)

    assert of(Person, ada).count() == people


@pytest.mark.parametrize(("company", "people"), [("Hooli GmbH", 1), ("Initrode", 2)])
def test_without_a_profile_the_same_name_at_the_same_company_is_one(
    ada: Campaign, stamp: Stamp, company: str, people: int
) -> None:
    bring(ada, stamp, OLD + "Ann,Lee,,Hooli,Buyer,5 Apr 2018\n")

    bring(ada, stamp, OLD + f"Ann,LEE,,{company},Buyer,5 Apr 2018\n")

    assert of(Person, ada).count() == people


def test_a_newer_export_moves_a_person_and_keeps_the_post_before(
    ada: Campaign, stamp: Stamp
) -> None:
    bring(ada, stamp, HEADER + ANN)

    answer = bring(ada, stamp, HEADER + ANN.replace("Hooli GmbH,Buyer", "Initrode,Head of Buying"))

    ann = of(Person, ada).get()
    posts = ann.positions.order_by("id").values_list("written", "title", "current")
    assert counts(answer) == (0, 0, 1)
    assert list(posts) == [
        ("Hooli GmbH", "Buyer", False),
        ("Initrode", "Head of Buying", True),
    ]
    assert ann.search_text == "ann lee head of buying initrode buyer hooli gmbh"


def test_a_title_told_later_is_of_the_same_post(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, HEADER + ANN.replace("Buyer", ""))

    bring(ada, stamp, HEADER + ANN)

    assert of(Position, ada).get().title == "Buyer"


def test_what_the_seeker_corrected_by_hand_no_import_overwrites(
    ada: Campaign, stamp: Stamp
) -> None:
    bring(ada, stamp, HEADER + ANN)
    of(Person, ada).update(name="Annie Lee", by_hand=["name"])
    of(Position, ada).update(title="Chief Buyer", by_hand=True)

    for row in (ANN, ANN.replace("Hooli GmbH", "Initrode")):
        assert counts(bring(ada, stamp, HEADER + row)) == (0, 1, 0)

    assert of(Person, ada).get().name == "Annie Lee"
    assert list(of(Position, ada).values_list("title", flat=True)) == ["Chief Buyer"]


def test_complaints_stop_the_whole_import_until_the_seeker_agrees(
    ada: Campaign, stamp: Stamp
) -> None:
    before = everything(ada)
    with pytest.raises(CannotDo) as refusal:
        bring(ada, stamp, HEADER + ANN + "Bob,Roe\n")

    assert refusal.value.kind == "bad_input"
    assert refusal.value.detail["files"][0].complaints[0].row == 3
    assert refusal.value.detail["import_id"] is None
    assert everything(ada) == before

    answer = bring(ada, stamp, HEADER + ANN + "Bob,Roe\n", leave_out=True)
    assert (answer.people, len(answer.files[0].complaints)) == (1, 1)


def test_a_file_that_cannot_be_read_stops_the_others_too(ada: Campaign, stamp: Stamp) -> None:
    with pytest.raises(CannotDo, match=r"2\.csv: This file is empty"):
        bring(ada, stamp, HEADER + ANN, "")

    assert not of(Person, ada).exists()


def test_an_import_is_taken_back_as_the_newest_entry(ada: Campaign, stamp: Stamp) -> None:
    a_target(ada, "Hooli")
    bring(ada, stamp, HEADER + BOB)
    before = everything(ada)
    bring(ada, stamp, HEADER + ANN + BOB.replace("Planner", "Chef") + BOB.replace("bob", "b2"))

    undo(ada, stamp=stamp)

    assert everything(ada) == before


def test_an_import_is_undone_whole_also_later(ada: Campaign, stamp: Stamp) -> None:
    before = everything(ada)
    first = bring(ada, stamp, HEADER + ANN + BOB)
    bring(ada, stamp, HEADER + f"Cy,Day,{IN}cy,,Initrode,Chef,08 Feb 2020\n")
    assert first.import_id is not None

    answer = undo_import(ada, stamp=stamp, import_id=first.import_id)

    assert answer.removed == {"people": 2, "companies": 1, "positions": 2, "ties": 2}
    assert answer.kept == []
    assert list(of(Person, ada).values_list("name", flat=True)) == ["Cy Day"]
    assert undo(ada, stamp=stamp).verb == "import"  # the second one; an undo is never undone
    assert {k: v for k, v in everything(ada).items() if k != "Import"} == {
        k: v for k, v in before.items() if k != "Import"
    }


def test_f13_whom_the_seeker_did_something_with_is_kept_and_listed(
    ada: Campaign, stamp: Stamp
) -> None:
    cyd = f"Cyd,Fox,{IN}cyd,,Initrode,Chef,08 Feb 2020\n"
    brought = bring(ada, stamp, HEADER + ANN + BOB + cyd)
    ann, bob, _ = of(Person, ada)
    ann.touches.create(campaign=ada, on=stamp.on, order=9, kind="write")
    Person.objects.filter(pk=bob.pk).update(by_hand=["name"])
    assert brought.import_id is not None

    answer = undo_import(ada, stamp=stamp, import_id=brought.import_id)

    assert [one.name for one in answer.kept] == ["Ann Lee", "Bob Roe"]
    assert answer.removed == {"people": 1, "companies": 1, "positions": 1, "ties": 1}
    assert (of(Position, ada).count(), of(Tie, ada).count()) == (2, 2)


def test_whoever_is_to_bring_one_together_with_somebody_is_kept(
    ada: Campaign, dana: Person, stamp: Stamp
) -> None:
    brought = bring(ada, stamp, HEADER + BOB)
    ask(ada, stamp=stamp, who=f"p{dana.pk}", what="meeting", via="Bob Roe")
    assert brought.import_id is not None

    answer = undo_import(ada, stamp=stamp, import_id=brought.import_id)

    assert [one.name for one in answer.kept] == ["Bob Roe"]
    connection.check_constraints()


def test_a_company_whose_seat_somebody_is_asked_about_is_kept(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    listed = bring(ada, stamp, "Company,Motivation\nHooli,4\n", format="companies")
    seat = Seat.objects.get(company__name="Hooli")
    ask(ada, stamp=stamp, who=f"p{ann.pk}", what="introduction", for_seat=f"s{seat.pk}")
    assert listed.import_id is not None

    answer = undo_import(ada, stamp=stamp, import_id=listed.import_id)

    assert [one.name for one in answer.kept] == ["Hooli"]
    connection.check_constraints()


def test_undo_says_so_where_people_kept_from_an_import_stand_on_what_it_would_take_back(
    ada: Campaign, stamp: Stamp
) -> None:
    add_company(ada, stamp=stamp, name="Hooli")
    brought = bring(ada, stamp, HEADER + BOB)
    of(Person, ada).get(name="Bob Roe").touches.create(
        campaign=ada, on=stamp.on, order=9, kind="write"
    )
    assert brought.import_id is not None
    undo_import(ada, stamp=stamp, import_id=brought.import_id)
    before = everything(ada)

    with pytest.raises(CannotDo, match="kept from an import"):
        undo(ada, stamp=stamp)

    assert everything(ada) == before


def test_undoing_an_update_leads_people_back_to_where_they_worked(
    ada: Campaign, stamp: Stamp
) -> None:
    bring(ada, stamp, HEADER + ANN)
    newer = bring(ada, stamp, HEADER + ANN.replace("Hooli GmbH,Buyer", "Initrode,Chef"))
    assert newer.import_id is not None

    undo_import(ada, stamp=stamp, import_id=newer.import_id)

    post = of(Position, ada).get()
    assert (post.written, post.current) == ("Hooli GmbH", True)


def test_an_import_is_undone_once_and_only_one_s_own(
    ada: Campaign, ben: Campaign, stamp: Stamp
) -> None:
    brought = bring(ada, stamp, HEADER + ANN)
    assert brought.import_id is not None
    with pytest.raises(CannotDo) as strange:
        undo_import(ben, stamp=stamp, import_id=brought.import_id)
    undo_import(ada, stamp=stamp, import_id=brought.import_id)
    with pytest.raises(CannotDo, match="undone already"):
        undo_import(ada, stamp=stamp, import_id=brought.import_id)

    assert strange.value.kind == "not_found"


def test_another_seeker_s_people_are_never_taken_for_one_s_own(
    ada: Campaign, ben: Campaign, stamp: Stamp
) -> None:
    bring(ben, stamp, HEADER + ANN)
    bring(ada, stamp, HEADER + BOB)

    answer = bring(ada, stamp, HEADER + ANN)

    assert counts(answer) == (1, 0, 0)
    assert [p.name for p in of(Person, ada)] == ["Bob Roe", "Ann Lee"]


@pytest.mark.parametrize(
    "row",
    [
        ANN,
        ANN.replace("in/ann,", "in/else,"),  # by the address
        f"Ann,Lee,{IN}ann,,,,\n",  # by the profile
        "Ann,Lee,,,Hooli,Buyer,\n",  # by name and company
    ],
)
def test_do_not_contact_survives_deletion_and_import(ada: Campaign, stamp: Stamp, row: str) -> None:
    bring(ada, stamp, HEADER + ANN)
    ann = of(Person, ada).get()
    for digest in digests_of(ann):
        Suppression.objects.create(campaign=ada, digest=digest, on=stamp.on)
    ann.delete()

    bring(ada, stamp, HEADER + row + BOB)

    marked = of(Person, ada).exclude(do_not_contact_on=None)
    assert list(marked.values_list("name", flat=True)) == ["Ann Lee"]


def test_an_import_never_lifts_do_not_contact(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, HEADER + ANN)
    of(Person, ada).update(do_not_contact_on=stamp.on)

    bring(ada, stamp, HEADER + ANN.replace("Buyer", "Chef"))

    assert of(Person, ada).get().do_not_contact_on == stamp.on


def test_a_company_as_written_is_matched_to_the_targets(ada: Campaign, stamp: Stamp) -> None:
    google = a_target(ada, "Google")
    rows = "".join(
        f"P{i},Q,{IN}p{i},,{name},Buyer,08 Feb 2020\n"
        for i, name in enumerate(("Google LLC", "Google (via acquisition)", "Goo", "Google Group"))
    )

    answer = bring(ada, stamp, HEADER + rows)

    found = of(CompanyMatch, ada).values_list("written__name", "company", "tier")
    assert list(found) == [
        ("Google (via acquisition)", google.pk, "weak"),
        ("Google Group", google.pk, "strong"),
    ]
    assert answer.companies == 3  # "Google LLC" is Google itself


LIST = "company,domain,motivation,aliases\nHooli,hooli.example,5,Hooli XYZ\nGlobex,,4,\n"


def test_a_list_of_companies_makes_targets_with_their_seats_and_matches(
    ada: Campaign, stamp: Stamp
) -> None:
    known = a_company(ada, "Hooli Group", motivation=3)
    bring(ada, stamp, HEADER + ANN)

    answer = bring(ada, stamp, LIST)

    hooli = of(Company, ada).get(key="hooli")
    assert counts(answer) == (2, 0, 0)
    assert (answer.people, answer.companies) == (0, 1)
    assert (hooli.targeted_on, hooli.motivation, hooli.aliases) == (stamp.on, 5, ["Hooli XYZ"])
    assert [s.title for s in of(Seat, ada)] == ["Head of Purchasing"] * 2
    assert [(m.written_id, m.tier) for m in of(CompanyMatch, ada)] == [(known.pk, "strong")]
    assert counts(bring(ada, stamp, LIST)) == (0, 2, 0)
    assert counts(bring(ada, stamp, LIST.replace(",4,", ",2,"))) == (0, 1, 1)


def test_a_list_and_connections_in_one_import_know_each_other(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, HEADER + ANN + ANN.replace("Hooli GmbH", "Hooli Ireland").replace("ann", "b"),
          LIST)  # fmt: skip

    match = of(CompanyMatch, ada).get()
    assert (match.written.name, match.company.key, match.tier) == ("Hooli Ireland", "hooli", "weak")


def test_a_list_of_companies_is_undone_whole(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, HEADER + ANN)
    before = everything(ada)
    brought = bring(ada, stamp, LIST)
    assert brought.import_id is not None

    undo_import(ada, stamp=stamp, import_id=brought.import_id)

    after = everything(ada)
    assert {k: v for k, v in after.items() if k != "Import"} == {
        k: v for k, v in before.items() if k != "Import"
    }


def test_employers_of_the_department_are_suggested_with_a_reason(
    ada: Campaign, stamp: Stamp
) -> None:
    a_target(ada, "Acme")
    a_row_person(ada, "Tom Orr", company=of(Company, ada).get(key="acme"), title="Buyer")
    rows = (
        ANN
        + BOB.replace("Planner", "Leiterin Einkauf")
        + f"Cyd,Fox,{IN}cyd,,Initrode,Nurse,08 Feb 2020\n"
        + f"Dee,Fox,{IN}dee,,Self-employed,Buyer,08 Feb 2020\n"
    )
    bring(ada, stamp, HEADER + rows)

    found = suggested_companies(ada)

    assert [(s.name, s.people) for s in found] == [("Hooli GmbH", 2)]
    assert found[0].why.startswith('You know "Leiterin Einkauf" there.')


def test_what_may_be_a_part_of_a_target_is_asked_about_and_not_offered_as_a_new_one(
    ada: Campaign, stamp: Stamp
) -> None:
    a_target(ada, "Siemens")
    houses = ("SIEMENS Aktiengesellschaft", "Siemens AG Österreich", "Siemens Energy AG")
    rows = "".join(f"Cyd{i},Fox,{IN}cyd{i},,{h},Buyer,08 Feb 2020\n" for i, h in enumerate(houses))

    bring(ada, stamp, HEADER + rows)

    assert suggested_companies(ada) == []
    tiers = of(CompanyMatch, ada).order_by("id").values_list("tier", flat=True)
    assert list(tiers) == ["weak", "weak"]  # the first shares Siemens' key: it is that company

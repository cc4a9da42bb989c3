"""Openings at targets: recorded, corrected, taken out, and told with who could refer one there."""

from datetime import date
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign, Company, JobOpening
from firststep.steps.people.models import Person
from firststep.verbs import thread
from firststep.verbs.people.import_files import import_files
from firststep.verbs.people.import_undo import undo_import
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets.opening import record_opening
from firststep.verbs.targets.target import add_company, confirm_match, drop_company, edit_company
from tests.cast import MONDAY, a_company, a_target, an_opening

TUESDAY = date(2026, 11, 3)


def seen(campaign: Campaign) -> list[tuple[str, str]]:
    rows = JobOpening.objects.filter(campaign=campaign).order_by("pk")
    return [(one.company.name, one.role) for one in rows]


def record(campaign: Campaign, **said: Any) -> JobOpening:
    return record_opening(campaign, stamp=Stamp(on=TUESDAY), company="Acme", **said)


def test_an_opening_is_kept_with_its_link_and_the_day_it_was_seen(
    ada: Campaign, acme: Company
) -> None:
    row = record(ada, role="Buyer", link="acme.example/jobs/7")

    assert (row.role, row.link, row.seen_on) == ("Buyer", "https://acme.example/jobs/7", TUESDAY)
    assert Entry.objects.latest("id").words == "You saw the opening Buyer at Acme."


def test_what_is_said_later_is_of_the_same_opening_and_another_role_is_another(
    ada: Campaign, acme: Company
) -> None:
    first = record(ada)
    assert record(ada, role="Buyer").pk == first.pk
    assert record(ada, role="buyer", applied=MONDAY).pk == first.pk
    other = record(ada, role="Trainee", seen=MONDAY)

    assert seen(ada) == [("Acme", "buyer"), ("Acme", "Trainee")]
    assert JobOpening.objects.get(pk=first.pk).applied_on == MONDAY
    assert record(ada, role="Trainee", drop=True).pk == other.pk
    assert seen(ada) == [("Acme", "buyer")]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"link": "no address"}, "is not a web address"),
        ({"link": "javascript:alert(1)"}, "is not a web address"),
        ({"applied": date(2026, 11, 4)}, "to come"),
        ({"seen": date(2027, 1, 1)}, "to come"),
        ({"drop": True}, "No such opening"),
        ({"role": "x" * 501}, "500"),
    ],
)
def test_what_is_no_opening_is_refused_and_nothing_is_written(
    ada: Campaign, acme: Company, said: dict[str, Any], words: str
) -> None:
    with pytest.raises(CannotDo, match=words):
        record(ada, **said)
    assert not JobOpening.objects.exists() and not Entry.objects.exists()


def test_nothing_new_of_an_opening_known_is_refused_with_what_could_be_said(
    ada: Campaign, acme: Company
) -> None:
    record(ada, role="Buyer")
    with pytest.raises(CannotDo, match="Say what is new"):
        record(ada)


def test_a_company_that_is_no_target_and_ben_are_refused(
    ada: Campaign, ben: Campaign, acme: Company
) -> None:
    a_company(ada, "Globex")
    with pytest.raises(CannotDo, match="not on your list"):
        record_opening(ada, stamp=Stamp(on=TUESDAY), company="Globex", role="Buyer")
    with pytest.raises(CannotDo):
        record(ben, role="Buyer")


def test_undo_takes_it_back_and_brings_back_what_was_taken_out(
    ada: Campaign, acme: Company
) -> None:
    record(ada, role="Buyer")
    record(ada, applied=MONDAY)
    record(ada, drop=True)
    for expected in ([("Acme", "Buyer")], [("Acme", "Buyer")], []):
        undo(ada, stamp=Stamp(on=TUESDAY))
        assert seen(ada) == expected


def test_a_company_is_added_with_an_opening_and_its_words_are_corrected(ada: Campaign) -> None:
    company = add_company(ada, stamp=Stamp(on=TUESDAY), name="Acme", opening="Buyer")
    edit_company(ada, stamp=Stamp(on=TUESDAY), company="Acme", opening="Strategic buyer")
    assert seen(ada) == [("Acme", "Strategic buyer")]
    edit_company(ada, stamp=Stamp(on=TUESDAY), company="Acme", opening="")
    assert not company.openings.exists()


def test_what_was_seen_under_another_name_goes_to_the_company_it_is(
    ada: Campaign, acme: Company
) -> None:
    written = a_target(ada, "Acme Works")
    an_opening(written, "Buyer")
    drop_company(ada, stamp=Stamp(on=TUESDAY), company="Acme Works")

    confirm_match(ada, stamp=Stamp(on=TUESDAY), written="Acme Works", company="Acme")
    assert seen(ada) == [("Acme", "Buyer")]

    undo(ada, stamp=Stamp(on=TUESDAY))
    assert seen(ada) == [("Acme Works", "Buyer")]


def test_an_import_brings_openings_once_and_takes_them_back(
    ada: Campaign, acme: Company, tmp_path: Any
) -> None:
    an_opening(acme, "Clerk")
    file = tmp_path / "list.csv"
    file.write_text("company,opening\nAcme,Buyer\nGlobex,Trainee\n")
    answer = import_files(ada, stamp=Stamp(on=TUESDAY), paths=[file])
    everything = [("Acme", "Clerk"), ("Acme", "Buyer"), ("Globex", "Trainee")]
    assert sorted(seen(ada)) == sorted(everything)

    again = import_files(ada, stamp=Stamp(on=TUESDAY), paths=[file])
    assert [one.same for one in again.files] == [2]

    undo_import(ada, stamp=Stamp(on=TUESDAY), import_id=answer.import_id)
    assert seen(ada) == [("Acme", "Clerk")]


def test_the_newest_opening_stands_in_the_snapshot(ada: Campaign, acme: Company) -> None:
    an_opening(acme, "Clerk", seen_on=date(2026, 10, 1))
    an_opening(acme, "Buyer", applied_on=MONDAY)

    company = plan_on(ada, TUESDAY).snapshot.companies[acme.pk]

    assert company.opening == ("Buyer", MONDAY)


def test_the_people_of_a_thread_stay_when_an_opening_goes(
    ada: Campaign, acme: Company, ann: Person
) -> None:
    record(ada, role="Buyer")
    thread.record_sent(ada, stamp=Stamp(on=TUESDAY), ref=f"p{ann.pk}")
    record(ada, drop=True)
    assert plan_on(ada, TUESDAY).snapshot.approaches

"""Twenty and more values planted about one person; none of them is left anywhere."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from firststep.facts.text import fold
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.search_index import people_page
from firststep.steps.people.models import KnownAs, Person, Suppression
from firststep.verbs import thread as actions
from firststep.verbs.habits.event import add_event, met
from firststep.verbs.habits.favour import record_favour
from firststep.verbs.habits.offer import record_offer
from firststep.verbs.habits.practice import record_practice
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.import_files import import_files
from firststep.verbs.people.merge import merge_people
from firststep.verbs.people.persons import add_person, edit_person, edit_position
from firststep.verbs.people.tie import set_tie
from firststep.verbs.safety.correct_touch import correct_touch
from firststep.verbs.safety.export import export
from firststep.verbs.safety.forget import Forgotten, forget
from firststep.verbs.safety.traces import FREE, NOT_FREE, SOMEBODY, Traces
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets import target
from tests.cast import a_campaign, a_target

NAME = "Quorvix Zandrelux"
PLANTED = (
    "quorvix", "zandrelux", "oldquor", "newmail77", "oldmail77", "493055509999", "493055508888",
    "quorslug", "notefirst", "notesecond", "howcanary", "titlefirst", "titlesecond", "kanarwerke",
    "subjcanary", "textcanary", "replycanary", "closecanary", "snoozecanary", "askedcanary",
    "1987-03-19", "kanarstadt", "droppedtouch", "formerpost", "knownslug", "notethird",
    "importwerk", "titlezero", "saidcanary", "promisecanary", "offercanary", "favourcanary",
    "practicecanary", "givencanary",
)  # fmt: skip


def plant(campaign: Campaign, stamp: Stamp, folder: Path) -> None:
    """Everything that can be said of a person, some of it corrected, dropped or undone since."""
    first = folder / "Oldquor Zandrelux.csv"
    first.write_text(
        "Name,E-mail,Company,Title\n"
        "Oldquor Zandrelux,oldmail77@zandrelux.example,Importwerk AG,titlezero\n"
    )
    import_files(campaign, stamp=stamp, paths=[first])
    person = Person.objects.get(campaign=campaign, name="Oldquor Zandrelux")

    def again(**fields: Any) -> None:
        edit_person(campaign, stamp=stamp, person=str(person.pk), **fields)

    again(company="Kanarwerke GmbH", title="titlefirst", phone="+493055508888", note="notefirst")
    again(linkedin="quorslug", tie="close", how="howcanary")
    again(name=NAME, title="titlesecond", note="notesecond", email="newmail77@zandrelux.example")
    again(phone="+493055509999")
    again(note="notethird")
    again(note="notesecond")
    again(title="titlethird")
    undo(campaign, stamp=stamp)
    Person.objects.filter(pk=person.pk).update(birthday="1987-03-19", place="kanarstadt")
    KnownAs.objects.create(campaign=campaign, person=person, linkedin="knownslug", name_key="")
    post = edit_position(campaign, stamp=stamp, person=NAME, company="Formerpost AG", title="Aide")
    edit_position(campaign, stamp=stamp, person=NAME, position=post.pk, drop=True)
    sent = actions.record_sent(
        campaign, stamp=stamp, ref=NAME, text="textcanary", subject="subjcanary"
    )
    extra = actions.record_sent(campaign, stamp=stamp, ref=NAME, kind="nudge", text="droppedtouch")
    correct_touch(campaign, stamp=stamp, touch=extra.touch_id or 0, delete=True)
    actions.snooze(campaign, stamp=stamp, ref=NAME, until=date(2026, 12, 1), why="snoozecanary")
    actions.record_reply(
        campaign, stamp=stamp, ref=str(sent.approach_id), answer="helped", text="replycanary",
        to="Sam Lee, Sales, Acme",
    )  # fmt: skip
    met(campaign, stamp=stamp, who=NAME, said="saidcanary", promise="promisecanary")
    record_offer(campaign, stamp=stamp, person=NAME, says="offercanary")
    got = record_favour(campaign, stamp=stamp, person=NAME, way="received", what="favourcanary")
    record_favour(
        campaign, stamp=stamp, person=NAME, way="given", what="givencanary", returns=str(got.pk)
    )
    record_practice(campaign, stamp=stamp, ref=NAME, text="practicecanary")
    add_event(campaign, stamp=stamp, name="The fair", purpose=f"To see {NAME}")
    actions.close(campaign, stamp=stamp, ref=str(sent.approach_id), why="closecanary")
    add_person(campaign, stamp=stamp, name="Ann Lee", note=f"Knows {NAME} from school.")
    add_person(campaign, stamp=stamp, name="Eva Blom", note="Oldquor Zandrelux helped")
    set_tie(campaign, stamp=stamp, person="Ann Lee", other=NAME, kind="known", how="howcanary")
    set_tie(campaign, stamp=stamp, person="Ann Lee", kind="known", how=f"Through {NAME.upper()}")
    target.edit_company(campaign, stamp=stamp, company="Acme", opening=f"{NAME} told me of it")
    mine = folder / f"{NAME}.csv"
    mine.write_text(
        f"Name,E-mail,Company\n{NAME},newmail77@zandrelux.example,Kanarwerke\n"
        "Bo Ek,bo@ek.example,Ek AB\n"
    )
    import_files(campaign, stamp=stamp, paths=[mine])
    set_do_not_contact(campaign, stamp=stamp, person=str(person.pk), why="askedcanary")
    (Path(settings.DATA) / "errors.log").write_text(f"KeyError: {NAME}")


def left_in(texts: bytes) -> list[str]:
    low = texts.lower()
    return [canary for canary in PLANTED if canary.encode() in low]


def every_row() -> bytes:
    """All tables as text, as a dump of the database has them."""
    rows: list[Any] = []
    for model in apps.get_app_config("firststep").get_models():
        rows += model._base_manager.values()
    return json.dumps(rows, default=str, ensure_ascii=False).encode()


def exported(campaign: Campaign, folder: Path) -> bytes:
    export(campaign, folder=folder)
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


def forgotten(campaign: Campaign, stamp: Stamp) -> Forgotten:
    for other in Person.objects.filter(campaign=campaign, name=NAME).order_by("-pk")[1:]:
        forget(campaign, stamp=stamp, person=str(other.pk))
    return forget(campaign, stamp=stamp, person=NAME)


def test_none_of_the_planted_values_is_left_in_the_file_of_the_database(
    own_file: Path, stamp: Stamp, tmp_path: Path
) -> None:
    with connection.cursor() as cursor:  # some systems overwrite by themselves
        cursor.execute("PRAGMA secure_delete=OFF")
    campaign = a_campaign("Ada Moreno", "ada@moreno.example")
    a_target(campaign, "Acme")
    for number in range(300):  # enough for pages to split and fill
        add_person(campaign, stamp=stamp, name=f"Other Person{number}", note="x" * 300)
    plant(campaign, stamp, tmp_path)
    Person.objects.filter(name=NAME).update(place="kanarstadt " * 15)  # too long for where it was
    Person.objects.filter(name=NAME).update(place="")
    missing = set(PLANTED) - set(left_in(own_file.read_bytes()))
    assert missing == set(), "each must have been there, or nothing is shown"

    what = forgotten(campaign, stamp)

    assert what.overwritten
    for file in own_file.parent.glob("firststep.sqlite3*"):
        assert left_in(file.read_bytes()) == [], file


def test_none_is_left_in_rows_journal_search_export_or_error_log(
    ada: Campaign, acme: Any, stamp: Stamp, tmp_path: Path
) -> None:
    plant(ada, stamp, tmp_path)
    assert set(left_in(every_row())) == set(PLANTED)
    assert len(left_in(exported(ada, tmp_path / "before"))) > 15

    forgotten(ada, stamp)

    assert left_in(every_row()) == []
    assert left_in(exported(ada, tmp_path / "after")) == []
    for canary in PLANTED:
        assert people_page(ada, fold(canary)).people == []
    assert not (Path(settings.DATA) / "errors.log").exists()
    assert Suppression.objects.exists()
    names = set(Person.objects.values_list("name", flat=True))
    assert names == {"Ann Lee", "Bo Ek", "Eva Blom", "Sam Lee"}
    assert Person.objects.get(name="Ann Lee").note == f"Knows {SOMEBODY} from school."
    acme.refresh_from_db()
    assert acme.openings.get().role == f"{SOMEBODY} told me of it"


def test_who_comes_again_is_not_to_be_contacted(
    ada: Campaign, acme: Any, stamp: Stamp, tmp_path: Path
) -> None:
    plant(ada, stamp, tmp_path)
    forgotten(ada, stamp)

    import_files(ada, stamp=stamp, paths=[tmp_path / f"{NAME}.csv"])

    assert Person.objects.get(name=NAME).do_not_contact_on == stamp.on


def test_a_namesake_and_a_strangers_campaign_keep_what_is_theirs(
    ada: Campaign, ben: Campaign, acme: Any, stamp: Stamp
) -> None:
    one = add_person(ada, stamp=stamp, name="Ann Lee", email="ann@one.example")
    add_person(ada, stamp=stamp, name="Ann Lee", company="Beta", note="Ann Lee of two")
    add_person(ben, stamp=stamp, name="Ann Lee", note="Ann Lee, ann@one.example")
    add_person(ada, stamp=stamp, name="Bo Ek", note="Ann Lee or ann@one.example knows")

    forget(ada, stamp=stamp, person=str(one.pk))

    notes = dict(Person.objects.exclude(note="").values_list("campaign_id", "note"))
    assert notes[ben.pk] == "Ann Lee, ann@one.example"
    told = set(Person.objects.filter(campaign=ada).values_list("name", "note"))
    assert told == {("Ann Lee", "Ann Lee of two"), ("Bo Ek", f"Ann Lee or {SOMEBODY} knows")}


def test_a_name_of_one_word_takes_no_word_out_of_other_texts(ada: Campaign, stamp: Stamp) -> None:
    add_person(ada, stamp=stamp, name="Will")
    add_person(ada, stamp=stamp, name="Bo Ek", note="She will call.")

    forget(ada, stamp=stamp, person="Will")

    assert Person.objects.get().note == "She will call."


@pytest.mark.parametrize(
    ("text", "is_in"),
    [
        ("with Ann Lee.", True), ("ANN  LEE", True), ("Joann Lee", False), ("Ann Leeson", False),
        ("x ann@lee.example y", True), ("joann@lee.example", False), ("昨日李明に会った", True),
    ],
)  # fmt: skip
def test_a_trace_is_a_word_of_its_own(text: str, is_in: bool) -> None:
    assert Traces(["Ann Lee", "ann@lee.example", "李明"]).are_in(text) is is_in


def test_every_long_text_is_searched_or_said_not_to_be_free() -> None:
    from django.db import models

    long: set[tuple[str, str]] = set()
    for model in apps.get_app_config("firststep").get_models():
        if not any(field.name == "campaign" for field in model._meta.concrete_fields):
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, models.TextField | models.JSONField) or (
                isinstance(field, models.CharField) and (field.max_length or 0) >= 300
            ):
                long.add((model.__name__, field.name))

    assert long - FREE - NOT_FREE == set()
    assert {*FREE, *NOT_FREE} - long <= {("Campaign", "away"), ("Campaign", "playbook")}


def test_who_was_merged_into_them_is_forgotten_too(
    ada: Campaign, acme: Any, stamp: Stamp, tmp_path: Path
) -> None:
    plant(ada, stamp, tmp_path)
    twin = add_person(
        ada, stamp=stamp, name="Twinquor Zandrelux", company="Twinwerk", note="twinnote",
        email="twin@zandrelux.example", linkedin="twinslug",
    )  # fmt: skip
    Person.objects.filter(name="Ann Lee").update(note="Twinquor Zandrelux is his other name")
    kept = Person.objects.filter(name=NAME).order_by("pk")[0]
    merge_people(ada, stamp=stamp, a=str(kept.pk), b=str(twin.pk))

    forget(ada, stamp=stamp, person=str(kept.pk))
    for other in Person.objects.filter(name=NAME):
        forget(ada, stamp=stamp, person=str(other.pk))

    assert left_in(every_row()) == []
    assert b"twin" not in every_row().lower()

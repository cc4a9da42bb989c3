"""An export goes back into an empty campaign: the same rows, files and days."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from firststep.errors import CannotDo
from firststep.interfaces import demo
from firststep.interfaces.answers.plain import plain
from firststep.interfaces.opening import the_campaign
from firststep.journal.actions import Stamp, delete_rows
from firststep.journal.models import Entry
from firststep.plan.shown import forget_plans, plan_on
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Message
from firststep.steps.outreach.rows import whole_text
from firststep.steps.people.models import Person
from firststep.verbs.goal.campaign import start_campaign
from firststep.verbs.goal.landing import record_landed
from firststep.verbs.habits.event import met
from firststep.verbs.habits.favour import record_favour
from firststep.verbs.habits.offer import record_offer
from firststep.verbs.habits.practice import record_practice
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.import_undo import undo_import
from firststep.verbs.people.persons import add_person
from firststep.verbs.safety.bring_back import bring_back
from firststep.verbs.safety.export import export
from firststep.verbs.safety.undo import undo
from firststep.verbs.thread import keep_message, record_talked
from tests.everything import everything

FIRST = date(2026, 11, 2)


def emptied() -> None:
    """A database with tables and no rows; what points at what is looked at later."""
    for model in apps.get_app_config("firststep").get_models():
        delete_rows(model._base_manager.all())
    forget_plans()


def played() -> Campaign:
    """The demonstration's three weeks, with somebody who is not to be contacted."""
    script = demo._script()
    demo._begin(script[0][0])
    for on, line in script:
        demo.play(the_campaign(), line, on)
    campaign = the_campaign()
    someone = Person.objects.filter(approaches=None).order_by("id")[7]
    set_do_not_contact(campaign, stamp=Stamp(on=script[-1][0]), person=str(someone.pk))
    return campaign


def days(campaign: Campaign) -> list[str]:
    """The plan of thirty days before, during and after the three weeks, to the letter."""
    shown = []
    for number in range(30):
        found = plan_on(campaign, FIRST + timedelta(days=2 * number))
        shown.append(json.dumps(plain(found.plan)) + json.dumps(plain(found.snapshot.people)))
    return shown


@pytest.mark.slow
def test_the_demonstration_goes_out_and_comes_back_the_same(db: None, tmp_path: Path) -> None:
    campaign = played()
    rows, plans = everything(), days(campaign)
    export(campaign, folder=tmp_path / "one")
    emptied()

    what = bring_back(file=tmp_path / "one")

    again = the_campaign()
    export(again, folder=tmp_path / "two")
    assert everything() == rows
    assert days(again) == plans
    assert len(set(plans)) > 20
    assert what.people == len(rows["Person"]) > 1000
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name
    # What is written next gets new numbers.
    assert add_person(again, stamp=Stamp(on=FIRST), name="New Nell").pk > rows["Person"][-1]["id"]


@pytest.fixture
def taken_out(ada: Campaign, acme: Company, ann: Person, stamp: Stamp, tmp_path: Path) -> Path:
    """A small export, and an empty database."""
    add_person(ada, stamp=stamp, name="Bo Ek", email="bo@ek.example")
    export(ada, folder=tmp_path / "mine")
    emptied()
    return tmp_path / "mine"


def test_a_text_that_is_kept_comes_back_as_it_stood(
    ada: Campaign, acme: Company, ann: Person, stamp: Stamp, tmp_path: Path
) -> None:
    kept = keep_message(ada, stamp=stamp, ref=f"p{ann.pk}", text="Dear Ann, [what I like]").message
    export(ada, folder=tmp_path / "mine")
    emptied()

    bring_back(file=tmp_path / "mine")

    assert whole_text(Message.objects.get()) == whole_text(kept)
    assert Message.objects.get().person_id == ann.pk


def test_whom_one_met_what_was_offered_given_promised_and_practised_comes_back(
    ada: Campaign, acme: Company, ann: Person, stamp: Stamp, tmp_path: Path
) -> None:
    met(ada, stamp=stamp, who="Ann Lee, Acme", at="SCM mixer", promise="a link", said="steel")
    record_offer(ada, stamp=stamp, person="Ann Lee", says="write to me", until=FIRST)
    given = record_favour(ada, stamp=stamp, person="Ann Lee", way="given", what="a book")
    record_favour(
        ada, stamp=stamp, person="Ann Lee", way="received", what="a lift", returns=str(given.pk)
    )
    record_practice(ada, stamp=stamp, ref=f"p{ann.pk}", occasion="talk", text="Slower")
    record_talked(ada, stamp=stamp, ref=f"p{ann.pk}", pay="58 thousand", mine=["send it"])
    record_landed(ada, stamp=stamp, company="Acme")
    rows = everything()
    export(ada, folder=tmp_path / "mine")
    emptied()

    bring_back(file=tmp_path / "mine")

    assert everything() == rows
    kept = ("Encounter", "Event", "Favour", "Lesson", "Offer", "Practice", "Promise")
    assert all(rows[table] for table in kept)


def test_a_campaign_only_begun_gives_way(taken_out: Path, stamp: Stamp) -> None:
    start_campaign(name="Ada Moreno", email="ada@moreno.example", stamp=stamp)

    bring_back(file=taken_out / "firststep.json")

    assert Campaign.objects.get().seeker.name == "Ada Moreno"
    assert set(Person.objects.values_list("name", flat=True)) == {"Ann Lee", "Bo Ek"}


def test_a_campaign_with_people_is_never_touched(taken_out: Path, stamp: Stamp) -> None:
    mine = start_campaign(name="Ada Moreno", stamp=stamp)
    add_person(mine, stamp=stamp, name="Here First")
    before = everything()

    with pytest.raises(CannotDo, match="FIRSTSTEP_HOME"):
        bring_back(file=taken_out)

    assert everything() == before


def test_a_stranger_beside_is_never_touched(taken_out: Path, stamp: Stamp) -> None:
    start_campaign(name="Ada Moreno", email="a@x.example", stamp=stamp)
    start_campaign(name="Ben Okafor", email="b@x.example", stamp=stamp, beside=True)
    before = everything()

    with pytest.raises(CannotDo):
        bring_back(file=taken_out)

    assert everything() == before


def test_what_came_back_is_not_undone_and_what_follows_is(taken_out: Path, stamp: Stamp) -> None:
    bring_back(file=taken_out)
    campaign = the_campaign()
    entries = Entry.objects.count()
    with pytest.raises(CannotDo, match="came with an export"):
        undo(campaign, stamp=stamp)
    assert Entry.objects.count() == entries == 1
    add_person(campaign, stamp=stamp, name="New Nell")

    undo(campaign, stamp=stamp)

    assert set(Person.objects.values_list("name", flat=True)) == {"Ann Lee", "Bo Ek"}
    with pytest.raises(CannotDo, match="came with an export"):
        undo(campaign, stamp=stamp)


def test_an_import_of_before_is_not_taken_back(ada: Campaign, stamp: Stamp, tmp_path: Path) -> None:
    from firststep.verbs.people.import_files import import_files

    mine = tmp_path / "friends.csv"
    mine.write_text("Name,E-mail\nAnn Lee,ann@lee.example\n")
    number = import_files(ada, stamp=stamp, paths=[mine]).import_id
    export(ada, folder=tmp_path / "mine")
    emptied()
    bring_back(file=tmp_path / "mine")

    with pytest.raises(CannotDo, match="came back with an export"):
        undo_import(the_campaign(), stamp=stamp, import_id=number or 0)

    assert Person.objects.get().name == "Ann Lee"


def cut(text: str) -> str:
    return text[: len(text) // 2]


def no_end(text: str) -> str:
    return text.removesuffix("}}\n")


def more(text: str) -> str:
    return text + "more\n"


def of_another(text: str) -> str:
    return text.replace('"format": "firststep"', '"format": "fireplace"')


def reformatted(text: str) -> str:
    return json.dumps(json.loads(text))


def unknown_table(text: str) -> str:
    return text.replace('"Touch": [', '"Torch": [')


def table_twice(text: str) -> str:
    return text.replace('"Touch": [', '"Person": [')


def unknown_field(text: str) -> str:
    return text.replace('"by_hand"', '"by_foot"')


def other_kind(text: str) -> str:
    return text.replace('"by_hand": ["name"]', '"by_hand": {"name": 1}')


def no_day(text: str) -> str:
    return text.replace('"known_since": "2026-11-02"', '"known_since": "2026-13-02"')


def points_at_nothing(text: str) -> str:
    return text.replace('"person_id": ', '"person_id": 99')


def null_name(text: str) -> str:
    return text.replace('"name": "Bo Ek"', '"name": null')


def no_letter(text: str) -> str:
    return text.replace("Bo Ek", "Bo \\u0000Ek")


def half_a_letter(text: str) -> str:
    return text.replace("Bo Ek", "Bo \\ud800Ek")


def endless_name(text: str) -> str:
    return text.replace("Bo Ek", "Bo" * 200)


def deep(text: str) -> str:
    return text.replace('"by_hand": ["name"]', '"by_hand": ' + "[" * 100_000)


def twice_a_number(text: str) -> str:
    head, people, rest = text.partition('"Person": [')
    first, second = re.findall(r'^{"id": \d+,', rest, re.MULTILINE)[:2]
    return head + people + rest.replace(second, first, 1)


def two_campaigns(text: str) -> str:
    lines = text.split("\n")
    at = lines.index('"Campaign": [')
    return "\n".join([*lines[: at + 1], lines[at + 1] + ",", *lines[at + 1 :]])


SPOILERS: list[Callable[[str], str]] = [
    cut, no_end, more, of_another, reformatted, unknown_table, table_twice, unknown_field,
    other_kind, no_day, points_at_nothing, null_name, no_letter, half_a_letter, endless_name, deep,
    twice_a_number, two_campaigns,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILERS)
def test_a_file_that_is_not_whole_changes_nothing(
    taken_out: Path, stamp: Stamp, spoil: Callable[[str], str]
) -> None:
    file = taken_out / "firststep.json"
    text = file.read_text("utf-8")
    assert spoil(text) != text
    file.write_text(spoil(text), "utf-8")
    start_campaign(name="Ada Moreno", stamp=stamp)
    before = everything()

    with pytest.raises(CannotDo) as refused:
        bring_back(file=file)

    assert refused.value.kind == "bad_input"
    assert len(refused.value.words) < 400
    assert everything() == before


def test_an_export_of_a_newer_program_is_refused(taken_out: Path) -> None:
    file = taken_out / "firststep.json"
    file.write_text(file.read_text("utf-8").replace('"version": 1', '"version": 2', 1), "utf-8")

    with pytest.raises(CannotDo, match="newer Firststep"):
        bring_back(file=file)

    assert not Campaign.objects.exists()


def test_a_field_that_the_file_does_not_know_yet_is_as_a_new_row_has_it(taken_out: Path) -> None:
    file = taken_out / "firststep.json"
    text = file.read_text("utf-8")
    file.write_text(text.replace('"keep": "", ', "").replace('"playbook": "", ', ""), "utf-8")

    bring_back(file=taken_out)

    assert Person.objects.filter(keep="").count() == 2


def test_no_file_there_is_one_sentence(db: None, tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match="cannot be opened") as refused:
        bring_back(file=tmp_path / "nothing.json")
    assert refused.value.kind == "unavailable"


def test_the_search_finds_who_came_back(taken_out: Path) -> None:
    from firststep.steps.people.finding.search_index import people_page

    bring_back(file=taken_out)

    found: Any = people_page(the_campaign(), "ann")
    assert [one.name for one in found.people] == ["Ann Lee"]
    assert connection.vendor in ("sqlite", "postgresql")

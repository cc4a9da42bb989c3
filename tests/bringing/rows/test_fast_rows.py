"""Many rows come in by few statements, and whoever is searched for is found as before."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from django.db import connection

from firststep.bringing.rows import fast_rows, more, people
from firststep.bringing.rows.fast_rows import take_keys
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.search_index import people_page
from firststep.steps.people.models import Person, Tie
from firststep.verbs.people.import_files import undo_import
from tests.bringing.importing import CONNECTIONS, IN, bring

ON_SQLITE = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="of SQLite's search table")
LINE = "{given},Lee,{site}{given},{given}@lee.example,Hooli,Buyer,08 Feb 2020\n"


def a_list(*given: str) -> str:
    return CONNECTIONS + "".join(LINE.format(given=name, site=IN) for name in given)


def many(word: str, count: int) -> list[str]:
    return [f"{word}{number:04}" for number in range(count)]


def found(campaign: Campaign, text: str) -> list[str]:
    return [person.name for person in people_page(campaign, text).people]


def the_index_holds_everybody() -> bool:
    """Raises where SQLite's search table and the people differ."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            table = "firststep_person_search"
            cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
    return True


@contextmanager
def said_to_sqlite() -> Iterator[list[str]]:
    """What the driver is asked; once more for each trigger."""
    heard: list[str] = []
    connection.ensure_connection()
    connection.connection.set_trace_callback(heard.append)
    try:
        yield heard
    finally:
        connection.connection.set_trace_callback(None)


def test_every_row_comes_in_once_and_in_its_order(ada: Campaign, stamp: Stamp) -> None:
    given = many("sam", 1_234)

    bring(ada, stamp, a_list(*given))

    people = Person.objects.filter(campaign=ada).order_by("id")
    assert list(people.values_list("given", flat=True)) == given
    assert list(people.values_list("linkedin", flat=True)) == given
    assert Tie.objects.filter(campaign=ada).count() == 1_234
    assert the_index_holds_everybody()


@ON_SQLITE
def test_a_thousand_people_are_written_by_few_statements(ada: Campaign, stamp: Stamp) -> None:
    with said_to_sqlite() as heard:
        bring(ada, stamp, a_list(*many("sam", 1_230)))

    for table in ("person", "position", "tie", "address"):
        ours = [sql for sql in {*heard} if sql.startswith(f'INSERT INTO "firststep_{table}" (')]
        assert 0 < len(ours) < 10, (table, len(ours))


@ON_SQLITE
def test_a_few_people_more_do_not_write_the_index_anew(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, a_list(*many("sam", 1_000)))

    with said_to_sqlite() as heard:
        bring(ada, stamp, a_list("ann", "bob", "cleo", "dan", "eve"))

    written = [sql for sql in heard if "firststep_person_search" in sql and "INSERT" in sql]
    assert 0 < len(written) < 50
    assert not [sql for sql in written if "SELECT" in sql or "rebuild" in sql]
    assert not [sql for sql in heard if "DROP" in sql]


def test_an_import_into_a_book_with_people_is_found_beside_them(
    ada: Campaign, stamp: Stamp
) -> None:
    bring(ada, stamp, a_list(*many("sam", 120)))

    bring(ada, stamp, a_list(*many("ann", 610)))

    assert found(ada, "ann0609") == ["ann0609 Lee"]
    assert found(ada, "sam0119") == ["sam0119 Lee"]
    assert the_index_holds_everybody()


def test_an_import_that_fails_halfway_leaves_the_old_index(
    ada: Campaign, stamp: Stamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(ada, stamp, a_list(*many("sam", 120)))
    really = people.Bringing._tie

    def broken(self: Any, person: int, row: Any) -> Any:
        if row.given == "ann0700":
            raise OSError("the disk is full")
        return really(self, person, row)

    monkeypatch.setattr(people, "_CHUNK", 600)
    monkeypatch.setattr(people.Bringing, "_tie", broken)

    with pytest.raises(OSError, match="full"):
        bring(ada, stamp, a_list(*many("ann", 900)))

    assert found(ada, "ann0001") == []
    assert found(ada, "sam0119") == ["sam0119 Lee"]
    assert the_index_holds_everybody()


def test_an_import_taken_back_is_found_no_more(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, a_list(*many("sam", 120)))
    answer = bring(ada, stamp, a_list(*many("ann", 610)))
    assert answer.import_id is not None

    undo_import(ada, stamp=stamp, import_id=answer.import_id)

    assert found(ada, "ann0001") == []
    assert found(ada, "sam0001") == ["sam0001 Lee"]
    assert the_index_holds_everybody()


@pytest.mark.parametrize("works", [True, False])
def test_the_collector_rests_meanwhile_and_is_left_as_it_was(works: bool) -> None:
    was = gc.isenabled()
    (gc.enable if works else gc.disable)()
    try:
        with suppress(KeyboardInterrupt), fast_rows.collector_rests():
            assert not gc.isenabled()
            raise KeyboardInterrupt
        assert gc.isenabled() is works
    finally:
        (gc.enable if was else gc.disable)()


def test_an_import_is_made_while_the_collector_rests(
    ada: Campaign, stamp: Stamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    works: list[bool] = []

    def noting(*asked: Any) -> Any:
        works.append(gc.isenabled())
        return take_keys(*asked)

    monkeypatch.setattr(people, "take_keys", noting)

    bring(ada, stamp, a_list("ann"))

    assert works
    assert not any(works)


def test_no_statement_holds_more_values_than_sqlite_takes() -> None:
    kept = (people._PERSON, people._POSITION, people._COMPANY, more._EVIDENCE)

    assert max(map(len, kept)) * max(fast_rows._SIZES) <= 32_766

"""What a snapshot is made of is kept where nothing it rests on changed, and only there."""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firststep.snapshot.load import approaches, approaches_mended, load
from firststep.snapshot.parts import Parts
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Person
from tests.builders import TUESDAY, a_line
from tests.cast import MONDAY, a_row_person


class Counted:
    """Makes a list of one thing, and counts how often."""

    def __init__(self) -> None:
        self.times = 0
        self.rows = ["first"]

    def read(self, key: int) -> list[str]:
        self.times += 1
        return list(self.rows)

    def joined(self, rows: list[str]) -> list[str]:
        self.times += 10
        return [", ".join(rows)]


def looked(counted: Counted, parts: Parts, *, key: int = 1) -> list[str]:
    return parts.part(counted.joined, parts.part(counted.read, key, reads=("Touch",)))


def test_a_part_is_kept_while_nobody_writes_to_the_tables_it_reads() -> None:
    counted, first = Counted(), Parts()
    before = looked(counted, first)

    again = looked(counted, Parts(first, changed={"Person": None}))

    assert again is before
    assert counted.times == 11


def test_a_part_is_read_anew_after_a_write_and_what_rests_on_it_with_it() -> None:
    counted, first = Counted(), Parts()
    looked(counted, first)
    counted.rows = ["second"]

    assert looked(counted, Parts(first, changed={"Touch": {1}})) == ["second"]


def test_what_is_read_anew_and_found_the_same_changes_nothing_that_rests_on_it() -> None:
    counted, first = Counted(), Parts()
    before = looked(counted, first)

    again = looked(counted, Parts(first, changed={"Touch": {1}}))

    assert again is before
    assert counted.times == 12


def test_a_part_is_made_anew_where_it_is_given_something_else() -> None:
    counted, first = Counted(), Parts()
    looked(counted, first)

    looked(counted, Parts(first), key=2)

    assert counted.times == 12


def test_makers_of_one_name_are_parts_of_their_own() -> None:
    class Other(Counted):
        def read(self, key: int) -> list[str]:
            return ["of another"]

    first = Parts()
    first.part(Counted().read, 1)

    assert Parts(first).part(Other().read, 1) == ["of another"]


def a_table(*names: str) -> Callable[..., list[tuple[int, str]]]:
    """Reads rows of a table, the last one first, and notes which were asked for."""

    def read(_key: int, *, only: Collection[int] | None) -> list[tuple[int, str]]:
        asked.append(only)
        rows = [(at, name) for at, name in enumerate(names) if name]
        return [row for row in reversed(rows) if only is None or row[0] in only]

    return read


asked: list[Collection[int] | None] = []


def test_of_a_table_those_rows_are_read_again_that_were_written_to() -> None:
    first, second = Parts(), None
    asked.clear()
    before = first.rows(a_table("a", "b", "", "d"), 1, table="Touch")
    now = a_table("a", "B", "c", "")

    second = Parts(first, changed={"Touch": {1, 2, 3}, "Person": None}).rows(now, 1, table="Touch")

    assert asked == [None, {1, 2, 3}]
    assert [*second.items()] == [(0, (0, "a")), (1, (1, "B")), (2, (2, "c"))]
    assert second[0] is before[0]


@pytest.mark.parametrize(("key", "changed"), [(1, None), (2, {1})])
def test_a_table_is_read_as_a_whole_where_many_rows_changed_or_it_is_asked_otherwise(
    key: int, changed: set[int] | None
) -> None:
    first = Parts()
    first.rows(a_table("a", "b"), 1, table="Touch")
    asked.clear()

    Parts(first, changed={"Touch": changed}).rows(a_table("a", "b"), key, table="Touch")

    assert asked == [None]


def test_rows_nobody_wrote_to_are_not_read_again() -> None:
    first = Parts()
    before = first.rows(a_table("a", "b"), 1, table="Touch")
    asked.clear()

    again = Parts(first, changed={"Seat": {1}}).rows(a_table("other"), 1, table="Touch")

    assert again is before
    assert asked == []


def test_of_a_table_made_anew_the_entries_that_are_equal_are_the_very_same() -> None:
    def made(key: int) -> dict[int, list[str]]:
        return {1: ["as before"], 2: [f"of {key}"]}

    first = Parts()
    before = first.part(made, 1)

    now = Parts(first).part(made, 2)

    assert now == {1: ["as before"], 2: ["of 2"]}
    assert now[1] is before[1]


class Watched(Parts):
    """Notes the tables each part asks, beside those it says it reads."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, tuple[set[str], set[str]]] = {}

    def part(self, make: Callable[..., Any], *given: Any, reads: Collection[str] = ()) -> Any:
        with CaptureQueriesContext(connection) as seen:
            made = super().part(make, *given, reads=reads)
        self._note(make, seen, set(reads))
        return made

    def rows(self, read: Callable[..., Any], *given: Any, table: str) -> Any:
        with CaptureQueriesContext(connection) as seen:
            made = super().rows(read, *given, table=table)
        self._note(read, seen, {table})
        return made

    def _note(self, make: Any, seen: CaptureQueriesContext, reads: set[str]) -> None:
        names = {model._meta.db_table: model.__name__ for model in apps.get_models()}
        sql = " ".join(query["sql"] for query in seen)
        tables = {names[table] for table in re.findall(r"\bfirststep_\w+", sql) if table in names}
        self.asked[make.__name__] = (tables, reads)


ROW = (1, 7, None, "meeting", "email", "proposed", None, None, MONDAY, None, "", 0, "", TUESDAY, 3)
CLOSED = (*ROW[:9], MONDAY, "done", *ROW[11:])
NOTE = (a_line("write"),)


@pytest.mark.parametrize(
    ("row", "log", "today"),
    [(CLOSED, (), MONDAY), (ROW, NOTE, MONDAY), (ROW, (), TUESDAY), ((2, *ROW[1:]), (), MONDAY)],
)
def test_an_approach_is_made_anew_where_its_row_its_log_or_the_day_is_another(
    row: Any, log: Any, today: date
) -> None:
    rows, logs = {1: ROW}, {1: ()}
    known = approaches(rows, logs, MONDAY)
    before = (rows, logs, MONDAY)

    mended = approaches_mended(known, before, {row[0]: row}, {row[0]: log}, today)

    assert mended == approaches({row[0]: row}, {row[0]: log}, today) != known
    assert approaches_mended(known, before, rows, logs, MONDAY)[1] is known[1]


@pytest.mark.django_db
@pytest.mark.parametrize("has_landed", [False, True])
def test_every_part_says_which_tables_it_reads(
    ada: Campaign, acme: Company, ann: Person, has_landed: bool
) -> None:
    a_row_person(ada, "Bea Roth", company=acme)
    if has_landed:
        ada.goals.update(ended_on=MONDAY, landed_at=acme)
    watched = Watched()

    load(ada, today=MONDAY, parts=watched)

    assert len(watched.asked) >= 15 and ("read_landed" in watched.asked) == has_landed
    for name, (tables, said) in watched.asked.items():
        assert tables == said, name

"""What a snapshot is made of is kept where nothing it rests on changed, and only there."""

import re
from collections.abc import Callable, Collection
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firststep.snapshot.load import load
from firststep.snapshot.parts import Parts
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Person
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

    again = looked(counted, Parts(first, changed=("Person",)))

    assert again is before
    assert counted.times == 11


def test_a_part_is_read_anew_after_a_write_and_what_rests_on_it_with_it() -> None:
    counted, first = Counted(), Parts()
    looked(counted, first)
    counted.rows = ["second"]

    assert looked(counted, Parts(first, changed=("Touch",))) == ["second"]


def test_what_is_read_anew_and_found_the_same_changes_nothing_that_rests_on_it() -> None:
    counted, first = Counted(), Parts()
    before = looked(counted, first)

    again = looked(counted, Parts(first, changed=("Touch",)))

    assert again is before
    assert counted.times == 12


def test_a_part_is_made_anew_where_it_is_given_something_else() -> None:
    counted, first = Counted(), Parts()
    looked(counted, first)

    looked(counted, Parts(first), key=2)

    assert counted.times == 12


class Watched(Parts):
    """Notes the tables each part asks, beside those it says it reads."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, tuple[set[str], set[str]]] = {}

    def part(self, make: Callable[..., Any], *given: Any, reads: Collection[str] = ()) -> Any:
        with CaptureQueriesContext(connection) as seen:
            made = super().part(make, *given, reads=reads)
        names = {model._meta.db_table: model.__name__ for model in apps.get_models()}
        sql = " ".join(query["sql"] for query in seen)
        tables = {names[table] for table in re.findall(r"\bfirststep_\w+", sql) if table in names}
        self.asked[make.__name__] = (tables, set(reads))
        return made


@pytest.mark.django_db
def test_every_part_says_which_tables_it_reads(ada: Campaign, acme: Company, ann: Person) -> None:
    a_row_person(ada, "Bea Roth", company=acme)
    watched = Watched()

    load(ada, today=MONDAY, parts=watched)

    assert len(watched.asked) >= 15
    for name, (tables, said) in watched.asked.items():
        assert tables == said, name

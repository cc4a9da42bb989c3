"""A kept query gives what its query set gives, each time of what is filled in."""

import json
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DEFAULT_DB_ALIAS
from django.db.models.expressions import RawSQL
from django.db.models.sql.compiler import SQLCompiler

from firststep.keeping import kept_query
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.people.finding.many_ids import ids_named
from firststep.steps.people.models import Person, Position
from tests.cast import a_row_person

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company

POSTS = KeptQuery(
    lambda: (
        Position.objects.filter(person=Blank("person"), current=True)
        .exclude(title="")
        .select_related("company")
        .order_by("-began_on", "id")
    )
)
NAMES = KeptQuery(
    lambda: (
        Person.objects.filter(pk__in=RawSQL(ids_named(), [Blank("people")]))
        .order_by("id")
        .values_list("id", "name")
    )
)
KNOWN_BY_THEN = KeptQuery(
    lambda: (
        Person.objects.filter(known_since__lte=Blank("on"), name=Blank("name"))
        .values_list("name", flat=True)
        .order_by("id")[:1]
    )
)


def test_each_asking_is_of_what_is_filled_in(ada: "Campaign", acme: "Company") -> None:
    rosa = a_row_person(ada, "Rosa Park", company=acme, title="Buyer")
    omar = a_row_person(ada, "Omar Diaz", company=acme, title="Planner")

    found = [(one.title, one.company.name) for one in POSTS(person=rosa.pk)]

    assert found == [("Buyer", "Acme")]
    assert [one.title for one in POSTS(person=omar.pk)] == ["Planner"]
    assert POSTS(person=0) == [] and POSTS.first(person=0) is None


def test_what_was_written_since_is_read(ada: "Campaign", acme: "Company") -> None:
    rosa = a_row_person(ada, "Rosa Park", company=acme, title="Buyer")
    POSTS(person=rosa.pk)

    rosa.positions.update(title="Head of Buying")

    assert [one.title for one in POSTS(person=rosa.pk)] == ["Head of Buying"]


def test_a_list_goes_in_as_one_value(ada: "Campaign") -> None:
    people = [a_row_person(ada, name) for name in ("Rosa Park", "Omar Diaz", "Eve Lund")]

    two = NAMES(people=json.dumps([people[0].pk, people[2].pk]))

    assert [name for _, name in two] == ["Rosa Park", "Eve Lund"]
    assert len(NAMES(people=json.dumps([one.pk for one in people]))) == 3


def test_a_day_is_compared_as_a_day(ada: "Campaign") -> None:
    rosa = a_row_person(ada, "Rosa Park")
    Person.objects.filter(pk=rosa.pk).update(known_since=date(2026, 9, 9))

    assert KNOWN_BY_THEN.first(name="Rosa Park", on=date(2026, 9, 9)) == "Rosa Park"
    assert KNOWN_BY_THEN.first(name="Rosa Park", on=date(2026, 9, 8)) is None
    assert KNOWN_BY_THEN.first(name="' OR 1=1 --", on=date(2026, 9, 9)) is None


def test_a_number_no_row_can_have_is_nobodys(ada: "Campaign") -> None:
    assert POSTS(person=2**70) == []


def test_it_is_worked_out_once_by_each_thread_and_anew_for_another_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worked_out: list[Any] = []

    class WorkedOut:
        def __init__(self, _asked: None, way: Any) -> None:
            self.way = way
            worked_out.append(self)

        def rows(self, _given: dict[str, Any]) -> list[Any]:
            return []

    monkeypatch.setattr(kept_query, "_WorkedOut", WorkedOut)
    query: KeptQuery[Any] = KeptQuery(lambda: None)  # type: ignore[arg-type, return-value]

    query()
    beside = Thread(target=query)
    beside.start()
    beside.join()
    query()
    assert len(worked_out) == 2

    monkeypatch.setattr(kept_query, "connections", {DEFAULT_DB_ALIAS: object()})
    query()
    assert len(worked_out) == 3


def test_a_place_nothing_was_given_for_is_a_mistake(ada: "Campaign") -> None:
    with pytest.raises(KeyError):
        POSTS()


def test_it_is_worked_out_at_the_first_asking_alone(
    ada: "Campaign", acme: "Company", monkeypatch: pytest.MonkeyPatch
) -> None:
    rosa = a_row_person(ada, "Rosa Park", company=acme, title="Buyer")
    before = POSTS(person=rosa.pk)

    monkeypatch.setattr(SQLCompiler, "pre_sql_setup", None)  # Django could not do it again

    assert POSTS(person=rosa.pk) == before

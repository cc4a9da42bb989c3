"""Answers are records; JSON is made of them in one place, and what was not said is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

import pytest

from firststep.interfaces.answers import asked
from firststep.interfaces.answers.plain import plain, record_of
from firststep.interfaces.catalogue import CATALOGUE
from firststep.journal.actions import Stamp


class Point(NamedTuple):
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    from_: date
    to: date | None
    at: tuple[Point, ...] = ()


def test_records_become_objects_in_the_order_of_their_fields() -> None:
    found = plain(Span(from_=date(2026, 11, 23), to=None, at=(Point(1, 2),)))

    assert list(found.items()) == [("from", "2026-11-23"), ("to", None), ("at", [{"x": 1, "y": 2}])]


def test_days_hours_sets_and_keys_are_told_as_json_knows_them() -> None:
    assert plain({7: datetime(2026, 11, 25, 14, 30)}) == {"7": "2026-11-25 14:30"}
    assert plain(frozenset({"b", "a"})) == ["a", "b"]
    assert plain([True, 1, 0.5, "x", None]) == [True, 1, 0.5, "x", None]


def test_a_record_takes_what_its_source_calls_alike() -> None:
    source = Span(from_=date(2026, 1, 1), to=date(2026, 1, 2))

    assert record_of(Span, source, to=None) == Span(from_=date(2026, 1, 1), to=None)


def test_what_was_not_said_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: dict[str, Any] = {}

    def verb(campaign: object, *, stamp: Stamp, **said: Any) -> str:
        heard.update(said)
        return "done"

    def answer(found: str, what: asked.Asked) -> tuple[str, date, Mapping[str, Any]]:
        return found, what.on, what.said

    monkeypatch.setattr(asked, "resolve", {"verb": verb, "answer": answer}.__getitem__)
    item = CATALOGUE["forget"]._replace(target="verb", answer="answer")
    given = {"person": "p1", "email": None, "named": (), "drop": False, "port": 0, "yes": True}

    found = asked.answered(item, given, campaign=object(), stamp=Stamp(on=date(2026, 11, 23)))  # type: ignore[arg-type]

    assert heard == {"person": "p1", "port": 0}  # `yes` was for the door that asks
    assert found == ("done", date(2026, 11, 23), heard)

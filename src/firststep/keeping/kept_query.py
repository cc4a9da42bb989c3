"""Questions to the database that every look asks: written as the ORM says them, worked out once.

Django works out the SQL of a query set each time it is asked, and takes ten times as long for it as
SQLite for the answer. Of a kept query only what is filled in differs from asking to asking.
"""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, QuerySet

_Row = TypeVar("_Row")


class Blank(Expression):
    """The place of what is filled in at each asking: a number, a text or a day; None, which nothing
    is like."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, *_: Any, **__: Any) -> Any:  # as Django calls it: a compiler, a connection
        return "%s", [self]


class KeptQuery(Generic[_Row]):
    """A question with places to fill in, and its rows as the query set gives them:

        posts = KeptQuery(lambda: Position.objects.filter(person=Blank("person")).order_by("id"))
        posts(person=12)

    Lists differ in length and prefetching asks more than one question: both stay with query sets.
    A list that goes in as one text (`many_ids.ids_named`) is one value.
    """

    def __init__(self, asked: "Callable[[], QuerySet[Any, _Row]]") -> None:
        self.asked = asked
        self.of_this_thread = threading.local()  # as a connection is

    def __call__(self, **given: Any) -> list[_Row]:
        """Raises KeyError for a place that nothing was given for."""
        way = connections[DEFAULT_DB_ALIAS]
        known: _WorkedOut | None = getattr(self.of_this_thread, "known", None)
        if known is None or known.way is not way:
            known = self.of_this_thread.known = _WorkedOut(self.asked(), way)
        return known.rows(given)

    def first(self, **given: Any) -> _Row | None:
        """The first row; the query set says how many are read (`[:1]`)."""
        return next(iter(self(**given)), None)


class _WorkedOut:
    """One question for one connection: its SQL, and Django's own reading of its rows."""

    def __init__(self, asked: Any, way: Any) -> None:
        self.way, self.asked, self.given = way, asked, dict[str, Any]()
        self.compiler = asked.query.get_compiler(way.alias)
        self.sql, self.places = self.compiler.as_sql()
        self.compiler.as_sql = self._filled
        asked.query.get_compiler = lambda *_, **__: self.compiler

    def rows(self, given: dict[str, Any]) -> list[Any]:
        self.given = given
        try:
            return [*self.asked._iterable_class(self.asked)]
        except OverflowError:  # a number that no row can have
            return []

    def _filled(self, *_: Any, **__: Any) -> tuple[str, tuple[Any, ...]]:
        return self.sql, tuple(
            self._value(one.name) if isinstance(one, Blank) else one for one in self.places
        )

    def _value(self, name: str) -> Any:
        value = self.given[name]
        return self.way.ops.adapt_datefield_value(value) if isinstance(value, date) else value

"""Asking a database about thousands of rows at once, by their ids, and about few of many."""

import json
from collections.abc import Iterable
from typing import TypeVar

from django.db import connection
from django.db.models import F, Model, QuerySet
from django.db.models.expressions import RawSQL

from firststep.keeping.kept_query import Blank
from firststep.steps.goal.models import Campaign

_Row = TypeVar("_Row", bound=Model)


def ids_named() -> str:
    """The SQL of a list of ids handed over as one parameter, `ids_parameter(ids)`.

    One parameter, since SQLite takes some 32,000 and Django looks at each of them.
    """
    if connection.vendor == "sqlite":
        return "SELECT value FROM json_each(%s)"
    return "SELECT json_array_elements_text(%s::json)::bigint"


def ids_parameter(ids: Iterable[int]) -> str:
    """The parameter of `ids_named`."""
    return json.dumps(sorted(ids))


def narrowly(rows: "QuerySet[_Row]", campaign: Campaign) -> "QuerySet[_Row]":
    """The campaign's rows, of which few are asked for by their person.

    SQLite takes a campaign for the narrower thing and would look through all its 200,000 rows; what
    is added to the number keeps it from its index.
    """
    return _of_owner(rows, campaign.pk)


def narrowly_given(rows: "QuerySet[_Row]", name: str) -> "QuerySet[_Row]":
    """The same in a kept query: the campaign's number is given at each asking."""
    return _of_owner(rows, Blank(name))


def _of_owner(rows: "QuerySet[_Row]", campaign: int | Blank) -> "QuerySet[_Row]":
    found: QuerySet[_Row] = rows.alias(owner=F("campaign_id") + 0)  # type: ignore[assignment]
    return found.filter(owner=campaign)


def among(ids: Iterable[int]) -> RawSQL:
    """For `filter(person_id__in=among(ids))`."""
    return RawSQL(ids_named(), [ids_parameter(ids)])


def among_given(name: str) -> RawSQL:
    """The same in a kept query: `ids_parameter(ids)` is given at each asking."""
    return RawSQL(ids_named(), [Blank(name)])

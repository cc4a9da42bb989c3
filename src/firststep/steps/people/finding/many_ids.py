"""Asking a database about thousands of rows at once, by their ids."""

import json
from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL


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


def among(ids: Iterable[int]) -> RawSQL:
    """For `filter(person_id__in=among(ids))`."""
    return RawSQL(ids_named(), [ids_parameter(ids)])

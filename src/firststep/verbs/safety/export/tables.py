"""Which rows and fields an export holds: all there are, but for what is left out with a reason.

The list comes from the models, so that a new table or field is in the export by itself.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from django.apps import apps
from django.db import models

from firststep.accounts.models import User
from firststep.steps.goal.models import Campaign

# (table, field) -> why it stays here; "*" is every table.
NOT_EXPORTED: dict[tuple[str, str], str] = {
    ("*", "campaign"): "a file holds one campaign, so every row is its own",
    ("Campaign", "mark"): "it tells this database from others",
    ("User", "password"): "it opens this installation, not another",
    ("User", "last_login"): "it tells about this installation",
    ("Entry", "before"): "what rows were before serves undo, which ends with the database",
    ("Entry", "made"): "which rows were made serves undo, which ends with the database",
    ("Entry", "door"): "by which door it came serves nobody elsewhere",
    ("Entry", "once_key"): "it keeps a form of this site from counting twice",
}
AT_A_TIME = 2_000  # rows in memory

Table: TypeAlias = type[models.Model]
Row: TypeAlias = dict[str, Any]


def tables() -> dict[str, Table]:
    """Every table by its name, the seeker and the campaign first, then in the registry's order."""
    found: list[Table] = [User, Campaign]
    found += [m for m in apps.get_app_config("firststep").get_models() if m not in found]
    return {model.__name__: model for model in found}


def fields_of(table: Table) -> dict[str, "models.Field[Any, Any]"]:
    """What is written of a row, by the column's name."""
    return {
        str(field.column): field
        for field in table._meta.concrete_fields
        if not NOT_EXPORTED.keys() & {("*", field.name), (table.__name__, field.name)}
    }


def rows_of(campaign: Campaign, table: Table) -> Iterator[Row]:
    """The campaign's rows of a table by number, read a few at a time."""
    columns = fields_of(table)
    names = [field.attname for field in columns.values()]
    found = _own(campaign, table).order_by("pk").values_list(*names)
    for values in found.iterator(chunk_size=AT_A_TIME):
        yield dict(zip(columns, values, strict=True))


def _own(campaign: Campaign, table: Table) -> "models.QuerySet[Any]":
    rows = table._base_manager.all()
    if table is User:
        return rows.filter(pk=campaign.seeker_id)
    return rows.filter(pk=campaign.pk) if table is Campaign else rows.filter(campaign=campaign)

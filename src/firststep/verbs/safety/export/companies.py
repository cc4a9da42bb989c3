"""The companies as tables: all of them, and the targets as `company import` takes them."""

import csv
from collections.abc import Iterator
from typing import TextIO

from firststep.bringing.formats.formula_cells import neutral
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.rows import newest_opening
from firststep.verbs.safety.export.tables import AT_A_TIME

TARGETS = ("company", "domain", "motivation", "opening", "phone", "aliases", "target since",
           "stage", "stage since", "interviewed on")  # fmt: skip
ALL = ("name", "domain", "aliases", "target", "why noted")


def write_targets(campaign: Campaign, file: TextIO) -> int:
    """Writes targets.csv; answers with how many."""
    rows = Company.objects.filter(campaign=campaign, targeted_on__isnull=False)
    targets = rows.annotate(role_sought=newest_opening("role"))
    return _write(
        file,
        TARGETS,
        (
            (row.name, row.domain, str(row.motivation), row.role_sought or "", row.phone,
             "; ".join(row.aliases),
             str(row.targeted_on), row.stage, str(row.staged_on or ""),
             str(row.interviewed_on or ""))
            for row in targets.order_by("pk").iterator(chunk_size=AT_A_TIME)
        ),
    )  # fmt: skip


def write_companies(campaign: Campaign, file: TextIO) -> int:
    """Writes companies.csv; answers with how many."""
    rows = Company.objects.filter(campaign=campaign).order_by("pk")
    return _write(
        file,
        ALL,
        (
            (row.name, row.domain, "; ".join(row.aliases), "yes" if row.targeted_on else "",
             " ".join(map(str, row.noted)))
            for row in rows.iterator(chunk_size=AT_A_TIME)
        ),
    )  # fmt: skip


def _write(file: TextIO, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> int:
    table = csv.writer(file)
    table.writerow(columns)
    count = 0
    for row in rows:
        table.writerow([neutral(cell) for cell in row])
        count += 1
    return count

"""Everything can be taken out, to read, to give to other programs, and to put back (P-h)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from django.db import connections, transaction

from firststep.facts.export_file import NAME
from firststep.keeping.copies import remember_copy
from firststep.steps.goal.models import Campaign
from firststep.verbs.safety.export.companies import write_companies, write_targets
from firststep.verbs.safety.export.data import write_data
from firststep.verbs.safety.export.folder import filled, private_file
from firststep.verbs.safety.export.people import write_cards, write_table

__all__ = ["Exported", "export"]

_WORDS = """\
Everything Firststep keeps for you.

firststep.json  all of it, a row a line; put it back with: firststep import FOLDER
people.csv      the people, for a spreadsheet; firststep import people.csv reads it too
people.vcf      the people as address cards (vCard 4), for a phone or an address book
targets.csv     the companies you chose; firststep company import targets.csv reads it
companies.csv   every company that somebody you know works or worked at

An apostrophe before = + - @ keeps a spreadsheet from taking a text for a formula.
These files hold other people's data: keep them where only you can read them.
"""
# Each file with its encoding: spreadsheets know UTF-8 by its mark, other programs do without.
FILES: dict[str, tuple[str, Callable[[Campaign, TextIO], Any]]] = {
    NAME: ("utf-8", write_data),
    "people.csv": ("utf-8-sig", write_table),
    "people.vcf": ("utf-8", write_cards),
    "targets.csv": ("utf-8-sig", write_targets),
    "companies.csv": ("utf-8-sig", write_companies),
    "README.txt": ("utf-8", lambda _campaign, file: file.write(_WORDS)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """`rows` counts what `firststep.json` holds, by table."""

    folder: Path
    files: list[str]
    rows: dict[str, int]
    people: int
    companies: int


def export(campaign: Campaign, *, folder: Path) -> Exported:
    """Writes everything into a folder that is new, empty or an earlier export, whole or not at all.

    Raises CannotDo where something else is in the folder or it cannot be written.
    """
    answers: dict[str, Any] = {}
    remember_copy(folder.resolve())  # first: one that comes to be is never unknown
    with filled(folder, names=frozenset(FILES)) as new, _one_moment(campaign):
        for name, (encoding, write) in FILES.items():
            with private_file(new / name, encoding=encoding) as file:
                answers[name] = write(campaign, file)
    return Exported(
        folder=folder.resolve(),
        files=list(FILES),
        rows=answers[NAME],
        people=answers["people.csv"],
        companies=answers["companies.csv"],
    )


@contextmanager
def _one_moment(campaign: Campaign) -> Iterator[None]:
    """All files tell the same moment, whatever another process writes meanwhile."""
    connection = connections[campaign._state.db or "default"]
    is_outermost = not connection.in_atomic_block
    with transaction.atomic(using=connection.alias):
        if connection.vendor == "postgresql" and is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield

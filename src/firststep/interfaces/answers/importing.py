"""Files brought in, or an import taken back."""

from collections.abc import Callable, Sequence
from typing import TypedDict, Unpack

from firststep.bringing.import_answer import ImportAnswer
from firststep.errors import CannotDo
from firststep.interfaces.answers.named_files import ordinary_file
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.verbs.people import import_files as imports
from firststep.verbs.people.import_undo import Undone


class Agreed(TypedDict, total=False):
    """What goes on to the verb as it was said; `progress` hears how many of how many are done."""

    dry_run: bool
    leave_out: bool
    format: str
    progress: Callable[[int, int], None]


def import_files(
    campaign: Campaign,
    *,
    stamp: Stamp,
    files: Sequence[str] = (),
    mapping: Sequence[str] = (),
    undo: int | None = None,
    **agreed: Unpack[Agreed],
) -> ImportAnswer | Undone:
    """Brings in files, or takes an import back by its number."""
    if undo is None:
        return _brought(campaign, stamp, files, mapping, agreed)
    if files:
        raise CannotDo("Undo takes only the number of an import, no files.", kind="bad_input")
    return imports.undo_import(campaign, stamp=stamp, import_id=undo)


def company_import(
    campaign: Campaign, *, stamp: Stamp, files: Sequence[str], **agreed: Unpack[Agreed]
) -> ImportAnswer:
    """Brings in a list of companies to work for."""
    return _brought(campaign, stamp, files, (), {**agreed, "format": "companies"})


def _brought(
    campaign: Campaign, stamp: Stamp, files: Sequence[str], mapping: Sequence[str], agreed: Agreed
) -> ImportAnswer:
    if not files:
        raise CannotDo(
            "Name the file to import, such as Connections.csv or the whole zip.", kind="bad_input"
        )
    paths = [ordinary_file(file) for file in files]
    fields = _mapping(mapping)
    return imports.import_files(campaign, stamp=stamp, paths=paths, mapping=fields, **agreed)


def _mapping(said: Sequence[str]) -> dict[str, str]:
    """Column -> field, of "Full name=name". Raises CannotDo for what has no "=" in it."""
    found: dict[str, str] = {}
    for one in said:
        column, mark, field = one.rpartition("=")
        if not (mark and column.strip() and field.strip()):
            raise CannotDo(
                f'Say what a column is like this: --map "Full name=name". {one[:40]!r} is not.',
                kind="bad_input",
            )
        found[column.strip()] = field.strip().lower()
    return found

"""Answers about people: brought in, and put right."""

import stat
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Unpack

from firststep.errors import CannotDo
from firststep.interfaces.answers import shapes
from firststep.interfaces.answers.shapes import Json, plain
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.persons import (
    Said,
    add_person,
    edit_person,
    edit_position,
)
from firststep.verbs.safety.correct_touch import correct_touch

Told = Callable[[int, int], None]


def import_files(
    campaign: Campaign,
    *,
    stamp: Stamp,
    files: Sequence[str] = (),
    dry_run: bool = False,
    leave_out: bool = False,
    format: str | None = None,  # noqa: A002  # the option's name
    mapping: Sequence[str] = (),
    undo: int | None = None,
    told: Told | None = None,
) -> Json:
    """`told` hears how many of how many rows or bytes are done."""
    from firststep.verbs.people import import_files as imports

    if undo is not None:
        if files:
            raise CannotDo("Undo takes only the number of an import, no files.", kind="bad_input")
        return dict(plain(imports.undo_import(campaign, stamp=stamp, import_id=undo)))
    if not files:
        raise CannotDo(
            "Name the file to import, such as Connections.csv or the whole zip.", kind="bad_input"
        )
    answer = imports.import_files(
        campaign,
        stamp=stamp,
        paths=[ordinary_file(file) for file in files],
        dry_run=dry_run,
        leave_out=leave_out,
        format=format,
        mapping=_mapping(mapping),
        progress=told,
    )
    return dict(plain(answer))


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


def ordinary_file(typed: str) -> Path:
    """The file at a path. Raises CannotDo for what is none: folders, devices, pipes."""
    if typed == "-":
        raise CannotDo(
            "Standard input is not read here: save it as a file and name that.", kind="bad_input"
        )
    path = Path(typed).expanduser()
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise CannotDo(f"{typed} is a folder. Name the file inside it.", kind="bad_input")
        if not stat.S_ISREG(mode):
            raise CannotDo(f"{typed} is not an ordinary file.", kind="bad_input")
        path.open("rb").close()
    except FileNotFoundError:
        raise CannotDo(f"There is no file {typed}.", kind="not_found") from None
    except (OSError, ValueError) as error:
        words = getattr(error, "strerror", None) or "it cannot be read"
        raise CannotDo(f"{typed} cannot be opened: {words.lower()}.", kind="unavailable") from None
    return path


def person_add(
    campaign: Campaign, *, stamp: Stamp, name: str, another: bool = False, **said: Unpack[Said]
) -> Json:
    from firststep.interfaces.answers.showing import person

    return person(
        add_person(campaign, stamp=stamp, name=name, another=another, **said), on=stamp.on
    )


def person_edit(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    new_name: str | None = None,
    **said: Unpack[Said],
) -> Json:
    from firststep.interfaces.answers import showing

    row = edit_person(campaign, stamp=stamp, person=person, name=new_name, **said)
    return showing.person(row, on=stamp.on)


def person_show(campaign: Campaign, *, stamp: Stamp, person: str) -> Json:
    from firststep.interfaces.answers import showing
    from firststep.steps.people.finding.finding import find_person

    return showing.person(find_person(campaign, person), on=stamp.on)


def position(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    position: int | None = None,
    company: str | None = None,
    title: str | None = None,
    began_on: date | None = None,
    ended_on: date | None = None,
    drop: bool = False,
) -> Json:
    row = edit_position(
        campaign,
        stamp=stamp,
        person=person,
        position=position,
        company=company,
        title=title,
        began_on=began_on,
        ended_on=ended_on,
        drop=drop,
    )
    return shapes.position(row)


def touch(
    campaign: Campaign,
    *,
    stamp: Stamp,
    touch: int,
    moved_to: date | None = None,
    delete: bool = False,
) -> Json:
    from firststep.interfaces.answers import showing

    row = correct_touch(campaign, stamp=stamp, touch=str(touch), on=moved_to, delete=delete)
    return {**showing.touch(row), "touch_id": touch, "deleted": delete}


def do_not_contact(
    campaign: Campaign, *, stamp: Stamp, person: str, why: str | None = None, lift: bool = False
) -> Json:
    from firststep.interfaces.answers import showing

    row = set_do_not_contact(campaign, stamp=stamp, person=person, why=why or "", lift=lift)
    return showing.person(row, on=stamp.on)


def tie(
    campaign: Campaign,
    *,
    stamp: Stamp,
    a: str,
    b: str | None = None,
    kind: str | None = None,
    how: str | None = None,
    since: date | None = None,
    drop: bool = False,
) -> Json:
    from firststep.verbs.people.tie import set_tie

    row = set_tie(
        campaign, stamp=stamp, person=a, other=b, kind=kind, how=how, since=since, drop=drop
    )
    return {"tie_id": row.pk, "kind": row.kind or None, "how": row.how, "dropped": drop}

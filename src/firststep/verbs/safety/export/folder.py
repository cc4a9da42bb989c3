"""The folder of an export: whole or not at all, readable by its owner alone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from firststep.errors import CannotDo
from firststep.facts.export_file import holds_export
from firststep.facts.said import say
from firststep.keeping.files import refuse_own
from firststep.keeping.making import BEFORE, in_the_making, settle


@contextmanager
def filled(folder: Path, *, names: frozenset[str]) -> Iterator[Path]:
    """A new folder beside the wanted one, put in its place once all is written.

    `names` are the files an export may hold. Raises CannotDo for a folder with anything else in
    it, or a place that cannot be written to.
    """
    try:
        folder = folder.resolve()
        refuse_own(folder)
        _refuse_occupied(folder, names)
        with in_the_making(folder) as part:
            new = part / "new"
            for made in (part, new):
                made.mkdir(mode=0o700)
            yield new
            settle(new)
            if folder.exists():
                folder.rename(part / BEFORE)
            new.rename(folder)
            settle(folder.parent)
    except OSError as error:
        told = (error.strerror or say("it refused")).lower()
        words = say(
            "{path} cannot be written ({told}). Give a place that can.", path=folder, told=told
        )
        raise CannotDo(words, kind="unavailable") from error


@contextmanager
def private_file(path: Path, *, encoding: str) -> Iterator[TextIO]:
    """A new text file for its owner alone from its first byte; the disk has it afterwards."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _refuse_occupied(folder: Path, names: frozenset[str]) -> None:
    if not folder.exists():
        if not folder.parent.is_dir():
            raise CannotDo(f"There is no folder {folder.parent}. Make it first.", kind="bad_input")
        return
    if not folder.is_dir():
        raise CannotDo(f"{folder} is a file. Name a folder; nothing was overwritten.")
    there = {path.name for path in folder.iterdir()}
    if not there:
        return
    if not holds_export(folder):
        raise CannotDo(
            f"{folder} is not empty. Name a new folder, or one with an earlier export in it; "
            "nothing was overwritten."
        )
    if others := sorted(there - names):
        raise CannotDo(
            f"{folder} holds an earlier export and {others[0]}, which would be lost. Move it "
            "away, or name a new folder; nothing was overwritten."
        )

"""The folder of an export: whole or not at all, readable by its owner alone."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from firststep.errors import CannotDo
from firststep.facts.export_file import holds_export


@contextmanager
def filled(folder: Path, *, names: frozenset[str]) -> Iterator[Path]:
    """A new folder beside the wanted one, put in its place once all is written.

    `names` are the files an export may hold. Raises CannotDo for a folder with anything else in
    it, or a place that cannot be written to.
    """
    folder = folder.resolve()
    _refuse_occupied(folder, names)
    new = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        yield new
        settle(new)
        _put_in_place(new, folder)
        settle(folder.parent)
    except OSError as error:
        cause = (error.strerror or "it refused").lower()
        raise CannotDo(
            f"{folder} cannot be written ({cause}). Give a place that can.", kind="unavailable"
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def private_file(path: Path, *, encoding: str) -> Iterator[TextIO]:
    """A new text file for its owner alone from its first byte; the disk has it afterwards."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def settle(path: Path) -> None:
    """Waits until the disk has a folder's names; systems that cannot say so need not."""
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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


def _put_in_place(new: Path, folder: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)

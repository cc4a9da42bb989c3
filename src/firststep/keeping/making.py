"""What is in the making: rooms in one private folder beside the data.

A room belongs to the process that made it and is gone when that is done with it. Rooms of processes
that were killed are swept when the program starts and when a person is forgotten. What must be
made elsewhere, as its place lies on another disk, is named in a room and swept with it.
"""

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files import locks

HELD, NOTE, DOOR = "held", "note", "door"
BEFORE = "before"  # what is in the way of something whole, until that has its place


def making_folder() -> Path:
    """The folder itself; it need not be there."""
    return Path(settings.DATA) / "making"


@contextmanager
def room() -> Iterator[Path]:
    """A private folder that is gone with all in it when it is left, or swept when killed in it."""
    folder, held = _taken()
    try:
        yield folder
    finally:
        _clear(folder)
        held.close()


@contextmanager
def in_the_making(target: Path) -> Iterator[Path]:
    """The path to make something under until it is whole and moved to its place.

    A folder may hold what was in the way meanwhile (`BEFORE`): who is killed then loses nothing.
    """
    with room() as own:
        part = own / "whole"
        if own.stat().st_dev != target.parent.stat().st_dev:
            part = target.with_name(f".{target.name[:100]}.{own.name}.part").absolute()
        (own / NOTE).write_text(json.dumps([str(part), str(target.absolute())]), encoding="utf-8")
        yield part


def room_of_this_process() -> Path:
    """A room for what is kept from one request to the next; it ends with the process."""
    folder = making_folder()
    if folder not in _own or not _own[folder][0].is_dir():
        _own[folder] = _taken()
    return _own[folder][0]


_own: dict[Path, tuple[Path, IO[str]]] = {}


def sweep(*, also_held: bool = False) -> None:
    """Removes what killed processes left; `also_held` what running ones are making, too.

    Those say that their work is gone, and nothing of it is anywhere.
    """
    folder = making_folder()
    if not folder.is_dir():
        return
    with suppress(OSError), _alone(folder):
        for one in folder.iterdir():
            if one.is_dir() and (_is_left(one) or also_held):
                _clear(one)


def _taken() -> tuple[Path, IO[str]]:
    folder = making_folder()
    for one in (folder.parent, folder):  # on a database server the data folder may not be there yet
        one.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone(folder):
        own = folder / secrets.token_hex(8)
        own.mkdir(mode=0o700)
        held = (own / HELD).open("w", encoding="ascii")
        locks.lock(held, locks.LOCK_EX | locks.LOCK_NB)
    return own, held


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While rooms are made or swept: a room is never seen before it is held."""
    with (folder / DOOR).open("w", encoding="ascii") as door:
        locks.lock(door, locks.LOCK_EX)
        yield


def _is_left(own: Path) -> bool:
    """Nobody holds it. Where files cannot be locked, nobody can tell."""
    try:
        with (own / HELD).open("a", encoding="ascii") as held:
            return locks.lock(held, locks.LOCK_EX | locks.LOCK_NB)
    except OSError:
        return True


def _clear(own: Path) -> None:
    with suppress(OSError, ValueError):
        part, target = map(Path, json.loads((own / NOTE).read_text(encoding="utf-8")))
        if (part / BEFORE).exists() and not target.exists():
            (part / BEFORE).rename(target)
        if part.name.endswith(f".{own.name}.part"):
            remove(part)
    remove(own)


def remove(path: Path) -> None:
    """Removes a file, or a folder with all in it; one that is gone is fine."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Waits until the disk has a file, or a folder's names; systems that cannot say so need not."""
    if os.name != "posix" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_in_place(part: Path, target: Path) -> None:
    """Moves a whole file to its name, on the disk, never over one that came meanwhile.

    Raises FileExistsError there.
    """
    settle(part)
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if target.exists():
            raise FileExistsError(target) from None
        part.rename(target)
    else:
        part.unlink()
    settle(target.parent)

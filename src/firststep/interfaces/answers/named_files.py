"""Files as a person names them: found, ordinary, and never longer than what is asked for."""

import stat
import sys
from pathlib import Path
from typing import BinaryIO

from firststep.errors import CannotDo
from firststep.facts.said import say


def path_of(typed: str) -> Path:
    """The path that was typed. Raises CannotDo for none, and for somebody's home nobody has."""
    if not typed.strip():
        raise CannotDo("Name the file.", kind="bad_input")
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        words = say("There is no home folder for {typed}. Write the whole path.", typed=typed)
        raise CannotDo(words, kind="not_found") from None


def ordinary_file(typed: str) -> Path:
    """The file at a path. Raises CannotDo for what is none: folders, devices, pipes."""
    if typed == "-":
        raise CannotDo(
            "Standard input is not read here: save it as a file and name that.", kind="bad_input"
        )
    path = path_of(typed)
    try:
        _refuse_odd(path, typed)
        path.open("rb").close()
    except FileNotFoundError:
        raise CannotDo(say("There is no file {typed}.", typed=typed), kind="not_found") from None
    except (OSError, ValueError) as error:
        told = (getattr(error, "strerror", None) or say("it cannot be read")).lower()
        raise CannotDo(
            "{path} cannot be opened: {told}.", path=typed, told=told, kind="unavailable"
        ) from None
    return path


def file_to_write(typed: str) -> Path:
    """A path to write to: a new file, or one to write over. Raises CannotDo for anything else, and
    for the database."""
    path = path_of(typed)
    _refuse_database(path)
    try:
        _refuse_odd(path, typed)
    except (OSError, ValueError):
        return path  # nothing there yet; or told when it is written
    return path


def text_in(typed: str, *, longest: int, what: str) -> str:
    """What a file holds, or what is typed in (`-`), as text of so many bytes at most."""
    if typed == "-":
        data = sys.stdin.buffer.read(longest + 1)
    else:
        with _opened(typed) as opened:
            data = opened.read(longest + 1)
    if len(data) > longest:
        raise CannotDo(f"{typed} is far too long for a {what}.", kind="bad_input")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotDo("{path} cannot be read as text.", path=typed, kind="bad_input") from None


def bytes_in(typed: str, *, longest: int) -> bytes:
    """What a file holds, or what is typed in (`-`), up to so many bytes; no more is looked at."""
    if typed == "-":
        return sys.stdin.buffer.read(longest)
    with _opened(typed) as opened:
        return opened.read(longest)


def _opened(typed: str) -> BinaryIO:
    try:
        return ordinary_file(typed).open("rb")
    except CannotDo as refused:
        if refused.kind != "not_found":
            raise
        words = say("{typed} cannot be read: there is no such file.", typed=typed)
        raise CannotDo(words, kind="bad_input") from None


def _refuse_database(path: Path) -> None:
    """Also where nobody has opened the data yet."""
    from firststep.settings import data_folder

    own = data_folder().resolve() / "firststep.sqlite3"
    if path.resolve().name.startswith(own.name) and path.resolve().parent == own.parent:
        raise CannotDo("{path} is the database, or stands for it. Give another name.", path=path)


def _refuse_odd(path: Path, typed: str) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise CannotDo(
            say("{typed} is a folder. Name the file inside it.", typed=typed), kind="bad_input"
        )
    if not stat.S_ISREG(mode):
        raise CannotDo(say("{typed} is not an ordinary file.", typed=typed), kind="bad_input")

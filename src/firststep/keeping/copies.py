"""Where the backups and exports lie that were written from here: a list beside the database.

It serves to say which of them still know a person who is to be forgotten; it holds paths alone.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def remember_copy(path: Path) -> None:
    """Adds a backup or an export; where that cannot be written down, it is not remembered."""
    if path.absolute() in known_copies():
        return
    with suppress(OSError):
        number = os.open(_list(), os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_LINK, 0o600)
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(json.dumps(str(path.absolute())) + "\n")


def known_copies() -> list[Path]:
    """Those that are still where they were written."""
    return [path for path in _remembered() if path.exists()]


def _remembered() -> Iterator[Path]:
    try:
        lines = _list().read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return
    for line in lines:
        with suppress(ValueError, TypeError):
            yield Path(json.loads(line))


def _list() -> Path:
    return Path(settings.DATA) / "copies.list"

"""Files between their preview and the word to bring them in: in a room of this server alone."""

import re
import secrets
import time
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from firststep.errors import CannotDo
from firststep.keeping.making import room_of_this_process

KEY = re.compile(r"[A-Za-z0-9_-]{20,64}")
KEPT_SECONDS = 24 * 3600


def keep(file: "UploadedFile[Any]") -> str:
    """Keeps an uploaded file, readable by its owner only; answers the key to it."""
    folder = room_of_this_process()
    _clear_old(folder)
    key = secrets.token_urlsafe(24)
    target = folder / key
    target.touch(mode=0o600)
    with target.open("wb") as kept:
        for part in file.chunks():
            kept.write(part)
    return key


def kept(key: str) -> Path:
    """The file behind a key. Raises CannotDo once it is gone."""
    file = room_of_this_process() / key if KEY.fullmatch(key) else None
    if file is None or not file.is_file():
        raise CannotDo("That file is not kept here any more. Choose it again.", kind="not_found")
    return file


def let_go(key: str) -> None:
    """Removes a kept file; one already gone is fine."""
    if KEY.fullmatch(key):
        (room_of_this_process() / key).unlink(missing_ok=True)


def _clear_old(folder: Path) -> None:
    for file in filter(lambda one: KEY.fullmatch(one.name), folder.iterdir()):
        if time.time() - file.stat().st_mtime > KEPT_SECONDS:
            file.unlink(missing_ok=True)

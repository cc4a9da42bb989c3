"""A database known to be damaged: noted beside it until it is replaced or found whole again."""

import os
from contextlib import suppress
from pathlib import Path

from firststep.errors import CannotDo


class Damaged(CannotDo):
    """What every door says of a damaged file; nothing is written to it."""

    def __init__(self, file: Path | None) -> None:
        super().__init__(
            f"The database {file or 'in memory'} is damaged, so nothing is written to it any "
            "more. Put a backup back; the damaged file is kept beside it",
            kind="unavailable",
            typed="firststep restore FILE",
        )


def identity(file: Path | None) -> tuple[int, int] | None:
    """Which file stands at a path just now; None where none does."""
    try:
        found = os.stat(file) if file is not None else None  # noqa: PTH116  # once a transaction
    except OSError:
        return None
    return None if found is None else (found.st_dev, found.st_ino)


def note_damage(file: Path, words: str) -> None:
    """Remembers it, for every process; a folder that cannot be written to needs no note."""
    with suppress(OSError):
        handle = os.open(_note(file), os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as note:
            note.write(f"{_mark(file)}\n{words}\n")


def is_known_damaged(file: Path) -> bool:
    """Whether this very file was found damaged before."""
    try:
        with _note(file).open(encoding="utf-8") as note:
            return note.readline().rstrip("\n") == _mark(file)
    except (OSError, ValueError):
        return False


def forget_damage(file: Path) -> None:
    """It was looked over and is whole, or another stands in its place."""
    with suppress(OSError):
        _note(file).unlink(missing_ok=True)


def _mark(file: Path) -> str:
    return " ".join(str(number) for number in identity(file) or ())


def _note(file: Path) -> Path:
    return file.with_name(f"{file.name}.damaged")

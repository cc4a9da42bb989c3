"""Everything can be taken out and put back whole (P-h)."""

from dataclasses import dataclass
from pathlib import Path

from firststep.journal.actions import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    file: Path
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """`kept` is where the data of before was put; None when there was none."""

    file: Path
    kept: Path | None


def backup(*, file: Path) -> BackedUp:
    """Writes the whole database into one file, checked, complete or not at all, mode 0600."""
    raise NotImplementedError


def restore(*, stamp: Stamp, file: Path) -> Restored:
    """Puts a backup in the place of the present data, which is kept beside it."""
    raise NotImplementedError

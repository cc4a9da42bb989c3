"""Ways in which a database file is found damaged, as disks, copies and crashes leave it."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

PAGE = 4096


def garbage(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(file.stat().st_size))


def header_gone(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(bytes(100) + whole[100:])


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def middle_overwritten(file: Path) -> None:
    """The header and the schema are whole; what they point to is not."""
    third = file.stat().st_size // 3
    with file.open("r+b") as there:  # never empty in between: others may be reading it
        there.seek(third)
        there.write(random.Random(2).randbytes(third))


def pages_zeroed(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:PAGE] + bytes(len(whole) - PAGE))


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def a_text(file: Path) -> None:
    file.write_text("Dear diary, this was once a campaign. " * 500)


def another_programs(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("CREATE TABLE recipes (name text)")


DAMAGES: tuple[Callable[[Path], None], ...] = (
    garbage, header_gone, truncated, middle_overwritten, pages_zeroed, emptied, a_text,
    another_programs,
)  # fmt: skip

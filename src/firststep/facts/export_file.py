"""How a file of an export of our own is told from any other: by its first letters."""

from pathlib import Path

NAME = "firststep.json"  # what it is called in the folder of an export
FORMAT, VERSION = "firststep", 1  # raise it when an older reader would misread what is written
MARK = f'{{"format": "{FORMAT}", "version":'


def holds_export(path: Path) -> bool:
    """Whether a path leads to an export: its folder, or the firststep.json in it."""
    try:
        named = path / NAME if path.is_dir() else path
        if not named.is_file():  # a pipe would be waited for
            return False
        with named.open("rb") as file:
            return file.read(len(MARK)) == MARK.encode()
    except (OSError, ValueError):
        return False

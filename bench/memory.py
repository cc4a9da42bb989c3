"""How much memory a program takes with all it starts, as Linux counts it."""

import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

LOOKED_EVERY = 0.02  # seconds


def peak_memory(command: Sequence[str], env: dict[str, str]) -> float:
    """Megabytes of all its processes together at their highest; what they share counts once."""
    begun = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    peak = 0.0
    while begun.poll() is None:
        peak = max(peak, held_now(begun.pid))
        time.sleep(LOOKED_EVERY)
    if begun.returncode:
        raise subprocess.CalledProcessError(begun.returncode, command)
    return peak


def held_now(process: int) -> float:
    """Megabytes a process and all it started hold at this moment."""
    return sum(map(_proportional, _family(process)))


def _family(process: int) -> Iterator[int]:
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _told_by(children).split():
            yield from _family(int(child))


def _proportional(process: int) -> float:
    """What one holds, and its part of what it shares."""
    lines = _told_by(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _told_by(file: Path) -> str:
    """Nothing of a process that has just ended."""
    try:
        return file.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""

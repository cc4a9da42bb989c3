"""What a benchmark tells: mostly a ratio against a plain baseline of the same run."""

import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple


class Figure(NamedTuple):
    """`value` is a ratio unless `unit` says otherwise; what it may be at most stands in run.py."""

    name: str
    value: float
    detail: str = ""
    unit: str = "×"


def ratio(name: str, ours: Sequence[float], plain: Sequence[float], *, of: str = "") -> Figure:
    """The medians of both, compared; seconds in."""
    mine, theirs = statistics.median(ours), statistics.median(plain)
    detail = f"{mine * 1000:.1f} ms against {theirs * 1000:.1f} ms{of and f' ({of})'}"
    return Figure(name, mine / theirs, detail)


def growth(name: str, few: list[list[float]], many: list[list[float]]) -> Figure:
    """How much faster the cost of ours grows than that of the bare one; each (ours, bare)."""
    ours, bare = (
        statistics.median(large) / statistics.median(small)
        for small, large in zip(few, many, strict=True)
    )
    return Figure(name, ours / bare, f"{ours:.1f} times, the bare script {bare:.1f}")


def in_turn(
    times: int, *actions: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> list[list[float]]:
    """Seconds of each action, taken in turn so that a busy moment disturbs all alike."""
    taken: list[list[float]] = [[] for _ in actions]
    for action in actions:  # once for nothing: files and plans come into memory
        action()
    for _ in range(times):
        for seconds, action in zip(taken, actions, strict=True):
            began = clock()
            action()
            seconds.append(clock() - began)
    return taken


def processor_of_programs() -> float:
    """Processor seconds of all programs run so far; other programs disturb them less."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def processor_of_servers(*processes: int) -> Callable[[], float]:
    """A clock that goes by what these programs, still running, have used, as Linux counts it."""

    def used() -> float:
        threads = (task for one in processes for task in Path(f"/proc/{one}/task").iterdir())
        return sum(int((task / "schedstat").read_text().split()[0]) for task in threads) / 1e9

    return used


def processor_of_all() -> float:
    """That, and what this program used itself."""
    return processor_of_programs() + time.process_time()


def run(command: Sequence[str], env: dict[str, str]) -> None:
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL)

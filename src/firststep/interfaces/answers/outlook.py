"""What if: simulated campaigns, shared among the processors of this computer."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack, cast

from firststep.errors import CannotDo
from firststep.interfaces.answers.named_files import file_to_write
from firststep.interfaces.answers.plain import record_of
from firststep.outlook.drawing import drawn
from firststep.outlook.simulate import USUAL_POLICIES, Job, Mapped, Simulated
from firststep.outlook.simulate import simulate as simulated

RUNS, WEEKS = 100, 26
CHUNK = 4  # worlds handed over at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedAndDrawn(Simulated):
    """`svg`: the file the drawing was written into."""

    svg: str | None


class Wanted(TypedDict, total=False):
    """How many campaigns, from which number on, and how long each lasts."""

    runs: int
    seed: int
    weeks: int


def simulate(
    *,
    policy: Sequence[str] = USUAL_POLICIES,
    svg: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    **wanted: Unpack[Wanted],
) -> SimulatedAndDrawn:
    """Plays campaigns of invented people under several policies; `progress` hears how many of how
    many are done. Raises CannotDo for an unknown policy and a picture that cannot be written."""
    if svg:
        _write(svg, "")  # refused at once, not after minutes
    runs = wanted.get("runs", RUNS)
    with among_processes() as mapped:
        found = simulated(
            runs=runs,
            seed=wanted.get("seed", 1),
            weeks=wanted.get("weeks", WEEKS),
            policies=tuple(policy),
            mapped=_counted(mapped, progress) if progress else mapped,
        )
    if svg:
        _write(svg, drawn(found))
    return record_of(SimulatedAndDrawn, found, svg=svg)


def _counted(mapped: Mapped, progress: Callable[[int, int], None]) -> Mapped:
    """The same, while `progress` hears how many of how many are done."""

    def counting(function: Any, jobs: Sequence[Job]) -> Iterator[Any]:
        for done, row in enumerate(mapped(function, jobs), 1):
            progress(done, len(jobs))
            yield row

    return counting


@contextmanager
def among_processes(workers: int | None = None) -> Iterator[Mapped]:
    """Runs shared among all processors, or so many; the answers come back in order."""
    workers = workers or os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as pool:

        def mapped(function: Callable[[Job], object], jobs: Sequence[Job]) -> object:
            return pool.map(function, jobs, chunksize=CHUNK)

        try:
            yield cast("Mapped", mapped)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _write(file: str, picture: str) -> None:
    try:
        file_to_write(file).write_text(picture, encoding="utf-8")
    except OSError as error:
        raise CannotDo(
            f"The drawing could not be written to {file}: {error.strerror}.", kind="bad_input"
        ) from None

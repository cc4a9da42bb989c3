"""What if: simulated campaigns, shared among the processors of this computer."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from firststep.errors import CannotDo
from firststep.interfaces.answers.shapes import Json, plain

if TYPE_CHECKING:
    from firststep.outlook.simulate import Job, Mapped

RUNS, WEEKS = 100, 26
CHUNK = 4  # worlds handed over at a time

Told = Callable[[int, int], None]


def simulate(
    *,
    runs: int | None = None,
    seed: int | None = None,
    weeks: int | None = None,
    policy: Sequence[str] = (),
    svg: str | None = None,
    told: Told | None = None,
) -> Json:
    """Plays campaigns of invented people under several policies; `told` hears how many of how many
    are done. Raises CannotDo for an unknown policy and for a picture that cannot be written."""
    from firststep.outlook.drawing import drawn
    from firststep.outlook.simulate import USUAL
    from firststep.outlook.simulate import simulate as simulated

    if svg:
        _write(Path(svg), "")  # refused at once, not after minutes
    runs = runs or RUNS
    with shared() as mapped:
        found = simulated(
            runs=runs,
            seed=1 if seed is None else seed,
            weeks=weeks or WEEKS,
            policies=tuple(policy) or USUAL,
            mapped=mapped,
            told=lambda done: told(done, runs) if told else None,
        )
    if svg:
        _write(Path(svg), drawn(found))
    return {**cast("Json", plain(found)), "svg": svg}


@contextmanager
def shared(workers: int | None = None) -> "Iterator[Mapped]":
    """Runs shared among all processors, or so many; the answers come back in order."""
    workers = workers or os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as pool:

        def mapped(function: "Callable[[Job], object]", jobs: "Sequence[Job]") -> object:
            return pool.map(function, jobs, chunksize=CHUNK)

        try:
            yield cast("Mapped", mapped)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _write(file: Path, picture: str) -> None:
    try:
        file.write_text(picture, encoding="utf-8")
    except OSError as error:
        raise CannotDo(
            f"The drawing could not be written to {file}: {error.strerror}.", kind="bad_input"
        ) from None

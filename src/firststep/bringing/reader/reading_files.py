"""Reading files of other programs in a process of their own, kept warm between two files."""

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, TypedDict

import firststep
from firststep.bringing.formats.tables import column_key
from firststep.bringing.reader.apart import as_job, take_line
from firststep.bringing.reader.known_lists import said_before
from firststep.errors import CannotDo
from firststep.facts.file_rows import Given, Listener, Me, Reading
from firststep.facts.said import say, to_say
from firststep.steps.goal.models import Campaign

_MODULE = "firststep.bringing.reader.apart"
_PIECE = 1 << 20
_LARGE_BYTES = 2_000_000
_SLOW = to_say("Reading this file takes far longer than an address book needs. Give a smaller one.")
_DIED = to_say(
    "This file could not be read: reading it broke off. Export it again and try once more."
)


class Files(TypedDict, total=False):
    """Files, given as paths or as `(name, stream)`, and what was said of how to read them.

    `format` is the one that may read them; `mapping` is column -> field for whatever file nobody
    knows, `mappings` for one file each, by its place.
    """

    paths: Sequence[Path]
    streams: Sequence[tuple[str, BinaryIO]]
    format: str | None
    mapping: Mapping[str, str] | None
    mappings: Mapping[int, Mapping[str, str]] | None


def read_files(
    campaign: Campaign, files: Files, *, on: date, progress: Listener | None = None
) -> list[Reading]:
    """What each file holds. Raises CannotDo for one that cannot be opened or read."""
    given, only = _given(campaign, files, on), files.get("format") or ""
    readings: list[Reading] = []
    for place in range(_count(files)):
        with _nth(place, files) as (name, path):
            try:
                readings.append(_READER.read(name, path, only, given(place), progress))
            except CannotDo as refused:
                refused.detail |= {"file": name, "at": place}
                raise
    if not readings:
        raise CannotDo("Name the file to import.", kind="bad_input")
    if len(readings) > 1 and not only:
        _refuse_unused(files.get("mapping") or {}, readings)
    return readings


def _count(files: Files) -> int:
    return len(files.get("paths", ())) + len(files.get("streams", ()))


@contextmanager
def _nth(place: int, files: Files) -> Iterator[tuple[str, Path]]:
    """The name and the path of a file; a stream is kept in a file of its own meanwhile."""
    paths = files.get("paths", ())
    if place < len(paths):
        _openable(paths[place])
        yield paths[place].name, paths[place]
        return
    name, stream = files["streams"][place - len(paths)]
    with tempfile.NamedTemporaryFile(prefix="firststep-", delete=False) as kept:
        try:
            while piece := stream.read(_PIECE):
                kept.write(piece)
            kept.close()
            yield name, Path(kept.name)
        finally:
            Path(kept.name).unlink(missing_ok=True)


def _refuse_unused(mapping: Mapping[str, str], readings: Sequence[Reading]) -> None:
    """Raises CannotDo for a column that stands in none of the files nobody knows."""
    taken = {column_key(column) for reading in readings for column in reading.mapping}
    for column in mapping:
        if column_key(column) not in taken:
            raise CannotDo(
                "None of these files is a list of its own kind with a column "
                '"{column}". Look at how it is spelled, or leave it out.',
                column=column[:80],
                kind="bad_input",
            )


def columns_in(name: str, path: Path) -> dict[str, Any]:
    """The `columns`, first `rows` and `guess` of a list nobody knows; all empty for no table."""
    return _READER.columns(name, path)


def _given(campaign: Campaign, files: Files, on: date) -> Callable[[int], Given]:
    """What a reader must know beside each file, by its place."""
    emails = (campaign.seeker.email,) if campaign.seeker.email else ()
    me = Me(campaign.seeker.name, emails, campaign.linkedin)
    known = tuple((columns, tuple(m.items())) for columns, m in said_before(campaign).items())
    for_all, for_one = files.get("mapping") or {}, files.get("mappings") or {}

    def given(place: int) -> Given:
        among = _count(files) > 1 and place not in for_one
        said = tuple(for_one.get(place, for_all).items())
        return Given(me, campaign.time_zone, on, said, known, among)

    return given


def _openable(path: Path) -> None:
    try:
        path.open("rb").close()
    except OSError as problem:
        words = (problem.strerror or say("it cannot be read")).lower()
        raise CannotDo(
            "{path} cannot be opened: {told}.", path=path, told=words, kind="unavailable"
        ) from None


def _refused(name: str, answer: dict[str, Any]) -> CannotDo:
    return CannotDo(
        f"{name}: {answer['cannot']}",
        kind="bad_input",
        detail={"by_columns": True} if answer.get("by_columns") else None,
        typed=answer.get("typed", ""),
    )


class Reader:
    """The process that reads, begun when first asked and again when a file ended it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._one_at_a_time = threading.Lock()

    def read(
        self, name: str, path: Path, only: str, given: Given, progress: Listener | None = None
    ) -> Reading:
        """What one file holds. Raises CannotDo with the file's name and one sentence."""
        with self._one_at_a_time:
            try:
                found = self._ask(name, as_job(name, path, only, given), progress)
                if path.stat().st_size > _LARGE_BYTES:
                    self.close()  # it has grown with what it read, and is not needed for a while
            except BaseException:  # Ctrl-C too: half an answer must not meet the next question
                self.close()
                raise
        if isinstance(found, CannotDo):
            raise found
        return found

    def _ask(
        self, name: str, job: dict[str, object], progress: Listener | None
    ) -> Reading | CannotDo:
        """The reading, or why there is none."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(job) + "\n")
        process.stdin.flush()
        reading = Reading(name)
        for line in process.stdout:
            answer = json.loads(line)
            if "cannot" in answer:
                return _refused(name, answer)
            if "at" in answer:
                if progress is not None:
                    progress(*answer["at"])
                continue
            take_line(answer, reading)
            if "end" in answer:
                return reading
        slow = process.wait() == -getattr(signal, "SIGXCPU", 0)
        raise CannotDo(f"{name}: {say(_SLOW if slow else _DIED)}", kind="bad_input")

    def columns(self, name: str, path: Path) -> dict[str, Any]:
        """The columns of a table, its first rows and a guess; all empty for what is none."""
        with self._one_at_a_time:
            try:
                process = self._running()
                assert process.stdin is not None
                assert process.stdout is not None
                job = as_job(name, path, "", Given()) | {"look": True}
                process.stdin.write(json.dumps(job) + "\n")
                process.stdin.flush()
                return dict(json.loads(process.stdout.readline() or "{}"))
            except BaseException:
                self.close()
                raise

    def _running(self) -> "subprocess.Popen[str]":
        if self._process is None or self._process.poll() is not None:
            source = str(Path(firststep.__file__).parents[1])
            known = os.environ.get("PYTHONPATH")
            self._process = subprocess.Popen(
                [sys.executable, "-m", _MODULE],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env=os.environ | {"PYTHONPATH": f"{source}{os.pathsep}{known}" if known else source,
                                  "PYTHONIOENCODING": "utf-8"},
            )  # fmt: skip
        return self._process

    def close(self) -> None:
        """Ends the process, if it runs."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.wait()


_READER = Reader()
atexit.register(_READER.close)

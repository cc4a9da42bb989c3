"""A process of its own that reads files for the one that asked, within limits.

Run as a module. It takes one job a line on standard input (JSON) and answers in lines of JSON:
`at` for how far it is, `people` in pieces, then `end` with all else, or `cannot` with a sentence.
Whatever a file does to it, the process that asked stays whole.
"""

import json
import sys
import time
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from sys import intern
from typing import Any, TextIO, get_args, get_origin, get_type_hints

from firststep.bringing.formats import read_file
from firststep.bringing.formats.columns import columns_of
from firststep.facts.file_rows import CannotRead, Given, Me, PersonRow, Reading, Remark
from firststep.facts.said import as_passed, in_language, passed_on, say, to_say

MEMORY = 512 * 1024 * 1024
SECONDS = 20  # of the processor for any file, and so many more for each 100 MB
SECONDS_PER_100_MB = 60
_PIECE = 2_000  # rows in one line of the answer
_TELL_EVERY = 0.2  # seconds
_STAY = ("name", "people", "listen", "mentioned", "left_out")  # the people go by themselves
_HANDED_OVER = {n: kind for n, kind in get_type_hints(Reading).items() if n not in _STAY}
_TOO_MUCH = to_say(
    "Reading this file takes more memory than an address book needs. Give a smaller one."
)


def main() -> None:
    """Reads files until nobody asks any more."""
    out = sys.stdout
    sys.stdout = sys.stderr  # whatever a library prints must not stand among the answers
    _limit_memory()
    for line in sys.stdin:
        job = json.loads(line)
        with in_language(as_passed(job["language"])):
            for answer in _answers(job, out):
                out.write(json.dumps(answer, default=str) + "\n")  # a day as 2026-11-23
        out.flush()


def _answers(job: dict[str, Any], out: TextIO) -> Iterator[dict[str, Any]]:
    path = Path(job["path"])
    _limit_time(path.stat().st_size)
    if job.get("look"):
        yield columns_of(job["name"], path)
        return
    try:
        reading = read_file(
            job["name"],
            path,
            only=job["only"],
            given=as_it_was(Given)(job["given"]),
            listen=_listener(out),
        )
        yield from as_lines(reading)
    except CannotRead as problem:
        yield {"cannot": str(problem), "typed": problem.typed, "by_columns": problem.by_columns}
    except (MemoryError, RecursionError):
        yield {"cannot": say(_TOO_MUCH)}


def as_job(name: str, path: Path, only: str, given: Given) -> dict[str, Any]:
    """What is asked of the process, ready for JSON."""
    said = json.loads(json.dumps(astuple(given), default=str))
    about = {"name": name, "path": str(path), "only": only, "given": said}
    return about | {"language": passed_on()}


def _listener(out: TextIO) -> Callable[[int, int], None]:
    told = time.monotonic()

    def listen(done: int, of: int) -> None:
        nonlocal told
        if time.monotonic() - told >= _TELL_EVERY:
            told = time.monotonic()
            out.write(json.dumps({"at": [done, of]}) + "\n")
            out.flush()

    return listen


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows knows no such limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _limit_time(size: int) -> None:
    try:
        import resource
    except ImportError:
        return
    seconds = SECONDS + SECONDS_PER_100_MB * size // (100 * 1024 * 1024)
    limit = int(time.process_time()) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def as_lines(reading: Reading) -> Iterator[dict[str, Any]]:
    """A reading as lines for JSON: its people in pieces, then the rest.

    Takes the people out as they go, so that they never stand whole in both processes.
    """
    people = reading.people
    while people:
        yield {"people": people[:_PIECE]}
        del people[:_PIECE]
    yield {"end": {name: _plain(getattr(reading, name)) for name in _HANDED_OVER}}


def _plain(value: Any) -> Any:
    if isinstance(value, Me | Remark):
        return astuple(value)
    return [_plain(one) for one in value] if isinstance(value, list | set) else value


def take_line(answer: dict[str, Any], into: Reading) -> None:
    """Puts one line of an answer into a reading, as it was there."""
    into.people += _people(answer.get("people", ()))
    for name, value in answer.get("end", {}).items():
        setattr(into, name, as_it_was(_HANDED_OVER[name])(value))


@cache
def as_it_was(kind: Any) -> Callable[[Any], Any]:
    """Makes of what went through JSON what it was, by its type: a record by its fields' types."""
    inner, plain = get_args(kind), get_origin(kind) or kind
    if plain is date:
        return _day
    if plain is types.UnionType:  # or None
        one = as_it_was(inner[0])
        return lambda value: None if value is None else one(value)
    if plain is dict:
        pair = _in_order(_together, inner)
        return lambda value: dict(map(pair, value.items()))
    if plain in (list, set) or inner[1:] == (...,):
        one = as_it_was(inner[0])
        return lambda value: plain(map(one, value))
    if plain is tuple:
        return _in_order(_together, inner)
    fields = _kinds_of_fields(plain)
    return _in_order(plain, fields) if fields else _as_it_is


def _kinds_of_fields(record: Any) -> tuple[Any, ...]:
    is_record = hasattr(record, "_fields") or is_dataclass(record)
    return tuple(get_type_hints(record).values()) if is_record else ()


def _as_it_is(value: Any) -> Any:
    return value


def _together(*told: Any) -> tuple[Any, ...]:
    return told


def _in_order(make: Callable[..., Any], kinds: Iterable[Any]) -> Callable[[Any], Any]:
    ones = tuple(map(as_it_was, kinds))
    return lambda value: make(*(one(told) for one, told in zip(ones, value, strict=True)))


def _people(rows: Iterable[Sequence[Any]]) -> Iterator[PersonRow]:
    """The rows as they were; words that many of them share are kept once."""
    for (line, given, family, name, linkedin, emails, phones, company, title, connected_on, note,
         birthday, mention, former) in rows:  # fmt: skip
        yield PersonRow(
            line, intern(given), intern(family), name, linkedin, tuple(emails), tuple(phones),
            intern(company), intern(title), _day(connected_on), note, birthday, mention,
            tuple((employer, post) for employer, post in former),
        )  # fmt: skip


@cache
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


if __name__ == "__main__":
    main()

"""A process of its own that reads files for the one that asked, within limits.

Run as a module. It takes one job a line on standard input (JSON) and answers in lines of JSON:
`at` for how far it is, `people` in pieces, then `end` with all else, or `cannot` with a sentence.
Whatever a file does to it, the process that asked stays whole.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple
from datetime import date
from functools import cache
from pathlib import Path
from sys import intern
from typing import Any, TextIO

from firststep.bringing.formats import read_file
from firststep.bringing.formats.columns import columns_of
from firststep.facts.contact import Contact
from firststep.facts.file_rows import (
    CannotRead,
    CompanyRow,
    Employer,
    Given,
    Me,
    OwnPart,
    PersonRow,
    Reading,
    Remark,
)

MEMORY = 512 * 1024 * 1024
SECONDS = 20  # of the processor for any file, and so many more for each 100 MB
SECONDS_PER_100_MB = 60
_PIECE = 2_000  # rows in one line of the answer
_TELL_EVERY = 0.2  # seconds
_TOO_MUCH = "Reading this file takes more memory than an address book needs. Give a smaller one."


def main() -> None:
    """Reads files until nobody asks any more."""
    out = sys.stdout
    sys.stdout = sys.stderr  # whatever a library prints must not stand among the answers
    _limit_memory()
    for line in sys.stdin:
        job = json.loads(line)
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
            job["name"], path, only=job["only"], given=_given(job["given"]), listen=_listener(out)
        )
        yield from as_lines(reading)
    except CannotRead as problem:
        yield {"cannot": str(problem), "typed": problem.typed, "by_columns": problem.by_columns}
    except (MemoryError, RecursionError):
        yield {"cannot": _TOO_MUCH}


def _given(job: dict[str, Any]) -> Given:
    me = Me(job["name"], tuple(job["emails"]), job["linkedin"])
    mapping = _pairs(job["mapping"])
    known = tuple((tuple(columns), _pairs(said)) for columns, said in job["known"])
    return Given(me, job["zone"], _day(job["today"]), mapping, known, job["among"])


def _pairs(said: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((column, field) for column, field in said)


def as_job(name: str, path: Path, only: str, given: Given) -> dict[str, Any]:
    """What is asked of the process, ready for JSON."""
    return {
        "name": name,
        "path": str(path),
        "only": only,
        "given": {
            "name": given.me.name,
            "emails": list(given.me.emails),
            "linkedin": given.me.linkedin,
            "zone": given.zone,
            "today": _text(given.today),
            "mapping": given.mapping,
            "known": given.known,
            "among": given.among,
        },
    }


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
    yield {
        "end": {
            "format": reading.format,
            "source": reading.source,
            "companies": reading.companies,
            "employers": reading.employers,
            "contacts": sorted(reading.contacts),
            "own": reading.own,
            "me": astuple(reading.me),
            "mapping": reading.mapping,
            "columns": reading.columns,
            "encoding": [reading.encoding, reading.sample],
            "dead": reading.dead,
            "tally": reading.tally,
            "counts": [reading.rows, reading.hidden, reading.skipped],
            "notes": [astuple(note) for note in reading.notes],
            "complaints": [astuple(complaint) for complaint in reading.complaints],
        }
    }


def take_line(answer: dict[str, Any], into: Reading) -> None:
    """Puts one line of an answer into a reading, as it was there."""
    into.people += _people(answer.get("people", ()))
    end = answer.get("end")
    if end is None:
        return
    into.format, into.source = end["format"], end["source"]
    into.companies = [
        CompanyRow._make((*told, tuple(aliases))) for *told, aliases in end["companies"]
    ]
    into.employers = [Employer._make((*told, _day(on))) for *told, on in end["employers"]]
    into.contacts = {
        Contact(kind, date.fromisoformat(on), *told) for kind, on, *told in end["contacts"]
    }
    into.own = [
        OwnPart._make((*told, _day(began), _day(ended))) for *told, began, ended in end["own"]
    ]
    name, emails, linkedin = end["me"]
    into.me = Me(name, tuple(emails), linkedin)
    into.mapping, into.columns = end["mapping"], end["columns"]
    into.encoding, into.sample = end["encoding"]
    into.dead = {email: date.fromisoformat(on) for email, on in end["dead"].items()}
    into.tally = end["tally"]
    into.rows, into.hidden, into.skipped = end["counts"]
    into.notes = [Remark(*row) for row in end["notes"]]
    into.complaints = [Remark(*row) for row in end["complaints"]]


def _people(rows: Iterable[Sequence[Any]]) -> Iterator[PersonRow]:
    """The rows as they were; words that many of them share are kept once."""
    for (line, given, family, name, linkedin, emails, phones, company, title, connected_on, note,
         birthday, mention, former) in rows:  # fmt: skip
        yield PersonRow(
            line, intern(given), intern(family), name, linkedin, tuple(emails), tuple(phones),
            intern(company), intern(title), _day(connected_on), note, birthday, mention,
            tuple((employer, post) for employer, post in former),
        )  # fmt: skip


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


@cache
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


if __name__ == "__main__":
    main()

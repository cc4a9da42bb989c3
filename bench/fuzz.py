"""Mutated files against every importer: `python bench/fuzz.py [--files 10000] [--seed 1]`.

`bin/bench fuzz` does the same and keeps the figures.

Each sample is changed at random, the same way for the same seed, and read in a process of its own
with the limits of a real import, used again and again. A crash, a limit hit or a wrong kind of
answer is named with the seed that makes it; the exit code is then 1.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from figures import Figure

from firststep.errors import CannotDo
from firststep.facts.file_rows import Given, Me

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SAM = Given(Me("Sam Lee", ("sam.lee@example.org",)), "Europe/Berlin", date(2026, 11, 23))
OWN_COLUMNS = (("Vollständiger Name", "name"), ("Unternehmen", "company"))
BROKE_OFF = ("broke off", "far longer", "more memory")
PIECES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b",", b";", b"\t", b"\r", b"\n", b"=", b":",
    b"\r\n", b"%FF", b"@", b"(" * 500, b"<" * 500, b"BEGIN:VCARD\r\n", b"END:VCARD\r\n",
    b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"RRULE:FREQ=SECONDLY\r\n", b"From ", b"\nFrom x\n",
    b"99999999999", b"0000", b"-1", b"\xf0\x9f\x9a\x80", b"A" * 5_000, b"TZID=../../etc/passwd",
    b"PHOTO;ENCODING=b:", b"=?utf-8?Q?=ZZ?=", b" ::: ", b"\\", b"\xe2\x80\xae",
)  # fmt: skip


class Failure(NamedTuple):
    """A mutated file that did what no file may."""

    sample: str
    number: int
    words: str


def samples() -> dict[str, list[Path]]:
    """The samples by the folder (the importer) they are for."""
    found: dict[str, list[Path]] = {}
    for folder in sorted((SAMPLES / "exports").iterdir()):
        if folder.is_dir():
            found[folder.name] = sorted(folder.iterdir())
    found["connections"] = sorted((SAMPLES / "linkedin").glob("*.csv"))
    found["companies"] = sorted((SAMPLES / "companies").glob("*.csv"))
    return found


def asked_as(name: str, sample: Path, number: int) -> tuple[str, Given]:
    """How a file is asked for: by itself, and in turn as `company import` and `--map` ask."""
    if sample.name == "ImportedContacts.csv":  # never read without being named
        return "linkedin_imported_contacts", SAM
    if name == "companies" and number % 2:
        return "companies", SAM
    if name == "lists" and number % 2:
        return "", replace(SAM, mapping=OWN_COLUMNS, among=number % 4 == 1)
    return "", SAM


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one to eight small changes."""
    found = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(found) + 1)
        kind = dice.randrange(6)
        if kind == 0:
            found[at:at] = dice.choice(PIECES)
        elif kind == 1:
            del found[at : at + dice.randint(1, 40)]
        elif kind == 2 and found:
            found[at % len(found)] = dice.randrange(256)
        elif kind == 3:
            found[at:at] = found[at : at + dice.randint(1, 400)]
        elif kind == 4:
            del found[at:]
        else:
            line = found.find(b"\n", at)
            found[at:at] = found[max(0, line) : line + 200]
    return bytes(found)


def fuzz(name: str, files: list[Path], count: int, seed: int, ask: object) -> Iterator[Failure]:
    """Reads `count` mutated files of one importer; yields what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "upload"
        for number in range(count):
            dice = random.Random(f"{seed}:{name}:{number}")
            sample = dice.choice(files)
            target.write_bytes(mutated(sample.read_bytes(), dice))
            try:
                ask.read("upload", target, *asked_as(name, sample, number))  # type: ignore[attr-defined]
            except CannotDo as refused:
                if refused.kind != "bad_input" or any(w in refused.words for w in BROKE_OFF):
                    yield Failure(f"{name}/{sample.name}", number, refused.words)


def measure(count: int = 10_000, seed: int = 1) -> list[Figure]:
    """How many of all the mutated files did what no file may."""
    found = list(fuzzed(count, seed))
    bad = sum(len(failures) for _, failures in found)
    detail = f"of {count:,} for each of {len(found)} importers, seed {seed}"
    return [Figure("mutated files that broke the reading", bad, detail, unit="")]


def fuzzed(
    count: int = 10_000, seed: int = 1, only: str = ""
) -> Iterator[tuple[str, list[Failure]]]:
    """Fuzzes each importer in turn: its name and what went wrong."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firststep.settings")
    import django

    django.setup()
    from firststep.bringing.reader.reading_files import Reader

    reader = Reader()
    for name, files in samples().items():
        if only in ("", name):
            yield name, list(fuzz(name, files, count, seed, reader))
    reader.close()


def main() -> int:
    """Fuzzes every importer and says how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    said = parser.parse_args()
    failures, begun = [], time.monotonic()
    for name, found in fuzzed(said.files, said.seed, said.only):
        took, begun = time.monotonic() - begun, time.monotonic()
        failures += found
        print(f"{name:12} {said.files:>7,} files {took:6.1f} s {len(found)} bad", flush=True)
    for failure in failures[:20]:
        print(f"  {failure.sample} number {failure.number}: {failure.words}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

"""A file that keeps its parser busy, or makes it greedy, ends that parser and nothing else."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firststep.bringing.reader import apart, reading_files
from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Import
from firststep.verbs.people.import_files import import_files

pytest.importorskip("resource")  # Windows knows no such limits

# A parser with a fault planted in it, run as the real one is: `FAULT` happens for "bad.csv" alone.
PLANTED = """
import os, time
from firststep.bringing.reader import apart
really = apart.read_file
def read_file(name, data, **how):
    if name == "bad.csv":
        {fault}
    return really(name, data, **how)
apart.read_file = read_file
apart.SECONDS = {seconds}
apart.main()
"""
LOOPS = "until = time.monotonic() + 25\n        while time.monotonic() < until: pass"
GREEDY = f"kept = [bytearray(64 << 20) for _ in range({apart.MEMORY >> 26})]"
FRUGAL = "kept = bytearray(64 << 20)"
DIES = "os.abort()"
GOOD = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ann,Lee,https://www.linkedin.com/in/ann,,Hooli,Buyer,08 Feb 2020\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with two files; the parser planted there is the one that reads."""
    (tmp_path / "bad.csv").write_text(GOOD.replace("Ann", "Bob").replace("ann", "bob"))
    (tmp_path / "good.csv").write_text(GOOD)
    reader = reading_files.Reader()
    monkeypatch.setattr(reading_files, "_READER", reader)
    monkeypatch.setattr(reading_files, "_MODULE", "planted_parser")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    yield tmp_path
    reader.close()


def plant(folder: Path, fault: str, *, seconds: int = apart.SECONDS) -> None:
    text = PLANTED.format(fault=fault, seconds=seconds)
    (folder / "planted_parser.py").write_text(text)


def bring(ada: Campaign, stamp: Stamp, folder: Path, *names: str) -> Any:
    return import_files(ada, stamp=stamp, paths=[folder / name for name in names])


def refused(ada: Campaign, stamp: Stamp, folder: Path) -> CannotDo:
    """Why the two files are not brought in; nothing of either may be written."""
    with pytest.raises(CannotDo) as said:
        bring(ada, stamp, folder, "good.csv", "bad.csv")
    assert not ada.people.exists()
    assert not Import.objects.filter(campaign=ada).exists()
    return said.value


def test_a_parser_that_loops_is_ended_by_the_limit_on_its_time(
    ada: Campaign, stamp: Stamp, folder: Path
) -> None:
    plant(folder, LOOPS, seconds=0)
    begun = time.monotonic()

    said = refused(ada, stamp, folder)

    assert said.kind == "bad_input"
    assert said.words == (
        "bad.csv: Reading this file takes far longer than an address book needs. "
        "Give a smaller one."
    )
    assert time.monotonic() - begun < 30  # busy machines; about a second of the processor


def test_a_parser_that_takes_more_than_its_memory_is_refused_it(
    ada: Campaign, stamp: Stamp, folder: Path
) -> None:
    plant(folder, GREEDY)

    said = refused(ada, stamp, folder)

    assert said.kind == "bad_input"
    assert "bad.csv: Reading this file takes more memory" in said.words


def test_a_parser_that_takes_its_share_is_let_be(ada: Campaign, stamp: Stamp, folder: Path) -> None:
    plant(folder, FRUGAL)

    bring(ada, stamp, folder, "good.csv", "bad.csv")

    assert ada.people.count() == 2


def test_a_parser_that_dies_is_a_sentence_too(ada: Campaign, stamp: Stamp, folder: Path) -> None:
    plant(folder, DIES)

    assert "bad.csv: This file could not be read" in refused(ada, stamp, folder).words


@pytest.mark.parametrize("fault", [LOOPS, DIES])
def test_the_next_file_is_read_by_a_new_parser(
    ada: Campaign, stamp: Stamp, folder: Path, fault: str
) -> None:
    plant(folder, fault, seconds=0)
    refused(ada, stamp, folder)

    bring(ada, stamp, folder, "good.csv")

    assert ada.people.get().name == "Ann Lee"


@pytest.mark.parametrize(("megabytes", "seconds"), [(0, 20), (1, 20), (50, 50), (200, 140)])
def test_the_time_grows_with_the_file_and_counts_from_where_the_parser_stands(
    monkeypatch: pytest.MonkeyPatch, megabytes: int, seconds: int
) -> None:
    import resource

    told: list[int] = []
    monkeypatch.setattr(resource, "setrlimit", lambda _what, limit: told.append(limit[0]))
    monkeypatch.setattr(time, "process_time", lambda: 100.4)

    apart._limit_time(megabytes * 1024 * 1024)

    assert told == [100 + seconds + 1]


def test_a_file_read_apart_leaves_no_copy_behind(
    ada: Campaign, stamp: Stamp, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    plant(folder, DIES)
    (folder / "kept").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "kept"))

    with (folder / "bad.csv").open("rb") as stream, pytest.raises(CannotDo):
        import_files(ada, stamp=stamp, streams=[("bad.csv", stream)])

    assert list((folder / "kept").iterdir()) == []

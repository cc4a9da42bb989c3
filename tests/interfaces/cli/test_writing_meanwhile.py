"""Restores and backups while other processes write: no confirmed write is lost."""

import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.damage import middle_overwritten

ROOT = Path(__file__).resolve().parents[3]


class Writer:
    """A process that writes all the time, and what was confirmed to it so far."""

    def __init__(self, process: Any, name: str) -> None:
        self.said: list[str] = []
        self.running = subprocess.Popen(
            [sys.executable, "-m", "tests.writer", name],
            cwd=ROOT,
            env=process.environment(PYTHONPATH=str(ROOT)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.running.stdout is not None
        assert self.running.stdout.readline() == "ready\n"
        self.reading = threading.Thread(target=self._read)
        self.reading.start()

    def _read(self) -> None:
        assert self.running.stdout is not None
        self.said.extend(line.rstrip("\n") for line in self.running.stdout)

    @property
    def confirmed(self) -> set[str]:
        return {line.partition(": ")[2] for line in self.said if line.startswith("confirmed: ")}

    def wait_for(self, more: int) -> None:
        """Until so many more writes are confirmed."""
        wanted, until = len(self.confirmed) + more, time.monotonic() + 60
        while len(self.confirmed) < wanted:
            assert time.monotonic() < until, self.said[-5:]
            time.sleep(0.02)

    def end(self) -> None:
        assert self.running.stdin is not None
        self.running.stdin.close()
        assert self.running.wait(timeout=60) == 0, self.said[-5:]
        self.reading.join()


@contextmanager
def writing(process: Any, *names: str) -> Iterator[list[Writer]]:
    writers = [Writer(process, name) for name in names]
    try:
        yield writers
    finally:
        for writer in writers:
            writer.end()


def names_in(*files: Path) -> set[str]:
    found: set[str] = set()
    for file in files:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
            found |= {row[0] for row in database.execute("SELECT name FROM firststep_person")}
    return found


@pytest.mark.slow
def test_every_write_confirmed_during_restores_is_kept(adas: Any, tmp_path: Path) -> None:
    backup = tmp_path / "mine.backup"
    assert adas("backup", str(backup)).code == 0
    file = adas.home / "firststep.sqlite3"

    with writing(adas, "Wanda", "Wim") as writers:
        for _ in range(5):
            for writer in writers:
                writer.wait_for(3)
            ended = adas("restore", str(backup))
            assert ended.code == 0, ended.err
        for writer in writers:
            writer.wait_for(3)

    kept = sorted(adas.home.glob("*before-restore*"))
    assert len(kept) == 5
    confirmed = set().union(*(writer.confirmed for writer in writers))
    assert confirmed - names_in(file, *kept) == set(), "answered, and nowhere"
    assert names_in(file) & confirmed, "they went on after the last restore"
    assert adas("doctor").code == 0


@pytest.mark.slow
def test_who_had_a_damaged_file_open_writes_into_the_one_in_its_place(
    adas: Any, tmp_path: Path
) -> None:
    backup = tmp_path / "mine.backup"
    for number in range(10):
        assert adas("person", "add", f"Old Hand{number}", "--note", "x" * 4000).code == 0
    assert adas("backup", str(backup)).code == 0
    file = adas.home / "firststep.sqlite3"

    with writing(adas, "Wanda") as (writer,):
        writer.wait_for(3)
        middle_overwritten(file)
        adas("doctor")
        ended = adas("restore", str(backup))
        assert ended.code == 0, ended.err
        before = writer.confirmed
        writer.wait_for(5)

    assert writer.confirmed - before <= names_in(file), "none went into the file set aside"
    assert adas("doctor").code == 0


@pytest.mark.slow
def test_a_backup_under_load_holds_all_that_was_confirmed_before_it(
    adas: Any, process: Any, tmp_path: Path
) -> None:
    backup = tmp_path / "mine.backup"
    with writing(adas, "Wanda", "Wim") as writers:
        for writer in writers:
            writer.wait_for(5)
        before = set().union(*(writer.confirmed for writer in writers))
        assert adas("backup", str(backup)).code == 0
    shutil.rmtree(adas.home)

    assert process("restore", str(backup)).code == 0

    assert before <= names_in(process.home / "firststep.sqlite3")
    assert process("doctor").code == 0
    assert process("today").code == 0

"""Ctrl-C during an import: everything is as it was before, whenever it comes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

# The real program, stopped at a known place: there it says so, with the number of the process that
# reads, and waits to be interrupted.
DRIVER = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run behind
import django; django.setup()
from firststep.interfaces.cli import commands, program
from firststep.bringing.reader import reading_files
from firststep.verbs.people import import_files as imports

def wait(*_args, **_more):
    print("waiting", reading_files._READER._process.pid, flush=True)
    time.sleep(60)

if sys.argv[1] == "reading":
    really = reading_files.Reader._running
    def running(self):
        process = really(self)
        wait()
        return process
    reading_files.Reader._running = running
elif sys.argv[1] == "writing":  # people and posts are in the transaction, all else is to come
    imports.bring_more = wait
else:  # all is written, but not yet for good
    imports._words = wait
sys.exit(program.run_words(sys.argv[2:]))
"""
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@pytest.fixture
def connections(tmp_path: Path) -> Path:
    file = tmp_path / "Connections.csv"
    rows = (
        f"Ann,Lee {n},https://www.linkedin.com/in/ann-{n},,Hooli {n % 40},Buyer,08 Feb 2020\n"
        for n in range(300)
    )
    file.write_text(HEADER + "".join(rows))
    return file


@pytest.mark.parametrize("place", ["reading", "writing", "before the end"])
def test_ctrl_c_leaves_nothing_behind(
    adas: Any, connections: Path, tmp_path: Path, place: str
) -> None:
    before = kept(adas)
    (tmp_path / "temporary").mkdir()

    importing = subprocess.Popen(
        [sys.executable, "-c", DRIVER, place, "import", str(connections)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env=adas.environment(TMPDIR=str(tmp_path / "temporary"),
                                DJANGO_SETTINGS_MODULE="firststep.settings"),
    )  # fmt: skip
    assert importing.stdout
    said = importing.stdout.readline().split()
    assert said[:1] == ["waiting"], importing.stderr.read() if importing.stderr else ""
    importing.send_signal(signal.SIGINT)
    out, err = importing.communicate(timeout=60)

    assert importing.returncode == 130
    assert out == ""
    assert err.strip().count("\n") == 0
    assert kept(adas) == before
    assert list((tmp_path / "temporary").iterdir()) == []
    assert ended(int(said[1]))
    assert adas("import", str(connections), "--json").json["people"] == 300


def kept(process: Any) -> tuple[Any, ...]:
    """What a person would see of an import, and the files that hold it."""
    export = process("export", str(process.home.parent / f"out-{time.monotonic_ns()}"), "--json")
    files = sorted(one.name for one in process.home.iterdir())  # and the list of exports
    counts = {key: one for key, one in export.json.items() if isinstance(one, int)}
    return files, counts, process("doctor", "--json").json["ok"]


def ended(pid: int) -> bool:
    """Whether a process is gone, or goes soon."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False

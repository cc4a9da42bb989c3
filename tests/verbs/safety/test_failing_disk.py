"""The Nth write or the Nth wait for the disk fails: all of it is there or nothing, and a sentence.

By strace, which answers the program's own calls with an error; the program is the real one. (R2)
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from firststep.verbs.safety import restore

BENCH = Path(__file__).resolve().parents[3] / "bench" / "kill.py"
WRITES, WAITS = "pwrite64", "fsync,fdatasync"
FULL = (WRITES, "ENOSPC", "+")  # from the Nth on, as a disk that is full stays so
BROKEN = (WAITS, "EIO", "")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]


def _kill() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_kill", BENCH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_kill"] = module
    sys.path.insert(0, str(BENCH.parent))
    spec.loader.exec_module(module)
    sys.path.remove(str(BENCH.parent))
    return module


KILL = _kill()


class Ended(NamedTuple):
    code: int
    said: str
    calls: int


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert restore.__name__, "the verbs under test"
    folder = tmp_path_factory.mktemp("failing") / "whole"
    subprocess.run(
        [sys.executable, str(BENCH), "--only-make", str(folder)],
        env=_environment(folder), check=True, capture_output=True,
    )  # fmt: skip
    return folder


def _environment(place: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if "FIRSTSTEP" not in name}
    home = str(place / KILL.PLACE)
    return {**kept, "FIRSTSTEP_HOME": home, "PYTHONDONTWRITEBYTECODE": "1"}


def _asked(place: Path, verb: str, calls: str, *inject: str) -> Ended:
    """A verb under strace on a copy of the whole; how often it made those calls."""
    listed = place / "calls"
    words = [word.format(folder=place) for word in KILL.VERBS[verb]]
    ended = subprocess.run(
        ["strace", "-f", "-qq", "-o", str(listed), "-e", f"trace={calls}",
         *(f"--inject={one}" for one in inject), sys.executable, "-m", "firststep", *words],
        env=_environment(place), capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    found = re.findall(rf"\b(?:{calls.replace(',', '|')})\(", listed.read_text())
    return Ended(ended.returncode, ended.stdout + ended.stderr, len(found))


def _copy(whole: Path, tmp_path: Path) -> Path:
    place = tmp_path / "place"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(whole, place)
    return place


def _moments(calls: int) -> Iterator[int]:
    """The first, one in the middle and the last."""
    yield from sorted({1, (calls + 1) // 2, calls})


@pytest.mark.parametrize("fault", [FULL, BROKEN], ids=["no room", "input or output error"])
@pytest.mark.parametrize("verb", KILL.VERBS)
def test_a_disk_that_fails_leaves_all_or_nothing_and_says_so(
    whole: Path, tmp_path: Path, verb: str, fault: tuple[str, str, str]
) -> None:
    calls, error, on = fault
    place = _copy(whole, tmp_path)
    before = KILL.digest(place / KILL.PLACE / KILL.TABLES)
    usual = _asked(place, verb, calls)
    if usual.code and "ptrace" in usual.said:
        pytest.skip("strace may not trace here")
    assert usual.code == 0, usual.said
    after = KILL.digest(place / KILL.PLACE / KILL.TABLES)
    assert usual.calls, "nothing to let fail"

    for number in _moments(usual.calls):
        place = _copy(whole, tmp_path)
        ended = _asked(place, verb, calls, f"{calls}:error={error}:when={number}{on}")
        found = KILL.digest(place / KILL.PLACE / KILL.TABLES)
        assert found in (before, after), (number, found, ended.said)
        assert ended.code in (0, 1), (number, ended.said)
        assert found == after or ended.code == 1, (number, "said to be done", ended.said)
        assert "Traceback" not in ended.said, (number, ended.said)
        assert "inside Firststep" not in ended.said, (number, ended.said)
        for kept in (place / KILL.PLACE).glob("*before-restore*"):
            assert KILL.digest(kept) == before, number
        written = place / KILL.WRITTEN
        assert not written.exists() or KILL.digest(written) == before, number

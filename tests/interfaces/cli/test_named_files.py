"""Every command that is given a file, by the catalogue: what is none gets a sentence, soon, and
nothing is written (B76)."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from firststep.interfaces.catalogue import CATALOGUE

pytestmark = pytest.mark.slow
SECONDS = 40
GIGABYTE = 1024**3
AS_TEXT = {"message": ["message", "p1", "--text"]}  # after whom it is to
COMMANDS = {
    **{
        name: [*name.split(), *one.flags[:1]]
        for name, item in CATALOGUE.items()
        for one in item.parameters
        if one.kind in ("file", "contents")
    },
    **AS_TEXT,
}
WRITES = {"backup", "export", "simulate"}
OF_A_FOLDER = {"export"}  # a new one, or one with an export


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    done = firststep(home, "init", "--name", "Ada Moreno", "--country", "DE")
    assert done.returncode == 0, done.stderr
    return home


def firststep(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """One command, with two gigabytes to spare and a minute at most."""
    return subprocess.run(
        [sys.executable, "-m", "firststep", *words],
        env={**os.environ, "FIRSTSTEP_HOME": str(home)},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=SECONDS,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2 * GIGABYTE, 2 * GIGABYTE)),
    )  # fmt: skip


def odd_files(folder: Path) -> dict[str, str]:
    fifo, short = folder / "fifo", folder / "a-folder"
    os.mkfifo(fifo)
    short.mkdir()
    (short / "something.txt").write_text("not ours")
    return {
        "endless": "/dev/zero",
        "pipe": str(fifo),
        "folder": str(short),
        "missing": str(folder / "none" / "none.txt"),
        "nobody's home": "~nobody-of-this-name/a.txt",
        "empty": "",
        "too long": "x" * 5000,
    }


def test_all_commands_that_take_a_file_are_here() -> None:
    assert {"import", "company import", "restore", "playbook load", "backup", "export", "message",
            "simulate"} <= set(COMMANDS)  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_no_file_gets_a_sentence_and_changes_nothing(
    name: str, home: Path, tmp_path: Path
) -> None:
    database = home / "firststep.sqlite3"
    before = database.read_bytes()

    for kind, given in odd_files(tmp_path).items():
        done = firststep(home, *COMMANDS[name], given, *(["--runs", "1"] * (name == "simulate")))

        told = f"{name} of {kind}: {done.stderr}"
        if name == "simulate" and kind == "empty":
            assert done.returncode == 0, told  # no drawing asked for
            continue
        assert done.returncode in (1, 2), told
        assert done.stderr.strip().endswith((".", "--help")), told
        assert "Traceback" not in told and "went wrong inside" not in told, told
    assert database.read_bytes() == before
    assert not (home / "errors.log").exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a-folder", "fifo"]

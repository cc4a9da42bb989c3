"""From a clean clone: one command makes the environment, and the next start finds it."""

import os
import re
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent
SYSTEM = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
NEEDED = ("firststep", "bin", "locks", "src", "samples", "pyproject.toml")


def start(
    program: Path, *words: str, cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """Starts the launcher as a new user would: an empty home and the system's own path."""
    home = program.parent.parent / "home"
    home.mkdir(exist_ok=True)
    return subprocess.run(
        [program, *words],
        cwd=cwd or program.parent,
        env={"HOME": str(home), "PATH": SYSTEM, **env},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def copy_of_the_checkout(folder: Path) -> Path:
    folder.mkdir()
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    return folder / "firststep"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose first two starts came at once."""
    program = copy_of_the_checkout(tmp_path_factory.mktemp("clone") / "checkout")
    runs: list[subprocess.CompletedProcess[str]] = []
    both = [
        threading.Thread(target=lambda: runs.append(start(program, "--version"))) for _ in range(2)
    ]

    for one in both:
        one.start()
    for one in both:
        one.join()

    assert [run.returncode for run in runs] == [0, 0], [run.stderr for run in runs]
    assert sum("Installing" in run.stderr for run in runs) == 1
    return program


def test_the_second_start_installs_nothing_and_needs_no_network(started: Path) -> None:
    nowhere = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": "/dev/null", "UV_OFFLINE": "1"}

    run = start(started, "--version", **nowhere)

    assert run.stdout.startswith("firststep ")
    assert run.stderr == ""


def test_it_starts_from_any_folder_and_through_a_link(started: Path, tmp_path: Path) -> None:
    link = tmp_path / "firststep"
    link.symlink_to(started)

    run = start(link, "--version", cwd=Path("/"))

    assert run.stdout.startswith("firststep ")


def test_a_changed_lock_is_installed_again(started: Path) -> None:
    lock = started.parent / "locks" / "runtime.txt"
    lock.write_text(lock.read_text() + "\n# changed\n")

    assert "Installing" in start(started, "--version").stderr
    assert start(started, "--version").stderr == ""


def test_what_the_lock_no_longer_names_is_taken_out_and_nothing_else(started: Path) -> None:
    lock = started.parent / "locks" / "runtime.txt"
    whole = lock.read_text()
    packages = next((started.parent / ".venv").glob("lib/*/site-packages"))
    lock.write_text(re.sub(r"^cleanco==.*\n(?: .*\n)+", "", whole, flags=re.MULTILINE))

    start(started, "--version")
    gone, others = not (packages / "cleanco").exists(), (packages / "phonenumbers").is_dir()
    lock.write_text(whole)
    start(started, "--version")

    assert gone
    assert others
    assert (packages / "cleanco").is_dir()


def test_what_installs_is_no_part_of_what_was_installed(started: Path) -> None:
    packages = next((started.parent / ".venv").glob("lib/*/site-packages"))

    assert (packages / "django").is_dir()
    assert not [
        file for file in ("pip", "setuptools", "pkg_resources") if (packages / file).exists()
    ]


def test_a_failed_first_start_leaves_nothing_half_made(tmp_path: Path) -> None:
    program = copy_of_the_checkout(tmp_path / "checkout")

    run = start(program, "--version", PIP_NO_INDEX="1", PIP_CONFIG_FILE="/dev/null")

    assert run.returncode == 1
    assert "Nothing was left behind" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (program.parent / ".venv").exists()


def test_an_environment_made_by_something_else_is_left_alone(tmp_path: Path) -> None:
    program = copy_of_the_checkout(tmp_path / "checkout")
    theirs = program.parent / ".venv" / "theirs.txt"
    theirs.parent.mkdir()
    theirs.write_text("mine")

    run = start(program, "--version")

    assert run.returncode == 1
    assert "Move that folder away" in run.stderr
    assert theirs.read_text() == "mine"


def test_an_older_python_gets_a_sentence(tmp_path: Path) -> None:
    program = copy_of_the_checkout(tmp_path / "checkout")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "readlink", "dirname", "cmp"):
        (tools / name).symlink_to(shutil.which(name) or name)
    old = tools / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.10.4 && exit 0\nexit 1\n')
    old.chmod(0o755)

    run = start(program, "--version", PATH=str(tools))

    assert run.returncode == 1
    assert "Python 3.11 or newer and found Python 3.10.4" in run.stderr
    assert "sudo apt install" in run.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="needs to become somebody who may not write")
def test_a_checkout_that_cannot_be_written_to_gets_a_sentence(tmp_path: Path) -> None:
    program = copy_of_the_checkout(tmp_path / "checkout")
    for folder in [tmp_path, *tmp_path.parents]:
        if str(folder).startswith("/tmp/"):
            folder.chmod(0o755)

    run = subprocess.run(
        ["runuser", "-u", "nobody", "--", program, "--version"],
        env={"HOME": "/nonexistent", "PATH": SYSTEM},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 1
    assert "cannot be written to" in run.stderr
    assert "Traceback" not in run.stderr

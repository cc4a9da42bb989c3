"""Makes or renews the environment in .venv from a lock. Only the standard library is needed.

    python3 bin/environment.py runtime|dev

Two starts at once wait for each other; an environment that was only half made is removed.
"""

import fcntl
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WRITTEN_IN = ("root", "en", "de")
KEPT = VENV / "made-from"
PYTHON = VENV / "bin" / "python"
PROGRAM = """\
import sys

from firststep.__main__ import main

sys.exit(main())
"""


class Sentence(Exception):
    """What the person reads when it cannot be done."""


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def prepare(which: str) -> None:
    """Brings .venv to what the lock says; does nothing when another start has just done it."""
    with alone():
        if is_current(which):
            return
        fresh = is_unusable()
        if fresh:
            remove_ours()
        try:
            if fresh:
                make_environment()
            say(f"Installing what Firststep needs ({which}), once. This takes a minute or two.")
            began = time.monotonic()
            remove(dropped(which))
            install(ROOT / "locks" / f"{which}.txt")
            put_on_path()
            if which == "runtime" and not (KEPT / "dev.txt").is_file():
                drop_installer()
                drop_unused()
            remember(which)
            say(f"Ready after {time.monotonic() - began:.0f} seconds.")
        except BaseException:
            if fresh:
                shutil.rmtree(VENV, ignore_errors=True)
            raise


@contextmanager
def alone() -> Iterator[None]:
    """Holds the lock of this checkout; a second start waits here."""
    try:
        file = (ROOT / ".venv.lock").open("w")
    except OSError as problem:
        raise Sentence(
            f"Firststep makes its environment in {ROOT}, and that folder cannot be written to "
            f"({problem.strerror}). Clone it somewhere you may write, or install it with: "
            "pipx install ."
        ) from problem
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another start is just making the environment; waiting for it.")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def sources(which: str) -> dict[Path, bytes]:
    """The files an environment keeps, to be compared with at the next start."""
    place = f"{ROOT}\n{PYTHON.resolve()}\n".encode()
    return {
        KEPT / f"{which}.txt": (ROOT / "locks" / f"{which}.txt").read_bytes(),
        KEPT / f"{which}.toml": (ROOT / "pyproject.toml").read_bytes(),
        KEPT / f"{which}.place": place,
    }


def is_current(which: str) -> bool:
    return PYTHON.exists() and all(
        kept.is_file() and kept.read_bytes() == wanted for kept, wanted in sources(which).items()
    )


def remember(which: str) -> None:
    wanted = sources(which)
    if which == "dev":  # it holds the runtime lock's pins too
        wanted |= sources("runtime")
    for kept, content in wanted.items():
        kept.write_bytes(content)


def is_unusable() -> bool:
    """Whether an environment has to be made anew: none, half made, or its Python has gone."""
    if not PYTHON.exists() or (KEPT.is_dir() and not list(KEPT.glob("*.place"))):
        return True
    probe = [str(PYTHON), "-c", "import sys; raise SystemExit(sys.version_info < (3, 11))"]
    if subprocess.run(probe, check=False, capture_output=True).returncode:
        return True
    for place in KEPT.glob("*.place"):
        return place.read_text().splitlines()[1:] != [str(PYTHON.resolve())]
    return False


def remove_ours() -> None:
    """Removes what an earlier start made; a folder somebody else made is left alone."""
    if not VENV.exists() and not VENV.is_symlink():
        return
    if not KEPT.is_dir() and any(VENV.iterdir()):
        raise Sentence(
            f"{VENV} was made by something else and its Python does not run. "
            "Move that folder away, then start again."
        )
    shutil.rmtree(VENV)


def make_environment() -> None:
    """An empty environment: with uv where it is there, else with Python's own venv."""
    KEPT.mkdir(parents=True)
    if shutil.which("uv") and runs(
        ["uv", "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV)]
    ):
        return
    if not has_venv():
        install_venv_package()
    if not runs([sys.executable, "-m", "venv", str(VENV)]):
        raise Sentence("Python could not make an environment. Try: sudo apt install python3-venv")


def has_venv() -> bool:
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def install_venv_package() -> None:
    """Debian ships venv apart from Python: installed where we may, otherwise named."""
    system = sysconfig.get_path("stdlib").startswith("/usr/lib/")
    package = "python3-venv" if system else f"python3.{sys.version_info.minor}-venv"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Sentence(
            f"Python's venv package is missing. Install it with: sudo apt install {package}"
        )
    say(f"Installing {package} from the system's packages.")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    runs(["apt-get", "update", "-qq"], env=quiet)
    if not runs(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], env=quiet):
        raise Sentence(f"{package} could not be installed. Try: sudo apt install {package}")


def dropped(which: str) -> list[str]:
    """What this environment holds of an earlier lock and no lock names any more."""
    earlier = KEPT / f"{which}.txt"
    if not earlier.is_file():
        return []
    kept = {file.stem for file in KEPT.glob("*.txt")}
    wanted = set().union(*(packages(ROOT / "locks" / f"{name}.txt") for name in kept))
    return sorted(packages(earlier) - wanted)


def packages(lock: Path) -> set[str]:
    return set(re.findall(r"^([\w.-]+)(?:\[\w+\])?==", lock.read_text(), re.MULTILINE))


def remove(names: list[str]) -> None:
    """Takes packages out, before what replaces them brings files of the same names."""
    if not names:
        return
    with_uv = ["uv", "pip", "uninstall", "--quiet", "--python", str(PYTHON), *names]
    if not (shutil.which("uv") and runs(with_uv)):
        run_pip("uninstall", "--quiet", "--yes", *names)


def install(lock: Path) -> None:
    """Installs exactly what the lock says, hashes checked."""
    with_uv = ["uv", "pip", "install", "--quiet", "--python", str(PYTHON)]
    if shutil.which("uv") and runs([*with_uv, "--require-hashes", "--no-deps", "-r", str(lock)]):
        return
    words = ["--quiet", "--disable-pip-version-check", "--no-warn-script-location"]
    if not run_pip("install", *words, "--require-hashes", "--no-deps", "-r", str(lock)):
        raise Sentence(
            "Installing did not work; the lines above say why. Firststep needs a package index "
            "once, for this first start. Nothing was left behind: start again when you are online."
        )


def run_pip(*words: str) -> bool:
    if not runs([str(PYTHON), "-m", "pip", "--version"], quiet=True):
        runs([str(PYTHON), "-m", "ensurepip"], quiet=True)
    return runs([str(PYTHON), "-m", "pip", *words])


def drop_installer() -> None:
    """The program never installs anything: what did is a fifth of its size. `run_pip` brings it
    back when the lock has changed."""
    pip = [str(PYTHON), "-m", "pip"]
    if runs([*pip, "--version"], quiet=True):
        runs([*pip, "uninstall", "--quiet", "--yes", "setuptools", "pip"], quiet=True)


def drop_unused() -> None:
    """Of the eleven hundred locales that come with Babel those of languages a text is written in
    stay, and no package keeps its own tests: a quarter of the program's size."""
    packages = next(VENV.glob("lib/python*/site-packages"))
    for table in packages.glob("babel/locale-data/*.dat"):
        if table.name.split("_")[0].removesuffix(".dat") not in WRITTEN_IN:
            table.unlink()
    for tests in (packages / "icalendar" / "tests", packages / "recurring_ical_events" / "test"):
        shutil.rmtree(tests, ignore_errors=True)


def put_on_path() -> None:
    """The source itself goes on the path by one line, so nothing has to be built."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([str(PYTHON), "-c", ask], check=True, capture_output=True, text=True)
    Path(packages.stdout.strip(), "firststep-checkout.pth").write_text(f"{ROOT / 'src'}\n")
    program = VENV / "bin" / "firststep"
    program.write_text(f"#!{PYTHON}\n{PROGRAM}")
    program.chmod(0o755)
    KEPT.mkdir(exist_ok=True)


def runs(command: list[str], *, quiet: bool = False, env: dict[str, str] | None = None) -> bool:
    """Whether a command did its work; what it says goes to standard error."""
    out = subprocess.DEVNULL if quiet else sys.stderr
    env = {**(env or os.environ), "UV_PYTHON_DOWNLOADS": "never"}
    return subprocess.run(command, check=False, stdout=out, stderr=out, env=env).returncode == 0


def stop(*_: object) -> None:
    raise KeyboardInterrupt


def main() -> int:
    signal.signal(signal.SIGTERM, stop)
    try:
        prepare(sys.argv[1])
    except Sentence as sentence:
        say(str(sentence))
        return 1
    except KeyboardInterrupt:
        say("Stopped. Nothing was left behind.")
        return 1
    except OSError as problem:
        say(f"The environment could not be made: {problem.strerror} ({problem.filename}).")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

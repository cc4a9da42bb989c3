"""What the program takes of a computer: room on disk once installed, memory while it simulates."""

import compileall
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import Figure
from scene import environment

ROOT = Path(__file__).resolve().parent.parent
NEEDED = ("bin", "locks", "src", "samples", "pyproject.toml")
SHOWN = 5  # of the biggest packages
RUNS = 20
PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="firststep-size-") as name:
        folder = Path(name)
        installed, biggest = _installed(folder / "checkout")
        peak = _peak(folder / "home")
    return [
        Figure("installed: packages and the program", installed, biggest, unit=" MiB"),
        Figure(f"simulate --runs {RUNS}: biggest process", peak, unit=" MB"),
    ]


def _installed(checkout: Path) -> tuple[float, str]:
    """What bin/prepare makes of the runtime lock in a fresh clone, and the program with its
    samples, both compiled; the Python itself and what installs are no part of it."""
    checkout.mkdir()
    for name in NEEDED:
        source, target = ROOT / name, checkout / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)
    subprocess.run(["sh", "bin/prepare", "runtime"], cwd=checkout, check=True)
    packages = next((checkout / ".venv").glob("lib/python*/site-packages"))
    for folder in (packages, checkout / "src"):
        compileall.compile_dir(folder, quiet=2)
    sizes = {path.name: _mebibytes(path) for path in packages.iterdir()}
    sizes["firststep"] = _mebibytes(checkout / "src") + _mebibytes(checkout / "samples")
    biggest = sorted(sizes, key=sizes.__getitem__, reverse=True)[:SHOWN]
    return sum(sizes.values()), ", ".join(f"{name} {sizes[name]:.0f}" for name in biggest)


def _mebibytes(path: Path) -> float:
    """As `du` counts: whole blocks of the disk."""
    files = [path, *path.rglob("*")]
    return sum(file.lstat().st_blocks for file in files) * 512 / 2**20


def _peak(home: Path) -> float:
    command = [sys.executable, "-m", "firststep", "simulate", "--runs", str(RUNS), "--json"]
    told = subprocess.run(
        [sys.executable, "-c", PEAK, *command],
        env=environment(home),
        check=True,
        capture_output=True,
        text=True,
    )
    return float(told.stdout)

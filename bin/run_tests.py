"""Sees to Chromium and PostgreSQL, then runs the checks and the tests, whose last line is last.

A part of the tests runs with what is there.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKED = ("tests/docs", "tests/test_architecture.py")  # by run_checks.py
# The rules of the method, in two halves: what is said and understood, and all others.
PURE = (
    ("tests/steps/outreach",),
    ("tests/facts", "tests/plan", "tests/learn", "tests/steps", "--ignore=tests/steps/outreach"),
)
NOTHING_CHOSEN = 5  # pytest's word for it: no fault where the other half has a test of that name
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def has_chromium() -> bool:
    return any(shutil.which(name) for name in BROWSERS)


def has_postgresql() -> bool:
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def missing_packages(*, browser: bool) -> list[str]:
    missing = [] if has_postgresql() else ["postgresql"]
    return missing + (["chromium"] if browser and not has_chromium() else [])


def see_to(packages: list[str]) -> None:
    """Installs system packages where that is allowed; otherwise says how, and goes on without."""
    if not packages:
        return
    names = " ".join(packages)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print(f"The tests that need {names} are skipped. To run them: sudo apt install {names}")
        return
    print(f"Installing {names} from the system's packages.", flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=env)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    done = subprocess.run(install, check=False, env=env, stdout=subprocess.DEVNULL)
    if done.returncode:
        print(f"{names} could not be installed; the tests that need them are skipped.")


def run_pure(asked: list[str]) -> int:
    """Both halves at once, a processor each; what one prints comes behind the other."""
    chosen = (*asked, "-m", "not data and not slow and not browser")
    halves = [(sys.executable, "-m", "pytest", "-rfEs", *half, *chosen) for half in PURE]
    with subprocess.Popen(halves[1], stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as beside:
        code = subprocess.run(halves[0], check=False).returncode
        sys.stdout.buffer.write(beside.communicate()[0])
    return max({code, beside.returncode} - {NOTHING_CHOSEN} or {NOTHING_CHOSEN})


def main(arguments: list[str]) -> int:
    quick = "--quick" in arguments
    asked = [word for word in arguments if word not in ("--quick", "--pure")]
    if "--pure" in arguments:
        return run_pure(asked)
    checks = 0
    if not asked:
        see_to(missing_packages(browser=not quick))
        checks = subprocess.run(
            [sys.executable, ROOT / "bin" / "run_checks.py"], check=False
        ).returncode
        asked = [f"--ignore={tests}" for tests in CHECKED]
    if quick:
        asked += ["-m", "not slow and not browser"]
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", "-rfEs", *asked], check=False
    ).returncode
    return checks or tests


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

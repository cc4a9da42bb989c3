"""Runs every check side by side, even when one fails, and says which did and why."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from tempfile import TemporaryDirectory

PYTHON = sys.executable
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as check; check()"
CHECKS: dict[str, tuple[str, ...]] = {  # what takes longest first
    "documents": ("-m", "pytest", "tests/docs"),
    "types": ("-m", "mypy"),
    "architecture": ("-m", "pytest", "tests/test_architecture.py"),
    "migrations": ("-m", "django", "makemigrations", "--check", "--dry-run"),
    "floors": ("-c", LINT_IMPORTS),
    "lint": ("-m", "ruff", "check", "--quiet", "."),
    "form": ("-m", "ruff", "format", "--check", "--quiet", "."),
}


def main() -> int:
    failed = []
    with TemporaryDirectory() as home, ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        env = {"DJANGO_SETTINGS_MODULE": "firststep.settings", "FIRSTSTEP_HOME": home}
        running = {side_by_side.submit(complaint, check, env): check for check in CHECKS}
        for done in as_completed(running):
            words, seconds = done.result()
            if words is not None:
                failed.append(running[done])
                print(words, end="")
            said = "ok" if words is None else "FAILED"
            print(f"check: {running[done]}: {said} ({seconds:.0f} s)", flush=True)
    print("checks: " + (f"failed: {', '.join(failed)}" if failed else "all ok"), flush=True)
    return bool(failed)


def complaint(check: str, env: dict[str, str]) -> tuple[str | None, float]:
    """All that a check which failed has to say, None when it passed; and its seconds."""
    began = time.monotonic()
    done = subprocess.run(
        [PYTHON, *CHECKS[check]],
        check=False,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.stdout if done.returncode else None, time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())

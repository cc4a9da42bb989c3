"""Runs every check one after the other, even when one fails, and says which did."""

import os
import subprocess
import sys
import time
from tempfile import TemporaryDirectory

PYTHON = sys.executable
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as check; check()"
CHECKS: tuple[tuple[str, list[str]], ...] = (
    ("form", ["-m", "ruff", "format", "--check", "--quiet", "."]),
    ("lint", ["-m", "ruff", "check", "--quiet", "."]),
    ("types", ["-m", "mypy"]),
    ("floors", ["-c", LINT_IMPORTS]),
    ("migrations", ["-m", "django", "makemigrations", "--check", "--dry-run"]),
    ("architecture and documents", ["-m", "pytest", "tests/test_architecture.py", "tests/docs"]),
)


def main() -> int:
    with TemporaryDirectory() as home:
        env = {"DJANGO_SETTINGS_MODULE": "firststep.settings", "FIRSTSTEP_HOME": home}
        failed = [name for name, arguments in CHECKS if not passes(name, arguments, env)]
    print("checks: " + (f"failed: {', '.join(failed)}" if failed else "all ok"), flush=True)
    return bool(failed)


def passes(name: str, arguments: list[str], env: dict[str, str]) -> bool:
    began = time.monotonic()
    done = subprocess.run([PYTHON, *arguments], check=False, env={**os.environ, **env})
    words = "FAILED" if done.returncode else "ok"
    print(f"check: {name}: {words} ({time.monotonic() - began:.0f} s)", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())

"""The locks pin everything with hashes, agree with each other, and depend on no one registry."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "locks").glob("*.txt"))


def pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)(?:\[\w+\])?==([^\s;]+)", lock.read_text(), re.MULTILINE))


def plain(requirement: str) -> str:
    """A package's name as indexes compare it: "flufl.bounce" is "flufl-bounce"."""
    name = re.split(r"[\[~<>=;\s]", requirement, maxsplit=1)[0].lower()
    return re.sub(r"[-_.]+", "-", name)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_has_a_hash_and_no_line_names_a_host(lock: Path) -> None:
    entries = re.split(r"\n(?=[\w])", lock.read_text().strip())

    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in lock.read_text()
    assert "index-url" not in lock.read_text()


def test_the_development_lock_holds_the_very_pins_of_the_runtime_lock() -> None:
    runtime, development = (pins(ROOT / "locks" / f"{name}.txt") for name in ("runtime", "dev"))

    assert len(runtime) > 15
    assert {name: development.get(name) for name in runtime} == runtime


def test_every_dependency_named_in_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runtime = {plain(line) for line in project["project"]["dependencies"]}
    development = {plain(line) for line in project["dependency-groups"]["dev"]}

    assert runtime - set(pins(ROOT / "locks" / "runtime.txt")) == set(), "run: bin/lock"
    assert development - set(pins(ROOT / "locks" / "dev.txt")) == set(), "run: bin/lock"


# Read as files, or named as text in the settings, never imported.
NAMED_AS_TEXT = {"tzdata", "whitenoise"}


def named_in_the_source() -> set[str]:
    """The packages that the program imports or, where they are never imported, names."""
    found: set[str] = set()
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").split(".")[0])
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {node.value.split(".")[0]} & NAMED_AS_TEXT
    return found


def test_no_package_is_installed_for_nothing() -> None:
    entries = re.split(r"\n(?=[\w])", (ROOT / "locks" / "runtime.txt").read_text().strip())
    direct = {entry.split("==")[0] for entry in entries if "firststep (pyproject.toml)" in entry}
    brings = packages_distributions()
    used = {plain(name) for module in named_in_the_source() for name in brings.get(module, ())}

    assert len(direct) > 10
    assert direct - used == set(), "nothing in src needs these"

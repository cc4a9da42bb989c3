"""Where a test stands: in the room of what it tests, under its name or under a sentence's."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

# What is no file's: the method's rules, whole seasons, the documents and the house itself.
OWN_ROOMS = ("rules", "journeys", "docs", "samples", "architecture")
THE_HOUSE = ("architecture", "both_databases", "checks", "contracts", "launcher", "locks", "wheel")
DOORS = "interfaces"  # walked through from outside
# Tests that reach their room by way of others' tests.
ASKED_BY_ANOTHER = ("plan/test_coming.py",)  # the plan, through rules/acme.py


def misplaced(test: str, tree: ast.Module, modules: Iterable[str]) -> list[str]:
    """What is wrong with where a test file stands, by its name below tests/."""
    path = PurePosixPath(test)
    room, stem = ".".join(path.parent.parts), path.stem.removeprefix("test_")
    if path.parts[0] in OWN_ROOMS or test in ASKED_BY_ANOTHER:
        return []
    if not room:
        return [] if stem in THE_HOUSE else [f"{test} stands in no room"]
    known = {module.removeprefix("firststep.") for module in modules}
    if room not in known:
        return [f"{test}: there is no room {room}"]
    if f"{room}.{stem}" in known or path.parts[0] == DOORS:
        return []
    used = f"firststep.{room}."
    if not any(f"{name}.".startswith(used) for name in _named(tree)):
        return [f"{test} uses nothing of {room}"]
    return []


def _named(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)

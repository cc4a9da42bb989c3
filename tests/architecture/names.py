"""One name, one meaning: what is defined twice says why."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from tests.architecture.sources import Source

# Rooms whose files are built alike: each has these.
ANATOMY = {
    "bringing/formats": {"FORMAT", "REQUIRED", "recognises", "read"},
    "interfaces/catalogue": {"ROOM", "AT", "ITEMS"},
    "plan/playbook": {"RULES"},
}
# One verb, one name: what is done, what answers, what tells it and what shows it are called alike.
OF_ONE_VERB = ("verbs", "interfaces/answers", "interfaces/cli/telling", "interfaces/web/pages")


def public_names(source: Source) -> Iterator[tuple[str, bool]]:
    """What a module defines for others, and whether it is a function."""
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, isinstance(node, ast.FunctionDef)
        elif isinstance(node, ast.Assign):
            yield from ((one.id, False) for one in node.targets if isinstance(one, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, False


def defined_twice(files: Iterable[Source]) -> dict[str, list[str]]:
    """The public names of more than one module, with where each is defined."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for source in files:
        for name, is_function in public_names(source):
            if not name.startswith("_"):
                found[name][_floor(source.name, name, is_function)].append(source.name)
    return {
        name: sorted(file for files in places.values() for file in files)
        for name, places in found.items()
        if not _one_meaning(places)
    }


def _floor(file: str, name: str, is_function: bool) -> str:
    room = str(PurePosixPath(file).parent)
    if name in ANATOMY.get(room, ()):
        return room
    floor = next((floor for floor in OF_ONE_VERB if file.startswith(f"{floor}/")), "")
    return floor if is_function and floor else file


def _one_meaning(places: dict[str, list[str]]) -> bool:
    """Defined once; or by files built alike; or for one verb, once on each floor."""
    if len(places) == 1:
        ((room, files),) = places.items()
        return len(files) == 1 or room in ANATOMY
    return all(floor in OF_ONE_VERB and len(files) == 1 for floor, files in places.items())

"""Every file of the program, read and parsed once for all rules."""

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "firststep"
TESTS = ROOT / "tests"

AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A file by its name below the package, with its syntax tree and every node of it."""

    name: str
    text: str
    tree: ast.Module = field(init=False, compare=False)
    nodes: tuple[ast.AST, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tree", ast.parse(self.text))
        object.__setattr__(self, "nodes", tuple(ast.walk(self.tree)))

    @property
    def functions(self) -> list[AnyFunction]:
        return [node for node in self.nodes if isinstance(node, AnyFunction)]

    @property
    def module(self) -> str:
        """`firststep.plan.planner`, and a package for its `__init__`."""
        path = self.name.removesuffix(".py").removesuffix("/__init__")
        return ".".join(("firststep", *path.split("/"))).removesuffix(".__init__")

    def says(self, word: str) -> bool:
        return word in (ast.get_docstring(self.tree) or "").replace(".", " ").split()


@cache
def sources() -> tuple[Source, ...]:
    """Every file but the migration, which is written by Django."""
    files = (file for file in sorted(SOURCE.rglob("*.py")) if "0001" not in file.name)
    return tuple(Source(file.relative_to(SOURCE).as_posix(), file.read_text()) for file in files)


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        yield node.module or ""


def chain(node: ast.AST) -> set[str]:
    """The names an expression is made of: `Person.objects.filter(…)` gives all three."""
    names = set()
    while True:
        if isinstance(node, ast.Attribute):
            names.add(node.attr)
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, ast.Subscript):
            node = node.value
        else:
            return names | ({node.id} if isinstance(node, ast.Name) else set())


def unlike(found: Collection[str], listed: Collection[str]) -> list[str]:
    """What breaks a rule without standing in its list, and what need not stand there any more."""
    return [f"{one}: not listed" for one in sorted({*found} - {*listed})] + [
        f"{one}: keeps the rule by now, so take it out of the list"
        for one in sorted({*listed} - {*found})
    ]

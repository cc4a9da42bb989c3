"""What the benchmarks ask of the program is there; no other test runs them."""

import ast
import sqlite3
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "bench").glob("*.py"))
OURS = {"firststep": ROOT / "src", "tests": ROOT}
ONE_COMPANY = """
INSERT INTO firststep_company(id, campaign_id, name, key, domain, aliases, noted, motivation, stage)
VALUES (1, 1, '', '', '', '[]', '[]', 3, '')
"""


def programs(tree: ast.AST) -> Iterator[ast.AST]:
    """A file, and the programs it holds as text to run them apart."""
    yield tree
    for node in ast.walk(tree):
        pieces = node.values if isinstance(node, ast.JoinedStr) else [node]
        said = [one.value for one in pieces if isinstance(one, ast.Constant)]
        text = "".join(one for one in said if isinstance(one, str))
        if "import" in text:
            try:
                yield ast.parse(text)
            except SyntaxError:
                continue  # words


def asked(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Each module of ours and each name that is imported from it."""
    for program in programs(tree):
        for node in ast.walk(program):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in OURS:
                yield from ((node.module or "", alias.name) for alias in node.names)
            elif isinstance(node, ast.Import):
                mine = (alias.name for alias in node.names if alias.name.split(".")[0] in OURS)
                yield from ((module, "") for module in mine)


def missed(tree: ast.AST) -> set[tuple[str, str]]:
    return {one for one in asked(tree) if not stands(*one)}


def stands(module: str, name: str) -> bool:
    """Whether a module defines a name, or holds a module of it; the module itself for no name."""
    place = OURS[module.split(".")[0]].joinpath(*module.split("."))
    if any(there.exists() for there in (place / name, place / f"{name}.py") if name):
        return True
    file = next(filter(Path.exists, (place.with_suffix(".py"), place / "__init__.py")), None)
    return file is not None and (not name or name in set(defined(ast.parse(file.read_text()))))


def defined(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (
                one.id for to in targets for one in ast.walk(to) if isinstance(one, ast.Name)
            )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_a_benchmark_asks_for_is_there(file: Path) -> None:
    missing = missed(ast.parse(file.read_text()))

    assert not missing


def test_a_name_that_went_is_missed() -> None:
    text = 'RUN = f"""{OPENED}\nfrom firststep.verbs.safety.export import exported_away\n"""'

    assert missed(ast.parse(text)) == {("firststep.verbs.safety.export", "exported_away")}
    assert stands("firststep.verbs.safety.export", "export")
    assert not stands("firststep.verbs.nowhere", "")


def from_bench(name: str) -> Any:
    """A file of the benchmarks, which are no package, as a module."""
    spec = spec_from_file_location(f"bench_{name}", ROOT / "bench" / f"{name}.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bare_tables(columns: Iterable[str]) -> sqlite3.Connection:
    """The tables of these models: their columns, and which may not be empty."""
    base = sqlite3.connect(":memory:")
    for model in map(partial(apps.get_model, "firststep"), columns):
        said = [
            f'"{one.column}" {"" if one.null or one.primary_key else "NOT NULL"}'
            f" {'DEFAULT 0' if one.has_db_default() else ''}"
            for one in model._meta.concrete_fields
        ]
        base.execute(f"CREATE TABLE {model._meta.db_table} ({', '.join(said)})")
    return base


def test_the_bare_import_fills_the_tables_as_they_are(tmp_path: Path) -> None:
    source, bare_import = tmp_path / "Connections.csv", from_bench("bare_import")
    from_bench("connections").write_connections(source, 20)
    base = bare_tables(bare_import.COLUMNS)
    base.execute(ONE_COMPANY)

    bare_import.write(base, str(source))

    (written,) = base.execute("SELECT count(*) FROM firststep_position").fetchone()
    assert written > 10

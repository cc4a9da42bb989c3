"""The glossary has every noun of the plan: one word, one meaning."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "src" / "firststep" / "plan"
GLOSSARY = ROOT / "docs" / "glossary.md"
# The rules' own files are called by the steps of the method.
STEPS = {"people", "outreach", "followup"}


def nouns_of(name: str, source: str) -> set[str]:
    """What a module of the plan is called by, and its public classes, as one says it."""
    classes = (node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    said = {re.sub(r"(?<=[a-z])(?=[A-Z])", " ", one).lower() for one in classes if one[0] != "_"}
    return said | ({name.replace("_", " ")} - {"  init  "})


def words_of(glossary: str) -> set[str]:
    cells = re.findall(r"^\| ([^|]+) \|", glossary, re.MULTILINE)
    return {word.strip() for cell in cells for word in cell.split(",")}


def missing(name: str, source: str) -> set[str]:
    return nouns_of(name, source) - words_of(GLOSSARY.read_text())


@pytest.mark.parametrize("file", sorted(PLAN.glob("*.py")), ids=lambda file: file.stem)
def test_every_noun_of_the_plan_is_in_the_glossary(file: Path) -> None:
    assert not missing(file.stem, file.read_text())


@pytest.mark.parametrize("file", sorted(PLAN.glob("playbook/*.py")), ids=lambda file: file.stem)
def test_every_noun_of_the_playbook_is_in_the_glossary(file: Path) -> None:
    stem = "playbook file" if file.stem == "file" else file.stem
    assert missing(stem, file.read_text()) <= STEPS


def test_a_noun_nobody_has_explained_is_seen() -> None:
    assert missing("abeyance", "class SlowLane: ...\nclass Board: ...\nclass _Own: ...\n") == {
        "abeyance",
        "slow lane",
    }

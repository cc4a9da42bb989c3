"""A refusal speaks to every door alike: its words name no command; what to type stands apart."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import firststep
from firststep.errors import CannotDo

SOURCE = Path(firststep.__file__).parent
COMMAND = re.compile(r"firststep [a-z]|(?<![\w-])--[a-z]|FIRSTSTEP_")
ONLY_TYPED = ("interfaces", "settings.py", "verbs/safety/backup.py", "verbs/safety/bring_back.py")


def said(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The words of every refusal, and whatever is called words."""
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
            "CannotDo",
            "CannotRead",
        ):
            parts = node.args
        elif isinstance(node, ast.Assign) and "words" in getattr(node.targets[0], "id", ""):
            parts = [node.value]
        for part in parts:
            for inner in ast.walk(part):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.lineno, inner.value


def named(text: str) -> list[str]:
    return [words for _, words in said(ast.parse(text)) if COMMAND.search(words)]


def test_no_refusal_that_the_site_may_show_names_a_command() -> None:
    found = [
        f"{file.relative_to(SOURCE)}: {words}"
        for file in SOURCE.rglob("*.py")
        if not str(file.relative_to(SOURCE)).startswith(ONLY_TYPED)
        for words in named(file.read_text("utf-8"))
    ]
    assert found == []


def test_a_command_in_a_refusal_is_found() -> None:
    assert named('raise CannotDo(f"Say when: --at {day}", kind="bad_input")')
    assert named('words = "Try firststep today"')
    assert not named('raise CannotDo("Say when.", typed="--at")')


def test_the_terminal_adds_what_to_type() -> None:
    error = CannotDo("Acme is not on your list.", typed='firststep company add "Acme"')
    assert error.words == "Acme is not on your list."
    assert error.with_command == 'Acme is not on your list: firststep company add "Acme"'
    assert CannotDo("No.").with_command == "No."

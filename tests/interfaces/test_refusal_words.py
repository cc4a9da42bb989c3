"""A refusal speaks to every door alike: its words name no command; what to type stands apart."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

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


# What only the terminal, or the start of the program, has to say.
NO_PAGE = (
    "interfaces/cli", "interfaces/answers/outlook.py", "interfaces/answers/goal.py",
    "interfaces/answers/importing.py", "interfaces/answers/calendar_entry.py",
    "interfaces/answers/named_files.py", "interfaces/demo.py", "interfaces/opening.py",
    "interfaces/answers/health.py", "interfaces/web/serve.py", "outlook/simulate.py",
    "keeping/files.py", "verbs/safety/backup.py",
    "verbs/safety/backup_rows.py", "verbs/safety/bring_back.py", "verbs/safety/dump_rows.py",
    "verbs/safety/export/folder.py", "verbs/safety/restore.py",
)  # fmt: skip
SWAPPED = {"what {name}", "what they"}  # of a text that is said afterwards
SPOKEN = {"say", "say_of", "to_say", "say_number", "say_day"}


REFUSALS = {"CannotDo", "CannotRead", "Stale"}  # they say their words themselves
OF_A_REFUSAL = {"kind", "candidates", "detail", "typed", "field", "by_columns", "sense"}


def unsaid(tree: ast.AST) -> Iterator[str]:
    """Words of refusals and of findings that are told in English whatever the page's language."""
    for node in ast.walk(tree):
        called = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if called in REFUSALS | {"finding", "wrong_line", "_only", "_by_columns"}:
            for part in node.args:
                if called not in REFUSALS or not isinstance(part, ast.Constant):
                    yield from _left_english(part)
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "words":
            table = isinstance(node.value, ast.Dict)  # it is said where it is looked up
            yield from () if table else _left_english(node.value)


def _left_english(part: ast.AST) -> Iterator[str]:
    if isinstance(part, ast.Call) and getattr(part.func, "id", "") in SPOKEN:
        return
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        if re.search(r"[a-z]{2,} \S*[a-z]{2,}", part.value) and part.value not in SWAPPED:
            yield part.value
        return
    for inner in ast.iter_child_nodes(part):
        yield from _left_english(inner)


def test_every_refusal_a_page_may_show_is_told_in_its_language() -> None:
    found = [
        f"{file.relative_to(SOURCE)}: {words}"
        for file in SOURCE.rglob("*.py")
        if not str(file.relative_to(SOURCE)).startswith(NO_PAGE)
        for words in unsaid(ast.parse(file.read_text("utf-8")))
    ]
    assert found == []


def test_a_refusal_in_english_alone_is_found() -> None:
    assert [*unsaid(ast.parse('finding("W1", "hint", "Give a later day.")'))]
    assert [*unsaid(ast.parse('raise CannotDo(f"{name} is not on your list.")'))]
    assert [*unsaid(ast.parse('raise CannotDo("Give a day." if a else "Give a later day.")'))]
    assert [*unsaid(ast.parse('words = "No such day."'))]
    assert not [*unsaid(ast.parse('raise CannotDo(say("Give a later day."), field="later")'))]
    assert not [*unsaid(ast.parse('raise CannotDo("Give a later day.", field="later")'))]


def misfilled(tree: ast.AST) -> Iterator[str]:
    """Refusals whose words lack a field, or that are given something no field takes: a slip in
    `kind` or `typed` would go unseen."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in REFUSALS:
            continue
        words = node.args[0] if node.args else None
        if isinstance(words, ast.Constant):
            wanted = {name for _, name, _, _ in Formatter().parse(words.value) if name}
            given = {one.arg for one in node.keywords if one.arg} - OF_A_REFUSAL
            if wanted != given and all(one.arg for one in node.keywords):
                yield words.value


def test_every_refusal_is_filled_with_what_its_words_have() -> None:
    files = SOURCE.rglob("*.py")
    assert not [words for file in files for words in misfilled(ast.parse(file.read_text("utf-8")))]


def test_a_refusal_that_is_filled_wrongly_is_found() -> None:
    assert [*misfilled(ast.parse('CannotDo("{name} is not here.", nam=name)'))]
    assert [*misfilled(ast.parse('CannotDo("That is not here.", kinds="not_found")'))]
    assert not [*misfilled(ast.parse('CannotDo("{name} is not here.", name=a, kind="not_found")'))]


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

"""What the import contracts cannot say, read from each file's syntax tree."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "firststep"

MAY_IMPORT_DJANGO = re.compile(
    r"(^|/)(models|apps|settings|urls|wsgi|typed)\.py$|(^|/)rows(\.py$|/)|^journal/actions\.py$|"
    r"^(verbs|migrations|interfaces|accounts|snapshot)/|^plan/shown\.py$|"
    # Questions to the tables.
    r"^bringing/(comparing/(address_book|comparing)|reader/(reading_files|known_lists))\.py$|"
    r"^steps/people/(finding/|whom\.py|suppression\.py|employers/|ties/(in_touch|own_life)\.py|"
    r"same_person/(suggesting|namesakes)\.py)"
)
MAY_WRITE = re.compile(r"(^|/)rows(\.py$|/)|^(verbs|migrations)/|^(settings|journal/actions)\.py$")
DOORS = re.compile(r"^interfaces/|^__main__\.py$|^settings\.py$|^migrations/")
MAY_ASK_THE_CLOCK = ("journal/actions.py",)  # when an entry was recorded, never what is decided
MAY_LOAD_LATE = re.compile(r"^(interfaces|settings|__main__)")
HEAVY = {
    "phonenumbers", "nameparser", "cleanco", "rapidfuzz",
    "icalendar", "recurring_ical_events", "vobject",
    "resource",  # not on every system
}  # fmt: skip
CLOCK = {"today", "now", "utcnow", "localdate", "localtime", "time"}
CLOCK_OWNERS = {"date", "datetime", "timezone", "time"}
WRITES_ALWAYS = {"bulk_create", "bulk_update", "get_or_create", "update_or_create", "force_insert"}
WRITES_ON_ROWS = {"create", "update", "delete", "save"}
ROWS = {"objects", "_base_manager", "_default_manager", "filter", "exclude", "all"}
SQL_WRITES = re.compile(r"\s*(INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b", re.IGNORECASE)
BAD_FILES = {"utils", "helpers", "common", "services", "core", "base", "misc"}
BAD_FUNCTIONS = ("get_", "process_", "handle_")
GIVEN_BY_OTHERS = {"get_command", "process_exception"}  # click's and Django's own words
LINES_OF_A_FILE, LINES_OF_A_FUNCTION = 300, 40


def name_of(file: Path) -> str:
    return file.relative_to(SOURCE).as_posix()


def sources() -> list[tuple[str, str]]:
    """Every file but the migration, which is written by Django."""
    files = (file for file in sorted(SOURCE.rglob("*.py")) if "0001" not in file.name)
    return [(name_of(file), file.read_text()) for file in files]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return []


def django_outside_its_rooms(name: str, source: str) -> list[str]:
    if MAY_IMPORT_DJANGO.search(name):
        return []
    found = (m for node in ast.walk(ast.parse(source)) for m in imported(node))
    return [f"{name} imports {module}" for module in found if module.split(".")[0] == "django"]


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


def writing_outside_rows(name: str, source: str) -> list[str]:
    if MAY_WRITE.search(name):
        return []
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            verb, owner = node.func.attr, chain(node.func.value)
            on_rows = verb in WRITES_ON_ROWS and owner & ROWS
            if verb in WRITES_ALWAYS or on_rows or (verb == "save" and not node.args):
                found.append(f"{name}:{node.lineno} writes with {verb}()")
        sql = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if sql and SQL_WRITES.match(node.value):
            found.append(f"{name}:{node.lineno} writes with SQL")
    return found


def clock_below_the_doors(name: str, source: str) -> list[str]:
    if DOORS.search(name) or name in MAY_ASK_THE_CLOCK:
        return []
    return [
        f"{name}:{node.lineno} asks the clock"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCK
        and chain(node.func.value) & CLOCK_OWNERS
    ]


def late_imports(name: str, source: str) -> list[str]:
    found = []
    for function in functions(ast.parse(source)):
        for node in ast.walk(function):
            for module in imported(node):
                heavy = module.split(".")[0] in HEAVY
                if not heavy and not MAY_LOAD_LATE.search(name):
                    found.append(f"{name}:{getattr(node, 'lineno', 0)} imports {module} late")
    return found


def heavy_at_start(name: str, source: str) -> list[str]:
    top = (m for node in ast.parse(source).body for m in imported(node))
    return [f"{name} loads {m} at its start" for m in top if m.split(".")[0] in HEAVY]


def too_long(name: str, source: str) -> list[str]:
    lines = source.count("\n")
    found = [f"{name} has {lines} lines"] if lines > LINES_OF_A_FILE else []
    for function in functions(ast.parse(source)):
        said = function.body[0] if ast.get_docstring(function) else None
        words = (said.end_lineno or 0) - said.lineno + 1 if said else 0
        length = (function.end_lineno or 0) - function.lineno + 1 - words
        if length > LINES_OF_A_FUNCTION:
            found.append(f"{name}:{function.lineno} {function.name} has {length} lines")
    return found


def badly_named(name: str, source: str) -> list[str]:
    found = [f"{name} is named for nothing"] if Path(name).stem in BAD_FILES else []
    if "templatetags" in name:
        return found
    for function in functions(ast.parse(source)):
        if function.name.startswith(BAD_FUNCTIONS) and function.name not in GIVEN_BY_OTHERS:
            found.append(f"{name}:{function.lineno} {function.name}")
    return found


def hidden_control_flow(name: str, source: str) -> list[str]:
    """No signals, no save() overrides: what happens is read where it is called."""
    found = []
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if any("signals" in module for module in imported(node)):
            found.append(f"{name} uses signals")
        if isinstance(node, ast.ClassDef):
            own = {child.name for child in node.body if isinstance(child, ast.FunctionDef)}
            found += [f"{name}: {node.name}.{verb}()" for verb in own & {"save", "delete"}]
    return found


def shouting(name: str, source: str) -> list[str]:
    """No exclamation marks in words a person reads."""
    return [
        f"{name}:{node.lineno} {node.value[:60]!r}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"[a-z]!(\s|$)", node.value)
    ]


RULES = {
    "Only models, rows, verbs, load and the doors import Django": django_outside_its_rooms,
    "Only rows and verbs write": writing_outside_rows,
    "Nothing below the doors asks the clock": clock_below_the_doors,
    "Imports inside functions: heavy libraries, and the doors that start fast": late_imports,
    "Heavy libraries are loaded where they are used": heavy_at_start,
    "Files of 300 lines, functions of 40 besides what their docstring says": too_long,
    "Names say what a thing is": badly_named,
    "No signals, no save() overrides": hidden_control_flow,
    "No exclamation marks": shouting,
}
PLANTED = {
    django_outside_its_rooms: ("plan/planner.py", "from django.db import models\n"),
    writing_outside_rows: ("plan/planner.py", "def f(): Person.objects.filter(a=1).update(b=2)"),
    clock_below_the_doors: ("plan/planner.py", "def f(): return date.today()"),
    late_imports: ("plan/planner.py", "def f():\n    import json\n"),
    heavy_at_start: ("plan/planner.py", "import phonenumbers\n"),
    too_long: ("plan/planner.py", "def f():\n" + "    x = 1\n" * 41),
    badly_named: ("plan/utils.py", "def get_plan(): ..."),
    hidden_control_flow: ("steps/goal/models.py", "class A:\n    def save(self): ...\n"),
    shouting: ("plan/planner.py", "WORDS = 'Well done!'\n"),
}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_house_keeps_its_rule(rule: object) -> None:
    breaches = [breach for name, source in sources() for breach in rule(name, source)]  # type: ignore[operator]

    assert not breaches, "\n" + "\n".join(breaches)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_a_planted_breach_of_the_rule_is_seen(rule: object) -> None:
    name, source = PLANTED[rule]  # type: ignore[index]

    assert rule(name, source)  # type: ignore[operator]


def test_pages_and_wordings_do_not_shout() -> None:
    texts = [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.txt")]
    shouted = [
        f"{name_of(file)}: {match.group()}"
        for file in texts
        if "LICENSE" not in file.name
        for match in re.finditer(r"[^\n<]{,40}?[a-z]!(?=[\s<])", file.read_text())
    ]

    assert not shouted, "\n" + "\n".join(shouted)

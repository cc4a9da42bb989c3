"""Who may use Django, write, ask the clock and load heavy libraries."""

import ast
import re

from tests.architecture.sources import Source, chain, imported

MAY_IMPORT_DJANGO = re.compile(
    r"(^|/)(models|apps|settings|urls|wsgi|typed)\.py$|(^|/)rows(\.py$|/)|"
    r"^journal/(actions|turns|at_work)\.py$|"
    r"^(verbs|migrations|interfaces|accounts|snapshot|keeping)/|^plan/shown\.py$|"
    # Questions to the tables.
    r"^bringing/(comparing/(address_book|comparing)|reader/(reading_files|known_lists))\.py$|"
    r"^steps/people/(finding/|whom\.py|suppression\.py|employers/|ties/(in_touch|own_life)\.py|"
    r"same_person/(suggesting|namesakes)\.py)"
)
MAY_WRITE = re.compile(r"(^|/)rows(\.py$|/)|^(verbs|migrations)/|^(settings|journal/actions)\.py$")
DOORS = re.compile(r"^interfaces/|^__main__\.py$|^settings\.py$|^migrations/")
MAY_ASK_THE_CLOCK = ("journal/actions.py",)  # when an entry was recorded, never what is decided
LOOK_BEFORE = {
    "import_files",  # works for minutes, and looks again in its turn if somebody wrote meanwhile
    "understood",  # writes nothing
    "who_wrote",  # looks within the turn of who asks
    "forget",  # all but what follows its one entry
}
MAY_LOAD_LATE = re.compile(r"^(interfaces|settings|__main__)")
HEAVY = {
    "phonenumbers", "cleanco", "rapidfuzz", "babel",
    "dateutil", "icalendar", "recurring_ical_events", "mailparser_reply", "quotequail", "flufl",
    "fcntl", "resource",  # not on every system
}  # fmt: skip
CLOCK = {"today", "now", "utcnow", "localdate", "localtime", "time"}
CLOCK_OWNERS = {"date", "datetime", "timezone", "time"}
WRITES_ALWAYS = {"bulk_create", "bulk_update", "get_or_create", "update_or_create", "force_insert"}
WRITES_ON_ROWS = {"create", "update", "delete", "save"}
ROWS = {"objects", "_base_manager", "_default_manager", "filter", "exclude", "all"}
SQL_WRITES = re.compile(r"\s*(INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b", re.IGNORECASE)


def django_outside_its_rooms(source: Source) -> list[str]:
    if MAY_IMPORT_DJANGO.search(source.name):
        return []
    found = (module for node in source.nodes for module in imported(node))
    return [f"{source.name} imports {m}" for m in found if m.split(".")[0] == "django"]


def writing_outside_rows(source: Source) -> list[str]:
    if MAY_WRITE.search(source.name):
        return []
    found = []
    for node in source.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            verb, owner = node.func.attr, chain(node.func.value)
            on_rows = verb in WRITES_ON_ROWS and owner & ROWS
            if verb in WRITES_ALWAYS or on_rows or (verb == "save" and not node.args):
                found.append(f"{source.name}:{node.lineno} writes with {verb}()")
        sql = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if sql and SQL_WRITES.match(node.value):
            found.append(f"{source.name}:{node.lineno} writes with SQL")
    return found


def asks_the_clock(source: Source) -> list[str]:
    return [
        f"{source.name}:{node.lineno} asks the clock"
        for node in source.nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCK
        and chain(node.func.value) & CLOCK_OWNERS
    ]


def clock_below_the_doors(source: Source) -> list[str]:
    allowed = DOORS.search(source.name) or source.name in MAY_ASK_THE_CLOCK
    return [] if allowed else asks_the_clock(source)


def verb_out_of_turn(source: Source) -> list[str]:
    """What a verb decides it decides in its turn, or two at once decide the same."""
    if not source.name.startswith("verbs/"):
        return []
    return [
        f"{source.name}:{one.lineno} {one.name} looks before its turn"
        for one in source.tree.body
        if isinstance(one, ast.FunctionDef)
        and not one.name.startswith("_")
        and one.name not in LOOK_BEFORE
        and {"campaign", "stamp"} <= {a.arg for a in (*one.args.args, *one.args.kwonlyargs)}
        and not any(isinstance(by, ast.Name) and by.id == "in_turn" for by in one.decorator_list)
    ]


def late_imports(source: Source) -> list[str]:
    if MAY_LOAD_LATE.search(source.name):
        return []
    return [
        f"{source.name}:{getattr(node, 'lineno', 0)} imports {module} late"
        for function in source.functions
        for node in ast.walk(function)
        for module in imported(node)
        if module.split(".")[0] not in HEAVY
    ]


def heavy_at_start(source: Source) -> list[str]:
    top = (module for node in source.tree.body for module in imported(node))
    return [f"{source.name} loads {m} at its start" for m in top if m.split(".")[0] in HEAVY]

"""How long, how branching and how named a file and a function may be."""

import ast
import re
from pathlib import Path

from tests.architecture.sources import AnyFunction, Source, imported

BAD_FILES = {"utils", "helpers", "common", "services", "core", "base", "misc"}
NAMED_BY_OTHERS = {"keeping/base.py"}  # Django looks for the way to a database under this name
BAD_FUNCTIONS = ("get_", "process_", "handle_")
GIVEN_BY_OTHERS = {
    "get_command",
    "get_new_connection",
    "process_exception",
    *("handle_starttag", "handle_endtag", "handle_data"),
}  # click's, Django's and the page reader's own words
LINES_OF_A_FILE, LINES_OF_A_FUNCTION = 300, 40
BRANCHES, ARGUMENTS = 10, 6


def too_long(source: Source) -> list[str]:
    lines = source.text.count("\n")
    found = [f"{source.name} has {lines} lines"] if lines > LINES_OF_A_FILE else []
    for function in source.functions:
        said = function.body[0] if ast.get_docstring(function) else None
        words = (said.end_lineno or 0) - said.lineno + 1 if said else 0
        length = (function.end_lineno or 0) - function.lineno + 1 - words
        if length > LINES_OF_A_FUNCTION:
            found.append(f"{source.name}:{function.lineno} {function.name} has {length} lines")
    return found


def badly_named(source: Source) -> list[str]:
    found = [f"{source.name} is named for nothing"] if _is_bad(source.name) else []
    if "templatetags" in source.name:
        return found
    for function in source.functions:
        if function.name.startswith(BAD_FUNCTIONS) and function.name not in GIVEN_BY_OTHERS:
            found.append(f"{source.name}:{function.lineno} {function.name}")
    return found


def _is_bad(name: str) -> bool:
    return Path(name).stem in BAD_FILES and name not in NAMED_BY_OTHERS


def hidden_control_flow(source: Source) -> list[str]:
    """No signals, no save() overrides: what happens is read where it is called."""
    found = []
    for node in source.nodes:
        if any("signals" in module for module in imported(node)):
            found.append(f"{source.name} uses signals")
        if isinstance(node, ast.ClassDef):
            own = {child.name for child in node.body if isinstance(child, ast.FunctionDef)}
            found += [f"{source.name}: {node.name}.{verb}()" for verb in own & {"save", "delete"}]
    return found


def shouting(source: Source) -> list[str]:
    """No exclamation marks in words a person reads."""
    return [
        f"{source.name}:{node.lineno} {node.value[:60]!r}"
        for node in source.nodes
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"[a-z]!(\s|$)", node.value)
    ]


def digits_of_every_script(source: Source) -> list[str]:
    """`isdigit` and `isnumeric` also say yes to ² and 五, which `int` refuses: numbers from outside
    are read by `whole_number`."""
    return [
        f"{source.name}:{node.lineno} {node.attr}"
        for node in source.nodes
        if isinstance(node, ast.Attribute) and node.attr in ("isdigit", "isnumeric")
    ]


def too_branching(source: Source) -> list[str]:
    """Functions in which more than ten things are decided, by `file function`."""
    return [_key(source, one) for one in source.functions if branches(one) > BRANCHES]


def too_many_arguments(source: Source) -> list[str]:
    """Functions that take more than six things: a record says what belongs together."""
    return [_key(source, one) for one in source.functions if arguments(one) > ARGUMENTS]


def _key(source: Source, function: AnyFunction) -> str:
    return f"{source.name} {function.name}"


def branches(function: AnyFunction) -> int:
    """1, and 1 for each branch, loop, except, case, inline if, and/or, comprehension and its ifs.

    A function within stands for itself.
    """
    return 1 + sum(_weight(node) + _below(node) for node in ast.iter_child_nodes(function))


def _below(node: ast.AST) -> int:
    if isinstance(node, AnyFunction | ast.ClassDef):
        return 0
    return sum(_weight(child) + _below(child) for child in ast.iter_child_nodes(node))


def _weight(node: ast.AST) -> int:
    match node:
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.If() | ast.For() | ast.AsyncFor() | ast.While() | ast.IfExp():
            return 1
        case ast.ExceptHandler() | ast.match_case():
            return 1
        case _:
            return 0


def arguments(function: AnyFunction) -> int:
    """How many it takes by name; self and cls, *args and **fields are not counted."""
    named = [*function.args.posonlyargs, *function.args.args]
    own = bool(named) and named[0].arg in ("self", "cls")
    return len(named) + len(function.args.kwonlyargs) - own

"""What the import contracts cannot say, read from each file's syntax tree and from the imports.

Each rule is proven by a planted breach: one that cannot fail protects nothing.
"""

import ast
import copy
import re
from collections.abc import Callable

import pytest

from tests.architecture import floors, form, imports, listed, names, places
from tests.architecture.sources import SOURCE, TESTS, Source, sources, unlike

RULES: dict[str, Callable[[Source], list[str]]] = {
    "Only models, rows, verbs, load and the doors import Django": floors.django_outside_its_rooms,
    "Only rows and verbs write": floors.writing_outside_rows,
    "Nothing below the doors asks the clock": floors.clock_below_the_doors,
    "A verb looks, decides and writes in one turn": floors.verb_out_of_turn,
    "Imports inside functions: heavy libraries, and the doors that start fast": floors.late_imports,
    "Heavy libraries are loaded where they are used": floors.heavy_at_start,
    "Files of 300 lines, functions of 40 besides what their docstring says": form.too_long,
    "Names say what a thing is": form.badly_named,
    "No signals, no save() overrides": form.hidden_control_flow,
    "No exclamation marks": form.shouting,
    "A digit is one of 0 to 9": form.digits_of_every_script,
}
# Rules some functions do not keep yet: those stand in a list that only becomes shorter.
LISTED: dict[str, tuple[Callable[[Source], list[str]], frozenset[str]]] = {
    "At most ten branches in a function": (form.too_branching, listed.BRANCHING),
    "At most six arguments": (form.too_many_arguments, listed.MANY_ARGUMENTS),
}
BRANCHING = """
def f(a):
    if a and b or c:
        return [x for x in a if x] if a else None
    for one in a:
        try:
            match one:
                case 1: return 2
        except ValueError:
            while one: one = g(one)
"""
PLANTED = {
    floors.django_outside_its_rooms: ("plan/planner.py", "from django.db import models\n"),
    floors.writing_outside_rows: (
        "plan/planner.py",
        "def f(): Person.objects.filter(a=1).update(b=2)",
    ),
    floors.clock_below_the_doors: ("plan/planner.py", "def f(): return date.today()"),
    floors.verb_out_of_turn: ("verbs/thread/new.py", "def f(campaign, *, stamp): ..."),
    floors.late_imports: ("plan/planner.py", "def f():\n    import json\n"),
    floors.heavy_at_start: ("plan/planner.py", "import phonenumbers\n"),
    form.too_long: ("plan/planner.py", "def f():\n" + "    x = 1\n" * 41),
    form.badly_named: ("plan/utils.py", "def get_plan(): ..."),
    form.hidden_control_flow: ("steps/goal/models.py", "class A:\n    def save(self): ...\n"),
    form.digits_of_every_script: ("plan/planner.py", "def f(a): return any(map(str.isdigit, a))"),
    form.shouting: ("plan/planner.py", "WORDS = 'Well done!'\n"),
    form.too_branching: ("plan/planner.py", BRANCHING),
    form.too_many_arguments: ("plan/planner.py", "def f(a, b, c, *, d, e, f, g): ..."),
}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_house_keeps_its_rule(rule: Callable[[Source], list[str]]) -> None:
    breaches = [breach for source in sources() for breach in rule(source)]

    assert not breaches, "\n" + "\n".join(breaches)


@pytest.mark.parametrize("rule", LISTED)
def test_what_does_not_keep_a_rule_yet_is_listed_and_nothing_else(rule: str) -> None:
    finds, allowed = LISTED[rule]
    found = [breach for source in sources() for breach in finds(source)]

    assert not unlike(found, allowed), "\n" + "\n".join(unlike(found, allowed))


@pytest.mark.parametrize("rule", PLANTED, ids=lambda rule: rule.__name__)
def test_a_planted_breach_of_the_rule_is_seen(rule: Callable[[Source], list[str]]) -> None:
    assert rule(Source(*PLANTED[rule]))


def test_all_that_branches_is_counted_and_a_function_within_stands_for_itself() -> None:
    planted, within = BRANCHING, f"def g():\n{BRANCHING.replace(chr(10), chr(10) + '    ')}"

    assert form.branches(Source("a.py", planted).functions[0]) == 11
    assert form.branches(Source("a.py", within).functions[0]) == 1


def test_a_list_of_exceptions_may_not_hold_what_keeps_the_rule() -> None:
    assert unlike({"a"}, {"a", "b"}) == ["b: keeps the rule by now, so take it out of the list"]
    assert unlike({"a", "c"}, {"a"}) == ["c: not listed"]


def test_what_is_called_pure_reaches_no_django_no_network_and_no_clock() -> None:
    outside = imports.OUTSIDE | imports.asking_the_clock()

    breaches = imports.impure(imports.graph(), imports.called_pure(), outside)

    assert not breaches, "\n" + "\n".join(breaches)


def test_every_module_that_says_it_is_pure_is_checked() -> None:
    said = Source("steps/people/new.py", '"""What is new. Pure."""\n')
    room = Source("learn/new.py", '"""What is new."""\n')
    other = Source("steps/people/other.py", '"""What is other."""\n')

    assert imports.called_pure([said, room, other]) == [said.module, room.module]


@pytest.mark.parametrize("outside", ["django", "socket", "firststep.interfaces.opening"])
def test_what_is_impure_through_a_third_module_is_seen(outside: str) -> None:
    graph = copy.deepcopy(imports.graph())
    pure, third = "firststep.plan.gain", "firststep.facts.text"
    graph.add_import(importer=pure, imported=third)
    graph.add_import(importer=third, imported=outside)

    assert f"{pure} → {third} → {outside}" in imports.impure(graph, [pure], {outside})


def test_no_module_needs_one_that_needs_it() -> None:
    assert not imports.circles(imports.graph())


def test_a_planted_circle_is_seen() -> None:
    graph = copy.deepcopy(imports.graph())
    graph.add_import(importer="firststep.facts.text", imported="firststep.plan.planner")

    assert {"firststep.facts.text", "firststep.plan.planner"} <= {*imports.circles(graph)}


def test_a_name_defined_twice_says_why() -> None:
    found = names.defined_twice(sources())
    breaches = unlike(found, {*listed.ONE_NAME, *listed.NOT_YET_TOLD_APART})

    assert not breaches, "\n".join(["", *breaches, *(f"{n}: {found.get(n)}" for n in found)])
    assert not {*listed.ONE_NAME} & listed.NOT_YET_TOLD_APART


@pytest.mark.parametrize(
    ("one", "other", "twice"),
    [
        ("facts/a.py", "plan/b.py", True),
        ("bringing/formats/a.py", "bringing/formats/b.py", False),  # FORMAT: built alike
        ("verbs/a.py", "interfaces/answers/b.py", False),  # one verb, one name
        ("verbs/a.py", "verbs/b.py", True),
        ("verbs/a.py", "plan/b.py", True),
    ],
)
def test_a_planted_second_meaning_is_seen(one: str, other: str, twice: bool) -> None:
    text = "FORMAT: int = 1\n" if "formats" in one else "def said(): ..."

    assert bool(names.defined_twice([Source(one, text), Source(other, text)])) is twice


def test_every_test_stands_where_its_source_stands() -> None:
    modules = [source.module for source in sources()]
    tests = {file.relative_to(TESTS).as_posix(): file for file in TESTS.rglob("test_*.py")}
    breaches = [
        breach
        for name, file in sorted(tests.items())
        for breach in places.misplaced(name, ast.parse(file.read_text()), modules)
    ]

    assert not breaches, "\n" + "\n".join(breaches)


@pytest.mark.parametrize(
    ("test", "wrong"),
    [
        ("plan/test_gain.py", False),  # the twin of plan/gain.py
        ("facts/test_a_sentence.py", False),  # of the room it uses
        ("plan/test_a_sentence.py", True),
        ("planning/test_gain.py", True),
        ("test_gain.py", True),
    ],
)
def test_a_misplaced_test_is_seen(test: str, wrong: bool) -> None:
    tree = ast.parse("from firststep.facts.text import fold\n")
    modules = [source.module for source in sources()]

    assert bool(places.misplaced(test, tree, modules)) is wrong


def test_pages_and_wordings_do_not_shout() -> None:
    texts = [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.txt")]
    shouted = [
        f"{file.relative_to(SOURCE)}: {match.group()}"
        for file in texts
        if "LICENSE" not in file.name
        for match in re.finditer(r"[^\n<]{,40}?[a-z]!(?=[\s<])", file.read_text())
    ]

    assert not shouted, "\n" + "\n".join(shouted)

"""What the graph of imports shows: circles, and whether what is called pure is pure.

Imports for types alone count like any other.
"""

from collections.abc import Collection, Iterable
from functools import cache

import grimp

from tests.architecture.floors import asks_the_clock
from tests.architecture.sources import Source, sources

# Besides every module that says so: rooms in which all is pure, but what is named.
PURE_ROOMS = (
    "facts", "errors", "learn", "plan", "outlook", "snapshot.draft_facts", "bringing.formats",
    "steps.outreach.drafting", "steps.outreach.language", "steps.outreach.review",
    "steps.outreach.telling",
    "steps.outreach.wordings",
)  # fmt: skip
NOT_PURE = ("firststep.plan.shown", "firststep.plan.ways_in")  # load, plan and remember
OUTSIDE = {
    "django", "socket", "ssl", "http", "urllib", "smtplib", "imaplib", "poplib", "ftplib",
    "asyncio", "requests",
}  # fmt: skip


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(
        "firststep", include_external_packages=True, exclude_type_checking_imports=False,
        cache_dir=None,
    )  # fmt: skip


def called_pure(files: Iterable[Source] | None = None) -> list[str]:
    """The modules that say "Pure", and all of the pure rooms."""
    rooms = tuple(f"firststep.{room}" for room in PURE_ROOMS)
    return [
        one.module
        for one in files or sources()
        if one.module not in NOT_PURE and (one.says("Pure") or _within(one.module, rooms))
    ]


def _within(module: str, rooms: Collection[str]) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def asking_the_clock() -> set[str]:
    return {one.module for one in sources() if asks_the_clock(one)}


def impure(
    imports: grimp.ImportGraph, modules: Iterable[str], outside: Collection[str]
) -> list[str]:
    """The modules that reach something outside, also through others, each with the way there."""
    found = []
    for module in modules:
        for thing in sorted({module, *imports.find_upstream_modules(module)} & {*outside}):
            way = imports.find_shortest_chain(module, thing) or (module,)
            found.append(" → ".join(way))
    return found


def circles(imports: grimp.ImportGraph) -> list[str]:
    """Modules that need each other, directly or by way of others."""
    inside = {module for module in imports.modules if module.startswith("firststep")}
    return sorted(
        module
        for module in inside
        if any(
            module in imports.find_upstream_modules(other)
            for other in imports.find_modules_directly_imported_by(module) & inside
        )
    )

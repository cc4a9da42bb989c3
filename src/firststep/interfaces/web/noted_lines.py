"""Lines of what was noted, for reading: where each leads, and the days they stand under."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from firststep.keeping.kept_query import KeptQuery
from firststep.steps.goal.models import Company
from firststep.steps.outreach.models import Touch
from firststep.steps.people.finding.many_ids import among_given, ids_parameter
from firststep.steps.people.models import Person


def _those_of(model: type[Person] | type[Company]) -> KeptQuery[int]:
    """Which of some rows are still there."""
    there = model._base_manager.all()
    return KeptQuery(lambda: there.filter(pk__in=among_given("rows")).values_list("pk", flat=True))


_ROOMS = {
    "person": ("/people/", _those_of(Person)), "company": ("/companies/", _those_of(Company)),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedLine:
    """One entry; `touches` are what can be corrected of it."""

    words: str
    on: date | None
    link: str = ""
    tag: str = ""
    touches: tuple[Touch, ...] = ()
    moved_to: date | None = None  # where it counts for another day by now
    newest: bool = False  # undo takes this one back


def under_days(lines: Iterable[NotedLine]) -> list[tuple[date | None, list[NotedLine]]]:
    """Neighbours of one day under one heading."""
    days: list[tuple[date | None, list[NotedLine]]] = []
    for line in lines:
        if not days or days[-1][0] != line.on:
            days.append((line.on, []))
        days[-1][1].append(line)
    return days


def links_to(about: Iterable[str]) -> dict[str, str]:
    """Where what an entry is about (`person:12`) stands; nothing for what is gone."""
    keys: defaultdict[str, set[int]] = defaultdict(set)
    for one in about:
        what, _, key = one.partition(":")
        if what in _ROOMS:
            keys[what].add(int(key))
    found = {}
    for what, wanted in keys.items():
        room, there = _ROOMS[what]
        for row in there(rows=ids_parameter(wanted)):
            found[f"{what}:{row}"] = f"{room}{row}"
    return found

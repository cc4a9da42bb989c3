"""Questions about somebody's own work (M6.2): from a table, by what they do, in a stable order."""

from collections import defaultdict
from functools import cache

from firststep.facts.text import table_beside
from firststep.steps.outreach.drafting.names import department_said
from firststep.steps.people.titles.decision_makers import runs_department, sits_in
from firststep.steps.people.titles.recruiters import recruits

AT_AN_EVENT = "event"


def suits(title: str, department: str) -> str:
    """Under which heading of the table somebody of that title stands."""
    if department and runs_department(title, department):
        return "head"
    if recruits(title):
        return "recruiter"
    return "doer" if department and sits_in(title, department) else "anyone"


def questions(heading: str, *, department: str, seed: int, count: int) -> tuple[str, ...]:
    """So many questions of a heading; another `seed` begins elsewhere in them. Where no department
    is chosen yet, those that name it are left out."""
    known = [
        one.format(department=department_said(department))
        for one in _table()[heading]
        if department or "{department}" not in one
    ]
    return tuple(known[(seed + n) % len(known)] for n in range(min(count, len(known))))


@cache
def _table() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    heading = ""
    for line in table_beside(__file__, "questions"):
        if line.startswith("<"):
            heading = line.strip("<>")
        elif line:
            found[heading].append(line)
    return found

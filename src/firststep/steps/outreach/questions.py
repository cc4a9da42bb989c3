"""Questions about somebody's own work (M6.2): from a table, by what they do, in a stable order."""

from collections import defaultdict
from functools import cache

from firststep.facts.text import table_beside
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
        one.format(department=in_a_sentence(department))
        for one in _table()[heading]
        if department or "{department}" not in one
    ]
    return tuple(known[(seed + n) % len(known)] for n in range(min(count, len(known))))


def in_a_sentence(department: str) -> str:
    """A department within a sentence: "purchasing"; "IT" and "HR" keep their letters."""
    words = department.split()
    return " ".join(word if word[1:] != word[1:].lower() or len(word) < 3 else word.lower()
                    for word in words)  # fmt: skip


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

"""Which employers fit the goal: where the seeker's department has people they know. Pure.

Source: method M1.2, the list of companies where that work is done.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

MOST = 20  # suggestions; more is a list nobody reads
_RUNS = {"exact": 5, "strong": 3, "weak": 1}  # what a title that runs the department weighs


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """An employer in the address book, with the present titles that touch the department.

    `running` are titles that run it with how surely, `sitting` all others in it.
    """

    company_id: int
    name: str
    people: int
    running: tuple[tuple[str, str], ...] = ()
    sitting: tuple[str, ...] = field(default=())
    noted: tuple[str, ...] = ()  # why the seeker took note of it themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An employer worth a place on the list, and why."""

    company_id: int
    name: str
    people: int
    why: str


def best_fitting(
    employers: Iterable[Employer], department: str, *, most: int = MOST
) -> list[Suggestion]:
    """The employers that fit best: who runs the department there first, then how many sit in it.

    What the seeker noted themselves (follows, saved jobs, applications) weighs like a weak head.
    Employers with neither are left out. Ties go by name, then id.
    """
    fitting = [e for e in employers if e.running or e.sitting or e.noted]
    fitting.sort(key=lambda e: (-_weight(e), e.name.casefold(), e.company_id))
    return [
        Suggestion(company_id=e.company_id, name=e.name, people=e.people, why=_why(e, department))
        for e in fitting[:most]
    ]


def _weight(employer: Employer) -> int:
    running = sum(_RUNS[sureness] for _, sureness in employer.running)
    return 2 * running + len(employer.sitting) + 2 * len(employer.noted)


def _why(employer: Employer, department: str) -> str:
    parts = []
    if employer.running:
        best = min(employer.running, key=lambda r: (-_RUNS[r[1]], r[0]))
        parts.append(f'You know "{best[0]}" there.')
    n = len(employer.running) + len(employer.sitting)
    who = "1 person you know works" if n == 1 else f"{n} people you know work"
    if n:
        parts.append(f"{who} in {department} there.")
    parts.extend(employer.noted)
    return " ".join(parts)

"""The interviews of a campaign, as they stand on a day."""

from collections.abc import Iterable
from datetime import date, time
from operator import attrgetter

from firststep.facts.habits import InterviewFacts
from firststep.snapshot.logs import FetchedRow


def interviews_told(
    rows: Iterable[FetchedRow], practised: Iterable[FetchedRow], *, today: date
) -> tuple[InterviewFacts, ...]:
    """Those that were not called off, by day, with who sits there and when one practised last for
    that company. A row each for whoever sits there, as the question about habits finds it."""
    last: dict[int, date] = {}
    for _, _, _, _, on, company, *_ in practised:
        last[company] = max(on, last.get(company, on))
    found: dict[int, InterviewFacts] = {}
    for key, person, clock, _, on, company, _, held_on, off_on in sorted(rows, key=_in_order):
        if off_on is not None and off_on <= today:
            continue
        held = held_on if held_on is not None and held_on <= today else None
        at = time.fromisoformat(clock) if clock else None
        one = found.setdefault(key, InterviewFacts(key, company, on, at, held, last.get(company)))
        if person is not None:
            found[key] = one._replace(people=(*one.people, person))
    return tuple(sorted(found.values(), key=attrgetter("on", "id")))


def _in_order(row: FetchedRow) -> tuple[int, int]:
    """By interview, then as people were named."""
    return row[0], row[6] or 0

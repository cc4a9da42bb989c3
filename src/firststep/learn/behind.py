"""What stands behind each figure of Progress: whom it counts and by which line (P-d). Pure.

A figure and what stands behind it are counted by the same rules, so they cannot part.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from firststep.facts.belief import PRIORS
from firststep.facts.line_kinds import REQUESTS, SETTLING, LogKind
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import ApproachFacts, LogLine, Snapshot
from firststep.learn.funnel import (
    StageName,
    hiring,
    loose_touches,
    reaching,
    route_of,
)
from firststep.learn.funnel import stages as stages_of
from firststep.learn.in_time import Owing, fell_due, follow_ups, owed_thanks
from firststep.learn.progress import kinds_of_person, verdicts

OF_PEOPLE: tuple[StageName, ...] = ("touched", "answered", "agreed", "talked")
KINDS_OF_PERSON = ("friend", "insider", "decision_maker")


class Behind(NamedTuple):
    """One that a figure counts. `order` is that of recording, 0 where no line of this round tells
    it; `kind` what the line tells; `good` whether it counts as a yes, or as in time."""

    person_id: int | None
    company_id: int | None
    on: date | None
    order: int = 0
    kind: LogKind | None = None
    good: bool = True


def behind(
    figure: str,
    snapshot: Snapshot,
    *,
    today: date,
    silent: Collection[int],
    book: Playbook,
    route: str = "",
) -> tuple[Behind, ...]:
    """Whom a figure counts, the newest first (`figure` is one of FIGURES). `route` leaves of
    people (`OF_PEOPLE`) those who came by it."""
    asked = _Asked(figure, snapshot, today, silent, book, route)
    found = next(counts(asked) for figures, counts in _COUNTS if figure in figures)
    return tuple(sorted(found, key=lambda one: (one.on or date.min, one.order), reverse=True))


def first_touched(snapshot: Snapshot, today: date) -> list[date]:
    """The day each person touched was touched for the first time."""
    asked = _Asked("touched", snapshot, today, (), DEFAULT, "")
    return [one.on for one in _came(asked) if one.on]


class _Asked(NamedTuple):
    figure: str
    snapshot: Snapshot
    today: date
    silent: Collection[int]
    book: Playbook
    route: str


def _of_kind(asked: _Asked) -> Iterator[Behind]:
    touched = {one.person_id or 0: one for one in _came(asked._replace(figure="touched"))}
    kinds = kinds_of_person(asked.snapshot, touched)
    return (touched[key] for key, kind in kinds.items() if kind == asked.figure)


def _came(asked: _Asked) -> Iterable[Behind]:
    """Each person once, with the first line that brought them there."""
    today = asked.today
    first: dict[int, Behind] = {}
    for person, line in _lines(asked):
        one = _of_line(person, line)
        first[person] = min(first.get(person, one), one, key=lambda x: (x.on or today, x.order))
    if asked.figure == "touched" and not asked.route:
        for loose in loose_touches(asked.snapshot, today):
            first.setdefault(loose.person_id, Behind(loose.person_id, None, loose.on))
    return first.values()


def _lines(asked: _Asked) -> Iterator[tuple[int, LogLine]]:
    for approach in asked.snapshot.approaches.values():
        person = asked.snapshot.people.get(approach.person_id or 0)
        if person is not None and asked.route in ("", route_of(approach, person)):
            for line in reaching(approach.log, asked.today):
                if asked.figure in {*stages_of(approach, line)}:
                    yield person.id, line


def _companies(asked: _Asked) -> Iterator[Behind]:
    for company in asked.snapshot.companies.values():
        if asked.figure in {*hiring(company)}:
            yield Behind(None, company.id, company.staged_on)


def _settled(asked: _Asked) -> Iterator[Behind]:
    for approach, person, yes in verdicts(asked.snapshot, asked.today, asked.silent):
        if route_of(approach, person) == asked.figure:
            yield _of_line(person.id, _deciding(approach, asked.today), good=yes)


def _deciding(approach: ApproachFacts, today: date) -> LogLine:
    """The talk, else the newest yes or no, else the last that stayed without an answer."""
    log = [line for line in reversed(approach.log) if line.on <= today]
    kinds = ({"held"}, SETTLING, REQUESTS)
    return next(line for these in kinds for line in log if line.kind in these)


def _followed_up(asked: _Asked) -> Iterator[Behind]:
    return _fell_due(asked, follow_ups(asked.book))


def _thanked(asked: _Asked) -> Iterator[Behind]:
    return _fell_due(asked, owed_thanks(asked.snapshot.calendar))


def _fell_due(asked: _Asked, what: Owing) -> Iterator[Behind]:
    for fell in fell_due(asked.snapshot, asked.today, what):
        yield _of_line(fell.person_id, fell.line, good=fell.in_time)


def _of_line(person: int | None, line: LogLine, *, good: bool = True) -> Behind:
    return Behind(person, None, line.on, line.order, line.kind, good)


_COUNTS: tuple[tuple[Collection[str], Callable[[_Asked], Iterable[Behind]]], ...] = (
    (OF_PEOPLE, _came),
    (("interview", "job_offer"), _companies),
    (KINDS_OF_PERSON, _of_kind),
    (PRIORS, _settled),
    (("follow_up",), _followed_up),
    (("thanks",), _thanked),
)
FIGURES: tuple[str, ...] = tuple(name for figures, _counts in _COUNTS for name in figures)

"""30,000 connections against 1,000 targets, against reading each name once and comparing blocks.

Beside it: how well companies and doubles are told in invented books with known answers.
"""

import sys
import time
from pathlib import Path
from random import Random

from figures import Figure, in_turn, ratio

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

CONNECTIONS, TARGETS = 30_000, 1_000
SEEDS = (901, 907, 911)


def scene() -> tuple[list[str], list["object"]]:
    """The employers of 30,000 connections as written, and the targets."""
    from tests.steps.goal.companies.truth_companies import some_cases, some_targets

    random = Random(1)
    targets = some_targets(random, TARGETS)
    _, cases = some_cases(3, targets=TARGETS, many=CONNECTIONS // 2)
    written = [case.written for case in cases]
    return random.choices(written, k=CONNECTIONS), list(targets)


def measure() -> list[Figure]:
    from rapidfuzz.fuzz import ratio as likeness

    from firststep.steps.goal.companies import matching as company_matching
    from firststep.steps.goal.companies.names import name_parts

    written, targets = scene()
    distinct = list(dict.fromkeys(written))

    def ours() -> None:
        name_parts.cache_clear()
        index = company_matching.TargetIndex(targets)  # type: ignore[arg-type]
        found = {name: index.match(name) for name in distinct}
        sum(found[name] is not None for name in written)

    def plain() -> None:
        """Every distinct name normalised once, and rapidfuzz within the first three letters."""
        name_parts.cache_clear()
        blocks: dict[str, list[str]] = {}
        for target in targets:
            key = name_parts(target.name).key  # type: ignore[attr-defined]
            blocks.setdefault(key[:3], []).append(key)
        for name in distinct:
            key = name_parts(name).key
            for other in blocks.get(key[:3], ()):
                likeness(other, key)

    mine, theirs = in_turn(5, ours, plain)
    detail = f"{len(distinct)} distinct names, {TARGETS} targets"
    return [
        ratio("matching 30,000 connections", mine, theirs, of=detail),
        *told_apart(),
        doubles_of_many(),
    ]


def told_apart() -> list[Figure]:
    """Shares that must not be higher: what was sure and wrong, and what was missed."""
    from tests.steps.goal.companies import truth_companies
    from tests.steps.people.same_person import truth_people

    houses = [truth_companies.figures(seed) for seed in SEEDS]
    people = [truth_people.figures(seed) for seed in SEEDS]
    return [
        Figure("companies: wrong", max(1 - f.precision for f in houses), unit=""),
        Figure("companies: missed", max(1 - f.recall for f in houses), unit=""),
        Figure("doubles: joined wrongly", max(f.automatic_wrong for f in people), unit=""),
        Figure("doubles: suggested wrongly", max(1 - f.precision for f in people), unit=""),
        Figure("doubles: missed", max(1 - f.recall for f in people), unit=""),
    ]


def doubles_of_many() -> Figure:
    """Ten times the people, of as many names: there are more namesakes to compare too."""
    from firststep.steps.people.same_person.duplicates import duplicates
    from tests.steps.people.same_person.truth_people import a_book

    taken = []
    for people in (9_000, 90_000):
        book = a_book(5, people=people, planted=people // 10)
        began = time.perf_counter()
        duplicates(book.people)
        taken.append(time.perf_counter() - began)
    detail = f"{taken[1]:.1f} s for {len(book.people):,} people"
    return Figure("doubles: ten times the people", taken[1] / taken[0], detail)

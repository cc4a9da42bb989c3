"""All favours as of a day, told from the rows a snapshot is made of. Asks nothing more."""

from collections.abc import Mapping, Sequence

from firststep.facts.habits import FavourFacts
from firststep.facts.snapshot import PersonFacts
from firststep.habits.favours.reckoning import DONE_FOR, HELPFUL, KeptFavour, reckoned
from firststep.snapshot.logs import RowsByKey


def favours_told(
    kept: Sequence[KeptFavour],
    touches: RowsByKey,
    outcomes: RowsByKey,
    people: Mapping[int, PersonFacts],
) -> tuple[FavourFacts, ...]:
    """Those written down, and those the log tells of, the oldest first."""
    every = touches.values()
    done = [(row[1], row[3], row[4]) for row in every if row[3] in DONE_FOR and not row[6]]
    helpful = {row[1]: row for row in outcomes.values() if row[3] in HELPFUL}
    helped = [
        (row[0], row[1], answer[3], answer[4], _name(answer[7], people))
        for touch, answer in helpful.items()
        if (row := touches.get(touch))
    ]
    return reckoned(kept, done, helped)


def _name(person: int | None, people: Mapping[int, PersonFacts]) -> str | None:
    found = people.get(person or 0)
    return found.name if found else None

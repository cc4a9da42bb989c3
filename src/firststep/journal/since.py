"""What was written since one looked: the rows that entries changed, by their tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from firststep.journal.actions import BROUGHT_BACK
from firststep.journal.models import Entry

NAMED_AT_MOST = 500  # rows of one table: more are told as the whole of it
# By table the keys of the rows that were written to; None for more than are worth to be named.
Changed = Mapping[str, frozenset[int] | None]
# Verbs that write more than their entry remembers: none of them is ever taken back.
NOT_ALL_TOLD = frozenset({"init", "forget", "restore", "import undo", "merge undo"})


class Standing(NamedTuple):
    """Where a journal stands: its revision, when that entry was recorded, and the mark of the
    database. The last two tell it from another journal that was put in its place."""

    revision: int
    recorded_at: datetime | None
    mark: str = ""


class _Written(NamedTuple):
    revision: int
    recorded_at: datetime
    verb: str
    door: str
    undone: int | None  # the revision that took it back
    before: list[Any]
    made: list[Any]

    @property
    def tells_all(self) -> bool:
        return self.verb not in NOT_ALL_TOLD and self.door != BROUGHT_BACK

    @property
    def runs(self) -> Iterator[tuple[str, int, int]]:
        """Its rows as runs of keys, by their tables."""
        yield from ((table, key, key) for table, key, _ in self.before)
        yield from ((table, first, last) for table, first, last in self.made)

    def is_since(self, seen: Standing) -> bool:
        """Written, or taken back."""
        return max(self.revision, self.undone or 0) > seen.revision


def changed_since(campaign: int, seen: Standing) -> Changed | None:
    """The rows that any entry since that moment changed, by what it wrote or took back.

    None where entries do not tell it all, or the moment is none of this journal.
    """
    entries = _entries(campaign, seen)
    if seen.recorded_at is not None and all(entry[:2] != seen[:2] for entry in entries):
        return None
    since = [entry for entry in entries if entry.is_since(seen)]
    if not all(entry.tells_all for entry in since):
        return None
    return _by_table(run for entry in since for run in entry.runs)


def _by_table(runs: Iterable[tuple[str, int, int]]) -> Changed:
    found: dict[str, set[int]] = defaultdict(set)
    for table, first, last in runs:
        found[table].update(range(first, min(last, first + NAMED_AT_MOST) + 1))
    return {
        table: frozenset(keys) if len(keys) <= NAMED_AT_MOST else None
        for table, keys in found.items()
    }


def _entries(campaign: int, seen: Standing) -> list[_Written]:
    """That one, those since, and those taken back since."""
    mine = Entry.objects.filter(campaign=campaign)
    taken_back = mine.filter(undone_by__revision__gt=seen.revision)
    rows = mine.filter(revision__gte=seen.revision) | taken_back
    fields = ("revision", "recorded_at", "verb", "door", "undone_by__revision", "before", "made")
    return [_Written(*row) for row in rows.values_list(*fields)]

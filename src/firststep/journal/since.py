"""What was written since one looked: the tables that entries changed rows of."""

from datetime import datetime
from typing import Any, NamedTuple

from firststep.journal.actions import BROUGHT_BACK
from firststep.journal.models import Entry

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
    def tables(self) -> frozenset[str]:
        return frozenset(table for table, *_ in (*self.before, *self.made))

    def is_since(self, seen: Standing) -> bool:
        """Written, or taken back."""
        return max(self.revision, self.undone or 0) > seen.revision


def changed_since(campaign: int, seen: Standing) -> frozenset[str] | None:
    """The tables that any entry since that moment changed a row of, by what it wrote or took back.

    None where entries do not tell it all, or the moment is none of this journal.
    """
    entries = _entries(campaign, seen)
    if seen.recorded_at is not None and all(entry[:2] != seen[:2] for entry in entries):
        return None
    since = [entry for entry in entries if entry.is_since(seen)]
    if not all(entry.tells_all for entry in since):
        return None
    return frozenset().union(*(entry.tables for entry in since))


def _entries(campaign: int, seen: Standing) -> list[_Written]:
    """That one, those since, and those taken back since."""
    mine = Entry.objects.filter(campaign=campaign)
    taken_back = mine.filter(undone_by__revision__gt=seen.revision)
    rows = mine.filter(revision__gte=seen.revision) | taken_back
    fields = ("revision", "recorded_at", "verb", "door", "undone_by__revision", "before", "made")
    return [_Written(*row) for row in rows.values_list(*fields)]

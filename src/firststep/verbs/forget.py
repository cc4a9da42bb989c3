"""Forgetting one person everywhere (P-h)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import Q

from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.finding import find_person
from firststep.steps.people.models import Person

FORGOTTEN = "Something about a person you asked to forget."
# The columns by which rows point at a person.
POINTERS = frozenset({"person_id", "other_id", "holder_id", "via_id", "named_id"})
BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How many rows of each table went, by the table's name."""

    removed: dict[str, int]


def forget(campaign: Campaign, *, stamp: Stamp, person: str) -> Forgotten:
    """Removes a person with all that hangs on them, also from what the journal remembers.

    Only the keyed hash of a do-not-contact stays. It cannot be undone, nor what came before it.
    """
    found = find_person(campaign, person)
    _overwrite_what_goes(campaign)
    with recording(campaign, stamp, verb="forget", words="You forgot a person.") as change:
        traces = _traces(found)
        houses = set(found.positions.values_list("company_id", flat=True))
        key = found.pk
        _, removed = found.delete()
        _drop_lonely(change, houses)
        _empty_memory(change, key, traces)
    return Forgotten(
        removed={name.partition(".")[2].lower(): n for name, n in sorted(removed.items()) if n}
    )


def _overwrite_what_goes(campaign: Campaign) -> None:
    """SQLite leaves deleted text in the file unless told to overwrite it."""
    connection = connections[campaign._state.db or "default"]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def _traces(person: Person) -> frozenset[str]:
    """The texts that name this person, as they may stand in the journal's words."""
    ways = person.addresses.values_list("value", "key")
    texts = {person.name, person.linkedin or "", *(text for way in ways for text in way)}
    return frozenset(text for text in texts if text)


def _drop_lonely(change: Recording, houses: Iterable[int]) -> None:
    """Employers known through this person alone tell where they worked: they go too."""
    lonely = Company.objects.filter(
        Q(matched_to__isnull=True) | Q(matched_to__confirmed_on=None, matched_to__refused_on=None),
        campaign=change.campaign,
        pk__in=list(houses),
        targeted_on=None,
        positions=None,
        import_id__isnull=True,
    )
    for company in list(lonely.distinct()):
        company.delete()


def _empty_memory(change: Recording, key: int, traces: frozenset[str]) -> None:
    """Takes the person out of every entry; those are never taken back any more (F13)."""
    entries = Entry.objects.filter(campaign=change.campaign).order_by("id")
    changed: list[Entry] = []
    for entry in entries.iterator(chunk_size=BATCH):
        before = [row for row in entry.before if not _is_about(row, key, traces)]
        named = entry.about == f"person:{key}" or _holds(entry.words, traces)
        if named or len(before) != len(entry.before):
            entry.before = before
            entry.words = FORGOTTEN if named else entry.words
            entry.about = "" if named else entry.about
            changed.append(entry)
    Entry.objects.bulk_update(changed, ["before", "words", "about"], batch_size=BATCH)


def _is_about(row: list[Any], key: int, traces: frozenset[str]) -> bool:
    model, pk, image = row
    if model == "Person" and pk == key:
        return True
    if not image:
        return False
    if any(image.get(pointer) == key for pointer in POINTERS):
        return True
    return any(isinstance(value, str) and _holds(value, traces) for value in image.values())


def _holds(text: str, traces: frozenset[str]) -> bool:
    low = text.casefold()
    return any(trace.casefold() in low for trace in traces)

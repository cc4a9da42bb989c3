"""Forgetting one person everywhere (P-h)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import Q
from django.db.models.deletion import Collector

from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.finding import find_person
from firststep.steps.people.models import Person

FORGOTTEN = "Something about a person you asked to forget."
# The columns by which rows point at a person.
POINTERS = frozenset({"person_id", "one_id", "other_id", "holder_id", "via_id", "named_id"})
BATCH = 500
Row = tuple[str, int]  # the table and the key


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
        merged = _merged_into(change, found.pk)
        traces = _traces(found).union(*(_texts(image) for image in merged.values()))
        houses = set(found.positions.values_list("company_id", flat=True))
        keys = frozenset({found.pk, *merged})
        rows = _going(found) | {("Person", key) for key in merged}
        for table, pk, image in _remembered(change, keys):
            rows.add((table, pk))
            houses |= {image["company_id"]} if image.get("company_id") else set()
        _, removed = found.delete()
        rows |= _drop_lonely(change, houses)
        _empty_memory(change, keys, rows, traces)
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


def _merged_into(change: Recording, key: int) -> dict[int, dict[str, Any]]:
    """Who was merged into the person, by id, with what the journal still knows of them."""
    found: dict[int, dict[str, Any]] = {}
    merges = Entry.objects.filter(campaign=change.campaign, verb="merge", undone_by=None)
    for about, before in merges.order_by("-revision").values_list("about", "before"):
        if about in {f"person:{one}" for one in (key, *found)}:
            found |= {pk: image for table, pk, image in before
                      if table == "Person" and image and "known_since" in image and pk != key
                      and about != f"person:{pk}"}  # fmt: skip
    return found


def _texts(image: dict[str, Any]) -> frozenset[str]:
    """The name and the profile in a remembered picture of a person."""
    return frozenset(text for text in (image["name"], image.get("linkedin")) if text)


def _going(person: Person) -> set[Row]:
    """Every row that goes with the person."""
    collector = Collector(using=person._state.db or "default")
    collector.collect([person])
    rows = {(model.__name__, row.pk) for model, found in collector.data.items() for row in found}
    for query in collector.fast_deletes:
        rows |= {(query.model.__name__, pk) for pk in query.values_list("pk", flat=True)}
    return rows


def _remembered(
    change: Recording, keys: frozenset[int]
) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """What the journal remembers of rows that pointed at the person, also of those long gone."""
    entries = Entry.objects.filter(campaign=change.campaign).order_by("id")
    for before in entries.values_list("before", flat=True).iterator(chunk_size=BATCH):
        for table, pk, image in before:
            if image and any(image.get(pointer) in keys for pointer in POINTERS):
                yield table, pk, image


def _drop_lonely(change: Recording, houses: Iterable[int]) -> set[Row]:
    """Employers known through this person alone tell where they worked: they go too."""
    lonely = Company.objects.filter(
        Q(matched_to__isnull=True) | Q(matched_to__confirmed_on=None, matched_to__refused_on=None),
        campaign=change.campaign,
        pk__in=list(houses),
        targeted_on=None,
        positions=None,
        import_id__isnull=True,
    )
    rows = set()
    for company in list(lonely.distinct()):
        rows.add(("Company", company.pk))
        company.delete()
    return rows


def _empty_memory(
    change: Recording, keys: frozenset[int], rows: set[Row], traces: frozenset[str]
) -> None:
    """Takes the person out of every entry; those are never taken back any more (F13).

    A row dropped long ago tells in one entry whose it was, in another only what it held.
    """
    entries = Entry.objects.filter(campaign=change.campaign).order_by("id")
    abouts = {f"person:{key}" for key in keys}
    changed: list[Entry] = []
    for entry in entries.iterator(chunk_size=BATCH):
        before = [row for row in entry.before if not _is_about(row, rows, traces)]
        named = entry.about in abouts or _holds(entry.words, traces)
        if named or len(before) != len(entry.before):
            entry.before = before
            entry.words = FORGOTTEN if named else entry.words
            entry.about = "" if named else entry.about
            changed.append(entry)
    Entry.objects.bulk_update(changed, ["before", "words", "about"], batch_size=BATCH)


def _is_about(row: list[Any], rows: set[Row], traces: frozenset[str]) -> bool:
    model, pk, image = row
    if (model, pk) in rows:
        return True
    texts = [value for value in (image or {}).values() if isinstance(value, str)]
    return any(_holds(text, traces) for text in texts)


def _holds(text: str, traces: frozenset[str]) -> bool:
    low = text.casefold()
    return any(trace.casefold() in low for trace in traces)

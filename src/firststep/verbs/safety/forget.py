"""Forgetting one person everywhere (P-h)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.models import Q
from django.db.models.deletion import Collector

from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.models import Entry
from firststep.keeping.making import sweep
from firststep.plan.shown import forget_plans
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Person
from firststep.verbs.safety.copies import WhoWent, forget_in_copies
from firststep.verbs.safety.traces import Traces, rare_names, sure_traces, take_out_of_texts

FORGOTTEN = "Something about a person you asked to forget."
# The columns by which rows point at a person, and at a thread of theirs.
POINTERS = frozenset({"person_id", "other_id", "holder_id", "via_id", "named_id", "one_id"})
BATCH = 500
_ANEW = (
    "INSERT INTO firststep_person_search(firststep_person_search) VALUES ('optimize')",
    "VACUUM",
    "PRAGMA wal_checkpoint(TRUNCATE)",
)
_Row = tuple[str, int]  # the table and the key


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How many rows of each table went, by the table's name.

    `copies` are backups, exports and whole copies that know the person still. Of those beside the
    database, made before a restore or an update, `cleaned` know them no more, and `deleted` are
    gone, as they told of them and nothing could be taken out. `overwritten` is False where another
    program kept the file from being written anew, so that deleted text may lie in its free space
    until the next time.
    """

    removed: dict[str, int]
    overwritten: bool = True
    copies: list[str] = field(default_factory=list)
    cleaned: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)


def forget(campaign: Campaign, *, stamp: Stamp, person: str) -> Forgotten:
    """Removes a person with all that hangs on them, also from what the journal remembers.

    Texts about others lose the name too. Only the keyed hash of a do-not-contact stays. It cannot
    be undone, nor what came before it.
    """
    what, gone = _forget_here(campaign, person, stamp)
    sweep(also_held=True)
    _drop_error_log()
    copies = forget_in_copies(gone, lambda one, who: _forget_here(one, who, stamp))
    return replace(what, copies=copies.left, cleaned=copies.cleaned, deleted=copies.deleted)


def _forget_here(campaign: Campaign, person: str, stamp: Stamp) -> tuple[Forgotten, WhoWent]:
    """In the database that is asked just now."""
    found = find_person(campaign, person)
    _overwrite_what_goes(campaign)
    with recording(campaign, stamp, verb="forget", words=say("You forgot a person.")) as change:
        memory = _Memory(change, found)
        rare = rare_names(found)
        traces = Traces({*memory.texts, *rare})
        sure = sure_traces(found, traces, rare)
        _, removed = found.delete()
        memory.rows |= _drop_lonely(change, memory.houses)
        _empty_memory(change, memory, traces)
        take_out_of_texts(change, sure)
    forget_plans()
    overwritten = _write_anew(campaign)
    removed = {name.partition(".")[2].lower(): n for name, n in sorted(removed.items()) if n}
    gone = WhoWent(keys=frozenset(memory.keys), texts=tuple(sure.texts))
    return Forgotten(overwritten=overwritten, removed=removed), gone


class _Memory:
    """What the database and the journal know of a person, also of rows long gone.

    `keys` are the person's numbers: their own, and those of whom was merged into them. `rows` are
    theirs, `texts` name them, `houses` are the companies they worked at.
    """

    def __init__(self, change: Recording, person: Person) -> None:
        self.change = change
        merged = _merged_into(change, person.pk)
        self.keys = {person.pk, *merged}
        self.rows = _going(person) | {("Person", key) for key in merged}
        self.texts = {*_texts(person), *(t for image in merged.values() for t in _said(image))}
        self.houses = set(person.positions.values_list("company_id", flat=True))
        size = -1
        while size != (size := len(self.rows)):  # until nothing new turns up
            self._look()

    def _look(self) -> None:
        for table, pk, image in self._images():
            if table == "Person" and pk in self.keys:
                self.texts |= _said(image)
            elif (table, pk) in self.rows or any(image.get(p) in self.keys for p in POINTERS):
                self._keep(table, pk, image)
            elif ("Approach", image.get("approach_id")) in self.rows:
                self.rows.add((table, pk))

    def _keep(self, table: str, pk: int, image: dict[str, Any]) -> None:
        self.rows.add((table, pk))
        if table == "Position" and image.get("company_id"):
            self.houses.add(image["company_id"])
        if table == "Address":
            self.texts |= {str(image[n]) for n in ("value", "key") if image.get(n)}

    def _images(self) -> Iterator[tuple[str, int, dict[str, Any]]]:
        entries = Entry.objects.filter(campaign=self.change.campaign).order_by("id")
        for before in entries.values_list("before", flat=True).iterator(chunk_size=BATCH):
            for table, pk, image in before:
                if image:
                    yield table, pk, image


def _texts(person: Person) -> Iterator[str]:
    """The texts that name this person, as they may stand elsewhere."""
    yield person.name
    yield f"{person.given} {person.family}"
    yield person.linkedin or ""
    for way in person.addresses.values_list("value", "key"):
        yield from way
    for profile, name in person.known_as.values_list("linkedin", "name_key"):
        yield from (profile or "", name)
    yield from person.let_go.filter(kind__in=("email", "phone")).values_list("key", flat=True)


def _said(image: dict[str, Any]) -> set[str]:
    """The name and the profile in a remembered picture of a person."""
    return {str(image[name]) for name in ("name", "linkedin") if image.get(name)}


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


def _going(person: Person) -> set[_Row]:
    """Every row that goes with the person."""
    collector = Collector(using=person._state.db or "default")
    collector.collect([person])
    rows = {(model.__name__, row.pk) for model, found in collector.data.items() for row in found}
    for query in collector.fast_deletes:
        rows |= {(query.model.__name__, pk) for pk in query.values_list("pk", flat=True)}
    return rows


def _drop_lonely(change: Recording, houses: Iterable[int]) -> set[_Row]:
    """Employers known through this person alone tell where they worked: they go too."""
    lonely = Company.objects.filter(
        Q(matched_to__isnull=True) | Q(matched_to__confirmed_on=None, matched_to__refused_on=None),
        campaign=change.campaign,
        pk__in=list(houses),
        targeted_on=None,
        positions=None,
        noted=[],
    )
    rows = set()
    for company in list(lonely.distinct()):
        rows.add(("Company", company.pk))
        company.delete()
    return rows


def _empty_memory(change: Recording, memory: _Memory, traces: Traces) -> None:
    """Takes the person out of every entry; those are never taken back any more (F13).

    A row dropped long ago tells in one entry whose it was, in another only what it held.
    """
    about = {f"person:{key}" for key in memory.keys}
    entries = Entry.objects.filter(campaign=change.campaign).order_by("id")
    changed: list[Entry] = []
    for entry in entries.iterator(chunk_size=BATCH):
        before = [row for row in entry.before if not _is_about(row, memory, traces)]
        named = entry.about in about or traces.are_in(entry.words)
        if named or len(before) != len(entry.before):
            entry.before = before
            entry.words = FORGOTTEN if named else entry.words
            entry.about = "" if named else entry.about
            changed.append(entry)
    Entry.objects.bulk_update(changed, ["before", "words", "about"], batch_size=BATCH)


def _is_about(row: list[Any], memory: _Memory, traces: Traces) -> bool:
    model, pk, image = row
    if (model, pk) in memory.rows or (model == "Person" and pk in memory.keys):
        return True
    return image is not None and bool(traces.taken_out(image) != image)


def _drop_error_log() -> None:
    """What the program wrote down of its own faults may name anybody."""
    (Path(settings.DATA) / "errors.log").unlink(missing_ok=True)


def _overwrite_what_goes(campaign: Campaign) -> None:
    """SQLite leaves deleted text in the file unless told to overwrite it."""
    connection = connections[campaign._state.db or "default"]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def _write_anew(campaign: Campaign) -> bool:
    """What was deleted earlier lies in the free space of the file, and in its search table.

    Not within a larger transaction: whoever began that sees to it. False where it did not succeed.
    """
    connection = connections[campaign._state.db or "default"]
    if connection.vendor != "sqlite":
        return True
    if connection.in_atomic_block:
        return False
    try:
        with connection.cursor() as cursor:
            for statement in _ANEW:
                cursor.execute(statement)
    except DatabaseError:  # another program reads just now, or the disk is full
        return False
    return True

"""Taking a merge back, also when more was recorded since."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.db import models

from firststep.errors import CannotDo
from firststep.facts.said import say, to_say
from firststep.journal.actions import Recording, Stamp, put_rows_back, recording
from firststep.journal.models import Entry
from firststep.journal.turns import in_turn
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person, Suppression
from firststep.steps.people.rows.making import searchable
from firststep.steps.people.rows.ways import keep_suppressed
from firststep.steps.people.suppression import digests_of
from firststep.verbs.people.merge import VERB

DAYS = 30
UNDO = "merge undo"  # an undo: it is never taken back itself (rhythm F13)
_DERIVED = frozenset({"search_text"})  # worked out anew from the rest
_Key = tuple[str, int]
_MERGES = KeptQuery(
    lambda: Entry.objects.filter(
        campaign=Blank("campaign"), verb=VERB, about=Blank("about"), undone_by=None,
        on__gte=Blank("since"),
    ).order_by("-revision")
)  # fmt: skip


@in_turn
def undo_merge(campaign: Campaign, *, stamp: Stamp, merge_id: int) -> Person:
    """Puts back exactly what a merge took; what was recorded since stays with the person kept.

    Answers with the person kept. Raises CannotDo after 30 days, and where something newer stands
    in the way.
    """
    with recording(campaign, stamp, verb=UNDO) as change:
        entry = _standing(campaign, merge_id, stamp)
        _refuse_what_is_newer(entry)
        change.words = say("You took back: {what}", what=entry.words)
        change.about = entry.about
        marked = _marked_since(entry)
        put_rows_back(entry)
        people = [key for name, key, _ in entry.before if name == "Person"]
        for person in Person.objects.filter(campaign=campaign, pk__in=people).order_by("pk"):
            searchable(change, person)
            _mark(change, person, marked)
    Entry.objects.filter(pk=entry.pk).update(
        undone_by=Entry.objects.get(campaign=campaign, revision=change.revision)
    )
    return Person.objects.get(campaign=campaign, pk=int(entry.about.partition(":")[2]))


def merges_of(person: Person, *, today: date) -> list[Entry]:
    """The merges into this person that may still be taken back, the newest first."""
    since = today - timedelta(days=DAYS)
    return _MERGES(campaign=person.campaign_id, about=f"person:{person.pk}", since=since)


@dataclass(frozen=True, slots=True)
class _Marked:
    """Do-not-contact said after the merge: of the one person, or of ways to reach somebody."""

    on: date | None
    why: str
    digests: frozenset[str]


def _marked_since(entry: Entry) -> _Marked:
    """What holds for both once they are two again. As it was before the merge, holds for each."""
    later = Entry.objects.filter(
        campaign=entry.campaign, revision__gt=entry.revision, undone_by=None
    )
    said = later.filter(verb="do-not-contact", about=entry.about).exists()
    kept = Person.objects.get(campaign=entry.campaign, pk=int(entry.about.partition(":")[2]))
    runs = (made for rows in later.values_list("made", flat=True) for made in rows)
    ranges = [(first, last) for name, first, last in runs if name == "Suppression"]
    found: set[str] = set()
    for run in ranges:
        rows = Suppression.objects.filter(campaign=entry.campaign, pk__range=run)
        found |= set(rows.values_list("digest", flat=True))
    on = kept.do_not_contact_on if said else None
    return _Marked(on, kept.do_not_contact_why, frozenset(found))


def _mark(change: Recording, person: Person, marked: _Marked) -> None:
    if person.do_not_contact_on is None and (marked.on or marked.digests & digests_of(person)):
        on = marked.on or change.on
        change.change(person, do_not_contact_on=on, do_not_contact_why=marked.why)
    if person.do_not_contact_on is not None:
        keep_suppressed(change, person)


def _standing(campaign: Campaign, merge_id: int, stamp: Stamp) -> Entry:
    entry = Entry.objects.filter(campaign=campaign, pk=merge_id, verb=VERB).first()
    if entry is None:
        raise CannotDo("There is no merge {merge_id}.", merge_id=merge_id, kind="not_found")
    if entry.undone_by_id is not None:
        raise CannotDo("Merge {merge_id} was taken back already.", merge_id=merge_id)
    if stamp.on - entry.on > timedelta(days=DAYS):
        raise CannotDo(
            "That merge is of {on}; it could be taken back for {days} days.", on=entry.on, days=DAYS
        )
    if not entry.about or not any(name == "Person" for name, _, _ in entry.before):
        raise CannotDo("What that merge took was forgotten since; it cannot come back.")
    return entry


def _refuse_what_is_newer(entry: Entry) -> None:
    """Whether a later entry changed the same, or something the merge took is needed and gone."""
    took = _took(entry)
    later = Entry.objects.filter(
        campaign=entry.campaign, revision__gt=entry.revision, undone_by=None
    )
    for newer in later.order_by("revision").iterator(chunk_size=100):
        for name, key, image in newer.before:
            fields = took.get((name, key))
            if fields is not None and (image is None or fields & image.keys() - _DERIVED):
                raise CannotDo(
                    "Something newer stands in the way: {told} Put that back as it "
                    "was first, or correct the two by hand.",
                    told=newer.words,
                )
    if (missing := _missing(entry)) is not None:
        raise CannotDo(
            "Something newer stands in the way: {missing} was taken out since. "
            "Correct the two by hand.",
            missing=missing,
        )


def _took(entry: Entry) -> dict[_Key, set[str]]:
    """The rows a merge changed or dropped, with the fields it changed."""
    found: dict[_Key, set[str]] = {}
    for name, key, image in entry.before:
        if image is not None:
            found.setdefault((name, key), set()).update(image)
    return found


def _missing(entry: Entry) -> str | None:
    """What the rows to come back need and nobody has any more; None where all is there."""
    dropped = _dropped(entry)
    for name, key, image in entry.before:
        model = apps.get_model("firststep", name)
        if image is None:
            continue
        if (name, key) not in dropped and not _there(model, key):
            return _called(model)
        for field in model._meta.concrete_fields:
            wanted = image.get(field.attname)
            if not isinstance(field, models.ForeignKey) or wanted is None:
                continue
            target: type[models.Model] = field.related_model
            if (target.__name__, wanted) not in dropped and not _there(target, wanted):
                return _called(target)
    return _taken_profile(entry, dropped)


def _taken_profile(entry: Entry, dropped: set[_Key]) -> str | None:
    """A profile that came to somebody else since."""
    ours = [key for name, key, _ in entry.before if name == "Person"]
    for name, _, image in entry.before:
        slug = (image or {}).get("linkedin") if name == "Person" else None
        others = Person.objects.filter(campaign=entry.campaign, linkedin=slug or "-")
        if slug and dropped and (other := others.exclude(pk__in=ours).first()):
            return f"the profile that {other.name} has now"
    return None


def _dropped(entry: Entry) -> set[_Key]:
    """The rows a merge took out: their whole picture is kept."""
    found: set[_Key] = set()
    for name, key, image in entry.before:
        fields = apps.get_model("firststep", name)._meta.concrete_fields
        if image is not None and len(image) == len(fields) - 1:
            found.add((name, key))
    return found


def _there(model: type[models.Model], key: Any) -> bool:
    return model._base_manager.filter(pk=key).exists()


_CALLED = {
    "Person": to_say("a person", sense="gone"),
    "Company": to_say("a company", sense="gone"),
    "Position": to_say("a post", sense="gone"),
    "Tie": to_say("a tie", sense="gone"),
    "Address": to_say("an address", sense="gone"),
    "Approach": to_say("an approach", sense="gone"),
    "Import": to_say("an import", sense="gone"),
    "Seat": to_say("a post to fill", sense="gone"),
    "Touch": to_say("a touch", sense="gone"),
}


def _called(model: type[models.Model]) -> str:
    """What a row of a table is, in words."""
    return say(_CALLED.get(model.__name__, to_say("something", sense="gone")), sense="gone")

"""Taking a whole import back, also when more was recorded since."""

from dataclasses import dataclass, field

from django.db import models

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.journal.actions import (
    BROUGHT_BACK,
    Recording,
    Stamp,
    delete_rows,
    put_back,
    recording,
)
from firststep.journal.at_work import at_work
from firststep.journal.models import Entry
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign, Company, JobOpening
from firststep.steps.people.models import (
    Address,
    CompanyMatch,
    Evidence,
    Import,
    OwnPart,
    Person,
    Position,
    Seat,
    Tie,
)

_FACTS: tuple[type[Position] | type[Tie] | type[Address] | type[Evidence], ...] = (
    Position, Tie, Address, Evidence,
)  # fmt: skip
_NAMES = ("positions", "ties", "addresses", "evidence")
_VERB = "import undo"  # an undo: it is never taken back itself (rhythm F13)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPerson:
    person_id: int
    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCompany:
    company_id: int
    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """How many rows are gone, and who stays because the seeker did something with them."""

    removed: dict[str, int]
    kept: list[KeptPerson | KeptCompany] = field(default_factory=list)


@in_turn
def undo_import(campaign: Campaign, *, stamp: Stamp, import_id: int) -> Undone:
    """Removes what that import alone brought.

    Kept, and listed, is whoever has a touch, an approach or an edit by hand, or was added to by
    another import; facts about others that a later import or the seeker changed stay too. Raises
    CannotDo for an import that is not there or was undone.
    """
    row = Import.objects.filter(campaign=campaign, pk=import_id).first()
    if row is None:
        raise CannotDo("There is no import {import_id}.", import_id=import_id, kind="not_found")
    entry = Entry.objects.filter(campaign=campaign, about=f"import:{import_id}", verb="import")
    done = entry.filter(undone_by=None).first()
    if done is None or row.undone_on is not None:
        raise CannotDo("Import {import_id} was undone already.", import_id=import_id)
    if done.door == BROUGHT_BACK:
        raise CannotDo(
            "Import {import_id} came back with an export, so it stays as it is.",
            import_id=import_id,
        )
    about = f"import:{import_id}"
    with (
        at_work("Taking an import back"),
        recording(campaign, stamp, verb=_VERB, about=about) as change,
    ):
        answer = _Undoing(change, row, done).run()
        names = ", ".join(file["name"] for file in row.files)
        change.words = say("You took back the import of {names}.", names=names)
        # Not remembered for a second undo: what is gone comes back by importing it again.
        change.before.clear()
    Entry.objects.filter(pk=done.pk).update(
        undone_by=Entry.objects.get(campaign=campaign, revision=change.revision)
    )
    return answer


class _Undoing:
    def __init__(self, change: Recording, row: Import, entry: Entry) -> None:
        self.change = change
        self.row = row
        self.entry = entry
        self.brought = Person.objects.filter(campaign=change.campaign, import_id=row.pk)
        self.later = self._changed_later()

    def run(self) -> Undone:
        kept = self._kept_people()
        gone = self.brought.exclude(pk__in=list(kept))
        people = gone.count()
        removed = {"people": people, "companies": 0}
        for name, model in zip(_NAMES, _FACTS, strict=True):
            theirs = delete_rows(model._base_manager.filter(person__in=gone))
            others = model._base_manager.filter(import_id=self.row.pk).exclude(
                person__in=list(kept)
            )
            removed[name] = theirs + delete_rows(others)
        delete_rows(gone)
        self._untarget(put_back(self.entry, only=_may_come_back))
        removed["companies"], companies = self._companies()
        removed.pop("addresses")
        removed.pop("evidence")
        delete_rows(OwnPart.objects.filter(import_id=self.row.pk))
        self.change.change(self.row, undone_on=self.change.on)
        return Undone(removed=removed, kept=[*self._named(kept), *companies])

    def _kept_people(self) -> dict[int, str]:
        """Who stays and why, by id."""
        kept: dict[int, str] = {}
        for relation in _pointing_at(Person):
            if relation.related_model in _FACTS and relation.field.name == "person":
                continue
            pointing = relation.related_model._base_manager.filter(
                **{f"{relation.field.name}__import_id": self.row.pk}
            )
            for pk in pointing.values_list(f"{relation.field.name}_id", flat=True).distinct():
                kept.setdefault(pk, "something was recorded with them")
        edited = self.brought.exclude(by_hand=[]) | self.brought.exclude(do_not_contact_on=None)
        for pk in edited.values_list("id", flat=True):
            kept.setdefault(pk, "you corrected them")
        for model in _FACTS:
            rows = model._base_manager.filter(person__import_id=self.row.pk)
            own = models.Q(import_id=self.row.pk) & ~models.Q(pk__in=self.later[model])
            since = rows.exclude(own)
            for pk in since.values_list("person_id", flat=True):
                kept.setdefault(pk, "more was recorded about them since")
        for pk in self.brought.filter(pk__in=self.later[Person]).values_list("id", flat=True):
            kept.setdefault(pk, "more was recorded about them since")
        return kept

    def _changed_later(self) -> dict[type[models.Model], set[int]]:
        """Rows that a standing later entry changed, and would want back as they were."""
        found: dict[type[models.Model], set[int]] = {
            m: set() for m in (Person, Company, JobOpening, *_FACTS)
        }
        names = {model._meta.object_name: model for model in found}
        entries = Entry.objects.filter(
            campaign=self.change.campaign, revision__gt=self.entry.revision, undone_by=None
        )
        for before in entries.values_list("before", flat=True):
            for name, key, _ in before:
                if name in names:
                    found[names[name]].add(key)
        return found

    def _untarget(self, restored: list[models.Model]) -> None:
        """Companies that are merely known again lose the seats this import opened there."""
        companies = [row for row in restored if isinstance(row, Company)]
        seats = [key for name, key, image in self.entry.before if name == "Seat" and image is None]
        delete_rows(Seat.objects.filter(company__in=companies, pk__in=seats))
        delete_rows(
            CompanyMatch.objects.filter(
                company__in=companies, confirmed_on=None, refused_on=None
            ).exclude(company__targeted_on__isnull=False)
        )

    def _named(self, kept: dict[int, str]) -> list[KeptPerson]:
        people = Person.objects.filter(pk__in=list(kept)).order_by("id").values_list("id", "name")
        return [KeptPerson(person_id=pk, name=name, why=kept[pk]) for pk, name in people]

    def _companies(self) -> tuple[int, list[KeptCompany]]:
        """Removes companies nobody needs any more; targets in use stay, and are listed."""
        brought = Company.objects.filter(campaign=self.change.campaign, import_id=self.row.pk)
        used = (
            brought.filter(positions__isnull=False)
            | brought.filter(_SAID)
            | brought.exclude(stage="")
        )
        used_ids = set(used.values_list("id", flat=True))
        self._openings()
        used_ids |= _in_use(brought) | self.later[Company]
        sought = JobOpening.objects.filter(company__in=brought)
        used_ids |= set(sought.values_list("company_id", flat=True))
        gone = brought.exclude(pk__in=used_ids)
        count = gone.count()
        delete_rows(CompanyMatch.objects.filter(written__in=gone))
        delete_rows(CompanyMatch.objects.filter(company__in=gone))
        delete_rows(Seat.objects.filter(company__in=gone))
        delete_rows(gone)
        kept = brought.filter(pk__in=used_ids, targeted_on__isnull=False).order_by("id")
        return count, [KeptCompany(company_id=c.pk, name=c.name, why="it is in use") for c in kept]

    def _openings(self) -> None:
        """Removes the openings this import brought, but for those the seeker said more of."""
        brought = JobOpening.objects.filter(import_id=self.row.pk)
        delete_rows(brought.exclude(pk__in=self.later[JobOpening]))


_SAID = (
    models.Q(matched_to__confirmed_on__isnull=False)
    | models.Q(matched_to__refused_on__isnull=False)
    | models.Q(matches__confirmed_on__isnull=False)
    | models.Q(matches__refused_on__isnull=False)
)


def _pointing_at(model: type[models.Model]) -> list[models.ForeignObjectRel]:
    """Every column that points at it, also where nothing reads it backwards."""
    fields = model._meta.get_fields(include_hidden=True)
    return [one for one in fields if isinstance(one, models.ForeignObjectRel)]


def _in_use(companies: "models.QuerySet[Company]") -> set[int]:
    """Companies with a seat that somebody holds or that an approach or a snooze speaks of."""
    held = Seat.objects.filter(company__in=companies, holder__isnull=False)
    found = set(held.values_list("company_id", flat=True))
    for relation in _pointing_at(Seat):
        company = f"{relation.field.name}__company"
        pointing = relation.related_model._base_manager.filter(**{f"{company}__in": companies})
        found |= set(pointing.values_list(f"{company}_id", flat=True))
    return found


def _may_come_back(row: models.Model, fields: frozenset[str]) -> bool:
    """Whether an earlier state may come back: never over what the seeker wrote or uses."""
    if isinstance(row, Company):
        return not row.stage and not _in_use(Company.objects.filter(pk=row.pk))
    by_hand = getattr(row, "by_hand", False)
    return fields.isdisjoint(by_hand) if isinstance(by_hand, list) else not by_hand

"""Reading evidence: whom the seeker was in touch with, and what a file would add to that."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Count, Max, Q

from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.imports import Contact
from firststep.steps.people.models import Address, Evidence, Person, Tie
from firststep.steps.people.tie_kind import InTouch, TieTold, tie_told

LATELY_YEARS = 2
_BATCH = 10_000
Key = TypeVar("Key")
Day = tuple[int, str, bool, date]  # person, kind, inbound, on


def in_touch(people: Iterable[int], *, today: date) -> dict[int, InTouch]:
    """What exports tell of each of these people up to a day; invitations are no sign of it."""
    found: dict[int, InTouch] = {}
    for batch in _in_batches(sorted(people)):
        rows = Evidence.objects.filter(person__in=batch).values_list("person_id")
        for person, *counts in rows.annotate(**_counts("", today)):
            found[person] = _seen(counts)
    return found


def seekers_ties(people: Iterable[int], *, today: date) -> dict[int, TieTold]:
    """The seeker's own tie with each of these people: its kind on a day, and why."""
    found: dict[int, TieTold] = {}
    for batch in _in_batches(sorted(people)):
        ties = Tie.objects.filter(person__in=batch, other=None)
        rows = ties.values_list("person_id", "kind", "since")
        for person, kind, since, *counts in rows.annotate(**_counts("person__evidence__", today)):
            found[person] = tie_told(kind, since, today=today, in_touch=_seen(counts))
    return found


def _counts(at: str, today: date) -> dict[str, Any]:
    """What is counted of evidence, in the order `_seen` takes it; `at` leads to its fields."""

    def where(**fields: Any) -> Q:
        return Q(**{f"{at}{name}": value for name, value in fields.items()})

    lately = date(today.year - LATELY_YEARS, today.month, min(today.day, 28))
    mark, on = f"{at}id", f"{at}on"
    seen = where(on__lte=today) & ~where(kind="invitation")
    meeting = seen & where(kind="meeting")
    written = seen & ~where(kind="meeting")
    return {
        "days": Count(on, distinct=True, filter=seen),
        "recent": Count(on, distinct=True, filter=seen & where(on__gte=lately)),
        "came": Count(mark, filter=written & where(inbound=True)),
        "went": Count(mark, filter=written & where(inbound=False)),
        "meetings": Count(mark, filter=meeting),
        "met_on": Max(on, filter=meeting),
        "last_on": Max(on, filter=seen),
    }


def _seen(counts: Sequence[Any]) -> InTouch:
    days, recent, came, went, meetings, met_on, last_on = counts
    return InTouch(
        days=days,
        lately=recent,
        inbound=came,
        outbound=went,
        meetings=meetings,
        met_on=met_on,
        last_on=last_on,
    )


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom each contact is with. Whoever cannot be told for sure is nobody here."""

    slugs: dict[str, int]
    emails: dict[str, int]
    names: dict[str, int]

    def person(self, contact: Contact) -> int | None:
        """By profile; else by an address one person alone has; else by a name one alone bears."""
        if contact.linkedin:
            return self.slugs.get(contact.linkedin)
        if contact.email:
            return self.emails.get(contact.email)
        return self.names.get(fold(contact.name))


def new_days(campaign: Campaign, contacts: Collection[Contact]) -> list[Day]:
    """The days of these contacts that are not kept yet, in a fixed order."""
    if not contacts:
        return []
    known = _resolve(campaign, contacts)
    days = {
        (person, c.kind, c.inbound, c.on)
        for c in contacts
        if (person := known.person(c)) is not None
    }
    people = sorted({person for person, *_ in days})
    for batch in _in_batches(people):
        kept = Evidence.objects.filter(person__in=batch)
        days.difference_update(kept.values_list("person_id", "kind", "inbound", "on"))
    return sorted(days)


def _resolve(campaign: Campaign, contacts: Collection[Contact]) -> Resolved:
    people = Person.objects.filter(campaign=campaign)
    slugs = {c.linkedin for c in contacts if c.linkedin}
    emails = {c.email for c in contacts if c.email and not c.linkedin}
    names = {fold(c.name) for c in contacts if c.name and not (c.linkedin or c.email)}
    at = Address.objects.filter(campaign=campaign, kind="email")
    return Resolved(
        _single(
            pair
            for batch in _in_batches(sorted(slugs))
            for pair in people.filter(linkedin__in=batch).values_list("linkedin", "id")
        ),
        _single(
            pair
            for batch in _in_batches(sorted(emails))
            for pair in at.filter(key__in=batch).values_list("key", "person_id")
        ),
        _single(
            pair
            for batch in _in_batches(sorted(names))
            for pair in people.filter(name_key__in=batch).values_list("name_key", "id")
        ),
    )


def _single(pairs: Iterable[tuple[str | None, int]]) -> dict[str, int]:
    """What one person alone goes by."""
    found: dict[str, int] = {}
    double: set[str] = set()
    for key, person in pairs:
        if key is not None and found.setdefault(key, person) != person:
            double.add(key)
    return {key: person for key, person in found.items() if key not in double}


def _in_batches(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """SQLite takes some 32,000 parameters in one query."""
    return (keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH))

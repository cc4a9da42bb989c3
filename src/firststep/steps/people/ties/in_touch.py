"""Reading evidence: whom the seeker was in touch with, and what a file would add to that."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import connection
from django.db.models import QuerySet

from firststep.facts.contact import Contact
from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.many_ids import ids_named, ids_parameter
from firststep.steps.people.models import Address, Evidence, Person
from firststep.steps.people.ties.tie_kind import InTouch, TieTold, no_tie_told, tie_told

LATELY_YEARS = 2
_BATCH = 10_000
# In the order `_seen` takes it. Written out, since every page with people on it asks this.
_COUNTS = """
COUNT(DISTINCT e."on"), COUNT(DISTINCT CASE WHEN e."on" >= %s THEN e."on" END),
COUNT(CASE WHEN e.inbound AND e.kind <> 'meeting' THEN 1 END),
COUNT(CASE WHEN NOT e.inbound AND e.kind <> 'meeting' THEN 1 END),
COUNT(CASE WHEN e.kind = 'meeting' THEN 1 END),
MAX(CASE WHEN e.kind = 'meeting' THEN e."on" END), MAX(e."on")
"""
# Until when the seeker worked where they work now.
_COLLEAGUES = """
(SELECT MAX(COALESCE(own.ended_on, %s)) FROM firststep_position post
JOIN firststep_company house ON house.id = post.company_id
JOIN firststep_ownpart own
    ON own.campaign_id = house.campaign_id AND own.key = house.key AND own.kind = 'post'
WHERE post.person_id = {person} AND post.current
    AND (post.began_on IS NULL OR own.ended_on IS NULL OR post.began_on <= own.ended_on))
"""
_IN_TOUCH = f"""
SELECT p.id, {_COLLEAGUES.format(person="p.id")}, {_COUNTS} FROM firststep_person p
LEFT JOIN firststep_evidence e
    ON e.person_id = p.id AND e."on" <= %s AND e.kind <> 'invitation'
WHERE p.id IN ({{people}}) GROUP BY p.id
"""
_TIES = f"""
SELECT t.person_id, t.kind, t.since, {_COLLEAGUES.format(person="t.person_id")}, {_COUNTS}
FROM firststep_tie t
LEFT JOIN firststep_evidence e
    ON e.person_id = t.person_id AND e."on" <= %s AND e.kind <> 'invitation'
WHERE t.other_id IS NULL AND t.person_id IN ({{people}}) GROUP BY t.person_id, t.kind, t.since
"""
_Key = TypeVar("_Key")
DayInTouch = tuple[int, str, bool, date]  # person, kind, inbound, on


def in_touch(people: Iterable[int], *, today: date) -> dict[int, InTouch]:
    """What exports tell of each of these people up to a day, of whom they tell anything;
    invitations are no sign of it."""
    found = {person: _seen(counts) for person, *counts in _rows(_IN_TOUCH, people, today)}
    return {person: seen for person, seen in found.items() if seen != InTouch()}


def no_tie(person: int, *, today: date, seen: InTouch | None) -> str:
    """Why somebody without a tie is a stranger still, "" where nothing tells; `seen` is how they
    were in touch."""
    invitations = Evidence.objects.filter(person=person, kind="invitation", on__lte=today)
    invited = invitations.order_by("-on").values_list("inbound", "on").first()
    return no_tie_told(seen, invited)


def seekers_ties(people: Iterable[int], *, today: date) -> dict[int, TieTold]:
    """The seeker's own tie with each of these people: its kind on a day, and why."""
    return {
        person: tie_told(kind, _day(since), today=today, in_touch=_seen(counts))
        for person, kind, since, *counts in _rows(_TIES, people, today)
    }


def _rows(sql: str, people: Iterable[int], today: date) -> list[tuple[Any, ...]]:
    lately = date(today.year - LATELY_YEARS, today.month, min(today.day, 28))
    with connection.cursor() as cursor:
        cursor.execute(
            sql.format(people=ids_named()), [today, lately, today, ids_parameter(people)]
        )
        return cursor.fetchall()  # type: ignore[no-any-return]  # a cursor is untyped


def _seen(counts: Sequence[Any]) -> InTouch:
    colleagues, *numbers, met_on, last_on = counts
    said = dict(zip(("days", "lately", "inbound", "outbound", "meetings"), numbers, strict=True))
    return InTouch(
        **said, met_on=_day(met_on), last_on=_day(last_on),
        colleagues_until=_day(colleagues),
    )  # fmt: skip


def _day(told: date | str | None) -> date | None:
    """SQLite tells the latest of days as text."""
    return date.fromisoformat(told) if isinstance(told, str) else told


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


def new_days(campaign: Campaign, contacts: Collection[Contact]) -> list[DayInTouch]:
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
        _single(people, "linkedin", "id", slugs),
        _single(at, "key", "person_id", emails),
        _single(people, "name_key", "id", names),
    )


def _single(
    rows: "QuerySet[Any, Any]", column: str, person: str, wanted: Collection[str]
) -> dict[str, int]:
    """What one person alone goes by."""
    found: dict[str, int] = {}
    double: set[str] = set()
    for batch in _in_batches(sorted(wanted)):
        which = {f"{column}__in": batch}
        for key, pk in rows.filter(**which).values_list(column, person):
            if found.setdefault(key, pk) != pk:
                double.add(key)
    return {key: pk for key, pk in found.items() if key not in double}


def _in_batches(keys: Sequence[_Key]) -> Iterator[Sequence[_Key]]:
    """SQLite takes some 32,000 parameters in one query."""
    return (keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH))

"""The part of the address book that some rows of one list may speak of, read in a few queries.

What people were known by before a merge or a correction counts as well, and so does what the seeker
took out: the row is theirs, and it brings nothing back.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from firststep.bringing.comparing.origins import CONNECTIONS, OWN, ListOrigin
from firststep.bringing.comparing.told_work import Kept
from firststep.facts.file_rows import PersonRow
from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.many_ids import among
from firststep.steps.people.models import Address, KnownAs, LetGo, Person, Position, Tie
from firststep.steps.people.same_person.telling_apart import Bearer, work_of
from firststep.steps.people.spelling.numbers import number_keys

_FIELDS = ("id", "linkedin", "name_key", "name", "by_hand", "note", "birthday", "source",
           "import_id", "connected_on")  # fmt: skip


class KnownPerson(NamedTuple):
    """Somebody of the address book, as far as an import looks at them."""

    id: int
    linkedin: str | None
    name_key: str
    name: str
    by_hand: list[str]
    note: str
    birthday: str
    source: str
    import_id: int | None
    connected_on: date | None = None


class KnownTie(NamedTuple):
    id: int
    since: date | None


class AddressBook:
    """Who has one of the rows' profiles, addresses, numbers or names."""

    def __init__(
        self,
        campaign: Campaign,
        rows: Sequence[PersonRow],
        origin: ListOrigin,
        *,
        today: date | None,
    ) -> None:
        self.campaign = campaign
        self.origin, self.today = origin, today
        self.people: dict[int, KnownPerson] = {}
        self.also: dict[int, list[str]] = defaultdict(list)  # other names, folded
        self._names: dict[str, dict[int, None]] = defaultdict(dict)
        self._find_profiles_and_names(rows)
        self.emails = self._having("email", {email.lower() for r in rows for email in r.emails})
        self.numbers = self._numbers(rows)
        keys = {key for found in self.numbers.values() for key in found if len(key) > 5}
        self.phones = self._having("phone", keys)
        found = (*self.emails.values(), *self.phones.values(), *self._names.values())
        wanted = {pk for ids in found for pk in ids}.union(self.slugs.values())
        self._keep(pk__in=among(wanted - self.people.keys()))
        self._facts()

    def _numbers(self, rows: Sequence[PersonRow]) -> dict[int, dict[str, str]]:
        """By the place of the row: its numbers by key."""
        told = {place: row.phones for place, row in enumerate(rows) if not row.mention}
        return {place: number_keys(p, self.campaign) for place, p in told.items() if p}

    def _keep(self, **which: Any) -> list[KnownPerson]:
        people = Person.objects.filter(campaign=self.campaign, **which).order_by("id")
        found = [KnownPerson(*values) for values in people.values_list(*_FIELDS)]
        self.people |= {one.id: one for one in found}
        return found

    def _find_profiles_and_names(self, rows: Sequence[PersonRow]) -> None:
        slugs = {row.linkedin for row in rows if row.linkedin}
        names = {fold(row.name) for row in rows if not (row.linkedin or row.mention)}
        self.slugs = {one.linkedin or "": one.id for one in self._keep(linkedin__in=slugs)}
        for one in self._keep(name_key__in=names):
            if self._is_of_this_list(one.source):
                self._names[one.name_key][one.id] = None
        self._find_what_they_were(slugs, names)

    def _find_what_they_were(self, slugs: set[str], names: set[str]) -> None:
        before = KnownAs.objects.filter(campaign=self.campaign).order_by("id")
        for slug, name, source, pk in before.values_list(
            "linkedin", "name_key", "source", "person_id"
        ):
            if slug in slugs:
                self.slugs.setdefault(slug, pk)
            elif not slug:
                self.also[pk].append(name)
                if name in names and self._is_of_this_list(source):
                    self._names[name][pk] = None

    def _is_of_this_list(self, source: str) -> bool:
        return self.origin.source in (source, OWN)

    def _having(self, kind: str, keys: set[str]) -> dict[str, list[int]]:
        """Who has each address or number, or had it until the seeker took it out."""
        found: dict[str, list[int]] = defaultdict(list)
        for model in (Address, LetGo) if keys else ():
            rows = model._base_manager.filter(campaign=self.campaign, kind=kind, key__in=keys)
            for key, pk in rows.order_by("person_id").values_list("key", "person_id"):
                found[key].append(pk)
        return found

    def _facts(self) -> None:
        ids = among(self.people)
        self.posts: dict[int, list[Kept]] = defaultdict(list)
        self._brought_work: set[int] = set()  # people whose own list named an employer
        posts = Position.objects.filter(person__in=ids).order_by("id")
        for pk, person, key, title, current, by_hand, as_of, import_id, on in posts.values_list(
            "id", "person_id", "company__key", "title", "current", "by_hand", "as_of",
            "import_id", "import_id__on",
        ):  # fmt: skip
            dated = on is not None and as_of != on
            self.posts[person].append(Kept(pk, key, title, current, by_hand, as_of, dated))
            if import_id is not None and import_id == self.people[person].import_id:
                self._brought_work.add(person)
        self.ways, self.let_go = self._kept(Address), self._kept(LetGo)
        ties = Tie.objects.filter(person__in=ids, other=None)
        self.ties = {
            person: KnownTie(pk, since)
            for pk, person, since in ties.values_list("id", "person_id", "since")
        }

    def _kept(self, model: type[Address | LetGo]) -> dict[tuple[int, str], set[str]]:
        found: dict[tuple[int, str], set[str]] = defaultdict(set)
        rows = model._base_manager.filter(person__in=among(self.people))
        for person, kind, key in rows.values_list("person_id", "kind", "key"):
            found[person, kind].add(key)
        return found

    def names(self, pk: int) -> tuple[str, ...]:
        """Every name somebody is or was known by."""
        return (self.people[pk].name, *self.also.get(pk, ()))

    def bearers(self, name: str) -> list[tuple[int, Bearer]]:
        """Who bears that name in the same list, or did before they were corrected or merged."""
        return [(pk, self._bearer(pk)) for pk in self._names.get(fold(name), ())]

    def _bearer(self, pk: int) -> Bearer:
        tie, other_name = self.ties.get(pk), pk in self.also
        gone = [work_of(key) for key in self.let_go[pk, "post"]]
        work = [*((post.key, fold(post.title)) for post in self.posts[pk]), *gone]
        return Bearer(
            self.ways[pk, "email"] | self.let_go[pk, "email"],
            self.ways[pk, "phone"] | self.let_go[pk, "phone"],
            work,
            since=tie.since if tie and not other_name else None,
            linkedin=not other_name and self._came_with_profile(self.people[pk]),
            bare=other_name or (pk not in self._brought_work and not gone),
        )

    def _came_with_profile(self, person: KnownPerson) -> bool:
        """LinkedIn's list tells everybody's; elsewhere it may have come from anywhere."""
        said = "linkedin" in person.by_hand
        return person.source == CONNECTIONS and bool(person.linkedin) and not said

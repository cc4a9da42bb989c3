"""What a file's rows would change in the address book. Reads only, a chunk at a time.

Who a row is: the same LinkedIn profile; else the same e-mail address or number with a like name;
else the same name at the same company, only where neither has a profile (FORMATS section 2). What
two merged people were known by counts for the one they are now.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.imports import PersonRow, Reading
from firststep.steps.people.likeness import same_name, same_words
from firststep.steps.people.models import Address, KnownAs, Person, Position, Tie
from firststep.steps.people.numbers import number_keys
from firststep.steps.people.same_rows import Counted, key_of, like_names, same_rows

__all__ = ["Comparison", "Counted", "Update", "compare", "key_of", "like_names"]

CHUNK = 2_000
Progress = Callable[[int, int], None]
_Person = tuple[Any, ...]  # as _PERSON_FIELDS names them
_PERSON_FIELDS = ("id", "linkedin", "name_key", "name", "by_hand", "note", "birthday")


@dataclass(slots=True)
class Update:
    """What one row changes about a person already there; None and empty leave things alone."""

    person_id: int
    linkedin: str | None = None
    name: PersonRow | None = None
    emails: list[str] = field(default_factory=list)
    phones: dict[str, str] = field(default_factory=dict)  # key -> as written
    filled: dict[str, str] = field(default_factory=dict)  # fields that were empty
    retitled: tuple[int, str] | None = None  # position, title
    left: list[int] = field(default_factory=list)  # positions that are former now
    post: PersonRow | None = None
    tied_on: date | None = None
    tie_id: int | None = None  # of a tie without a date
    untied: bool = False

    def changes(self) -> bool:
        return bool(
            self.linkedin or self.name or self.emails or self.phones or self.filled
            or self.retitled or self.post or self.tie_id or self.untied
        )  # fmt: skip


@dataclass(slots=True)
class Comparison:
    """The new rows in order, the updates, and the count of each file."""

    new: list[PersonRow] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    counts: list[Counted] = field(default_factory=list)


def compare(
    campaign: Campaign, readings: Sequence[Reading], progress: Progress | None = None
) -> Comparison:
    """Compares every row with the address book and with the rows before it."""
    unique = same_rows(readings)
    found = Comparison(counts=unique.counts)
    nobody_yet = not Person.objects.filter(campaign=campaign).exists()
    total = sum(map(len, unique.files))
    done = 0
    for rows, counted in zip(unique.files, unique.counts, strict=True):
        for chunk in _chunks(rows):
            known = {} if nobody_yet else _Book(campaign, chunk).people()
            _sort_out(chunk, known, found, counted)
            done += len(chunk)
            if progress is not None:
                progress(done, total)
    return found


def _sort_out(
    rows: list[PersonRow], known: dict[int, Update], found: Comparison, counted: Counted
) -> None:
    for place, row in enumerate(rows):
        update = known.get(place)
        if update is None:
            counted.new += 1
            found.new.append(row)
        elif update.changes():
            counted.changed += 1
            found.updates.append(update)
        else:
            counted.same += 1


def _chunks(rows: list[PersonRow]) -> Iterator[list[PersonRow]]:
    for start in range(0, len(rows), CHUNK):
        yield rows[start : start + CHUNK]


class _Book:
    """The part of the address book that a chunk of rows may speak of, read in a few queries."""

    def __init__(self, campaign: Campaign, rows: list[PersonRow]) -> None:
        self.rows = rows
        self.campaign = campaign
        people = Person.objects.filter(campaign=campaign)
        wanted = _PERSON_FIELDS
        slugs = [row.linkedin for row in rows if row.linkedin]
        self.by_slug: dict[str, _Person] = {
            p[1]: p for p in people.filter(linkedin__in=slugs).values_list(*wanted)
        }
        emails = [email.lower() for row in rows for email in row.emails]
        at = Address.objects.filter(campaign=campaign, kind="email", key__in=emails)
        self.by_email: dict[str, list[int]] = defaultdict(list)
        for key, pk in at.order_by("person_id").values_list("key", "person_id"):
            self.by_email[key].append(pk)
        names = [fold(row.name) for row in rows if not row.linkedin]
        alike = people.filter(name_key__in=names, linkedin=None).order_by("id")
        self.by_id: dict[int, _Person] = {p[0]: p for p in self.by_slug.values()}
        self.by_name: dict[str, list[int]] = defaultdict(list)
        for person in alike.values_list(*wanted):
            self.by_id[person[0]] = person
            self.by_name[person[2]].append(person[0])
        self.by_phone = self._phones()
        self.also: dict[int, list[str]] = defaultdict(list)
        merged = self._merged(slugs, names)
        ways = (*self.by_email.values(), *self.by_phone.values(), merged.values())
        missing = {pk for found in ways for pk in found} - self.by_id.keys()
        self.by_id |= {p[0]: p for p in people.filter(pk__in=missing).values_list(*wanted)}
        self.by_slug |= {slug: self.by_id[pk] for slug, pk in merged.items()}
        self._facts()

    def _phones(self) -> dict[str, list[int]]:
        """Who has a number of the rows, by E.164."""
        self.numbers = {
            place: number_keys(row.phones, self.campaign)
            for place, row in enumerate(self.rows)
            if row.phones and not row.mention
        }
        keys = {key for found in self.numbers.values() for key in found if len(key) > 5}
        at = Address.objects.filter(campaign=self.campaign, kind="phone", key__in=keys)
        found: dict[str, list[int]] = defaultdict(list)
        for key, pk in at.order_by("person_id").values_list("key", "person_id") if keys else ():
            found[key].append(pk)
        return found

    def _merged(self, slugs: Sequence[str], names: Sequence[str]) -> dict[str, int]:
        """Profiles of people merged since, and their names (in `by_name` and `also`)."""
        profiles: dict[str, int] = {}
        every = KnownAs.objects.filter(campaign=self.campaign)
        for slug, name, pk in every.values_list("linkedin", "name_key", "person_id"):
            if slug:
                profiles[slug] = pk
            else:
                self.also[pk].append(name)
        wanted = {slug: pk for slug, pk in profiles.items() if slug in {*slugs}}
        for pk, known in self.also.items():
            for name in {*known} & {*names}:
                self.by_name[name].append(pk)
        return wanted

    def _facts(self) -> None:
        ids = list(self.by_id)
        self.posts: dict[int, list[_Post]] = defaultdict(list)
        posts = Position.objects.filter(person__in=ids).order_by("id")
        for pk, person, key, title, current, by_hand in posts.values_list(
            "id", "person_id", "company__key", "title", "current", "by_hand"
        ):
            self.posts[person].append(_Post(pk, key, title, current, by_hand))
        self.ways: dict[tuple[int, str], set[str]] = defaultdict(set)
        ways = Address.objects.filter(person__in=ids)
        for person, kind, key in ways.values_list("person_id", "kind", "key"):
            self.ways[person, kind].add(key)
        ties = Tie.objects.filter(person__in=ids, other=None)
        self.ties = {
            person: (pk, since)
            for pk, person, since in ties.values_list("id", "person_id", "since")
        }

    def people(self) -> dict[int, Update]:
        """For each row that speaks of somebody known, by its place: what it changes."""
        found: dict[int, Update] = {}
        for place, row in enumerate(self.rows):
            person = self._same(place, row)
            if person is not None:
                found[place] = self._update(person, row)
        return found

    def _same(self, place: int, row: PersonRow) -> _Person | None:
        if row.linkedin and (found := self.by_slug.get(row.linkedin)):
            return found
        for email in row.emails:
            for pk in self.by_email.get(email.lower(), ()):
                if any(like_names(name, row.name) for name in self._names(pk)):
                    return self.by_id[pk]
        for key in self.numbers.get(place, ()):
            for pk in self.by_phone.get(key, ()):
                if any(same_name(name, row.name) for name in self._names(pk)):
                    return self.by_id[pk]
        if row.linkedin or row.mention:
            return None
        company = key_of(row.company)
        for pk in self.by_name.get(fold(row.name), ()):
            keys = {post.key for post in self.posts[pk]}
            if company in keys or not (company or keys) or (pk in self.also and not company):
                return self.by_id[pk]
        return None

    def _names(self, pk: int) -> tuple[str, ...]:
        return (str(self.by_id[pk][3]), *self.also.get(pk, ()))

    def _update(self, person: _Person, row: PersonRow) -> Update:
        pk, slug, _, name, by_hand, note, birthday = person
        update = Update(pk)
        if row.linkedin and not slug and "linkedin" not in by_hand:
            update.linkedin = row.linkedin
        renames = not row.mention and "name" not in by_hand and (slug or "") == row.linkedin
        if renames and name != row.name and (slug or same_words(name, row.name)):
            update.name = row
        unique = {email.lower(): email for email in row.emails}
        update.emails = [e for key, e in unique.items() if key not in self.ways[pk, "email"]]
        numbers = number_keys(row.phones, self.campaign) if row.phones else {}
        update.phones = {k: n for k, n in numbers.items() if k not in self.ways[pk, "phone"]}
        if row.note and not note and "note" not in by_hand:
            update.filled["note"] = row.note
        if row.birthday and not birthday:
            update.filled["birthday"] = row.birthday
        if row.company:
            self._update_post(update, row)
        tie, since = self.ties.get(pk, (None, None))
        if tie is None and row.connected_on:
            update.untied, update.tied_on = True, row.connected_on
        elif tie is not None and since is None and row.connected_on:
            update.tie_id, update.tied_on = tie, row.connected_on
        return update

    def _update_post(self, update: Update, row: PersonRow) -> None:
        """What the seeker said by hand stands; otherwise the newer export tells where they work."""
        posts = self.posts[update.person_id]
        key = key_of(row.company)
        there = [post for post in posts if post.key == key]
        present = [post for post in there if post.current]
        if present:
            post = next((p for p in present if p.title == row.title), present[-1])
            if post.title != row.title and row.title and not post.by_hand:
                update.retitled = (post.id, row.title)
        elif not any(post.by_hand for post in posts if post.current or post.key == key):
            update.left = [post.id for post in posts if post.current]
            update.post = row


@dataclass(frozen=True, slots=True)
class _Post:
    id: int
    key: str
    title: str
    current: bool
    by_hand: bool

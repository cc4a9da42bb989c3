"""What a file's rows would change in the address book. Reads only, a chunk at a time.

Who a row is: the same LinkedIn profile; else the same e-mail address or number with a like name;
else, within one list, the same name at the same company where nothing differs. Across lists that is
a suggestion (docs/decisions/name-and-employer.md).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from firststep.bringing.comparing.address_book import AddressBook, KnownPerson
from firststep.bringing.comparing.origins import ListOrigin, connected_since
from firststep.bringing.comparing.same_rows import Counted, like_names, same_rows
from firststep.bringing.comparing.told_work import told_work
from firststep.facts.file_rows import Listener, PersonRow, Reading
from firststep.facts.text import fold
from firststep.steps.goal.companies.matching import key_of
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.steps.people.same_person.likeness import same_name, same_words
from firststep.steps.people.same_person.telling_apart import ToldAgain, post_key, told_again
from firststep.steps.people.spelling.numbers import number_keys

_CHUNK = 2_000
_Names = Counter[tuple[str, str]]  # rows of a file by name and company


@dataclass(slots=True)
class Update:
    """What one row changes about a person already there; None and empty leave things alone."""

    person_id: int
    linkedin: str | None = None
    profile: str = ""  # another one of theirs
    name: PersonRow | None = None
    emails: list[str] = field(default_factory=list)
    phones: dict[str, str] = field(default_factory=dict)  # key -> as written
    filled: dict[str, str | date] = field(default_factory=dict)  # fields that were empty
    retitled: tuple[int, str] | None = None  # position, title
    left: list[int] = field(default_factory=list)  # positions that are former now
    post: tuple[str, str] | None = None  # company as written, title: a present one
    former: list[tuple[str, str]] = field(default_factory=list)
    as_of: date | None = None  # the day the file is true of, where that is known
    tied_on: date | None = None
    tie_id: int | None = None  # of a tie without a date
    untied: bool = False

    def changes(self) -> bool:
        more = (self.filled, self.retitled, self.tie_id, self.untied)
        return self.marks() or any(more)

    def marks(self) -> bool:
        """Whether it brings another way to recognise the person."""
        ways = (self.linkedin, self.profile, self.name, self.emails, self.phones)
        return any((*ways, self.post, self.former))


@dataclass(slots=True)
class Comparison:
    """The new rows in order, each with its origin, the updates, and the count of each file."""

    new: list[PersonRow] = field(default_factory=list)
    origins: list[ListOrigin] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    counts: list[Counted] = field(default_factory=list)


def compare(
    campaign: Campaign,
    readings: Sequence[Reading],
    progress: Listener | None = None,
    *,
    today: date | None = None,
) -> Comparison:
    """Compares every row with the address book and with the rows before it."""
    unique = same_rows(readings, today=today)
    found = Comparison(counts=unique.counts)
    nobody_yet = not Person.objects.filter(campaign=campaign).exists()
    total = sum(map(len, unique.files))
    done = 0
    for rows, origin, counted in zip(unique.files, unique.origins, unique.counts, strict=True):
        named = Counter() if nobody_yet else _named(rows)
        for chunk in _chunks(rows):
            book = None if nobody_yet else AddressBook(campaign, chunk, origin, today=today)
            known = _updates(book, chunk, named) if book else {}
            new = _sort_out(chunk, known, found, counted)
            found.origins.extend([origin] * new)
            done += len(chunk)
            if progress is not None:
                progress(done, total)
    return found


def _named(rows: list[PersonRow]) -> _Names:
    return Counter(
        (fold(row.name), key_of(row.company)) for row in rows if not (row.linkedin or row.mention)
    )


def _sort_out(
    rows: list[PersonRow], known: dict[int, Update], found: Comparison, counted: Counted
) -> int:
    """Puts each row where it belongs; answers with how many are new."""
    before = len(found.new)
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
    return len(found.new) - before


def _chunks(rows: list[PersonRow]) -> Iterator[list[PersonRow]]:
    for start in range(0, len(rows), _CHUNK):
        yield rows[start : start + _CHUNK]


def _updates(book: AddressBook, rows: list[PersonRow], named: _Names) -> dict[int, Update]:
    """For each row that speaks of somebody known, by its place: what it changes."""
    found: dict[int, Update] = {}
    for place, row in enumerate(rows):
        person = _whose(book, place, row, named)
        if person is not None:
            found[place] = _update(book, book.people[person], row)
    return found


def _whose(book: AddressBook, place: int, row: PersonRow, named: _Names) -> int | None:
    known = book.slugs.get(row.linkedin) or _by_way(book, place, row)
    if known or row.linkedin or row.mention:
        return known
    bearers, numbers = book.bearers(row.name), book.numbers.get(place, {})
    alone = len(bearers) == 1 and named[fold(row.name), key_of(row.company)] == 1
    fits = [(told_again(row, one, numbers=numbers, alone=alone), pk) for pk, one in bearers]
    best = max(fits, key=lambda fit: fit[0], default=(ToldAgain.NO, 0))
    return best[1] if best[0] is not ToldAgain.NO else None


def _by_way(book: AddressBook, place: int, row: PersonRow) -> int | None:
    """Who has one of the addresses or numbers, and a name like the row's: households share them."""
    mails = ((like_names, book.emails.get(email.lower(), ())) for email in row.emails)
    calls = ((same_name, book.phones.get(key, ())) for key in book.numbers.get(place, ()))
    for alike, people in chain(mails, calls):
        for pk in people:
            if any(alike(name, row.name) for name in book.names(pk)):
                return pk
    return None


def _update(book: AddressBook, person: KnownPerson, row: PersonRow) -> Update:
    update = Update(person.id, as_of=book.origin.as_of)
    _update_profile(book, update, person, row)
    if _renames(person, row):
        update.name = row
    _update_ways(book, update, row)
    if row.note and not person.note and "note" not in person.by_hand:
        update.filled["note"] = row.note
    if row.birthday and not person.birthday:
        update.filled["birthday"] = row.birthday
    unsaid = person.connected_on is None and "connected_on" not in person.by_hand
    if unsaid and (since := connected_since(row, book.origin, book.today)):
        update.filled["connected_on"] = since
    _update_work(book, update, row)
    _update_tie(book, update, row)
    return update


def _update_profile(book: AddressBook, update: Update, person: KnownPerson, row: PersonRow) -> None:
    if not row.linkedin or row.linkedin == person.linkedin:
        return
    if not person.linkedin and "linkedin" not in person.by_hand:
        update.linkedin = row.linkedin
    elif book.slugs.get(row.linkedin) is None:
        update.profile = row.linkedin


def _renames(person: KnownPerson, row: PersonRow) -> bool:
    """Their own profile's name is the newest; without one, the same name in other letters."""
    if row.mention or "name" in person.by_hand or (person.linkedin or "") != row.linkedin:
        return False
    return person.name != row.name and (bool(person.linkedin) or same_words(person.name, row.name))


def _update_ways(book: AddressBook, update: Update, row: PersonRow) -> None:
    pk, unique = update.person_id, {email.lower(): email for email in row.emails}
    update.emails = [e for key, e in unique.items() if not _has_way(book, pk, "email", key)]
    numbers = number_keys(row.phones, book.campaign) if row.phones else {}
    update.phones = {k: n for k, n in numbers.items() if not _has_way(book, pk, "phone", k)}


def _has_way(book: AddressBook, pk: int, kind: str, key: str) -> bool:
    return key in book.ways[pk, kind] or key in book.let_go[pk, kind]


def _update_tie(book: AddressBook, update: Update, row: PersonRow) -> None:
    """A tie the seeker dropped stays away."""
    tie = book.ties.get(update.person_id)
    if row.connected_on is None or book.let_go[update.person_id, "tie"]:
        return
    if tie is None:
        update.untied, update.tied_on = True, row.connected_on
    elif tie.since is None:
        update.tie_id, update.tied_on = tie.id, row.connected_on


def _update_work(book: AddressBook, update: Update, row: PersonRow) -> None:
    posts, gone = book.posts[update.person_id], book.let_go[update.person_id, "post"]
    if row.company:
        told = told_work(posts, gone, key=key_of(row.company), title=row.title, as_of=update.as_of)
        update.retitled, update.left = told.retitled, told.left
        update.post = (row.company, row.title) if told.present else None
        update.former = [(row.company, row.title)] if told.former else []
    kept = {(post.key, fold(post.title)) for post in posts}
    for company, title in row.former:
        said = key_of(company), fold(title)
        if said not in kept and post_key(*said) not in gone:
            update.former.append((company, title))

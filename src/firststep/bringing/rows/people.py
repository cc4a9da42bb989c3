"""Parts of an import: new people, new companies and changed people, written fast."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from firststep.bringing.comparing.comparing import Update
from firststep.bringing.comparing.origins import ListOrigin, connected_since
from firststep.bringing.rows.fast_rows import insert_rows, take_keys
from firststep.facts.file_rows import Listener, PersonRow
from firststep.facts.text import fold
from firststep.journal.actions import Recording
from firststep.steps.goal.companies.matching import Match, key_of
from firststep.steps.goal.models import Company
from firststep.steps.people.models import Address, CompanyMatch, Person, Position, Tie
from firststep.steps.people.rows.letting_go import known_before
from firststep.steps.people.rows.ways import keep_suppressed
from firststep.steps.people.spelling.numbers import number_keys
from firststep.steps.people.suppression import digests, suppressed

_CHUNK = 4_000

_PERSON = ("id", "campaign_id", "name", "given", "family", "name_key", "search_text", "linkedin",
           "place", "birthday", "note", "do_not_contact_on", "do_not_contact_why", "by_hand",
           "known_since", "keep", "source", "connected_on", "import_id")  # fmt: skip
_POSITION = ("id", "campaign_id", "person_id", "company_id", "written", "title", "current",
             "as_of", "by_hand", "import_id")  # fmt: skip
_TIE = ("id", "campaign_id", "person_id", "kind", "how", "since", "by_hand", "import_id")
_ADDRESS = ("id", "campaign_id", "person_id", "kind", "value", "key", "import_id")
_COMPANY = ("id", "campaign_id", "name", "key", "domain", "aliases", "noted", "motivation",
            "stage", "import_id")  # fmt: skip
_MATCH = ("id", "campaign_id", "written_id", "company_id", "tier", "why")
WHY_NOT = "You asked not to contact this person before they were removed."


def bring_companies(
    change: Recording,
    import_id: int,
    new: Mapping[str, tuple[str, Match | None]],
    noted: Mapping[str, Sequence[str]],
) -> dict[str, int]:
    """Makes merely known companies, given as key -> (name, match), and their matches.

    `noted` is why the seeker took note of one, by key. Answers with the key of each and its id.
    """
    keys = take_keys(Company, len(new))
    campaign = change.campaign.pk
    ids = dict(zip(new, keys, strict=True))

    def reasons(key: str) -> str:
        return json.dumps(noted[key]) if noted.get(key) else "[]"

    insert_rows(
        Company,
        _COMPANY,
        [
            (ids[key], campaign, name, key, "", "[]", reasons(key), 3, "", import_id)
            for key, (name, _) in new.items()
        ],
    )
    change.remember_made(Company, keys)
    found = [(ids[key], match) for key, (_, match) in new.items() if match is not None]
    matches = take_keys(CompanyMatch, len(found))
    insert_rows(
        CompanyMatch,
        _MATCH,
        [
            (pk, campaign, written, match.company_id, match.tier, match.why)
            for pk, (written, match) in zip(matches, found, strict=True)
        ],
    )
    change.remember_made(CompanyMatch, matches)
    return ids


class Bringing:
    """New people, a chunk at a time: people, posts, ties and addresses."""

    def __init__(self, change: Recording, import_id: int, companies: Mapping[str, int]) -> None:
        self.change = change
        self.import_id = import_id
        self.companies = companies  # as written -> id
        self.stopped = suppressed(change.campaign)
        self.day = change.on.isoformat()
        self._folded: dict[str, str] = {}

    def bring(
        self,
        rows: list[PersonRow],
        origins: Sequence[ListOrigin],
        progress: Listener,
    ) -> None:
        """Writes everybody, and keeps nobody that is written; `progress` hears how many are."""
        of = len(rows)
        for start in range(0, of, _CHUNK):
            self._chunk(rows[:_CHUNK], origins[start : start + _CHUNK])
            del rows[:_CHUNK]
            progress(of - len(rows), of)

    def _chunk(self, rows: Sequence[PersonRow], origins: Sequence[ListOrigin]) -> None:
        keys = take_keys(Person, len(rows))
        self._write(Person, _PERSON, keys, self._people(rows, origins, keys))
        with_id = list(zip(keys, rows, strict=True))
        posts = [
            post
            for pk, row, origin in zip(keys, rows, origins, strict=True)
            for post in self._posts(pk, row, origin)
        ]
        self._numbered(Position, _POSITION, posts)
        # Whom a message merely mentions is tied by what was said both ways, if anything was.
        ties = [self._tie(pk, row) for pk, row in with_id if not row.mention]
        self._numbered(Tie, _TIE, ties)
        reached = [(pk, row) for pk, row in with_id if row.emails or row.phones]
        addresses = [values for pk, row in reached for values in self._ways(pk, row)]
        self._numbered(Address, _ADDRESS, addresses)

    def _people(
        self, rows: Sequence[PersonRow], origins: Sequence[ListOrigin], keys: Sequence[int]
    ) -> Iterator[tuple[Any, ...]]:
        campaign, import_id, day = self.change.campaign.pk, self.import_id, self.day
        folded, stopped, today = self._fold, self.stopped, self.change.on
        for pk, row, origin in zip(keys, rows, origins, strict=True):
            name_key = fold(row.name)
            text = name_key
            if row.company:
                title, company = folded(row.title), folded(row.company)
                text = f"{name_key} {title} {company}" if title else f"{name_key} {company}"
            never = bool(stopped) and self._is_stopped(row)
            since = connected_since(row, origin, today)
            yield (
                pk, campaign, row.name, row.given, row.family, name_key, text,
                row.linkedin or None, "", row.birthday, row.note, day if never else None,
                WHY_NOT if never else "", "[]", day, "", origin.source,
                since.isoformat() if since else None, import_id,
            )  # fmt: skip

    def _fold(self, text: str) -> str:
        found = self._folded.get(text)
        if found is None:
            found = self._folded[text] = fold(text)
        return found

    def _is_stopped(self, row: PersonRow) -> bool:
        return not self.stopped.isdisjoint(
            digests(
                self.change.campaign,
                emails=row.emails,
                phones=number_keys(row.phones, self.change.campaign) if row.phones else (),
                linkedin=row.linkedin,
                name=row.name,
                companies=[key_of(row.company)] if row.company else [],
            )
        )

    def _posts(self, person: int, row: PersonRow, origin: ListOrigin) -> Iterator[tuple[Any, ...]]:
        campaign, day = self.change.campaign.pk, str(origin.as_of or self.day)
        told = ((row.company, row.title, True), *_former(row)) if row.company else ()
        for company, title, now in told:
            yield (
                campaign, person, self.companies[company], company, title, now, day, False,
                self.import_id,
            )  # fmt: skip

    def _tie(self, person: int, row: PersonRow) -> tuple[Any, ...]:
        since = row.connected_on.isoformat() if row.connected_on else None
        return self.change.campaign.pk, person, "", "", since, False, self.import_id

    def _ways(self, person: int, row: PersonRow) -> Iterator[tuple[Any, ...]]:
        unique = {email.lower(): email for email in row.emails}
        for key, email in unique.items():
            yield self.change.campaign.pk, person, "email", email, key, self.import_id
        numbers = number_keys(row.phones, self.change.campaign) if row.phones else {}
        for key, number in numbers.items():
            yield self.change.campaign.pk, person, "phone", number, key, self.import_id

    def _numbered(self, model: type[Any], columns: Sequence[str], rows: list[Any]) -> None:
        keys = take_keys(model, len(rows))
        self._write(model, columns, keys, [(pk, *row) for pk, row in zip(keys, rows, strict=True)])

    def _write(
        self, model: type[Any], columns: Sequence[str], keys: Sequence[int], rows: Any
    ) -> None:
        if keys:
            insert_rows(model, columns, rows)
            self.change.remember_made(model, keys)


def _former(row: PersonRow) -> Iterator[tuple[str, str, bool]]:
    return ((company, title, False) for company, title in row.former)


def bring_up_to_date(
    change: Recording, import_id: int, updates: Sequence[Update], companies: Mapping[str, int]
) -> None:
    """Writes what a newer file says about people already there."""
    stopped = bool(suppressed(change.campaign))
    for start in range(0, len(updates), _CHUNK):
        chunk = updates[start : start + _CHUNK]
        people = Person.objects.in_bulk([u.person_id for u in chunk])
        posts = Position.objects.in_bulk(
            [pk for u in chunk for pk in (*u.left, *([u.retitled[0]] if u.retitled else []))]
        )
        for update in chunk:
            person = people[update.person_id]
            _one(change, import_id, update, person, posts, companies)
            if update.marks() and (stopped or person.do_not_contact_on is not None):
                keep_suppressed(change, person)


def _one(
    change: Recording,
    import_id: int,
    update: Update,
    person: Person,
    posts: Mapping[int, Position],
    companies: Mapping[str, int],
) -> None:
    marks: dict[str, Any] = {"campaign_id": change.campaign.pk, "import_id_id": import_id}
    if update.retitled:
        as_of = update.as_of or change.on
        change.change(posts[update.retitled[0]], title=update.retitled[1], as_of=as_of)
    for pk in update.left:
        change.change(posts[pk], current=False)
    told = [(post, False) for post in update.former]
    told += [(update.post, True)] if update.post else []
    for (company, title), current in told:
        change.make(
            Position(
                person=person, company_id=companies[company], written=company, title=title,
                current=current, as_of=update.as_of or change.on, **marks,
            )
        )  # fmt: skip
    _ways_told(change, update, person, marks)
    if update.untied:
        change.make(Tie(person=person, since=update.tied_on, **marks))
    elif update.tie_id:
        change.change(Tie.objects.get(pk=update.tie_id), since=update.tied_on)
    change.change(person, **_facts(update, person))


def _ways_told(change: Recording, update: Update, person: Person, marks: Mapping[str, Any]) -> None:
    known_before(change, person, linkedin=update.profile)
    for email in update.emails:
        change.make(Address(person=person, kind="email", value=email, key=email.lower(), **marks))
    for key, number in update.phones.items():
        change.make(Address(person=person, kind="phone", value=number, key=key, **marks))


def _facts(update: Update, person: Person) -> dict[str, Any]:
    fields: dict[str, Any] = dict(update.filled)
    if update.linkedin:
        fields["linkedin"] = update.linkedin
    if (row := update.name) is not None:
        fields |= {"name": row.name, "given": row.given, "family": row.family}
        fields["name_key"] = fold(row.name)
    if update.name or update.post or update.former or update.retitled:
        posts = person.positions.order_by("-current", "id").values_list("title", "written")
        words = " ".join(f"{title} {written}" for title, written in posts)
        fields["search_text"] = fold(f"{fields.get('name', person.name)} {words}")
    return fields

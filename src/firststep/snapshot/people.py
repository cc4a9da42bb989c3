"""The people a campaign touches: who they are, how to reach them, where they work, their ties."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple, cast

from firststep.facts.snapshot import CompanyFacts, PersonFacts, PositionFacts, TieFacts
from firststep.snapshot.invitations import Invitations
from firststep.snapshot.logs import FetchedRow, fetched
from firststep.snapshot.matches import MatchedTo, Matches
from firststep.steps.people.finding.many_ids import ids_named, ids_parameter
from firststep.steps.people.ties.in_touch import in_touch
from firststep.steps.people.ties.tie_kind import InTouch, tie_told

Ids = frozenset[int]
SEEN_IN = ("Evidence", "Person", "Position", "Company", "OwnPart")
NEAR_IN, WORKED_IN = ("Position", "Tie", "Person"), ("Position", "Company")
Ties = dict[int, tuple[TieFacts, ...]]
# Written out: these are asked after every entry, of everybody whom the campaign touches.
_NEAR = """
SELECT person_id FROM firststep_position WHERE company_id IN ({ids})
UNION SELECT person_id FROM firststep_tie WHERE campaign_id = %s AND by_hand
UNION SELECT other_id FROM firststep_tie WHERE campaign_id = %s AND by_hand
UNION SELECT id FROM firststep_person WHERE campaign_id = %s AND keep <> ''
"""
_TIES = """
SELECT id, person_id, other_id, kind, how, since, by_hand FROM firststep_tie
WHERE person_id IN ({ids})
"""
_PERSONS = """
SELECT id, name, given, family, place, linkedin, keep, called, do_not_contact_on,
    connected_on
FROM firststep_person WHERE id IN ({ids})
"""
_WAYS = """
SELECT person_id, kind, value, known_on FROM firststep_address
WHERE dead_on IS NULL AND person_id IN ({ids}) ORDER BY id
"""
_POSTS = """
SELECT person_id, company_id, company.name, company.phone, company.phone_on, written, title,
    current, began_on, ended_on
FROM firststep_position AS post JOIN firststep_company AS company ON company.id = company_id
WHERE person_id IN ({ids}) ORDER BY current DESC, began_on DESC, post.id
"""


def read_near(campaign: int, companies: Ids) -> Ids:
    """Whoever works or worked at these companies, stands in a tie made by hand, or is kept in
    touch with."""
    rows = _of(_NEAR, companies, campaign, campaign, campaign)
    return frozenset(key for (key,) in rows if key is not None)


def read_seen(ids: Ids, today: date) -> dict[int, InTouch]:
    """What exports tell of each of them."""
    return in_touch(ids, today=today)


def read_ties(ids: Ids) -> list[FetchedRow]:
    """The seeker's ties with them, and theirs with others."""
    return _of(_TIES, ids)


def ties(rows: Iterable[FetchedRow], seen: dict[int, InTouch], today: date) -> Ties:
    """By person; a tie nobody gave a kind is what the exports tell."""
    found: dict[int, list[TieFacts]] = defaultdict(list)
    for pk, person, other, kind, how, since, by_hand in rows:
        known = seen.get(person) if other is None else None
        told = tie_told(kind, since, today=today, in_touch=known)
        found[person].append(
            TieFacts(
                id=pk,
                kind=told.kind,
                why=told.why,
                how=how,
                since=since,
                by_hand=by_hand,
                bare=not (kind or how or by_hand or (known and known.days)),
                other_id=other,
            )
        )
    return {person: tuple(theirs) for person, theirs in found.items()}


def others_of(found: Ties) -> Ids:
    """The other ends of their ties."""
    return frozenset(tie.other_id for theirs in found.values() for tie in theirs if tie.other_id)


def read_persons(ids: Ids) -> list[FetchedRow]:
    """The people themselves."""
    return _of(_PERSONS, ids)


def connections(rows: Iterable[FetchedRow]) -> dict[int, date]:
    """Since when each of them is connected with the seeker, as an import or the seeker told."""
    return {row[0]: row[-1] for row in rows if row[-1] is not None}


def read_ways(ids: Ids) -> list[FetchedRow]:
    """Their living addresses and numbers, in the order they came."""
    return _of(_WAYS, ids)


def read_posts(ids: Ids) -> list[FetchedRow]:
    """Their posts, the present ones and the newest first."""
    return _of(_POSTS, ids)


class Posts(NamedTuple):
    """Posts by person, and the companies they are at that are no targets."""

    of: dict[int, tuple[PositionFacts, ...]]
    elsewhere: dict[int, CompanyFacts]


def posts(rows: Iterable[FetchedRow], targets: Collection[int], matches: Matches) -> Posts:
    """Each post at its target where its company is one; else at the company as written."""
    found: dict[int, list[PositionFacts]] = defaultdict(list)
    elsewhere: dict[int, CompanyFacts] = {}
    for person, company, name, phone, phone_on, written, title, current, began, ended in rows:
        own = [MatchedTo(company, company, name, "exact", "")]
        for match in own if company in targets else matches.by_written.get(company, own):
            if match.company_id not in targets:
                elsewhere[match.company_id] = CompanyFacts(
                    id=match.company_id, name=match.company, phone=phone, phone_on=phone_on
                )
            found[person].append(
                PositionFacts(
                    company_id=match.company_id,
                    company=written or match.company,
                    title=title,
                    current=current,
                    began_on=began,
                    ended_on=ended,
                    sureness=cast(Any, match.sureness),
                    why=match.why,
                )
            )
    return Posts({person: tuple(theirs) for person, theirs in found.items()}, elsewhere)


def people_known(
    persons: Iterable[FetchedRow],
    ways: Iterable[FetchedRow],
    known: Ties,
    worked: Posts,
    invited: Invitations,
) -> dict[int, PersonFacts]:
    """The people with all that is theirs."""
    reached: dict[tuple[int, str], list[str]] = defaultdict(list)
    called_from: dict[int, date | None] = {}
    for person, kind, value, known_on in ways:
        reached[person, kind].append(value)
        if kind == "phone":
            called_from.setdefault(person, known_on)
    found: dict[int, PersonFacts] = {}
    for pk, name, given, family, place, linkedin, keep, called, stopped_on, _ in persons:
        mine = known.get(pk, ())
        found[pk] = PersonFacts(
            id=pk,
            name=name,
            given=given,
            family=family,
            place=place,
            emails=tuple(reached.get((pk, "email"), ())),
            phones=tuple(reached.get((pk, "phone"), ())),
            phone_on=called_from.get(pk),
            linkedin=linkedin or "",
            connected_on=invited.connected.get(pk),
            invited_on=invited.waiting.get(pk),
            do_not_contact=stopped_on is not None,
            keep=keep,
            called=called,
            tie=next((tie for tie in mine if tie.other_id is None), None),
            positions=worked.of.get(pk, ()),
            ties_to=tuple([tie for tie in mine if tie.other_id is not None]),
        )
    return found


def _of(sql: str, ids: Ids, *given: int) -> list[FetchedRow]:
    return fetched(sql.format(ids=ids_named()), ids_parameter(ids), *given)

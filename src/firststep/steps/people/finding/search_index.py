"""Reading people by a part of name, title or company, fast with 100,000 of them.

Rare words are looked up in the trigram table of SQLite (on PostgreSQL the trigram index serves
LIKE by itself); common ones are met soon by walking the names in order. Which it is,
the table itself tells, as far as a bound.
"""

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from firststep.facts.text import fold, whole_number
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.many_ids import (
    among as among_ids,
)
from firststep.steps.people.finding.many_ids import (
    among_given,
    ids_parameter,
    narrowly,
    narrowly_given,
)
from firststep.steps.people.models import Person, Position

PAGE = 50
IDS_BY_TRIGRAMS = "SELECT rowid FROM firststep_person_search WHERE firststep_person_search MATCH %s"
_FEW = 1_500  # hits below which looking them all up and sorting beats walking


class PostLine(NamedTuple):
    """Where somebody works, as a line of the address book shows it."""

    person_id: int
    title: str
    written: str
    current: bool


class PeoplePage(NamedTuple):
    """Fifty people at most. `after` is what to give to read on, "" at the end."""

    people: list[Person]
    positions: dict[int, PostLine]
    after: str


def _shown() -> QuerySet[Person]:
    """People with what a line of theirs needs."""
    return Person.objects.only("name", "name_key", "do_not_contact_on")


_FIRST = KeptQuery(
    lambda: _shown().filter(campaign=Blank("campaign")).order_by("name_key", "id")[: PAGE + 1]
)
_AMONG = KeptQuery(lambda: _shown().filter(pk__in=among_given("people")))
_NAMES = KeptQuery(
    lambda: narrowly_given(
        Person.objects.filter(pk__in=among_given("people")), "campaign"
    ).values_list("name_key", "pk")
)
_POSTS = KeptQuery(
    lambda: (
        Position.objects.filter(person__in=among_given("people"))
        .order_by("current", "id")
        .values_list(*PostLine._fields)
    )
)


def people_page(
    campaign: Campaign, text: str = "", *, after: str = "", among: Collection[int] | None = None
) -> PeoplePage:
    """The next fifty people by name whose name, title or company holds every word of the text.

    Two queries (one more for a search), the same whatever the number of people.
    `after` is a page's own `after`; a wrong one begins anew. `among` whom to look, by their ids; a
    few thousand at most.
    """
    rows = None
    if among is not None:
        rows = _first_among(campaign, fold(text), among, after)
    elif words := fold(text).split():
        rows = _first_of_few(campaign, words, after)
    elif not after:
        rows = _FIRST(campaign=campaign.pk)
    if rows is None:
        rows = list(_ordered(_holding(_shown(), campaign, fold(text)), after)[: PAGE + 1])
    more = len(rows) > PAGE
    people = rows[:PAGE]
    ids = ids_parameter(person.pk for person in people)
    return PeoplePage(
        people,
        # The last one wins: present posts after former ones.
        {row[0]: PostLine(*row) for row in _POSTS(people=ids)},
        f"{people[-1].pk}:{people[-1].name_key}" if more else "",
    )


def people_named(campaign: Campaign, wanted: str, *, most: int) -> list[Person]:
    """The first people by name whose folded name holds every word of `wanted`."""
    people = _holding(Person.objects.all(), campaign, wanted)
    for word in wanted.split():
        people = people.filter(name_key__contains=word)
    return list(people.order_by("name_key", "id")[:most])


def _first_of_few(campaign: Campaign, words: list[str], after: str) -> list[Person] | None:
    """The first of a page where few hold the words, on SQLite; None where walking is better."""
    if connection.vendor != "sqlite" or (few := _few_hits(DEFAULT_DB_ALIAS, words)) is None:
        return None
    begins = _begins(after)
    asked = dict(zip(("name", "key"), begins, strict=False))
    likes = {
        f"word{at}": f"%{connection.ops.prep_for_like_query(word)}%"
        for at, word in enumerate(words)
    }
    found = _holding_few(len(words), further=bool(begins))
    rows = found(few=ids_parameter(few), campaign=campaign.pk, **likes, **asked)
    return sorted(rows, key=lambda person: (person.name_key, person.pk))


@lru_cache(maxsize=32)
def _holding_few(words: int, *, further: bool) -> KeptQuery[Person]:
    """The question for so many words. Written out, since SQLite's planner would rather walk the
    names than sort a few hundred."""
    holding = " AND ".join(["p.search_text LIKE %s ESCAPE '\\'"] * words)
    behind = " AND (p.name_key, p.id) > (%s, %s)" if further else ""
    ids = (
        "SELECT p.id FROM json_each(%s) f CROSS JOIN firststep_person p "
        "ON p.id = f.value WHERE p.campaign_id = %s "
        f"AND {holding}{behind} ORDER BY p.name_key, p.id LIMIT %s"
    )
    names = ("few", "campaign", *(f"word{at}" for at in range(words)))
    places = [Blank(name) for name in (*names, *(("name", "key") if further else ()))]
    return KeptQuery(lambda: _shown().filter(pk__in=RawSQL(ids, [*places, PAGE + 1])))


def _first_among(
    campaign: Campaign, wanted: str, among: Collection[int], after: str
) -> list[Person]:
    """The first of a page among a few, sorted here: SQLite would walk all names to find them."""
    if wanted:
        them = narrowly(Person.objects.filter(pk__in=among_ids(among)), campaign)
        named = list(_having(them, wanted).values_list("name_key", "pk"))
    else:
        named = _NAMES(campaign=campaign.pk, people=ids_parameter(among))
    begins = _begins(after)
    here = [key for name, key in sorted(named) if not begins or (name, key) > begins]
    rows = _AMONG(people=ids_parameter(here[: PAGE + 1]))
    return sorted(rows, key=lambda person: (person.name_key, person.pk))


def _begins(after: str) -> tuple[str, int] | tuple[()]:
    """The name and id a page begins behind; nothing for the first page or nonsense."""
    key, mark, name = after.partition(":")
    number = whole_number(key, digits=18)
    return (name, number) if mark and number is not None else ()


def _ordered(people: QuerySet[Person], after: str) -> QuerySet[Person]:
    if begins := _begins(after):
        name, key = begins
        people = people.filter(Q(name_key__gt=name) | Q(name_key=name, id__gt=key))
        people = people.filter(name_key__gte=name)  # lets the index begin there
    return people.order_by("name_key", "id")


def _holding(people: QuerySet[Person], campaign: Campaign, wanted: str) -> QuerySet[Person]:
    """Those people of the campaign whose text holds every word; short words begin a name."""
    return _having(people.filter(campaign=campaign), wanted)


def _having(people: QuerySet[Person], wanted: str) -> QuerySet[Person]:
    words = wanted.split()
    if not words:
        return people
    if max(map(len, words)) < 3 and len(words) == 1:
        return people.filter(name_key__gte=words[0], name_key__lt=words[0] + "\U0010ffff")
    for word in words:
        people = people.filter(search_text__contains=word)
    if connections[people.db].vendor != "sqlite":
        return people
    few = _few_hits(people.db, words)
    return people if few is None else people.filter(pk__in=among_ids(few))


def _few_hits(database: str, words: list[str]) -> list[int] | None:
    """Whoever the trigram table finds for the words; None where those are too many to sort."""
    terms = " AND ".join(trigrams(word) for word in words if len(word) >= 3)
    if not terms:
        return None
    with connections[database].cursor() as cursor:
        cursor.execute(f"{IDS_BY_TRIGRAMS} LIMIT %s", [terms, _FEW + 1])
        found = [key for (key,) in cursor.fetchall()]
    return found if len(found) <= _FEW else None


def trigrams(text: str) -> str:
    """What the trigram table is asked for, for a text of three letters or more: all its threes.

    Whoever holds the text is found, and a few who hold only its threes.
    """
    threes = dict.fromkeys(text[i : i + 3] for i in range(len(text) - 2))
    quoted = ('"' + three.replace('"', '""') + '"' for three in threes)
    return f"({' AND '.join(quoted)})"

"""Reading people by a part of name, title or company, fast with 100,000 of them.

Rare words are looked up in the trigram table of SQLite (on PostgreSQL the trigram index serves
LIKE by itself); common ones are met soon by walking the names in order. Which it is, a bounded
count decides.
"""

from typing import NamedTuple

from django.db import connections
from django.db.models import Q, QuerySet

from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person, Position, Tie

PAGE = 50
IDS_BY_TRIGRAMS = "SELECT rowid FROM firststep_person_search WHERE firststep_person_search MATCH %s"
_FEW = 1_500  # hits below which looking them all up and sorting beats walking


class PeoplePage(NamedTuple):
    """Fifty people at most. `after` is what to give to read on, "" at the end."""

    people: list[Person]
    positions: dict[int, Position]
    ties: dict[int, Tie]
    after: str


def people_page(campaign: Campaign, text: str = "", *, after: str = "") -> PeoplePage:
    """The next fifty people by name whose name, title or company holds every word of the text.

    Three queries (one more for the count of a search), the same whatever the number of people.
    `after` is a page's own `after`; a wrong one begins anew.
    """
    rows = list(_ordered(_holding(campaign, fold(text)), after)[: PAGE + 1])
    more = len(rows) > PAGE
    people = rows[:PAGE]
    ids = [person.pk for person in people]
    posts = Position.objects.filter(person__in=ids).select_related("company")
    ties = Tie.objects.filter(person__in=ids, other=None)
    return PeoplePage(
        people,
        # The last one wins: present posts after former ones.
        {post.person_id: post for post in posts.order_by("current", "id")},
        {tie.person_id: tie for tie in ties},
        f"{people[-1].pk}:{people[-1].name_key}" if more else "",
    )


def people_named(campaign: Campaign, wanted: str, *, most: int) -> list[Person]:
    """The first people by name whose folded name holds every word of `wanted`."""
    people = _holding(campaign, wanted)
    for word in wanted.split():
        people = people.filter(name_key__contains=word)
    return list(people.order_by("name_key", "id")[:most])


def _ordered(people: QuerySet[Person], after: str) -> QuerySet[Person]:
    key, mark, name = after.partition(":")
    if mark and key.isdigit() and len(key) < 19:
        people = people.filter(Q(name_key__gt=name) | Q(name_key=name, id__gt=int(key)))
        people = people.filter(name_key__gte=name)  # lets the index begin there
    return people.order_by("name_key", "id")


def _holding(campaign: Campaign, wanted: str) -> QuerySet[Person]:
    """People of the campaign whose text holds every word; short words begin a name."""
    people = Person.objects.filter(campaign=campaign)
    words = wanted.split()
    if not words:
        return people
    if max(map(len, words)) < 3 and len(words) == 1:
        return people.filter(name_key__gte=words[0], name_key__lt=words[0] + "\U0010ffff")
    for word in words:
        people = people.filter(search_text__contains=word)
    if (
        connections[people.db].vendor == "sqlite"
        and (ids := _few_hits(people.db, words)) is not None
    ):
        return people.filter(pk__in=ids)
    return people


def _few_hits(database: str, words: list[str]) -> list[int] | None:
    """Who may hold the words, by the trigram table; None where that is too many to sort."""
    terms = " AND ".join(trigrams(word) for word in words if len(word) >= 3)
    if not terms:
        return None
    with connections[database].cursor() as cursor:
        cursor.execute(f"{IDS_BY_TRIGRAMS} LIMIT %s", [terms, _FEW + 1])
        ids = [key for (key,) in cursor.fetchall()]
    return ids if len(ids) <= _FEW else None


def trigrams(text: str) -> str:
    """What the trigram table is asked for, for a text of three letters or more: all its threes.

    Whoever holds the text is found, and a few who hold only its threes.
    """
    threes = dict.fromkeys(text[i : i + 3] for i in range(len(text) - 2))
    quoted = ('"' + three.replace('"', '""') + '"' for three in threes)
    return f"({' AND '.join(quoted)})"

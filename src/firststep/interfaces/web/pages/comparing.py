"""Is this person the same as somebody else? Chosen from a person's own page, then side by side."""

from typing import Any

from django.http import Http404, HttpResponse

from firststep.facts.said import say
from firststep.facts.text import whole_number
from firststep.interfaces.web.pages.merge import HOW_SURE, choices, side_by_side
from firststep.interfaces.web.visit import Visit, page
from firststep.interfaces.words.people import post_words
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.search_index import PeoplePage, people_page
from firststep.steps.people.models import NotSame, Person
from firststep.steps.people.same_person.differing import differing_in
from firststep.steps.people.same_person.suggesting import doubles_of, known_people, pair_of

MOST_SHOWN = 20


@page
def with_whom(visit: Visit, person: int) -> HttpResponse:
    """Somebody to compare with is looked for; once chosen, the two stand side by side."""
    row = _person(visit.campaign, str(person))
    if other := visit.asked("with"):
        return _both(visit, row, _person(visit.campaign, other))
    sought = visit.asked("q")
    rows = _found(people_page(visit.campaign, sought), row) if sought else _likely(visit, row)
    context = {"place": "people", "person": row, "sought": sought, "rows": rows[:MOST_SHOWN],
               "more": max(0, len(rows) - MOST_SHOWN)}  # fmt: skip
    return visit.page("compare.html", context)


def _person(campaign: Campaign, said: str) -> Person:
    key = whole_number(said, digits=18) or 0
    row = Person.objects.filter(campaign=campaign, pk=key).first()
    if row is None:
        raise Http404
    return row


def _likely(visit: Visit, row: Person) -> list[dict[str, Any]]:
    """Who may be the same, before anybody was looked for."""
    return [
        {"id": one.id, "name": one.name, "sub": why or ", ".join(one.titles[:1])}
        for one, why in doubles_of(visit.campaign, row)
    ]


def _found(found: PeoplePage, row: Person) -> list[dict[str, Any]]:
    rows = []
    for person in found.people:
        post = found.positions.get(person.pk)
        words = post_words(post.title, post.written) if post else ""
        rows.append({"id": person.pk, "name": person.name, "sub": words})
    return [one for one in rows if one["id"] != row.pk]


def _both(visit: Visit, row: Person, other: Person) -> HttpResponse:
    if row.pk == other.pk:
        raise Http404
    known = {one.id: one for one in known_people(visit.campaign, only={row.pk, other.pk})}
    sides = side_by_side(visit, known)
    pair = pair_of(visit.campaign, row.pk, other.pk)
    first, last = sorted((row.pk, other.pk))
    differing = differing_in([(first, last)], {row.pk: row, other.pk: other}, known)
    context = {
        "place": "people",
        "person": row,
        "other": other,
        "said": NotSame.objects.filter(one=first, other=last).first(),
        "pair": {
            "sure": say(HOW_SURE[pair.sureness]) if pair else "",
            "why": pair.why if pair else say("Nothing you have on them shows that they are one."),
            "sides": [sides[row.pk], sides[other.pk]],
            "key": f"{first}-{last}",
            "choices": choices(differing[first, last]),
        },
        "kept": f"/people/{first}",  # whoever is older stays
        "own": f"/people/{row.pk}",
    }
    return visit.page("compare.html", context)

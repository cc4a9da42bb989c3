"""Who may be one person: pairs side by side, and what the seeker says about each."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse

from firststep.interfaces.answers.merging import merged
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.people import TIES, post_words
from firststep.steps.people.models import Person, Position, Tie
from firststep.steps.people.same_person.duplicates import Pair
from firststep.steps.people.same_person.known import Known
from firststep.steps.people.same_person.suggesting import likely_pairs
from firststep.steps.people.ties.tie_kind import tie_kind
from firststep.verbs.people.merge import not_the_same
from firststep.verbs.people.unmerge import undo_merge

AT_ONCE = 10
SURE = {"exact": "As good as certain", "strong": "Very likely", "weak": "Perhaps"}


@page
def pairs(visit: Visit) -> HttpResponse:
    """Ten pairs at a time, the surest first; whatever is answered makes room for the next."""
    likely = likely_pairs(visit.campaign)
    shown = likely.pairs[:AT_ONCE]
    sides = side_by_side(visit, {pk: likely.known[pk] for pair in shown for pk in (pair.a, pair.b)})
    context = {
        "place": "people",
        "count": len(likely.pairs),
        "more": len(likely.pairs) - len(shown),
        "pairs": [_row(pair, sides) for pair in shown],
    }
    return visit.page("merge.html", context)


def _row(pair: Pair, sides: dict[int, dict[str, Any]]) -> dict[str, Any]:
    return {
        "sure": SURE[pair.sureness],
        "why": pair.why,
        "sides": [sides[pair.a], sides[pair.b]],
        "key": f"{pair.a}-{pair.b}",
    }


def side_by_side(visit: Visit, known: dict[int, Known]) -> dict[int, dict[str, Any]]:
    """What is known of each person, in three queries."""
    posts = _posts(known)
    ties = {tie.person_id: tie for tie in Tie.objects.filter(person__in=known, other=None)}
    sides: dict[int, dict[str, Any]] = {}
    for person in Person.objects.filter(campaign=visit.campaign, pk__in=known):
        one, tie = known[person.pk], ties.get(person.pk)
        how = TIES[tie_kind(tie.kind, tie.since, today=visit.on)] if tie else ""
        facts = [
            ("Works", posts.get(person.pk, [])),
            ("Address", list(one.emails)),
            ("Number", list(one.phones)),
            ("Profile", [one.linkedin] if one.linkedin else []),
            ("Tie", [": ".join(filter(None, (how, tie.how)))] if tie else []),
            ("Note", [person.note[:160]] if person.note else []),
        ]
        sides[person.pk] = {
            "id": person.pk,
            "name": person.name,
            "since": person.known_since,
            "stopped": person.do_not_contact_on is not None,
            "facts": [(words, values) for words, values in facts if values],
        }
    return sides


def _posts(people: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for post in Position.objects.filter(person__in=list(people)).order_by("-current", "id"):
        words = post_words(post.title, post.written, current=post.current)
        found[post.person_id].append(words)
    return found


@writes
def same(visit: Visit) -> HttpResponse:
    """One person: the older entry takes over what the other holds."""
    a, b = visit.text("a"), visit.text("b")
    kept = merged(visit.campaign, stamp=visit.stamp(), a=a, b=b).person
    return visit.done(f"/people/{kept.pk}" if visit.text("alone") else "/people/same")


@writes
def apart(visit: Visit) -> HttpResponse:
    """Two people, for ever."""
    a, b = visit.text("a"), visit.text("b")
    not_the_same(visit.campaign, stamp=visit.stamp(), a=a, b=b)
    return visit.done(None if visit.text("alone") else "/people/same")


@writes
def two_again(visit: Visit) -> HttpResponse:
    """Takes a merge back, from the page of the person kept."""
    undo_merge(visit.campaign, stamp=visit.stamp(), merge_id=visit.whole("merge") or 0)
    return visit.done()

"""Who may be one person: pairs side by side, and what the seeker says about each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, FilteredRelation, Q
from django.http import HttpResponse

from firststep.interfaces.answers.merging import MadeOne
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.people import TIES, post_words
from firststep.steps.people.models import Person, Position
from firststep.steps.people.same_person.duplicates import Pair
from firststep.steps.people.same_person.known import Known
from firststep.steps.people.same_person.suggesting import likely_pairs
from firststep.steps.people.ties.in_touch import in_touch
from firststep.steps.people.ties.tie_kind import InTouch, tie_kind

PAIRS_AT_ONCE = 10
HOW_SURE = {"exact": "As good as certain", "strong": "Very likely", "weak": "Perhaps"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two people who may be one: what is known of them, a line a kind of fact."""

    id: int
    name: str
    since: date | None
    stopped: bool
    facts: tuple[tuple[str, list[str]], ...]


@page
def pairs(visit: Visit) -> HttpResponse:
    """Ten pairs at a time, the surest first; whatever is answered makes room for the next."""
    likely = likely_pairs(visit.campaign)
    shown = likely.pairs[:PAIRS_AT_ONCE]
    sides = side_by_side(visit, {pk: likely.known[pk] for pair in shown for pk in (pair.a, pair.b)})
    context = {
        "place": "people",
        "count": len(likely.pairs),
        "more": len(likely.pairs) - len(shown),
        "pairs": [_row(pair, sides) for pair in shown],
    }
    return visit.page("merge.html", context)


def _row(pair: Pair, sides: dict[int, Side]) -> dict[str, Any]:
    return {
        "sure": HOW_SURE[pair.sureness],
        "why": pair.why,
        "sides": [sides[pair.a], sides[pair.b]],
        "key": f"{pair.a}-{pair.b}",
    }


def side_by_side(visit: Visit, known: dict[int, Known]) -> dict[int, Side]:
    """What is known of each person, in three queries."""
    posts, seen = _posts(known), in_touch(known, today=visit.on)
    rows = Person.objects.filter(campaign=visit.campaign, pk__in=known)
    own = FilteredRelation("ties", condition=Q(ties__other=None))
    found = rows.annotate(own=own).annotate(
        tie_said=F("own__kind"), tie_how=F("own__how"), tie_since=F("own__since")
    )
    sides: dict[int, Side] = {}
    for person in found:
        one = known[person.pk]
        facts = (
            ("Works", posts.get(person.pk, [])),
            ("Address", list(one.emails)),
            ("Number", list(one.phones)),
            ("Profile", [one.linkedin]),
            ("Tie", [_tie(person, seen.get(person.pk), visit.on)]),
            ("Note", [person.note[:160]]),
        )
        sides[person.pk] = Side(
            id=person.pk,
            name=person.name,
            since=person.known_since,
            stopped=person.do_not_contact_on is not None,
            facts=tuple((words, values) for words, values in facts if any(values)),
        )
    return sides


def _tie(person: Any, seen: InTouch | None, on: date) -> str:
    """How the seeker knows somebody, read with their own tie; "" for a stranger."""
    if person.tie_said is None:
        return ""
    kind = tie_kind(person.tie_said, person.tie_since, today=on, in_touch=seen)
    return ": ".join(filter(None, (TIES[kind], person.tie_how)))


def _posts(people: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for post in Position.objects.filter(person__in=list(people)).order_by("-current", "id"):
        words = post_words(post.title, post.written, current=post.current)
        found[post.person_id].append(words)
    return found


@writes
def same(visit: Visit) -> HttpResponse:
    """One person: the older entry takes over what the other holds."""
    done = record(visit, "merge", apart=False, undo=None)
    alone = visit.text("alone") and isinstance(done, MadeOne)
    return visit.done(f"/people/{done.person_id}" if alone else "/people/same")
